"""What languages print around a value: quotes, brackets, the name of a type."""

import re
from collections.abc import Callable, Iterator
from itertools import product

from reamaze_gui.core.mistakes import COMMON, ODD, RARE

# Opening and closing text.
_COMMON = (('"', '"'), ("'", "'"))
_RARE = (
    *(("`", "`"), ("“", "”"), ("[", "]"), ("(", ")"), ("{", "}"), ("<", ">"), ("{{ ", " }}")),
    *(("{{", "}}"), ('["', '"]'), ("['", "']"), ("('", "',)"), ("b'", "'"), ("Optional[", "]")),
    *(('Optional("', '")'), ('Some("', '")'), ("Some(", ")"), ("ObjectId('", "')")),
    *(("$", ""), ('ObjectId("', '")'), ("new ObjectId('", "')"), ('{"$oid":"', '"}')),
)
_ODD = (
    *(("%!s(int=", ")"), ("%!s(int64=", ")"), ("%!s(uint=", ")"), ("%!d(string=", ")")),
    *(("%!s(*string=", ")"), ("{", " true}"), ("User object (", ")"), ("Customer object (", ")")),
    *(("<User: ", ">"), ("<Customer: ", ">"), ("", "n"), ("", "L"), ("", "}"), ("", ")")),
    *(("{", ""), ("(", ""), ("", "]"), ("#<User id: ", ">"), ("#<Customer id: ", ">")),
    *(('{"$oid": "', '"}'), ('="', '"')),
)
_TYPES = (
    "", "b", "u", "r", "N", "@", ":", "$", "Optional", "OptionalLong", "OptionalInt", "Some",
    "Some ", "Just ", "Just", "Ok", "Right", "Success", "UUID", "uuid.UUID", "Guid", "ObjectId",
    "ObjectID", "new ObjectId", "BSON::ObjectId", "NumberLong", "NumberInt", "Long", "Integer",
    "Decimal", "String", "str", "bytes", "bytearray", "Symbol", "Id", "ID", "UserId", "Email",
    "Array", "List", "Set", "Value", "array", "Object", "new String", "&str", "Rc", "Box",
    "Secret",
)  # fmt: skip
_QUOTES = ("", '"', "'")
_BRACKETS = (
    *(("", ""), ("[", "]"), ("(", ")"), ("{", "}"), ("<", ">"), ("[ ", " ]"), ("{ ", " }")),
    *(("(", ",)"), ("<%= ", " %>"), ("${", "}"), ("#{", "}"), ("%{", "}"), ("%(", ")")),
    *(("[[", "]]"), ("((", "))"), ("&{", "}")),
)
_TAKEN_OUT = re.compile(
    r"""(?:new\ )?[$@:&A-Za-z.]{0,20}\s?(?:["'`“‘«]|[<(\[{]{1,2}\s?["'`]?)
        (?P<inner>.+?)
        (?:["'`”’»]|["'`]?,?\s?[>)\]}]{1,2})""",
    re.DOTALL | re.VERBOSE,
)

_DESCRIPTIONS = {
    '"': "in double quotes",
    "'": "in single quotes",
    "“": "in curly quotes",
    "b'": "as Python writes bytes (b'…')",
    "Optional[": "as Java writes a value that may be missing (Optional[…])",
}

Change = Callable[[str], str]


def containers() -> Iterator[tuple[str, int, Change]]:
    """Yield the description of a change, its likelihood, and the function for it."""
    seen = set()
    for weight, ends in ((COMMON, _COMMON), (RARE, _RARE), (ODD, (*_ODD, *_products()))):
        for opener, closer in ends:
            if (opener, closer) not in seen:
                seen.add((opener, closer))
                other = f"within “{opener}…{closer}”" if closer else f"with “{opener}” in front"
                other = other if opener else f"with “{closer}” at its end"
                how = _DESCRIPTIONS.get(opener, other)
                yield how, weight, _within(opener, closer)


def taken_out(text: str) -> str:
    """Return the text in quotes or brackets, which may follow the name of a type.

    >>> taken_out('Optional["7"]'), taken_out("['7']"), taken_out("zoe")
    ('7', '7', 'zoe')
    """
    match = _TAKEN_OUT.fullmatch(text.strip())
    return match["inner"] if match else text


def _products() -> Iterator[tuple[str, str]]:
    for name in _TYPES:
        for (opener, closer), quote in product(_BRACKETS[: 5 if name else None], _QUOTES):
            if opener or quote:
                yield f"{name}{opener}{quote}", f"{quote}{closer}"


def _within(opener: str, closer: str) -> Change:
    return lambda text: f"{opener}{text}{closer}"
