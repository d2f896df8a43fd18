"""However a digest is written, it is read again; what no digest can be is none."""

import base64
import hashlib
import json
import re
import struct
import subprocess
from collections.abc import Callable

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from reamaze_gui.core.mistakes.decoders import ALGORITHMS, ENOUGH
from reamaze_gui.core.mistakes.encodings import Reading, cut_off, readings
from reamaze_gui.core.mistakes.shapes import shape

TEXT = b"48151623:zoe@example.org"
DIGEST = hashlib.sha256(TEXT).digest()
HEX = DIGEST.hex()


def _signed(byte: int) -> int:
    return byte if byte < 128 else byte - 256


WORDS = [int.from_bytes(DIGEST[at : at + 4], "big", signed=True) for at in range(0, 32, 4)]
DUMP = "\n".join(f" {DIGEST[at : at + 16].hex(' ')}" for at in (0, 16))

digests = st.binary().map(lambda data: hashlib.sha256(data).digest())

WRITTEN = {  # as whom, and with how many slips
    "hex": (HEX, 0),
    "hex in upper case": (HEX.upper(), 1),
    "hex in hex": (HEX.encode().hex(), 1),
    "hex with separators": (DIGEST.hex(":"), 1),
    "hex with separators in upper case": (DIGEST.hex("-").upper(), 2),
    "hex with separators, in a dump": (DUMP, 1),
    "bytes as Node.js shows them, in a Buffer": (f"<Buffer {DIGEST.hex(' ')}>", 1),
    "bytes as Node.js shows them, in an ArrayBuffer": (
        f"ArrayBuffer {{ [Uint8Contents]: <{DIGEST.hex(' ')}>, byteLength: 32 }}",
        1,
    ),
    "bytes as Node.js shows them, in an array": (
        f"Uint8Array(32) [\n  {', '.join(map(str, DIGEST))}\n]",
        1,
    ),
    "hex with separators, in fours": (DIGEST.hex(" ", 2), 1),
    "hex with separators, as C writes it": ("".join(f"\\x{each:02x}" for each in DIGEST), 1),
    "hex with separators, as C# writes it": (", ".join(f"0x{each:02x}" for each in DIGEST), 1),
    "hex beside other digits": (TEXT.hex() + HEX, 1),
    "hex beside other digits, after it": (HEX + "a", 1),
    "Base64": (base64.b64encode(DIGEST).decode(), 1),
    "Base64, in lines": ("\r\n".join(re.findall(".{1,20}", base64.b64encode(DIGEST).decode())), 1),
    "Base64, not padded": (base64.b64encode(DIGEST).decode().rstrip("="), 1),
    "Base64, whose plus became a space": (base64.b64encode(DIGEST).decode().replace("+", " "), 1),
    "URL-safe Base64": (base64.urlsafe_b64encode(b"\xfb\xff" + DIGEST[2:]).decode(), 1),
    "hex in Base64": (base64.b64encode(f"{HEX}\n".encode()).decode(), 1),
    "Base32": (base64.b32encode(DIGEST).decode(), 1),
    "Base32, in lower case": (base64.b32encode(DIGEST).decode().lower().rstrip("="), 1),
    "decimal": (str(int.from_bytes(DIGEST, "big")), 1),
    "list of numbers": (str([*DIGEST]), 1),
    "list of numbers, in parentheses": (f"({', '.join(map(str, DIGEST))})", 1),
    "list of numbers, as Java does": (str([(each + 128) % 256 - 128 for each in DIGEST]), 1),
    "JSON": (json.dumps({"words": WORDS, "sigBytes": 32}), 1),
    "JSON, of a Buffer": (json.dumps({"type": "Buffer", "data": [*DIGEST]}), 1),
    "JSON, of a Uint8Array": (json.dumps(dict(enumerate(DIGEST))), 1),
    "Python bytes": (str(DIGEST), 1),
    "hex in Python bytes": (str(HEX.encode()), 1),
    "Base64 in Python bytes": (str(base64.b64encode(DIGEST)), 2),
    "raw bytes": (DIGEST.decode("latin-1"), 1),
    "hex in openssl's output": (f"HMAC-SHA2-256(stdin)= {HEX}", 1),
    "hex in openssl's output, of BSD": (f"SHA256 (stdin) = {HEX}", 1),
    "hex in openssl's output, with its name": (f"sha256={HEX}", 1),
    "hex in openssl's output, of coreutils": (f"{HEX}  -", 1),
    "hex in hex with a prefix": (f"0x{HEX}", 1),
    "hex in hex with a prefix, of SQL": (f"x'{HEX}'", 1),
    "hex in text with white space": (f" {HEX}\r\n", 1),
    "hex in text in quotes or brackets": (f"['{HEX}']", 1),
    "Base64 in URL encoding": (base64.b64encode(DIGEST).decode().replace("=", "%3D"), 2),
    "URL encoding": ("".join(f"%{each:02X}" for each in DIGEST), 1),
    "Base64 in HTML escapes": (base64.b64encode(DIGEST).decode().replace("=", "&#x3D;"), 2),
    "hex with the digits of each byte swapped": (
        "".join(pair[::-1] for pair in re.findall("..", HEX)),
        1,
    ),
    "hex from the last byte to the first": (DIGEST[::-1].hex(), 1),
    "hex from the last digit to the first": (HEX[::-1], 1),
    "hex of numbers of 32 bits": (b"".join(struct.pack("<i", word) for word in WORDS).hex(), 1),
    "hex in hex with letters for digits": (HEX.replace("0", "O").replace("1", "l"), 1),
    "octal": ("".join(f"{each:03o}" for each in DIGEST), 1),
    "hex in a dump, by od with numbers of 32 bits": (
        " ".join(f"{word & 0xFFFFFFFF:08x}" for word in struct.unpack("<8i", DIGEST)),
        1,
    ),
    "hex in a dump, by hexdump": (
        "\n".join(
            f"{at:07x} " + " ".join(f"{word:04x}" for word in struct.unpack_from("<8H", DIGEST, at))
            for at in (0, 16)
        )
        + "\n0000020\n",
        1,
    ),
    "hex in a dump, by xxd": (
        "\n".join(f"{at:08x}: {DIGEST[at : at + 16].hex(' ', 2)}  .{'x' * 15}" for at in (0, 16)),
        1,
    ),
    "escaped bytes": ('"' + "".join(f"\\x{each:02X}" for each in DIGEST) + '"', 1),
    "binary": ("".join(f"{each:08b}" for each in DIGEST), 1),
    "octal escapes": ("".join(f"\\{each:03o}" for each in DIGEST), 1),
    "hex in a list or an object": (json.dumps({"authkey": HEX}), 1),
    "hex in a list or an object, in a list": (json.dumps([HEX]), 1),
    "raw bytes in hex": (DIGEST.decode("latin-1").encode().hex(), 1),
    "raw bytes as UTF-8": (DIGEST.decode("utf-8", "replace"), 1),
    "raw bytes as UTF-8 in hex": (DIGEST.decode("utf-8", "replace").encode().hex(), 1),
    "raw bytes as UTF-8 in Base64": (
        base64.b64encode(DIGEST.decode("utf-8", "replace").encode()).decode(),
        2,
    ),
    "raw bytes as UTF-8 without what is none": (DIGEST.decode("utf-8", "ignore"), 1),
    "raw bytes as UTF-8, of which all but ASCII is none": (
        "".join(chr(b) if b < 128 else "\ufffd" for b in DIGEST),
        1,
    ),
    "raw bytes as ASCII with ?": ("".join(chr(b) if b < 128 else "?" for b in DIGEST), 1),
    "raw bytes of seven bits": ("".join(chr(b & 127) for b in DIGEST), 1),
    "raw bytes as Latin-1": (DIGEST.decode("latin-1").translate(dict.fromkeys(range(32))), 1),
    "raw bytes as Windows-1252": (DIGEST.decode("cp1252", "replace"), 1),
    "hex of bytes with a sign": ("".join(f"{_signed(each):x}" for each in DIGEST), 1),
    "hex of bytes whose sign was lost": (
        "".join(f"{abs(_signed(each)):02x}" for each in DIGEST),
        1,
    ),
    "decimal numbers without separators": ("".join(map(str, DIGEST)), 1),
    "Base64 in one case": (base64.b64encode(DIGEST).decode().lower(), 1),
    "Base64 in one case, upper": (base64.b64encode(DIGEST).decode().upper(), 1),
    "Base64 without its signs": (re.sub(r"\W", "", base64.b64encode(DIGEST).decode()), 1),
    "hex without its beginning": (HEX[1:-1], 1),
    "hex without its beginning, the last half": (HEX[32:], 1),
    "shortened hex": (f"{HEX[:8]}…{HEX[-8:]}", 1),
    "shortened hex, at its end": (f"{HEX[:16].upper()}...", 1),
    "shortened hex, with brackets": (f"{HEX[:4]}[…]{HEX[-20:]}", 1),
    "shortened hex, of Base64": (f"{base64.b64encode(DIGEST).decode()[:12]}...", 1),
    "hex in a longer text": (f"<pre>key is {HEX};</pre>", 1),
}


