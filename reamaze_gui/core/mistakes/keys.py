"""The keys that may have been used instead of the secret, or made of it."""

import base64
import html
import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from hashlib import md5, sha1, sha256, sha512
from urllib.parse import quote, unquote, unquote_plus

from reamaze_gui.core.mistakes import Slip, unfilled
from reamaze_gui.core.mistakes.changes import utf_8

# Under this name the secrets hold one of the current account that was changed since.
OLD_SECRET = "an old secret"  # noqa: S105 - a name, not a secret

_FIX = "Use the SSO secret exactly as Re:amaze shows it."


def _from_hex(secret: str) -> bytes:
    try:
        return bytes.fromhex(secret)
    except ValueError:
        return utf_8(secret)


def _as_json(name: str, secret: str) -> bytes:
    return utf_8(json.dumps({name: secret}, separators=(",", ":")))


def _after(start: str, secret: str) -> bytes:
    return utf_8(f"{start}{secret}")


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
    "within the JSON that it is kept in": partial(_as_json, "REAMAZE_SSO_SECRET"),
}
_RARE_CHANGES: dict[str, Callable[[str], bytes]] = {
    "with two line breaks at its end": lambda secret: utf_8(f"{secret}\n\n"),
    "with white space at both ends": lambda secret: utf_8(f" {secret} "),
    "with a tab at its end": lambda secret: utf_8(f"{secret}\t"),
    "with a semicolon at its end": lambda secret: utf_8(f"{secret};"),
    "with a comma at its end": lambda secret: utf_8(f"{secret},"),
    "in angle brackets": lambda secret: utf_8(f"<{secret}>"),
    "in square brackets": lambda secret: utf_8(f"[{secret}]"),
    "in braces": lambda secret: utf_8(f"{{{{ {secret} }}}}"),
    "in braces without spaces": lambda secret: utf_8(f"{{{{{secret}}}}}"),
    "as Python writes bytes (b'…')": lambda secret: utf_8(f"b'{secret}'"),
    "as Java writes a value that may be missing (Optional[…])": lambda secret: utf_8(
        f"Optional[{secret}]"
    ),
    **{
        f"together with its name, the whole line of an .env file ({name}=…)": partial(
            _after, f"{name}="
        )
        for name in unfilled.NAMES_OF_SECRET
    },
    **{
        f"within the JSON that it is kept in, as {name}": partial(_as_json, name)
        for name in ("SSO_SECRET", "sso_secret", "ssoSecret", "secret")
    },
    "in single quotes, with a line break after them": lambda secret: utf_8(f"'{secret}'\n"),
    "written twice": lambda secret: utf_8(secret * 2),
    "URL-encoded": lambda secret: utf_8(quote(secret, safe="", errors="surrogatepass")),
    "URL-decoded": lambda secret: utf_8(unquote(secret)),
    "URL-decoded as a form is, which turns + into a space": lambda secret: utf_8(
        unquote_plus(secret)
    ),
    "replaced by its SHA-512": lambda secret: utf_8(sha512(utf_8(secret)).hexdigest()),
    "replaced by the bytes of its SHA-1": lambda secret: sha1(utf_8(secret)).digest(),  # noqa: S324
    "replaced by the bytes of its MD5": lambda secret: md5(utf_8(secret)).digest(),  # noqa: S324
    "replaced by its SHA-256 in Base64": lambda secret: base64.b64encode(
        sha256(utf_8(secret)).digest()
    ),
    "in UTF-16, high byte first": lambda secret: secret.encode("utf-16-be", "surrogatepass"),
    "in UTF-16 with a byte-order mark": lambda secret: (
        b"\xff\xfe" + secret.encode("utf-16-le", "surrogatepass")
    ),
    "in Latin-1": lambda secret: secret.encode("latin-1", "replace"),
    "cut off after 16 characters": lambda secret: utf_8(secret[:16]),
    "cut off after 64 characters": lambda secret: utf_8(secret[:64]),
}
CHANGES = tuple(
    Slip(f"The secret was not used as it is, but {how}.", _FIX, make, how, rare=rare)
    for rare, changes in ((False, _CHANGES), (True, _RARE_CHANGES))
    for how, make in changes.items()
)


def strangers(values: Mapping[str, str]) -> tuple[Slip, ...]:
    """Return the keys that need no secret; `values` are further ones that the page has, by name."""
    says = {
        **_said(
            "A placeholder was left in as the key: “{}”.",
            unfilled.PLACEHOLDERS,
            unfilled.RARE_PLACEHOLDERS,
        ),
        **_said(
            "The name of a variable was used as the key, not its value: “{}”.",
            unfilled.VARIABLES,
            unfilled.RARE_VARIABLES,
        ),
        **_said(
            "The secret was missing: “{}” was used as the key.",
            unfilled.NO_KEY,
            unfilled.RARE_NO_KEY,
        ),
        **{
            f"The {name} was used as the key, not the secret.": (each, False)
            for name, each in values.items()
        },
    }
    return (
        Slip("No key was used: the secret was empty.", _FIX, lambda: b"", "an empty key"),
        *(
            Slip(each, _FIX, lambda key=key: utf_8(key), f"“{key}”", rare)
            for each, (key, rare) in says.items()
        ),
    )


def _said(sentence: str, common: Iterable[str], rare: Iterable[str]) -> dict[str, tuple[str, bool]]:
    """Return by sentence each of the values once, and whether it is rare."""
    known = {**dict.fromkeys(rare, True), **dict.fromkeys(common, False)}
    return {sentence.format(value): (value, is_rare) for value, is_rare in known.items()}


def old_secret() -> Slip:
    """Return the slip of taking a secret of the same account that was changed since."""
    return Slip(
        "It was made with an old secret of this account.",
        "Put the current SSO secret into the shop's server.",
        lambda secret: utf_8(secret.value),
    )


def other_account(current: str) -> Slip:
    """Return the slip of taking the secret of another account, which is not named."""
    says = f"The secret of another account of yours was used, not that of {current}."
    fix = f"Use the SSO secret of {current}." if current else _FIX
    return Slip(
        says if current else "The secret of another account of yours was used.",
        fix,
        lambda secret: utf_8(secret.value),
    )


def key_of(account: str, current: str) -> str:
    """Return what the secret of an account is called in a report for the current one."""
    if account == OLD_SECRET:
        return "an old SSO secret"
    if account != current:
        return "the SSO secret of another account"
    return f"the SSO secret of {account}" if account else "the SSO secret"
