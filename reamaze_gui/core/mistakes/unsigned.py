"""Recognises an authkey that is not an HMAC of id and email, but something else that is known."""

import base64
import binascii
import hashlib
import hmac
import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from itertools import product
from urllib.parse import quote, unquote

from reamaze_gui.core.authkey import Secret, message
from reamaze_gui.core.escapes import from_base64
from reamaze_gui.core.mistakes import Side, Slip
from reamaze_gui.core.mistakes.changes import utf_8
from reamaze_gui.core.mistakes.explanation import UNSIGNED, Explanation
from reamaze_gui.core.mistakes.keys import key_of
from reamaze_gui.core.mistakes.sent import Sent
from reamaze_gui.core.mistakes.signed_texts import SignedTexts
from reamaze_gui.core.rules.disguise import disguise

_ITSELF = "the SSO secret itself"
_LEAST_OF_TEXT = 4
_MOST_SLIPS = 2  # that lead to the text
_FIX = "Make the authkey on the server: HMAC-SHA256 of id:email, with the SSO secret as its key."
_KNOWN_HASHES = ("sha1", "sha256", "sha512")
_TOKENS = {"HS256": "sha256", "HS384": "sha384", "HS512": "sha512"}

WRITINGS: dict[str, Callable[[bytes], str]] = {
    "plain text": lambda data: data.decode("utf-8", "replace"),
    "hex": bytes.hex,
    "Base64": lambda data: base64.b64encode(data).decode().rstrip("="),
    "URL-safe Base64": lambda data: base64.urlsafe_b64encode(data).decode().rstrip("="),
    "URL encoding": lambda data: quote(data, safe=""),
}


def explain_unsigned(
    authkey: str, sent: Sent | None, secrets: Mapping[str, Secret]
) -> Explanation | None:
    """Return what the authkey is instead of an HMAC, if that is known.

    It may be a secret or part of one, a JSON Web Token or another value signed with one, or a text
    of id and email. The first of `secrets` is that of the account in question.
    """
    written = authkey.strip().rstrip("=")
    right = message(sent.id, sent.email) if sent else ""
    found = (
        *_secret(written, secrets),
        *_token(written, secrets),
        *_signed_value(written, secrets),
        *_text(written, sent),
    )
    return next(
        (
            Explanation(signed, right, Side.SERVER, key, account, algorithm, encoding, (slip,))
            for signed, key, account, algorithm, encoding, slip in found
        ),
        None,
    )


_Found = tuple[str, str, str | None, str, str, Slip]


def _secret(written: str, secrets: Mapping[str, Secret]) -> Iterator[_Found]:
    """Yield the secret that the authkey is or contains, in any disguise."""
    current = next(iter(secrets), "")
    for account, secret in secrets.items():
        if what := disguise(written, secret.value):
            slip = Slip(
                f"The authkey is {what.format(secret=_ITSELF)}, which everyone who sees the page "
                "can read.",
                f"Have the secret changed in Re:amaze at once. {_FIX}",
                str,
            )
            yield "", key_of(account, current), account, UNSIGNED, "plain text", slip


def _token(written: str, secrets: Mapping[str, Secret]) -> Iterator[_Found]:
    """Yield the secret with which a JSON Web Token was signed."""
    current = next(iter(secrets), "")
    match = re.fullmatch(r"((eyJ[\w-]+)\.[\w-]+)\.([\w-]+)", written, re.ASCII)
    name = _algorithm(match[2]) if match else ""
    if not match or name not in _TOKENS:
        return
    for account, secret in secrets.items():
        digest = hmac.digest(utf_8(secret.value), match[1].encode(), _TOKENS[name])
        if WRITINGS["URL-safe Base64"](digest) == match[3]:
            slip = Slip(
                "The authkey is a JSON Web Token (JWT), signed with the SSO secret, as other "
                "products use.",
                _FIX,
                str,
            )
            yield match[1], key_of(account, current), account, f"JWT ({name})", "JWT", slip


def _signed_value(written: str, secrets: Mapping[str, Secret]) -> Iterator[_Found]:
    """Yield the secret with which a value was signed, if its signature follows it."""
    current = next(iter(secrets), "")
    match = re.fullmatch(r"(?:s:)?(.{4,})(?:--|\.|:)([\w+/-]{20,128})", written, re.DOTALL)
    if match is None:
        return
    for (account, secret), name in product(secrets.items(), _KNOWN_HASHES):
        value = utf_8(match[1])
        for made in (utf_8(secret.value), *_derived(secret, name)):
            digest = hmac.digest(made, value, name)
            if match[2] in {write(digest) for write in WRITINGS.values()}:
                says = (
                    "The authkey is a text followed by its signature, as frameworks write cookies; "
                    "it must be only the signature, of id:email."
                )
                algorithm = f"HMAC-{name.upper()}"
                key = key_of(account, current)
                yield match[1], key, account, algorithm, "a signed value", Slip(says, _FIX, str)


def _derived(secret: Secret, name: str) -> Iterator[bytes]:
    """Yield the keys that Flask's itsdangerous derives from a secret."""
    for salt in (b"itsdangerous.Signer", b"itsdangerous", b"cookie-session"):
        yield hashlib.new(name, salt + b"signer" + utf_8(secret.value)).digest()
        yield hmac.digest(utf_8(secret.value), salt, name)


def _algorithm(header: str) -> str:
    """Return the algorithm named in the header of a JSON Web Token."""
    try:
        found = json.loads(from_base64(header))
    except (binascii.Error, ValueError):
        return ""
    return str(found.get("alg")) if isinstance(found, dict) else ""


def _text(written: str, sent: Sent | None) -> Iterator[_Found]:
    """Yield the text of id and email that was sent unsigned, plain or only encoded."""
    if sent is None or len(written) < _LEAST_OF_TEXT:
        return
    values = [value.lower() for value in (sent.id, sent.email) if value]
    if not any(value in text for value in values for text in _decoded(written)):
        return
    texts = SignedTexts(sent)
    for _ in texts.grow(_MOST_SLIPS):
        pass
    for slips in range(_MOST_SLIPS + 1):
        for chunk, paths in texts.chunks(slips):
            for data in chunk:
                for encoding, write in WRITINGS.items():
                    if write(data).rstrip("=") == written:
                        text = texts.retrace(paths[data]).signed
                        if any(value in text.lower() for value in values):
                            yield text, "no key", None, UNSIGNED, encoding, _not_signed(encoding)


def _decoded(written: str) -> Iterator[str]:
    """Yield, in lower case, a text as it is and decoded from each encoding."""
    yield written.lower()
    yield unquote(written).lower()
    digits = "".join(written.split())
    for read in (bytes.fromhex, from_base64):
        with suppress(ValueError):
            yield read(digits).decode("utf-8", "replace").lower()


def _not_signed(encoding: str) -> Slip:
    how = "" if encoding == "plain text" else f", only encoded ({encoding})"
    return Slip(f"Nothing was signed: the authkey is the text itself{how}.", _FIX, str)
