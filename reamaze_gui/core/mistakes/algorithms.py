"""With which algorithms may key and text have been digested?"""

import hashlib
from collections.abc import Callable
from functools import partial

from reamaze_gui.core.mistakes import Slip

Digest = Callable[[bytes], bytes]

_FIX = "Use HMAC-SHA256, with the SSO secret as its key."
_HASHES = {
    "SHA-256": hashlib.sha256,
    "SHA-1": hashlib.sha1,
    "MD5": hashlib.md5,
    "SHA-512": hashlib.sha512,
    "SHA-384": hashlib.sha384,
    "SHA-224": hashlib.sha224,
    "SHA3-256": hashlib.sha3_256,
}
_COMMON = ("SHA-256", "SHA-1", "MD5")  # those that people build their own HMAC from
_RARE = {"SHA3-256"}

# What RFC 2104 does to every byte of a key.
_INNER = bytes(byte ^ 0x36 for byte in range(256))
_OUTER = bytes(byte ^ 0x5C for byte in range(256))


def _hash(name: str, data: bytes) -> bytes:
    return _HASHES[name](data).digest()


def _hmac(name: str, key: bytes) -> Digest:
    """Return what gives the HMAC of any text with this key, by the definition in RFC 2104.

    The key is hashed once and not for each of a million texts: hmac.digest takes 2.7 times as long.
    """
    new = _HASHES[name]
    block = _block(name, new().block_size, key)
    inner, outer = new(block.translate(_INNER)), new(block.translate(_OUTER))

    def digest(text: bytes) -> bytes:
        within, around = inner.copy(), outer.copy()
        within.update(text)
        around.update(within.digest())
        return around.digest()

    return digest


def _block(name: str, size: int, key: bytes) -> bytes:
    """Return a key as long as HMAC takes it."""
    return (key if len(key) <= size else _hash(name, key)).ljust(size, b"\0")


def _swapped(name: str, key: bytes) -> Digest:
    """Return what gives the HMAC of the key, with any text as its key."""
    new = _HASHES[name]
    size = new().block_size

    def digest(text: bytes) -> bytes:
        block = _block(name, size, text)
        inner = new(block.translate(_INNER) + key).digest()
        return new(block.translate(_OUTER) + inner).digest()

    return digest


def _rehashed(name: str, key: bytes) -> Digest:
    """Return what hashes the hexadecimal digits of the HMAC once more."""
    digest = _hmac("SHA-256", key)
    return lambda text: _hash(name, digest(text).hex().encode())


def _chained(write: Callable[[bytes], bytes], key: bytes) -> Digest:
    """Return what signs the HMAC itself, written in some way, with the same key."""
    digest = _hmac("SHA-256", key)
    return lambda text: digest(write(digest(text)))


# Each takes the key, and gives what makes a digest of any text.
RIGHT = Slip("", "", partial(_hmac, "SHA-256"), "HMAC-SHA256")

KEYED = (
    *(
        Slip(
            f"The algorithm is {name}, not SHA-256.",
            _FIX,
            partial(_hmac, name),
            f"HMAC-{name.replace('SHA-', 'SHA')}",
            rare=name in _RARE,
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
            rare=bool(other),
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
            rare=name != "SHA-256" and bool(how),
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
            rare=True,
        )
        for name in ("SHA-256", "SHA-1", "MD5")
    ),
    *(
        Slip(
            f"The HMAC was signed once more with the same secret, {how}.",
            "Send the first HMAC itself.",
            partial(_chained, write),
            "HMAC-SHA256",
            rare=True,
        )
        for how, write in (
            ("as digits", lambda digest: digest.hex().encode()),
            ("as bytes", bytes),
        )
    ),
)

# Each takes the text alone.
UNKEYED = (
    *(
        Slip(
            f"{name} of the text alone: the secret was not used at all.",
            _FIX,
            lambda text, new=new: new(text).digest(),
            name,
            rare=name in _RARE,
        )
        for name, new in _HASHES.items()
    ),
    Slip(
        "SHA-256 of the text alone, twice: the secret was not used at all.",
        _FIX,
        lambda text: _hash("SHA-256", _hash("SHA-256", text).hex().encode()),
        "SHA-256",
        rare=True,
    ),
)
