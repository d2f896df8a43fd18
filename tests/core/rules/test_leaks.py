"""A secret is found in whatever way it is written, and never repeated."""

import json
import subprocess

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.page import Clue, Entry, Kind, Page, Place, Sighting, User
from reamaze_gui.core.rules import leaks
from reamaze_gui.core.rules.finding import Rule

# Written by others than us: what a page or its server would do to a secret.
WRITERS = """
const [secret] = process.argv.slice(1);
const hex = (number, digits) => number.toString(16).padStart(digits, '0');
const each = (write) => [...secret].map((c) => write(c.codePointAt(0), c)).join('');
const bytes = Buffer.from(secret);
console.log(JSON.stringify({
  'as it is': secret,
  'JSON': JSON.stringify(secret),
  'JSON in JSON': JSON.stringify(JSON.stringify(secret)),
  'JSON, for PHP': JSON.stringify(secret).replaceAll('/', '\\\\/'),
  'four digits': each((code) => '\\\\u' + hex(code, 4)),
  'braces': each((code) => `\\\\u{${hex(code, 1)}}`),
  'two digits': each((code) => code < 256 ? '\\\\x' + hex(code, 2) : '\\\\u' + hex(code, 4)),
  'octal': each((code, c) => code < 128 ? '\\\\' + code.toString(8).padStart(3, '0') : c),
  'needless backslashes': each((code, c) => /[\\w\\d]/.test(c) ? c : '\\\\' + c),
  'decimal entities': each((code) => `&#${code};`),
  'hexadecimal entities': each((code) => `&#x${hex(code, 2).toUpperCase()};`),
  'entities in JSON': JSON.stringify(each((code) => `&#${code};`)),
  'JSON in an attribute': JSON.stringify(secret).replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
  'encodeURIComponent': encodeURIComponent(secret),
  'form': new URLSearchParams({ secret }).toString(),
  'Base64': bytes.toString('base64'),
  'Base64 for addresses': bytes.toString('base64url'),
  'Base64 after one byte': Buffer.from('x' + secret).toString('base64'),
  'Base64 between two and one': Buffer.from('xx' + secret + 'y').toString('base64'),
  'Base64 between three and two': Buffer.from('xxx' + secret + 'yy').toString('base64'),
  'Base64 in an address': encodeURIComponent(bytes.toString('base64')),
  'hex': bytes.toString('hex'),
  'HEX': bytes.toString('hex').toUpperCase(),
}));
"""
SECRETS = {
    "letters": "Kd82nQx7vLw03TzRb5Yh",
    "signs": "a&b <c>\"d'/+e\\f%41=?~é€",
    "Base64 with signs": "~~~???>>>ÿÿÿ",
}
WRITTEN = {
    (kind, way): text
    for kind, secret in SECRETS.items()
    for way, text in json.loads(
        subprocess.run(
            ["node", "-e", WRITERS, secret], capture_output=True, check=True, text=True
        ).stdout
    ).items()
}


@pytest.mark.parametrize(("kind", "way"), WRITTEN, ids=str)
def test_a_secret_is_found_however_it_is_written(kind: str, way: str) -> None:
    secrets = {"lamps": Secret("another secret"), "acme": Secret(SECRETS[kind])}
    (finding,) = _found(leaks.known_secret, f"<p>\r\n\n'{WRITTEN[kind, way]}'\n</p>", secrets)
    assert "acme" in finding[0]
    assert finding[1] == 3
    assert SECRETS[kind] not in repr(finding)


