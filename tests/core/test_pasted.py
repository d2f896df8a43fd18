"""A customer is found in what people paste, whole and unchanged, or not at all."""

import csv
import io
import json
import time
from dataclasses import asdict, replace

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import FIELDS, Customer
from reamaze_gui.core.pasted import read_customer
from reamaze_gui.core.preview import Mode, compose

ZOE = Customer("7", "zoe@example.org", "Zoë Day", "+14155552671", "https://example.com/z.png")
SHORT = Customer("7", "zoe@example.org", "Zoë")

PASTED = {
    "JSON": '{"id": 7, "email": "zoe@example.org", "name": "Zo\\u00eb"}',
    "JSON in JSON": """{
        "customer": {"id": 7, "email": "zoe@example.org", "name": "Zoë", "tel": 0},
        "agent": {"id": 8, "email": "max@example.org", "name": "Max"}
    }""",
    "JSON deep down": '{"a": {"b": {"name": "Zoë", "id": 7, "email": "zoe@example.org"}}, "id": 8}',
    "JSON in a list": '{"all": [{"id": 7, "email": "zoe@example.org", "name": "Zoë"}]}',
    "the first of several": """[
        {"id": 7, "email": "zoe@example.org", "name": "Zoë"},
        {"id": 8, "email": "max@example.org", "name": "Max", "phone": "+14155552671"}
    ]""",
    "commas": "7,zoe@example.org,Zoë",
    "commas and spaces": '  7, zoe@example.org, "Zoë"\n',
    "semicolons": "7;zoe@example.org;Zoë",
    "tabs": "7\tzoe@example.org\tZoë",
    "email first": "zoe@example.org,7,Zoë",
    "a heading": "id,email,name\n7,zoe@example.org,Zoë\n8,max@example.org,Max",
    "another order": "\n Name ; Email ; ID \r\n\r\nZoë;zoe@example.org;7\r\n",
    "more columns": "email\tid\tcity\tname\nzoe@example.org\t7\tKiel\tZoë",
    "a byte-order mark": "\ufeff7,zoe@example.org,Zoë",
    "a heading of more columns": "id,email,name,phone\n7,zoe@example.org,Zoë",
    "a heading of fewer columns": "id,email,name\n7,zoe@example.org,Zoë,gold",
    "a byte-order mark and a heading": "\ufeffid,email,name\n7,zoe@example.org,Zoë",
    "key by key": """
        _support['id'] = 7; _support["email"] = "zoe@example.org"; _support['name'] = 'Zoë';
    """,
    "with dots": "_support.user.id=7; var u=_support.user; u.email='zoe@example.org'; u.name='Zoë'",
    "one literal": "_support = {'user': {'id': '7', 'email': 'zoe@example.org', 'name': 'Zoë'}}",
    "unquoted keys": "{id: 7, email: 'zoe@example.org', name: 'Zoë', plan: 'gold'}",
}

words = st.text(st.characters(exclude_categories=["Cs"]))
tricky = st.lists(
    st.sampled_from(
        ["id: '8'", "\\", "'", '"', "email='x@y'", ",", "\n", "</script>", "\U0001f98a"]
    )
).map("".join)
customers = st.builds(
    Customer,
    id=words | tricky,
    email=st.sampled_from([ZOE.email, "o'neill@example.org", "用户@例子.广告"]),
    name=words | tricky,
    phone=st.sampled_from(["", ZOE.phone]),
    avatar=st.sampled_from(["", ZOE.avatar, "https://example.com/o'neill.png?name='x'&id=9"]),
)


@given(customer=customers, mode=st.sampled_from(Mode))
def test_a_snippet_of_ours_is_read_back_as_its_customer(customer: Customer, mode: Mode) -> None:
    snippet = compose(customer, Secret("opensesame"), mode=mode).snippet
    assume(snippet)
    sent = {field.name: getattr(customer, field.name) for field in FIELDS if mode.sends(field)}
    assert read_customer(snippet) == Customer(**sent)


@given(customer=customers, ensure_ascii=st.booleans())
def test_json_is_read_as_its_customer(customer: Customer, ensure_ascii: bool) -> None:  # noqa: FBT001
    assert read_customer(json.dumps(asdict(customer), ensure_ascii=ensure_ascii)) == customer


@pytest.mark.parametrize("text", PASTED.values(), ids=PASTED)
def test_what_people_paste_is_read(text: str) -> None:
    assert read_customer(text) == SHORT


@pytest.mark.parametrize(
    "text",
    [
        *("", " \n", "zoe", "id,email,name", "email\n", "id,email\n7", "{}", "[]", "null", "7"),
        *('{"id": 7}', '{"email": null}', '{"email": ["zoe@example.org"]}', '{"email": "zoe"}'),
        *("Hello zoe@example.org is missing", "<a href='mailto:zoe@example.org'>"),
        *("id: 7, name: 'Zoë'", "{id: 7, email: user.email}", "<p>Hello</p>", '"', "\0", "\ud800"),
    ],
    ids=ascii,
)
def test_where_no_customer_is_none_is_read(text: str) -> None:
    assert read_customer(text) is None


