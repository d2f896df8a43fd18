"""What was read out of a paste: the customers, what was used of it, and what was not."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field

from reamaze_gui.core.attributes import IN_TABLES, Attribute, Scalar, text_of
from reamaze_gui.core.customer import Customer

DATA = "data"  # where the attributes stand in a snippet

# What a form of paste makes of a text: for each customer the pieces that stand together.
Record = tuple["Piece", ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """One value of a paste, as it stood there but for a spreadsheet's apostrophe.

    `label` is its heading, if it had one; `field` the name of the field in `Customer` that it
    went into, or `data` for an attribute, empty where it was not used. `value` is what it is where
    that is no text. It may be a secret: no `repr` shows it.
    """

    text: str = dataclass_field(repr=False)
    label: str = ""
    field: str = ""
    value: Scalar | None = dataclass_field(default=None, repr=False)

    @property
    def attribute(self) -> Attribute:
        """What is to be shown beside the conversation, of a piece whose label says so."""
        value = self.text if self.value is None else self.value
        return Attribute(self.label.removeprefix(IN_TABLES), value)


# What must not be shown, though a paste held it: a secret, an authkey, a password.
_CONFIDENTIAL = re.compile(
    r"secret|passw|token|sso_?\W?key|api_?\W?key|auth_?\W?key|hmac|hash|signature", re.IGNORECASE
)
_DIGEST = re.compile(r"(?:[0-9a-f]{2}\W?){32,}|[\w+/-]{43}=?", re.IGNORECASE)


def shown(text: str, label: str = "") -> str:
    """Return a text that was not used as it may be shown: without what signs anybody in.

    >>> shown("VIP"), shown("opensesame", "SSO key"), shown("SSO secret: opensesame")
    ('VIP', '…', '…')
    """
    return "…" if _CONFIDENTIAL.search(f"{label} {text}") else _DIGEST.sub("…", text)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that may be the one of a field, and the doubt that choosing it settles."""

    doubt: str
    field: str
    text: str = dataclass_field(repr=False)


@dataclass(frozen=True, slots=True)
class PastedCustomer:
    """A customer of a paste, and how certain that is.

    `pieces` are all that stood together, in their order. `doubts` are sentences on what a person
    must decide before anything is filled in; a field in doubt is left empty. `warnings` are
    sentences on values that were taken, but were spoilt before they were copied. `candidates` are
    the values between which a doubt is.
    """

    customer: Customer
    pieces: tuple[Piece, ...] = dataclass_field(default=(), repr=False)
    doubts: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()

    @property
    def attributes(self) -> tuple[Attribute, ...]:
        """What is to be shown beside the conversation, each label once."""
        return tuple(each.attribute for each in self.pieces if each.field == DATA)

    @property
    def unused(self) -> tuple[Piece, ...]:
        """The pieces that no field took, as they may be shown."""
        return tuple(
            Piece(shown(piece.text, piece.label), piece.label)
            for piece in self.pieces
            if piece.text and not piece.field
        )

    def edited(self, customer: Customer, attributes: Iterable[Attribute]) -> "PastedCustomer":
        """Return it with what a person made of it, who has no doubts."""
        rest = (each for each in self.pieces if each.field != DATA)
        data = (Piece(text_of(each.value), each.label, DATA, each.value) for each in attributes)
        return replace(self, customer=customer, pieces=(*rest, *data), doubts=())

    def chosen(self, one: Candidate) -> "PastedCustomer":
        """Return it with this candidate in its field, and without that doubt."""
        return replace(
            self,
            customer=replace(self.customer, **{one.field: one.text}),
            pieces=tuple(
                replace(each, field=one.field) if each.text == one.text else each
                for each in self.pieces
            ),
            doubts=tuple(each for each in self.doubts if each != one.doubt),
            candidates=tuple(each for each in self.candidates if each.doubt != one.doubt),
        )

    @property
    def certain(self) -> bool:
        """Whether the customer may be filled in without asking."""
        return not self.doubts


@dataclass(frozen=True, slots=True)
class Paste:
    """All that a text holds of customers, in its order.

    `left_over` are lines in which no customer was found, as they may be shown; `trouble` is a
    sentence on why the text was not read at all, or empty.
    """

    readings: tuple[PastedCustomer, ...] = ()
    left_over: tuple[str, ...] = ()
    trouble: str = ""
