"""Makes a customer from values that have headings or labels."""

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace

from reamaze_gui.core.attributes import IN_TABLES
from reamaze_gui.core.customer import LABELS, Customer
from reamaze_gui.core.headings import FIRST, LAST, full_name, meaning, names_customer, plain
from reamaze_gui.core.pasted.looks import ADDRESS, NOTHING, Look, look_of, rounding_warnings
from reamaze_gui.core.pasted.paste import DATA, Candidate, PastedCustomer, Piece, Record

# Values that can't be right under their heading: perhaps the cells are shifted.
_SHIFTED: dict[str, Callable[[str], bool]] = {
    "id": lambda text: look_of(text) is Look.NAME and " " in text,
    "name": lambda text: ADDRESS.fullmatch(text) is not None or text[0] in ":=",  # encoded
    "email": lambda text: not ADDRESS.fullmatch(text.strip()),
    "phone": lambda text: not re.search(r"\d\D*\d\D*\d", text) or "@" in text,
}
# Values whose heading means something else in some shops, such as the name of an order, or nobody,
# such as the ID 0 of a guest.
_FOREIGN: dict[str, Callable[[str], bool]] = {
    "id": lambda text: text == "0",
    "name": lambda text: re.fullmatch(r"#\d+|(?:[a-z][\w()-]*+/){3,}[\w-]+", text) is not None,
    "avatar": lambda text: not text.startswith(("http:", "https:", "//")),
}
# Headings of orders, whose “id” is not the customer's.
_OF_ORDERS = {"ordernumber", "orderkey", "totalprice", "financialstatus"}


def read_labelled(record: Record) -> PastedCustomer | None:
    """Return the customer of a record, or None if it names nobody.

    Of several values for one field, the one under the best ranked heading is taken.
    """
    columns = _columns(record)
    doubts: list[str] = []
    candidates: list[Candidate] = []
    taken: dict[int, str] = {}
    for field, label in LABELS.items():
        found = [record[at].text for at in columns.get(field, ())]
        if not found:
            continue
        if _is(_SHIFTED, field, found[0]):
            doubts.append(f"“{found[0]}” is where the {label} should be. Are the cells shifted?")
        elif len(set(found)) > 1:
            texts = " and ".join(f"“{text}”" for text in found)
            doubts.append(f"There are several values for the {label}: {texts}. Which is right?")
            candidates += (Candidate(doubts[-1], field, each) for each in dict.fromkeys(found))
        else:
            taken |= {at: field for at in columns[field] if record[at].text == found[0]}
    values = {field: record[at].text for at, field in taken.items()}
    for at in _name_in_parts(columns, record, values):
        taken[at] = "name"
    is_named = len(values) > 1 and look_of(values.get("name", "")) is Look.NAME
    if not values.get("email") and not is_named:
        return None
    if not values.get("email"):
        doubts.append("There is no email address. Without one, nobody can be signed in.")
    taken |= _attributes(record)
    pieces = tuple(replace(piece, field=taken.get(at, "")) for at, piece in enumerate(record))
    return PastedCustomer(
        Customer(**values), pieces, tuple(doubts), rounding_warnings(pieces), tuple(candidates)
    )


def _attributes(record: Record) -> dict[int, str]:
    """Return the indices of the attributes, each label once."""
    found = {
        piece.label: at
        for at, piece in reversed([*enumerate(record)])
        if piece.label.startswith(IN_TABLES) and piece.label != IN_TABLES and piece.text
    }
    return dict.fromkeys(found.values(), DATA)


def _columns(record: Record) -> dict[str, list[int]]:
    """Return the indices of the values under the best ranked heading of each meaning.

    Another ID never stands in for an empty one: of a payment by a guest, “id” is the payment's.
    """
    ranked: dict[str, dict[int, int]] = {}
    is_order = any(plain(piece.label) in _OF_ORDERS for piece in record)
    empty: set[int] = set()
    for at, piece in enumerate(record):
        field, rank = meaning(piece.label) or _customer(piece)
        if NOTHING.fullmatch(piece.text) or _is(_FOREIGN, field, piece.text):
            empty.add(at)
        if (at in empty and field != "id") or (is_order and plain(piece.label) == "id"):
            continue
        ranked.setdefault(field, {})[at] = rank
    return {
        meant: [at for at, rank in ranks.items() if rank == min(ranks.values()) and at not in empty]
        for meant, ranks in ranked.items()
    }


def _customer(piece: Piece) -> tuple[str, int]:
    """Return a meaning of the lowest rank if this is a full name under “Customer”."""
    is_name = names_customer(piece.label) and look_of(piece.text) is Look.NAME
    return ("name", sys.maxsize) if is_name and " " in piece.text else ("", 0)


def _name_in_parts(
    columns: Mapping[str, list[int]], record: Record, values: dict[str, str]
) -> list[int]:
    """Join a first and a last name, if there is no full one, and return their indices."""
    first, last = ([*columns.get(part, ())][:1] for part in (FIRST, LAST))
    name = values.get("name", "")
    full = full_name(
        "".join(record[at].text for at in first), name, "".join(record[at].text for at in last)
    )
    if full == name:
        return []
    values["name"] = full
    return first if name else first + last


def _is(tests: Mapping[str, Callable[[str], bool]], field: str, text: str) -> bool:
    return field in tests and tests[field](text)
