"""The page has the customer's snippet unchanged, runs nothing else, and never has the secret."""

import hashlib
from base64 import b64encode

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.preview import Mode, Preview, compose
from reamaze_gui.core.snippets import LOADER
from reamaze_gui.core.try_page import TRIED, TryPage, write_try_page

SECRET = Secret("never-in-the-page-0451")
ZOE = Customer("48151623", "zoe@example.org", "Zoë", "+14155552671", "https://example.org/z.png")
HOSTILE = Customer(
    "a:b</dd></script><script>evil()</script>",
    "o'neil+tag&co@example.org",
    "</title></bdi></pre><!--<script>\"$style ${who} {{x}}' &lt; \u202e \U0001f600 ]]>",
    avatar='https://example.org/?a=1&b="><img src=x onerror=evil()>',
)


def composed(customer: Customer, mode: Mode = Mode.AUTHENTICATED, account: str = "acme") -> Preview:
    return compose(customer, SECRET, TRIED, mode=mode, account=account)


def written(customer: Customer, mode: Mode = Mode.AUTHENTICATED, account: str = "acme") -> TryPage:
    return write_try_page(composed(customer, mode, account), customer, account, mode)


def directives(page: TryPage) -> dict[str, list[str]]:
    words = (directive.split() for directive in page.policy.split(";"))
    return {name: sources for name, *sources in words}


def outline(page: TryPage) -> list[str | None]:
    root = LexborHTMLParser(page.html).root
    assert root
    return [node.tag for node in root.traverse()]


def identity(page: TryPage) -> dict[str, str]:
    tree = LexborHTMLParser(page.html)
    labels = [node.text() for node in tree.css("dt")]
    return dict(zip(labels, [node.text() for node in tree.css("dd")], strict=True))


both_modes = pytest.mark.parametrize("mode", Mode, ids=lambda mode: mode.name)
customers = pytest.mark.parametrize("customer", [ZOE, HOSTILE], ids=["ordinary", "hostile"])


@both_modes
@customers
def test_the_snippet_is_there_to_be_run_and_read(customer: Customer, mode: Mode) -> None:
    snippet = composed(customer, mode).snippet
    page = written(customer, mode)
    assert page.html.count(snippet) == 1
    [shown] = LexborHTMLParser(page.html).css("pre")
    assert shown.text() == snippet


@both_modes
@customers
def test_the_policy_allows_the_scripts_of_the_page_by_their_hashes_and_no_other(
    customer: Customer, mode: Mode
) -> None:
    page = written(customer, mode)
    scripts = [
        node for node in LexborHTMLParser(page.html).css("script") if not node.attributes.get("src")
    ]
    digests = (hashlib.sha256(each.text().encode()).digest() for each in scripts)
    hashes = {f"'sha256-{b64encode(digest).decode()}'" for digest in digests}
    hosts = {"https://*.reamaze.com", "https://*.reamaze.io"}
    assert len(hashes) == 3
    assert {*directives(page)["script-src"]} == hashes | hosts


def test_the_policy_lets_nothing_but_pictures_come_from_elsewhere() -> None:
    policy = directives(written(ZOE))
    assert policy.pop("img-src") == ["data:", "blob:", "https:"]
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == ["'none'"]
    own = {"'none'", "data:", "blob:"}
    for name, sources in policy.items():
        hosts = {each for each in sources if each not in own and "sha256" not in each}
        if name == "style-src":
            hosts -= {"'unsafe-inline'"}
        assert {each.partition("*.")[2] for each in hosts} <= {"reamaze.com", "reamaze.io"}
        assert {each.partition(":")[0] for each in hosts} <= {"https", "wss"}


def test_the_loader_comes_after_all_that_it_must_see() -> None:
    tree = LexborHTMLParser(written(ZOE).html)
    sources = [node.attributes.get("src") for node in tree.css("script")]
    assert sources == [None, None, None, LOADER]


@customers
def test_no_value_becomes_markup(customer: Customer) -> None:
    plain = Customer("1", "zoe@example.org", "Zoë", "+14155552671", "https://example.org/z.png")
    same_fields = Customer(
        *(getattr(plain, name) if getattr(customer, name) else "" for name in plain.__slots__)
    )
    assert outline(written(customer)) == outline(written(same_fields))


@given(
    id=st.text(st.characters(exclude_categories=("C", "Z")), min_size=1),
    name=st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))),
)
def test_any_customer_who_has_a_snippet_is_shown_as_typed(name: str, id: str) -> None:
    customer = Customer(id, "zoe@example.org", name)
    assume(composed(customer).snippet)
    shown = identity(written(customer))
    assert (shown["Customer ID"], shown.get("Name", "")) == (id, name)
    assert outline(written(customer)) == outline(
        written(Customer("1", "z@example.org", name and "Z"))
    )


def test_the_identity_names_what_is_sent_and_what_was_signed() -> None:
    assert identity(written(ZOE)) == {
        "Customer ID": ZOE.id,
        "Email": ZOE.email,
        "Name": ZOE.name,
        "Phone": ZOE.phone,
        "Avatar URL": ZOE.avatar,
        "Signed text": "48151623:zoe@example.org",
    }
    assert identity(written(ZOE, Mode.WEAK)) == {"Email": ZOE.email, "Name": ZOE.name}


def test_each_mode_says_what_to_look_for_and_what_the_other_does() -> None:
    texts = {mode: LexborHTMLParser(written(ZOE, mode).html).text() for mode in Mode}
    assert "past conversations of this customer show" in texts[Mode.AUTHENTICATED]
    assert "Weak SSO looks much the same" in texts[Mode.AUTHENTICATED]
    assert "past conversations stay hidden" in texts[Mode.WEAK]
    assert "With an authkey" in texts[Mode.WEAK]
    assert "Compare the SSO secret" in texts[Mode.AUTHENTICATED]
    assert "SSO secret" not in texts[Mode.WEAK]
    assert all("not on the customer's own page" in text for text in texts.values())


@both_modes
@customers
def test_the_title_has_nothing_of_the_customer(customer: Customer, mode: Mode) -> None:
    [title] = LexborHTMLParser(written(customer, mode).html).css("title")
    assert title.text() == "Try the widget of acme"


@pytest.mark.parametrize(
    ("customer", "account", "says"),
    [
        pytest.param(Customer(), "acme", "Still missing: Customer ID, Email.", id="nobody"),
        pytest.param(ZOE, "", "Still missing: Account.", id="no account"),
        pytest.param(ZOE, "acme corp", "Correct first: Account.", id="no account's name"),
        pytest.param(Customer("1", "x"), "acme", "Correct first: Email.", id="a problem"),
    ],
)
def test_without_a_snippet_nothing_is_loaded_and_the_page_says_why(
    customer: Customer, account: str, says: str
) -> None:
    page = written(customer, account=account)
    assert says in LexborHTMLParser(page.html).text()
    assert "script" not in outline(page)
    assert directives(page)["default-src"] == ["'none'"]
    assert "reamaze" not in page.policy


@both_modes
@customers
def test_the_secret_is_nowhere(customer: Customer, mode: Mode) -> None:
    page = written(customer, mode)
    assert SECRET.value not in page.html + page.policy + repr(page)


def test_while_the_program_asks_something_the_page_says_so_and_names_nobody() -> None:
    page = write_try_page(
        Preview(), Customer("7", "wolfram@example.org"), "acme", Mode.AUTHENTICATED
    )
    assert "The program has a question" in page.html
    assert not [each for each in ("wolfram", "acme", "reamaze.com") if each in page.html]
