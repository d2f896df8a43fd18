"""A digest in any encoding is decoded; other texts are not taken for digests."""

import base64
import hashlib
import json
import subprocess
from collections.abc import Callable

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from reamaze_gui.core.mistakes.decoders import ALGORITHMS, ENOUGH
from reamaze_gui.core.mistakes.encodings import Reading, cut_off, readings
from reamaze_gui.core.mistakes.shapes import shape
from tests.core.mistakes.written import DIGEST, HEX, TEXT, WRITTEN

digests = st.binary().map(lambda data: hashlib.sha256(data).digest())


def _means(authkey: str, digest: bytes) -> Reading | None:
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


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r'"\x9e\xc4\xdf\xffP\n\a\e\"\\\#"', b'\x9e\xc4\xdf\xffP\n\a\x1b"\\#'),
        (
            r'"\u0600\u{e9}\x9e\xc4\xff\xfeé"',
            "\u0600é".encode() + b"\x9e\xc4\xff\xfe" + "é".encode(),
        ),
    ],
)
def test_the_escapes_of_ruby_and_go_are_decoded(written: str, meant: bytes) -> None:
    assert [each.digest for each in readings(written)] == [meant]
    assert not readings(rf"{written}\q")


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


def test_how_much_was_cut_off_is_reported() -> None:
    says = {}
    for written in (HEX[:63], HEX[:32], base64.b64encode(DIGEST).decode()[:20]):
        reading = _means(written, DIGEST)
        assert reading
        (slip,) = cut_off(reading, DIGEST)
        says[slip.says.partition(": ")[2]] = len(written)
    assert says == {
        "63 of 64 digits are left.": 63,
        "32 of 64 digits are left.": 32,
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


def test_a_number_with_a_sign_is_read() -> None:
    digest = b"\x9a" + DIGEST[1:]
    reading = _means(str(int.from_bytes(digest, "big", signed=True)), digest)
    assert reading
    assert reading.encoding == "decimal"


def test_a_word_in_36_digits_or_less_than_a_digest_is_no_number() -> None:
    assert not [each for each in readings("z" * 50) if each.encoding == "base 36"]
    assert not [each for each in readings("1" * 40 + "zzzzz") if each.encoding == "base 36"]
