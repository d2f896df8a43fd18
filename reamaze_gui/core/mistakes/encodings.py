"""The digests that a written authkey can mean.

To add a way of writing: one line in `_ENCODINGS`, and its function: a text gives the digest's bytes
(perhaps several, or only the first of them), or the text that was inside, which is read in turn.
What loses a part of the digest is one line in `lossy.WAYS`, and its function there.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from reamaze_gui.core.mistakes import Slip, decoders, lossy, reordered
from reamaze_gui.core.mistakes import number_decoders as numbers
from reamaze_gui.core.mistakes.decoders import ENOUGH

_LONGEST = 2_000  # characters that are looked at
_DEEPEST = 4  # ways of writing, one inside the other
_WHOLE = "Send all 64 digits; see whether a database column or a variable is too short."
_FIX = "Write the digest as 64 hexadecimal digits in lower case (hexdigest)."


@dataclass(frozen=True, slots=True)
class Reading:
    """One digest that an authkey may mean: all of it, or at least `ENOUGH` bytes from its start.

    Where those are not known, `digest` is empty, and `matches` tells whether it is a given one.
    `encoding` says how it is written, from the outside in; `slips` what is wrong with that.
    """

    digest: bytes
    encoding: str
    slips: tuple[Slip, ...]
    written: str = ""
    spell: Callable[[bytes], str] = field(default=bytes.hex, repr=False, compare=False)
    matches: lossy.Matches | None = field(default=None, repr=False, compare=False)

    def admits(self, digest: bytes) -> bool:
        """Whether this very digest, written in this way, gives the authkey or begins with it."""
        if self.matches:
            return self.matches(digest)
        if self.written:
            return self.spell(digest).startswith(self.written)
        return digest.startswith(self.digest)


@dataclass(frozen=True, slots=True)
class _Encoding:
    """One way of writing; `spell` does it, where the bytes don't tell all that was written."""

    name: str
    slip: Slip | None
    decode: Callable[[str], Iterable[bytes | str]]
    spell: Callable[[bytes], str] | None = None


def readings(authkey: str) -> tuple[Reading, ...]:
    """Return every digest that the text of an authkey may mean, by the number of slips.

    There are none if it can't be a digest.
    """
    found: dict[tuple[bytes, str], Reading] = {}
    for each in sorted(_read(authkey[:_LONGEST]), key=lambda each: len(each.slips)):
        told = each.encoding if each.matches or each.written else ""
        found.setdefault((each.digest, told), each)
    return tuple(found.values())


def cut_off(reading: Reading, digest: bytes) -> tuple[Slip, ...]:
    """Return the slip of leaving a part of the digest out, if that was done."""
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
        made = (encoding.slip, *slips) if encoding.slip else slips
        for meant in encoding.decode(text):
            if isinstance(meant, str):
                inner: str | None = meant
            else:
                inner = decoders.text_in(meant) or decoders.wide_text_in(meant)
                inner = inner if encoding.slip or not (inner or "").isascii() else None
            if inner and inner != text and depth < _DEEPEST:
                yield from _read(inner, name, made, depth + 1)
            if isinstance(meant, bytes) and len(meant) >= ENOUGH:
                written = text if encoding.spell else ""
                yield Reading(meant, name, made, written, encoding.spell or bytes.hex)
    for said, slip, look in _LOSSY:
        if matches := look(text):
            name = f"{said} in {outside}" if outside else said
            yield Reading(b"", name, (slip, *slips), matches=matches)


def _slip(says: str, fix: str = _FIX) -> Slip:
    return Slip(says, fix, str)


_ENCODINGS = (
    _Encoding("hex", None, decoders.hexadecimal),
    _Encoding("hex", None, decoders.odd_hexadecimal, bytes.hex),
    _Encoding("upper case", _slip("The digest was written in upper case."), decoders.upper_case),
    _Encoding(
        "hex", _slip("The digest was turned into hexadecimal digits twice."), decoders.hex_twice
    ),
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
            "More digits stand before or after the digest; Go's Sum(text) puts the text in front, "
            "and does not sign it.",
            "Send the digest alone; in Go, call Write(text) first, and then Sum(nil).",
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
        reordered.bytes_turned,
    ),
    _Encoding(
        "hex from the last digit to the first",
        _slip("The digits were written from the last to the first."),
        reordered.digits_turned,
    ),
    _Encoding(
        "hex of numbers of 32 bits",
        _slip("The bytes of each 32 bits were written in reverse order."),
        reordered.words_turned,
    ),
    _Encoding(
        "hex with letters for digits",
        _slip("Letters stand for digits, as O for 0: it was retyped, or read from a picture."),
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
        _slip("Something stands before or after the digest, such as its algorithm's name."),
        decoders.openssl,
    ),
    _Encoding("hex with a prefix", _slip("A prefix stands before the digits."), decoders.prefixed),
    _Encoding(
        "text with white space", _slip("White space stands around the authkey."), decoders.spaced
    ),
    _Encoding(
        "a list or an object",
        _slip("The digest stands in a list or an object, not as text."),
        decoders.member,
    ),
    _Encoding(
        "text in quotes or brackets",
        _slip("Quotes or brackets stand around the authkey, inside the string."),
        decoders.quoted,
    ),
    _Encoding(
        "backslashes",
        _slip("The authkey was escaped with backslashes."),
        decoders.with_backslashes,
    ),
    _Encoding(
        "text with tags or invisible characters",
        _slip("Tags, or characters that can't be seen, stand between the digits."),
        decoders.without_what_is_unseen,
    ),
    _Encoding(
        "letters that look alike",
        _slip("Letters of another alphabet or style stand for digits, which look like them."),
        decoders.looking_alike,
    ),
    _Encoding(
        "quoted-printable",
        _slip("The authkey was escaped as in the source of a mail (=33 for 3)."),
        decoders.quoted_printable,
    ),
    _Encoding("URL encoding", _slip("The authkey was URL-encoded."), decoders.url_encoded),
    _Encoding("HTML escapes", _slip("The authkey was escaped for HTML."), decoders.html_escapes),
    _Encoding(
        "a longer text",
        _slip("Something else stands before or after the 64 digits."),
        decoders.within,
    ),
)
_LOSSY_FIXES = {lossy.SHORTENED: "Ask for the whole authkey: the page may send it whole."}
_LOSSY = tuple(
    (
        said,
        _slip(says, _LOSSY_FIXES.get(said, _WHOLE if "the authkey" in says.lower() else _FIX)),
        look,
    )
    for said, says, look in lossy.WAYS
)
