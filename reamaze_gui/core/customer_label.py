"""Names a customer and an account briefly, for confirmations."""

from reamaze_gui.core.customer import Customer

_LONGEST = 24  # characters of each name, so that all fit in a sentence


def customer_label(customer: Customer, account: str = "") -> str:
    """Return a customer's name and ID, and the account if there is one.

    >>> customer_label(Customer(id="7105", email="eva@example.org", name="Eva Haas"), "acme")
    'Eva Haas (7105), acme'
    >>> customer_label(Customer(email="eva@example.org"))
    'eva@example.org'
    """
    name = display_name(customer)
    number = abridged(customer.id)
    label = f"{name} ({number})" if number and name != number else name
    return ", ".join(filter(None, (label, abridged(account))))


def display_name(customer: Customer) -> str:
    """Return the customer's name, else the email or ID, on one line; else "this customer".

    >>> display_name(Customer(id="7105", name="Eva Haas")), display_name(Customer(id="7105"))
    ('Eva Haas', '7105')
    """
    values = (customer.name, customer.email, customer.id)
    return next(filter(None, map(abridged, values)), "this customer")


def abridged(text: str, longest: int = _LONGEST) -> str:
    """Return a text on one line, cut off where it is too long for a sentence."""
    line = " ".join("".join(each if each.isprintable() else " " for each in text).split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"
