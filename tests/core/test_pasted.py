"""A customer is found in what people paste, whole and unchanged, or not at all."""

import csv
import io
import json
from dataclasses import asdict, astuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import FIELDS, Customer
from reamaze_gui.core.pasted import LONGEST, PastedCustomer, read_customers, read_paste
from reamaze_gui.core.pasted.known_secrets import without_secrets
from reamaze_gui.core.pasted.looks import ADDRESS
from reamaze_gui.core.placeholders import is_placeholder
from reamaze_gui.core.preview import Mode, compose
from tests.core.counting import grows_with_its_length, takes_time_by_its_length
from tests.core.pasted_records import RECORDS
from tests.core.pastes import PASTES
from tests.core.pastes_printed import PRINTED

ZOE = Customer("7", "zoe@example.org", "Zoë Day", "+14155552671", "https://example.com/z.png")

NO_VALUE = {"NULL", "null", "None", "nil", "NaN", "N/A", "n/a", "undefined"}
# But for orders (#1001), encoded values (=?UTF-8…), a guest's ID (0), and no value (-).
words = st.text(st.characters(exclude_categories=["Cs"])).filter(
    lambda text: text[:1] not in {*"#=:0-\u2013\u2014"} and text not in NO_VALUE
)
customers = st.builds(
    Customer,
    id=words.filter(lambda id: " " not in id),
    email=st.sampled_from([ZOE.email, "o'neill@example.org", "用户@例子.广告"]),
    name=words.filter(lambda name: not ADDRESS.fullmatch(name))
    | st.sampled_from(["id: '8'", "\\", "email='x@y'", "a\nb", "</script>", "\U0001f98a"]),
    phone=st.sampled_from(["", ZOE.phone]),
    avatar=st.sampled_from(["", ZOE.avatar, "https://example.com/o'neill.png?name='x'&id=9"]),
)


def read(text: str) -> list[dict[str, str]]:
    found = map(asdict, read_customers(text))
    return [{name: value for name, value in each.items() if value} for each in found]


def one(text: str) -> PastedCustomer:
    [reading] = read_paste(text).readings
    return reading


ALL = PASTES | RECORDS | PRINTED


@pytest.mark.parametrize("name", ALL)
def test_what_people_paste_is_read(name: str) -> None:
    text, expected = ALL[name]
    assert read(text) == expected


@pytest.mark.parametrize("name", ALL)
def test_line_ends_of_windows_and_a_byte_order_mark_change_nothing(name: str) -> None:
    text, expected = ALL[name]
    assert read("\ufeff" + text.replace("\n", "\r\n")) == expected


@pytest.mark.parametrize("name", [name for name, (_, found) in ALL.items() if found])
def test_every_value_of_a_customer_stands_in_a_piece_of_its_field(name: str) -> None:
    """But for names: their parts are pieces of their own."""
    for reading in read_paste(ALL[name][0]).readings:
        for field in FIELDS:
            value = getattr(reading.customer, field.name)
            taken = [piece.text for piece in reading.pieces if piece.field == field.name]
            assert value == taken[0] if field.name != "name" and value else value or not taken


@given(customer=customers, mode=st.sampled_from(Mode))
def test_a_snippet_of_ours_is_read_back_as_its_customer(customer: Customer, mode: Mode) -> None:
    snippet = compose(customer, Secret("opensesame"), mode=mode).snippet
    assume(snippet)
    assume(not any(map(is_placeholder, astuple(customer))))  # which is read as no value
    sent = {field.name: getattr(customer, field.name) for field in FIELDS if mode.sends(field)}
    assert read_customers(snippet) == (Customer(**sent),)


@given(customer=customers, ensure_ascii=st.booleans())
def test_json_is_read_as_its_customer(customer: Customer, ensure_ascii: bool) -> None:  # noqa: FBT001
    assert read_customers(json.dumps(asdict(customer), ensure_ascii=ensure_ascii)) == (customer,)


