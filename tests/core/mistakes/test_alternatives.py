"""What else may have been signed is what page and user know, each value where it may stand."""

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
    assert {*sent.emails.values()} == {ZOE.id, "day@example.org", "Zoe Day <zoe@example.org>"}
