"""The authkey equals other implementations' HMACs, and a secret is never shown."""

import json
import subprocess
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reamaze_gui.core.authkey import Secret, authkey, check_secret
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


@pytest.mark.parametrize("interpreter", PROGRAMS)
def test_other_languages_make_the_same_authkeys(interpreter: str) -> None:
    command = [*interpreter.split(), PROGRAMS[interpreter]]
    given = json.dumps(CASES)
    answer = subprocess.run(command, input=given, capture_output=True, text=True, check=True).stdout
    assert json.loads(answer) == [authkey(Secret(secret), *customer) for secret, *customer in CASES]


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


@pytest.mark.parametrize("hidden", ["\ufeff", "\u200b", "\0"], ids=ascii)
def test_an_invisible_character_within_a_secret_is_corrected(hidden: str) -> None:
    (remark,) = check_secret(f"open{hidden}sesame")
    assert not remark.stops
    assert remark.fix is not None
    assert remark.fix.value == "opensesame"
