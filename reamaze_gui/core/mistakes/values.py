"""The slips in the id and the email that were signed."""

import base64
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from reamaze_gui.core.mistakes import COMMON, ODD, RARE, Side, Slip
from reamaze_gui.core.mistakes.changes import (
    both,
    changing,
    from_punycode,
    is_number,
    punycode,
    utf_8,
)
from reamaze_gui.core.mistakes.containers import containers
from reamaze_gui.core.mistakes.damage import DAMAGED, DAMAGED_EMAIL, DAMAGED_ID
from reamaze_gui.core.mistakes.number_formats import numbers
from reamaze_gui.core.mistakes.white_space import white_space
from reamaze_gui.core.sentences import capitalized

_AS_SENT = "Sign the {} exactly as the page sends it."
SIGN_BOTH = "Sign the ID, a colon and the email, exactly as the page sends them and nothing else."
_NO_VALUE = ("", "undefined", "null", "None", "nil")
_RARE_NO_VALUE = (
    "Null", "NULL", "(null)", "false", "<no value>", "Array", "[object Object]", "[object Promise]",
)  # fmt: skip
_ODD_NO_VALUE = (
    "<nil>", "%!s(<nil>)", "%!s(MISSING)", "Optional.empty", "nan", "AnonymousUser", "True", "true",
    "1", "User", "Customer", "System.Object", "[object HTMLInputElement]", "$", "{}", "[]",
    *(f"function {name}() {{ [native code] }}" for name in ("toLowerCase", "trim", "toString")),
)  # fmt: skip
NO_VALUES = (*_NO_VALUE, *_RARE_NO_VALUE, *_ODD_NO_VALUE)
# What remains of an address that Cloudflare hides, if its script did not run.
_HIDDEN = ("[email protected]", "[email\u00a0protected]")
_NO_GUID = "00000000-0000-0000-0000-000000000000"


def _padded(size: int, id: str) -> str:
    return id.zfill(size) if is_number(id) else id


def _always(value: str) -> Callable[..., str]:
    return lambda *_values: value


def _after(prefix: str) -> Callable[[str], str]:
    return lambda text: f"{prefix}{text}"


def _before(suffix: str) -> Callable[[str], str]:
    return lambda text: f"{text}{suffix}"


def _missing(what: str, values: Iterable[str], weight: int) -> Iterator[Slip]:
    """Yield the slips of signing what a language prints for a missing value."""
    for value in values:
        instead = f": “{value}” was signed instead." if value else "."
        yield Slip(
            f"The {what} was missing when the text was signed{instead}",
            f"Make sure that the {what} has its value when the authkey is made.",
            _always(value),
            weight=weight,
        )


def _changed(
    what: str, ways: Mapping[str, Callable[[str], str]], weight: int = COMMON
) -> Iterator[Slip]:
    """Yield the slips of signing a changed value."""
    for how, make in ways.items():
        yield _slip(what, how, weight, make)


def _slip(what: str, how: str, weight: int, make: Callable[[str], str]) -> Slip:
    return Slip(f"The {what} was signed {how}.", _AS_SENT.format(what), make, weight=weight)


def surrounded(what: str, most: int = ODD) -> Iterator[Slip]:
    """Yield the slips of signing a value with something around it; less likely than for a text.

    Those rarer than `most` for a text are left out.
    """
    for how, weight, make in (*white_space(), *containers()):
        if weight <= most:
            yield _slip(what, how, min(weight + 1, ODD), make)


_PREFIXES = ("user_", "user-", "customer_", "customer-", "wp-admin-", "wp_", "#", "'")
_OWNERS = (
    *("user", "User", "users", "customer", "Customer", "customers", "cust", "cus", "wp", "wp-user"),
    *("uid", "u", "c", "id", "ID", "member", "client", "account", "contact", "person", "shopify"),
    *("woo", "magento", "guest", "usr", "auth0|", "google-oauth2|", "gid://app/User/", "urn:uuid:"),
    *("/users/", "/customers/", "App\\Models\\User:", "CN=", "did:", "acct:", "ext", "crm"),
)
_JOINTS = ("_", "-", ":", "", "/", "=", " ", ".", "|")
_GID = "gid://shopify/Customer/"
_GMAIL = re.compile(r"([^@]+)(@(?:gmail|googlemail)\.com)", re.IGNORECASE)


def _in_gmail(change: Callable[[str], str]) -> Callable[[str], str]:
    """Return a function that changes the part before the @ of a Gmail address."""
    return lambda email: (
        f"{change(match[1])}{match[2]}" if (match := _GMAIL.fullmatch(email)) else email
    )


