"""Changes that may have been made to the secret before it was used as the key."""

import base64
import hashlib
import hmac
import html
import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from urllib.parse import unquote

from reamaze_gui.core.mistakes import COMMON, ODD, RARE, Slip
from reamaze_gui.core.mistakes.changes import changes, utf_8
from reamaze_gui.core.mistakes.charsets import CHARSETS
from reamaze_gui.core.mistakes.containers import containers
from reamaze_gui.core.mistakes.key_decoders import (
    from_base64,
    from_hex,
    from_hex_at_its_start,
    from_hex_by_crypto_js,
    from_uuid,
    packed,
)
from reamaze_gui.core.mistakes.white_space import white_space

FIX = "Use the SSO secret exactly as Re:amaze shows it."

Make = Callable[[str], bytes]


def _text(change: Callable[[str], str]) -> Make:
    """Return a function from the secret to the key, by a change of its text."""
    return lambda secret: utf_8(change(secret))


def _within(before: str, after: str = "") -> Make:
    return lambda secret: utf_8(f"{before}{secret}{after}")


def _hashed(name: str) -> Make:
    return lambda secret: hashlib.new(name.replace("-", ""), utf_8(secret)).digest()


def _read_as(decode: Make, codec: str, secret: str) -> bytes:
    return utf_8(decode(secret).decode(codec, "replace"))


def _cut(left: slice, secret: str) -> bytes:
    return utf_8(secret[left])


def _before(sign: str, secret: str) -> str:
    return secret.partition(sign)[0] or secret


def _replaced(old: str, new: str, secret: str) -> str:
    return secret.replace(old, new)


def _translated(letters: dict[int, int], secret: str) -> str:
    return secret.translate(letters)


# By description. Of two changes with the same result, the first is reported.
_CHANGES: dict[str, Make] = {
    "cut off before the = at its end": _text(lambda secret: secret.rstrip("=")),
    "without the white space at its ends": _text(str.strip),
    "decoded from hexadecimal": from_hex,
    "decoded from Base64": from_base64,
}
_RARE_CHANGES: dict[str, Make] = {
    "cut off at its first =": _text(lambda secret: secret.partition("=")[0]),
    "cut off at a #, which begins a comment in an .env file": _text(
        lambda secret: re.sub(r"\s*#.*", "", secret)
    ),
    "without what follows a $, taken for the name of a variable": _text(
        lambda secret: re.sub(r"\$\w+", "", secret)
    ),
    "with its HTML escapes decoded": _text(html.unescape),
    "escaped as PHP's json_encode does": _text(
        lambda secret: json.dumps(secret)[1:-1].replace("/", "\\/")
    ),
    "decoded from hexadecimal up to another character, as Node.js does": from_hex_at_its_start,
    "decoded from hexadecimal without its hyphens": lambda secret: from_hex(
        secret.replace("-", "")
    ),
    "decoded from hexadecimal with a zero in front, as Java's BigInteger does": lambda secret: (
        b"\0" + from_hex(secret)
    ),
    "decoded as if it were hexadecimal, as CryptoJS does": from_hex_by_crypto_js,
    "decoded as if it were hexadecimal, as pack('H*') does": packed,
    "without its % and the two digits after it, as WordPress cleans text": _text(
        lambda secret: re.sub("%[0-9a-fA-F]{2}", "", secret)
    ),
    "read as a GUID with the byte order of .NET": from_uuid,
    "decoded from hexadecimal and then written in Base64": lambda secret: base64.b64encode(
        from_hex(secret)
    ),
    **{
        f"replaced by its {name} hash as bytes": _hashed(name)
        for name in ("MD5", "SHA-1", "SHA-256", "SHA-512")
    },
    "replaced by its SHA-256 hash in Base64": lambda secret: base64.b64encode(
        _hashed("SHA-256")(secret)
    ),
    **{
        f"decoded from {name} and then read as {charset} text": partial(_read_as, decode, codec)
        for name, decode in (("hexadecimal", from_hex), ("Base64", from_base64))
        for charset, codec in (("UTF-8", "utf-8"), ("Latin-1", "latin-1"), ("ASCII", "ascii"))
    },
    # An HMAC pads its key with NUL characters: one more changes nothing.
    **{how: write for how, (write, _) in CHARSETS.items() if "NUL" not in how},
    "without its hyphens": _text(lambda secret: secret.replace("-", "")),
    "written twice": _text(lambda secret: secret * 2),
    "URL-decoded": _text(unquote),
    **{f"with “{end}” at its end": _within("", end) for end in (";", ",", "\\n", "%0A", '"', "'")},
    **{f"with “{start}” in front": _within(start) for start in ('"', "'", "base64:", "Bearer ")},
    **{
        f"cut off after {size} characters": partial(_cut, slice(size))
        for size in (16, 20, 24, 32, 40)
    },
}
# Text that frameworks and formats put before a key.
_PREFIXES = (
    *("hex:", "base64=", "sk_", "sk-", "whsec_", "sso_", "sso-", "sso:"),
    *("Basic ", "Token ", "token "),
    *("HMAC ", "SHA256 ", "sha256=", "0x", "plain:", "raw:", "utf8:", "env:", "vault:", "ENC("),
    *("s:", "AWS4", ":", "#", "@", "~", "+", "-"),
)
_SUFFIXES = (
    "';", '";', "',", '",', "\\r\\n", "\\r", "\\t", "%0D%0A", "%20", "%00", "\0", ".", ":",
    "=", "==", "|", "undefined", "null", "None", "<br>", "<br/>", "<br />",
)  # fmt: skip
# Characters that end or alter a value in files and shells.
_SIGNS = {
    **{sign: sign for sign in "$#&;%=+/-_<"},
    "'": "single quote",
    '"': "double quote",
    " ": "space",
}
_LONGEST = 72  # characters left of a secret that was cut off


