"""What may have been signed in place of the id, and of the email."""

import base64
import re
from collections.abc import Callable, Iterable, Mapping

from reamaze_gui.core.mistakes import Slip, changing
from reamaze_gui.core.mistakes.changes import (
    VALUE_CHANGES,
    as_float,
    from_base64,
    from_punycode,
    is_number,
    punycode,
    rounded,
    scientific,
    utf_8,
    whole,
)
from reamaze_gui.core.mistakes.damage import DAMAGED_EMAIL, DAMAGED_ID

_AS_SENT = "Sign the {} exactly as the page sends it."
_NO_VALUE = ("", "undefined", "null", "None", "nil")
_RARE_NO_VALUE = (
    "Null", "NULL", "(null)", "false", "<no value>", "Array", "[object Object]", "[object Promise]",
)  # fmt: skip


def _always(value: str) -> Callable[..., str]:
    return lambda *_values: value


def _after(prefix: str) -> Callable[[str], str]:
    return lambda text: f"{prefix}{text}"


def _optional(value: str) -> str:
    return f"Optional[{value}]"


def _grouped(separator: str) -> Callable[[str], str]:
    return lambda id: (
        f"{int(id):,}".replace(",", separator) if is_number(id) and id[0] != "0" else id
    )


def _values(what: str, values: Iterable[str], *, rare: bool = False) -> tuple[Slip, ...]:
    """Return what stands for a value that was not there."""
    fix = f"Make sure that the {what} is there when the authkey is made."
    return tuple(
        Slip(
            f"The {what} was missing when the text was signed"
            + (f": “{value}” stood in its place." if value else "."),
            fix,
            _always(value),
            rare=rare,
        )
        for value in values
    )


def _signed(
    what: str, ways: Mapping[str, Callable[[str], str]], *, rare: bool = False
) -> tuple[Slip, ...]:
    """Return the slips of signing a value in another way."""
    return tuple(
        Slip(f"The {what} was signed {how}.", _AS_SENT.format(what), make, rare=rare)
        for how, make in ways.items()
    )


_SEPARATORS_OF_THOUSANDS = {
    ",": "commas",
    ".": "points",
    " ": "spaces",
    "’": "apostrophes",
    "\u00a0": "fixed spaces",
    "\u202f": "thin spaces",
}
_PREFIXES = ("user_", "user-", "customer_", "wp-admin-")
_RARE_PREFIXES = (
    "user:", "user", "User_", "customer-", "customer:", "cust_", "wp-", "wp_", "wp-user-",
    "uid_", "uid:", "u_", "u", "c", "id_", "id:", "id=", "member_", "client_", "account_",
    "shopify_", "shopify-", "woo_", "magento_", "#",
)  # fmt: skip
_GID = "gid://shopify/Customer/"
_OBJECT_ID = re.compile("[0-9a-f]{24}")  # as MongoDB makes them
_GMAIL = re.compile(r"([^@]+)(@(?:gmail|googlemail)\.com)", re.IGNORECASE)


def _of_mongo(form: str) -> Callable[[str], str]:
    return lambda id: form.format(id) if _OBJECT_ID.fullmatch(id) else id


def _of_gmail(change: Callable[[str], str]) -> Callable[[str], str]:
    """Return what changes the part before the @, where the mail is Google's."""
    return lambda email: (
        f"{change(match[1])}{match[2]}" if (match := _GMAIL.fullmatch(email)) else email
    )


