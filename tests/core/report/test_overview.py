"""What a page sends is shown value by value, with what is wrong with each, and no whole authkey."""

import hashlib

import pytest

from reamaze_gui.core.customer import Customer
from reamaze_gui.core.diagnosis import Report, Verdict, diagnose
from reamaze_gui.core.page import Entry, Kind, Page, Place, User
from reamaze_gui.core.report.overview import SentValue, certain, rows
from reamaze_gui.core.rules import judge

AUTHKEY = hashlib.sha256(b"any").hexdigest()


def page_of(*entries: Entry, account: Entry | None = None) -> Page:
    return Page("…", User(Place.USER, entries, 1), account=account)


def report_of(page: Page, authkey: str = "", shape: str = "") -> Report:
    return Report(
        Verdict.UNEXPLAINED, page, Customer(), authkey, findings=judge(page, {}), shape=shape
    )


def row_of(entry: Entry, authkey: str = "", shape: str = "") -> SentValue:
    [row] = rows(report_of(page_of(entry), authkey, shape))
    return row


@pytest.mark.parametrize(
    ("entry", "value", "remark"),
    [
        (Entry("name", "Zoë Quinn", 1), "Zoë Quinn", ""),
        (Entry("id", "7", 1, Kind.NUMBER, "7"), "7", ""),
        (Entry("id", "9007199254740992", 1, Kind.NUMBER, "9007199254740993"), "", "740993, which"),
        (Entry("id", "7 ", 1), "7·", "Send id: '7', and sign the same."),
        (Entry("id", "undefined", 1, Kind.NOTHING), "undefined", "No value"),
        (Entry("id", "{{ id }}", 1, Kind.TEMPLATE), "{{ id }}", "never filled in"),
        (Entry("email", "user.email", 1, Kind.COMPUTED), "user.email", "console"),
        (Entry("email", "zoe(at)example.org", 1), "zoe(at)", "@"),
        (Entry("email", "", 1), "(nothing)", ""),
        (Entry("id", "USER_ID", 1), "USER_ID", "A placeholder that was never filled in."),
        (Entry("phone", "0170 1234567", 1), "0170 1234567", "E.164"),
        (Entry("plan", "gold", 1), "gold", ""),
        (Entry("data", "[object Object]", 1, Kind.NOTHING, '{"a": 1}'), "[object", "not signed"),
        (Entry("name", "Wilhelmina Featherstonehaugh", 1), "Wilhelmina Featherstonehaugh", ""),
    ],
    ids=lambda each: each.text if isinstance(each, Entry) else "",
)
def test_each_value_is_shown_with_its_own_check(entry: Entry, value: str, remark: str) -> None:
    row = row_of(entry)
    assert value in row.value
    assert remark in row.remark


@pytest.mark.parametrize("name", ["authkey", "authKey", "hash"])
def test_the_authkey_is_shown_with_its_shape_whatever_it_is_called(name: str) -> None:
    row = row_of(Entry(name, "012345…cdef", 9), "012345…cdef", "It has the right form.")
    assert row.value == "012345…cdef"
    assert (row.remark, row.line, row.signs) == ("It has the right form.", 9, True)


def test_a_value_that_equals_the_authkey_is_not_taken_for_it() -> None:
    page = page_of(Entry("email", "zoe@example.org", 1), Entry("authkey", "zoe@example.org", 2))
    email, authkey = rows(report_of(page, "zoe@example.org", "It was not signed."))
    assert (email.remark, authkey.remark) == ("", "It was not signed.")


def test_an_authkey_that_is_an_object_is_known_by_what_the_page_has() -> None:
    entry = Entry("authkey", "[object Object]", 9, Kind.NOTHING, '{"words":[1]}')
    assert (
        row_of(entry, '{"words":[1]}', "An object was printed.").remark == "An object was printed."
    )


def test_what_looks_like_an_authkey_is_not_shown_whole_either() -> None:
    assert AUTHKEY not in row_of(Entry("note", f"old: {AUTHKEY}", 1)).value


def test_the_account_comes_last() -> None:
    page = page_of(Entry("id", "7", 1), account=Entry("account", "acme", 4))
    assert [(row.field, row.value) for row in rows(report_of(page))] == [
        ("id", "7"),
        ("account", "acme"),
    ]


def test_a_page_without_a_customer_sends_nothing() -> None:
    assert [*rows(report_of(Page("…")))] == []
    assert certain(Page("…"), Customer()) == Customer()


def test_only_what_is_sure_is_loaded() -> None:
    page = page_of(
        Entry("id", "7", 1, Kind.NUMBER), Entry("email", "{{ email }}", 2, Kind.TEMPLATE)
    )
    assert certain(page, Customer("7", "{{ email }}")) == Customer("7")


@pytest.mark.parametrize("name", ["api_secret", "userPassword", "sso_pass", "clave_secreta"])
def test_the_value_of_a_confidential_name_is_not_shown(name: str) -> None:
    source = f"_support.user = {{ email: 'zoe@example.org', {name}: 'opensesame 1' }};"
    shown = {row.field: row.value for row in rows(diagnose(source, {}))}
    assert shown == {"email": "zoe@example.org", name: "[hidden]"}
