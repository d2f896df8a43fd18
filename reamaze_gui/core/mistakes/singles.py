"""Mistakes that are too many for the tables: each is tried with nothing else wrong."""

import json
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from itertools import chain, permutations, product
from urllib.parse import urlencode
from uuid import UUID

from reamaze_gui.core.authkey import message
from reamaze_gui.core.mistakes import Side, Slip
from reamaze_gui.core.mistakes.changes import is_number, utf_8
from reamaze_gui.core.mistakes.copied import copied, masks
from reamaze_gui.core.mistakes.damage import DAMAGED, before_rounding, with_letters_back
from reamaze_gui.core.mistakes.key_changes import FIX as FIX_KEY
from reamaze_gui.core.mistakes.records import records
from reamaze_gui.core.mistakes.retyped import retyped
from reamaze_gui.core.mistakes.sent import Sent
from reamaze_gui.core.mistakes.twice import keys_changed_twice, texts_changed_twice
from reamaze_gui.core.mistakes.unfilled import (
    FILL_IN,
    more_names_as_text,
    names_in_code,
    names_of_secret,
)
from reamaze_gui.core.mistakes.values import NO_VALUES, SIGN_BOTH
from reamaze_gui.core.sentences import capitalized, enumerated

_JOINTS = (":", "", "|", "-", "_", ".", ",", " ")
_FURTHER_JOINTS = (
    "<br>", "<br/>", "<br />\n", "<br />",
    "&amp;", "&nbsp;", "%20", "%7C", "%0A", "=>", "->", " => ", " -> ",
    ":::", " :: ", "/:", "\\t", "\\r\\n", "·", "•", "\u2013", "\u2014", " \u2013 ", "';'", '":"',
    "':'",
)  # fmt: skip
# Separators within and between pairs of name and value.
_PAIRED = ("{}={}", "{}:{}", "{}: {}", "{} = {}", "[{}]={}", "<{0}>{1}</{0}>")
_BETWEEN = (*_JOINTS, "\n", "\r\n", "&", ";", ", ", "; ", " | ", "/", ": ")
_NAMES = (
    ("id", "email"), ("user_id", "email"), ("userId", "email"), ("customer_id", "email"),
    ("external_id", "email"), ("externalId", "email"), ("uid", "email"), ("sub", "email"),
    ("ID", "Email"), ("Id", "Email"), ("ID", "E-Mail"), ("user", "email"), ("Customer ID", "Email"),
)  # fmt: skip
# Values that languages print for a missing field, or for an object.
_PRINTED = (
    "0", "NaN", "CustomerDrop", "UserDrop", "<built-in function id>", "[object Window]", "string",
    "[object Undefined]", "[object Null]", "[object Function]", "Symbol(id)", "Closure", "Object",
    "function Object() { [native code] }", "-", "N/A", "n/a", "unknown", "anonymous", "Anonymous",
    "#<User>", "#<Customer>", "User {}", "<nil>:<nil>", "None, None", "{}", "()", "''", '""', "?",
)  # fmt: skip
_APPS = ("app", "shop", "store", "myapp", "my-app", "api", "backend", "web", "main", "shopify")
_MODELS = ("User", "Customer", "Account", "Member", "Client", "Spree::User", "Person")
_CASES = {"lower": bytes.lower, "upper": bytes.upper}  # which change only letters of ASCII
_ZEROS = {"Arabic": 0x660, "Persian": 0x6F0, "Indian": 0x966, "Thai": 0xE50, "wide": 0xFF10}
_GOOGLE = {"gmail.com", "googlemail.com"}  # of the same mailbox
# How one of the two values is put around the other, or in brackets after it.
_AROUND = ("{} <{}>", "{} ({})", "{} [{}]", "{0}:{1}:{0}")
_TEXT_LABELS = ("Message", "message", "Text", "Data", "data", "payload", "Input", "String", "msg")


@dataclass(frozen=True, slots=True)
class Single:
    """The text or key that results from a mistake; `key` describes the key, if that is wrong.

    Where `side` is the page's, the text is the right one. `before` is a mistake made before it.
    """

    made: bytes
    says: str
    fix: str
    key: str = ""
    side: Side = Side.SERVER
    before: tuple[Slip, ...] = ()

    @property
    def slips(self) -> tuple[Slip, ...]:
        """All mistakes, in order."""
        return (*self.before, Slip(self.says, self.fix, str, side=self.side))


def texts(sent: Sent) -> Iterator[Single]:
    """Yield texts that may have been signed instead of the right one."""
    yield from _unfilled()
    yield from _one_unfilled(sent)
    yield from _undamaged(sent)
    yield from _other_values(sent)
    yield from _other_joins(sent)
    for text, what in records(sent.id, sent.email, sent.name):
        yield Single(utf_8(text), f"The customer was signed as {what}.", SIGN_BOTH)
    yield from _with_all(sent)
    yield from _payloads(sent)
    yield from _elsewhere(sent)
    for changed, how in retyped(sent.id):
        yield _signed(changed, sent.email, f"The ID was signed {how}.")
    for changed, how in retyped(sent.email):
        yield _signed(sent.id, changed, f"The email was signed {how}.")
    for text, first, second in texts_changed_twice(sent):
        yield Single(utf_8(text), second.says, second.fix, side=second.side, before=(first,))


