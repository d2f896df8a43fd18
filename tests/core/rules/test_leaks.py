"""A secret is found however it is encoded, and never repeated."""

import base64
import json
import subprocess
from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.page import Clue, Entry, Kind, Page, Place, Sighting, User
from reamaze_gui.core.reader import read
from reamaze_gui.core.rules import judge, leaks
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


@cache
def ways(kind: str) -> dict[str, str]:
    """Return the secret as each of the ways writes it."""
    command = ["node", "-e", WRITERS, SECRETS[kind]]
    answer = subprocess.run(command, capture_output=True, check=True, text=True)
    written: dict[str, str] = json.loads(answer.stdout)
    return written


@pytest.mark.parametrize("kind", SECRETS)
def test_a_secret_is_found_however_it_is_written(kind: str) -> None:
    secrets = {"lamps": Secret("another secret"), "acme": Secret(SECRETS[kind])}
    for way, text in ways(kind).items():
        found = _found(leaks.known_secret, f"<p>\r\n\n'{text}'\n</p>", secrets)
        assert [line for _, line in found] == [3], way
        assert SECRETS[kind] not in repr(found), way


PIECES = {
    "joined": '"Kd82nQx7vL" +\n  "w03TzRb5Yh"',
    "in a list": "['Kd82nQx7vL', 'w03TzRb5Yh'].join('')",
    "wrapped": "Kd82nQx7vL=\nw03TzRb5Yh",
    "in groups": "kd82 nqx7 vlw0 3tzr b5yh",
    "with soft hyphens": "Kd82nQx7vL&shy;w03Tz\u200bRb5Yh",
    "with marks of direction": "\u2066Kd82nQx7vL\u200ew03TzRb5Yh\u2069",
    "backwards": "hY5bRzT30wLv7xQn28dK",
    "by letters": "Xq82aDk7iYj03GmEo5Lu",
    "Base64 of Base64": base64.b64encode(base64.b64encode(b"Kd82nQx7vLw03TzRb5Yh\n")).decode(),
    "in UTF-16": base64.b64encode("Kd82nQx7vLw03TzRb5Yh".encode("utf-16-le")).decode(),
}


@pytest.mark.parametrize("text", PIECES.values(), ids=PIECES)
def test_a_secret_is_found_in_pieces_and_in_disguise(text: str) -> None:
    ((_, line),) = _found(leaks.known_secret, f"<p>\n\n{text}\n", {"": Secret(SECRETS["letters"])})
    assert line == 3


@pytest.mark.parametrize("secret", ["customer-support-desk", "2026-11-30-10-11", "test-secret-12"])
def test_words_and_numbers_of_a_text_are_no_secret_in_pieces(secret: str) -> None:
    text = "Our customer support: desk 7, 2026/11/30, 10:11. The latest secret 12"
    assert not _found(leaks.known_secret, text, {"": Secret(secret)})