@pytest.mark.parametrize("number", ["123.0", "1e3", "12345678901234567890", "9" * 5_000, "-0"])
def test_a_number_in_json_is_kept_as_it_was_sent(number: str) -> None:
    read = read_customer(f'{{"id": {number}, "email": "zoe@example.org"}}')
    assert read == Customer(number, "zoe@example.org")


@pytest.mark.parametrize("number", ["123.0", "1e3", "0x1F", "1_000", "7n"])
def test_a_number_in_a_snippet_is_read_whole_or_not_at_all(number: str) -> None:
    read = read_customer(f"{{id: {number}, email: 'zoe@example.org'}}")
    assert read in (Customer(number, "zoe@example.org"), Customer("", "zoe@example.org"))


@pytest.mark.parametrize("value", ["true", "null", "[7]", "{}", "NaN"])
def test_what_is_neither_text_nor_number_is_left_out(value: str) -> None:
    read = read_customer(f'{{"id": {value}, "email": "zoe@example.org"}}')
    assert read == Customer("", "zoe@example.org")


def test_an_address_alone_is_a_customer() -> None:
    assert read_customer("zoe@example.org") == Customer("", "zoe@example.org")


@given(customer=customers, delimiter=st.sampled_from(",;\t"))
@example(customer=replace(ZOE, name="Zoë\r\nDay"), delimiter=",")
def test_a_table_is_read_as_its_customer(customer: Customer, delimiter: str) -> None:
    assume("=" not in customer.id + customer.name)  # else it may be a snippet
    table = io.StringIO()
    writer = csv.DictWriter(table, asdict(customer), delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerow(asdict(customer))
    assert read_customer(table.getvalue()) == customer


@pytest.mark.parametrize(
    ("written", "value"),
    [
        *[(r"O\'Neill", "O'Neill"), (r"\"Z\"", '"Z"'), (r"a\\b", r"a\b"), (r"\q", "q")],
        *[(r"\n\r\t\b\f\v\0", "\n\r\t\b\f\v\0"), (r"\x5A\u005a\u{5a}", "ZZZ")],
        *[(r"\uD83E\uDD8A", "\U0001f98a"), (r"\u{1F98A}", "\U0001f98a"), (r"\uD83E", "\ud83e")],
        *[(r"\u{110000}", "\U0010ffff"), (r"\u00", "u00"), (r"\x", "x"), ("\\\n", "")],
    ],
    ids=ascii,
)
def test_escapes_mean_what_they_mean_in_javascript(written: str, value: str) -> None:
    read = read_customer(f"{{email: 'zoe@example.org', name: '{written}'}}")
    assert read == Customer(email="zoe@example.org", name=value)


def test_the_page_around_a_snippet_is_not_read() -> None:
    customer = Customer("7", "zoe@example.org")
    snippet = compose(customer, Secret("opensesame")).snippet
    page = '<div id="main"><meta name="theme" content="dark">'
    account = "<script>var _support = {account: 'acme'}</script>"
    assert read_customer(f"{page}{account}{page}{snippet}{page}") == customer


@given(
    st.text(st.characters(exclude_categories=()))
    | st.text("id:email='\"\\@,;\t\n{}[]u0")
    | st.lists(st.sampled_from(["id", "email", "name", ":", "=", "'", '"', "\\", "@", "\n", ","]))
    .map("".join)
)  # fmt: skip
def test_any_text_can_be_read(text: str) -> None:
    read = read_customer(text)
    assert read is None or "@" in read.email


def test_a_text_as_long_as_a_page_is_not_read() -> None:
    line = "7,zoe@example.org,"
    assert read_customer(line + "x" * (100_000 - len(line)))
    assert read_customer(line + "x" * (100_001 - len(line))) is None


@pytest.mark.parametrize("start", ["", "id", "email:'@"])
@pytest.mark.parametrize(
    "part",
    [
        *(
            "'",
            '"',
            "\\",
            "[",
            '{"a":',
            "id:'",
            'id:"',
            "id:'\\",
            "id:\"\\'",
            "id ",
            "id==",
            "id\n:",
        ),
        *("\n", " ", ",", '",', "@,", "\\u{", "\\u0041", "\0", "_support", "</script>"),
    ],
    ids=ascii,
)
def test_four_times_the_text_takes_no_more_than_a_few_times_as_long(start: str, part: str) -> None:
    short, long = ((start + part * length)[:length] for length in (16_000, 64_000))
    assert _cost(long) < 9 * _cost(short)  # 16 times where the cost is quadratic


def _cost(text: str) -> float:
    """Return the processor time that reading takes, of this thread and at its best."""
    costs = []
    for _ in range(5):
        start = time.thread_time()
        read_customer(text)
        costs.append(time.thread_time() - start)
    return min(costs)
