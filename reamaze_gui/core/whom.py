"""Names a customer and an account, for confirmations."""

from reamaze_gui.core.customer import Customer

_LONGEST = 24  # characters of each name, so that a sentence fits beside it


def whom(customer: Customer, account: str = "") -> str:
    """Return who a customer is, and for which account, where there is one.

    >>> whom(Customer(id="7105", email="eva@example.org", name="Eva Haas"), "acme")
    'Eva Haas (7105), acme'
    >>> whom(Customer(email="eva@example.org"))
    'eva@example.org'
    """
    name = called(customer)
    number = short(customer.id)
    known = f"{name} ({number})" if number and name != number else name
    return ", ".join(filter(None, (known, short(account))))


def called(customer: Customer) -> str:
    """Return what to call a customer, on one line; "this customer" where nothing is known.

    >>> called(Customer(id="7105", name="Eva Haas")), called(Customer(id="7105"))
    ('Eva Haas', '7105')
    """
    known = (customer.name, customer.email, customer.id)
    return next(filter(None, map(short, known)), "this customer")


def short(text: str) -> str:
    """Return a name on one line, shortened where a sentence would not fit beside it."""
    line = " ".join("".join(each if each.isprintable() else " " for each in text).split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
