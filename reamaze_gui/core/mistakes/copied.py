"""What is copied along with a secret, or in its place."""

import json
from collections.abc import Iterator
from itertools import product

# How the secret is called in files and in what was copied, and how the value goes on there.
_LABELS = (
    *("REAMAZE_SSO_SECRET", "REAMAZE_SECRET", "SSO_SECRET", "SECRET_KEY", "SECRET", "SSO_KEY"),
    *("reamaze_sso_secret", "reamaze_secret", "sso_secret", "secret_key", "secret", "sso_key"),
    *("SSO secret", "SSO Secret", "Secret", "Shared secret", "Shared Secret", "SSO Key", "key"),
    *("ssoSecret", "reamazeSecret", "reamazeSsoSecret", "value", "password", "token"),
)
_BEFORE = ("", "export ", "- ", "$", "const ")
_BEHIND = ("=", " = ", ": ", ":", " ", "\t")
_QUOTED = ("{}", '"{}"', "'{}'")
_ENDS = ("", "\n", "\r\n", ";", ",")
_MORE_ENDS = (
    "%0D", "%0A", "%0D%0A", "\\n", "\\r", ",\n", ";\n", ",\r\n", ";\r\n", ")", "}", "]", "\\",
)  # fmt: skip
_HIDING = "*•●·xX.#"  # what stands for each character of a secret that is not shown
_LONGEST_HIDDEN = 72  # characters


def copied(secret: str) -> Iterator[tuple[str, str]]:
    """Yield a secret with what stands round it in files, and how that is said of it."""
    for before, label, behind, quoted, end in product(_BEFORE, _LABELS, _BEHIND, _QUOTED, _ENDS):
        name = f"{before}{label}{behind}"
        yield f"{name}{quoted.format(secret)}{end}", f"together with its name (“{name.strip()}”)"
    for quoted, end in product(_QUOTED, (*_ENDS, *_MORE_ENDS)):
        yield f"{quoted.format(secret)}{end}", f"with more round it (“{quoted.format('…')}{end}”)"
    for joint, end in product(("\n", "\r\n", " ", ",", ":", "\t"), ("", "\n", "\r\n")):
        yield f"{secret}{joint}{secret}{end}", "written twice"
    for label in _LABELS:
        for written in (json.dumps({label: secret}), repr({label: secret})):
            yield written, f"within the object that it is kept in (“{label}”)"


def hidden_ones() -> Iterator[tuple[str, str]]:
    """Yield what a screen shows in place of a secret, and how that is said."""
    for sign, size in product(_HIDING, range(3, _LONGEST_HIDDEN)):
        yield sign * size, f"“{sign}” {size} times"