@pytest.mark.parametrize("kind", SECRETS)
def test_half_a_secret_is_no_secret(kind: str) -> None:
    for way, text in ways(kind).items():
        half = text[: len(text) // 2]
        assert not _found(leaks.known_secret, half, {"acme": Secret(SECRETS[kind])}), way


@pytest.mark.parametrize("secret", ["", "secret", "1234567", "   secret   "])
def test_a_text_shorter_than_eight_characters_may_be_there_by_chance(secret: str) -> None:
    assert not _found(leaks.known_secret, f"secret 1234567 {secret}", {"acme": Secret(secret)})


def test_the_secrets_of_several_accounts_are_each_found_and_no_other_account_is_named() -> None:
    secrets = {"acme": Secret("the first of all"), "globex": Secret(" the second one\n")}
    found = _found(leaks.known_secret, "the second one\nthe first of all", secrets)
    assert [line for _, line in found] == [2, 1]
    (own, _), (others, _) = found
    assert own.startswith("The SSO secret was found in this text.")
    assert others.startswith("The SSO secret of another account of yours was found in this text.")


@pytest.mark.parametrize("account", ["globex", "initech"])
def test_whose_secret_it_is_depends_on_the_account_that_the_page_names(account: str) -> None:
    page = Page("the first of all", account=Entry("account", account, 1))
    secrets = {"globex": Secret("another secret"), "initech": Secret("the first of all")}
    (finding,) = leaks.known_secret(page, secrets)
    assert ("another account" in finding.says) is (account == "globex")


@pytest.mark.parametrize(
    ("authkey", "what"),
    [
        ("Kd82nQx7vLw03TzRb5Yh", "is the SSO secret."),
        ("Kd82nQx7vL", "is the first 10 characters of the SSO secret."),
        ("kd82nqx7vlw03tzrb5yh", "is the SSO secret, in another case."),
        ("S2Q4Mm5ReDd2THcwM1R6UmI1WWg=", "is the SSO secret, written in Base64."),
        ("hY5bRzT30wLv7xQn28dK", "is the SSO secret, written backwards."),
    ],
)
def test_a_secret_that_is_sent_as_the_authkey_is_said_to_be_that(authkey: str, what: str) -> None:
    user = User(Place.USER, (Entry("id", "7", 6), Entry("authkey", authkey, 7)), 5)
    secrets = {"acme": Secret(SECRETS["letters"])}
    (finding,) = leaks.known_secret(Page(f"authkey: '{authkey}'", user), secrets)
    assert f"The authkey of this page {what}" in finding.says
    assert finding.line == 7


def test_a_secret_that_the_page_puts_together_is_found_in_the_value() -> None:
    secrets = {"acme": Secret("the first of all")}
    user = User(Place.USER, (Entry("authkey", "the first of all", 7),), 5)
    other = User(Place.USER, (), 9)
    for page in (Page("", user), Page("", None, (user,)), Page("", other, (user,))):
        (finding,) = leaks.known_secret(page, secrets)
        assert finding.line == 7


def test_in_any_value_that_the_page_puts_together_a_secret_is_found() -> None:
    entries = (Entry("id", "7", 6), Entry("note", "It is THE FIRST OF ALL.", 7))
    (finding,) = leaks.known_secret(
        Page("", User(Place.USER, entries, 5)), {"acme": Secret("the first of all")}
    )
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
        "define('SSO_SECRET', '9b2c7f61aa03d1e8')",
    ],
)
def test_what_is_named_as_the_secret_is_found_with_no_secret_known(code: str) -> None:
    ((_, line),) = _found(leaks.named_secret, f"\n\n{code}\n", {})
    assert line == 3
    assert not _found(leaks.named_secret, code, {"acme": Secret("9b2c7f61aa03d1e8")})
    assert _found(leaks.named_secret, f"<?php {code}", {})  # whoever has the text can read it


SIGNING_TAG = (
    "_support.user = {id: '{{ id }}', authkey: '{{ id | hmac_sha256: \"opensesame-12345\" }}'};"
)


def test_a_secret_with_which_a_template_signs_is_not_said_to_be_sent_as_the_authkey() -> None:
    page = read(SIGNING_TAG)
    [finding] = leaks.known_secret(page, {"": Secret("opensesame-12345")})
    assert finding.says.startswith("The SSO secret was found in this text.")
    assert finding.line == 1
    [finding] = leaks.named_secret(read(SIGNING_TAG.replace("-12345", "-543210")), {})
    assert "authkey" not in finding.says


def test_a_named_secret_that_is_sent_as_the_authkey_is_said_to_be_that() -> None:
    user = User(Place.USER, (Entry("authkey", "OPENSESAME-12345", 7),), 5)
    (finding,) = leaks.named_secret(Page("SSO key: opensesame-12345\n", user), {})
    assert "It is sent as the authkey, too." in finding.says
    assert "opensesame" not in repr(finding)


@pytest.mark.parametrize(
    "code",
    [
        "HmacSHA256(m, process.env.NEXT_PUBLIC_REAMAZE_SSO_SECRET)",
        "process.env.REACT_APP_SSO_SECRET",
        "process.env.GATSBY_REAMAZE_SECRET",
        "process.env.EXPO_PUBLIC_SSO_KEY",
        "import.meta.env.VITE_REAMAZE_SSO_KEY",
        "import { PUBLIC_SSO_SECRET } from '$env/static/public'",
        "process.env.VUE_APP_REAMAZE_SSO_SECRET",
        "useRuntimeConfig().public.reamazeSecret",
        "process.env['NEXT_PUBLIC_SSO_SECRET']",
        "HmacSHA256(message, process.env.NEXT_PUBLIC_SSO)",
        "hmac(environment.ssoSecret)",
        "export async function GET() { sign(process.env.NEXT_PUBLIC_SSO_SECRET) }",
        "NEXT_PUBLIC_REAMAZE_SSO_SECRET=",
    ],
)
def test_a_variable_compiled_into_the_page_gives_the_secret_away(code: str) -> None:
    ((_, line),) = _found(leaks.browser_hmac, f"\n{code}\n", {})
    assert line == 2


