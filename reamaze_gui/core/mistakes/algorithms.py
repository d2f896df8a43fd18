"""With which algorithms may key and text have been digested?"""

import hashlib
import hmac
from collections.abc import Callable
from functools import partial

from reamaze_gui.core.mistakes import Slip

Digest = Callable[[bytes], bytes]

_FIX = "Use HMAC-SHA256, with the SSO secret as its key."
_HASHES = {
    "SHA-256": "sha256",
    "SHA-1": "sha1",
    "MD5": "md5",
    "SHA-512": "sha512",
    "SHA-384": "sha384",
    "SHA-224": "sha224",
    "SHA3-256": "sha3_256",
}
_COMMON = ("SHA-256", "SHA-1", "MD5")  # those that people build their own HMAC from


def _hash(name: str, data: bytes) -> bytes:
    return hashlib.new(_HASHES[name], data).digest()


def _hmac(name: str, key: bytes) -> Digest:
    """Return what gives the HMAC of any text with this key, by the definition in RFC 2104.

    The key is hashed once and not for each of a million texts: hmac.digest takes 2.7 times as long.
    """
    empty = hashlib.new(_HASHES[name])
    block = (key if len(key) <= empty.block_size else _hash(name, key)).ljust(
        empty.block_size, b"\0"
    )
    inner, outer = empty.copy(), empty.copy()
    inner.update(bytes(byte ^ 0x36 for byte in block))
    outer.update(bytes(byte ^ 0x5C for byte in block))

    def digest(text: bytes) -> bytes:
        within, around = inner.copy(), outer.copy()
        within.update(text)
        around.update(within.digest())
        return around.digest()

    return digest


def _swapped(name: str, key: bytes) -> Digest:
    return lambda text: hmac.digest(text, key, _HASHES[name])


def _rehashed(name: str, key: bytes) -> Digest:
    """Return what hashes the hexadecimal digits of the HMAC once more."""
    digest = _hmac("SHA-256", key)
    return lambda text: _hash(name, digest(text).hex().encode())


# Each takes the key, and gives what makes a digest of any text.
RIGHT = Slip("", "", partial(_hmac, "SHA-256"), "HMAC-SHA256")

KEYED = (
    *(
        Slip(
            f"The algorithm is {name}, not SHA-256.",
            _FIX,
            partial(_hmac, name),
            f"HMAC-{name.replace('SHA-', 'SHA')}",
        )
        for name in _HASHES
        if name != "SHA-256"
    ),
    *(
        Slip(
            f"Secret and text were swapped: the text is the key{other}.",
            "Swap them: the secret is the key, id:email is the text.",
            partial(_swapped, name),
            f"HMAC-{name.replace('SHA-', 'SHA')}",
        )
        for name, other in zip(
            _COMMON,
            ("", ", and SHA-1 was used", ", and MD5 was used"),
            strict=True,
        )
    ),
    *(
        Slip(
            f"{name} of secret and text joined{how}; that is no HMAC.",
            _FIX,
            lambda key, name=name, join=join: lambda text: _hash(name, join(key, text)),
            name,
        )
        for name in _COMMON
        for how, join in (
            ("", lambda key, text: key + text),
            (", the text first", lambda key, text: text + key),
            (" with a colon", lambda key, text: key + b":" + text),
            (" with a colon, the text first", lambda key, text: text + b":" + key),
        )
    ),
    *(
        Slip(
            f"The HMAC was hashed once more with {name}.",
            "Send the HMAC itself.",
            partial(_rehashed, name),
            f"{name} of HMAC-SHA256",
        )
        for name in ("SHA-256", "MD5")
    ),
)

# Each takes the text alone.
UNKEYED = (
    *(
        Slip(
            f"{name} of the text alone: the secret was not used at all.",
            _FIX,
            lambda text, name=name: _hash(name, text),
            name,
        )
        for name in _HASHES
    ),
    Slip(
        "SHA-256 of the text alone, twice: the secret was not used at all.",
        _FIX,
        lambda text: _hash("SHA-256", _hash("SHA-256", text).hex().encode()),
        "SHA-256",
    ),
)
