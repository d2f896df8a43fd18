"""Decodes an authkey into the digests it may mean.

To add an encoding: one line in `_ENCODINGS`, and a function in `decoders` that takes a text and
yields the digest's bytes (perhaps of several digests, or only the first bytes), or an inner text,
which is decoded in turn. An encoding that loses part of the digest is one line in `lossy.WAYS`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from reamaze_gui.core.mistakes import Slip, decoders, lossy, reordered
from reamaze_gui.core.mistakes import number_decoders as numbers
from reamaze_gui.core.mistakes.decoders import ENOUGH

_LONGEST = 2_000  # characters that are decoded
_DEEPEST = 4  # encodings inside each other
_WHOLE = "Send all 64 digits; see whether a database column or a variable is too short."
_FIX = "Write the digest as 64 hexadecimal digits in lower case (hexdigest)."


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


@dataclass(frozen=True, slots=True)
class _Encoding:
    """One encoding; `spell` encodes, where the decoded bytes can't be compared directly."""

    name: str
    slip: Slip | None
    decode: Callable[[str], Iterable[bytes | str]]
    spell: Callable[[bytes], str] | None = None


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
    return () if left == full else (Slip(says, _WHOLE, bytes),)


def _read(
    text: str, outside: str = "", slips: tuple[Slip, ...] = (), depth: int = 0
) -> Iterator[Reading]:
    for encoding in _ENCODINGS:
        name = f"{encoding.name} in {outside}" if outside else encoding.name
        all_slips = (encoding.slip, *slips) if encoding.slip else slips
        for decoded in encoding.decode(text):
            if isinstance(decoded, str):
                inner: str | None = decoded
            else:
                inner = decoders.text_in(decoded) or decoders.wide_text_in(decoded)
                inner = inner if encoding.slip or not (inner or "").isascii() else None
            if inner and inner != text and depth < _DEEPEST:
                yield from _read(inner, name, all_slips, depth + 1)
            if isinstance(decoded, bytes) and len(decoded) >= ENOUGH:
                written = text if encoding.spell else ""
                yield Reading(decoded, name, all_slips, written, encoding.spell or bytes.hex)
    for encoding_name, slip, look in _LOSSY:
        if matches := look(text):
            name = f"{encoding_name} in {outside}" if outside else encoding_name
            yield Reading(b"", name, (slip, *slips), matches=matches)


def _slip(says: str, fix: str = _FIX) -> Slip:
    return Slip(says, fix, str)


