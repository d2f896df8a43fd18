"""The user's saved customers: their names, and how saving, deleting and importing change them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, field, replace

from reamaze_gui.core.attributes import Attribute
from reamaze_gui.core.characters import without_accents
from reamaze_gui.core.customer import Customer

LONGEST_NAME = 80  # characters that fit in a menu
MOST = 10_000  # customers; more are too slow to search at every keystroke

# Direction controls, which no name needs and which would make a menu read backwards.
_DIRECTION_CONTROLS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_INVISIBLE = {"Cc", "Cs", "Zl", "Zp"}


@dataclass(frozen=True, slots=True)
class Saved:
    """A customer under a name the user chose, for one account or, if `account` is empty, for any.

    `attributes` are sent with the snippet and not signed. `used` is when the customer was last
    saved or chosen, in seconds since 1970; 0 if unknown. `key` is equal for names that look the
    same; `plain` holds all values without accents and capitals, one per line, for the search.
    Both are computed once, since a search compares them at every keystroke.
    """

    saved_as: str
    customer: Customer
    account: str = ""
    attributes: tuple[Attribute, ...] = ()
    used: int = field(default=0, compare=False)
    key: str = field(init=False, repr=False, compare=False)
    plain: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        values = (self.saved_as, self.account, *astuple(self.customer))
        object.__setattr__(self, "key", _key(self.saved_as))
        object.__setattr__(self, "plain", without_accents("\n".join(values)))


def tidy_name(name: str) -> str:
    r"""Return a name as it can be shown in a menu: on one line, and not too long.

    >>> tidy_name("  Zoë\nQuinn ")
    'Zoë Quinn'
    """
    visible = (" " if unicodedata.category(each) in _INVISIBLE else each for each in name)
    line = "".join(visible).translate(_DIRECTION_CONTROLS)
    return " ".join(line.split())[:LONGEST_NAME].rstrip()


def name_for(customer: Customer) -> str:
    """Return the default name for saving a customer."""
    names = map(tidy_name, (customer.name, customer.email, customer.id))
    return next(filter(None, names), "Customer")


def is_same(name: str, other: str) -> bool:
    """Return whether two names look the same to a reader."""
    return _key(name) == _key(other)


def find(saved: Iterable[Saved], name: str) -> Saved | None:
    """Return the customer saved under a name, or None."""
    key = _key(name)
    return next((each for each in saved if each.key == key), None)


def matching(saved: Iterable[Saved], text: str) -> tuple[Saved, ...]:
    """Return the customers with every word of a text in some value, ignoring case and accents.

    >>> [each.saved_as for each in matching([Saved("Zoë", Customer("7", "z@b.org"))], "ZOE org")]
    ['Zoë']
    """
    # A word has no line break, so none can match across two values.
    words = without_accents(text).split()
    return tuple(each for each in saved if all(word in each.plain for word in words))


def put(saved: Iterable[Saved], new: Iterable[Saved]) -> tuple[Saved, ...]:
    """Return the list with these added, sorted by name: each replaces the one of the same name.

    >>> [each.saved_as for each in put([Saved("Bo", Customer("9"))], [Saved("Al", Customer("1"))])]
    ['Al', 'Bo']
    """
    held = {each.key: each for each in (*saved, *new)}
    return tuple(sorted(held.values(), key=_order))


def without(saved: Iterable[Saved], deleted: Iterable[Saved]) -> tuple[Saved, ...]:
    """Return the list without the customers of these names."""
    names = {each.key for each in deleted}
    return tuple(each for each in saved if each.key not in names)


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """How many customers an import would add, replace, and leave as they are."""

    added: int
    replaced: int
    same: int


def plan_import(saved: Iterable[Saved], found: Iterable[Saved]) -> ImportPlan:
    """Return what importing these would do."""
    held = {each.key: each for each in saved}
    new = {each.key: each for each in found}
    same = sum(held.get(key) == each for key, each in new.items())
    known = len(new.keys() & held.keys())
    return ImportPlan(len(new) - known, known - same, same)


def renamed_apart(saved: Iterable[Saved], found: Iterable[Saved]) -> Iterator[Saved]:
    """Yield the found customers, with a number added to each name that is taken: Zoë (2).

    >>> zoe = Saved("Zoë", Customer("7"))
    >>> [each.saved_as for each in renamed_apart([zoe], [zoe, zoe])]
    ['Zoë (2)', 'Zoë (3)']
    """
    taken = {each.key for each in saved}
    last: dict[str, int] = {}  # by name: counting from 2 each time would take too long in a table
    for each in found:
        unique = each
        base = re.sub(r" \([0-9]+\)$", "", each.saved_as)
        while unique.key in taken:
            last[base] = last.get(base, 1) + 1
            number = f" ({last[base]})"
            unique = replace(each, saved_as=f"{base[: LONGEST_NAME - len(number)]}{number}")
        taken.add(unique.key)
        yield unique


def _key(name: str) -> str:
    """Return a key that is equal for names that look the same."""
    return unicodedata.normalize("NFKC", tidy_name(name)).casefold()


def _order(saved: Saved) -> tuple[str, str]:
    return without_accents(saved.saved_as), saved.saved_as
