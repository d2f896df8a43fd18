"""Which key may have been used instead of the secret, and what was perhaps done to the secret?"""

import base64
import html
import json
import re
from collections.abc import Callable, Mapping
from hashlib import md5, sha1, sha256

from reamaze_gui.core.mistakes import Slip
from reamaze_gui.core.mistakes.changes import utf_8

_FIX = "Use the SSO secret exactly as Re:amaze shows it."

# What stands where the secret belongs: in the vendor's examples, and in what is made from them.
_PLACEHOLDERS = (
    "{{ YOUR SSO SECRET }}", "{{YOUR SSO SECRET}}", "YOUR SSO SECRET", "YOUR_SSO_SECRET",
    "your_sso_secret", "your-sso-secret", "YOUR_SECRET", "your_secret", "YOUR_SECRET_KEY",
    "SSO_SECRET", "sso_secret", "SSO SECRET", "secret", "SECRET", "changeme", "test",
)  # fmt: skip
_VARIABLES = (
    "REAMAZE_SSO_SECRET", "REAMAZE_SECRET", "reamaze_secret", "reamaze_sso_secret",
    "ENV['reamaze_secret']", "ENV['REAMAZE_SSO_SECRET']", "process.env.REAMAZE_SSO_SECRET",
    "$REAMAZE_SSO_SECRET", "${REAMAZE_SSO_SECRET}", "%REAMAZE_SSO_SECRET%", "$SECRET", "$secret",
    "{{ secret }}", "settings.REAMAZE_SSO_SECRET",
)  # fmt: skip
_NO_VALUE = ("undefined", "null", "None", "nil", "NaN", "false", "0", "[object Object]")


def _from_hex(secret: str) -> bytes:
    try:
        return bytes.fromhex(secret)
    except ValueError:
        return utf_8(secret)


def _from_base64(secret: str) -> bytes:
    standard = re.sub(r"[^A-Za-z0-9+/]", "", secret.replace("-", "+").replace("_", "/"))
    whole = standard[:-1] if len(standard) % 4 == 1 else standard  # six bits are no byte
    return base64.b64decode(whole + "=" * (-len(whole) % 4))


# How the key differs from the secret that it was made from.
_CHANGES: dict[str, Callable[[str], bytes]] = {
    "with a line break at its end": lambda secret: utf_8(f"{secret}\n"),
    "with a Windows line break at its end": lambda secret: utf_8(f"{secret}\r\n"),
    "with a carriage return at its end": lambda secret: utf_8(f"{secret}\r"),
    "with a line break at its start": lambda secret: utf_8(f"\n{secret}"),
    "with a space at its end": lambda secret: utf_8(f"{secret} "),
    "with a space at its start": lambda secret: utf_8(f" {secret}"),
    "without the white space at its ends": lambda secret: utf_8(secret.strip()),
    "in double quotes": lambda secret: utf_8(f'"{secret}"'),
    "in single quotes": lambda secret: utf_8(f"'{secret}'"),
    "in double quotes, with a line break after them": lambda secret: utf_8(f'"{secret}"\n'),
    "in double quotes, with a Windows line break after them": lambda secret: utf_8(
        f'"{secret}"\r\n'
    ),
    "in braces": lambda secret: utf_8(f"{{{{ {secret} }}}}"),
    "as Python writes bytes (b'…')": lambda secret: utf_8(f"b'{secret}'"),
    "with a byte-order mark in front": lambda secret: utf_8(f"\ufeff{secret}"),
    "with a zero-width space in front": lambda secret: utf_8(f"\u200b{secret}"),
    "with a zero-width space at its end": lambda secret: utf_8(f"{secret}\u200b"),
    "in lower case": lambda secret: utf_8(secret.lower()),
    "in upper case": lambda secret: utf_8(secret.upper()),
    "escaped for HTML": lambda secret: utf_8(html.escape(secret)),
    "freed of HTML escapes": lambda secret: utf_8(html.unescape(secret)),
    "escaped for JavaScript": lambda secret: utf_8(json.dumps(secret)[1:-1]),
    "escaped as PHP's json_encode does": lambda secret: utf_8(
        json.dumps(secret)[1:-1].replace("/", "\\/")
    ),
    "decoded from hexadecimal": _from_hex,
    "decoded from Base64": _from_base64,
    "written in hexadecimal": lambda secret: utf_8(utf_8(secret).hex()),
    "written in Base64": lambda secret: base64.b64encode(utf_8(secret)),
    "replaced by its MD5": lambda secret: utf_8(md5(utf_8(secret)).hexdigest()),  # noqa: S324
    "replaced by its SHA-1": lambda secret: utf_8(sha1(utf_8(secret)).hexdigest()),  # noqa: S324
    "replaced by its SHA-256": lambda secret: utf_8(sha256(utf_8(secret)).hexdigest()),
    "replaced by the bytes of its SHA-256": lambda secret: sha256(utf_8(secret)).digest(),
    "in UTF-16": lambda secret: secret.encode("utf-16-le", "surrogatepass"),
    "without its first character": lambda secret: utf_8(secret[1:]),
    "without its last character": lambda secret: utf_8(secret[:-1]),
    "cut off after 32 characters": lambda secret: utf_8(secret[:32]),
    "cut off before the = at its end": lambda secret: utf_8(secret.rstrip("=")),
    "cut off at a #, which begins a comment in an .env file": lambda secret: utf_8(
        re.sub(r"\s*#.*", "", secret)
    ),
    "without what follows a $, taken for the name of a variable": lambda secret: utf_8(
        re.sub(r"\$\w+", "", secret)
    ),
    "within the JSON that it is kept in": lambda secret: utf_8(
        json.dumps({"REAMAZE_SSO_SECRET": secret}, separators=(",", ":"))
    ),
}
CHANGES = tuple(
    Slip(f"The secret was not used as it is, but {how}.", _FIX, make, how)
    for how, make in _CHANGES.items()
)


def strangers(values: Mapping[str, str]) -> tuple[Slip, ...]:
    """Return the keys that need no secret; `values` are further ones that the page has, by name."""
    says = {
        **{f"A placeholder was left in as the key: “{value}”.": value for value in _PLACEHOLDERS},
        **{
            f"The name of a variable was used as the key, not its value: “{value}”.": value
            for value in _VARIABLES
        },
        **{f"The secret was missing: “{value}” was used as the key.": value for value in _NO_VALUE},
        **{
            f"The {name} was used as the key, not the secret.": each
            for name, each in values.items()
        },
    }
    return (
        Slip("No key was used: the secret was empty.", _FIX, lambda: b"", "an empty key"),
        *(Slip(each, _FIX, lambda key=key: utf_8(key), f"“{key}”") for each, key in says.items()),
    )


def other_account(account: str, current: str) -> Slip:
    """Return the slip of taking the secret of another account."""
    instead = f"not that of {current or 'this account'}"
    says = f"The secret of {account or 'the unnamed account'} was used, {instead}."
    fix = f"Use the SSO secret of {current}." if current else _FIX
    return Slip(says, fix, lambda secret: utf_8(secret.value))
