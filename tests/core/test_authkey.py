"""The authkey equals other implementations' HMACs, and a secret is never shown."""

import json
import subprocess
from collections.abc import Iterable
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reamaze_gui.core.authkey import Secret, authkey, check_secret, message
from reamaze_gui.core.characters import LONGEST
from tests.core.sentences import faults

SECRETS = (
    *("s", "pässwörd", "\N{KEY}\N{OLD KEY}", " at both ends ", "line\nbreak\r\n", "nul\0nul"),
    *("a" * 64, "a" * 65, "key" * 4_000),  # SHA-256 has blocks of 64 bytes; longer keys are hashed
)
CUSTOMERS = (
    *(("48151623", "zoe@example.org"), ("", "zoe@example.org"), ("7", ""), ("", "")),
    *(("a:b", "c:d"), (":", ":"), ("zoë", "zoë@exämple.org"), ("zoe\u0308", "ZOE@EXAMPLE.ORG")),
    *(("\N{GRINNING FACE}", "\N{MUSICAL SYMBOL G CLEF}"), ("1\n", "\r\n"), ("\0", "a\0b")),
    *((" 7 ", "\t"), ("9" * 10_000, "z" * 10_000), ("'\"\\$`%s", "</script>&amp;")),
)
CASES = [(secret, *customer) for secret, customer in product(SECRETS, CUSTOMERS)]

# Each reads [[secret, id, email], …] as JSON and answers with a list of authkeys.
PROGRAMS = {
    "php -r": """
        $cases = json_decode(stream_get_contents(STDIN));
        $sign = fn($case) => hash_hmac('sha256', $case[1] . ':' . $case[2], $case[0]);
        echo json_encode(array_map($sign, $cases));
    """,
    "ruby -e": """
        require 'json'
        require 'openssl'
        puts JSON.generate(JSON.parse($stdin.read).map { |secret, id, email|
          OpenSSL::HMAC.hexdigest('SHA256', secret, id + ':' + email)
        })
    """,
    "node -e": """
        const {createHmac} = require('crypto'), cases = JSON.parse(require('fs').readFileSync(0))
        const sign = ([secret, id, email]) =>
            createHmac('sha256', secret).update(id + ':' + email).digest('hex')
        console.log(JSON.stringify(cases.map(sign)))
    """,
}

# RFC 4231, section 4, and the three examples that everybody's documentation repeats.
RFC_6 = b"Test Using Larger Than Block-Size Key - Hash Key First"
RFC_7 = (
    b"This is a test using a larger than block-size key and a larger than block-size data. "
    b"The key needs to be hashed before being used by the HMAC algorithm."
)
PUBLISHED = {
    "RFC 4231, 1": (b"\x0b" * 20, b"Hi There", "b0344c61d8db3853", "2e32cff7"),
    "RFC 4231, 2": (b"Jefe", b"what do ya want for nothing?", "5bdcc146bf60754e", "64ec3843"),
    "RFC 4231, 3": (b"\xaa" * 20, b"\xdd" * 50, "773ea91e36800e46", "ced565fe"),
    "RFC 4231, 4": (bytes(range(1, 26)), b"\xcd" * 50, "82558a389a443c0e", "29665b"),
    "RFC 4231, 6": (b"\xaa" * 131, RFC_6, "60e431591ee0b67f", "0ee37f54"),
    "RFC 4231, 7": (b"\xaa" * 131, RFC_7, "9b09ffa71b942fcb", "5c3a35e2"),
    "Polyjuice": (b"Polina", b"Polyjuice", "8e0d5d65", "dc20"),
    "Message": (b"secret", b"Message", "aa747c50", "5597"),
    "hey": (b"secret_key", b"hey", "8df897f8", "508e"),
}


@pytest.mark.parametrize("interpreter", PROGRAMS)
def test_other_languages_make_the_same_authkeys(interpreter: str) -> None:
    command = [*interpreter.split(), PROGRAMS[interpreter]]
    given = json.dumps(CASES)
    answer = subprocess.run(command, input=given, capture_output=True, text=True, check=True).stdout
    assert json.loads(answer) == [authkey(Secret(secret), *customer) for secret, *customer in CASES]


@pytest.mark.parametrize("secret", SECRETS, ids=lambda secret: f"{len(secret)}: {secret[:12]!a}")
def test_openssl_makes_the_same_authkeys(secret: str, tmp_path: Path) -> None:
    signed = [":".join(customer).encode() for customer in CUSTOMERS]
    expected = _openssl(secret.encode(), signed, tmp_path)
    assert [authkey(Secret(secret), *customer) for customer in CUSTOMERS] == expected


# No published vector has a colon, so our own function can't be asked for one; the oracle can.
@pytest.mark.parametrize(("key", "signed", "begin", "end"), PUBLISHED.values(), ids=PUBLISHED)
def test_the_oracle_knows_the_published_vectors(
    key: bytes, signed: bytes, begin: str, end: str, tmp_path: Path
) -> None:
    (digest,) = _openssl(key, [signed], tmp_path)
    assert (digest[: len(begin)], digest[-len(end) :]) == (begin, end)


