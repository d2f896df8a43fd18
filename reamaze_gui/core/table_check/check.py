"""Checks the authkeys of a list row by row, and groups the wrong ones by explanation."""

import json
import re
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from reamaze_gui.core.account import name_meant
from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.diagnosis import Explanation, Report, investigate
from reamaze_gui.core.mistakes import algorithms
from reamaze_gui.core.mistakes.changes import utf_8
from reamaze_gui.core.mistakes.encodings import readings
from reamaze_gui.core.mistakes.signed_texts import COMPLETE
from reamaze_gui.core.pasted.cells import Row, tidy
from reamaze_gui.core.table_check.columns import Columns
from reamaze_gui.core.table_check.recipe import Recipe, UnsignedRecipe, recipe
from reamaze_gui.core.table_check.remarks import remark
from reamaze_gui.core.table_check.result import Group, TableCheck, TableProgress
from reamaze_gui.core.table_check.rows import Batch, Damaged
from reamaze_gui.core.table_check.traits import Traits, in_common

_MOST_EARLY = 2  # rows that are explained while others are still being read
_MOST_IN_VAIN = 2  # searches without a result, after which the remaining rows are unexplained
_MOST_SEARCHES = 30  # more reasons than anybody reads; the remaining rows are unexplained, too
_MARKS = {"'", "="}  # with which a spreadsheet protects a cell
_SHORTEST = 8  # characters; a shorter secret may be in a list by chance
_UNDECODED = re.compile("[\udc80-\udcff]")  # bytes kept by Python's "surrogateescape"

_row_numbers = partial(array, "L")


class _WrongRow(NamedTuple):
    """A row that fails."""

    number: int
    id: str
    email: str
    authkey: str
    date: str

    def page(self) -> str:
        """Return the row as a page that Diagnose reads."""
        return json.dumps({"id": self.id, "email": self.email, "authkey": self.authkey})


@dataclass(slots=True)
class _Group:
    """Wrong rows, to which more are added; `recipe` is None if they can't be recognised by one."""

    explanation: Explanation | None = None
    recipe: Recipe | UnsignedRecipe | None = None
    rows: "array[int]" = field(default_factory=_row_numbers)
    traits: Traits = field(default_factory=Traits)
    keys: set[str] = field(default_factory=set)  # at most two: enough to see whether all are equal

    def add(self, row: _WrongRow) -> None:
        self.rows.append(row.number)
        self.traits.add(row.id, row.email)
        self.traits.add_dates([row.date])
        if len(self.keys) <= 1:
            self.keys.add(row.authkey)

    def explains(self, row: _WrongRow) -> bool:
        return self.recipe is not None and self.recipe.explains(row.id, row.email, row.authkey)

    def finished(self, right: Traits) -> Group:
        """Return the group, with what its rows have in common unlike the right ones."""
        common: list[str] = []
        if len(self.rows) > 1:
            is_one = len(self.keys) == 1
            common += ["All of them have the same authkey."] if is_one else []
            common += in_common(self.traits, right)
        return Group(tuple(sorted(self.rows)), self.explanation, tuple(common))


