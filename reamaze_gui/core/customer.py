"""Says what a customer is: the fields, what they are called, and what may stand in them."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields
from functools import lru_cache

from reamaze_gui.core.characters import check_ends, check_length, check_unseen
from reamaze_gui.core.remark import Fix, Remark, Severity, warning

# Takes a value that is not empty, and the ISO 3166 region chosen beside the phone.
Check = Callable[[str, str], Iterable[Remark]]

_GID = r"gid://shopify/Customer/([0-9]+)"
# 1,234 and 1 234, as a template for reading prints 1234; 123.0, as a spreadsheet does 123.
_GROUPED = r"[0-9]{1,3}([,.'’ \u00a0\u202f])[0-9]{3}(\1[0-9]{3})*"
_DECIMAL = r"([0-9]+)\.0{1,2}"
_APART = r"[0-9]+(?:\s[0-9]+)+"  # 4815 1623
_NUMBERED = r"(?:#|№|no\.?|nr\.?)\s*[0-9]+"  # #1001
_SHORTENED = r"[0-9](?:[.,][0-9]+)?[eE]\+[0-9]+"  # 4.81516E+07
_FORMATTED = "Looks like a number made for reading, not the bare ID."


@dataclass(frozen=True, slots=True)
class Field:
    """A value of a customer: what it is called in the form and elsewhere, and how it is checked.

    `name` is the key in the snippet, `hint` an example or the reason why it is asked for. `fix`
    tells the developer of a page with a bad value what to send. `synonyms` are other names of it,
    in lower case without punctuation; `topic` is the file in Help. `required` says that nothing is
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
        """Return what is to be said about this value; nothing for an empty one not `needed`."""
        if value:
            return _checked(self.check, value, region)
        says = f"Enter the {self.label[0].lower()}{self.label[1:]}."
        return (Remark(Severity.MISSING, says),) if needed else ()


@lru_cache(maxsize=32)
def _checked(check: Check, value: str, region: str) -> tuple[Remark, ...]:
    """Return what is to be said; remembered, as a keystroke changes one field of many."""
    return tuple(check_length(value)) or (*_check_tag(value), *check(value, region))


def _check_tag(value: str) -> Iterator[Remark]:
    from reamaze_gui.core.template_tags import holds_tag

    if holds_tag(value):
        yield warning(
            "Looks like a template's tag, which nothing fills in. Enter the value itself."
        )


def _check_id(id: str, _region: str) -> Iterator[Remark]:
    if ends := tuple(check_ends(id)):
        yield from ends
    elif re.fullmatch(_GROUPED, id):
        yield warning(_FORMATTED, _use(re.sub(r"[^0-9]", "", id)))
    elif decimal := re.fullmatch(_DECIMAL, id):
        yield warning(_FORMATTED, _use(decimal[1]))
    elif re.fullmatch(_APART, id):
        yield warning(_FORMATTED, _use("".join(id.split())))
    elif re.fullmatch(_NUMBERED, id, re.IGNORECASE):
        yield warning("Written like the number of an order or a ticket. Enter the customer's ID.")
    elif re.fullmatch(_SHORTENED, id):
        yield warning("A spreadsheet shortened this number. Copy the ID from the shop again.")
    elif gid := re.fullmatch(_GID, id):
        yield warning("Shopify's long form. Most shops sign the number alone.", _use(gid[1]))
    else:
        yield from check_unseen(id)
        if ":" in id:
            yield warning("A colon also separates ID and email, so two customers may be confused.")


def _check_email(email: str, region: str) -> Iterable[Remark]:
    from reamaze_gui.core import email_address

    return email_address.check(email, region)


def _check_name(name: str, _region: str) -> Iterable[Remark]:
    return check_unseen(name, categories="Cc Cs Zl Zp")


def _check_phone(phone: str, region: str) -> Iterable[Remark]:
    from reamaze_gui.core import phone as phone_number

    return phone_number.check(phone, region)


def _check_avatar(avatar: str, region: str) -> Iterable[Remark]:
    from reamaze_gui.core import avatar as avatar_url

    return avatar_url.check(avatar, region)


def _use(value: str) -> Fix:
    return Fix(f"Use {value}", value)


def _field(  # noqa: PLR0913 - as many as `Field` has
    label: str,
    hint: str,
    check: Check,
    *,
    fix: str = "Send the value alone, in one line.",
    synonyms: str = "",
    topic: str = "fields",
    required: bool = False,
    weak: bool = False,
) -> str:
    """Return a dataclass field, typed as what it holds, with all that a `Field` is to know."""
    words = tuple(synonyms.split())
    told = {"label": label, "hint": hint, "check": check, "fix": fix, "synonyms": words}
    return field(default="", metadata=told | {"topic": topic, "required": required, "weak": weak})


@dataclass(frozen=True, slots=True)
class Customer:
    """The customer whom the page signs in: every value exactly as it was typed.

    To add a field, add one: form, checks, snippet, Diagnose, tables and arguments follow, and the
    tests name the server formats that lack it.
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
        fix="Send the name alone, in one line.",
        synonyms="fullname username customername displayname",
        weak=True,
    )
    phone: str = _field(
        "Phone",
        "optional",
        _check_phone,
        fix="Send it like '+14155552671', or leave it out: it is optional.",
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
        fix="Send the public https:// address of a picture, or leave it out: it is optional.",
        synonyms="""
            avatarurl avatarimage useravatar gravatar picture pictureurl profilepicture photo
            photourl image imageurl profileimage
        """,
    )


FIELDS = tuple(Field(name=each.name, **each.metadata) for each in fields(Customer))