@pytest.mark.parametrize(
    "code",
    [
        "process.env.REAMAZE_SSO_SECRET",
        "process.env.NEXT_PUBLIC_REAMAZE_ACCOUNT",
        "stripe(process.env.NEXT_PUBLIC_STRIPE_KEY)",
        "const url = process.env.REACT_APP_URL + '/authkey'",
        "import.meta.env.REAMAZE_SSO_SECRET",
        "useRuntimeConfig().reamazeSecret",
        "import { SSO_SECRET } from '$env/static/private'",
    ],
)
def test_a_variable_that_stays_on_the_server_does_not(code: str) -> None:
    assert not _found(leaks.browser_hmac, code, {})


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


@pytest.mark.parametrize("authkey", ["5a" * 32, "5A" * 32])
def test_an_hmac_beside_a_whole_authkey_signs_something_else(authkey: str) -> None:
    user = User(Place.USER, (Entry("authkey", authkey, 2),), 1)
    page = Page("<script>", user, sightings=(Sighting(Clue.HMAC, 4, "HmacSHA256(body, key)"),))
    assert not [*leaks.browser_hmac(page, {})]


@pytest.mark.parametrize("is_page", [True, False])
def test_what_runs_on_a_server_is_no_leak_unless_it_stands_in_a_page(*, is_page: bool) -> None:
    source = "const { createHmac } = require('crypto');"
    source = f"<script>{source}</script>" if is_page else source
    page = Page(source, sightings=(Sighting(Clue.HMAC, 1, "createHmac()"),), is_page=is_page)
    assert len([*leaks.browser_hmac(page, {})]) == is_page


def _found(rule: Rule, source: str, secrets: dict[str, Secret]) -> list[tuple[str, int]]:
    return [(finding.says, finding.line) for finding in rule(Page(source), secrets)]


def test_a_secret_that_is_used_no_more_is_found_in_the_text_and_as_the_authkey() -> None:
    former = [Secret("the one of last year"), Secret("nowhere to be seen")]
    (finding,) = leaks.former_secret(Page("<p>\nthe one of last year"), former)
    assert finding.says.startswith("An earlier SSO secret of yours was found in this text.")
    assert (finding.id, finding.line) == ("secret", 2)
    user = User(Place.USER, (Entry("authkey", "raey tsal fo eno eht", 7),), 6)
    (finding,) = leaks.former_secret(Page("authkey: …", user), former)
    assert finding.line == 7


def test_a_secret_that_is_used_no_more_is_reported_once_though_it_is_named_as_the_secret() -> None:
    source = "<script>var ssoSecret = 'Kd82nQx7vLw03TzRb5Yh';</script>"
    page, former = read(source), [Secret("Kd82nQx7vLw03TzRb5Yh")]
    assert "secret-name" in [each.id for each in judge(page, {})]
    ids = [each.id for each in judge(page, {}, former)]
    assert [each for each in ids if each.startswith("secret")] == ["secret"]
    assert "secret-name" in [each.id for each in judge(page, {}, [Secret("another of mine")])]


@pytest.mark.parametrize("around", [" {}\n", '"{}"'])
def test_a_secret_once_saved_with_white_space_is_no_earlier_one(around: str) -> None:
    secret = "Kd82nQx7vLw03TzRb5Yh"
    page = read(f"<script>var ssoSecret = {around.format(secret)!r};</script>")
    former = [Secret(around.format(secret)), Secret(secret)]
    known = judge(page, {"acme": Secret(secret)}, former)
    assert [each.says for each in known if "earlier" in each.says] == []
    assert [each.id for each in judge(page, {}, former)].count("secret") == 1