ID = (
    *DAMAGED_ID,
    *_values("id", (*_NO_VALUE, "NaN")),
    *_values("id", (*_RARE_NO_VALUE, "0", "-1"), rare=True),
    *_signed(
        "id",
        {
            "as a decimal number (123.0)": lambda id: f"{id}.0",
            **{
                f"as a number made for reading, with {name} between the thousands": _grouped(
                    separator
                )
                for separator, name in _SEPARATORS_OF_THOUSANDS.items()
            },
            "without what stands before its number": lambda id: re.sub(r"^\D+", "", id),
            "without its prefix": lambda id: re.split(r"[-_:/|.]", id, maxsplit=1)[-1],
            "as its last part alone": lambda id: re.split(r"[-_:/|.=]", id)[-1],
            "as what stands in its quotes alone": lambda id: re.sub(
                r"""^[^'"]*['"](.+)['"][^'"]*$""", r"\1", id, flags=re.DOTALL
            ),
            "as its digits alone": lambda id: re.sub(r"\D", "", id),
            "without its hyphens": lambda id: id.replace("-", ""),
            "without its leading zeros": lambda id: id.lstrip("0"),
            "as a whole number": whole,
            "rounded, as JavaScript rounds above 9,007,199,254,740,991": rounded,
            "rounded, as a decimal number is above 9,007,199,254,740,991": as_float,
            "as PHP writes a large number (1.2E+18)": scientific,
            "in Shopify's long form (gid://…)": _after(_GID),
            "in Shopify's long form, in Base64": lambda id: base64.b64encode(
                utf_8(f"{_GID}{id}")
            ).decode(),
            "as what it says in Base64": from_base64,
            "as MongoDB's shell writes it (ObjectId('…'))": _of_mongo("ObjectId('{}')"),
            'as MongoDB\'s older shell writes it (ObjectId("…"))': _of_mongo('ObjectId("{}")'),
            "as Node.js writes MongoDB's ids (new ObjectId('…'))": _of_mongo("new ObjectId('{}')"),
            'as JSON writes MongoDB\'s ids ({"$oid":"…"})': _of_mongo('{{"$oid":"{}"}}'),
            **{f"with “{prefix}” in front": _after(prefix) for prefix in _PREFIXES},
        },
    ),
    *_signed(
        "id",
        {
            "as Go writes what it can't format (%!d(string=…))": lambda id: f"%!d(string={id})",
            "as Java writes a value that may be missing (Optional[…])": _optional,
            "as a decimal number with two zeros (123.00)": lambda id: f"{id}.00",
            "in braces, as .NET may write a GUID": lambda id: f"{{{id}}}",
            "as hexadecimal digits": lambda id: f"{int(id):x}" if is_number(id) else id,
            **{f"with “{prefix}” in front": _after(prefix) for prefix in _RARE_PREFIXES},
        },
        rare=True,
    ),
    *changing("id", VALUE_CHANGES),
)

EMAIL = (
    *DAMAGED_EMAIL,
    *_values("email", _NO_VALUE),
    *_values("email", _RARE_NO_VALUE, rare=True),
    *_signed(
        "email",
        {
            "without what stands between + and @": lambda email: re.sub(r"\+[^@]*@", "@", email),
            "with its domain in lower case": lambda email: re.sub(
                r"@.*", lambda domain: domain[0].lower(), email
            ),
            "without @ and what follows": lambda email: email.rpartition("@")[0] or email,
            "with its domain in the ASCII form (xn--…)": punycode,
            "with its domain in the Unicode form": from_punycode,
            "without its dots, which Gmail does not heed": _of_gmail(
                lambda local: local.replace(".", "")
            ),
            "without its dots and without what follows +, which Gmail does not heed": _of_gmail(
                lambda local: local.partition("+")[0].replace(".", "")
            ),
        },
    ),
    *_signed(
        "email",
        {
            "as Java writes a value that may be missing (Optional[…])": _optional,
            "in angle brackets": lambda email: f"<{email}>",
            "with “mailto:” in front": _after("mailto:"),
        },
        rare=True,
    ),
    *changing("email", VALUE_CHANGES),
)


def instead(what: str, values: Mapping[str, str]) -> tuple[Slip, ...]:
    """Return the slips of signing another value, by what each is called: "the name"."""
    fix = _AS_SENT.format(what)
    return tuple(
        Slip(f"Not the {what} was signed, but {name}.", fix, _always(value))
        for name, value in values.items()
    )
