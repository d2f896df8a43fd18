"""Who visits the merchant's page, and what it must send for them."""

from collections.abc import Mapping
from dataclasses import asdict, astuple, replace
from functools import cache

from reamaze_gui.core.customer import Customer
from tests.openssl import hmac_sha256

# What a shop's database holds of a customer; {"text": "7"} stands for a value that is no text, but
# an object of the language whose text that is.
Cell = str | int | Mapping[str, str] | None
Row = Mapping[str, Cell]

SECRET = "K9-a phrase with a space, an 'apostrophe' and an é"

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
    "an id of white space": Customer(" \n", "zoe@example.org"),
    "zeros": Customer("0", "zoe@example.org", "0"),
}

# Half a character, of which no valid text can be made. Where texts are bytes, a byte stands for it
# that UTF-8 doesn't have.
BROKEN = "\ud800"
REPLACED = "\N{REPLACEMENT CHARACTER}"
INVALID = {
    f"{field} that is not valid": replace(
        ORDINARY, **{field: f"{getattr(ORDINARY, field)}{BROKEN}"}
    )
    for field in ("id", "email", "name", "avatar")
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


NO_TEXT: dict[str, Row] = {
    "who is made of objects": {field: {"text": value} for field, value in asdict(ORDINARY).items()}
}


def sent(customer: Customer) -> dict[str, str]:
    """Return what `_support.user` must be for a customer who is signed in."""
    customer = Customer(*(value.replace(BROKEN, REPLACED) for value in astuple(customer)))
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
