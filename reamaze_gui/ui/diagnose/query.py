"""What is asked about a page, and what the search tells about it."""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.diagnosis import Report, investigate
from reamaze_gui.core.report.wording import Answer, answer, progress_line
from reamaze_gui.ui.diagnose.search_worker import IsStopped

_PAUSE = 0.1  # seconds between two lines on how far the search has come


@dataclass(frozen=True, slots=True)
class Update:
    """A report, and what it says."""

    report: Report
    answer: Answer


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the search has come, as a line."""

    says: str


@dataclass(frozen=True, slots=True)
class Query:
    """All that an answer depends on; `unread` are accounts whose secrets may still come."""

    text: str = field(default="", repr=False)
    secrets: Mapping[str, Secret] = field(default_factory=dict)
    also: tuple[Customer, ...] = ()
    unread: tuple[str, ...] = ()

    def run(self, is_stopped: IsStopped) -> Iterator[Update | Progress | None]:
        """Yield reports, each better than the one before, and progress at times, else None."""
        del is_stopped
        told = time.monotonic()
        report = None
        for each in investigate(self.text, self.secrets, self.also):
            if isinstance(each, Report):
                report = each
                yield Update(report, self._answer(report, searching=True))
            elif time.monotonic() - told > _PAUSE:
                told = time.monotonic()
                yield Progress(progress_line(each))
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
