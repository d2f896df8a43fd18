"""Placeholders in documentation and examples are not values."""

import pytest

from reamaze_gui.core.page import Clue, Kind
from reamaze_gui.core.placeholders import is_instruction, is_placeholder
from reamaze_gui.core.reader import read
from tests.core.forms import CUSTOMER, KEY, SNIPPET
from tests.core.reading import entry_in, user_in

PLACEHOLDERS = (
    *("USER_ID", "USER_EMAIL", "AUTH_KEY", "AUTHKEY", "CUSTOMER_NAME", "CUSTOMER USER ID", "EMAIL"),
    *("your-user-id", "YOUR_EMAIL", "yourAuthKey", "Your name", "your_authkey_here", "YOUR-AUTHKEY"),
    *("xxx", "XXXX", "xxxxxxxx", "xxx@xxx.com", "...", "…", "***", "TODO", "CHANGE_ME", "REPLACE_ME"),
    *("<authkey>", "[EMAIL]", "{user.id}", "${user.id}", "{{ id }}", "<?= $id ?>", "%s", "%EMAIL%"),
    *("INSERT_AUTHKEY_HERE", "auth-key-goes-here", "user.id", "customer_email", "current_user.email"),
    *("the user's id", "hmac-sha256", "HMAC_SHA256", "SHA256 HMAC hexdigest", "generated-auth-key"),
    *("hmac_goes_here", "DEIN_AUTHKEY", "KUNDEN_ID", "VOTRE_EMAIL", "tu-id", "@authkey", ":user_id"),
    *("e***@example.org", "███@example.org", "eva@*****.org", "••••@••••.org", "[email\xa0protected]"),
    *("string", "where-the-authkey-goes", "REMOVED FOR SECURITY", "(hidden)", "redacted"),
    *("AUTHKEY_GENERATED_ON_SERVER", "«Email»", "0" * 64, "SIGNED_HASH"),
    *("your@email.com", "put your email here", "USER-ID", "id-here", "authkey"),
    *("<hmac of id:email>", "###EMAIL###", "email address of the user", "the computed HMAC", "HMAC-SHA256 of id:email"),
)  # fmt: skip
VALUES = (
    *("5", "wp-bob2", "zoe@example.org", "Zoë", "Youri", "youssef@example.org", "You Li", "00000"),
    *("key-west@example.org", "user1@example.org", "member-7", "userbob", "hash@example.org", KEY),
    *("Tu Nguyen", "ACME_CORP", "Din Djarin", "@zoe", "AB-1234567", "a" * 20, "KEYES"),
    *("Youngjin Park", "James Here", "Todo Bom", "[5]", "{3F2B8C1E-6d4a-4f7b-9999-0123456789ab}"),
    *("x@xx.com", "YOUNG", "Authur", "customer-123", "gid://shopify/Customer/5", "+14155552671", ""),
    *("e*a@example.org", "**bold**", "•"),
    *("Friends of the Earth", "Isle of the Dogs"),
    *("[object Object]", "<no value>", "undefined", f"<{KEY}>", f"[{KEY}]", "x" * 200),
)  # fmt: skip
README = """# reamaze-rails

Put this into your layout:

    <script>
      _support['user'] = {
        id: 'USER_ID',
        email: 'USER_EMAIL',
        name: 'USER_NAME',
        authkey: 'AUTH_KEY'
      };
    </script>
"""


@pytest.mark.parametrize("text", PLACEHOLDERS)
def test_a_placeholder_is_distinguished_from_a_value(text: str) -> None:
    assert is_placeholder(text)
    for name in ("id", "email", "authkey"):
        entry = entry_in(SNIPPET.replace(CUSTOMER[name], text), name)
        assert (entry.kind, entry.text) == (Kind.TEMPLATE, text)


@pytest.mark.parametrize("text", VALUES)
def test_a_value_is_no_placeholder(text: str) -> None:
    assert not is_placeholder(text)


@pytest.mark.parametrize("text", [README, README.replace("    ", ""), f"```html\n{README}\n```"])
def test_the_example_of_a_readme_has_placeholders_alone(text: str) -> None:
    user = user_in(text)
    assert {entry.kind for entry in user.entries} == {Kind.TEMPLATE}


def test_the_example_that_a_template_replaces_is_no_value() -> None:
    page = read("<script>_support.user = {id: /*[[${user.id}]]*/ '1', email: 'a@b.c'}</script>")
    assert page.user
    assert [entry.kind for entry in page.user.entries] == [Kind.TEMPLATE, Kind.TEXT]


@pytest.mark.parametrize("tag", ["[[${user.key}]]", "[(${user.key})]", "/*[[${user.key}]]*/ 'x'"])
def test_what_thymeleaf_fills_in_is_no_value(tag: str) -> None:
    page = read(f"<script>_support.user = {{id: '7', email: 'a@b.c', authkey: {tag}}}</script>")
    assert page.user
    assert [entry.kind for entry in page.user.entries] == [Kind.TEXT, Kind.TEXT, Kind.TEMPLATE]


def test_the_braces_of_smarty_are_braces() -> None:
    page = read("<script>_support.user = {ldelim}id: '7', email: '{$email}'{rdelim};</script>")
    assert page.user
    assert [entry.kind for entry in page.user.entries] == [Kind.TEXT, Kind.TEMPLATE]
    assert not page.seen(Clue.SYNTAX)


def test_what_the_shop_adds_to_a_customer_is_its_own_affair() -> None:
    user = user_in("_support.user = {id: '7', email: 'a@b.c', plan: 'xxx', note: 'USER_ID'}")
    assert {entry.kind for entry in user.entries} == {Kind.TEXT}


def test_who_was_only_a_placeholder_was_not_overwritten() -> None:
    page = read(f"_support.user = {{id: 'USER_ID', email: 'USER_EMAIL', authkey: 'x'}};\n{SNIPPET}")
    assert not page.overwritten
    page = read("<script>_support.user = {id: '1', email: 'a@b.c'}</script>" + SNIPPET)
    assert len(page.overwritten) == 1


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("{{ CUSTOMER EMAIL }}", True), ("USER_ID", True), ("your-authkey", True), ("xxx", True),
     ("{{ customer.email }}", False), ("<?= $id ?>", False), ("ZOE", False), ("5", False)],
)  # fmt: skip
def test_what_people_are_to_replace_is_distinguished_from_what_a_program_replaces(
    text: str,
    is_one: bool,  # noqa: FBT001
) -> None:
    assert is_instruction(text) is is_one
