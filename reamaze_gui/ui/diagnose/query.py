"""What is asked about a page, and what the search tells about it."""

import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.diagnosis import Report, investigate
from reamaze_gui.core.page import Page
from reamaze_gui.core.reader import LONGEST
from reamaze_gui.core.report.wording import Answer, answer, progress_line
from reamaze_gui.ui.diagnose.search_worker import IsStopped

_QUOTED = re.compile(r"""["'`]([^"'`\n]{4,200})["'`]""")
_PAUSE = 0.1  # seconds between two lines on how far the search has come


@dataclass(frozen=True, slots=True)
class Update:
    """A report, and what it says."""

    report: Report
    answer: Answer


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the search has come: as a line, and as a share of its stage from 0 to 1."""

    says: str
    share: float


@dataclass(frozen=True, slots=True)
class Query:
    """All that an answer depends on; `unread` are accounts whose secrets may still come."""

    text: str = field(default="", repr=False)
    secrets: Mapping[str, Secret] = field(default_factory=dict)
    also: tuple[Customer, ...] = ()
    unread: tuple[str, ...] = ()

    def run(self, is_stopped: IsStopped) -> Iterator[Update | Progress | None]:
        """Yield reports, each better than the one before, and progress at times, else None."""
        told = time.monotonic()
        report = None
        for each in investigate(self.text, self.secrets, self.also, stopped=is_stopped):
            if isinstance(each, Report):
                report = each
                yield Update(report, self._answer(report, searching=True))
            elif time.monotonic() - told > _PAUSE:
                told = time.monotonic()
                yield Progress(progress_line(each), each.share)
            else:
                yield None
        if report:
            yield self.last(report)

    def last(self, report: Report) -> Update:
        """Return a report as the best that there will be."""
        return Update(report, self._answer(report, searching=False))

    def _answer(self, report: Report, *, searching: bool) -> Answer:
        secrets = self.secrets.values()
        return answer(report, secrets=secrets, unread=self.unread, searching=searching)


def values_in(page: Page | None, text: str) -> Iterator[str]:
    """Yield the values of a page, as far as they are known; else whatever stands in quotes."""
    if page:
        for user in filter(None, (page.user, *page.overwritten)):
            yield from (entry.text for entry in user.entries)
    if not page or page.source != text:  # not read to its end
        yield from (quoted[1] for quoted in _QUOTED.finditer(text[:LONGEST]))