@given(secret=st.text(), id=st.text(), email=st.text())
def test_an_authkey_is_64_lower_case_hex_digits(secret: str, id: str, email: str) -> None:
    digest = authkey(Secret(secret), id, email)
    assert len(digest) == 64
    assert set(digest) <= set("0123456789abcdef")


def test_composed_and_decomposed_letters_are_not_the_same() -> None:
    composed, decomposed = "zo\u00eb@example.org", "zoe\u0308@example.org"
    assert authkey(Secret("s"), "7", composed) != authkey(Secret("s"), "7", decomposed)


def test_a_colon_in_the_id_makes_two_customers_the_same() -> None:
    assert message("7:a", "b@example.org") == message("7", "a:b@example.org") == "7:a:b@example.org"


@pytest.mark.parametrize("where", ["secret", "id", "email"])
def test_a_lone_surrogate_cannot_be_signed(where: str) -> None:
    values = {"secret": "s", "id": "7", "email": "zoe@example.org", where: "\ud800"}
    with pytest.raises(UnicodeEncodeError):
        authkey(Secret(values["secret"]), values["id"], values["email"])


def test_no_way_to_print_a_secret_spells_it_out() -> None:
    secret = Secret("opensesame")
    printed = (repr(secret), str(secret), f"{secret!s:>40}", "%r" % [secret], ascii({"s": secret}))
    assert not [text for text in printed if "opensesame" in text]
    assert repr(secret) == "Secret(…)"


@pytest.mark.parametrize(
    ("secret", "label", "cleaned"),
    [
        (" opensesame", "Remove the white space", "opensesame"),
        ("opensesame\r\n", "Remove the white space", "opensesame"),
        ('"opensesame"', "Remove the quotes", "opensesame"),
        ("'opensesame'", "Remove the quotes", "opensesame"),
        ("“opensesame”", "Remove the quotes", "opensesame"),
        ("‘opensesame’\n", "Remove the quotes", "opensesame"),
        ("` opensesame `", "Remove the quotes", "opensesame"),
        ('" "open" "', "Remove the quotes", '"open"'),
    ],
    ids=ascii,
)
def test_what_stands_around_a_secret_is_reported_and_can_be_removed(
    secret: str, label: str, cleaned: str
) -> None:
    (remark,) = check_secret(secret)
    assert not faults(remark.says)
    assert not remark.stops  # it may be part of the secret, so the user decides
    assert remark.fix
    assert (remark.fix.label, remark.fix.value) == (label, cleaned)


@pytest.mark.parametrize(
    "secret", ["", " ", "\n\t", '""', "' '", "“”", "a\ud800b", "\udfff"], ids=ascii
)
def test_what_can_be_no_secret_is_a_problem_without_a_correction(secret: str) -> None:
    (remark,) = check_secret(secret)
    assert not faults(remark.says)
    assert (remark.stops, remark.fix) == (True, None)


def test_a_whole_page_is_no_secret() -> None:
    assert [remark.stops for remark in check_secret("<p>" * LONGEST)] == [True]


@pytest.mark.parametrize("secret", ["opensesame", "'", '"open', "two words", "pässwörd", "a'b'"])
def test_there_is_no_remark_about_a_good_secret(secret: str) -> None:
    assert not [*check_secret(secret)]


@given(st.text(" \n\"'`“”‘’a\ud800"))
def test_removing_what_stands_around_a_secret_ends(secret: str) -> None:
    lengths = [len(secret)]
    while fixes := [remark.fix for remark in check_secret(secret) if remark.fix]:
        secret = fixes[0].value
        lengths.append(len(secret))
    assert lengths == sorted(set(lengths), reverse=True)


def _openssl(key: bytes, messages: Iterable[bytes], directory: Path) -> list[str]:
    """Return the HMAC-SHA256 of each message; they reach openssl in files, the key as hex."""
    files = []
    for number, signed in enumerate(messages):
        files.append(directory / f"{number}")
        files[-1].write_bytes(signed)
    command = ["openssl", "dgst", "-sha256", "-mac", "HMAC", "-macopt", f"hexkey:{key.hex()}", "-r"]
    answer = subprocess.run([*command, *files], capture_output=True, text=True, check=True).stdout
    return [line.split()[0] for line in answer.splitlines()]


@pytest.mark.parametrize("hidden", ["\ufeff", "\u200b", "\0"], ids=ascii)
def test_an_invisible_character_within_a_secret_is_a_warning_with_its_correction(
    hidden: str,
) -> None:
    (remark,) = check_secret(f"open{hidden}sesame")
    assert not remark.stops
    assert remark.fix is not None
    assert remark.fix.value == "opensesame"
