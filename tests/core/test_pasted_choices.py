"""What a person decides about a paste is in what was read of it; what is left over is named."""

from reamaze_gui.core.attributes import Attribute
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.pasted import read_paste

TOM = Customer("", "tom@example.org", "Tom Tall")


def test_a_candidate_that_is_chosen_fills_its_field_and_settles_its_doubt() -> None:
    [reading] = read_paste("Tom Tall\ttom@example.org\t10023\t2024").readings
    assert (reading.customer, reading.certain) == (TOM, False)
    [first, second] = reading.candidates
    chosen = reading.chosen(second)
    assert chosen.customer == Customer("2024", "tom@example.org", "Tom Tall")
    assert (chosen.certain, chosen.candidates) == (True, ())
    assert [each.text for each in chosen.unused] == [first.text] == ["10023"]


def test_what_a_person_made_of_it_is_certain_and_what_was_not_used_is_still_named() -> None:
    [reading] = read_paste("Tom Tall\ttom@example.org\t10023\t2024").readings
    edited = reading.edited(Customer("5", "tom@example.org"), (Attribute("Orders", 7),))
    assert edited.customer == Customer("5", "tom@example.org")
    assert edited.attributes == (Attribute("Orders", 7),)
    assert edited.certain
    assert [each.text for each in edited.unused] == ["10023", "2024"]


def test_what_a_contact_has_beside_is_named() -> None:
    lines = ("FN:Eva Haas", "EMAIL:eva@example.org", "UID:7", "ORG:Acme;Sales", "NOTE:VIP")
    card = "\n".join(("BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD"))
    [reading] = read_paste(card).readings
    assert reading.customer == Customer("", "eva@example.org", "Eva Haas")
    assert {each.label.split()[-1]: each.text for each in reading.unused} == {
        "uid": "7",
        "org": "Acme, Sales",
        "note": "VIP",
    }
