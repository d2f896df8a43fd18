"""What is asked about a page or a list, and what the search tells about it."""

import codecs
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from reamaze_gui.core.attributes import Attribute
from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.customer_label import customer_label
from reamaze_gui.core.diagnosis import Report, Verdict, investigate
from reamaze_gui.core.page import Page
from reamaze_gui.core.pasted.program import attributes_in
from reamaze_gui.core.reader import LONGEST
from reamaze_gui.core.report import details, reply
from reamaze_gui.core.report.overview import certain
from reamaze_gui.core.report.search_lines import progress_line
from reamaze_gui.core.report.wording import Answer, answer
from reamaze_gui.core.table_check import (
    TableCheck,
    check_table_stepwise,
    failing_rows,
    is_table,
    table_details,
    table_reply,
)
from reamaze_gui.core.table_check.answer import (
    table_answer,
    table_answer_so_far,
    table_progress_line,
)
from reamaze_gui.list_file import ListFile
from reamaze_gui.page_file import refusal
from reamaze_gui.ui.diagnose.search_worker import IsStopped
from reamaze_gui.ui.runtime.versions import runs_on

_QUOTED = re.compile(r"""["'`]([^"'`\n]{4,200})["'`]""")
_CELL = re.compile(r"(?:^|(?<=[\t\n\r,;|]))[^\t\n\r,;|\"'`]{4,200}(?=[\t\n\r,;|]|$)")
_PAUSE = 0.1  # seconds between two lines on how far the search has come

Source = str | ListFile
"""What is asked about: a text, or a list in a file that is too large to be one."""


def trouble_with(source: Source) -> str:
    """Return why something is not looked at, in a sentence; empty where it is."""
    return refusal(source) if isinstance(source, str) else ""


def is_empty(source: Source) -> bool:
    """Return whether there is nothing to be looked at."""
    return isinstance(source, str) and not source.strip()


@dataclass(frozen=True, slots=True)
class Update:
    """What is known so far: of a page a `report`, of a list of customers at last its `check`.

    `reply` is for the merchant, `details` for a developer; both are empty as long as it is early.
    """

    source: Source = field(repr=False)
    answer: Answer
    report: Report | None = None
    check: TableCheck | None = None
    reply: str = ""
    details: str = ""

    @property
    def customer(self) -> Customer:
        """The customer of the page, as far as it is certain what the page sends."""
        return certain(self.report.page, self.report.customer) if self.report else Customer()

    @property
    def attributes(self) -> tuple[Attribute, ...]:
        """What the page sends to be shown beside the conversation."""
        return attributes_in(self.report.page) if self.report else ()

    @property
    def account(self) -> str:
        """The account that the page names, else the one whose secret was proven; '' for none."""
        if not self.report:
            return ""
        if named := self.report.page.account:
            return named.text
        proven = self.report.verdict is Verdict.CORRECT or (
            # A secret that is proven to be the wrong one is nobody's to sign with.
            self.report.explanation is not None
            and self.report.explanation.account == next(iter(self.report.accounts), None)
        )
        return self.report.accounts[0] if proven and self.report.accounts else ""

    @property
    def is_of_list(self) -> bool:
        """Whether this is about a list of customers."""
        return self.report is None

    @property
    def whom(self) -> str:
        """Whom this is about, for a confirmation."""
        if self.check:
            of = f", {self.source.name}" if isinstance(self.source, ListFile) else ""
            return f"a list of {self.check.total:,} rows{of}"
        return customer_label(self.customer, self.account)


