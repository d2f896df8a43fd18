"""Other values from the page or the user are tried, each where it may have been signed."""

import pytest

from reamaze_gui.core.customer import Customer
from reamaze_gui.core.mistakes.alternatives import what_is_sent
from reamaze_gui.core.page import Entry, Page, Place, User

ZOE = Customer("7", "zoe@example.org", "Zoe Day")
USER = User(Place.USER, (Entry("id", ZOE.id, 1), Entry("email", ZOE.email, 2)), 1)


def test_no_value_is_tried_in_place_of_itself_or_as_what_it_can_not_be() -> None:
    sent = what_is_sent(
        Page("", USER, overwritten=(USER,)), ZOE, [Customer("8", "day@example.org")]
    )
    assert sent
    assert {*sent.ids.values()} == {ZOE.email, "8"}
    named = {"Zoe Day <zoe@example.org>", '"Zoe Day" <zoe@example.org>'}
    assert {*sent.emails.values()} == {ZOE.id, "day@example.org", *named}


@pytest.mark.parametrize(
    ("source", "ids", "emails"),
    [
        ("<a href='mailto:zoe@work.example'>", set(), {"zoe@work.example"}),
        ("Signed in as zoe.day+vip@work.example.", set(), {"zoe.day+vip@work.example"}),
        ("dataLayer.push({user_email: 'zq@work.example'})", set(), {"zq@work.example"}),
        ('var __st = {"a": 1, "cid": 6417};', {"6417"}, set()),
        ("dataLayer.push({'userId': 'C-6417'});", {"C-6417"}, set()),
        ("Customer ID: 6417, member_number=9", {"6417", "9"}, set()),
        ("customer 6417, user #9, visitor No. 12, client seven", {"6417", "9", "12"}, set()),
        ("@ a@ @b.c x@y, uid, paid: 7", set(), set()),
    ],
)
def test_what_stands_elsewhere_is_tried_with_its_line(
    source: str, ids: set[str], emails: set[str]
) -> None:
    sent = what_is_sent(Page(f"\n\n{source}", USER), ZOE, [])
    assert sent
    elsewhere = [
        {value for called, value in far.items() if called.endswith("(line 3)")}
        for far in (sent.far_ids, sent.far_emails)
    ]
    assert elsewhere == [ids, emails]


def test_a_name_in_an_object_is_told_from_the_name_of_the_object() -> None:
    sent = what_is_sent(Page("currentUser = {username: 'zq'}", USER), ZOE, [])
    assert sent
    assert [*sent.elsewhere.values()] == ["zq"]


def test_the_parts_of_what_is_sent_are_tried_as_the_id() -> None:
    account = Entry("account", "lamps", 1)
    sent = what_is_sent(Page("", USER, account=account), ZOE, [])
    assert sent
    ids = {"zoe", "zoe-day", "7-zoe-day", "gid://lamps/User/7", "gid://lamps/Customer/7"}
    assert {*sent.far_ids.values()} == ids
    assert sent.keys["account's address"] == "lamps.reamaze.com"
