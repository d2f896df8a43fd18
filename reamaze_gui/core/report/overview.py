"""Lists the values that a page sends, with a remark on each."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reamaze_gui.core.attributes import sounds_confidential
from reamaze_gui.core.customer import FIELDS, Customer
from reamaze_gui.core.diagnosis import Report
from reamaze_gui.core.mistakes.alternatives import entries_by_meaning
from reamaze_gui.core.page import Entry, Kind, Page
from reamaze_gui.core.report.headline import without_repeats
from reamaze_gui.core.report.masked import ends
from reamaze_gui.core.report.visible import shortened
from reamaze_gui.core.rules import Finding
from reamaze_gui.core.rules.entries import is_altered, is_nothing, is_template
from reamaze_gui.core.spelling import names_secret

# Anything that may be an authkey, which is never shown whole.
_CREDENTIAL = re.compile(r"[0-9A-Fa-f]{32,}|[A-Za-z0-9+/_-]{40,}={0,2}")


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


def rows(report: Report) -> Iterator[SentValue]:
    """Yield the page's values in its own order, then the account; the report must be masked."""
    page, findings = report.page, without_repeats(report)
    authkey = entries_by_meaning(page.user).get("authkey")
    entries = page.user.entries if page.user else ()
    for entry in (*entries, *filter(None, [page.account])):
        is_judged = entry is authkey and bool(report.authkey)
        yield SentValue(
            shortened(entry.name),
            shortened(_shown(entry)),
            report.shape if is_judged else " ".join(_remarks(entry, findings)),
            entry.line,
            signs=entry is authkey or entry.name in {"id", "email"},
        )


def _shown(entry: Entry) -> str:
    """Return the value, without the middle of an authkey and without what may be confidential."""
    value = _CREDENTIAL.sub(lambda found: ends(found[0]), entry.text)
    is_confidential = sounds_confidential(entry.name) or names_secret(entry.name)
    is_hidden = value != entry.text or value.startswith("[hidden")
    if is_confidential and not is_hidden and entry.kind in {Kind.TEXT, Kind.NUMBER}:
        return "[hidden]"
    return value


def certain(page: Page, customer: Customer) -> Customer:
    """Return the customer without values that are template tags or computed."""
    entries = page.user.entries if page.user else ()
    sure = {entry.text for entry in entries if entry.kind in {Kind.TEXT, Kind.NUMBER}}
    values = {field.name: getattr(customer, field.name) for field in FIELDS}
    return Customer(**{name: value for name, value in values.items() if value in sure})


def _remarks(entry: Entry, findings: Iterable[Finding]) -> Iterator[str]:
    if is_altered(entry):
        written = shortened(entry.written)
        yield f"The page has the number {written}, which the browser turns into this."
    elif entry.name == "data" and entry.written:
        yield "Attributes: shown beside the conversation, not signed."
    elif is_template(entry):
        yield "A placeholder that was never filled in."
    elif is_nothing(entry):
        yield "No value: what should be here was missing."
    elif entry.kind is Kind.COMPUTED:
        yield "Computed by the page: only the browser's console can show it."
    for each in findings:
        if each.id == entry.name and each.is_of_field:
            yield f"{each.says.partition(': ')[2]} {shortened(each.fix)}"