def _odd_changes() -> Iterator[tuple[str, Make]]:
    for prefix in _PREFIXES:
        yield f"with “{prefix}” in front", _within(prefix)
    for suffix in _SUFFIXES:
        yield f"with “{suffix}” at its end", _within("", suffix)
    for sign, what in _SIGNS.items():
        yield f"cut off before its first {what}", _text(partial(_before, sign))
        yield f"without any {what}", _text(partial(_replaced, sign, ""))
    for sign in "$%":
        yield f"with its {sign} doubled", _text(partial(_replaced, sign, 2 * sign))
        yield f"with one {sign} for two", _text(partial(_replaced, 2 * sign, sign))
    for signs, others, where in (("+/", "-_", "a URL"), ("-_", "+/", "plain Base64")):
        yield (
            f"with {' and '.join(others)} for {' and '.join(signs)}, as in {where}",
            _text(partial(_translated, str.maketrans(signs, others))),
        )
    for size in range(4, _LONGEST):
        yield f"cut off after {size} characters", partial(_cut, slice(size))
        yield (
            f"reduced to its last {size} characters",
            partial(_cut, slice(-size, None)),
        )


def _changes() -> Iterator[tuple[str, int, Make]]:
    yield from ((how, COMMON, make) for how, make in _CHANGES.items())
    for how, weight, change in (*white_space(), *containers()):
        yield how, weight, _text(change)
    yield from ((how, RARE, make) for how, make in _RARE_CHANGES.items())
    for how, make in _odd_changes():
        if how not in _RARE_CHANGES:
            yield how, ODD, make


def _changed(how: str, weight: int, make: Make) -> Slip:
    return Slip(f"The key was the secret {how}.", FIX, make, how, weight)


_COMMON = {"was lower-cased", "was upper-cased"}


def _generally_changed() -> Iterator[Slip]:
    """Yield the slips of changing the secret as any text may be changed."""
    for was, likelihood, change in changes():
        comma = "," if ", " in was else ""
        says = f"The secret {was}{comma} before it was used as the key."
        weight = COMMON if was in _COMMON else max(likelihood, RARE)
        yield Slip(says, FIX, _text(change), f"which {was}", weight)


CHANGES = (*(_changed(*change) for change in _changes()), *_generally_changed())


def joined_with(values: Mapping[str, str]) -> Iterator[Slip]:
    """Yield the slips of joining the secret with an account, id or email; `values` come by name.

    The key may also be the HMAC of one of them, made with the secret.
    """
    for name, value in values.items():
        for joint in ("", ":", "-", "_", "|", ".", " "):
            weight = RARE if joint in {"", ":"} else ODD
            how = f", joined with “{joint}”" if joint else ""
            yield _changed(f"with the {name} after it{how}", weight, _within("", f"{joint}{value}"))
            yield _changed(f"with the {name} before it{how}", weight, _within(f"{value}{joint}"))
        for form, digits in (("digits", True), ("bytes", False)):
            yield _changed(
                f"replaced by the {form} of its HMAC of the {name}",
                RARE,
                _derived(value, digits=digits),
            )


def _derived(value: str, *, digits: bool) -> Make:
    def make(secret: str) -> bytes:
        made = hmac.digest(utf_8(secret), utf_8(value), "sha256")
        return made.hex().encode() if digits else made

    return make
