"""What was read from a pasted page: the customer, the account, and clues for the rules.

The reader finds it (`reader.read`), the rules judge it (`rules`), the diagnosis explains it.
"""

from dataclasses import dataclass
from enum import Enum

from reamaze_gui.core.account import name_meant


class Kind(Enum):
    """What kind of value the page sets, and so how certain it is what the browser sends."""

    TEXT = "text"
    """A string: the browser sends it as it is."""
    NUMBER = "number"
    """A number without quotes; `text` is how a browser writes it, `written` how the page does."""
    NOTHING = "nothing"
    """`null`, `undefined`, `NaN`, a boolean or an object: `text` is how JavaScript prints it,
    `written` the JSON of an object."""
    TEMPLATE = "template"
    """A template tag or placeholder that was never filled in: `text` is the whole value as it is
    in the page."""
    COMPUTED = "computed"
    """A value known only to the running page: `text` is the beginning of its source."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One value that the page sets: its key as spelt there, and what the browser would send.

    `line` counts from 1 in the pasted text, as do all lines in this module.
    """

    name: str
    text: str
    line: int
    kind: Kind = Kind.TEXT
    written: str = ""


class Place(Enum):
    """Where in the page the customer's values are."""

    USER = "_support.user"
    FLAT = "_support"  # the legacy form, without `user`: valid
    UI = "_support.ui"
    ELSEWHERE = "elsewhere"  # an object of another name that looks like a customer
    DATA = "data for a script"  # JSON in a page or response, which a script passes on: valid
    OBJECT = "an object alone"  # what the console prints for _support.user, or a line of JSON
    REQUEST = "a request"  # cURL or form data, with sso[id], sso[email] …


@dataclass(frozen=True, slots=True)
class User:
    """A customer in the page: its entries in page order, each name once."""

    place: Place
    entries: tuple[Entry, ...]
    line: int

    def get(self, name: str) -> Entry | None:
        """Return the entry with exactly this name."""
        return next((each for each in self.entries if each.name == name), None)


class Clue(Enum):
    """Something in a paste that a rule may judge."""

    LOADER = "Re:amaze's script is loaded"
    RELOAD = "Reamaze.reload() is called"
    LOCAL = "_support is declared where the widget can't see it: in a function or a module"
    UNDEFINED = "_support is used before it is defined"
    LATE = "the customer is set by code that runs after the page has loaded"
    SYNTAX = "a script has a syntax error; text: the source around it"
    CURLY = "typographic quotes are used as code quotes; text: the source around them"
    TAG = "a template tag in Re:amaze's code was never filled in; text: the tag"
    HMAC = "the browser computes an HMAC or a hash; text: the call"
    SERVER_HMAC = "server code computes an HMAC; text: the call"
    HELD_BACK = "a script runs only after consent or the first touch; text: its type"
    OTHER_PRODUCT = "the snippet of another product; text: the product's name"
    SKIPPED = "part of the text was not read; text: why"


@dataclass(frozen=True, slots=True)
class Sighting:
    """One occurrence of a clue: its line, and the text described in `Clue`."""

    clue: Clue
    line: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """What was found in a pasted text.

    `user` is the customer in force once all scripts have run: as in a browser, the last assignment
    wins. `overwritten` are those it replaced, each with an email or id. `is_page` tells a whole
    page from a fragment (only a whole page must load the widget and name the account).
    """

    source: str
    user: User | None = None
    overwritten: tuple[User, ...] = ()
    account: Entry | None = None
    sightings: tuple[Sighting, ...] = ()
    is_page: bool = False

    @property
    def users(self) -> tuple[User, ...]:
        """Every customer that the page sets, in this order."""
        return (*self.overwritten, self.user) if self.user else self.overwritten

    @property
    def account_name(self) -> str:
        """The account that the page means, however it is written; empty if that is not known."""
        is_known = self.account is not None and self.account.kind is Kind.TEXT
        return name_meant(self.account.text) if self.account and is_known else ""

    def seen(self, clue: Clue) -> tuple[Sighting, ...]:
        """Return every occurrence of a clue, in page order."""
        return tuple(sighting for sighting in self.sightings if sighting.clue is clue)