@given(
    id=st.from_regex(r"[A-Za-z1-9._][A-Za-z0-9._-]{0,19}", fullmatch=True),
    name=st.from_regex(r"[A-Za-zë][A-Za-zë ,;\t|'\"-]{0,20}[a-z]", fullmatch=True),
    delimiter=st.sampled_from(",;\t|"),
)
def test_a_table_is_read_as_its_customer(id: str, name: str, delimiter: str) -> None:
    customer = Customer(id, ZOE.email, name, ZOE.phone)
    table = io.StringIO()
    writer = csv.DictWriter(table, asdict(customer), delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerow(asdict(customer))
    assert read_customers(table.getvalue()) == (customer,)


def test_what_was_not_used_is_named_with_its_heading() -> None:
    reading = one("7014\tNils Dietz\tnils@example.org\t+14155552674\tVIP")
    assert [piece.text for piece in reading.unused] == ["VIP"]
    assert reading.certain
    reading = one("id,email,tags\n7,zoe@example.org,VIP")
    assert [(piece.label, piece.text) for piece in reading.unused] == [("tags", "VIP")]


@pytest.mark.parametrize(
    "text",
    [
        "id,email,SSO key\n7,zoe@example.org,opensesame-12345",
        "ID: 7\nEmail: zoe@example.org\nSSO secret: opensesame-12345",
        '{"id": 7, "email": "zoe@example.org", "sso_key": "opensesame-12345"}',
        "_support.user = {id: 7, email: 'zoe@example.org', sso_secret: 'opensesame-12345'}",
        "SSO secret\nopensesame-12345\n\nZoë Day\nzoe@example.org",
        "SSO secret is opensesame-12345\n\nZoë Day\nzoe@example.org",
        f"7\tzoe@example.org\t{b'opensesame-12345'.hex() * 2}",
    ],
    ids=["cell", "line", "JSON", "snippet", "line below", "line left over", "digest"],
)
def test_a_secret_that_was_not_used_is_not_named(text: str) -> None:
    paste = read_paste(text)
    [reading] = paste.readings
    said = repr(paste) + repr(paste.left_over) + "".join(each.text for each in reading.unused)
    assert "opensesame" not in said
    assert "6f70656e" not in said
    assert "…" in [*paste.left_over, *(each.text for each in reading.unused)]


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("7001\t7002\tana@example.org", "“7001” and “7002”: which of them is the Customer ID?"),
        ("01701234567\tana@example.org", "is that the Customer ID, or the Phone?"),
        ("ana@example.org\tben@example.org\tAna", "which of them is the Email?"),
        ("7001\tMia\tx9@example.org", "Is “Mia” the customer's name?"),
        ("7001\tAna\tJansen\tana@example.org", "Is “Jansen” the other half of the name “Ana”?"),
        ("7001\tAna\tJansen\tana.jansen@example.org", "first and last name"),
        ("id,email\n7,ana@example.org,8", "more cells than the heading"),
        ("id,email,phone\n7,ana@example.org,Ana", "“Ana” is where the Phone should be"),
        ("id,id,email\n7,8,ana@example.org", "several values for the Customer ID: “7” and “8”"),
        ("ID: 7\nName: Ana", "There is no email address."),
        ("Ana Jansen\t7\nben@example.org\tBen Okri", None),
        ("7\tana@example.org\nben@example.org\t8", "The rows differ"),
        ("Ana\tana@example.org\nben@example.org\nLi\tli@example.org", "The rows differ"),
        ("7001\tAna\tNew York\tana@example.org", None),
        (
            "Ticket\tAsked by\tTheir mail\n88\tAna Li\tana@example.org",
            "Ticket “88”: is that the Cust",
        ),
        ("Order\n1001\nAna Li\nana@example.org", "Order “1001”: is that the Customer ID?"),
        ("Lead at Li Co\nAna Day (she)\nana@example.org", "Is “Lead at Li Co” the customer's"),
        ("ID: 7, Email: ana@example.org; ID: 8, Email: ben@example.org", "The text also has"),
        ("From: =?x-own?B?QW5h?= <ana@example.org>", "“=?x-own?B?QW5h?=” is where the Name"),
        (
            "sso\nID: 7\nName: Ana\n\nName: Ben\nEmail: ben@example.org",
            "There is no email address.",
        ),
    ],
    ids=[
        *("two numbers", "id or phone", "two addresses", "one word", "half a name", "two halves"),
        *("a cell too many", "shifted", "twice the heading", "no email", "none", "mixed rows"),
        *("a row of another kind", "a place beside the name", "below unknown headings"),
        *("below words", "a name that isn't the one confirmed", "two in a line"),
        *("an encoded name", "two people, one address"),
    ],
)
def test_what_is_not_certain_is_asked(text: str, doubt: str | None) -> None:
    paste = read_paste(text)
    doubts = [doubt for reading in paste.readings for doubt in reading.doubts]
    assert any(doubt in each for each in doubts) if doubt else not doubts
    assert all(each.certain for each in paste.readings) is (doubt is None)


