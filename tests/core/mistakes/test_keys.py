"""Changes of a secret match the languages that make them, and are described without the secret."""

import base64
import json
import subprocess

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.mistakes import COMMON, key_changes, keys, unfilled
from tests.core.making import SECRETS

HOW = {slip.result: slip.make for slip in key_changes.CHANGES}
HEX = "6f1d8a3b5c7e9f0a2b4c6d8e0f1a3b5c7d9e1f2a"
NODE = {"decoded from hexadecimal": "hex", "decoded from Base64": "base64"}


@pytest.mark.parametrize("how", NODE)
@pytest.mark.parametrize("secret", [HEX, "c2Vz+YW1l/Qx=", "c2Vz-YW1l_Qx"])
def test_a_secret_is_decoded_as_node_does(how: str, secret: str) -> None:
    if NODE[how] == "hex" and secret != HEX:
        assert HOW[how](secret) == secret.encode()  # what Node makes of it is the empty key
        return
    code = f"console.log(Buffer.from(process.argv[1], '{NODE[how]}').toString('base64'))"
    answer = subprocess.run(["node", "-e", code, secret], capture_output=True, check=True).stdout
    assert HOW[how](secret) == base64.b64decode(answer)


@pytest.mark.parametrize(
    ("how", "function"),
    [
        ("which was escaped for HTML", "htmlspecialchars($secret)"),
        ("escaped as PHP's json_encode does", "substr(json_encode($secret), 1, -1)"),
        ("which was written in hexadecimal", "bin2hex($secret)"),
        ("which was written in Base64", "base64_encode($secret)"),
        ("which was replaced by its MD5 hash", "md5($secret)"),
        ("which was replaced by its SHA-1 hash", "sha1($secret)"),
        ("which was replaced by its SHA-256 hash", "hash('sha256', $secret)"),
        ("in UTF-16, which C# calls Unicode", "iconv('UTF-8', 'UTF-16LE', $secret)"),
        ("without the white space at its ends", "trim($secret)"),
        ("cut off before the = at its end", "rtrim($secret, '=')"),
    ],
)
def test_a_secret_is_changed_as_php_does(how: str, function: str) -> None:
    code = f"""$change = fn($secret) => base64_encode({function});
        echo json_encode(array_map($change, json_decode(stream_get_contents(STDIN))));"""
    # Python escapes an apostrophe in another way.
    secrets = [secret for secret in SECRETS if "'" not in secret or "HTML" not in how]
    answer = subprocess.run(
        ["php", "-r", code], input=json.dumps(secrets), capture_output=True, text=True, check=True
    )
    made = [base64.b64encode(HOW[how](secret)).decode() for secret in secrets]
    assert made == json.loads(answer.stdout)


@pytest.mark.parametrize(
    ("how", "secret", "key"),
    [
        ("cut off at a #, which begins a comment in an .env file", "open #sesame", "open"),
        ("without what follows a $, taken for the name of a variable", "o$pen-7", "o-7"),
    ],
)
def test_a_secret_is_cut_as_configuration_does(how: str, secret: str, key: str) -> None:
    assert HOW[how](secret) == key.encode()


@given(st.text(st.characters(exclude_categories=())))
@example("\ud800")
def test_every_change_takes_any_secret(secret: str) -> None:
    assert all(isinstance(slip.make(secret), bytes) for slip in key_changes.CHANGES)


def test_no_key_that_needs_no_secret_is_there_twice() -> None:
    made = [slip.make() for slip in keys.strangers({"id": "48151623"})]
    assert len(made) == len(set(made))
    assert made[-1] == b"48151623"


def test_what_is_often_left_in_for_a_key_counts_for_less_than_what_rarely_is() -> None:
    rare = {slip.make(): slip.weight > COMMON for slip in keys.strangers({})}
    for often, rarely in (
        (unfilled.PLACEHOLDERS, unfilled.RARE_PLACEHOLDERS),
        (unfilled.VARIABLES, unfilled.RARE_VARIABLES),
        (unfilled.NO_KEY, unfilled.RARE_NO_KEY),
    ):
        assert not any(rare[each.encode()] for each in often)
        assert all(rare[each.encode()] for each in {*rarely} - {*often})


@pytest.mark.parametrize(
    ("current", "says", "fix"),
    [
        ("acme", "The secret of another account of yours was used, not that of acme.", "acme"),
        ("", "The secret of another account of yours was used.", "Re:amaze"),
    ],
)
def test_another_account_is_not_named(current: str, says: str, fix: str) -> None:
    slip = keys.other_account(current)
    assert slip.says == says
    assert fix in slip.fix
    assert slip.make(Secret("öffne")) == "öffne".encode()


def test_a_secret_is_called_by_its_account_where_that_is_the_one_in_question() -> None:
    assert keys.key_of("acme", "acme") == "the SSO secret of acme"
    assert keys.key_of("", "") == "the SSO secret"
    assert keys.key_of("beta", "acme") == "the SSO secret of another account"
