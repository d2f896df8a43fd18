"""The customers that the user saved: their names, and what saving, deleting or importing makes."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, field, replace

from reamaze_gui.core.attributes import Attribute, text_of
from reamaze_gui.core.characters import without_accents
from reamaze_gui.core.customer import Customer

LONGEST_NAME = 80  # characters that a menu has room for
MOST = 10_000  # customers; so many are looked through at every key

# What would turn the text around it: no name needs it, and a menu would read backwards.
_TURNS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_UNSEEN = {"Cc", "Cs", "Zl", "Zp"}


@dataclass(frozen=True, slots=True)
class Saved:
    """A customer under a name of the user's, for an account or, where that is empty, for any.

    `attributes` are the customer's, sent with the snippet and not signed. `used` is when the
    customer was last saved or chosen, in seconds since 1970; 0 where nobody knows.
    `key` is the same for all names that a reader would take for one; `plain` is all of it without
    accents and capitals, a value a line. Both are made once: for a whole file, where that is read.
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

    @property
    def texts(self) -> tuple[str, ...]:
        """All that is known of the customer, but for the name and the account."""
        data = (text for each in self.attributes for text in (each.label, text_of(each.value)))
        return (*astuple(self.customer), *data)


def tidy_name(name: str) -> str:
    r"""Return a name as it can be shown in a menu: on one line, and not too long.

    >>> tidy_name("  Zoë\nQuinn ")
    'Zoë Quinn'
    """
    seen = (" " if unicodedata.category(each) in _UNSEEN else each for each in name)
    return " ".join("".join(seen).translate(_TURNS).split())[:LONGEST_NAME].rstrip()


def name_for(customer: Customer) -> str:
    """Return the name under which a customer may be saved where nobody gave another."""
    names = map(tidy_name, (customer.name, customer.email, customer.id))
    return next(filter(None, names), "Customer")


def is_same(name: str, other: str) -> bool:
    """Tell whether a reader would take two names for the same."""
    return _key(name) == _key(other)


def find(saved: Iterable[Saved], name: str) -> Saved | None:
    """Return what is saved under a name, or None."""
    key = _key(name)
    return next((each for each in saved if each.key == key), None)


def matching(saved: Iterable[Saved], text: str) -> tuple[Saved, ...]:
    """Return those that have every word of a text somewhere, in any case and with any accent.

    >>> [each.saved_as for each in matching([Saved("Zoë", Customer("7", "z@b.org"))], "ZOE org")]
    ['Zoë']
    """
    # None of the words has a line break in it, or is found across two values.
    words = without_accents(text).split()
    return tuple(each for each in saved if all(word in each.plain for word in words))


def put(saved: Iterable[Saved], new: Iterable[Saved]) -> tuple[Saved, ...]:
    """Return the list with these in it, in the order of the names: each replaces its namesake.

    >>> [each.saved_as for each in put([Saved("Bo", Customer("9"))], [Saved("Al", Customer("1"))])]
    ['Al', 'Bo']
    """
    held = {each.key: each for each in (*saved, *new)}
    return tuple(sorted(held.values(), key=_order))


def without(saved: Iterable[Saved], gone: Iterable[Saved]) -> tuple[Saved, ...]:
    """Return the list without those of these names."""
    names = {each.key for each in gone}
    return tuple(each for each in saved if each.key not in names)


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """How many customers an import would add, replace, and leave as they are."""

    added: int
    replaced: int
    same: int


def plan_import(saved: Iterable[Saved], found: Iterable[Saved]) -> ImportPlan:
    """Return what an import of these would do."""
    held = {each.key: each for each in saved}
    new = {each.key: each for each in found}
    same = sum(held.get(key) == each for key, each in new.items())
    known = len(new.keys() & held.keys())
    return ImportPlan(len(new) - known, known - same, same)


def kept_apart(saved: Iterable[Saved], found: Iterable[Saved]) -> Iterator[Saved]:
    """Yield customers under their names, numbered where one is taken: Zoë (2).

    >>> zoe = Saved("Zoë", Customer("7"))
    >>> [each.saved_as for each in kept_apart([zoe], [zoe, zoe])]
    ['Zoë (2)', 'Zoë (3)']
    """
    taken = {each.key for each in saved}
    last: dict[str, int] = {}  # by name without its number: a table may have it ten thousand times
    for each in found:
        apart = each
        base = re.sub(r" \([0-9]+\)$", "", each.saved_as)
        while apart.key in taken:
            last[base] = last.get(base, 1) + 1
            number = f" ({last[base]})"
            apart = replace(each, saved_as=f"{base[: LONGEST_NAME - len(number)]}{number}")
        taken.add(apart.key)
        yield apart


def _key(name: str) -> str:
    """Return what two names have in common that a reader would take for the same."""
    return unicodedata.normalize("NFKC", tidy_name(name)).casefold()


def _order(saved: Saved) -> tuple[str, str]:
    return without_accents(saved.saved_as), saved.saved_as