def _other_values(sent: Sent) -> Iterator[Single]:
    """Yield texts with a value as frameworks and programs change it."""
    for app, model in product(_APPS, _MODELS):
        gid = f"gid://{app}/{model}/{sent.id}"
        for form in (gid, _base64(gid), _base64(gid).rstrip("=")):
            says = f"The ID was signed as Rails names a {model} (gid://…)."
            yield _signed(form, sent.email, says)
    for joint in _JOINTS:
        email = f"{sent.email}{joint}{sent.email}"
        yield _signed(sent.id, email, "The email was signed twice in a row.")
        yield _signed(f"{sent.id}{joint}{sent.id}", sent.email, "The ID was signed twice in a row.")
    for script, zero in _ZEROS.items():
        digits = {ord("0") + digit: zero + digit for digit in range(10)}
        yield _signed(
            sent.id.translate(digits), sent.email, f"The ID was signed in {script} digits."
        )
    for form in _forms_of_uuid(sent.id):
        yield _signed(form, sent.email, "The ID, a UUID, was signed in another form.")
    local, _, domain = sent.email.rpartition("@")
    small = f"{local.lower()}@{domain}"
    yield _signed(sent.id, small, "The email was lower-cased up to its @ before it was signed.")
    for other in _GOOGLE - {domain} if domain in _GOOGLE else ():
        yield _signed(
            sent.id, f"{local}@{other}", f"The email was signed with {other} as its domain."
        )
    for case, change in _CASES.items():
        says = f"was {case}-cased, except for letters outside ASCII, before it was signed."
        user_id, address = change(utf_8(sent.id)), change(utf_8(sent.email))
        yield Single(utf_8(f"{sent.id}:") + address, f"The email {says}", SIGN_BOTH)
        yield Single(user_id + b":" + address, f"The text of ID and email {says}", SIGN_BOTH)


def _base64(text: str) -> str:
    return urlsafe_b64encode(utf_8(text)).decode()


def _forms_of_uuid(id: str) -> Iterator[str]:
    with suppress(ValueError):
        uuid = UUID(id)
        yield str(uuid.int)
        for data, encode in product((uuid.bytes, uuid.bytes_le), (b64encode, urlsafe_b64encode)):
            yield data.hex()
            yield from (encode(data).decode(), encode(data).decode().rstrip("="))


def _other_joins(sent: Sent) -> Iterator[Single]:
    """Yield texts with another separator, a label, or the names of the values."""
    for joint in _FURTHER_JOINTS:
        says = f"ID and email were joined with “{joint}” instead of a colon."
        yield Single(utf_8(f"{sent.id}{joint}{sent.email}"), says, SIGN_BOTH)
        before = f"The email was put before the ID, and joined with “{joint}”."
        yield Single(utf_8(f"{sent.email}{joint}{sent.id}"), before, SIGN_BOTH)
    values = ((sent.id, sent.email), (sent.email, sent.id))
    for around, (first, second) in product(_AROUND, values):
        text = around.format(first, second)
        says = f"ID and email were joined as in “{around.format('…', '…')}”."
        yield Single(utf_8(text), says, SIGN_BOTH)
    for label, behind in product(_TEXT_LABELS, (": ", ":", "=", " ")):
        says = f"A label was also signed, in front of the text: “{label}”."
        yield Single(utf_8(f"{label}{behind}{message(sent.id, sent.email)}"), says, SIGN_BOTH)
    for names, paired, joint in product(_NAMES, _PAIRED, _BETWEEN):
        pairs = [paired.format(*pair) for pair in zip(names, (sent.id, sent.email), strict=True)]
        says = f"The names of ID and email were also signed: {', '.join(names)}."
        yield Single(utf_8(joint.join(pairs)), says, SIGN_BOTH)
        yield Single(utf_8(joint.join(pairs[::-1])), says, SIGN_BOTH)


def secrets(secret: str) -> Iterator[Single]:
    """Yield keys that may have been used instead of the secret."""
    for changed, how in chain(copied(secret), retyped(secret)):
        says = f"The key was the secret {how}."
        yield Single(utf_8(changed), says, FIX_KEY, how)
    for key, first, second in keys_changed_twice(secret):
        how = f"{first.result}, {second.result}"
        yield Single(key, second.says, second.fix, how, before=(first,))


def strangers() -> Iterator[Single]:
    """Yield what may have been used as the key instead of any secret."""
    for mask, how in masks():
        says = f"The dots or stars that hide a secret on screen were used as the key: {how}."
        yield Single(utf_8(mask), says, FIX_KEY, "what hides a secret on screen")
    for name in names_of_secret():
        says = f"A placeholder or a name was used as the key, not the secret: “{name}”."
        yield Single(utf_8(name), says, FIX_KEY, f"“{name}”")


