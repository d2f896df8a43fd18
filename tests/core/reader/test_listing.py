"""Lines and tables are read as a person would read them, or not at all."""

import pytest

from reamaze_gui.core.page import Clue, Entry, Kind, Place
from reamaze_gui.core.reader import read
from tests.core.forms import CUSTOMER, KEY, SNIPPET
from tests.core.reading import entry_in, user_in, values


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        (
            "id: null\nemail: zoe@example.org\nauthkey: nil",
            (
                Entry("id", "null", 1, Kind.NOTHING),
                Entry("email", "zoe@example.org", 2),
                Entry("authkey", "nil", 3, Kind.NOTHING),
            ),
        ),
        (
            "Hello\nEmail: zoe@example.org\nStatus: open\nID: 7\nAuthkey: abc\nBye: now",
            (
                Entry("email", "zoe@example.org", 2),
                Entry("Status", "open", 3),
                Entry("id", "7", 4, Kind.NUMBER, "7"),
                Entry("authkey", "abc", 5),
            ),
        ),
        (
            "Who: me\n**Customer ID:** 7\n- E-mail address: zoe@example.org\n* Auth Key = `abc`",
            (
                Entry("id", "7", 2, Kind.NUMBER, "7"),
                Entry("email", "zoe@example.org", 3),
                Entry("authkey", "abc", 4),
            ),
        ),
        (
            "name;e-mail;city;id;\nmax;;;\n\nZoë;zoe@example.org;Kiel;7;\n",
            None,
        ),
        (
            "the table:\n\nName | E-mail | ID\nZoë | zoe@example.org | 7\n",
            (Entry("name", "Zoë", 4), Entry("email", "zoe@example.org", 4), Entry("id", "7", 4)),
        ),
        (
            "    id            email  authkey\n0    7  zoe@example.org      abc",
            (
                Entry("id", "7", 2),
                Entry("email", "zoe@example.org", 2),
                Entry("authkey", "abc", 2),
            ),
        ),
        (
            '1) "email"\n2) "zoe@example.org"\n3) "id"\n4) "7"\n5) "authkey"\n6) "abc"',
            (
                Entry("email", "zoe@example.org", 1),
                Entry("id", "7", 3),
                Entry("authkey", "abc", 5),
            ),
        ),
        (
            "||id||email||authkey||\n|7|zoe@example.org|abc|",
            (
                Entry("id", "7", 2),
                Entry("email", "zoe@example.org", 2),
                Entry("authkey", "abc", 2),
            ),
        ),
        ("id,email\n7,zoe", None),
        ("id,email\n7,zoe@example.org,8", None),
        ("id,email," + "x" * 5_000 + "\n7,zoe@example.org,8", None),
        ("Our id: 7", None),
        ("mail us at zoe@example.org, our authkey is broken: see the page", None),
    ],
)
def test_a_listing_is_read(text: str, entries: tuple[Entry, ...] | None) -> None:
    page = read(text)
    assert (page.user.entries if page.user else None) == entries
    assert page.user is None or page.user.place is Place.OBJECT


@pytest.mark.parametrize(
    "text",
    [
        *(
            '{"sso": {"id": "7"',
            '{"sso": [',
            '"sso": {}',
            "sso[]=7",
            "sso[id",
            "sso[id]",
            "sso%5Bid",
        ),
        *('{"sso": {"id": ' + "[" * 20_000, "curl -F 'sso[", 'name="sso[id]"'),
    ],
    ids=lambda text: text[:20],
)
def test_a_request_that_was_cut_off_is_no_customer(text: str) -> None:
    page = read(text)
    assert page.user is None or not page.user.entries[0].text


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("sso[id]=a+b%20c%2Bd&sso[email]=x", Entry("id", "a b c+d", 1)),
        ("sso%255Bid%255D=a%252Bb", Entry("id", "a+b", 1)),
        ("curl -F 'sso[id]=a+b%20'", Entry("id", "a+b%20", 1)),
        ("curl -F 'sso[id]=O'\\''Neill'", Entry("id", "O'Neill", 1)),
        ('curl --form "sso[id]=\\"a\\""', Entry("id", '"a"', 1)),
        ("curl --data-urlencode sso[id]=a\\&b", Entry("id", "a&b", 1)),
        ("curl $'x\\r\\n' --data $'sso[id]=\\u0041'", Entry("id", "A", 1)),
        ('{"sso[id]": 7}', Entry("id", "7", 1)),
        ('{"name": "sso[id]", "value": "a+\\u0062"}', Entry("id", "a+b", 1)),
        ('{"name": "sso%5Bid%5D", "value": "a+b"}', Entry("id", "a b", 1)),
        ("sso[id]\t7", Entry("id", "7", 1)),
        ("sso[id]:", Entry("id", "", 1)),
    ],
)
def test_a_value_of_a_request_is_decoded_as_the_server_does(text: str, entry: Entry) -> None:
    user = user_in(text)
    assert user.place is Place.REQUEST
    assert user.get("id") == entry


