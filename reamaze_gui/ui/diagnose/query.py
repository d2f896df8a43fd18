"""The search for a page's or list's mistakes: its input and its results."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.customer_label import customer_label
from reamaze_gui.core.diagnosis import Report, Verdict, investigate
from reamaze_gui.core.pasted.program import attributes_in
from reamaze_gui.core.report import details, reply
from reamaze_gui.core.report.overview import certain
from reamaze_gui.core.report.search_lines import progress_line
from reamaze_gui.core.report.wording import Answer, answer
from reamaze_gui.core.saved import Saved
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

_PROGRESS_INTERVAL = 0.1  # seconds

Source = str | ListFile
"""The text to examine, or the file of a list that is too large."""


def trouble_with(source: Source) -> str:
    """Return a sentence saying why a source is not examined, or ""."""
    return refusal(source) if isinstance(source, str) else ""


def is_empty(source: Source) -> bool:
    """Whether there is nothing to examine."""
    return isinstance(source, str) and not source.strip()


@dataclass(frozen=True, slots=True)
class Update:
    """What is known so far: the `report` on a page, or at last the `check` of a list.

    `reply` is for the merchant, `details` for a developer; both are empty at first.
    """

    source: Source = field(repr=False)
    answer: Answer
    report: Report | None = None
    check: TableCheck | None = None
    reply: str = ""
    details: str = ""

    @property
    def customer(self) -> Customer:
        """The page's customer, with only those values that are certain."""
        return certain(self.report.page, self.report.customer) if self.report else Customer()

    @property
    def found(self) -> Saved:
        """The customer, account and attributes, to be loaded into Build."""
        attributes = attributes_in(self.report.page) if self.report else ()
        return Saved("", self.customer, self.account, attributes)

    @property
    def account(self) -> str:
        """The account that the page names, or else the one whose secret was proven, or ""."""
        if not self.report:
            return ""
        if named := self.report.page.account:
            return named.text
        proven = self.report.verdict is Verdict.CORRECT or (
            # Not if it was proven that the wrong secret was used.
            self.report.explanation is not None
            and self.report.explanation.account == next(iter(self.report.accounts), None)
        )
        return self.report.accounts[0] if proven and self.report.accounts else ""

    @property
    def is_of_list(self) -> bool:
        """Whether this is a list of customers."""
        return self.report is None

    @property
    def whom(self) -> str:
        """The customer or list, for a confirmation."""
        if self.check:
            of = f", {self.source.name}" if isinstance(self.source, ListFile) else ""
            return f"a list of {self.check.total:,} rows{of}"
        return customer_label(self.customer, self.account)


@dataclass(frozen=True, slots=True)
class ProgressLine:
    """The progress of the search, as a sentence and as a share of its stage from 0 to 1."""

    says: str
    share: float


Result = Update | ProgressLine | str
"""What a search yields; a sentence says why a list could not be read to its end."""


@dataclass(frozen=True, slots=True)
class Query:
    """Everything that the result depends on.

    `unread` are accounts whose secrets have not been read, and `known` are all secrets to hide.
    """

    source: Source = field(default="", repr=False)
    secrets: Mapping[str, Secret] = field(default_factory=dict)
    also: tuple[Customer, ...] = ()
    unread: tuple[str, ...] = ()
    greeting: str = ""
    signature: str = ""
    known: frozenset[Secret] = frozenset()

    def run(self, is_stopped: IsStopped) -> Iterator[Result | None]:
        """Yield better and better results and some progress; None in between."""
        source = self.source
        if isinstance(source, ListFile):
            yield from self._check_file(source, is_stopped)
        elif is_table(source):
            lines = source.splitlines(keepends=True)
            yield from self._check(lines, lambda rows: min(1, rows / len(lines)), is_stopped)
        else:
            yield from self._investigate(source, is_stopped)

    def last(self, update: Update) -> Update:
        """Return an update as the final one."""
        return self._update(update.report, searching=False) if update.report else update

    def _investigate(self, text: str, is_stopped: IsStopped) -> Iterator[Result | None]:
        shown_at = time.monotonic()
        last = None
        former = self.known - {*self.secrets.values()}
        for each in investigate(text, self.secrets, self.also, is_stopped, former):
            if isinstance(each, Report):
                last = self._update(each, searching=True)
                yield last
            elif time.monotonic() - shown_at > _PROGRESS_INTERVAL:
                shown_at = time.monotonic()
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
            reason = getattr(error, "strerror", None) or "it has changed"
            yield f"{file.name} could not be read to its end: {reason}."

    def _check(
        self,
        lines: Iterable[str],
        share: Callable[[int], float],
        is_stopped: IsStopped,
        remark: str = "",
    ) -> Iterator[Result | None]:
        """Check a list; `share` returns the part of it that was read after so many rows."""
        secrets = (*self.secrets.values(), *self.known)
        shown_at = time.monotonic()
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
            elif time.monotonic() - shown_at > _PROGRESS_INTERVAL:
                shown_at, part = time.monotonic(), share(each.rows)
                yield Update(self.source, table_answer_so_far(each, secrets=secrets))
                yield ProgressLine(table_progress_line(each, part), part)
            else:
                yield None

    def _update(self, report: Report, *, searching: bool) -> Update:
        """Write the texts about a report; slow for long values."""
        secrets = (*self.secrets.values(), *self.known)
        written = answer(report, secrets=secrets, unread=self.unread, searching=searching)
        if written.is_early:
            return Update(self.source, written, report)
        framed = {"greeting": self.greeting, "signature": self.signature}
        to_merchant = reply(report, secrets=secrets, **framed)
        technical = details(report, secrets=secrets, runs_on=runs_on())
        return Update(self.source, written, report, reply=to_merchant, details=technical)


def failing_rows_of(source: Source, check: TableCheck) -> str:
    """Return the failing rows of a list as CSV without authkeys.

    Raises OSError if the list can no longer be read.
    """
    if isinstance(source, ListFile):
        with source.opened() as lines:
            return "".join(failing_rows(lines, check))
    return "".join(failing_rows(source.splitlines(keepends=True), check))
