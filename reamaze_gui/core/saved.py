"""Which customers did the user save, under which names, and what changes that?"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, field, replace

from reamaze_gui.core.customer import Customer

LONGEST_NAME = 80  # characters that a menu has room for
MOST = 10_000  # customers; so many are looked through at every key

# What would turn the text around it: no name needs it, and a menu would read backwards.
_TURNS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_UNSEEN = {"Cc", "Cs", "Zl", "Zp"}


@dataclass(frozen=True, slots=True)
class Saved:
    """A customer under a name of the user's, for an account or, where that is empty, for any.

    `key` is the same for all names that a reader would take for one; `plain` is all of it without
    accents and capitals, a value a line. Both are made once: for a whole file, where that is read.
    """

    saved_as: str
    customer: Customer
    account: str = ""
    key: str = field(init=False, repr=False, compare=False)
    plain: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        values = (self.saved_as, self.account, *astuple(self.customer))
        object.__setattr__(self, "key", _key(self.saved_as))
        object.__setattr__(self, "plain", _plain("\n".join(values)))


@dataclass(frozen=True, slots=True)
class Change:
    """What stands in the list before and after; None where that is nothing."""

    before: Saved | None
    after: Saved | None

    @property
    def undone(self) -> "Change":
        """The change that takes this one back."""
        return Change(self.after, self.before)


def said_of(undoing: Sequence[Change]) -> str:
    """Say what these changes, which take others back, bring about.

    >>> said_of([Change(None, Saved("Zoë", Customer("7")))])
    'Zoë is back.'
    """
    match undoing:
        case [Change(None, Saved(saved_as=name))]:
            return f"{name} is back."
        case [Change(Saved(saved_as=name), None)]:
            return f"{name} is saved no longer."
        case [Change(Saved(saved_as=now), Saved(saved_as=then))] if now != then:
            return f"{now} is called {then} again."
        case [Change(Saved(saved_as=name), _)]:
            return f"{name} is as before."
    gone = all(each.after is None for each in undoing)
    return f"{len(undoing):,} customers are {'saved no longer' if gone else 'back as they were'}."


@dataclass(frozen=True, slots=True)
class Arrivals:
    """What customers from elsewhere would change: by new names, and by names that are taken.

    `beside` would save those whose names are taken under others.
    """

    new: tuple[Change, ...] = ()
    taken: tuple[Change, ...] = ()
    beside: tuple[Change, ...] = ()


def tidy(name: str) -> str:
    r"""Return a name as it can be shown in a menu: on one line, and not too long.

    >>> tidy("  Zoë\nQuinn ")
    'Zoë Quinn'
    """
    seen = (" " if unicodedata.category(each) in _UNSEEN else each for each in name)
    return " ".join("".join(seen).translate(_TURNS).split())[:LONGEST_NAME].rstrip()


def name_for(customer: Customer) -> str:
    """Return the name under which a customer may be saved where nobody gave another."""
    return tidy(customer.name) or tidy(customer.email) or tidy(customer.id) or "Customer"


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
    words = _plain(text).split()  # none has a line break in it, or is found across two values
    return tuple(each for each in saved if all(word in each.plain for word in words))


def change(
    saved: Iterable[Saved], changes: Iterable[Change]
) -> tuple[tuple[Saved, ...], tuple[Change, ...]]:
    """Return the list after those changes that still can be made, in order, and those changes.

    A change is made only where what it changes is as it was: what somebody else has put there
    meanwhile stays. The order is that of the names.
    """
    held = {each.key: each for each in saved}
    made = []
    for each in changes:
        old = each.before.key if each.before else None
        new = each.after.key if each.after else None
        if (old and held.get(old) != each.before) or (new not in (None, old) and new in held):
            continue
        if old:
            del held[old]
        if new and each.after:
            held[new] = each.after
        made.append(each)
    return tuple(sorted(held.values(), key=_order)), tuple(made)


def arrivals(saved: Iterable[Saved], found: Sequence[Saved]) -> Arrivals:
    """Return what customers from elsewhere would change; those that are here already do not."""
    held = {each.key: each for each in saved}
    new = [each for each in found if each.key not in held]
    taken = [each for each in found if held.get(each.key, each) != each]
    return Arrivals(
        tuple(Change(None, each) for each in new),
        tuple(Change(held[each.key], each) for each in taken),
        tuple(Change(None, each) for each in kept_apart((*held.values(), *new), taken)),
    )


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
    return unicodedata.normalize("NFKC", tidy(name)).casefold()


def _order(saved: Saved) -> tuple[str, str]:
    return _plain(saved.saved_as), saved.saved_as


def _plain(text: str) -> str:
    """Return a text without its accents and capitals, for search and order."""
    letters = unicodedata.normalize("NFKD", text)
    return "".join(each for each in letters if not unicodedata.combining(each)).casefold()
