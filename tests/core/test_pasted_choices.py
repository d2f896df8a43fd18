"""What the user decides about a paste is applied to it; what is left over is named."""

import json

import pytest

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


@pytest.mark.parametrize(
    ("number", "beside", "asked"),
    [
        ("14155552671", "", True),
        ("4155552671", "", True),
        ("491701234567", "", True),
        ("14155552671", "+49 170 1234567", False),  # there is a phone
        ("7004", "", False),
        ("48151623", "", False),
        ("99999999999", "", False),  # of no country, and of no shop's
        ("12345678901234567890", "", False),
    ],
)
def test_a_long_number_that_may_be_a_phone_is_asked_about(
    number: str,
    beside: str,
    asked: bool,  # noqa: FBT001
) -> None:
    [reading] = read_paste(f"Tom Tall\ttom@example.org\t{number}\t{beside}").readings
    assert reading.certain is not asked
    assert reading.customer.id == ("" if asked else number)
    if asked:
        assert reading.doubts == (f"“{number}”: is that the Customer ID, or the Phone?",)
        phone = next(each for each in reading.candidates if each.field == "phone")
        assert reading.chosen(phone).customer == Customer("", TOM.email, TOM.name, number)


def test_what_stands_deeper_in_json_is_named_by_its_path_what_may_be_the_customers_first() -> None:
    customer = {"id": 7, "email": TOM.email, "name": TOM.name, "tags": ["VIP"], "note": None}
    address = {"city": "Kiel", "phone": "+4940123456", "default": True, "name": TOM.name}
    order = {"total": 12, "shipping_address": address, "customer": customer | {"address": address}}
    paste = read_paste(json.dumps({"order": order}))
    [reading] = paste.readings
    assert reading.customer == Customer("7", TOM.email, TOM.name)
    assert [(each.label, each.text) for each in reading.unused] == [
        ("address.phone", "+4940123456"),
        ("tags", "VIP"),
        ("address.city", "Kiel"),
        ("address.default", "true"),
    ]
    assert paste.left_over == (
        "order.shipping_address.phone: +4940123456",
        "order.total: 12",
        "order.shipping_address.city: Kiel",
        "order.shipping_address.default: true",
    )


def test_what_stands_deeper_in_one_of_several_customers_is_named_beside_that_one() -> None:
    people = [{"id": at, "email": f"{at}@example.org", "shop": {"city": at * 7}} for at in (1, 2)]
    paste = read_paste(json.dumps(people))
    unused = [[each.text for each in reading.unused] for reading in paste.readings]
    assert (unused, paste.left_over) == ([["7"], ["14"]], ())


def test_another_address_in_a_page_is_left_over() -> None:
    user = "{id: '7', email: 'ana@example.org', authkey: 'x'}"
    paste = read_paste(f"// Ask help@acme.example\n_support.user = {user}")
    assert [each.customer.email for each in paste.readings] == ["ana@example.org"]
    assert paste.left_over == ("help@acme.example",)


def test_what_a_program_printed_beside_a_customer_is_left_over() -> None:
    paste = read_paste("User(id=7, email=ana@example.org, shop=Shop(city=Bonn), vip=True)")
    assert paste.left_over == ("User", "shop=Shop(city=Bonn), vip=True")


def test_all_that_a_vcard_has_beside_is_named_but_for_pictures() -> None:
    place, logo = "ADR:;;Hill 5;Kiel;;24103;", "LOGO;ENCODING=b:AAAA"
    card = f"ORG:Acme;Sales\n{place}\n{logo}\nTEL;TYPE=FAX:+49431\nTEL:+49432"
    text = (
        f"BEGIN:VCARD\nVERSION:3.0\nFN:Tom Tall\nN:Tall;Tom\nEMAIL:{TOM.email}\n{card}\nEND:VCARD"
    )
    [reading] = read_paste(text).readings
    assert reading.customer == Customer("", TOM.email, TOM.name, "+49432")
    named = {(each.label, each.text.replace("\n", " ")) for each in reading.unused}
    where = ("vCard adr", "Hill 5 Kiel,  24103")
    assert named == {("Fax", "+49431"), ("vCard org", "Acme, Sales"), where}