@pytest.mark.parametrize(("kind", "way"), WRITTEN, ids=str)
def test_half_a_secret_is_no_secret(kind: str, way: str) -> None:
    text = WRITTEN[kind, way]
    half = text[: len(text) // 2]
    assert not _found(leaks.known_secret, half, {"acme": Secret(SECRETS[kind])})


@pytest.mark.parametrize("secret", ["", "secret", "1234567", "   secret   "])
def test_a_text_shorter_than_eight_characters_may_be_there_by_chance(secret: str) -> None:
    assert not _found(leaks.known_secret, f"secret 1234567 {secret}", {"acme": Secret(secret)})


def test_the_secrets_of_several_accounts_are_each_found() -> None:
    secrets = {"": Secret("the first of all"), "acme": Secret(" the second one\n")}
    found = _found(leaks.known_secret, "the second one\nthe first of all", secrets)
    assert [line for _, line in found] == [2, 1]
    (nameless, _), (named, _) = found
    assert named.replace(" of acme", "") == nameless != named


def test_a_secret_that_the_page_puts_together_is_found_in_the_value() -> None:
    secrets = {"acme": Secret("the first of all")}
    user = User(Place.USER, (Entry("authkey", "the first of all", 7),), 5)
    other = User(Place.USER, (), 9)
    for page in (Page("", user), Page("", None, (user,)), Page("", other, (user,))):
        (finding,) = leaks.known_secret(page, secrets)
        assert finding.line == 7


@given(st.text(st.characters(exclude_categories=()), min_size=8), st.text())
@example("the first of all", "%FF%c3 ")
def test_no_secret_and_no_page_is_too_strange(secret: str, around: str) -> None:
    found = _found(leaks.known_secret, f"{around}{secret}{around}", {"acme": Secret(secret)})
    assert len(found) == (len(secret.strip()) >= 8)


@pytest.mark.parametrize(
    "code",
    [
        "var reamaze_sso_secret = '9b2c7f61aa03d1e8';",
        "window.REAMAZE_SECRET=`9b2c7f61aa03d1e8`",
        '{"ssoSecretKey": "9b2c7f61aa03d1e8"}',
        "config['reamaze-sso-secret'] = '9b2c7f61aa03d1e8'",
        "define('SSO_SECRET', '9b2c7f61aa03d1e8')",
    ],
)
def test_what_is_named_as_the_secret_is_found_with_no_secret_known(code: str) -> None:
    ((_, line),) = _found(leaks.named_secret, f"\n\n{code}\n", {})
    assert line == 3
    assert not _found(leaks.named_secret, code, {"acme": Secret("9b2c7f61aa03d1e8")})
    assert not _found(leaks.named_secret, f"<?php {code}", {})


@pytest.mark.parametrize(
    "code",
    [
        "var client_secret = 'pi_3Nabc_secret_8Jdk22Hnm';",  # a payment service's, meant for pages
        "var reamaze_sso_secret = 'YOUR_SSO_SECRET';",
        "var reamaze_sso_secret = '{{ settings.secret }}';",
        "var reamaze_sso_secret = '';",
        "The SSO secret stands in: 'Account Settings'",
        "reamaze_sso_secret = readSecret('9b2c7f61aa03d1e8')",
    ],
)
def test_what_only_resembles_a_named_secret_is_none(code: str) -> None:
    assert not _found(leaks.named_secret, code, {})


@pytest.mark.parametrize(
    ("kind", "call", "is_leak"),
    [
        (Kind.COMPUTED, "sha256(key + id + ':' + email)", True),
        (Kind.COMPUTED, "CryptoJS.HmacSHA256(message, key)", True),
        (Kind.TEXT, "crypto.subtle.sign('HMAC', key, message)", True),
        (Kind.TEXT, "md5(email)", False),
        (None, "md5(email)", False),
        (None, "hmacSHA256(message, key)", True),
    ],
)
def test_an_authkey_made_in_the_browser_is_a_leak_and_an_avatar_is_none(
    kind: Kind | None, call: str, *, is_leak: bool
) -> None:
    user = User(Place.USER, (Entry("authkey", "…", 1, kind),), 1) if kind else None
    page = Page("<script>", user, sightings=(Sighting(Clue.HMAC, 4, call),))
    assert [finding.line for finding in leaks.browser_hmac(page, {})] == [4] * is_leak


@pytest.mark.parametrize("is_page", [True, False])
def test_what_runs_on_a_server_is_no_leak_unless_it_stands_in_a_page(*, is_page: bool) -> None:
    source = "const { createHmac } = require('crypto');"
    page = Page(source, sightings=(Sighting(Clue.HMAC, 1, "createHmac()"),), is_page=is_page)
    assert len([*leaks.browser_hmac(page, {})]) == is_page


def _found(rule: Rule, source: str, secrets: dict[str, Secret]) -> list[tuple[str, int]]:
    return [(finding.says, finding.line) for finding in rule(Page(source), secrets)]
