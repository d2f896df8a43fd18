"""Reads customers from JSON: nested objects, lists, or one object per line."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import astuple, replace

from reamaze_gui.core.attributes import IN_TABLES, is_exact, text_of
from reamaze_gui.core.headings import meaning, names_customer, plain
from reamaze_gui.core.pasted.labelled import read_labelled
from reamaze_gui.core.pasted.left_over import left_over
from reamaze_gui.core.pasted.looks import field_of
from reamaze_gui.core.pasted.paste import DATA, Paste, PastedCustomer, Piece, Record
from reamaze_gui.core.pasted.tables import read_table

_Object = dict[str, object]

# Objects whose values belong to the object around them.
_PARTS = {
    *("properties", "attributes", "fields", "traits", "name"),
    *("defaultEmailAddress", "defaultPhoneNumber"),
}


def read_json(text: str) -> Paste:
    """Return the customers in JSON: objects called a customer, else every object with an email.

    JSON Lines are read too. Numbers keep their spelling.
    """
    try:
        value = parsed(text)
    except (ValueError, RecursionError):
        return Paste()
    if isinstance(value, list) and value and all(isinstance(row, list) for row in value):
        rows = [[cell if isinstance(cell, str) else "" for cell in row] for row in value]
        readings = read_table(rows).readings
        return Paste(readings, tuple(left_over("\n".join(map("\t".join, rows)), readings)))
    return read_objects(value)


def read_objects(value: object) -> Paste:
    """Return the customers in objects, however nested."""
    found = [
        (source, reading)
        for source, record in _customers(value)
        if (reading := read_labelled(record))
    ]
    around = _leaves(value, skipped={id(source) for source, _ in found})
    used = {text for _, reading in found for text in astuple(reading.customer)}
    rest = (f"{each.label}: {each.text}" for each in around if each.text not in used)
    readings = (_with_nested(reading, source) for source, reading in found)
    return Paste(tuple(readings), tuple(rest))


def customer_records(value: object) -> list[Record]:
    """Return the record of each object called a customer or, if there is none, with an email."""
    return [record for _, record in _customers(value)]


def parsed(text: str) -> object:
    """Return the value of JSON or JSON Lines. Raises ValueError or RecursionError."""
    try:
        return _loaded(text)
    except ValueError:
        lines = [line for line in text.splitlines() if line.strip()]
        return [_loaded(line) for line in lines]


class _Number(str):
    """A number as written, since an ID may have more digits than a float can hold."""

    __slots__ = ()


def _loaded(text: str) -> object:
    return json.loads(text, parse_int=_Number, parse_float=_Number)


def pieces_of_data(data: Mapping[str, object]) -> Iterator[Piece]:
    """Yield the attributes of a customer; a nested value is yielded as a piece without use.

    >>> [piece.value for piece in pieces_of_data({"Orders": 7, "Town": "Oslo"})]
    [7, None]
    """
    for name, value in data.items():
        if isinstance(value, _Number):
            number = json.loads(value)
            yield Piece(value, f"{IN_TABLES}{name}", value=number if is_exact(number) else None)
        elif isinstance(value, str):
            yield Piece(value, f"{IN_TABLES}{name}")
        elif isinstance(value, bool | int | float):
            yield Piece(text_of(value), f"{IN_TABLES}{name}", value=value)
        elif value is not None:
            yield Piece(json.dumps(value, ensure_ascii=False), name)


def _customers(value: object) -> list[tuple[_Object, Record]]:
    found = [*_objects(value)]
    customers = [(source, record) for source, record, is_customer in found if is_customer]
    return customers or [(source, record) for source, record, _ in found]


def _objects(whole: object) -> Iterator[tuple[_Object, Record, bool]]:
    """Yield each object with an email, its record, and whether it is called a customer.

    An object that contains a customer is something else, such as an order: only what it calls the
    customer's is used, and its email if the customer has none.
    """
    left: list[tuple[object, bool, Record]] = [(whole, False, ())]
    while left:
        value, is_customer, around = left.pop()
        if isinstance(value, list):
            left += [(each, is_customer, around) for each in reversed(value)]
        elif isinstance(value, dict):
            record = tuple(_pieces(value))
            emails = tuple(piece for piece in record if _is_email(piece))
            nested = {
                name for name, each in value.items() if isinstance(each, dict | list) and each
            }
            contains_one = any(map(names_customer, nested))
            if not contains_one and (emails or (is_customer and any(map(_is_email, around)))):
                beside = (each for each in around if not emails or not _is_email(each))
                yield value, (*record, *beside), is_customer
            else:
                theirs = (*emails, *(each for each in record if plain(each.label) == "customerid"))
                left += [
                    (each, is_customer or names_customer(name), theirs)
                    for name, each in reversed(value.items())
                ]


def _with_nested(reading: PastedCustomer, source: _Object) -> PastedCustomer:
    """Return a reading with the values nested in its object, which are not used."""
    known = {piece.text for piece in reading.pieces}
    deeper = {
        name: each
        for name, each in source.items()
        if isinstance(each, dict | list) and name != DATA
    }
    nested = (piece for piece in _leaves(deeper) if piece.text not in known)
    return replace(reading, pieces=(*reading.pieces, *nested))


def _leaves(whole: object, skipped: Collection[int] = ()) -> list[Piece]:
    """Return the values in JSON with their paths, first those that a customer may have.

    Objects whose `id()` is in `skipped` are left out.
    """
    found: list[tuple[bool, Piece]] = []
    left: list[tuple[object, str, str]] = [(whole, "", "")]
    while left:
        value, path, name = left.pop()
        if isinstance(value, str | bool):
            is_ours = meaning(name) is not None
            found.append((not is_ours, Piece(text_of(value), path)))
        elif isinstance(value, list):
            left += [(each, path, name) for each in reversed(value)]
        elif isinstance(value, dict) and id(value) not in skipped:
            above = f"{path}." if path else ""
            left += [(each, f"{above}{key}", key) for key, each in reversed(value.items())]
    return [piece for _, piece in sorted(found, key=lambda each: each[0])]


def _pieces(values: _Object) -> Iterator[Piece]:
    for name, value in values.items():
        if isinstance(value, str):
            yield Piece(value, name)
        elif isinstance(value, bool):
            yield Piece(text_of(value), name)
        elif value is None:
            yield Piece("", name)
        elif isinstance(value, dict) and name == DATA:
            yield from pieces_of_data(value)
        elif isinstance(value, dict) and meaning(name) and (inner := _only_value(value)):
            yield from _pieces({name: inner})
        elif isinstance(value, dict) and name in _PARTS:
            yield from _pieces(value)
        elif isinstance(value, list) and meaning(singular := re.sub("(?<=s)es$|s$", "", name)):
            for each in filter(lambda it: isinstance(it, dict), value):
                yield from _pieces({singular: each})


def _only_value(value: _Object) -> object:
    """Return the value of an object that is there for its type or its history."""
    return value.get("value", next(iter(value.values())) if len(value) == 1 else None)


def _is_email(piece: Piece) -> bool:
    return field_of(piece.label, piece.text.strip()) == "email"