class TableChecker:
    """Checks the rows of one list."""

    def __init__(
        self,
        columns: Columns,
        secrets: Mapping[str, Secret],
        account: str,
        stopped: Callable[[], bool],
        former: Iterable[Secret] = (),
    ) -> None:
        self._columns = columns
        self._secrets = {account: secrets[account], **secrets} if secrets else {}
        self._account = account
        secret = utf_8(self._secrets[account].value) if secrets else b""
        self._digest = algorithms.RIGHT.make(secret)
        self._may_be_unchecked = not secrets or columns.account is not None
        self._stopped = stopped
        known = (each.value.strip() for each in (*secrets.values(), *former))
        self._leakable = [each for each in known if len(each) >= _SHORTEST]
        self._leaks: list[int] = []
        self._total = self._unchecked = 0
        self._right_traits = Traits()
        self._remarks = defaultdict[str, "array[int]"](_row_numbers)
        self._groups: list[_Group] = []
        self._pending: list[_WrongRow] = []
        self._in_vain: list[_WrongRow] = []  # rows for which a search has found nothing
        self._searches = 0
        self._is_cut_short = False

    def run(self, batches: Iterable[Batch]) -> Iterator[TableProgress]:
        """Check all rows, then explain those left; yield progress now and then.

        The first wrong rows are explained at once, so that there is something to show early.
        """
        for batch in batches:
            if self._stopped():
                self._is_cut_short = True
                break
            self._look_for_secrets(batch)
            self._check(batch)
            yield self.progress()
            while self._pending and self._searches < _MOST_EARLY and not self._stopped():
                yield from self._explain_one()
        while self._pending and self._may_search() and not self._stopped():
            yield from self._explain_one()

    def progress(self) -> TableProgress:
        """Return how far the check has come."""
        right = self._right_traits.rows
        wrong = self._total - right - self._unchecked
        found = tuple(
            (each.explanation, len(each.rows)) for each in self._groups if each.explanation
        )
        return TableProgress(self._total, right, wrong, found)

    def result(self) -> TableCheck:
        """Return what was found until now, the largest group first."""
        unexplained = _Group()
        for row in (*self._in_vain, *self._pending):
            unexplained.add(row)
        groups = [each for each in (*self._groups, unexplained) if each.rows]
        groups.sort(key=lambda each: len(each.rows), reverse=True)
        remarks = [remark(rows, what) for what, rows in self._remarks.items()]
        if self._is_cut_short:
            cancelled = f"The check was cancelled after row {self._total:,}"
            remarks.insert(0, f"{cancelled}; later rows were not checked.")
        return TableCheck(
            self._total,
            self._right_traits.rows,
            self._unchecked,
            tuple(each.finished(self._right_traits) for each in groups),
            tuple(remarks),
            self._account,
            self._columns,
            self._is_cut_short,
            tuple(self._leaks),
        )

    def _look_for_secrets(self, rows: Batch) -> None:
        """Note the rows that contain a secret."""
        secrets = self._leakable
        texts = ["\t".join(each) for each in rows if secrets and not isinstance(each, Damaged)]
        everything = "\n".join(texts)
        if any(secret in everything for secret in secrets):
            for number, row in enumerate(rows, start=self._total + 1):
                cells = (row,) if isinstance(row, Damaged) else row
                if any(secret in cell for secret in secrets for cell in cells):
                    self._leaks.append(number)

    def _check(self, rows: Batch) -> None:
        """Check rows, and keep the wrong ones that no known recipe explains.

        Most of a million rows are right and plain, so these must take few steps.
        """
        columns, digest = self._columns, self._digest
        at_id, at_email, at_key, at_date = columns.id, columns.email, columns.authkey, columns.date
        dates: list[str] = []
        for number, row in enumerate(rows, start=self._total + 1):
            if (
                isinstance(row, Damaged) or len(row) != columns.width or self._may_be_unchecked
            ) and (why := self._why_unchecked(row)):
                self._leave_out(number, why)
                continue
            user, email, key = row[at_id], row[at_email], row[at_key]
            if user[:1] in _MARKS or key[:1] in _MARKS or email[:1] in _MARKS:
                user, email, key = tidy(user), tidy(email), tidy(key)
            if not (user and email and key):
                self._leave_out(number, f"has no {_empty(user, email)}")
                continue
            date = row[at_date] if at_date is not None else ""
            text = f"{user}:{email}"
            if digest(text.encode("utf-8", "surrogatepass")).hex() != key:
                self._add_wrong(_WrongRow(number, user, email, key, date))
                continue
            if date:
                dates.append(date)
            self._right_traits.add(user, email)
        self._total += len(rows)
        self._right_traits.add_dates(dates)

    def _add_wrong(self, row: _WrongRow) -> None:
        if _UNDECODED.search(row.id + row.email):
            self._leave_out(row.number, "has bytes that are not UTF-8")
        elif "@" not in row.email and not readings(row.authkey):  # a title, a heading, a rule
            self._leave_out(row.number, "has neither an email address nor an authkey")
        elif not self._is_explained(row):
            self._pending.append(row)

    def _leave_out(self, number: int, why: str) -> None:
        self._unchecked += 1
        self._remarks[why].append(number)

    def _why_unchecked(self, row: Row | Damaged) -> str:
        """Return why a row can't be checked; empty if it can. Trailing empty cells don't count."""
        columns = self._columns
        if isinstance(row, Damaged):
            return row
        if any(row[columns.width :]):
            return "has more cells than the others: put values with a comma in quotes"
        if len(row) <= columns.last:
            return "has fewer cells than the others"
        if not self._secrets:
            return "was not checked: no SSO secret is saved"
        account = row[columns.account].strip() if columns.account is not None else ""
        if name_meant(account) not in {"", self._account}:
            return f"is of another account, “{account}”, whose secret was not tried"
        return ""

    def _is_explained(self, row: _WrongRow) -> bool:
        group = next((each for each in self._groups if each.explains(row)), None)
        if group:
            group.add(row)
        return group is not None

    def _may_search(self) -> bool:
        return len(self._in_vain) < _MOST_IN_VAIN and self._searches < _MOST_SEARCHES

    def _explain_one(self) -> Iterator[TableProgress]:
        """Search for the explanation of one row, and use it for all others that it fits."""
        row = self._pending.pop(0)
        explanation = None
        for each in investigate(row.page(), self._secrets, stopped=self._stopped):
            if isinstance(each, Report):
                explanation = each.explanation
            elif self._stopped() or (each.depth, each.rare) > (COMPLETE, False):
                break
            yield self.progress()
        self._searches += 1
        if explanation is None:
            self._in_vain.append(row)
            return
        found = recipe(explanation, self._secrets, row.id, row.email, row.authkey)
        group = _Group(explanation, found)
        group.add(row)
        self._groups.append(group)
        self._pending = [
            each for each in self._pending if self._stopped() or not self._is_explained(each)
        ]


def _empty(user: str, email: str) -> str:
    """Return the name of the first value that is empty."""
    return "ID" if not user else "authkey" if email else "email"
