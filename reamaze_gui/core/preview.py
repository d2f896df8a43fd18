"""Composes the snippet that signs a customer in, or says what is missing or wrong."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from reamaze_gui.core.account import check_account
from reamaze_gui.core.attributes import Attribute, Scalar, check_attributes, data_of
from reamaze_gui.core.authkey import Secret, authkey, check_secret, message
from reamaze_gui.core.characters import LONGEST
from reamaze_gui.core.customer import FIELDS, LABELS, Customer, Field
from reamaze_gui.core.customer_label import abridged
from reamaze_gui.core.remark import Remark, Severity, problem
from reamaze_gui.core.snippets import WEB_PAGE, Snippet

if TYPE_CHECKING:
    from reamaze_gui.core.masking import Mask

ACCOUNT_LABEL = "Account"
SECRET_LABEL = "SSO secret"  # noqa: S105 - a label, not a secret
DATA_LABEL = "Attributes"

_LONGEST_SHOWN = 40  # characters of the signed text that a sentence quotes

_LABELS = {"account": ACCOUNT_LABEL, "secret": SECRET_LABEL, "data": DATA_LABEL} | LABELS


class Mode(Enum):
    """Whether the customer's identity is proven: `value` is the mode's name on screen."""

    AUTHENTICATED = "Authenticated (authkey)"
    WEAK = "Weak SSO (prefill only)"

    @property
    def says(self) -> str:
        """What this mode does for the customer, in a sentence."""
        if self is Mode.AUTHENTICATED:
            return "Shows past conversations."
        return "Hides past conversations."

    def sends(self, field: Field) -> bool:
        """Return whether this field is part of the snippet."""
        return self is Mode.AUTHENTICATED or field.weak


def mode_of(snippet: Snippet, chosen: Mode) -> Mode:
    """Return the mode in effect: the chosen one, if the format has modes."""
    if snippet.has_modes:
        return chosen
    return Mode.AUTHENTICATED if snippet.signs else Mode.WEAK


@dataclass(frozen=True, slots=True)
class Preview:
    """All that the Build page shows, computed from what was typed.

    `message` is the signed text and `authkey` its 64 hex digits; both are empty in Weak SSO, and
    while id, email, secret or account has a problem. `problems` are the remarks that stop the
    snippet in the chosen format, missing values included; `snippet` is empty then. `gives` says,
    beside server code, which authkey that code must produce for this customer.
    """

    remarks: tuple[Remark, ...] = ()
    problems: tuple[Remark, ...] = ()
    message: str = ""
    authkey: str = ""
    snippet: str = ""
    gives: str = ""

    @property
    def obstacle(self) -> str:
        """What keeps the snippet from being written, in a sentence or two; empty if nothing.

        >>> compose(Customer(id="7"), Secret("s")).obstacle
        'Still missing: Email.'
        """
        missing = self._labels(Severity.MISSING)
        wrong = self._labels(Severity.PROBLEM)
        says = f"Still missing: {missing}." if missing else ""
        return f"{says} Correct first: {wrong}.".lstrip() if wrong else says

    def about(self, field: str) -> tuple[Remark, ...]:
        """Return the remarks about one field."""
        return tuple(remark for remark in self.remarks if remark.field == field)

    def _labels(self, severity: Severity) -> str:
        named = (_LABELS[each.field] for each in self.problems if each.severity is severity)
        return ", ".join(dict.fromkeys(named))


def compose(  # noqa: PLR0913 - what the form holds, each with its name
    customer: Customer,
    secret: Secret | None,
    snippet: Snippet = WEB_PAGE,
    *,
    mode: Mode = Mode.AUTHENTICATED,
    region: str = "US",
    account: str = "",
    data: Sequence[Attribute] = (),
) -> Preview:
    """Return the snippet for a customer, or what keeps it from being written.

    `region` is the ISO 3166 code by which a phone number without a country code is corrected;
    `account` is the subdomain or UUID, for the formats that name it; `data` holds the customer's
    attributes, which are sent with an authkey and never signed.

    >>> compose(Customer(id="7", email="zoe@example.org"), Secret("s")).message
    '7:zoe@example.org'
    """
    mode = mode_of(snippet, mode)
    sent = [(field, getattr(customer, field.name)) for field in FIELDS if mode.sends(field)]
    remarks: list[Remark] = []
    for field, value in sent:
        needed = field.required or field.name == snippet.only
        found = field.remarks(value, region, needed=needed)
        remarks += _about(field.name, _leak(value, secret) or found)
    found = tuple(check_account(account, needed=snippet.needs_account))
    remarks += _about("account", _leak(account, secret) or found)
    if mode is Mode.AUTHENTICATED:
        remarks += _about("secret", _secret_remarks(secret))
        remarks += _about("data", check_attributes(data, secret))
    entries: dict[str, str | dict[str, Scalar]] = {
        field.name: value for field, value in sent if value
    }
    signed = hexdigest = ""
    blocked = {remark.field for remark in remarks if remark.stops}
    signs = {"id", "email", "secret", "account"} if mode is Mode.AUTHENTICATED else set()
    if signs and secret and not blocked & signs:
        signed = message(customer.id, customer.email)
        hexdigest = authkey(secret, customer.id, customer.email)
        entries["authkey"] = hexdigest
    if mode is Mode.AUTHENTICATED and (attributes := data_of(data)):
        entries["data"] = attributes
    relevant = {"account"} if signs and snippet.of_customer else set()  # its secret signs
    relevant |= {field for field in blocked if snippet.uses(field)}
    problems = tuple(each for each in remarks if each.stops and each.field in relevant)
    text = "" if problems else snippet.write(entries, account)
    gives = "" if snippet.of_customer else _expected_authkey(snippet, signed)
    return Preview(tuple(remarks), problems, signed, hexdigest, text, gives)


def _expected_authkey(snippet: Snippet, signed: str) -> str:
    """Return a sentence by which a developer can check that the server code works."""
    if not snippet.signs:
        return f"Makes no authkey. {Mode.WEAK.says}"
    if not signed:
        return "Fill in the customer and the secret to try it and see which authkey it must give."
    return f"For {abridged(signed, _LONGEST_SHOWN)} it must give this authkey."


@lru_cache(maxsize=16)
def _leak(value: str, secret: Secret | None) -> tuple[Remark, ...]:
    """Return the problem that a value contains the secret, which replaces other remarks.

    Cached, since a keystroke changes one field of many.
    """
    if not secret or not 0 < len(value) <= LONGEST or not _mask(secret).holds(value):
        return ()
    what = "This is" if value.strip() == secret.value.strip() else "This contains"
    return (problem(f"{what} the {SECRET_LABEL}. Anyone who opens the page could read it."),)


@lru_cache(maxsize=1)
def _mask(secret: Secret) -> "Mask":
    from reamaze_gui.core.masking import mask_of  # slow to import, and not needed at the start

    return mask_of([secret])


def _about(field: str, remarks: Iterable[Remark]) -> list[Remark]:
    return [replace(remark, field=field) for remark in remarks]


def _secret_remarks(secret: Secret | None) -> Iterable[Remark]:
    if not secret or not secret.value:
        return (Remark(Severity.MISSING, f"Enter the {SECRET_LABEL}."),)
    return check_secret(secret.value)
