"""The algorithms with which key and text may have been digested."""

import base64
import hashlib
from collections.abc import Callable
from functools import partial
from itertools import islice
from typing import Protocol, Self

from reamaze_gui.core.mistakes import COMMON, ODD, RARE, Slip

Digest = Callable[[bytes], bytes]

_FIX = "Use HMAC-SHA256, with the SSO secret as its key."


class _Hash(Protocol):
    """What hashlib gives."""

    @property
    def block_size(self) -> int: ...
    def update(self, data: bytes, /) -> None: ...
    def digest(self) -> bytes: ...
    def copy(self) -> Self: ...


_HASHES: dict[str, Callable[..., _Hash]] = {
    "SHA-256": hashlib.sha256,
    "SHA-1": hashlib.sha1,
    "MD5": hashlib.md5,
    "SHA-512": hashlib.sha512,
    "SHA-384": hashlib.sha384,
    "SHA-224": hashlib.sha224,
    "SHA3-256": hashlib.sha3_256,
    "SHA-512/256": partial(hashlib.new, "sha512_256"),
}
# How likely a hash is in an HMAC, and in what people make of it themselves.
_WEIGHTS = {"SHA-1": COMMON, "MD5": COMMON, "SHA-512": COMMON, "SHA-256": COMMON}
_OWN = ("SHA-256", "MD5", "SHA-1", "SHA-512")

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


def _rehashed(name: str, write: Callable[[bytes], bytes], key: bytes) -> Digest:
    """Return what hashes the HMAC, written in some way, once more."""
    digest = _hmac("SHA-256", key)
    return lambda text: _hash(name, write(digest(text)))


def _chained(name: str, write: Callable[[bytes], bytes], key: bytes) -> Digest:
    """Return what signs the HMAC itself, written in some way, with the same key."""
    digest = _hmac(name, key)
    return lambda text: digest(write(digest(text)))


def _joined(name: str, join: Callable[[bytes, bytes], bytes], key: bytes) -> Digest:
    return lambda text: _hash(name, join(key, text))


def _in_words(name: str, how: str) -> str:
    return f"{name} of secret and text joined{how}; that is no HMAC."


# Secret and text, joined in some way; in the last ones the secret stands where the colon was.
_JOINTS = {
    b"": "",
    b":": " with a colon",
    b"|": " with a bar",
    b"-": " with a hyphen",
    b"_": " with an underscore",
    b".": " with a point",
    b",": " with a comma",
    b" ": " with a space",
    b"\n": " with a line break",
}


def _joins(joint: bytes, how: str) -> dict[str, Callable[[bytes, bytes], bytes]]:
    return {
        how: lambda key, text: key + joint + text,
        f"{how}, the text first": lambda key, text: text + joint + key,
        f"{how}, the secret between id and email": lambda key, text: text.replace(
            b":", joint + key + joint, 1
        ),
        f"{how}, the secret at both ends": lambda key, text: key + joint + text + joint + key,
    }


_JOINS = {said: join for joint, how in _JOINTS.items() for said, join in _joins(joint, how).items()}
_RARE_JOINS = {
    *islice(_JOINS, 11),
    " with a hyphen",
    " with a point",
    " with a hyphen, the text first",
}


def _weight(name: str, how: str) -> int:
    if how in {"", ", the text first"} and name == "SHA-256":
        return COMMON
    return RARE if how in _RARE_JOINS else ODD


_WRITTEN: dict[str, Callable[[bytes], bytes]] = {
    "digits": lambda digest: digest.hex().encode(),
    "bytes": bytes,
    "Base64": base64.b64encode,
}

# Each takes the key, and gives what makes a digest of any text.
RIGHT = Slip("", "", partial(_hmac, "SHA-256"), "HMAC-SHA256")

KEYED = (
    *(
        Slip(
            f"The algorithm is {name}, not SHA-256.",
            _FIX,
            partial(_hmac, name),
            f"HMAC-{name.replace('SHA-', 'SHA')}",
            _WEIGHTS.get(name, RARE),
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
            RARE if other else COMMON,
        )
        for name, other in (
            ("SHA-256", ""),
            *((name, f", and {name} was used") for name in ("SHA-1", "MD5", "SHA-512")),
        )
    ),
    *(
        Slip(
            _in_words(name, how),
            _FIX,
            partial(_joined, name, join),
            name,
            _weight(name, how),
        )
        for name in _OWN
        for how, join in _JOINS.items()
    ),
    *(
        Slip(
            f"The HMAC was hashed once more with {name}, as {how}.",
            "Send the HMAC itself.",
            partial(_rehashed, name, write),
            f"{name} of HMAC-SHA256",
            RARE,
        )
        for name in _OWN
        for how, write in _WRITTEN.items()
    ),
    *(
        Slip(
            f"The HMAC was signed once more with the same secret, as {how}{other}.",
            "Send the first HMAC itself.",
            partial(_chained, name, write),
            f"HMAC-{name.replace('SHA-', 'SHA')}",
            ODD if other else RARE,
        )
        for name, other in (
            ("SHA-256", ""),
            ("SHA-1", ", with SHA-1"),
            ("SHA-512", ", with SHA-512"),
        )
        for how, write in _WRITTEN.items()
    ),
)


def _twice(name: str, write: Callable[[bytes], bytes]) -> Digest:
    return lambda text: _hash(name, write(_hash(name, text)))


# Each takes the text alone.
UNKEYED = (
    *(
        Slip(
            f"{name} of the text alone: the secret was not used at all.",
            _FIX,
            partial(_hash, name),
            name,
            _WEIGHTS.get(name, RARE),
        )
        for name in _HASHES
    ),
    *(
        Slip(
            f"{name} of the text alone, twice, as {how}: the secret was not used at all.",
            _FIX,
            _twice(name, write),
            name,
            RARE if name == "SHA-256" else ODD,
        )
        for name in _OWN
        for how, write in _WRITTEN.items()
    ),
)
