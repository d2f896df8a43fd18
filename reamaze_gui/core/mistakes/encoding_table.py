"""The table of encodings: what each is called, what is wrong with it, and how it is decoded."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from reamaze_gui.core.mistakes import Slip, decoders, lossy, reordered
from reamaze_gui.core.mistakes import number_decoders as numbers

WHOLE = "Send all 64 digits; see whether a database column or a variable is too short."
_FIX = "Write the digest as 64 hexadecimal digits in lower case (hexdigest)."
_ALONE = "Print the authkey alone, with nothing around it and nothing in between."
_FOLLOWING = ("with ", "in ", "escaped ", "URL-encoded")  # how such a name begins
_PLAIN = "Print the authkey as it is, without escaping it."


@dataclass(frozen=True, slots=True)
class Encoding:
    """One encoding; `spell` encodes, where the decoded bytes can't be compared directly.

    `name` may begin with what follows the name of another encoding: "with a prefix".
    """

    name: str
    slip: Slip | None
    decode: Callable[[str], Iterable[bytes | str]]
    spell: Callable[[bytes], str] | None = None

    @property
    def around(self) -> str:
        """The name, to follow that of an encoding inside this one."""
        return self.name if self.name.startswith(_FOLLOWING) else f"in {self.name}"


def _slip(says: str, fix: str = _FIX) -> Slip:
    return Slip(says, fix, str)


ENCODINGS = (
    Encoding("hex", None, decoders.hexadecimal),
    Encoding("hex", None, decoders.odd_hexadecimal, bytes.hex),
    Encoding("upper case", _slip("The digest was written in upper case."), decoders.upper_case),
    Encoding("hex", _slip("The digest was written in hexadecimal twice."), decoders.hex_twice),
    Encoding(
        "hex without leading zeros",
        _slip("The leading zero of each byte below 16 was dropped."),
        numbers.without_zeros.decode,
        numbers.without_zeros.spell,
    ),
    Encoding(
        "hex of negative bytes",
        _slip("Bytes above 127 were written as negative numbers, as Java keeps them (ffffff…)."),
        numbers.by_java.decode,
        numbers.by_java.spell,
    ),
    *(
        Encoding(
            "signed bytes",
            _slip("The bytes were written as signed numbers, as in Apps Script and Java."),
            decode,
            spell,
        )
        for decode, spell in (
            (numbers.signed.decode, numbers.signed.spell),
            (numbers.signed_words, numbers.spelt_as_words),
        )
    ),
    Encoding(
        "signed bytes without their signs",
        _slip("The bytes were written as signed numbers without their signs (Apps Script, Java)."),
        numbers.signs_lost.decode,
        numbers.signs_lost.spell,
    ),
    *(
        Encoding(
            f"{name} numbers without separators",
            _slip(f"The bytes were written as {name} numbers with nothing between them."),
            form.decode,
            form.spell,
        )
        for name, form in (
            ("decimal", numbers.decimals),
            ("decimal", numbers.signed_decimals),
            ("octal", numbers.octals),
        )
    ),
    *(
        Encoding(
            "a name-based UUID",
            _slip("The digest was turned into a UUID, which keeps only part of it."),
            partial(numbers.name_based_uuid, version),
            partial(numbers.spelt_as_uuid, version),
        )
        for version in (3, 5)
    ),
    Encoding(
        "hex without leading zeros",
        _slip("The digest was written as a number, without its leading zeros."),
        numbers.shortened_number,
    ),
    Encoding(
        "hex of a signed number",
        _slip("The digest was written as a number with a sign, as Java's BigInteger does."),
        numbers.signed_number,
    ),
    Encoding(
        "hex beside other digits",
        _slip(
            "There are more digits before or after the digest; Go's Sum(text) puts the text in "
            "front, and doesn't sign it.",
            "Send only the digest; in Go, call Write(text) first, then Sum(nil).",
        ),
        decoders.joined,
    ),
    Encoding(
        "hex with the digits of each byte swapped",
        _slip("The two digits of each byte were swapped."),
        reordered.nibbles_swapped,
    ),
    Encoding(
        "hex with its bytes reversed",
        _slip("The bytes of the digest were written in reverse order."),
        reordered.bytes_reversed,
    ),
    Encoding(
        "hex with its digits reversed",
        _slip("The digits were written in reverse order."),
        reordered.digits_reversed,
    ),
    Encoding(
        "hex with the bytes of each 32 bits reversed",
        _slip("The bytes of each 32 bits were written in reverse order."),
        reordered.words_reversed,
    ),
    Encoding(
        "with letters for digits",
        _slip(
            "There are letters in place of digits, such as O for 0: it was retyped, or read from a "
            "picture."
        ),
        reordered.retyped,
    ),
    Encoding("binary digits", _slip("The digest was written in binary digits."), numbers.binary),
    Encoding(
        "octal escapes",
        _slip("The bytes of the digest were written as octal escapes."),
        reordered.octal_escapes,
    ),
    Encoding("octal digits", _slip("The digest was written in octal digits."), numbers.octal),
    Encoding(
        "a hex dump",
        _slip("A hex dump was sent, as od, hexdump and xxd print it."),
        reordered.dumped,
    ),
    Encoding(
        "hex with separators",
        _slip("The digits were written with separators between them.", _ALONE),
        decoders.separated,
    ),
    Encoding("Base64", _slip("The digest was written as Base64."), decoders.base64_bytes),
    Encoding(
        "URL-safe Base64",
        _slip("The digest was written as URL-safe Base64."),
        decoders.url_safe_base64,
    ),
    *(
        Encoding(
            "Base64 in one case",
            _slip("The digest was written as Base64, and then lower-cased or upper-cased."),
            partial(decoders.base64_in_one_case, case),
            partial(decoders.spelt_in_one_case, case),
        )
        for case in (str.lower, str.upper)
    ),
    Encoding("Base32", _slip("The digest was written as Base32."), decoders.base32_bytes),
    Encoding(
        "decimal", _slip("The digest was written as a decimal number."), numbers.decimal_number
    ),
    Encoding("base 36", _slip("The digest was written as a number in base 36."), numbers.base_36),
    Encoding(
        "a list of numbers",
        _slip("The digest was written as a list of numbers."),
        numbers.list_of_numbers,
    ),
    Encoding(
        "JSON", _slip("The digest was written as a JSON object, not as text."), numbers.json_numbers
    ),
    Encoding(
        "a Node.js buffer",
        _slip("Node.js printed a buffer: the code must call digest('hex')."),
        numbers.inspected,
    ),
    Encoding(
        "Python bytes",
        _slip("The digest was printed as Python bytes (b'…')."),
        decoders.python_bytes,
    ),
    Encoding(
        "escaped bytes",
        _slip("The bytes of the digest were written as escapes (\\xA7), as in Ruby and Go."),
        decoders.escaped_bytes,
    ),
    Encoding(
        "raw bytes",
        _slip("The raw bytes of the digest were put into the page."),
        decoders.raw_bytes,
    ),
    Encoding(
        "with openssl's or another label",
        _slip(
            "There is something before or after the digest, such as its algorithm's name.", _ALONE
        ),
        decoders.openssl,
    ),
    Encoding(
        "with a prefix", _slip("There is a prefix before the digits.", _ALONE), decoders.prefixed
    ),
    Encoding(
        "with white space",
        _slip("There is white space around the authkey.", _ALONE),
        decoders.spaced,
    ),
    Encoding(
        "in a list or an object",
        _slip("The authkey is in a list or an object, not plain text.", _ALONE),
        decoders.member,
    ),
    Encoding(
        "in quotes or brackets",
        _slip("There are quotes or brackets around the authkey, inside the string.", _ALONE),
        decoders.quoted,
    ),
    Encoding(
        "with backslashes",
        _slip("There are backslashes in the authkey.", _ALONE),
        decoders.with_backslashes,
    ),
    Encoding(
        "with tags or invisible characters",
        _slip("There are tags or invisible characters between the digits.", _ALONE),
        decoders.without_invisible,
    ),
    Encoding(
        "with look-alike characters",
        _slip("There are look-alike characters of another alphabet or style in place of digits."),
        decoders.looking_alike,
    ),
    Encoding(
        "in quoted-printable",
        _slip("The authkey was escaped as in the source of an email (=33 for 3).", _PLAIN),
        decoders.quoted_printable,
    ),
    Encoding("URL-encoded", _slip("The authkey was URL-encoded.", _PLAIN), decoders.url_encoded),
    Encoding(
        "escaped for HTML",
        _slip("The authkey was escaped for HTML.", _PLAIN),
        decoders.html_escapes,
    ),
    Encoding(
        "in a longer text",
        _slip("There is something else before or after the 64 digits.", _ALONE),
        decoders.within,
    ),
)
_LOSSY_FIXES = {
    lossy.SHORTENED: "Ask for the whole authkey: the page may send it whole.",
    lossy.BEGINNING_LOST: WHOLE,
}
LOSSY = tuple(
    (name, _slip(says, _LOSSY_FIXES.get(name, _FIX)), look) for name, says, look in lossy.WAYS
)
