"""Judges whether each of the customer's values is what the browser should send."""

import html
import re
from collections.abc import Iterator, Mapping

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.characters import LONGEST
from reamaze_gui.core.customer import FIELDS, LABELS, Field
from reamaze_gui.core.javascript import HTML, literal
from reamaze_gui.core.page import Clue, Entry, Kind, Page
from reamaze_gui.core.remark import Remark
from reamaze_gui.core.rules.entries import (
    is_altered,
    is_nothing,
    is_template,
    is_value,
    judged_user,
)
from reamaze_gui.core.rules.finding import Finding, problem, warning
from reamaze_gui.core.rules.server_code import is_server_code
from reamaze_gui.core.sentences import enumerated, uncapitalized
from reamaze_gui.core.spelling import NAMES

_NEEDED = ("id", "email", "authkey")
_LABELS = LABELS | {"authkey": "Authkey"}
_NO_REGION = ""  # a page does not tell the region of a phone number
_ESCAPE = re.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos|nbsp);")


def template(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find placeholders that were never filled in."""
    if is_server_code(page):
        return
    entries = [*_named_entries(page), *([page.account] if page.account else [])]
    found = [entry for entry in entries if is_template(entry)]
    lines = [*(each.line for each in found), *(tag.line for tag in page.seen(Clue.TAG))]
    if lines:
        what = _listed(found) if found else "part of the code"
        yield problem(
            "template",
            f"There is a placeholder where a value should be: {what}.",
            "Ask for the page as the browser shows it: signed in to the shop, right-click, View "
            "page source. If it is there too, the shop's template has to fill it in.",
            min(lines),
        )


def nothing(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find what a program prints for a missing value."""
    for entry in filter(is_nothing, _judged_entries(page)):
        if entry.name == "authkey" and (entry.kind is Kind.TEXT or entry.written):
            continue  # the report says what it looks like
        what = "not a value, but what a program prints for a missing one, such as undefined or null"
        if entry.written:
            what = "a list or an object, not a text"
        if entry.name in _NEEDED or entry.kind is Kind.TEXT:
            yield (problem if entry.name in _NEEDED else warning)(
                "nothing",
                f"{_the(entry)} is {what}.",
                "Find out which variable on the server holds the value, and print it as text in "
                "quotes.",
                entry.line,
            )


def altered_number(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find a number that the browser sends otherwise than it is in the page."""
    for entry in filter(is_altered, _judged_entries(page)):
        yield problem(
            "number",
            f"{_the(entry)} is a number without quotes, which the browser changes: long numbers "
            "are rounded, and zeros and signs at the start are lost.",
            f"Put it in quotes: {entry.name}: '…'",
            entry.line,
        )


def escaped(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find HTML escapes, which mean nothing inside a script."""
    for entry in filter(_is_escaped, _judged_entries(page)):
        escape = _ESCAPE.search(entry.text)
        example = f", such as {escape[0]} for {html.unescape(escape[0])}" if escape else ""
        yield (problem if entry.name in _NEEDED else warning)(
            "escaped",
            f"{_the(entry)} is escaped for HTML{example}. Nothing decodes that inside a script, "
            "so it is sent as it is.",
            "Have the server write the value with its JSON encoder, not its HTML one.",
            entry.line,
        )


def garbled(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find UTF-8 that was decoded as Windows-1252."""
    for entry in _judged_entries(page):
        if is_value(entry) and _is_garbled(entry.text[:LONGEST]):
            yield warning(
                "garbled",
                f"{_the(entry)} has letters that appear as two wrong ones, such as Ã« for ë. "
                "Somewhere on the way, the text was not read as UTF-8.",
                "Have the server read, sign and send UTF-8, if this text was not garbled on its "
                "way to you.",
                entry.line,
            )


def authkey_space(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find white space around an authkey."""
    for entry in _judged_entries(page):
        if entry.name == "authkey" and is_value(entry) and entry.text != entry.text.strip():
            yield problem(
                "authkey-space",
                "There is white space or a line break at the start or end of the authkey.",
                "Remove it on the server (trim, strip, chomp), where the authkey is made.",
                entry.line,
            )


def field_checks(page: Page, secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find what the form on the Build page would say about the same value."""
    entries = {entry.name: entry for entry in _judged_entries(page)}
    for field in FIELDS:
        entry = entries.get(field.name)
        if entry and is_value(entry) and not _is_escaped(entry):
            for remark in field.remarks(entry.text, _NO_REGION, needed=False):
                says = f"{field.label}: {remark.says}"
                fix = _fix(remark, field, secrets)
                yield Finding(field.name, remark.severity, says, fix, entry.line)


def computed(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find values that are known only to the running page."""
    leaks = bool(page.seen(Clue.HMAC))
    found = [
        entry
        for entry in _judged_entries(page)
        if entry.kind is Kind.COMPUTED and not (entry.name == "authkey" and leaks)
    ]
    if found:
        they = "it" if len(found) == 1 else "they"
        yield warning(
            "computed",
            f"The page computes its {_listed(found)} while it runs, so {they} can't be read here.",
            "Press Copy console command, run it in the page's console, and paste the result here.",
            found[0].line,
        )


def _the(entry: Entry) -> str:
    """Return the name of a value, as the beginning of a sentence."""
    return f"The {uncapitalized(_LABELS[entry.name])}"


def _named_entries(page: Page) -> list[Entry]:
    return [entry for entry in page.user.entries if entry.name in NAMES] if page.user else []


def _judged_entries(page: Page) -> list[Entry]:
    return _named_entries(page) if judged_user(page) else []


def _listed(entries: list[Entry]) -> str:
    """Return the names of the entries, as words in a sentence."""
    return enumerated(dict.fromkeys("ID" if each.name == "id" else each.name for each in entries))


def _is_escaped(entry: Entry) -> bool:
    return is_value(entry) and _ESCAPE.search(entry.text[:LONGEST]) is not None


def _is_garbled(text: str) -> bool:
    try:
        return text.encode("cp1252").decode() != text
    except UnicodeError:
        return False


def _fix(remark: Remark, field: Field, secrets: Mapping[str, Secret]) -> str:
    """Return what to send instead, without quoting a value that contains a secret."""
    right = remark.fix.value if remark.fix else ""
    if not right or any(each.value and each.value in right for each in secrets.values()):
        return field.fix
    signed = ", and sign the same" if field.required else ""
    return f"Send {field.name}: {literal(right, HTML)}{signed}."
