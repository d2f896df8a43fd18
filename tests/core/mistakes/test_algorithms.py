"""Each algorithm is what openssl and its name say."""

import hashlib
import hmac
import subprocess

import pytest

from reamaze_gui.core.mistakes import Slip
from reamaze_gui.core.mistakes.algorithms import KEYED, RIGHT, UNKEYED

KEY, TEXT = b"opensesame", b"48151623:zoe@example.org"
JOINED = {
    "joined;": KEY + TEXT,
    "joined, the text first;": TEXT + KEY,
    "joined with a colon;": KEY + b":" + TEXT,
    "joined with a colon, the text first;": TEXT + b":" + KEY,
}


def _openssl(name: str, data: bytes, *options: str) -> bytes:
    command = ["openssl", "dgst", f"-{name.lower().replace('sha-', 'sha')}", "-binary", *options]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout


def _hmac(name: str, key: bytes, data: bytes) -> bytes:
    return _openssl(name, data, "-mac", "HMAC", "-macopt", f"hexkey:{key.hex()}")


def _names(slips: tuple[Slip, ...]) -> list[str]:
    return [slip.says for slip in slips]


@pytest.mark.parametrize("length", [0, 1, 55, 63, 64, 65, 200])  # SHA-256 has blocks of 64 bytes
def test_the_right_one_is_hmac_sha256(length: int) -> None:
    key = bytes(range(1, length + 1))
    digest = RIGHT.make(key)
    for text in (TEXT, b"", TEXT * 100):
        assert digest(text) == hmac.digest(key, text, "sha256")
    assert not key or digest(TEXT) == _hmac("sha256", key, TEXT)


@pytest.mark.parametrize("slip", KEYED, ids=_names(KEYED))
def test_an_algorithm_with_a_key_does_what_openssl_does(slip: Slip) -> None:
    name = slip.called.removeprefix("HMAC-").lower()
    if "swapped" in slip.says:
        expected = _hmac(name, TEXT, KEY)
    elif "once more with the same secret" in slip.says:
        once = _hmac("sha256", KEY, TEXT)
        expected = _hmac("sha256", KEY, once if "bytes" in slip.says else once.hex().encode())
    elif slip.called.startswith("HMAC-"):
        expected = _hmac(name, KEY, TEXT)
    elif " of HMAC-" in slip.called:
        name, _, _ = name.partition(" ")
        expected = _openssl(name, _hmac("sha256", KEY, TEXT).hex().encode())
    else:
        (joined,) = (data for how, data in JOINED.items() if f"text {how}" in slip.says)
        expected = _openssl(name, joined)
    assert slip.make(KEY)(TEXT) == expected


@pytest.mark.parametrize("slip", UNKEYED, ids=_names(UNKEYED))
def test_an_algorithm_without_a_key_does_what_openssl_does(slip: Slip) -> None:
    once = _openssl(slip.called, TEXT)
    twice = hashlib.sha256(once.hex().encode()).digest()
    assert slip.make(TEXT) == (twice if "twice" in slip.says else once)
