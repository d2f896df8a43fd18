"""A customer is read from every form in which people hand over a page, on the paste's own lines."""

import html
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reamaze_gui.core.page import Clue, Entry, Kind, Place
from reamaze_gui.core.reader import LONGEST, read
from tests.core.forms import (
    BY_KEY,
    CODE,
    CODE_FORMS,
    CUSTOMER,
    DEFINED,
    FORMS,
    KEY,
    PAGE,
    PRINTED_FORMS,
    REQUEST_FORMS,
    SNIPPET,
)
from tests.core.reading import user_in, values, values_of

PLACES = (
    dict.fromkeys(FORMS, Place.USER)
    | dict.fromkeys(PRINTED_FORMS, Place.OBJECT)
    | dict.fromkeys(REQUEST_FORMS, Place.REQUEST)
    | {"the legacy form": Place.FLAT, "Magento": Place.DATA}
    | {name: Place.USER for name in PRINTED_FORMS if "_support)" in name}
    | dict.fromkeys(("the same, indented", "the same in quotes", "with what was typed"), Place.USER)
)
WRAPPED: dict[str, Callable[[str], str]] = {
    "a mail's quotes": lambda text: "> " + text.replace("\n", "\n> "),
    "quotes of quotes": lambda text: ">> " + text.replace("\n", "\n>> "),
    "fences": lambda text: f"Hello,\n```html\n{text}\n```\nThanks!",
    "a ticket's code block": lambda text: f"{{code:javascript}}\n{text}\n{{code}}",
    "prose": lambda text: f"Hi, here's what we've got, isn't it right?\n\n{text}\n\nThanks,\nBob's team",
    "escapes of HTML": html.escape,
    "escapes twice": lambda text: html.escape(html.escape(text)),
    "escapes of tags alone": lambda text: html.escape(text, quote=False),
    "mixed escapes": lambda text: text.replace("<", "&lt;").replace("'", "&amp;#39;"),
    "a rich mail": lambda text: "<div>Hello,<br>"
    + html.escape(text).replace("\n", "<br>\n").replace("  ", "&nbsp; ")
    + "</div>",
    "a byte-order mark": lambda text: "\ufeff" + text,
    "NULs": "\0".join,
    "no-break spaces": lambda text: text.replace("    ", "\u00a0\u00a0"),
    "line separators": lambda text: text.replace("\n", "\u2028\n"),
    "other line breaks": lambda text: text.replace("\n", "\r\n"),
    "old line breaks": lambda text: text.replace("\n", "\r"),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_the_customer_is_read_from_every_form(name: str) -> None:
    page = read(FORMS[name])
    assert page.user
    assert {name: values_of(page).get(name) for name in CUSTOMER} == CUSTOMER
    assert page.user.place is PLACES[name]


@pytest.mark.parametrize("text", [SNIPPET, CODE, BY_KEY], ids=["snippet", "code", "by key"])
@pytest.mark.parametrize("way", WRAPPED)
def test_what_was_put_around_a_text_on_its_way_is_removed(way: str, text: str) -> None:
    assert values(WRAPPED[way](text)) == CUSTOMER


@pytest.mark.parametrize("name", CODE_FORMS)
@pytest.mark.parametrize("way", ["<p>Hi!</p>\n<script>\n{}\n</script>", "\n\n{}\n", "> {}"])
def test_code_is_read_wherever_it_stands(name: str, way: str) -> None:
    code = (
        CODE_FORMS[name].removeprefix('<script type="text/javascript">').removesuffix("</script>")
    )
    code = code.replace("\n", "\n> ") if way.startswith(">") else code
    assert CUSTOMER.items() <= values(way.format(code)).items()


@pytest.mark.parametrize("name", [name for name in FORMS if KEY in FORMS[name]])
@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"], ids=ascii)
def test_lines_are_those_of_the_paste(name: str, line_break: str) -> None:
    before = "\n\n\n"
    text = FORMS[name]
    page = read(before.replace("\n", line_break) + text.replace("\n", line_break))
    lines = text.split("\n")
    assert page.user
    entry = page.user.get("authkey")
    assert entry
    told = [at for at, line in enumerate(lines, 1) if KEY in line]
    away = {"variables": (1,), "a function that is called": (-1,)}.get(name, (0, -1, -2))
    assert entry.line - 3 in {at + each for at in told for each in away}


def test_the_lines_are_right_after_every_way_of_unwrapping() -> None:
    mail = "Hi\n\n> " + html.escape(SNIPPET).replace("\n", "\n> ")
    user = user_in(mail)
    assert {entry.name: entry.line for entry in user.entries} == {
        name: at
        for at, line in enumerate(mail.split("\n"), 1)
        for name in CUSTOMER
        if f"{name}:" in line
    }


def test_a_page_has_its_account_and_nothing_to_remark_but_the_widget() -> None:
    page = read(PAGE)
    assert page.is_page
    assert page.account == Entry("account", "acme", 9)
    assert [sighting.clue for sighting in page.sightings] == [Clue.LOADER]
    assert page.overwritten == ()


@pytest.mark.parametrize("name", [*CODE_FORMS, *PRINTED_FORMS, *REQUEST_FORMS])
def test_a_piece_is_no_page(name: str) -> None:
    assert not read(FORMS[name]).is_page


@pytest.mark.parametrize(
    ("code", "entry"),
    [
        ("id: 7", Entry("id", "7", 1, Kind.NUMBER, "7")),
        ("id: -7.50", Entry("id", "-7.5", 1, Kind.NUMBER, "-7.50")),
        ("id: 0x10", Entry("id", "16", 1, Kind.NUMBER, "0x10")),
        ("id: 1_000", Entry("id", "1000", 1, Kind.NUMBER, "1_000")),
        ("id: 123.0", Entry("id", "123", 1, Kind.NUMBER, "123.0")),
        (
            "id: 12345678901234567890",
            Entry("id", "12345678901234567000", 1, Kind.NUMBER, "12345678901234567890"),
        ),
        ("id: 12n", Entry("id", "12", 1, Kind.NUMBER, "12n")),
        ("id: 0x1Fn", Entry("id", "31", 1, Kind.NUMBER, "0x1Fn")),
        ("id: -12n", Entry("id", "-12", 1, Kind.NUMBER, "-12n")),
        ("id: null", Entry("id", "null", 1, Kind.NOTHING)),
        ("id: undefined", Entry("id", "undefined", 1, Kind.NOTHING)),
        ("id: NaN", Entry("id", "NaN", 1, Kind.NOTHING)),
        ("id: true", Entry("id", "true", 1, Kind.NOTHING)),
        ("id: {a: [1]}", Entry("id", "[object Object]", 1, Kind.NOTHING, '{"a":[1]}')),
        ("id: '{{ id }}'", Entry("id", "{{ id }}", 1, Kind.TEMPLATE)),
        ("id: 'u-' + {{ id }}", Entry("id", "u-{{ id }}", 1, Kind.TEMPLATE)),
        ("id: <%= id %>", Entry("id", "<%= id %>", 1, Kind.TEMPLATE)),
        ("id: '<?php echo $id ?>'", Entry("id", "<?php echo $id ?>", 1, Kind.TEMPLATE)),
        ("id: '{% if a %}1{% endif %}'", Entry("id", "{% if a %}1{% endif %}", 1, Kind.TEMPLATE)),
        ("id: '${user.id}'", Entry("id", "${user.id}", 1, Kind.TEMPLATE)),
        ("id: ${user.id}", Entry("id", "${user.id}", 1, Kind.TEMPLATE)),
        ("id: '@Model.User.Id'", Entry("id", "@Model.User.Id", 1, Kind.TEMPLATE)),
        ("id: @(Model.Id)", Entry("id", "@(Model.Id)", 1, Kind.TEMPLATE)),
        ("id: '#{user.id}'", Entry("id", "#{user.id}", 1, Kind.TEMPLATE)),
        ("id: '{$user.id}'", Entry("id", "{$user.id}", 1, Kind.TEMPLATE)),
        ("id: '{!! $id !!}'", Entry("id", "{!! $id !!}", 1, Kind.TEMPLATE)),
        ("id: '%%ID%%'", Entry("id", "%%ID%%", 1, Kind.TEMPLATE)),
        ("id: '*|ID|*'", Entry("id", "*|ID|*", 1, Kind.TEMPLATE)),
        ("id: '[[id]]'", Entry("id", "[[id]]", 1, Kind.TEMPLATE)),
        ("id: visitor.id", Entry("id", "visitor.id", 1, Kind.COMPUTED)),
        ("id: `u-${visitor.id}`", Entry("id", "`u-${visitor.id}`", 1, Kind.COMPUTED)),
        ("id: 'Tom &amp; Jerry'", Entry("id", "Tom &amp; Jerry", 1)),
        ("id: '\\uD83E\\uDD8A'", Entry("id", "\U0001f98a", 1)),
        ("'authKey': 'a'", Entry("authKey", "a", 1)),
        ("auth_key: 'a'", Entry("auth_key", "a", 1)),
        ("plan: 'gold'", Entry("plan", "gold", 1)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_value_is_what_the_browser_sends(code: str, entry: Entry) -> None:
    user = user_in(f"_support.user = {{email: 'zoe@example.org', {code}}};")
    assert user.get(entry.name) == entry


@pytest.mark.parametrize(
    "text",
    [
        *(
            "{id: '7', email: 'a@b.c'}",
            '{"id": "7", "email": "a@b.c"}',
            "{'id': '7', 'email': 'a@b.c'}",
        ),
        *(
            "Object { id: '7', email: 'a@b.c', … }",
            '\'{"id":"7","email":"a@b.c"}\'',
            '[{"id": "7", "email": "a@b.c"}]',
        ),
        "({id: '7', email: 'a@b.c'})",
        *("{id: 6 + 1, email: 'a\\x40b.c'}", "{id: '7', email: `a@${'b.c'}`}"),
    ],
)
def test_an_object_alone_is_a_customer_without_an_authkey_too(text: str) -> None:
    page = read(text)
    assert page.user
    assert page.user.place is Place.OBJECT
    assert values_of(page) == {"id": "7", "email": "a@b.c"}


@pytest.mark.parametrize(
    "text",
    [
        *("", " \n", "hello", "<p>hello</p>", "\ufeff", "\0", "_support", "{}", "[]", "authkey"),
        *("Dear zoe@example.org, your authkey is missing", '{"id": 7}', "email,authkey", "sso[id]"),
        *("<!-- <script>_support.user = {id: 1, email: 'a@b.c'}</script> -->", "{{ _support }}"),
        *("// _support.user = {email: 'a@b.c'}", "/* _support.user = {email: 'a@b.c'} */"),
        "<script type='text/plain'>_support.user = {id: 1, email: 'a@b.c'}</script>",
        "<textarea><script>_support.user = {id: 1, email: 'a@b.c'}</script></textarea>",
        *(DEFINED, "<script>_support = _support || {user: {}}</script>"),
    ],
    ids=ascii,
)
def test_where_nobody_is_nobody_is_found(text: str) -> None:
    assert read(text).user is None


def test_the_account_is_read_where_nobody_is_signed_in() -> None:
    page = read(DEFINED)
    assert page.account == Entry("account", "acme", 4)


def test_a_request_tells_the_account() -> None:
    page = read(REQUEST_FORMS["cURL"])
    assert page.account == Entry("account", "acme", 1)


def test_what_is_too_long_is_not_read() -> None:
    assert read(SNIPPET + " " * (LONGEST - len(SNIPPET))).user
    longer = read(SNIPPET + " " * (LONGEST - len(SNIPPET) + 1))
    assert longer.user is None
    assert [sighting.clue for sighting in longer.sightings] == [Clue.SKIPPED]


@given(
    st.text("<>/='\"\\{}[]()_support.user:,;&amp#39\n\r\0\u2028`$%@‘’", max_size=200)
    | st.lists(st.sampled_from([*FORMS.values(), "<script>", "</script>", "'", "{", "}", "{{"]),
               max_size=4).map("".join)
)  # fmt: skip
def test_any_text_can_be_read_and_every_line_is_in_it(text: str) -> None:
    page = read(text)
    last = len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    entries = page.user.entries if page.user else ()
    lines = [*(entry.line for entry in entries), *(sighting.line for sighting in page.sightings)]
    assert {*lines} <= {*range(1, last + 1)}
