"""Lists the values that a page sends, with a remark on each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reamaze_gui.core.attributes import sounds_confidential
from reamaze_gui.core.customer import FIELDS, Customer
from reamaze_gui.core.page import Entry, Kind, Page
from reamaze_gui.core.report.masked import ends
from reamaze_gui.core.report.visible import shortened
from reamaze_gui.core.spelling import names_secret

_FIELDS = {field.name: field for field in FIELDS}
_REGION = ""  # a page does not say in which country a number is dialled

# Anything that may be an authkey, which is never shown whole.
_CREDENTIAL = re.compile(r"[0-9A-Fa-f]{32,}|[A-Za-z0-9+/_-]{40,}={0,2}")

_SAYS = {
    Kind.TEXT: "",
    Kind.NUMBER: "",
    Kind.NOTHING: "No value: what should be here was missing.",
    Kind.TEMPLATE: "A template tag that was never filled in.",
    Kind.COMPUTED: "Computed by the page: only the browser's console can show it.",
}


@dataclass(frozen=True, slots=True)
class SentValue:
    """One value that the page sends, a remark on it, and its line.

    `signs` marks the authkey and the values that it depends on.
    """

    field: str
    value: str
    remark: str
    line: int
    signs: bool


def rows(page: Page, authkey: str, shape: str) -> Iterator[SentValue]:
    """Yield the page's values in its own order, then the account.

    `shape` is the remark on the `authkey`; both must be masked already, and so must the page.
    """
    entries = page.user.entries if page.user else ()
    for entry in (*entries, *filter(None, [page.account])):
        is_authkey = bool(authkey) and authkey in {entry.text, entry.written}
        value = _CREDENTIAL.sub(lambda found: ends(found[0]), entry.text)
        is_confidential = sounds_confidential(entry.name) or names_secret(entry.name)
        is_known = value != entry.text or value.startswith("[hidden")  # and hidden already
        if is_confidential and not is_known and entry.kind in {Kind.TEXT, Kind.NUMBER}:
            value = "[hidden]"
        elif entry.kind is Kind.NUMBER:
            value = f"{value} (number)"
        remark = " ".join(_remarks(entry))
        yield SentValue(
            shortened(entry.name),
            shortened(value),
            shape if is_authkey else shortened(remark) if remark else "",
            entry.line,
            signs=is_authkey or entry.name in {"id", "email"},
        )


def certain(page: Page, customer: Customer) -> Customer:
    """Return the customer without values that are template tags or computed."""
    entries = page.user.entries if page.user else ()
    sure = {entry.text for entry in entries if entry.kind in {Kind.TEXT, Kind.NUMBER}}
    values = {field.name: getattr(customer, field.name) for field in FIELDS}
    return Customer(**{name: value for name, value in values.items() if value in sure})


def _remarks(entry: Entry) -> Iterator[str]:
    if entry.kind is Kind.NUMBER and entry.written and entry.written != entry.text:
        yield f"A number: the page has {entry.written}, which the browser turns into this."
    elif entry.name == "data" and entry.written:
        yield "Attributes: shown beside the conversation, not signed."
    elif _SAYS[entry.kind]:
        yield _SAYS[entry.kind]
    field = _FIELDS.get(entry.name)
    if field and entry.kind in {Kind.TEXT, Kind.NUMBER}:
        for remark in field.remarks(entry.text, _REGION, needed=field.required):
            yield remark.says
            if remark.fix:
                yield f"{remark.fix.label}."