def _means(authkey: str, digest: bytes) -> Reading | None:
    """Return the reading by which a digest is looked for and found."""
    found = (each for each in readings(authkey) if digest.startswith(each.digest[:ENOUGH]))
    return next((each for each in found if each.admits(digest)), None)


@pytest.mark.parametrize("encoding", WRITTEN)
def test_a_written_digest_is_read(encoding: str) -> None:
    written, slips = WRITTEN[encoding]
    digest = b"\xfb\xff" + DIGEST[2:] if encoding == "URL-safe Base64" else DIGEST
    reading = _means(written, digest)
    assert reading
    assert (reading.encoding, len(reading.slips)) == (encoding.partition(",")[0], slips)
    assert not cut_off(reading, digest)
    assert not _means(written, hashlib.sha256(b"another").digest())
    assert shape(written)


@pytest.mark.parametrize("options", ["", "-r", "-c", "-hex", "-hmac key"])
def test_what_openssl_prints_is_read(options: str) -> None:
    command = ["openssl", "dgst", "-sha256", *options.split()]
    printed = subprocess.run(command, input=TEXT, capture_output=True, check=True).stdout.decode()
    binary = [each for each in command if each not in {"-r", "-c", "-hex"}] + ["-binary"]
    digest = subprocess.run(binary, input=TEXT, capture_output=True, check=True).stdout
    reading = _means(printed.rstrip("\n"), digest)
    assert reading
    assert "openssl" in reading.encoding


