"""Which slips make a wrong authkey, and how would each of them have made it?

An authkey is made in steps: id and email are taken, joined, written as bytes, and digested with a
key. Each step has a table of slips, each a function that reproduces the mistake: here those of the
text that is signed, in `keys` and `algorithms` the others. To add a mistake: one line in its step.
"""

import base64
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from reamaze_gui.core.mistakes.changes import (
    CHANGES,
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


@dataclass(frozen=True, slots=True)
class Slip:
    """One mistake: what was done, what to do instead, and the function that does it again.

    `called` is what the explanation calls the outcome: an algorithm, or a key in words.
    """

    says: str
    fix: str
    make: Callable[..., Any] = field(repr=False, compare=False)
    called: str = ""


_AS_SENT = "Sign the {} exactly as the page sends it."
_NO_ID = ("", "undefined", "null", "None", "nil", "NaN", "false", "0", "[object Promise]")
_NO_EMAIL = ("", "undefined", "null", "None", "nil", "[object Object]", "[object Promise]")


def _always(value: str) -> Callable[..., str]:
    return lambda *_values: value


def _after(prefix: str) -> Callable[[str], str]:
    return lambda text: f"{prefix}{text}"


def _joined(separator: str, end: str = "") -> Callable[[str, str], str]:
    return lambda id, email: f"{id}{separator}{email}{end}"


def _compact(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


def _turned(separator: str) -> Callable[[str, str], str]:
    return lambda id, email: f"{email}{separator}{id}"


def _grouped(separator: str) -> Callable[[str], str]:
    return lambda id: f"{int(id):,}".replace(",", separator) if is_number(id) else id


def _changes(what: str, changes: Mapping[str, Callable[[str], str]]) -> tuple[Slip, ...]:
    """Return the slips of changing a text on its way; `what` names it in the sentences."""
    return tuple(
        Slip(f"Before it was signed, the {what} {was}.", _AS_SENT.format(what), change)
        for was, change in changes.items()
    )


def _values(what: str, values: Iterable[str]) -> tuple[Slip, ...]:
    """Return what stands for a value that was not there."""
    fix = f"Make sure that the {what} is there when the authkey is made."
    return tuple(
        Slip(
            f"The {what} was missing when the text was signed"
            + (f": “{value}” stood in its place." if value else "."),
            fix,
            _always(value),
        )
        for value in values
    )


def _signed(what: str, ways: Mapping[str, Callable[[str], str]]) -> tuple[Slip, ...]:
    """Return the slips of signing a value in another way."""
    return tuple(
        Slip(f"The {what} was signed {how}.", _AS_SENT.format(what), make)
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
_PREFIXES = (
    "user_", "user-", "user:", "customer_", "customer-", "wp-admin-", "wp-", "wp-user-", "uid_",
    "member_", "shopify_", "c", "#",
)  # fmt: skip
_GID = "gid://shopify/Customer/"

ID = (
    *_values("id", _NO_ID),
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
            "as its digits alone": lambda id: re.sub(r"\D", "", id),
            "without its hyphens": lambda id: id.replace("-", ""),
            "without its leading zeros": lambda id: id.lstrip("0"),
            "as a whole number": whole,
            "rounded, as JavaScript rounds above 9,007,199,254,740,991": rounded,
            "rounded, as a decimal number is above 9,007,199,254,740,991": as_float,
            "as PHP writes a large number (1.2E+18)": scientific,
            "as Go writes what it can't format (%!d(string=…))": lambda id: f"%!d(string={id})",
            "in Shopify's long form (gid://…)": _after(_GID),
            "in Shopify's long form, in Base64": lambda id: base64.b64encode(
                utf_8(f"{_GID}{id}")
            ).decode(),
            "as what it says in Base64": from_base64,
            **{f"with “{prefix}” in front": _after(prefix) for prefix in _PREFIXES},
        },
    ),
    *_changes("id", VALUE_CHANGES),
)

EMAIL = (
    *_values("email", _NO_EMAIL),
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
            "as Java writes a value that may be missing (Optional[…])": lambda email: (
                f"Optional[{email}]"
            ),
        },
    ),
    *_changes("email", VALUE_CHANGES),
)