@dataclass(frozen=True, slots=True)
class ProgressLine:
    """How far the search has come: as a line, and as a share of its stage from 0 to 1."""

    says: str
    share: float


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a list could not be read to its end, in a sentence."""

    says: str


Result = Update | ProgressLine | Failure
"""What a search hands over."""


@dataclass(frozen=True, slots=True)
class Query:
    """All that an answer depends on; `unread` are accounts whose secrets may still come.

    `greeting` and `signature` frame the reply. `known` are all secrets that are to be hidden.
    """

    source: Source = field(default="", repr=False)
    secrets: Mapping[str, Secret] = field(default_factory=dict)
    also: tuple[Customer, ...] = ()
    unread: tuple[str, ...] = ()
    greeting: str = ""
    signature: str = ""
    known: frozenset[Secret] = frozenset()

    def run(self, is_stopped: IsStopped) -> Iterator[Result | None]:
        """Yield what is known, each time better than before, and progress at times, else None."""
        source = self.source
        if isinstance(source, ListFile):
            yield from self._check_file(source, is_stopped)
        elif is_table(source):
            lines = source.splitlines(keepends=True)
            yield from self._check(lines, lambda rows: min(1, rows / len(lines)), is_stopped)
        else:
            yield from self._investigate(source, is_stopped)

    def last(self, update: Update) -> Update:
        """Return what is known as the best that there will be."""
        return self._told(update.report, searching=False) if update.report else update

    def _investigate(self, text: str, is_stopped: IsStopped) -> Iterator[Result | None]:
        told = time.monotonic()
        last = None
        former = self.known - {*self.secrets.values()}
        for each in investigate(text, self.secrets, self.also, is_stopped, former):
            if isinstance(each, Report):
                last = self._told(each, searching=True)
                yield last
            elif time.monotonic() - told > _PAUSE:
                told = time.monotonic()
                yield ProgressLine(progress_line(each), each.share)
            else:
                yield None
        if last:
            yield self.last(last)

    def _check_file(self, file: ListFile, is_stopped: IsStopped) -> Iterator[Result | None]:
        try:
            with file.opened() as lines:
                yield from self._check(lines, lambda _: lines.share, is_stopped, file.remark)
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "it was changed meanwhile"
            yield Failure(f"{file.name} could not be read to its end: {reason}.")

    def _check(
        self,
        lines: Iterable[str],
        share: Callable[[int], float],
        is_stopped: IsStopped,
        remark: str = "",
    ) -> Iterator[Result | None]:
        """Check a list; `share` tells which part of it was read with so many rows."""
        secrets = (*self.secrets.values(), *self.known)
        told = time.monotonic()
        former = self.known - {*self.secrets.values()}
        for each in check_table_stepwise(lines, self.secrets, is_stopped, former):
            if isinstance(each, TableCheck):
                check = replace(each, remarks=(*filter(None, [remark]), *each.remarks))
                framed = {"greeting": self.greeting, "signature": self.signature}
                yield Update(
                    self.source,
                    table_answer(check, secrets=secrets),
                    check=check,
                    reply=table_reply(check, secrets=secrets, **framed),
                    details=table_details(check, secrets=secrets, runs_on=runs_on()),
                )
            elif time.monotonic() - told > _PAUSE:
                told, part = time.monotonic(), share(each.rows)
                yield Update(self.source, table_answer_so_far(each, secrets=secrets))
                yield ProgressLine(table_progress_line(each, part), part)
            else:
                yield None

    def _told(self, report: Report, *, searching: bool) -> Update:
        """Return a report with all that is said of it; takes its time for a page of long values."""
        secrets = (*self.secrets.values(), *self.known)
        said = answer(report, secrets=secrets, unread=self.unread, searching=searching)
        if said.is_early:
            return Update(self.source, said, report)
        framed = {"greeting": self.greeting, "signature": self.signature}
        written = reply(report, secrets=secrets, **framed)
        technical = details(report, secrets=secrets, runs_on=runs_on())
        return Update(self.source, said, report, reply=written, details=technical)


def values_in(page: Page | None, source: Source) -> Iterator[str]:
    """Yield the values of a page, as far as they are known; else what is in quotes or in cells."""
    text = source if isinstance(source, str) else source.beginning
    if page:
        for user in filter(None, (page.user, *page.overwritten)):
            yield from (entry.text for entry in user.entries)
    if not page or page.source != text:  # not read to its end
        yield from (quoted[1] for quoted in _QUOTED.finditer(text[:LONGEST]))
        yield from {cell.strip() for cell in _CELL.findall(text[:LONGEST])}


def failing_rows_file(source: Source, check: TableCheck) -> bytes:
    """Return a file with the rows of a list that fail, for a spreadsheet, without authkeys.

    Raises OSError where the list can't be read any more.
    """
    if isinstance(source, ListFile):
        with source.opened() as lines:
            return _encoded(failing_rows(lines, check))
    return _encoded(failing_rows(source.splitlines(keepends=True), check))


def _encoded(rows: Iterable[str]) -> bytes:
    written = bytearray(codecs.BOM_UTF8)  # by whose mark spreadsheets know UTF-8
    for row in rows:  # of which there may be a million
        written += row.encode("utf-8", "replace")  # half a character has no bytes
    return bytes(written)
