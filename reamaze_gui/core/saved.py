"""Which customers did the user save, under which names, and what changes that?"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, replace

from reamaze_gui.core.customer import Customer

LONGEST_NAME = 80  # characters that a menu has room for

# What would turn the text around it: no name needs it, and a menu would read backwards.
_TURNS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_UNSEEN = {"Cc", "Cs", "Zl", "Zp"}


@dataclass(frozen=True, slots=True)
class Saved:
    """A customer under a name of the user's, for an account or, where that is empty, for any."""

    saved_as: str
    customer: Customer
    account: str = ""

    def matches(self, text: str) -> bool:
        """Tell whether every word of a text is somewhere in it, in any case and with any accent.

        >>> Saved("Zoë", Customer("7", "zoe@example.org")).matches("ZOE example")
        True
        """
        # No word has a line break in it, so none is found across two values.
        whole = _plain("\n".join((self.saved_as, self.account, *astuple(self.customer))))
        return all(word in whole for word in _plain(text).split())


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
    """What customers from elsewhere would change: by new names, and by names that are taken."""

    new: tuple[Change, ...]
    taken: tuple[Change, ...]


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
    return next((each for each in saved if is_same(each.saved_as, name)), None)


def change(
    saved: Iterable[Saved], changes: Iterable[Change]
) -> tuple[tuple[Saved, ...], tuple[Change, ...]]:
    """Return the list after those changes that still can be made, in order, and those changes.

    A change is made only where what it changes is as it was: what somebody else has put there
    meanwhile stays. The order is that of the names.
    """
    held = {_key(each.saved_as): each for each in saved}
    made = []
    for each in changes:
        old = _key(each.before.saved_as) if each.before else None
        new = _key(each.after.saved_as) if each.after else None
        if (old and held.get(old) != each.before) or (new not in (None, old) and new in held):
            continue
        if old:
            del held[old]
        if new and each.after:
            held[new] = each.after
        made.append(each)
    return tuple(sorted(held.values(), key=_order)), tuple(made)


def arrivals(saved: Iterable[Saved], found: Iterable[Saved]) -> Arrivals:
    """Return what customers from elsewhere would change; those that are here already do not."""
    held = {_key(each.saved_as): each for each in saved}
    changes = [Change(held.get(_key(each.saved_as)), each) for each in found]
    return Arrivals(
        tuple(each for each in changes if each.before is None),
        tuple(each for each in changes if each.before and each.before != each.after),
    )


def kept_apart(saved: Iterable[Saved], found: Iterable[Saved]) -> Iterator[Saved]:
    """Yield customers under their names, numbered where one is taken: Zoë (2).

    >>> zoe = Saved("Zoë", Customer("7"))
    >>> [each.saved_as for each in kept_apart([zoe], [zoe, zoe])]
    ['Zoë (2)', 'Zoë (3)']
    """
    taken = {_key(each.saved_as) for each in saved}
    last: dict[str, int] = {}  # by name without its number: a table may have it ten thousand times
    for each in found:
        name = each.saved_as
        base = re.sub(r" \([0-9]+\)$", "", name)
        while _key(name) in taken:
            last[base] = last.get(base, 1) + 1
            number = f" ({last[base]})"
            name = f"{base[: LONGEST_NAME - len(number)]}{number}"
        taken.add(_key(name))
        yield replace(each, saved_as=name)


def _key(name: str) -> str:
    """Return what two names have in common that a reader would take for the same."""
    return unicodedata.normalize("NFKC", tidy(name)).casefold()


def _order(saved: Saved) -> tuple[str, str]:
    return _plain(saved.saved_as), saved.saved_as


def _plain(text: str) -> str:
    """Return a text without its accents and capitals, for search and order."""
    letters = unicodedata.normalize("NFKD", text)
    return "".join(each for each in letters if not unicodedata.combining(each)).casefold()