_JOIN_FIX = "Sign the id, a colon and the email, with nothing else: id:email."
_SEPARATORS = {
    "": "nothing",
    ": ": "a colon and a space",
    " : ": "a colon between spaces",
    " :": "a space and a colon",
    "::": "two colons",
    "|": "a bar",
    "-": "a hyphen",
    "_": "an underscore",
    ",": "a comma",
    ", ": "a comma and a space",
    ";": "a semicolon",
    ".": "a point",
    "/": "a slash",
    "+": "a plus sign",
    "&": "an ampersand",
    " ": "a space",
    "\n": "a line break",
    "\t": "a tab",
}
# What is signed if a template's language does not fill in the names of the variables.
_UNFILLED = (
    "#{user.id}:#{user.email}", "#{id}:#{email}", "#{current_user.id}:#{current_user.email}",
    "$id:$email", "$user->id:$user->email", "$user_id:$email", "$user_id:$user_email",
    "${user.id}:${user.email}", "${id}:${email}", "${customer.id}:${customer.email}",
    "{$user->id}:{$user->email}", "$CUSTOMER_ID:$CUSTOMER_EMAIL", "{user.id}:{user.email}",
    "{id}:{email}", "{0}:{1}", "{}:{}", "%s:%s", "user.id:user.email", "id:email",
    "{{ customer.id }}:{{ customer.email }}", "{{ CUSTOMER USER ID }}:{{ CUSTOMER EMAIL }}",
)  # fmt: skip


_DATA: dict[str, Callable[[str, str], str]] = {
    "form data": lambda id, email: f"id={id}&email={email}",
    "URL-encoded form data": lambda id, email: urlencode(
        {"id": id, "email": email}, errors="surrogatepass"
    ),
    "a JSON object": lambda id, email: _compact({"id": id, "email": email}),
    "a JSON object with spaces": lambda id, email: json.dumps({"id": id, "email": email}),
    "a JSON object, the id as a number": lambda id, email: (
        f'{{"id":{id},"email":{json.dumps(email)}}}'
    ),
    "a JSON list": lambda id, email: _compact([id, email]),
}


def _added(id: str, email: str) -> str:
    return f"{int(id) + ord(':')}{email}" if is_number(id) else f"{id}:{email}"


def _join_slip(says: str, make: Callable[[str, str], str]) -> Slip:
    return Slip(says, _JOIN_FIX, make)


JOIN = (
    _join_slip("Nothing was signed: the text was empty.", _always("")),
    _join_slip("Only the email was signed.", lambda _id, email: email),
    _join_slip("Only the id was signed.", lambda id, _email: id),
    _join_slip("The email was put before the id.", _turned(":")),
    *(
        _join_slip(
            f"Id and email were joined with {name}, not with a colon.",
            _joined(separator),
        )
        for separator, name in _SEPARATORS.items()
    ),
    *(
        _join_slip(
            f"The email was put before the id, and joined with {_SEPARATORS[separator]}.",
            _turned(separator),
        )
        for separator in ("", "|", "-", ",", " ")
    ),
    _join_slip("A colon stands after the email too.", _joined(":", ":")),
    _join_slip("A colon stands before the id too.", lambda id, email: f":{id}:{email}"),
    _join_slip(
        "The colon was added to the id as a number, 58, not written after it (Java, C#).", _added
    ),
    *(_join_slip(f"Id and email were signed as {what}.", join) for what, join in _DATA.items()),
    *(
        _join_slip(
            f"The names of the variables were signed, not their values: “{text}”.",
            _always(text),
        )
        for text in _UNFILLED
    ),
)


def instead(what: str, values: Mapping[str, str]) -> tuple[Slip, ...]:
    """Return the slips of signing another value, by what each is called: "the name"."""
    fix = _AS_SENT.format(what)
    return tuple(
        Slip(f"Not the {what} was signed, but {name}.", fix, _always(value))
        for name, value in values.items()
    )


def appended(values: Mapping[str, str]) -> tuple[Slip, ...]:
    """Return the slips of signing a further value, by what each is called: "the name"."""
    return tuple(
        _join_slip(
            f"Not only id and email were signed, but {name} too.",
            _joined(":", f":{value}"),
        )
        for name, value in values.items()
    )


TEXT = (
    *_changes("text of id and email", CHANGES),
    Slip(
        "The text of id and email was signed twice over.",
        "Give the text to the HMAC only once.",
        lambda text: text * 2,
    ),
)
