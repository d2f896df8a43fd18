"""The slow functions match openssl, and are tried last."""

import re
import subprocess

import pytest

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.mistakes import Slip
from reamaze_gui.core.mistakes.algorithms import KEYED
from reamaze_gui.core.mistakes.decoders import ENOUGH
from reamaze_gui.core.mistakes.derived import SIZES, derived
from reamaze_gui.core.mistakes.search import Found, Targets, search
from reamaze_gui.core.mistakes.sent import Sent

KEY, TEXT = b"opensesame", b"48151623:zoe@example.org"
SENT = Sent("48151623", "zoe@example.org")
FAST = 2_000  # iterations: more take their time, and are the same function


def _openssl(name: str, size: int, **options: str) -> bytes:
    given = [part for option in options.items() for part in ("-kdfopt", ":".join(option))]
    command = ["openssl", "kdf", "-keylen", str(size), "-binary", *given, name]
    return subprocess.run(command, capture_output=True, check=True).stdout


def _pair(slip: Slip) -> dict[str, str]:
    """Return password and salt, as it is said which is which."""
    is_swapped = "the text as its salt" in slip.says
    password, salt = (KEY, TEXT) if is_swapped else (TEXT, KEY)
    return {"hexpass": password.hex(), "hexsalt": salt.hex()}


@pytest.mark.parametrize("size", [16, 20, 32, 64])
def test_pbkdf2_does_what_openssl_does(size: int) -> None:
    made = 0
    for slip in derived({size}):
        match = re.search(r"PBKDF2 with (\S+) \(iterations: ([0-9,]+)\)", slip.says)
        if match and (iterations := int(match[2].replace(",", ""))) <= FAST:
            made += 1
            options = {"digest": match[1].replace("-", ""), "iter": str(iterations)}
            options["pkcs5"] = "1"  # no salt is too short
            assert slip.make(KEY)(TEXT) == _openssl("PBKDF2", size, **_pair(slip), **options)
    assert made == 2 * (2 if size == 64 else 4)


def test_scrypt_does_what_openssl_does() -> None:
    slips = [slip for slip in derived({32}) if "scrypt" in slip.says]
    assert len(slips) == 2
    for slip in slips:
        cost = {"n": str(1 << 14), "r": "8", "p": "1"}
        assert slip.make(KEY)(TEXT) == _openssl("SCRYPT", 32, **_pair(slip), **cost)


def test_hkdf_does_what_openssl_does() -> None:
    slips = [slip for slip in KEYED if "HKDF" in slip.says]
    assert len(slips) == 2
    for slip in slips:
        used = {"hexkey": KEY.hex(), "hexsalt": "00", "hexinfo": TEXT.hex()}
        if "secret as its salt" in slip.says:
            used = {"hexkey": TEXT.hex(), "hexsalt": KEY.hex()}
        assert slip.make(KEY)(TEXT) == _openssl("HKDF", 32, digest="SHA256", **used)


def test_a_derived_key_is_found_whatever_its_length() -> None:
    made = {[*derived({size})][1].make(b"s3cr3t")(TEXT) for size in SIZES}
    targets = Targets(frozenset(each[:ENOUGH] for each in made), sizes=frozenset(SIZES))
    steps = search(SENT, {"acme": Secret("s3cr3t")}, targets, 3)
    found = [each for each in steps if isinstance(each, Found)]
    assert made <= {each.digest for each in found}
    assert {(each.account, each.text) for each in found} == {("acme", TEXT.decode())}


def test_no_key_is_derived_of_a_length_that_nobody_asks_for() -> None:
    assert not [*derived({8, 33})]


def test_without_a_secret_nothing_is_derived() -> None:
    targets = Targets(frozenset([bytes(ENOUGH)]), sizes=frozenset([32]))
    assert not [each for each in search(SENT, {}, targets, 3) if isinstance(each, Found)]