NODE = {
    "JSON of a Buffer": "JSON.stringify(digest)",
    "JSON of a Uint8Array": "JSON.stringify(new Uint8Array(digest))",
    "base64": "digest.toString('base64')",
    "base64url": "digest.toString('base64url')",
    "latin1": "digest.toString('latin1')",
    "a list": "String([...digest])",
    "signed words": "JSON.stringify({words: [0, 4, 8, 12, 16, 20, 24, 28].map("
    "at => digest.readInt32BE(at)), sigBytes: 32})",
    "unpadded bytes": "[...digest].map(byte => byte.toString(16)).join('')",
    "a number": "BigInt('0x' + digest.toString('hex')).toString()",
    "a number in hex": "BigInt('0x' + digest.toString('hex')).toString(16)",
    "encodeURIComponent": "encodeURIComponent(digest.toString('base64'))",
}


@pytest.mark.parametrize("how", NODE)
def test_what_javascript_makes_of_a_digest_is_read(how: str) -> None:
    code = f"""const {{createHash}} = require('crypto')
        const texts = [...Array(40).keys()].map(String), digests = []
        for (const text of texts) {{
            const digest = createHash('sha256').update(text).digest()
            digests.push({NODE[how]})
        }}
        console.log(JSON.stringify(digests))"""
    answer = subprocess.run(["node", "-e", code], capture_output=True, check=True).stdout
    for number, written in enumerate(json.loads(answer)):
        assert _means(written, hashlib.sha256(str(number).encode()).digest())


@pytest.mark.parametrize("algorithm", ALGORITHMS.values())
@pytest.mark.parametrize("encode", [base64.b16encode, base64.b32encode, base64.b64encode])
def test_a_digest_of_any_algorithm_is_read_padded_or_not(
    algorithm: str, encode: Callable[[bytes], bytes]
) -> None:
    digest = hashlib.new(algorithm.replace("-", ""), TEXT).digest()
    written = encode(digest).decode()
    assert _means(written, digest)
    assert _means(written.rstrip("="), digest)


