"""The shape of an authkey is described in a sentence, and other values are recognised."""

import base64
import hashlib

import pytest

from reamaze_gui.core.mistakes.encodings import readings
from reamaze_gui.core.mistakes.shapes import differs_in_one_digit, shape

DIGEST = hashlib.sha256(b"48151623:zoe@example.org").digest()
HEX = DIGEST.hex()
MUST = "an authkey is 64 hexadecimal digits in lower case."


@pytest.mark.parametrize(
    ("authkey", "says"),
    [
        (HEX, "It has the right form: 64 hexadecimal digits in lower case."),
        (HEX[:32], "It has 32 hexadecimal digits, as many as MD5 gives; an authkey has 64."),
        (HEX + HEX[:63], "It has 127 hexadecimal digits; an authkey has 64."),
        ("z" * 50, f"This is not a digest: it has 50 letters, but {MUST}"),
        ("please-fill-in", f"This is not a digest: it has 14 characters, but {MUST}"),
        (
            base64.b64encode(DIGEST).decode(),
            f"It is written as Base64, and has 32 bytes. That alone is wrong: {MUST}",
        ),
        (
            base64.b64encode(DIGEST[:20]).decode(),
            (
                "It is written as Base64, and has 20 bytes, as many as SHA-1 gives. "
                f"That alone is wrong: {MUST}"
            ),
        ),
    ],
)
def test_the_shape_is_said_in_a_sentence(authkey: str, says: str) -> None:
    assert shape(authkey) == says


@pytest.mark.parametrize(
    ("authkey", "part"),
    [
        ("$2y$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy", "password hash"),
        ("$argon2id$v=19$m=65536,t=4,p=1$c2FsdA$aGFzaA", "password hash"),
        ("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI3In0.c2lnbmF0dXJl", "JSON Web Token"),
        ("[object Promise]", "await"),
        ("Promise { <pending> }", "await"),
        ("[object Object]", "An object was printed"),
        ("System.Byte[]", "An object was printed"),
        ("[B@1b6d3586", "An object was printed"),
        ("<_hashlib.HMAC object at 0x7f2d5c0b3d30>", "hexdigest"),
        ("#<OpenSSL::HMAC:0x000055d0c0a8>", "hexdigest"),
        ("function digest(id) { return hmac(id) }", "never called"),
        ("3f2b8c1e-6d4a-4f7b-9a0c-5e8d7f6a1b2c", "UUID"),
        (f"{HEX[:5]}…{HEX[-5:]}", "shortened"),
        (f"{HEX[:20]}...", "shortened"),
        (f"{HEX[:5]}[...]", "shortened"),
        (DIGEST.decode("utf-8", "replace"), "raw bytes"),
        ("undefined", "prints for a missing value"),
        ("None", "prints for a missing value"),
    ],
)
def test_what_is_no_digest_is_called_by_its_name(authkey: str, part: str) -> None:
    assert part in shape(authkey)
    assert shape(f" {authkey}\n") == shape(authkey)


@pytest.mark.parametrize(
    "authkey",
    [
        *(
            "[object Object]",
            "[object Promise]",
            "undefined",
            "hash",
            "authkey",
            "AUTHENTICATIONKEY",
        ),
        *("{{ authkey }}", "<%= authkey %>", "YOUR_AUTHKEY", "authkey_here", "Zoe Quinn", "7"),
    ],
)
def test_words_are_not_searched_for(authkey: str) -> None:
    assert readings(authkey) == ()


@pytest.mark.parametrize("cut", range(12, 44))
def test_base64_of_any_length_is_read_however_much_was_cut_off(cut: int) -> None:
    # One in two hundred of the shortest ones looks like words.
    digests = [hashlib.sha256(bytes([number])).digest() for number in range(200)]
    missed = [
        each
        for each in digests
        if not any(
            reading.encoding == "Base64" and each.startswith(reading.digest)
            for reading in readings(base64.b64encode(each).decode()[:cut])
        )
    ]
    assert len(missed) < 6


@pytest.mark.parametrize(
    ("written", "differs"),
    [
        *[("abxd", True), ("abd", True), ("abbcd", True), ("abdc", True), ("bacd", True)],
        *[("abcd", False), ("abxy", False), ("ab", False), ("dcba", False), ("axxd", False)],
    ],
)
def test_two_keys_differ_in_one_digit_or_not(written: str, *, differs: bool) -> None:
    assert differs_in_one_digit(written, "abcd") is differs
