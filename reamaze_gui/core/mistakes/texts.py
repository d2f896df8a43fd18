"""The texts that may have been made from id and email before signing."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import permutations, product

from reamaze_gui.core.mistakes import COMMON, ODD, RARE, Slip
from reamaze_gui.core.mistakes.changes import changing, is_number
from reamaze_gui.core.mistakes.containers import containers
from reamaze_gui.core.mistakes.data import data
from reamaze_gui.core.mistakes.unfilled import FILL_IN, MISSING_TEXTS, NAMES_AS_TEXT
from reamaze_gui.core.mistakes.values import SIGN_BOTH
from reamaze_gui.core.mistakes.white_space import INDENTS, white_space
from reamaze_gui.core.sentences import capitalized, enumerated

Join = Callable[[str, str], str]

_SEPARATORS = {
    "": "nothing",
    ": ": "a colon and a space",
    "|": "a bar",
    "-": "a hyphen",
    "_": "an underscore",
    ",": "a comma",
    " ": "a space",
}
_RARE_SEPARATORS = {
    " : ": "a colon between spaces",
    ";": "a semicolon",
    ".": "a dot",
    "/": "a slash",
    "+": "a plus sign",
    "&": "an ampersand",
    "\n": "a line break",
    " :": "a space and a colon",
    "::": "two colons",
    ", ": "a comma and a space",
    "; ": "a semicolon and a space",
    " | ": "a bar between spaces",
    "||": "two bars",
    " - ": "a hyphen between spaces",
    "--": "two hyphens",
    "=": "an equals sign",
    "#": "a number sign",
    "@": "an at sign",
    "~": "a tilde",
    "*": "an asterisk",
    "^": "a circumflex",
    "\\": "a backslash",
    "\t": "a tab",
    "\r\n": "a Windows line break",
    "  ": "two spaces",
    ":\n": "a colon and a line break",
    ":\t": "a colon and a tab",
    "\\n": "a backslash and an n",
    "\0": "a NUL character",
    "%3A": "a URL-encoded colon (%3A)",
    "&#58;": "a colon escaped for HTML (&#58;)",
    "\uff1a": "a full-width colon, as in Chinese and Japanese",
    " + ": "a plus sign between spaces",
    "+':'+": "the code that should join them (+':'+)",
    ":null:": "null between colons",
    ":undefined:": "undefined between colons",
}
_ALL_SEPARATORS = {":": "a colon", **_SEPARATORS, **_RARE_SEPARATORS}
_FURTHER = (";", ".", "/", "&", "\n", "\t", "::", ", ", " | ")
_LIKELY_IF_TURNED = ("", "|", "-", ",", " ")
_SHORT = 17  # characters of an unfilled template; longer ones are less common
_MOST_JOINED = 4  # values at once


def _always(value: str) -> Callable[..., str]:
    return lambda *_values: value


def _joined(separator: str, before: str = "", after: str = "") -> Join:
    return lambda id, email: f"{before}{id}{separator}{email}{after}"


def _turned(separator: str) -> Join:
    return lambda id, email: f"{email}{separator}{id}"


def _added(sign: str, id: str, email: str) -> str:
    return f"{int(id) + ord(sign)}{email}" if is_number(id) else f"{id}{sign}{email}"


def _indented() -> Iterator[Slip]:
    """Yield the slips of writing id and email on two lines, indented as templates are."""
    for indent, name in INDENTS.items():
        for end, how in {"\n": "", f"\n{indent}": ", also after the email"}.items():
            yield _join(
                f"ID and email were signed on two lines, each indented by {name}{how}.",
                _joined(f":\n{indent}", f"\n{indent}", end),
                ODD,
            )


# What Go prints for a format string with too many placeholders, or too few.
_GO: dict[str, Join] = {
    "Go's format string has one placeholder too many, printed as %!s(…).": _joined(
        ":", after=":%!s(MISSING)"
    ),
    "Go's format string has no placeholder for the email, printed as %!(…) after the colon.": (
        lambda id, email: f"{id}:%!(EXTRA string={email})"
    ),
    "Go's format string has a placeholder only for the ID; the email is printed as %!(…).": (
        lambda id, email: f"{id}%!(EXTRA string={email})"
    ),
}


# What becomes of arguments in the wrong order, or of a text that is taken for a list of letters.
_MISUSED: dict[str, Join] = {
    "The colon was joined with ID and email as a value, in front.": _joined("", ":"),
    "The colon was joined with ID and email as a value, at the end.": _joined("", after=":"),
    "The colon was joined with email and ID as a value, in front.": lambda id, email: (
        f":{email}{id}"
    ),
    "The colon was joined with email and ID as a value, at the end.": lambda id, email: (
        f"{email}{id}:"
    ),
    "A colon was put between all letters of ID and email.": lambda id, email: ":".join(id + email),
    **{
        f"ID and email were appended to “{form}” instead of being filled in.": _joined("", form)
        for form in ("{0}:{1}", "{}:{}", "%s:%s")
    },
}


def _join(says: str, make: Join, weight: int = COMMON) -> Slip:
    return Slip(says, SIGN_BOTH, make, weight=weight)


def _joins() -> Iterator[Slip]:
    yield _join("Only the email was signed.", lambda _id, email: email)
    yield _join("Only the ID was signed.", lambda id, _email: id)
    yield _join("Nothing was signed: the text was empty.", _always(""))
    yield _join("The email was put before the ID.", _turned(":"))
    for separator, name in (_SEPARATORS | _RARE_SEPARATORS).items():
        weight = COMMON if separator in _SEPARATORS else RARE
        says = f"ID and email were joined with {name} instead of a colon."
        yield _join(says, _joined(separator), weight)
        weight = COMMON if separator in _LIKELY_IF_TURNED else min(weight + 1, ODD)
        says = f"The email was put before the ID, and joined with {name}."
        yield _join(says, _turned(separator), weight)
    for separator, name in _ALL_SEPARATORS.items():
        weight = RARE if separator == ":" else ODD
        joined = "" if separator == ":" else f" ID and email were joined with {name}."
        here = capitalized(name)
        yield _join(
            f"{here} was added after the email as well.{joined}",
            _joined(separator, after=separator),
            weight,
        )
        yield _join(
            f"{here} was added before the ID as well.{joined}",
            _joined(separator, before=separator),
            weight,
        )
    for sign in ":|-_,./;# ":
        yield Slip(
            f"The “{sign}” was added to the ID as the number {ord(sign)}, not appended as text "
            "(Java, C#).",
            'Write the colon as text, in double quotes: id + ":" + email.',
            partial(_added, sign),
            weight=RARE if sign == ":" else ODD,
        )
    yield from _indented()
    yield from (_join(says, make, RARE) for says, make in _GO.items())
    yield from (_join(says, make, ODD) for says, make in _MISUSED.items())
    for text in NAMES_AS_TEXT:
        says = f"The names of the variables were signed, not their values: “{text}”."
        yield Slip(says, FILL_IN, _always(text), weight=RARE if len(text) < _SHORT else ODD)
    for text in MISSING_TEXTS:
        says = f"ID and email were both missing: “{text}” was signed instead."
        yield _join(says, _always(text), RARE)


JOIN = tuple(_joins())


_WORDS = ("reamaze", "sso", "user", "customer", "null", "undefined", "true", "false", "1", "0")


def _with_words(name: str) -> Iterator[Slip]:
    """Yield the slips of signing one more word, such as the customer's first name."""
    first, *others = name.split() or [""]
    words = dict.fromkeys((*_WORDS, *((first, others[-1]) if others else ())))
    for word, separator in product(words, (":", "", "|", "-", "_", ".")):
        after, before = f"{separator}{word}", f"{word}{separator}"
        yield _join(f"“{after}” was signed after ID and email.", _joined(":", after=after), ODD)
        yield _join(f"“{before}” was signed before ID and email.", _joined(":", before), ODD)