_ENCODINGS = (
    _Encoding("hex", None, decoders.hexadecimal),
    _Encoding("hex", None, decoders.odd_hexadecimal, bytes.hex),
    _Encoding("upper case", _slip("The digest was written in upper case."), decoders.upper_case),
    _Encoding("hex", _slip("The digest was written in hexadecimal twice."), decoders.hex_twice),
    _Encoding(
        "hex without leading zeros",
        _slip("The leading zero of each byte below 16 was dropped."),
        decoders.without_zeros,
        decoders.spelt_without_zeros,
    ),
    _Encoding(
        "hex of negative numbers",
        _slip("Bytes above 127 were written as negative numbers, as Java keeps them (ffffff…)."),
        decoders.without_zeros_by_java,
        decoders.spelt_by_java,
    ),
    _Encoding(
        "hex without leading zeros",
        _slip("The digest was written as a number, without its leading zeros."),
        numbers.shortened_number,
    ),
    _Encoding(
        "hex of a negative number",
        _slip("The digest was written as a number with a sign, as Java's BigInteger does."),
        numbers.signed_number,
    ),
    _Encoding(
        "hex beside other digits",
        _slip(
            "There are more digits before or after the digest; Go's Sum(text) puts the text in "
            "front, and doesn't sign it.",
            "Send only the digest; in Go, call Write(text) first, then Sum(nil).",
        ),
        decoders.joined,
    ),
    _Encoding(
        "hex with the digits of each byte swapped",
        _slip("The two digits of each byte were swapped."),
        reordered.nibbles_swapped,
    ),
    _Encoding(
        "hex from the last byte to the first",
        _slip("The digest was written from its last byte to its first."),
        reordered.bytes_reversed,
    ),
    _Encoding(
        "hex from the last digit to the first",
        _slip("The digits were written from the last to the first."),
        reordered.digits_reversed,
    ),
    _Encoding(
        "hex of numbers of 32 bits",
        _slip("The bytes of each 32 bits were written in reverse order."),
        reordered.words_reversed,
    ),
    _Encoding(
        "hex with letters for digits",
        _slip(
            "There are letters in place of digits, such as O for 0: it was retyped, or read from a "
            "picture."
        ),
        reordered.retyped,
    ),
    _Encoding("binary", _slip("The digest was written in binary digits."), numbers.binary),
    _Encoding(
        "octal escapes",
        _slip("The bytes of the digest were written as octal escapes."),
        reordered.octal_escapes,
    ),
    _Encoding("octal", _slip("The digest was written in octal digits."), numbers.octal),
    _Encoding(
        "hex in a dump",
        _slip("A dump of the bytes was sent, as od, hexdump and xxd show them."),
        reordered.dumped,
    ),
    _Encoding(
        "hex with separators",
        _slip("The digits were written with separators between them."),
        decoders.separated,
    ),
    _Encoding("Base64", _slip("The digest was written as Base64."), decoders.base64_bytes),
    _Encoding(
        "URL-safe Base64",
        _slip("The digest was written as Base64 for URLs."),
        decoders.url_safe_base64,
    ),
    _Encoding("Base32", _slip("The digest was written as Base32."), decoders.base32_bytes),
    _Encoding(
        "decimal",
        _slip("The digest was written as a decimal number."),
        numbers.decimal_number,
    ),
    _Encoding(
        "base 36",
        _slip("The digest was written as a number to the base 36."),
        numbers.base_36,
    ),
    _Encoding(
        "list of numbers",
        _slip("The digest was written as a list of numbers."),
        numbers.list_of_numbers,
    ),
    _Encoding(
        "JSON",
        _slip("The digest went through JSON as an object, not as text."),
        numbers.json_numbers,
    ),
    _Encoding(
        "bytes as Node.js shows them",
        _slip("Node.js printed its buffer, not the digest's text: digest('hex') is missing."),
        numbers.inspected,
    ),
    _Encoding(
        "Python bytes",
        _slip("The digest was written as Python writes bytes."),
        decoders.python_bytes,
    ),
    _Encoding(
        "escaped bytes",
        _slip("The bytes of the digest were written as Ruby's inspect and Go's %q show them."),
        decoders.escaped_bytes,
    ),
    _Encoding(
        "raw bytes",
        _slip("The raw bytes of the digest were put into the page."),
        decoders.raw_bytes,
    ),
    _Encoding(
        "openssl's output",
        _slip("There is something before or after the digest, such as its algorithm's name."),
        decoders.openssl,
    ),
    _Encoding(
        "hex with a prefix", _slip("There is a prefix before the digits."), decoders.prefixed
    ),
    _Encoding(
        "text with white space", _slip("There is white space around the authkey."), decoders.spaced
    ),
    _Encoding(
        "a list or an object",
        _slip("The digest was sent in a list or an object, not as text."),
        decoders.member,
    ),
    _Encoding(
        "text in quotes or brackets",
        _slip("There are quotes or brackets around the authkey, inside the string."),
        decoders.quoted,
    ),
    _Encoding(
        "backslashes",
        _slip("The authkey was escaped with backslashes."),
        decoders.with_backslashes,
    ),
    _Encoding(
        "text with tags or invisible characters",
        _slip("There are tags or invisible characters between the digits."),
        decoders.without_invisible,
    ),
    _Encoding(
        "letters that look alike",
        _slip("There are look-alike letters of another alphabet or style in place of digits."),
        decoders.looking_alike,
    ),
    _Encoding(
        "quoted-printable",
        _slip("The authkey was escaped as in the source of an email (=33 for 3)."),
        decoders.quoted_printable,
    ),
    _Encoding("URL encoding", _slip("The authkey was URL-encoded."), decoders.url_encoded),
    _Encoding("HTML escapes", _slip("The authkey was escaped for HTML."), decoders.html_escapes),
    _Encoding(
        "a longer text",
        _slip("There is something else before or after the 64 digits."),
        decoders.within,
    ),
)
_LOSSY_FIXES = {lossy.SHORTENED: "Ask for the whole authkey: the page may send it whole."}
_LOSSY = tuple(
    (
        name,
        _slip(says, _LOSSY_FIXES.get(name, _WHOLE if "the authkey" in says.lower() else _FIX)),
        look,
    )
    for name, says, look in lossy.WAYS
)
