"""Keeps the values of several people in one text apart."""

from collections.abc import Iterable

from reamaze_gui.core.page import Entry


def people(found: Iterable[tuple[Entry, bool]]) -> list[tuple[Entry, ...]]:
    """Return the entries of each person, in the order of a text.

    Another person begins where a name comes again with another value, and where an entry is marked
    as the first of a request.
    """
    each: list[dict[str, Entry]] = [{}]
    for entry, is_first in found:
        known = each[-1].get(entry.name)
        if is_first or (known and known.text != entry.text):
            each.append({})
        each[-1].setdefault(entry.name, entry)
    return [tuple(one.values()) for one in each if one]
