"""Which customer is in a text that somebody sent: JSON, a line of a table, or a snippet?"""

import csv
import io
import json
import re
from collections.abc import Mapping
from itertools import islice

from reamaze_gui.core.customer import FIELDS, Customer

_NAMES = tuple(field.name for field in FIELDS)
_LONGEST = 100_000  # characters; what is longer is a page, which Build does not read

# In a snippet: name: 'value', "name": "value", or ['name'] = 'value'; the value may be a number.
_ENTRY = re.compile(
    rf"""\b(?P<name>{"|".join(_NAMES)})['"]?\]?\s*[:=]\s*
    (?:'(?P<single>(?:[^'\\\n]|\\.)*)'|"(?P<double>(?:[^"\\\n]|\\.)*)"|(?P<number>[0-9]+)(?![\w.]))""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(
    r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(.))", re.DOTALL
)
_CONTROLS = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "\n": ""}

# A sentence with an @ in it may look like a table too.
_ADDRESS = re.compile(r"""\s*[^\s@<>(){}[\]"]+@[^\s@<>(){}[\]"]+\s*""")


def read_customer(text: str) -> Customer | None:
    """Return the customer in a text, or None if there is none.

    Read are a JSON object (also inside another one), a table's line with or without its heading
    (`id,email,name`, by comma, semicolon or tab), and a snippet. The text is parsed, never run.

    >>> read_customer("7,zoe@example.org,Zoë")
    Customer(id='7', email='zoe@example.org', name='Zoë', phone='', avatar='')
    """
    if len(text) > _LONGEST:
        return None
    text = text.removeprefix("\ufeff")  # the byte-order mark of a file
    found = _from_json(text) or _from_snippet(text) or _from_table(text)
    return Customer(**found) if found else None


def _from_json(text: str) -> dict[str, str]:
    try:
        # Numbers stay text: 123.0 and 12345678901234567890 are shown as they were sent.
        value = json.loads(text, parse_int=str, parse_float=str)
    except (ValueError, RecursionError):
        return {}
    objects = [value]
    for each in objects:  # grows while it is walked: objects in objects, outermost first
        if isinstance(each, list):
            objects += each
        elif isinstance(each, dict):
            if found := _known(each):
                return found
            objects += each.values()
    return {}


def _from_snippet(text: str) -> dict[str, str]:
    for script in text.split("</script"):  # what stands before _support is the page around it
        entries = {}
        for match in _ENTRY.finditer(script, max(script.find("_support"), 0)):
            string = match["single"] if match["single"] is not None else match["double"]
            entries[match["name"]] = match["number"] if string is None else _unescaped(string)
        if found := _known(entries):
            return found
    return {}


def _from_table(text: str) -> dict[str, str]:
    lines = [*io.StringIO(text, newline="")]  # with their ends, since quotes may span lines
    first = next(filter(str.strip, lines), "")
    separator = max("\t;,", key=first.count)
    table = csv.reader(lines, delimiter=separator, skipinitialspace=True)
    rows = [*islice((row for row in table if "".join(row).strip()), 2)]
    if not rows:
        return {}
    heading = [cell.strip().lower() for cell in rows[0]]
    if "email" in heading:
        found = _known(dict(zip(heading, rows[-1], strict=False)))
    else:
        cells = rows[0]
        if "@" in cells[0]:  # email first, then perhaps the id
            cells = [*cells[1:2], cells[0], *cells[2:]] if cells[1:] else ["", *cells]
        found = _known(dict(zip(_NAMES, cells, strict=False)))
    return found if _ADDRESS.fullmatch(found.get("email", "")) else {}


def _known(entries: Mapping[object, object]) -> dict[str, str]:
    """Return the customer's fields among the entries; nothing where no email is among them."""
    found = {name: value for name in _NAMES if isinstance(value := entries.get(name), str)}
    return found if "@" in found.get("email", "") else {}


def _unescaped(string: str) -> str:
    """Return what a JavaScript string means, from what stands between its quotes."""
    text = _ESCAPE.sub(_character, string)
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def _character(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2] or escape[3]
    if code:
        return chr(min(int(code, 16), 0x10FFFF))
    return _CONTROLS.get(escape[4], escape[4])
