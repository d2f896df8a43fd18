"""What a pasted text tells Re:amaze: which customer, which account, and what else is of note.

The reader finds it (`reader.read`), the rules judge it (`rules`), the diagnosis explains it.
"""

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """How sure it is what the browser sends for a value."""

    TEXT = "text"
    """A string, in the page as in the browser."""
    NUMBER = "number"
    """A number without quotes; `text` is how a browser writes it, `written` how the page does."""
    NOTHING = "nothing"
    """`null`, `undefined`, `NaN`, a truth value, an object: `text` is its name in JavaScript,
    `written` the JSON of an object."""
    TEMPLATE = "template"
    """A template's tag or a placeholder that was never filled in: `text` is the whole value as the
    page has it."""
    COMPUTED = "computed"
    """What only running the page could tell: `text` is the beginning of its source."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One value that the page sets: its key as spelt there, and what the browser would send.

    `line` counts from 1 in what was pasted, as everywhere here.
    """

    name: str
    text: str
    line: int
    kind: Kind = Kind.TEXT
    written: str = ""


class Place(Enum):
    """Where the customer's values stand."""

    USER = "_support.user"
    FLAT = "_support"  # the legacy form, without `user`: right
    UI = "_support.ui"
    ELSEWHERE = "elsewhere"  # an object of another name that looks like a customer
    DATA = "data for a script"  # JSON in a page or an answer, which a script hands on: right
    OBJECT = "an object alone"  # what the console prints for _support.user, or a line of JSON
    REQUEST = "a request"  # cURL or form data, with sso[id], sso[email] …


@dataclass(frozen=True, slots=True)
class User:
    """A customer in the page: entries in the order of the page, each name once."""

    place: Place
    entries: tuple[Entry, ...]
    line: int

    def get(self, name: str) -> Entry | None:
        """Return the entry of exactly this name."""
        return next((each for each in self.entries if each.name == name), None)


class Clue(Enum):
    """Something in a paste that a rule may judge."""

    LOADER = "Re:amaze's script is loaded"
    RELOAD = "Reamaze.reload() is called"
    LOCAL = "_support is declared where the widget can't see it: in a function or a module"
    UNDEFINED = "_support is used before it is defined"
    LATE = "the customer is set by what runs after the page was loaded"
    SYNTAX = "a script has a syntax error; text: the piece of source where it stands"
    CURLY = "typographic quotes stand where code has quotes; text: the piece of source"
    TAG = "a template's tag was never filled in, in what concerns Re:amaze; text: the tag"
    HMAC = "the browser is made to compute an HMAC or a hash; text: the call"
    SERVER_HMAC = "a program on a server computes an HMAC; text: the call"
    HELD_BACK = "a script runs only after consent or the first touch; text: its type"
    OTHER_PRODUCT = "the snippet of another product; text: the product's name"
    SKIPPED = "this much was not read; text: why"


@dataclass(frozen=True, slots=True)
class Sighting:
    """That a clue was seen, where, and its text."""

    clue: Clue
    line: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """What was found in a pasted text.

    `user` is the customer in force at the end, as in a browser, where the last assignment wins;
    `overwritten` those who were replaced, each with an email or id; `is_page` tells a whole page
    from a piece (only a whole page must load the widget and name the account).
    """

    source: str
    user: User | None = None
    overwritten: tuple[User, ...] = ()
    account: Entry | None = None
    sightings: tuple[Sighting, ...] = ()
    is_page: bool = False

    def seen(self, clue: Clue) -> tuple[Sighting, ...]:
        """Return every occurrence of a clue, in the order of the page."""
        return tuple(sighting for sighting in self.sightings if sighting.clue is clue)
