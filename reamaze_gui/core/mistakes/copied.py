"""Text that is copied along with a secret, or instead of it."""

import json
from collections.abc import Iterator
from itertools import product

from reamaze_gui.core.mistakes.changes import utf_8

# Names of the secret in files, and the text around them.
_LABELS = (
    *("REAMAZE_SSO_SECRET", "REAMAZE_SECRET", "SSO_SECRET", "SECRET_KEY", "SECRET", "SSO_KEY"),
    *("reamaze_sso_secret", "reamaze_secret", "sso_secret", "secret_key", "secret", "sso_key"),
    *("SSO secret", "SSO Secret", "Secret", "Shared secret", "Shared Secret", "SSO Key", "key"),
    *("ssoSecret", "reamazeSecret", "reamazeSsoSecret", "value", "password", "token"),
)
_BEFORE = ("", "export ", "const ")
_BEHIND = ("=", " = ", ": ", ":", " ", "\t")
_QUOTED = ("{}", '"{}"', "'{}'")
_ENDS = ("", "\n", ";")
_MORE_ENDS = (
    "%0D", "%0A", "%0D%0A", "\\n", "\\r", ",\n", ";\n", ",\r\n", ";\r\n", ")", "}", "]", "\\",
)  # fmt: skip
# How languages print the bytes of a text: the list, a byte in it, and what is between them.
_BYTES = (
    "{}", "[{}]", "{{{}}}", "new byte[] {{ {} }}", "new byte[]{{ {} }}", "new byte[] {{{}}}",
    "byte[] {{{}}}", "[]byte{{{}}}", "<Buffer {}>", "Uint8Array [ {} ]", "bytes([{}])",
)  # fmt: skip
_BYTE = ("{}", "0x{:02x}", "0x{:02X}", "{:02x}", "{:02X}", "\\x{:02x}")
_MASKS = "*•●·xX.#"  # characters that a screen shows for those of a secret
_LONGEST_MASK = 72  # characters


def copied(secret: str) -> Iterator[tuple[str, str]]:
    """Yield a secret with text around it, as in files, and a description of the difference."""
    for before, label, behind, quoted, end in product(_BEFORE, _LABELS, _BEHIND, _QUOTED, _ENDS):
        name = f"{before}{label}{behind}"
        yield f"{name}{quoted.format(secret)}{end}", f"together with its name (“{name.strip()}”)"
    for quoted, end in product(_QUOTED, (*_ENDS, *_MORE_ENDS)):
        yield f"{quoted.format(secret)}{end}", f"with more around it (“{quoted.format('…')}{end}”)"
    for joint, end in product(("\n", "\r\n", " ", ",", ":", "\t"), ("", "\n", "\r\n")):
        yield f"{secret}{joint}{secret}{end}", "written twice"
    for printed, byte, joint in product(_BYTES, _BYTE, ("", ", ", ",", " ", "-", ":")):
        numbers = joint.join(map(byte.format, utf_8(secret)))
        yield printed.format(numbers), f"as its bytes are printed (“{printed.format('…')}”)"
    for label in _LABELS:
        yield f"<{label}>{secret}</{label}>", f"within an element of XML (“{label}”)"
        compact = json.dumps({label: secret}, separators=(",", ":"))
        for written in (compact, json.dumps({label: secret}), repr({label: secret})):
            yield written, f"within the object or JSON that it is kept in (“{label}”)"
        yield f'{{:{label}=>"{secret}"}}', f"within the hash that Ruby prints (“{label}”)"


def masks() -> Iterator[tuple[str, str]]:
    """Yield what a screen shows instead of a secret, and a description."""
    for sign, size in product(_MASKS, range(3, _LONGEST_MASK)):
        yield sign * size, f"“{sign}” {size} times"
