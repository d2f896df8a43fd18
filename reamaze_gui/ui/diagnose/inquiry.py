"""What is asked about a page, and what does the search tell?"""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.diagnosis import Report, investigate
from reamaze_gui.core.report.wording import Answer, answer, progress_line

_PAUSE = 0.1  # seconds between two words on how far the search has come


class News:
    """What a search has to tell."""


@dataclass(frozen=True, slots=True)
class Step(News):
    """A report, and what it says."""

    report: Report
    answer: Answer


@dataclass(frozen=True, slots=True)
class Word(News):
    """A line on how far the search has come."""

    says: str


@dataclass(frozen=True, slots=True)
class Question:
    """All that an answer depends on; `unread` are accounts whose secrets may still come."""

    text: str = field(default="", repr=False)
    secrets: Mapping[str, Secret] = field(default_factory=dict)
    also: tuple[Customer, ...] = ()
    unread: tuple[str, ...] = ()

    def pursue(self) -> Iterator[News | None]:
        """Yield reports, each better than the one before, and progress at times, else None."""
        told = time.monotonic()
        report = None
        for each in investigate(self.text, self.secrets, self.also):
            if isinstance(each, Report):
                report = each
                yield Step(report, self._answer(report, searching=True))
            elif time.monotonic() - told > _PAUSE:
                told = time.monotonic()
                yield Word(progress_line(each))
            else:
                yield None
        if report:
            yield self.last(report)

    def last(self, report: Report) -> Step:
        """Return a report as the best that there will be."""
        return Step(report, self._answer(report, searching=False))

    def _answer(self, report: Report, *, searching: bool) -> Answer:
        secrets = self.secrets.values()
        return answer(report, secrets=secrets, unread=self.unread, searching=searching)