def joined_with(more: Mapping[str, str], name: str) -> Iterator[Slip]:
    """Yield the slips of joining id and email with further values, or as data.

    `more` are the values by their names in a sentence ("the name"); `name` is the customer's.
    """
    yield from _with_words(name)
    for what, weight, make in data(name, more.get("the account", "")):
        yield _join(f"{what}.", make, weight)
    values = {"the ID": "", "the email": "", **more}
    for size in range(2, _MOST_JOINED + 1):
        for names in permutations(values, size):
            if {*names} <= {"the ID", "the email"}:
                continue
            for separator in (":", *_SEPARATORS, *_FURTHER[: 9 * (size < _MOST_JOINED)]):
                joint = _ALL_SEPARATORS[separator]
                is_plain = names[:2] == ("the ID", "the email") and size < _MOST_JOINED
                weight = RARE if is_plain and separator in {":", ""} else ODD
                says = f"{capitalized(enumerated(names))} were signed, joined with {joint}."
                yield _join(says, _values_joined(separator, names, more), weight)


def _values_joined(separator: str, names: tuple[str, ...], more: Mapping[str, str]) -> Join:
    def join(id: str, email: str) -> str:
        values = {"the ID": id, "the email": email, **more}
        return separator.join(values[name] for name in names)

    return join


def _texts() -> Iterator[Slip]:
    for how, weight, change in (*white_space(), *containers()):
        yield Slip(f"The text of ID and email was signed {how}.", SIGN_BOTH, change, weight=weight)
    yield from changing("The text of ID and email", SIGN_BOTH, RARE)
    yield Slip(
        "The text of ID and email was signed twice in a row.",
        "Pass the text to the HMAC only once.",
        lambda text: text * 2,
        weight=RARE,
    )
    yield Slip(
        "The shell also signed “-n” and a line break: not every echo supports -n.",
        "Write printf '%s' instead of echo -n.",
        lambda text: f"-n {text}\n",
        weight=RARE,
    )
    for end in ("'", '"', "':", '"}'):
        says = f"The text of ID and email was signed with “{end}” at its end."
        yield Slip(says, SIGN_BOTH, lambda text, end=end: f"{text}{end}", weight=ODD)
    for (end, what), (line, broken) in product(
        {"\\n": "a backslash and an n", ";": "a semicolon", ".": "a dot", ",": "a comma"}.items(),
        {"": "", "\n": " and a line break"}.items(),
    ):
        yield Slip(
            f"The text of ID and email was signed with {what}{broken} at its end.",
            SIGN_BOTH,
            lambda text, end=end + line: f"{text}{end}",
            weight=ODD if line else RARE,
        )


TEXT = tuple(_texts())
