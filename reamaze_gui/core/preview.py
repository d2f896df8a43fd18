"""What must the page contain so that this customer is signed in, and what stands in the way?"""

from dataclasses import dataclass, replace
from enum import Enum

from reamaze_gui.core.authkey import Secret, authkey, check_secret, message
from reamaze_gui.core.customer import FIELDS, Customer, Field
from reamaze_gui.core.remark import Remark, Severity
from reamaze_gui.core.snippets import WEB_PAGE, Snippet

SECRET_LABEL = "SSO secret"  # noqa: S105 - a label, not a secret

_LABELS = {field.name: field.label for field in FIELDS} | {"secret": SECRET_LABEL}


class Mode(Enum):
    """How much the customer is trusted: `value` is the name on screen, `says` what it gives."""

    AUTHENTICATED = "Authenticated (authkey)"
    WEAK = "Weak SSO (prefill only)"

    @property
    def says(self) -> str:
        """What a customer gets from a page in this mode."""
        if self is Mode.AUTHENTICATED:
            return "Signs the customer in; past conversations show."
        return "Prefills email and name; past conversations stay hidden."

    def sends(self, field: Field) -> bool:
        """Whether this field is part of the snippet."""
        return self is Mode.AUTHENTICATED or field.weak


@dataclass(frozen=True, slots=True)
class Preview:
    """All that the Build page shows, computed from what was typed.

    `message` is the text that was signed and `authkey` its 64 hex digits; both are empty in Weak
    SSO, and while a problem with id, email or secret stands. `snippet` is empty while any
    problem stands.
    """

    remarks: tuple[Remark, ...] = ()
    message: str = ""
    authkey: str = ""
    snippet: str = ""

    @property
    def problems(self) -> tuple[Remark, ...]:
        """The remarks that stop the snippet, what is missing included."""
        return tuple(remark for remark in self.remarks if remark.stops)

    @property
    def obstacle(self) -> str:
        """What stands between the user and the snippet, in a sentence or two; empty if nothing.

        >>> compose(Customer(id="7"), Secret("s")).obstacle
        'Still missing: Email.'
        """
        missing = self._labels(Severity.MISSING)
        wrong = self._labels(Severity.PROBLEM)
        says = f"Still missing: {missing}." if missing else ""
        return f"{says} To be corrected: {wrong}.".lstrip() if wrong else says

    def about(self, field: str) -> tuple[Remark, ...]:
        """Return what is to be said about one field."""
        return tuple(remark for remark in self.remarks if remark.field == field)

    def _labels(self, severity: Severity) -> str:
        named = (_LABELS[remark.field] for remark in self.remarks if remark.severity is severity)
        return ", ".join(dict.fromkeys(named))


def compose(
    customer: Customer,
    secret: Secret | None,
    snippet: Snippet = WEB_PAGE,
    *,
    mode: Mode = Mode.AUTHENTICATED,
    region: str = "US",
) -> Preview:
    """Return the snippet for a customer, or what keeps it from being written.

    `region` is the ISO 3166 code of where the phone number is dialled, for its correction.

    >>> compose(Customer(id="7", email="zoe@example.org"), Secret("s")).message
    '7:zoe@example.org'
    """
    sent = [(field, getattr(customer, field.name)) for field in FIELDS if mode.sends(field)]
    remarks = [
        replace(remark, field=field.name)
        for field, value in sent
        for remark in field.remarks(value, region)
    ]
    entries = {field.name: value for field, value in sent if value}
    signed = hexdigest = ""
    if mode is Mode.AUTHENTICATED:
        remarks += (replace(remark, field="secret") for remark in _secret_remarks(secret))
        blocked = {remark.field for remark in remarks if remark.stops}
        if secret and not blocked & {"id", "email", "secret"}:
            signed = message(customer.id, customer.email)
            hexdigest = authkey(secret, customer.id, customer.email)
            entries["authkey"] = hexdigest
    text = "" if any(remark.stops for remark in remarks) else snippet.write(entries)
    return Preview(tuple(remarks), signed, hexdigest, text)


def _secret_remarks(secret: Secret | None) -> tuple[Remark, ...]:
    if not secret or not secret.value:
        return (Remark(Severity.MISSING, f"Enter the {SECRET_LABEL}."),)
    return tuple(check_secret(secret.value))
