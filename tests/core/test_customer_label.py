"""A confirmation names the customer, by whatever is known of them, on one short line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reamaze_gui.core.customer import Customer
from reamaze_gui.core.customer_label import customer_label, display_name

EVA = Customer("7105", "eva@example.org", "Eva Haas")


@pytest.mark.parametrize(
    ("customer", "account", "says"),
    [
        (EVA, "acme", "Eva Haas (7105), acme"),
        (EVA, "", "Eva Haas (7105)"),
        (Customer(id="7105", email="eva@example.org"), "acme", "eva@example.org (7105), acme"),
        (Customer(id="7105"), "acme", "7105, acme"),
        (Customer(email="eva@example.org"), "acme", "eva@example.org, acme"),
        (Customer(), "acme", "this customer, acme"),
        (Customer(name="Eva\n\tHaas\u202e"), "", "Eva Haas"),
        (Customer("1" * 30, name="E" * 30), "a" * 30, f"{'E' * 23}… ({'1' * 23}…), {'a' * 23}…"),
    ],
)
def test_a_customer_is_named_with_id_and_account(
    customer: Customer, account: str, says: str
) -> None:
    assert customer_label(customer, account) == says


def test_a_customer_is_called_by_name_or_else_by_email_or_id() -> None:
    assert display_name(EVA) == "Eva Haas"
    assert display_name(Customer(id="7105", email="eva@example.org")) == "eva@example.org"
    assert display_name(Customer(id=" ")) == "this customer"


@given(st.text(), st.text(), st.text(), st.text())
def test_whatever_is_named_stays_on_one_line(id: str, email: str, name: str, account: str) -> None:
    says = customer_label(Customer(id, email, name), account)
    assert says.isprintable()
    assert len(says) < 80