@given(digest=digests)
def test_a_digest_is_read_whose_bytes_lost_their_zeros(digest: bytes) -> None:
    written = "".join(f"{byte:x}" for byte in digest)
    assume(written == digest.hex() or not digest.hex().startswith(written))  # or it may be cut off
    reading = _means(written, digest)
    assert reading
    assert len(written) == 64 or "zero" in reading.slips[0].says
    assert not cut_off(reading, digest)


@given(digest=digests)
@example(digest=hashlib.sha256(b"\x04Pw\x85m]\xad").digest())
def test_a_digest_is_read_whose_bytes_had_a_sign(digest: bytes) -> None:
    written = "".join(f"{byte + 0xFFFFFF00 if byte > 127 else byte:x}" for byte in digest)
    reading = _means(written, digest)
    assert reading
    assert len(reading.slips) == (written != digest.hex())


@given(digest=digests, zeros=st.integers(0, 2))
def test_a_digest_is_read_that_became_a_number(digest: bytes, zeros: int) -> None:
    digest = bytes(zeros) + b"\x07" + digest[zeros + 1 :]
    for written in (f"{int.from_bytes(digest):x}", str(int.from_bytes(digest))):
        assert _means(written, digest)
    negative = b"\xff" * zeros + b"\x87" + digest[zeros + 1 :]
    assert _means(f"{int.from_bytes(negative, signed=True):x}", negative)


@pytest.mark.parametrize("length", range(65))
def test_eight_bytes_are_enough_and_no_fewer(length: int) -> None:
    reading = _means(HEX[:length], DIGEST)
    assert bool(reading) == (length >= 16)
    assert not reading or bool(cut_off(reading, DIGEST)) == (length < 64)
    assert not _means(HEX[: length - 1] + "g", DIGEST) or length > 64


@pytest.mark.parametrize(
    "written",
    [
        f"{HEX[:7]}…{HEX[-8:]}",
        f"{HEX[:15]}...",
        f"{base64.b64encode(DIGEST).decode()[:10]}…",
        HEX[-15:],
        "�������",
        "??????????abc",
        "?" * 40,
    ],
)
def test_fewer_than_eight_bytes_prove_nothing(written: str) -> None:
    assert not _means(written, DIGEST)


def test_how_much_was_cut_off_is_told() -> None:
    says = {}
    for written in (HEX[:63], HEX[:32], base64.b64encode(DIGEST).decode()[:20]):
        reading = _means(written, DIGEST)
        assert reading
        (slip,) = cut_off(reading, DIGEST)
        says[slip.says.partition(": ")[2]] = len(written)
    assert says == {
        "63 of 64 digits are left.": 63,
        "16 of 32 bytes are left.": 32,
        "15 of 32 bytes are left.": 20,
    }


@pytest.mark.parametrize("place", range(0, 64, 7))
def test_not_a_digit_may_differ(place: int) -> None:
    other = format(int(HEX[place], 16) ^ 1, "x")
    changed = HEX[:place] + other + HEX[place + 1 :]
    for written in (changed, changed.upper(), changed[:63], f"(stdin)= {changed}", f"{changed}a"):
        assert not _means(written, DIGEST) or (place == 63 and len(written) == 63)


@pytest.mark.parametrize(
    "authkey",
    [
        *("", " ", "0", "zoe@example.org", "[object Object]", "undefined", "b'", "b''", "x''", "%"),
        *("{", "{}", '{"a": "b"}', '{"words": 7}', '{"words": [1.5]}', "[]", "[1]", "()", "1,2,3"),
        *("99999999999," * 9, "\ud800" * 40, "\ud800%41", "é", "0x", '""', "&amp;", "b'\\d'" * 3),
        *("A" * 17 + "=", "ffffff" + "xyz" * 3, '{"a":' * 900),
        *("authkey_here", "AUTHENTICATIONKEY", "your authentication key", "reamazeAuthkey"),
    ],
    ids=lambda text: ascii(text[:30]),
)  # fmt: skip
def test_what_can_be_no_digest_means_none(authkey: str) -> None:
    assert not _means(authkey, DIGEST)
    assert shape(authkey)


@given(
    st.text(st.characters(exclude_categories=()))
    | st.text("0123456789abcdefABCDEF -:,{}[]()'\"\\xb%&=+/_")
)
def test_any_text_has_a_shape(authkey: str) -> None:
    assert shape(authkey).endswith((".", "”."))
    assert all(len(each.digest) >= 8 or each.matches for each in readings(authkey))
