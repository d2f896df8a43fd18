"""Makes digests of key and text: an HMAC, and what people compute instead of one.

Most functions take a key, and return a function from a text to its digest.
"""

import hashlib
import hmac as standard
from collections.abc import Callable
from functools import partial
from typing import Protocol, Self

Digest = Callable[[bytes], bytes]


class _Hash(Protocol):
    """A hash object of hashlib."""

    @property
    def block_size(self) -> int: ...
    @property
    def digest_size(self) -> int: ...
    def update(self, data: bytes, /) -> None: ...
    def digest(self) -> bytes: ...
    def copy(self) -> Self: ...


HASHES: dict[str, Callable[..., _Hash]] = {
    "SHA-256": hashlib.sha256,
    "SHA-1": hashlib.sha1,
    "MD5": hashlib.md5,
    "SHA-512": hashlib.sha512,
    "SHA-384": hashlib.sha384,
    "SHA-224": hashlib.sha224,
    "SHA3-256": hashlib.sha3_256,
    "SHA-512/256": partial(hashlib.new, "sha512_256"),
    "SHA3-512": hashlib.sha3_512,
    "BLAKE2b-512": hashlib.blake2b,
    "BLAKE2s-256": hashlib.blake2s,
    # Not available everywhere: OpenSSL treats it as legacy.
    **(
        {"RIPEMD-160": partial(hashlib.new, "ripemd160")}
        if "ripemd160" in hashlib.algorithms_available
        else {}
    ),
}

# RFC 2104's ipad and opad, for every byte of a key.
_INNER = bytes(byte ^ 0x36 for byte in range(256))
_OUTER = bytes(byte ^ 0x5C for byte in range(256))


def hashed(name: str, data: bytes) -> bytes:
    """Return the hash of this name."""
    return HASHES[name](data).digest()


def hmac(name: str, key: bytes) -> Digest:
    """Return a function for the HMAC with this key, by the definition in RFC 2104.

    The key is hashed once, not for each of a million texts: hmac.digest takes 2.7 times as long.
    """
    new = HASHES[name]
    block = _block(name, new().block_size, key)
    inner, outer = new(block.translate(_INNER)), new(block.translate(_OUTER))

    def digest(text: bytes) -> bytes:
        inner_hash, outer_hash = inner.copy(), outer.copy()
        inner_hash.update(text)
        outer_hash.update(inner_hash.digest())
        return outer_hash.digest()

    return digest


def _block(name: str, size: int, key: bytes) -> bytes:
    """Return a key, hashed or padded to the block size, as HMAC needs it."""
    return (key if len(key) <= size else hashed(name, key)).ljust(size, b"\0")


def swapped(name: str, key: bytes) -> Digest:
    """Return a function for the HMAC of the key, with the text as its key."""
    new = HASHES[name]
    size = new().block_size

    def digest(text: bytes) -> bytes:
        block = _block(name, size, text)
        inner = new(block.translate(_INNER) + key).digest()
        return new(block.translate(_OUTER) + inner).digest()

    return digest


def rehashed(name: str, write: Callable[[bytes], bytes], key: bytes) -> Digest:
    """Return a function that hashes the HMAC, encoded by `write`, once more."""
    digest = hmac("SHA-256", key)
    return lambda text: hashed(name, write(digest(text)))


def chained(name: str, write: Callable[[bytes], bytes], key: bytes) -> Digest:
    """Return a function that signs the HMAC, encoded by `write`, with the same key again."""
    digest = hmac(name, key)
    return lambda text: digest(write(digest(text)))


def joined(name: str, join: Callable[[bytes, bytes], bytes], key: bytes) -> Digest:
    """Return a function that hashes key and text joined."""
    return lambda text: hashed(name, join(key, text))


def joined_with_hash(
    name: str, inner: str, join: Callable[[bytes, bytes], bytes], key: bytes
) -> Digest:
    """Return a function that hashes the key and the digits of the text's hash, joined."""
    return lambda text: hashed(name, join(key, hashed(inner, text).hex().encode()))


def joined_and_signed(join: Callable[[bytes, bytes], bytes], key: bytes) -> Digest:
    """Return a function that signs key and text joined."""
    digest = hmac("SHA-256", key)
    return lambda text: digest(join(key, text))


def hashed_and_signed(name: str, key: bytes) -> Digest:
    """Return a function that signs the bytes of the text's hash."""
    digest = hmac("SHA-256", key)
    return lambda text: digest(hashed(name, text))


def keyed_blake2(new: Callable[..., _Hash], size: int, key: bytes) -> Digest:
    """Return BLAKE2 with its own key parameter, which can't be longer than the digest."""
    longest = new().digest_size
    return lambda text: new(text, key=key[:longest], digest_size=size).digest()


def hkdf(salt: bytes, material: bytes, info: bytes) -> bytes:
    """Return the first 32 bytes of HKDF-SHA256, by RFC 5869."""
    return standard.digest(standard.digest(salt, material, "sha256"), info + b"\1", "sha256")


def twice(name: str, write: Callable[[bytes], bytes]) -> Digest:
    """Return a function that hashes a text twice, without a key."""
    return lambda text: hashed(name, write(hashed(name, text)))