def test_a_field_in_doubt_is_left_empty_and_its_pieces_are_not_used() -> None:
    reading = one("7001\t7002\tana@example.org")
    assert reading.customer == Customer(email="ana@example.org")
    assert [piece.text for piece in reading.unused] == ["7001", "7002"]


@pytest.mark.parametrize("number", ["6.94E+12", "6,94E+12", "7E+15"])
def test_a_number_that_a_spreadsheet_rounded_is_warned_of_and_not_repaired(number: str) -> None:
    for text in (f"{number}\tana@example.org", f"id;email\n{number};ana@example.org"):
        reading = one(text)
        assert reading.customer.id == number
        assert f"“{number}” was rounded by a spreadsheet" in reading.warnings[0]
    assert not one("694000000001\tana@example.org").warnings


NOTES = ["88123", "Carla", "carla@example.net", "Vip: Yes-88123", "+31207946"]


@pytest.mark.parametrize("name", [name for name, (_, found) in PASTES.items() if found])
@pytest.mark.parametrize("note", NOTES)
def test_no_line_is_dropped_silently(name: str, note: str) -> None:
    """Wherever it comes, it is used, unused or left over, or nobody is found."""
    lines = PASTES[name][0].splitlines()
    for at in range(len(lines) + 1):
        paste = read_paste("\n".join([*lines[:at], note, *lines[at:]]))
        pieces = [piece for reading in paste.readings for piece in reading.pieces]
        told = " ".join((*paste.left_over, *(f"{each.label} {each.text}" for each in pieces)))
        assert note.rpartition(" ")[2] in told or not paste.readings


def test_only_what_is_not_used_of_a_line_is_left_over() -> None:
    paste = read_paste("2024-03-04 INFO login id=7 email=ana@example.org name=Ana")
    assert paste.left_over == ("2024-03-04 INFO login",)
    assert read_paste("To: Al <al@x.org>\nFrom: Bo <bo@x.org>").left_over == ()
    assert read_paste("Phone:\nMy mail is bo@x.org, not cy").left_over == ("My",)


def test_lines_without_a_customer_are_left_over() -> None:
    paste = read_paste("Customers\nid,email\n7,ana@example.org\nid,email\n8,\n")
    assert len(paste.readings) == 1
    assert paste.left_over == ("Customers", "8")
    assert read_paste("Thanks.\nBye.").left_over == ("Thanks.", "Bye.")
    assert not read_paste("Thanks.").readings


@pytest.mark.parametrize("number", ["123.0", "1e3", "12345678901234567890", "9" * 5_000, "-0"])
def test_a_number_in_json_is_kept_as_it_was_sent(number: str) -> None:
    assert read(f'{{"id": {number}, "email": "zoe@example.org"}}')[0]["id"] == number


@pytest.mark.parametrize(("number", "sent"), [("123.0", "123"), ("1e3", "1000"), ("0x1F", "31")])
def test_a_number_in_a_snippet_is_read_as_a_browser_sends_it(number: str, sent: str) -> None:
    assert read(f"{{id: {number}, email: 'zoe@example.org'}}")[0]["id"] == sent


@pytest.mark.parametrize("value", ["null", "[7]", "{}", "NaN"])
def test_what_is_neither_text_nor_number_is_left_out(value: str) -> None:
    assert read(f'{{"id": {value}, "email": "zoe@example.org"}}') == [{"email": "zoe@example.org"}]


@pytest.mark.parametrize(
    "text",
    [
        *("", " \n", "zoe", "id,email,name", "email\n", "id,email\n7", "{}", "[]", "null", "7"),
        *('{"id": 7}', '{"email": null}', '{"email": ["zoe@example.org"]}', '{"email": "zoe"}'),
        *("Hello zoe@example.org is missing", "<a href='mailto:zoe@example.org'>"),
        *("{id: 7, email: user.email}", "<p>Hello</p>", '"', "\0", "\ud800", "[" * 50_000),
        *("<table></table>", "<td>7", "BEGIN:VCARD", "[[]]", "Zoë <zoe@example.org> is missing"),
        "zoe@example.org,bo@example.org",  # which of them?
    ],
    ids=lambda text: ascii(text)[:30],
)
def test_where_no_customer_is_none_is_read(text: str) -> None:
    assert read_customers(text) == ()


