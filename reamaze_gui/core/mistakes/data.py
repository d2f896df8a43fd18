"""Id and email signed as data: JSON, a query string, a record as languages print it."""

import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain, islice, permutations, product
from urllib.parse import quote, quote_plus

from reamaze_gui.core.mistakes import ODD, RARE
from reamaze_gui.core.mistakes.changes import is_number, utf_8

Items = tuple[tuple[str, str], ...]  # names and values, in order
Join = Callable[[str, str], str]


def _raw(text: str) -> str:
    return text


def _coded(text: str) -> str:
    return quote_plus(text, errors="surrogatepass")


def _percent(text: str) -> str:
    return quote(text, safe="", errors="surrogatepass")


def _unescaped(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _slashes(text: str) -> str:
    return json.dumps(text).replace("/", "\\/")


def _for_html(text: str) -> str:
    """Return JSON as Go and Rails write it, safe inside HTML."""
    coded = json.dumps(text, ensure_ascii=False)
    return re.sub("[&<>]", lambda match: f"\\u{ord(match[0]):04x}", coded)


def _by_net(text: str) -> str:
    """Return JSON as .NET's System.Text.Json writes it."""
    coded = re.sub(r"\\u....", lambda code: f"\\u{code[0][2:].upper()}", json.dumps(text)[1:-1])
    coded = re.sub("[&<>'+`]", lambda match: f"\\u{ord(match[0]):04X}", coded)
    return f'"{coded}"'


def _single(text: str) -> str:
    return repr(text)


class _Form:
    """A way to write names and values; `value` writes one that is not a number."""

    def __init__(
        self, pair: str, join: str, around: str = "{}", value: Callable[[str], str] = _raw
    ) -> None:
        self._pair, self._join, self._around, self._value = pair, join, around, value

    def write(self, items: Items, *, number: bool) -> str:
        written = (
            self._pair.format(name, text if number and is_number(text) else self._value(text))
            for name, text in items
        )
        return self._around.replace("{}", self._join.join(written))

    @property
    def tells_numbers(self) -> bool:
        """Whether a number is written differently from a text."""
        return self._value not in {_raw, _coded, _percent}


# Escaping in JSON, the most common first.
_ESCAPES: dict[str, Callable[[str], str]] = {
    "": json.dumps,
    " (letters unescaped)": _unescaped,
    " (as Go and Rails write it)": _for_html,
    " (slashes escaped)": _slashes,
    " (as .NET writes it)": _by_net,
}


def _json(join: str, pair: str, around: str = "{{}}", escapes: int = 2) -> dict[str, _Form]:
    """Return the forms of JSON with each of the first few ways of escaping."""
    return {
        how: _Form(pair, join, around, write) for how, write in islice(_ESCAPES.items(), escapes)
    }


_FORMS: dict[str, _Form] = {
    **{f"a JSON object{how}": form for how, form in _json(",", '"{}":{}', escapes=5).items()},
    **{f"a JSON object with spaces{how}": form for how, form in _json(", ", '"{}": {}').items()},
    **{
        f"a JSON object in lines{how}, indented by {size}": form
        for size, indent in (("2 spaces", "  "), ("4 spaces", "    "), ("a tab", "\t"))
        for how, form in _json(f",\n{indent}", '"{}": {}', f"{{\n{indent}{{}}\n}}").items()
    },
    **{
        f"a JSON object{how} and a line break": form
        for how, form in _json(",", '"{}":{}', "{{}}\n", 3).items()
    },
    **{
        f"a JSON object in {what}": _Form('"{}":{}', ",", around, json.dumps)
        for what, around in {
            "a list": "[{{}}]",
            "another one, as user": '{"user":{{}}}',
            "another one, as customer": '{"customer":{{}}}',
        }.items()
    },
    "form data": _Form("{}={}", "&"),
    "a URL's query string": _Form("{}={}", "&", "?{}"),
    "URL-encoded form data": _Form("{}={}", "&", value=_coded),
    "form data URL-encoded with %20 for a space": _Form("{}={}", "&", value=_percent),
    "names and values": _Form("{}:{}", ","),
    "names and values joined with colons": _Form("{}:{}", ":"),
    "names and values with a space": _Form("{}: {}", ", "),
    "names and values joined with bars": _Form("{}={}", "|"),
    "names and values with semicolons": _Form("{}={}", ";"),
    "names and values with commas": _Form("{}={}", ","),
    "YAML": _Form("{}: {}", "\n", "{}\n"),
    "YAML without a line break at its end": _Form("{}: {}", "\n"),
    "a YAML document": _Form("{}: {}", "\n", "---\n{}\n"),
    "lines of names and values": _Form("{}={}", "\n"),
    "XML elements": _Form("<{0}>{1}</{0}>", ""),
    "a Python dictionary": _Form("'{}': {}", ", ", "{{}}", _single),
    "a Ruby hash": _Form(":{}=>{}", ", ", "{{}}", _unescaped),
    "a Ruby 3.4 hash": _Form("{}: {}", ", ", "{{}}", _unescaped),
    "a Ruby hash with text keys": _Form('"{}"=>{}', ", ", "{{}}", _unescaped),
    "an object as Node.js prints it": _Form("{}: {}", ", ", "{ {} }", _single),
    "a Java map": _Form("{}={}", ", ", "{{}}"),
    **{
        f"a Kotlin or Dart object in place of each value, as {name}": _Form(
            "{}={}", ", ", f"{name}({{}}).id:{name}({{}}).email"
        )
        for name in ("User", "Customer")
    },
    "a Ruby Struct": _Form("{}={}", ", ", "#<struct {}>", _unescaped),
    "a C# anonymous object": _Form("{} = {}", ", ", "{ {} }"),
    "a Go map": _Form("{}:{}", " ", "map[{}]"),
    "a Go struct with field names": _Form("{}:{}", " ", "{{}}"),
    "an array as PHP prints it": _Form("    [{}] => {}\n", "", "Array\n(\n{})\n"),
}
_LISTS: dict[str, _Form] = {
    **{f"a JSON list{how}": form for how, form in _json(",", "{1}", "[{}]", 5).items()},
    **{f"a JSON list with spaces{how}": form for how, form in _json(", ", "{1}", "[{}]").items()},
    "a Python list": _Form("{1}", ", ", "[{}]", _single),
    "a Python tuple": _Form("{1}", ", ", "({})", _single),
    "a Java list": _Form("{1}", ", ", "[{}]"),
    "a C# tuple": _Form("{1}", ", ", "({})"),
    "a Rust or Swift tuple": _Form("{1}", ", ", "({})", _unescaped),
    "a pointer to a Go struct": _Form("{1}", " ", "&{{}}"),
    "a Go struct": _Form("{1}", " ", "{{}}"),
    "quoted cells": _Form('"{1}"', ","),
    "quoted cells with semicolons": _Form('"{1}"', ";"),
    "values in single quotes": _Form("'{1}'", ","),
    "values in double quotes with a colon": _Form('"{1}"', ":"),
    "values in single quotes with a colon": _Form("'{1}'", ":"),
}
# Keys of id, email and name; that of the account is always "account".
_NAMES = (
    *(("id", "email", "name"), ("user_id", "email", "name"), ("userId", "email", "name")),
    *(("customer_id", "email", "name"), ("customerId", "email", "name")),
    *(("user_id", "user_email", "user_name"), ("userId", "userEmail", "userName")),
    *(("customer_id", "customer_email", "customer_name"), ("ID", "Email", "Name")),
    *(
        ("0", "1", "2"),
        ("Id", "Email", "Name"),
        ("uid", "email", "name"),
        ("user[id]", "user[email]", "user[name]"),
    ),
)
_BOTH = "The customer was signed as"
_SERIALIZED: dict[str, tuple[str | int, ...]] = {"array": ("id", "email"), "list": (0, 1)}
_ACCOUNT = 3  # its index among the values
_OFTEN = {"a JSON object", "a JSON object with spaces", "form data", "URL-encoded form data"}


def data(name: str, account: str) -> Iterator[tuple[str, int, Join]]:
    """Yield what was signed and in which form, its likelihood, and the function for it.

    The customer's name and the account are each tried as a third value, if known.
    """
    further = (name, account)
    thirds = [at for at, value in enumerate(further, start=2) if value]
    orders = chain(permutations((0, 1)), *(permutations((0, 1, third)) for third in thirds))
    for order, number in product(orders, (False, True)):
        for what, form in _FORMS.items():
            if (number and not form.tells_numbers) or (_ACCOUNT in order and what not in _OFTEN):
                continue
            for names in _NAMES:
                often = what in _OFTEN and names[0] == "id" and order == (0, 1)
                yield (
                    f"{_BOTH} {what}: {_listed(names, order, number=number)}",
                    RARE if often else ODD,
                    _join(form, names, order, further, number=number),
                )
        for what, form in _LISTS.items() if _ACCOUNT not in order else ():
            if form.tells_numbers or not number:
                listed = _listed(_NAMES[0], order, number=number)
                yield (
                    f"{_BOTH} {what}: {listed}",
                    ODD,
                    _join(form, _NAMES[0], order, further, number=number),
                )
    yield from _alone(further)
    for what, php_names in _SERIALIZED.items():
        says = f"{_BOTH} PHP's serialized {what}"
        yield says, ODD, partial(_serialized, php_names, _php_text)
        yield f"{says}, the ID as a number", ODD, partial(_serialized, php_names, _php_number)
    yield f"{_BOTH} PHP's serialized text", ODD, lambda id, email: _php_text(f"{id}:{email}")


def _alone(further: tuple[str, ...]) -> Iterator[tuple[str, int, Join]]:
    """Yield the forms in which only one of the two values was signed."""
    for (at, only), what in product(enumerate(("ID", "email")), sorted(_OFTEN)):
        for name, names in {names[at]: names for names in _NAMES}.items():
            for number in (False, True) if at == 0 and _FORMS[what].tells_numbers else (False,):
                says = f"Only the {only} was signed, as {what}: {name}"
                says = f"{says}, as a number" if number else says
                yield says, ODD, _join(_FORMS[what], names, (at,), further, number=number)


def _listed(names: tuple[str, ...], order: tuple[int, ...], *, number: bool) -> str:
    listed = ", ".join((*names, "account")[at] for at in order)
    return f"{listed}, the ID as a number" if number else listed


def _join(
    form: _Form,
    names: tuple[str, ...],
    order: tuple[int, ...],
    further: tuple[str, ...],
    *,
    number: bool,
) -> Join:
    def join(id: str, email: str) -> str:
        items = tuple(zip((*names, "account"), (id, email, *further), strict=True))
        return form.write(tuple(items[at] for at in order), number=number)

    return join


def _php_text(text: str | int) -> str:
    return f"i:{text};" if isinstance(text, int) else f's:{len(utf_8(text))}:"{text}";'


def _php_number(text: str) -> str:
    return f"i:{text};" if is_number(text) else _php_text(text)


def _serialized(
    names: tuple[str | int, ...], write: Callable[[str], str], id: str, email: str
) -> str:
    pairs = (_php_text(name) + write(value) for name, value in zip(names, (id, email), strict=True))
    return f"a:2:{{{''.join(pairs)}}}"
