"""The result of reading a paste: the customers, and which pieces were used."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field

from reamaze_gui.core.attributes import IN_TABLES, Attribute, Scalar, text_of
from reamaze_gui.core.customer import Customer

DATA = "data"  # the snippet's key for attributes

# The pieces of one customer, in order.
Record = tuple["Piece", ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """One value of a paste, unchanged but for a spreadsheet's apostrophe.

    `label` is its heading, if it had one. `field` is the field of `Customer` it was used for, or
    `data` for an attribute; empty if it was not used. `value` is set for a number or a boolean.
    The text may be a secret: no `repr` shows it.
    """

    text: str = dataclass_field(repr=False)
    label: str = ""
    field: str = ""
    value: Scalar | None = dataclass_field(default=None, repr=False)

    @property
    def attribute(self) -> Attribute:
        """The piece as an attribute."""
        value = self.text if self.value is None else self.value
        return Attribute(self.label.removeprefix(IN_TABLES), value)


# Secrets, authkeys and passwords, which must not be shown.
_CONFIDENTIAL = re.compile(
    r"secret|passw|token|sso_?\W?key|api_?\W?key|auth_?\W?key|hmac|hash|signature", re.IGNORECASE
)
_DIGEST = re.compile(r"(?:[0-9a-f]{2}\W?){32,}|[\w+/-]{43}=?", re.IGNORECASE)


def shown(text: str, label: str = "") -> str:
    """Return an unused text as it may be shown: without anything that signs somebody in.

    >>> shown("VIP"), shown("opensesame", "SSO key"), shown("SSO secret: opensesame")
    ('VIP', '…', '…')
    """
    return "…" if _CONFIDENTIAL.search(f"{label} {text}") else _DIGEST.sub("…", text)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible value of a field, and the doubt that is settled by choosing it."""

    doubt: str
    field: str
    text: str = dataclass_field(repr=False)


@dataclass(frozen=True, slots=True)
class PastedCustomer:
    """A customer read from a paste, and what is uncertain about them.

    `pieces` are all values of the record, in order. `doubts` are sentences on what the user must
    decide before anything is filled in; a field in doubt is left empty. `warnings` are sentences on
    values that were used, but damaged before they were copied. `candidates` are the possible values
    of the fields in doubt.
    """

    customer: Customer
    pieces: tuple[Piece, ...] = dataclass_field(default=(), repr=False)
    doubts: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()

    @property
    def attributes(self) -> tuple[Attribute, ...]:
        """The attributes, each label once."""
        return tuple(each.attribute for each in self.pieces if each.field == DATA)

    @property
    def unused(self) -> tuple[Piece, ...]:
        """The pieces that were not used, as they may be shown."""
        return tuple(
            Piece(shown(piece.text, piece.label), piece.label)
            for piece in self.pieces
            if piece.text and not piece.field
        )

    def edited(self, customer: Customer, attributes: Iterable[Attribute]) -> "PastedCustomer":
        """Return it as the user edited it, which settles all doubts."""
        rest = (each for each in self.pieces if each.field != DATA)
        data = (Piece(text_of(each.value), each.label, DATA, each.value) for each in attributes)
        return replace(self, customer=customer, pieces=(*rest, *data), doubts=())

    def chosen(self, candidate: Candidate) -> "PastedCustomer":
        """Return it with this candidate in its field, and without the doubt."""
        doubt, field, text = candidate.doubt, candidate.field, candidate.text
        return replace(
            self,
            customer=replace(self.customer, **{field: text}),
            pieces=tuple(
                replace(each, field=field) if each.text == text else each for each in self.pieces
            ),
            doubts=tuple(each for each in self.doubts if each != doubt),
            candidates=tuple(each for each in self.candidates if each.doubt != doubt),
        )

    @property
    def certain(self) -> bool:
        """Whether the customer may be filled in without asking."""
        return not self.doubts


@dataclass(frozen=True, slots=True)
class Paste:
    """All customers in a text, in order.

    `left_over` are lines without a customer, as they may be shown; `trouble` is a sentence on why
    the text was not read at all, or empty.
    """

    readings: tuple[PastedCustomer, ...] = ()
    left_over: tuple[str, ...] = ()
    trouble: str = ""

    @property
    def known(self) -> int:
        """How many values of customers are known."""
        return sum(bool(piece.field) for each in self.readings for piece in each.pieces)

    @property
    def certain(self) -> bool:
        """Whether nothing is in doubt, and more is known than addresses."""
        return self.known > len(self.readings) and all(each.certain for each in self.readings)
