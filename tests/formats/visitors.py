"""Who visits the merchant's page, and what it must send for them."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from functools import cache

from reamaze_gui.core.customer import Customer
from tests.openssl import hmac_sha256

Row = Mapping[str, str | int | None]  # a customer as the shop's database holds one

SECRET = "K9-a secret with a space, an 'apostrophe' and an é"

ORDINARY = Customer(
    "48151623", "zoe.quinn@example.org", "Zoë Quinn", "+14155552671", "https://example.org/z.png"
)

SIGNED_IN = {
    "ordinary": ORDINARY,
    "only what is required": Customer("7", "zoe@example.org"),
    "hostile": Customer(
        "a:b</script><script>evil=1</script>",
        "o'neil+tag&co@example.org",
        "</script><!--<script> \"Zoë\" 'O\\' \u2028 \u2029 \U0001f600 ]]> ${x} #{x} {{x}} <%=x%>",
        "+442079460958",
        "https://example.org/?a=1&b='<z>'",
    ),
    "not ASCII": Customer("ідентифікатор-1", "zoë@exämple.org", "Ζωή Κουίν 東京"),
    "phone not in E.164": Customer("8", "zoe@example.org", "Zoë", "(415) 555-2671"),
    "phone with a line break": Customer("9", "zoe@example.org", "Zoë", "+14155552671\n"),
}

E164 = ("+12", "+14155552671", "+442079460958", "+123456789012345")
NOT_E164 = (
    *("+1", "+0", "+0123", "+04155552671", "+1234567890123456"),
    *("4155552671", "14155552671", "1+415", "++14155552671", "+-14155552671"),
    *("+1-415-555-2671", "+1415x", "+1415555267x", "x+14155552671"),
    *(" +14155552671", "+ 1415", "x\n+14155552671", "+14155552671\nx", "+14155552671\r\n"),
    *("+14.5", "+14.0", "+1_415", "+1e9"),  # numbers, for Ruby and so for Liquid
    *("+1٢٣", "+1४१५५५५२६७१"),  # digits too, for a regular expression that knows Unicode
)
PHONES = {phone: replace(ORDINARY, phone=phone) for phone in (*E164, *NOT_E164)}

# Ids that are numbers in the database, of which browsers would round the second.
NUMBERED = {
    f"number {number}": Customer(str(number), "zoe@example.org") for number in (7, 2**53 + 1)
}
NUMBERED_ROWS: dict[str, Row] = {
    visitor: {"id": int(who.id), "email": who.email, "name": None, "phone": None, "avatar": None}
    for visitor, who in NUMBERED.items()
}

GUESTS: dict[str, Row | None] = {
    "who isn't signed in": None,
    "without an id": asdict(replace(ORDINARY, id="")),
    "without an email": asdict(replace(ORDINARY, email="")),
    "whose email is unknown": {**asdict(ORDINARY), "email": None},
}


def sent(customer: Customer) -> dict[str, str]:
    """Return what `_support.user` must be for a customer who is signed in."""
    fields = {
        "id": customer.id,
        "email": customer.email,
        "name": customer.name,
        "phone": customer.phone if customer.phone in E164 else "",
        "avatar": customer.avatar,
        "authkey": openssl_authkey(customer),
    }
    return {name: value for name, value in fields.items() if value}


@cache
def openssl_authkey(customer: Customer) -> str:
    """Return the authkey as openssl computes it."""
    return hmac_sha256(SECRET, f"{customer.id}:{customer.email}").hex()
