"""The algorithms that may have been applied to key and text."""

import base64
import hashlib
from collections.abc import Callable
from functools import partial
from itertools import islice

from reamaze_gui.core.mistakes import COMMON, ODD, RARE, Slip, digests

_FIX = "Use HMAC-SHA256, with the SSO secret as its key."
_NO_HMAC = "The authkey is not an HMAC, but the {} of {}."


# How likely a hash is, in an HMAC or in a construction of one's own.
_WEIGHTS = {
    **dict.fromkeys(("SHA-1", "MD5", "SHA-512", "SHA-256"), COMMON),
    **dict.fromkeys(("SHA3-512", "BLAKE2b-512", "BLAKE2s-256", "RIPEMD-160"), ODD),
}
_OWN = ("SHA-256", "MD5", "SHA-1", "SHA-512")
_OWN_JOINED = (*_OWN, "SHA-384", "SHA3-256")


# What may separate secret and text.
_JOINTS = {
    b"": " joined",
    b":": " joined with a colon",
    b"|": " joined with a bar",
    b"-": " joined with a hyphen",
    b"_": " joined with an underscore",
    b".": " joined with a dot",
    b",": " joined with a comma",
    b" ": " joined with a space",
    b"\n": " joined with a line break",
}


def _joins(joint: bytes, how: str) -> dict[str, Callable[[bytes, bytes], bytes]]:
    return {
        f"secret and text{how}": lambda key, text: key + joint + text,
        f"text and secret{how}": lambda key, text: text + joint + key,
        f"ID, secret and email{how}": lambda key, text: text.replace(b":", joint + key + joint, 1),
        f"secret, text and secret{how}": lambda key, text: key + joint + text + joint + key,
    }


def _wide(data: bytes) -> bytes:
    """Return a text in UTF-16, as C# and SQL Server hash it."""
    return data.decode("utf-8", "replace").encode("utf-16-le")


def _widely(join: Callable[[bytes, bytes], bytes], key: bytes, text: bytes) -> bytes:
    return _wide(join(key, text))


_JOINS = {name: join for joint, how in _JOINTS.items() for name, join in _joins(joint, how).items()}
_JOINS |= {f"{how}, in UTF-16": partial(_widely, join) for how, join in islice(_JOINS.items(), 12)}


_RARE_JOINS = {
    *islice(_JOINS, 11),
    "secret and text joined with a hyphen",
    "secret and text joined with a dot",
    "text and secret joined with a hyphen",
}


def _weight(name: str, how: str) -> int:
    if how in {"secret and text joined", "text and secret joined"} and name == "SHA-256":
        return COMMON
    return RARE if how in _RARE_JOINS and name in _OWN else ODD


_WRITTEN: dict[str, Callable[[bytes], bytes]] = {
    "digits": lambda digest: digest.hex().encode(),
    "bytes": bytes,
    "Base64": base64.b64encode,
}

# The functions take the key, and return a function from text to digest.
RIGHT = Slip("", "", partial(digests.hmac, "SHA-256"), "HMAC-SHA256")

KEYED = (
    *(
        Slip(
            f"The algorithm is {name}, not SHA-256.",
            _FIX,
            partial(digests.hmac, name),
            f"HMAC-{name.replace('SHA-', 'SHA')}",
            _WEIGHTS.get(name, RARE),
        )
        for name in digests.HASHES
        if name != "SHA-256"
    ),
    *(
        Slip(
            f"Secret and text were swapped: the text was used as the key{other}.",
            "Swap them: the secret is the key, id:email is the text.",
            partial(digests.swapped, name),
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
            _NO_HMAC.format(name, how),
            _FIX,
            partial(digests.joined, name, join),
            name,
            _weight(name, how),
        )
        for name in _OWN_JOINED
        for how, join in _JOINS.items()
    ),
    *(
        Slip(
            _NO_HMAC.format(name, how.replace("text", f"the text's {inner}")),
            _FIX,
            partial(digests.joined_with_hash, name, inner, join),
            name,
            RARE if name == inner else ODD,
        )
        for name in _OWN
        for inner in _OWN
        for how, join in islice(_JOINS.items(), 2)
    ),
    *(
        Slip(
            f"The HMAC was hashed once more with {name}, as {how}.",
            "Send the HMAC itself.",
            partial(digests.rehashed, name, write),
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
            partial(digests.chained, name, write),
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
    *(
        Slip(
            f"The secret was signed as well: {how}.",
            "Sign only id:email; the secret is the key, not part of the text.",
            partial(digests.joined_and_signed, join),
            "HMAC-SHA256",
            ODD,
        )
        for how, join in _JOINS.items()
    ),
    *(
        Slip(
            f"The bytes of the text's {name} were signed instead of the text.",
            "Sign the text id:email itself.",
            partial(digests.hashed_and_signed, name),
            "HMAC-SHA256",
            RARE,
        )
        for name in _OWN
    ),
    *(
        Slip(
            f"{name} with its own key option ({8 * size} bits) was used instead of HMAC.",
            _FIX,
            partial(digests.keyed_blake2, new, size),
            name,
            ODD,
        )
        for name, new, sizes in (
            ("BLAKE2b", hashlib.blake2b, (64, 32)),
            ("BLAKE2s", hashlib.blake2s, (32,)),
        )
        for size in sizes
    ),
    Slip(
        "The secret was signed with itself, and nothing of the customer.",
        "Sign the text id:email, with the secret as the key.",
        lambda key: lambda _text: digests.hmac("SHA-256", key)(key),
        "HMAC-SHA256",
        RARE,
    ),
    Slip(
        "The secret and the text were both encoded in UTF-16, which C# calls Unicode.",
        "Encode both in UTF-8.",
        lambda key: lambda text: digests.hmac("SHA-256", _wide(key))(_wide(text)),
        "HMAC-SHA256",
        RARE,
    ),
    *(
        Slip(f"HKDF was used instead of HMAC, with the {how}.", _FIX, make, "HKDF-SHA256", ODD)
        for how, make in (
            ("text as its info", lambda key: lambda text: digests.hkdf(b"", key, text)),
            ("secret as its salt", lambda key: lambda text: digests.hkdf(key, text, b"")),
        )
    ),
)


# The functions take only the text.
UNKEYED = (
    *(
        Slip(
            f"The authkey is the {name} of the text alone: the secret was not used at all.",
            _FIX,
            partial(digests.hashed, name),
            name,
            _WEIGHTS.get(name, RARE),
        )
        for name in digests.HASHES
    ),
    *(
        Slip(
            f"The text was hashed twice with {name}, as {how}: the secret was not used at all.",
            _FIX,
            digests.twice(name, write),
            name,
            RARE if name == "SHA-256" else ODD,
        )
        for name in _OWN
        for how, write in _WRITTEN.items()
    ),
)