def test_the_address_of_a_service_is_no_account() -> None:
    request = "curl https://{}.reamaze.com/x --data sso[id]=7"
    assert read(request.format("cdn")).account is None
    assert read(request.format("Acme")).account == Entry("account", "acme", 1)
    assert read("\n" + request.format("Acme")).account == Entry("account", "acme", 2)


def test_text_escaped_many_times_is_read() -> None:
    text = SNIPPET
    for _ in range(3):
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;")
    assert values(text) == CUSTOMER


def test_code_that_is_shown_on_a_page_is_read_when_nothing_else_is() -> None:
    shown = SNIPPET.replace("<", "&amp;lt;").replace(">", "&amp;gt;")
    assert user_in(f"<p>Look:</p><pre>{shown}</pre>").get("authkey") == Entry("authkey", KEY, 6)


def test_text_that_was_escaped_too_often_is_nobody() -> None:
    assert read(f"<p>&{'amp;' * 9}lt; authkey: ?</p>").user is None


def test_more_scripts_than_a_page_ever_has_are_not_read() -> None:
    page = read("<script></script>\n" * 5_000 + SNIPPET)
    assert page.user is None
    (sighting,) = page.seen(Clue.SKIPPED)
    assert sighting.line == 5_000


def test_what_a_function_of_a_program_returns_is_computed_whatever_the_function_is_called() -> None:
    user = read("const authkey=hex(await subtle.sign('HMAC',key,m)); return json({authkey})").user
    assert user is None or all(each.kind is not Kind.TEXT for each in user.entries)


def test_a_column_with_the_secret_is_not_dropped() -> None:
    user = read("id,email,sso_key\n5,zoe@example.org,opensesame-12345").user
    assert user is not None
    assert [each.name for each in user.entries] == ["id", "email", "sso_key"]


@pytest.mark.parametrize(
    "call", ["sign(user)", "o().HmacSHA256(e.id)", "hash_hmac('sha256', a, b)", "hmac.new(a, b)"]
)
def test_an_authkey_that_a_program_computes_is_none(call: str) -> None:
    entry = entry_in(f"id: 7\nemail: zoe@example.org\nauthkey: {call}\nname: Zoe (VIP)", "authkey")
    assert entry.kind is Kind.COMPUTED


def test_code_on_a_line_is_no_value_that_a_person_wrote() -> None:
    page = read("key = hmac.new(secret.encode(), b'7:a@b.c', hashlib.sha256).hexdigest()")
    assert page.user is None


def test_a_remark_in_brackets_may_tell_what_a_label_means() -> None:
    user = read(f"ID: 7\nCorreo: a@b.c\nClave de acceso (authkey): {KEY}").user
    assert user
    assert {each.name: each.text for each in user.entries} == {"id": "7", "email": "a@b.c"} | {
        "authkey": KEY
    }


SENTENCES = (
    "The customer id is {}, her email is {} and our authkey is {}.",
    "For customer {} ({}) we compute the authkey {}",
    "User ID {}, <{}>, authkey:\n{}\n",
    "Der Kunde Nr. {} mit {} bekommt den authkey „{}“.",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_may_tell_of_a_customer(sentence: str) -> None:
    user = read(f"Hi,\n{sentence.format('7', 'a@b.co', KEY)}").user
    assert user
    assert [(each.name, each.text) for each in user.entries] == [
        *(("id", "7"), ("email", "a@b.co"), ("authkey", KEY))
    ]
    assert user.line == 2


@pytest.mark.parametrize("more", ["Or is it c@d.co?", "Customer 8 is fine.", "9" * 64])
def test_a_sentence_of_two_is_of_neither(more: str) -> None:
    assert read(f"{SENTENCES[0].format('7', 'a@b.co', KEY)} {more}").user is None


ROWS = {
    "Markdown": "| id | email | authkey |\n|---|:--|---|\n| 7 | a@b.c | {} |",
    "psql": " id | email | authkey\n----+-------+---------\n  7 | a@b.c | {}\n(1 row)",
    "MySQL": "+----+-------+---------+\n| id | email | authkey |\n+----+-------+---------+\n|  7 | a@b.c | {} |",
    "a log": "2026-11-29T10:00:00Z INFO sso id=7 email=a@b.c authkey={}",
    "a log with quotes": 'level=info msg="sso of a" id="7" email="a@b.c" authkey="{}"',
    "bold": "**ID:** 7\n**Email:** a@b.c\n**Authkey:** `{}`",
}


@pytest.mark.parametrize("name", ROWS)
def test_a_row_and_a_line_of_a_log_are_a_customer(name: str) -> None:
    user = read(f"Here it is:\n\n{ROWS[name].format(KEY)}").user
    assert user
    values = {entry.name.lower(): entry.text for entry in user.entries}
    assert {each: values[each] for each in ("id", "email", "authkey")} == {
        "id": "7",
        "email": "a@b.c",
        "authkey": KEY,
    }