def _ids() -> Iterator[Slip]:
    yield from DAMAGED_ID
    for how, weight, make in numbers():
        yield _slip("ID", how, weight, make)
    yield from _missing("ID", ("", "undefined", "null", "None"), COMMON)
    yield from _missing("ID", (*_NO_VALUE[4:], *_RARE_NO_VALUE, "NaN", "0", "-1", "guest"), RARE)
    yield from _missing("ID", (*_ODD_NO_VALUE, _NO_GUID), ODD)
    yield from _changed(
        "ID",
        {
            "without its prefix": lambda id: re.split(r"[-_:/|.]", id, maxsplit=1)[-1],
            "without the text before its number": lambda id: re.sub(r"^\D+", "", id),
            "without its hyphens": lambda id: id.replace("-", ""),
            "in Shopify's long form (gid://…)": _after(_GID),
        },
    )
    yield from _changed(
        "ID",
        {
            "with only its last part": lambda id: re.split(r"[-_:/|.=]", id)[-1],
            "with only its first part": lambda id: re.split(r"[-_:/|.=]", id)[0],
            "with only the text inside its quotes": lambda id: re.sub(
                r"""^[^'"]*['"](.+)['"][^'"]*$""", r"\1", id, flags=re.DOTALL
            ),
            "with only its digits": lambda id: re.sub(r"\D", "", id),
            "in Shopify's long form, in Base64": lambda id: base64.b64encode(
                utf_8(f"{_GID}{id}")
            ).decode(),
            **{f"with “{prefix}” in front": _after(prefix) for prefix in _PREFIXES},
        },
        RARE,
    )
    yield from _changed(
        "ID",
        {
            **{
                f"with “{name}{joint}” in front": _after(f"{name}{joint}")
                for name in _OWNERS
                for joint in _JOINTS
                if f"{name}{joint}" not in _PREFIXES
            },
            **{
                f"with zeros in front, {size} digits in all": partial(_padded, size)
                for size in range(2, 21)
            },
        },
        ODD,
    )
    yield from surrounded("ID")
    yield from changing("The ID", _AS_SENT.format("ID"), RARE)


def _emails() -> Iterator[Slip]:
    yield from DAMAGED_EMAIL
    yield from _missing("email", ("", "undefined", "null", "None"), COMMON)
    yield from _missing("email", (*_NO_VALUE[4:], *_RARE_NO_VALUE), RARE)
    yield from _missing("email", _ODD_NO_VALUE, ODD)
    yield from _changed(
        "email",
        {
            "without the part between + and @": lambda email: re.sub(r"\+[^@]*@", "@", email),
            "with its domain in lower case": lambda email: re.sub(
                r"@.*", lambda domain: domain[0].lower(), email
            ),
        },
    )
    yield from _changed(
        "email",
        {
            "without the @ and its domain": lambda email: email.rpartition("@")[0] or email,
            "with only its domain": lambda email: email.rpartition("@")[2],
            "with its domain in the ASCII form (xn--…)": punycode,
            "with its domain in the Unicode form": from_punycode,
            "without its dots, which Gmail ignores": _in_gmail(
                lambda local: local.replace(".", "")
            ),
            "without its dots and the part after +, which Gmail ignores": _in_gmail(
                lambda local: local.partition("+")[0].replace(".", "")
            ),
            "with “mailto:” in front": _after("mailto:"),
            "with “at” instead of @ (zoe at example.org)": lambda email: email.replace("@", " at "),
        },
        RARE,
    )
    yield from surrounded("email")
    yield from changing("The email", _AS_SENT.format("email"))


ID = tuple(_ids())
EMAIL = tuple(_emails())


def _both() -> Iterator[Slip]:
    """Yield the slips of changing both values alike."""
    for how, weight, make in (*white_space(), *containers()):
        yield Slip(
            f"Each value was signed {how}.",
            SIGN_BOTH,
            partial(both, make),
            weight=min(weight + 1, ODD),
        )
    for slip in changing("Each value", SIGN_BOTH, RARE):
        yield replace(slip, make=partial(both, slip.make))


BOTH = tuple(_both())


def with_account(account: str) -> Iterator[Slip]:
    """Yield the slips of writing the account before or after the id."""
    for joint in _JOINTS if account else ():
        how = f"with the account in front{f', joined with “{joint}”' if joint else ''}"
        yield _slip("ID", how, RARE, _after(f"{account}{joint}"))
    for joint in "@-_." if account else ():
        how = f"with the account after it, joined with “{joint}”"
        yield _slip("ID", how, ODD, _before(f"{joint}{account}"))


def instead(
    what: str, values: Mapping[str, str], weight: int = COMMON, own: str | None = None
) -> tuple[Slip, ...]:
    """Return the slips of signing another value; `values` come by their names ("the name").

    `own` is the one that the page sends, if known. If that is empty, or an email without an @, the
    page is at fault.
    """
    is_missing = own in {*_NO_VALUE, *_HIDDEN}
    is_no_address = what == "email" and own is not None and "@" not in own
    side = Side.PAGE if is_missing or is_no_address else Side.SERVER
    fix = (DAMAGED if side is Side.PAGE else _AS_SENT).format(what)
    return tuple(
        Slip(
            f"{capitalized(name)} was signed, not the {what}.",
            fix,
            _always(value),
            "",
            weight,
            side,
        )
        for name, value in values.items()
    )