@cache
def _unfilled() -> tuple[Single, ...]:
    says = "The names of the variables were signed, not their values: “{}”."
    only = "Only the name of the email's variable was signed, not its value: “{}”."
    _, emails = names_in_code()
    return (
        *(Single(utf_8(text), says.format(text), FILL_IN) for text in more_names_as_text()),
        *(Single(utf_8(text), only.format(text), FILL_IN) for text in emails),
    )


def _one_unfilled(sent: Sent) -> Iterator[Single]:
    """Yield texts with one value, and a variable's name or a missing field for the other."""
    ids, emails = names_in_code()
    for text in ids:
        says = f"The name of a variable was signed for the ID, not its value: “{text}”."
        yield _signed(text, sent.email, says, FILL_IN)
    for text in emails:
        says = f"The name of a variable was signed for the email, not its value: “{text}”."
        yield _signed(sent.id, text, says, FILL_IN)
    for text in NO_VALUES:
        yield Single(utf_8(text), f"“{text}” was signed, not ID and email.", SIGN_BOTH)
    for text in _PRINTED:
        yield _signed(text, sent.email, f"“{text}” was signed, not the ID.")
        yield _signed(sent.id, text, f"“{text}” was signed, not the email.")


def _with_all(sent: Sent) -> Iterator[Single]:
    """Yield id and email with the parts of the name, or with all that the page sends."""
    first, *others = sent.name.split() or [""]
    parts = {"the first name": first, "the last name": others[-1]} if others else {}
    values = {"the ID": sent.id, "the email": sent.email, **parts}
    for size, joint in product(range(2, len(values) + 1), _JOINTS):
        for names in permutations(values, size):
            if {*names} & {*parts}:
                how = f", joined with “{joint}”" if joint else ""
                says = f"{capitalized(enumerated(names))} were signed{how}."
                yield Single(utf_8(joint.join(values[each] for each in names)), says, SIGN_BOTH)
    fields = {"id": sent.id, "email": sent.email}
    fields |= {name.removeprefix("the "): value for name, value in sent.more.items()}
    endings: tuple[dict[str, object], ...] = ({}, {"authkey": ""}, {"authkey": None})
    for ending, size, as_number in product(endings, range(2, 5), (False, is_number(sent.id))):
        for names in permutations(fields, size):
            items: dict[str, object] = {each: fields[each] for each in names}
            items |= ending
            items |= {"id": int(sent.id)} if as_number and "id" in names else {}
            says = f"The customer was signed as a JSON object: {', '.join(items)}."
            for separators in ((",", ":"), (", ", ": ")):
                text = json.dumps(items, separators=separators, ensure_ascii=False)
                yield Single(utf_8(text), says, SIGN_BOTH)


def _undamaged(sent: Sent) -> Iterator[Single]:
    """Yield what was signed where the page lost letters of a value, or sends a rounded ID."""
    lost = "with ? or � for some letters"
    for what, how, values in (
        ("ID", "rounded as a number", before_rounding(sent.id)),
        ("ID", lost, with_letters_back(sent.id)),
        ("email", lost, with_letters_back(sent.email)),
    ):
        says = f"The page sends the {what} {how}; the authkey was made for the {what} itself."
        for value in values:
            pair = (value, sent.email) if what == "ID" else (sent.id, value)
            yield Single(utf_8(message(*pair)), says, DAMAGED.format(what), side=Side.PAGE)


def _payloads(sent: Sent) -> Iterator[Single]:
    """Yield JSON and queries in Base64, as other products sign them."""
    ids = (sent.id, int(sent.id)) if is_number(sent.id) else (sent.id,)
    for names, number in product(_NAMES, ids):
        for items in permutations(zip(names, (number, sent.email), strict=True)):
            for what, text in (
                ("JSON", json.dumps(dict(items), separators=(",", ":"))),
                ("JSON", json.dumps(dict(items))),
                ("a query", urlencode(items)),
            ):
                says = f"The customer was signed as {what} in Base64."
                yield Single(b64encode(utf_8(text)), says, SIGN_BOTH)


def _elsewhere(sent: Sent) -> Iterator[Single]:
    """Yield texts with a value from elsewhere in the page, instead of id or email, or added."""
    right = message(sent.id, sent.email)
    for called, value in sent.elsewhere.items():
        first = capitalized(called)
        yield _signed(value, sent.email, f"{first} was signed, not the ID.")
        yield _signed(sent.id, value, f"{first} was signed, not the email.")
        yield Single(utf_8(value), f"Only {called} was signed.", SIGN_BOTH)
        for joint in _JOINTS:
            how = f", joined with “{joint}”" if joint else ""
            yield Single(
                utf_8(f"{right}{joint}{value}"), f"{first} was signed too{how}.", SIGN_BOTH
            )
            before = f"{first} was signed too, before the ID{how}."
            yield Single(utf_8(f"{value}{joint}{right}"), before, SIGN_BOTH)


def _signed(id: str, email: str, says: str, fix: str = SIGN_BOTH) -> Single:
    return Single(utf_8(message(id, email)), says, fix)
