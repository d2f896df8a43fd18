"""Each algorithm is what openssl and its name say."""

import base64
import hashlib
import hmac
import re
import subprocess
from collections.abc import Callable

import pytest

from reamaze_gui.core.mistakes import Slip
from reamaze_gui.core.mistakes.algorithms import KEYED, RIGHT, UNKEYED

KEY, TEXT = b"opensesame", b"48151623:zoe@example.org"
JOINTS = {
    "": b"",
    "a colon": b":",
    "a bar": b"|",
    "a hyphen": b"-",
    "an underscore": b"_",
    "a dot": b".",
    "a comma": b",",
    "a space": b" ",
    "a line break": b"\n",
}
WRITTEN: dict[str, Callable[[bytes], bytes]] = {
    "digits": lambda made: made.hex().encode(),
    "bytes": bytes,
    "Base64": base64.b64encode,
}
SAYS = re.compile(
    r"The authkey is not an HMAC, but the (?P<name>\S+) of "
    r"(?P<order>(?:\w+, )?\w+ and \w+) joined(?: with (?P<joint>[^,]+?))?(?P<wide>, in UTF-16)?\."
)


def _openssl(name: str, data: bytes, *options: str) -> bytes:
    called = name.lower().replace("sha-", "sha").replace("/", "-").replace("blake2b-", "blake2b")
    called = called.replace("blake2s-", "blake2s").replace("ripemd-", "ripemd")
    command = ["openssl", "dgst", f"-{called}", "-binary", *options]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout


def _hmac(name: str, key: bytes, data: bytes) -> bytes:
    return _openssl(name, data, "-mac", "HMAC", "-macopt", f"hexkey:{key.hex()}")


def _names(slips: list[Slip]) -> list[str]:
    return [slip.says for slip in slips]


@pytest.mark.parametrize("length", [0, 1, 55, 63, 64, 65, 200])  # SHA-256 has blocks of 64 bytes
def test_the_right_one_is_hmac_sha256(length: int) -> None:
    key = bytes(range(1, length + 1))
    digest = RIGHT.make(key)
    for text in (TEXT, b"", TEXT * 100):
        assert digest(text) == hmac.digest(key, text, "sha256")
    assert not key or digest(TEXT) == _hmac("sha256", key, TEXT)


def _hash(name: str, data: bytes) -> bytes:
    return hashlib.new(name.lower().replace("sha-", "sha").replace("-", "_"), data).digest()


PLAIN = [slip for slip in KEYED if "swapped" in slip.says or slip.says.startswith("The algorithm")]


@pytest.mark.parametrize("slip", PLAIN, ids=_names(PLAIN))
def test_an_algorithm_with_a_key_does_what_openssl_does(slip: Slip) -> None:
    name = slip.result.removeprefix("HMAC-").lower()
    pair = (TEXT, KEY) if "swapped" in slip.says else (KEY, TEXT)
    assert slip.make(KEY)(TEXT) == _hmac(name, *pair)


def test_secret_and_text_are_joined_as_it_is_said() -> None:
    joins = [(slip, match) for slip in KEYED if (match := SAYS.fullmatch(slip.says))]
    assert len(joins) == 6 * (4 * len(JOINTS) + 12)
    for slip, match in joins:
        joint = JOINTS[match["joint"] or ""]
        joined = {
            "secret and text": KEY + joint + TEXT,
            "text and secret": TEXT + joint + KEY,
            "ID, secret and email": TEXT.replace(b":", joint + KEY + joint),
            "secret, text and secret": KEY + joint + TEXT + joint + KEY,
        }[match["order"]]
        joined = joined.decode().encode("utf-16-le") if match["wide"] else joined
        assert slip.make(KEY)(TEXT) == _hash(match["name"], joined)


def test_an_hmac_is_digested_once_more_as_it_is_said() -> None:
    again = [slip for slip in KEYED if "once more" in slip.says]
    assert len(again) == 4 * 3 + 3 * 3
    for slip in again:
        (write,) = (write for how, write in WRITTEN.items() if f"as {how}" in slip.says)
        if "signed once more" in slip.says:
            name = slip.result.removeprefix("HMAC-").lower()
            once = hmac.digest(KEY, TEXT, name)
            assert slip.make(KEY)(TEXT) == hmac.digest(KEY, write(once), name)
        else:
            name = slip.result.partition(" ")[0]
            assert slip.make(KEY)(TEXT) == _hash(name, write(hmac.digest(KEY, TEXT, "sha256")))


@pytest.mark.parametrize(
    "slip", [slip for slip in UNKEYED if "twice" not in slip.says], ids=lambda slip: slip.result
)
def test_an_algorithm_without_a_key_does_what_openssl_does(slip: Slip) -> None:
    assert slip.make(TEXT) == _openssl(slip.result, TEXT)


def test_a_text_is_hashed_twice_as_it_is_said() -> None:
    for slip in (slip for slip in UNKEYED if "twice" in slip.says):
        (write,) = (write for how, write in WRITTEN.items() if f"as {how}" in slip.says)
        assert slip.make(TEXT) == _hash(slip.result, write(_hash(slip.result, TEXT)))


def test_what_is_joined_signed_or_hashed_otherwise_is_made_as_it_is_said() -> None:
    slips = {slip.says: slip.make(KEY)(TEXT) for slip in KEYED}
    size = "BLAKE2b with its own key option (256 bits) was used instead of HMAC."
    joined = "The authkey is not an HMAC, but the SHA-1 of the text's MD5 and secret joined."
    assert slips[joined] == _hash("SHA-1", _hash("MD5", TEXT).hex().encode() + KEY)
    signed = slips["The secret was signed as well: secret and text joined with a colon."]
    assert signed == hmac.digest(KEY, KEY + b":" + TEXT, "sha256")
    signed = slips["The bytes of the text's SHA-1 were signed instead of the text."]
    assert signed == hmac.digest(KEY, _hash("SHA-1", TEXT), "sha256")
    assert slips[size] == hashlib.blake2b(TEXT, key=KEY, digest_size=32).digest()
