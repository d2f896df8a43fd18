"""Slow password hashes that were used instead of an HMAC.

They take up to a twentieth of a second each, so they are tried last, with nothing else wrong.
"""

import hashlib
from collections.abc import Collection, Iterator
from functools import partial

from reamaze_gui.core.mistakes import ODD, Slip
from reamaze_gui.core.mistakes.digests import Digest

SIZES = (32, 64, 20, 16)  # bytes requested
# By hash: numbers of iterations in the examples that people copy.
_ITERATIONS = {
    "SHA-256": (1, 1_000, 4_096, 10_000, 20_000, 65_536, 100_000),
    "SHA-1": (1, 1_000, 10_000),
    "SHA-512": (1, 1_000, 10_000, 100_000),
}
_SIZE_OF_SHA_512 = 64  # bytes; examples use SHA-512 for this size, and for no other
_FURTHER = {16: (("SHA-256", 250_000), ("SHA-1", 65_536))}  # as in CryptoJS, and in Java's examples
_COST = {"n": 1 << 14, "r": 8, "p": 1, "maxmem": 1 << 26}  # as in Node.js's and Python's examples
_FIX = "Use HMAC-SHA256, with the SSO secret as its key; this function is for storing passwords."


def derived(sizes: Collection[int]) -> Iterator[Slip]:
    """Yield the slips that derive a digest of one of these sizes in bytes."""
    for size in SIZES:
        if size not in sizes:
            continue
        for is_swapped in (False, True):
            which = "the text as its salt" if is_swapped else "the secret as its salt"
            for name, iterations in _pairs(size):
                yield Slip(
                    f"PBKDF2 with {name} (iterations: {iterations:,}) was used instead of HMAC, "
                    f"with {which}.",
                    _FIX,
                    partial(_pbkdf2, name.replace("-", ""), iterations, size, is_swapped),
                    f"PBKDF2-{name.replace('-', '')}",
                    ODD,
                )
            yield Slip(
                f"scrypt was used instead of HMAC, with {which}.",
                _FIX,
                partial(_scrypt, size, is_swapped),
                "scrypt",
                ODD,
            )


def _pairs(size: int) -> Iterator[tuple[str, int]]:
    """Yield hashes and iterations that are likely for a digest of this size."""
    for name, counts in _ITERATIONS.items():
        if (name == "SHA-512") is (size == _SIZE_OF_SHA_512):
            yield from ((name, count) for count in counts)
    yield from _FURTHER.get(size, ())


def _pbkdf2(name: str, iterations: int, size: int, is_swapped: bool, key: bytes) -> Digest:  # noqa: FBT001
    def digest(text: bytes) -> bytes:
        password, salt = (key, text) if is_swapped else (text, key)
        return hashlib.pbkdf2_hmac(name, password, salt, iterations, size)

    return digest


def _scrypt(size: int, is_swapped: bool, key: bytes) -> Digest:  # noqa: FBT001
    def digest(text: bytes) -> bytes:
        password, salt = (key, text) if is_swapped else (text, key)
        return hashlib.scrypt(password, salt=salt, dklen=size, **_COST)

    return digest
