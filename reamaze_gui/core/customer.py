"""Defines a customer: the fields, their names, and the checks of their values."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields
from functools import lru_cache

from reamaze_gui.core.characters import check_ends, check_invisible, check_length
from reamaze_gui.core.remark import Remark, Severity, use, warning
from reamaze_gui.core.sentences import uncapitalized

# Takes a non-empty value, and the ISO 3166 region chosen beside the phone.
Check = Callable[[str, str], Iterable[Remark]]

_GID = r"gid://shopify/Customer/([0-9]+)"
# Templates print 1234 as 1,234 or 1 234 for display; spreadsheets print 123 as 123.0.
_GROUPED = r"[0-9]{1,3}([,.'’ \u00a0\u202f])[0-9]{3}(\1[0-9]{3})*"
_DECIMAL = r"([0-9]+)\.0{1,2}"
_SPACED = r"[0-9]+(?:\s[0-9]+)+"  # 4815 1623
_NUMBERED = r"(?:#|№|no\.?|nr\.?)\s*[0-9]+"  # #1001
_SHORTENED = r"[0-9](?:[.,][0-9]+)?[eE]\+[0-9]+"  # 4.81516E+07
_OPTIONAL = "Correct it, or leave it out: it is optional."
_FORMATTED = "Looks like a number formatted for display, not the bare ID."


@dataclass(frozen=True, slots=True)
class Field:
    """One of a customer's values: its names, and how it is checked.

    `name` is the key in the snippet, `hint` an example or a note shown in the form. `fix` tells the
    developer of a page with a bad value what to send instead. `synonyms` are other names for it, in
    lower case without punctuation; `topic` is its file in Help. `required` means that nothing is
    signed without it, `weak` that Weak SSO sends it too.
    """

    name: str
    label: str
    hint: str
    check: Check
    fix: str
    synonyms: tuple[str, ...]
    topic: str
    required: bool
    weak: bool

    def remarks(self, value: str, region: str, *, needed: bool) -> tuple[Remark, ...]:
        """Return the remarks about a value; none for an empty one that is not `needed`."""
        if value:
            return _checked(self.check, value, region)
        says = f"Enter the {uncapitalized(self.label)}."
        return (Remark(Severity.MISSING, says),) if needed else ()


@lru_cache(maxsize=32)
def _checked(check: Check, value: str, region: str) -> tuple[Remark, ...]:
    """Return the remarks about a value; cached, since a keystroke changes one field of many."""
    from reamaze_gui.core.template_tags import check_tag

    return tuple(check_length(value)) or (*check_tag(value), *check(value, region))


def _check_id(id: str, _region: str) -> Iterator[Remark]:
    if ends := tuple(check_ends(id)):
        yield from ends
    elif re.fullmatch(_GROUPED, id):
        yield warning(_FORMATTED, use(re.sub(r"[^0-9]", "", id)))
    elif decimal := re.fullmatch(_DECIMAL, id):
        yield warning(_FORMATTED, use(decimal[1]))
    elif re.fullmatch(_SPACED, id):
        yield warning(_FORMATTED, use("".join(id.split())))
    elif re.fullmatch(_NUMBERED, id, re.IGNORECASE):
        yield warning("Looks like an order or ticket number. Enter the customer's ID.")
    elif re.fullmatch(_SHORTENED, id):
        yield warning("A spreadsheet shortened this number. Copy the ID from the shop again.")
    elif gid := re.fullmatch(_GID, id):
        yield warning("Shopify's long form. Most shops sign only the number.", use(gid[1]))
    else:
        yield from check_invisible(id)
        if ":" in id:
            yield warning("A colon also separates ID and email, so two customers may be confused.")


def _check_email(email: str, region: str) -> Iterable[Remark]:
    from reamaze_gui.core import email_address

    return email_address.check(email, region)


def _check_name(name: str, _region: str) -> Iterable[Remark]:
    return check_invisible(name, categories="Cc Cs Zl Zp")


def _check_phone(phone: str, region: str) -> Iterable[Remark]:
    from reamaze_gui.core import phone as phone_number

    return phone_number.check(phone, region)


def _check_avatar(avatar: str, region: str) -> Iterable[Remark]:
    from reamaze_gui.core import avatar as avatar_url

    return avatar_url.check(avatar, region)


def _field(  # noqa: PLR0913 - one for each member of `Field`
    label: str,
    hint: str,
    check: Check,
    *,
    fix: str = "Send only the value, on one line.",
    synonyms: str = "",
    topic: str = "fields",
    required: bool = False,
    weak: bool = False,
) -> str:
    """Return a dataclass field, typed as its value, with the members of `Field` as metadata."""
    words = tuple(synonyms.split())
    metadata = {"label": label, "hint": hint, "check": check, "fix": fix, "synonyms": words}
    metadata |= {"topic": topic, "required": required, "weak": weak}
    return field(default="", metadata=metadata)


@dataclass(frozen=True, slots=True)
class Customer:
    """The customer whom the page signs in: every value exactly as typed.

    To add a field, add it here: form, checks, snippet, Diagnose, tables and arguments follow, and
    the tests name the server formats that lack it.
    """

    id: str = _field(
        "Customer ID",
        "as in the shop, like 48151623",
        _check_id,
        fix="Send the bare ID as the shop has it, and sign the same.",
        synonyms="""
            userid customerid clientid memberid visitorid externalid uid identifier useridentifier
        """,
        required=True,
    )
    email: str = _field(
        "Email",
        "zoe@example.org",
        _check_email,
        fix="Send the bare address as the shop has it, and sign the same.",
        synonyms="emailaddress mail mailaddress useremail usermail customeremail emailid",
        required=True,
        weak=True,
    )
    name: str = _field(
        "Name",
        "optional",
        _check_name,
        fix="Send only the name, on one line.",
        synonyms="fullname username customername displayname",
        weak=True,
    )
    phone: str = _field(
        "Phone",
        "optional",
        _check_phone,
        fix=_OPTIONAL,
        synonyms="""
            phonenumber phoneno telephone telephonenumber tel mobile mobilephone mobilenumber
            mobileno cell cellphone userphone customerphone
        """,
        topic="phone",
    )
    avatar: str = _field(
        "Avatar URL",
        "optional, https://…",
        _check_avatar,
        fix=_OPTIONAL,
        synonyms="""
            avatarurl avatarimage useravatar gravatar picture pictureurl profilepicture photo
            photourl image imageurl profileimage
        """,
    )


FIELDS = tuple(Field(name=each.name, **each.metadata) for each in fields(Customer))
LABELS = {field.name: field.label for field in FIELDS}