@given(
    st.text(st.characters(exclude_categories=()))
    | st.text("id:email='\"\\@,;\t\n{}[]<>u0")
    | st.lists(
        st.sampled_from(
            ["id", "email", "name", ":", "=", "'", '"', "\\", "a@b", "\n", ",", "\t", "<td>", "7"]
        )
    ).map("".join)
)
def test_any_text_can_be_read(text: str) -> None:
    for customer in read_customers(text):
        assert customer.email or customer.name


def test_a_text_that_is_too_long_is_refused_in_a_sentence() -> None:
    paste = read_paste("7,zoe@example.org," + "x" * LONGEST)
    assert paste.readings == ()
    assert "longer than 1,000,000 characters" in paste.trouble


@pytest.mark.parametrize(
    "part",
    [
        *("'", '"', "\\", "[", '{"a":', "id:'", "id==", "id\n:", " ", "'\",", "a@b,", "A ", "<td>"),
        *("BEGIN:VCARD\n", "a@b\n", "<a@b", "a.", "1-", "* ", "|-", "_support", "a@b <"),
        *(
            "(",
            "(a,",
            "a.b",
            "a  b",
            "my id is ",
            "a=",
            "a.a=",
            '1) "a"\n',
            "<td",
            "Email\n",
            "a b\n",
            "Zoe <z@x.org>, ",
        ),
    ],
    ids=ascii,
)
def test_the_work_of_reading_grows_with_the_length_of_the_text(part: str) -> None:
    assert grows_with_its_length(read_customers, (part * 12_000)[:12_000])


@pytest.mark.parametrize(
    "unit", [" ", "\n", "(1, ", "| ", "a@b.c ", "a.", 'User(id=1, email="a@b.c")\n']
)
def test_reading_ten_times_as_much_takes_about_ten_times_as_long(unit: str) -> None:
    assert takes_time_by_its_length(read_customers, unit * (80_000 // len(unit)))


@pytest.mark.parametrize(
    "text",
    [
        "Dai Meyer, dai@example.org, opensesame-12345",
        "Dai Meyer, dai@example.org, 7004, opensesame-12345",
        "id,email\nopensesame-12345,dai@example.org",
        '{"id": "opensesame\\u002d12345", "email": "dai@example.org"}',
    ],
    ids=["alone", "beside an ID", "under a heading", "escaped"],
)
def test_a_known_secret_fills_no_field_is_not_shown_and_puts_the_customer_in_doubt(
    text: str,
) -> None:
    secret = Secret("opensesame-12345")
    paste = without_secrets(read_paste(text), [secret])
    [reading] = paste.readings
    assert reading.doubts[0].startswith("What you pasted contains an SSO secret")
    assert reading.customer.email == "dai@example.org"
    said = (*reading.doubts, *reading.warnings, *(each.text for each in reading.pieces))
    assert secret.value not in " ".join((*said, *astuple(reading.customer), *paste.left_over))


def test_a_named_secret_beside_the_customer_is_hidden_and_warned_of() -> None:
    text = "Our key is opensesame-12345\nID: 7\nEmail: dai@example.org"
    paste = without_secrets(read_paste(text), [], [Secret("opensesame-12345")])
    [reading] = paste.readings
    assert reading.warnings[0].startswith("What you pasted contains an SSO secret")
    assert not reading.doubts
    assert "opensesame" not in "".join((*paste.left_over, *(each.text for each in reading.unused)))


def test_no_secret_is_a_choice_for_a_field() -> None:
    secrets = [Secret("opensesame-12345"), Secret("sesame-67890")]
    [one] = without_secrets(read_paste("opensesame-12345\n7\nzoe@example.org"), secrets).readings
    assert one.customer.id == "7"
    assert len(one.doubts) == 1
    assert not one.candidates
    [none] = without_secrets(
        read_paste("opensesame-12345\nsesame-67890\nzoe@e.org"), secrets
    ).readings
    assert none.customer.id == ""


def test_a_paste_without_a_known_secret_stays_as_it_is() -> None:
    paste = read_paste("id,email\n7,customer@example.org\n8,bo@example.org")
    assert without_secrets(paste, [Secret("customer-12345")]) == paste
    left = without_secrets(read_paste("Hello opensesame-12345."), [Secret("opensesame-12345")])
    assert left.left_over == ("Hello [the secret].",)


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE a [<!ENTITY e 'ana@example.org'>]><user><email>&e;</email></user>",
        "<user><email>ana</email>",
        "<user email='ana' email='twice'/>",
        f"{'<a>' * 50_000}{'</a>' * 50_000}",
    ],
)
def test_xml_that_is_broken_deep_or_has_entities_of_its_own_is_nobody(text: str) -> None:
    assert read(text) == []
