"""Decodes an authkey into the digests it may mean.

To add an encoding: a function in `decoders`, `number_decoders`, `reordered` or `wrappings`, with
`_encoding` above it. An inner text that it yields is decoded in turn. An encoding that loses part
of the digest is one line in `lossy.WAYS`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from reamaze_gui.core.mistakes import (
    Slip,
    decoders,
    lossy,
    number_decoders,
    reordered,
    wrappings,
)
from reamaze_gui.core.mistakes.decoders import ENOUGH

_ENCODINGS = (
    *decoders.ENCODINGS,
    *number_decoders.ENCODINGS,
    *reordered.ENCODINGS,
    *wrappings.ENCODINGS,
)
_LONGEST = 2_000  # characters that are decoded
_DEEPEST = 4  # encodings inside each other


@dataclass(frozen=True, slots=True)
class Reading:
    """One digest that an authkey may mean, or at least its first `ENOUGH` bytes.

    If those are not known, `digest` is empty, and `matches` tells whether a digest fits.
    `encoding` describes the encodings from the outside in, and `slips` what is wrong with them.
    """

    digest: bytes
    encoding: str
    slips: tuple[Slip, ...]
    written: str = ""
    spell: Callable[[bytes], str] = field(default=bytes.hex, repr=False, compare=False)
    matches: lossy.Matches | None = field(default=None, repr=False, compare=False)

    def admits(self, digest: bytes) -> bool:
        """Return whether this digest, encoded in the same way, gives the authkey or begins so."""
        if self.matches:
            return self.matches(digest)
        if self.written:
            return self.spell(digest).startswith(self.written)
        return digest.startswith(self.digest)


def readings(authkey: str) -> tuple[Reading, ...]:
    """Return every digest that an authkey may mean, fewest slips first; empty for no digest."""
    found: dict[tuple[bytes, str], Reading] = {}
    for each in sorted(_read(authkey[:_LONGEST]), key=lambda each: len(each.slips)):
        encoding = each.encoding if each.matches or each.written else ""
        found.setdefault((each.digest, encoding), each)
    return tuple(found.values())


def cut_off(reading: Reading, digest: bytes) -> tuple[Slip, ...]:
    """Return the slip of cutting off the digest, if that was done."""
    if reading.matches:
        return ()
    if reading.written:
        left, full, of = len(reading.written), len(reading.spell(digest)), "digits"
    else:
        left, full, of = len(reading.digest), len(digest), "bytes"
        if reading.encoding.startswith("hex"):
            left, full, of = 2 * left, 2 * full, "digits"
    says = f"The authkey was cut off: {left} of {full} {of} are left."
    return () if left == full else (Slip(says, lossy.WHOLE, bytes),)


def _read(
    text: str, outside: str = "", slips: tuple[Slip, ...] = (), depth: int = 0
) -> Iterator[Reading]:
    for encoding in _ENCODINGS:
        name = f"{encoding.name} {outside}".strip()
        all_slips = (encoding.slip, *slips) if encoding.slip else slips
        for decoded in encoding.decode(text):
            if isinstance(decoded, str):
                inner: str | None = decoded
            else:
                inner = decoders.text_in(decoded) or decoders.wide_text_in(decoded)
                inner = inner if encoding.slip or not (inner or "").isascii() else None
            if inner and inner != text and depth < _DEEPEST:
                around = f"{encoding.around} {outside}".strip()
                yield from _read(inner, around, all_slips, depth + 1)
            if isinstance(decoded, bytes) and len(decoded) >= ENOUGH:
                written = text if encoding.spell else ""
                yield Reading(decoded, name, all_slips, written, encoding.spell or bytes.hex)
    for encoding_name, slip, look in lossy.WAYS:
        if matches := look(text):
            name = f"{encoding_name} {outside}".strip()
            yield Reading(b"", name, (slip, *slips), matches=matches)
