"""Checks the authkeys of a list, row by row, and explains the wrong ones together."""

import json
import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.diagnosis import Explanation, Report, investigate
from reamaze_gui.core.mistakes import algorithms
from reamaze_gui.core.mistakes.changes import utf_8
from reamaze_gui.core.mistakes.signed_texts import COMPLETE
from reamaze_gui.core.pasted.cells import Row, tidy
from reamaze_gui.core.table_check.columns import Columns
from reamaze_gui.core.table_check.recipe import Recipe, recipe
from reamaze_gui.core.table_check.remarks import RowRemarks
from reamaze_gui.core.table_check.result import Group, TableCheck, TableProgress
from reamaze_gui.core.table_check.rows import Batch, Damaged
from reamaze_gui.core.table_check.traits import Traits, in_common

_AT_ONCE = 2  # rows that are explained while others are still to come
_MOST_IN_VAIN = 2  # searches, after which the rows that are left count as unexplained
_MARKS = {"'", "="}  # of a spreadsheet, in front of what it must not change
_SHORTEST = 8  # characters of a secret that can hardly be in a list by chance
_BYTES = re.compile("[\udc80-\udcff]")  # as Python has what can't be decoded ("surrogateescape")


class _Wrong(NamedTuple):
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
class _Unexplained:
    """A group that grows."""

    explanation: Explanation | None = None
    rows: "array[int]" = field(default_factory=lambda: array("L"))
    traits: Traits = field(default_factory=Traits)
    keys: set[str] = field(default_factory=set)  # the first two: are all the same?

    def add(self, row: _Wrong) -> None:
        self.rows.append(row.number)
        self.traits.add(row.id, row.email)
        self.traits.add_dates([row.date])
        if len(self.keys) <= 1:
            self.keys.add(row.authkey)

    def finished(self, right: Traits) -> Group:
        """Return the group with what its rows have in common, and the right ones have not."""
        if len(self.rows) == 1:
            return Group((self.rows[0],), self.explanation)
        common = [*in_common(self.traits, right)]
        if len(self.keys) == 1:
            common.insert(0, "All of them have the same authkey.")
        return Group(tuple(sorted(self.rows)), self.explanation, tuple(common))


@dataclass(slots=True, kw_only=True)
class _Explained(_Unexplained):
    """A group that a recipe explains; None where it is one row's own."""

    explanation: Explanation
    recipe: Recipe | None


class TableChecker:
    """One way through the rows of a list."""

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
        self._sought = [each for each in known if len(each) >= _SHORTEST]
        self._leaks: list[int] = []
        self._total = self._unchecked = 0
        self._right_traits = Traits()
        self._remarks = RowRemarks()
        self._groups: list[_Explained] = []
        self._unexplained = _Unexplained()
        self._pending: list[_Wrong] = []
        self._searches = self._in_vain = 0
        self._is_cut_short = False

    def run(self, batches: Iterable[Batch]) -> Iterator[TableProgress]:
        """Check all rows, then explain what is left; yield how far it is now and then.

        Of the first wrong rows each is explained at once, so that something can be said.
        """
        for batch in batches:
            if self._stopped():
                self._is_cut_short = True
                break
            self._look_for_secrets(batch)
            self._check(batch)
            yield self.progress()
            while self._pending and self._searches < _AT_ONCE and not self._stopped():
                yield from self._explain_one()
        while self._pending and self._in_vain < _MOST_IN_VAIN and not self._stopped():
            yield from self._explain_one()
        for row in self._pending:
            self._unexplained.add(row)

    def progress(self) -> TableProgress:
        """Return how far the check has come."""
        right = self._right_traits.rows
        wrong = self._total - right - self._unchecked
        found = tuple((each.explanation, len(each.rows)) for each in self._groups)
        return TableProgress(self._total, right, wrong, found)

    def result(self) -> TableCheck:
        """Return what was found, largest first; of what was not checked yet, nothing."""
        groups = [each for each in (*self._groups, self._unexplained) if each.rows]
        groups.sort(key=lambda each: len(each.rows), reverse=True)
        return TableCheck(
            self._total,
            self._right_traits.rows,
            self._unchecked,
            tuple(each.finished(self._right_traits) for each in groups),
            (*self._cut_short(), *self._remarks.sentences()),
            self._account,
            self._columns,
            self._is_cut_short,
            tuple(self._leaks),
        )

    def _cut_short(self) -> Iterator[str]:
        if self._is_cut_short:
            yield f"The check was cancelled after row {self._total:,}: nothing below it is known."

    def _look_for_secrets(self, rows: Batch) -> None:
        """Note the rows in which a secret stands."""
        texts = ["\t".join(each) for each in rows if self._sought and not isinstance(each, Damaged)]
        everything = "\n".join(texts)
        if any(secret in everything for secret in self._sought):
            for number, row in enumerate(rows, start=self._total + 1):
                cells = (row,) if isinstance(row, Damaged) else row
                if any(secret in cell for secret in self._sought for cell in cells):
                    self._leaks.append(number)

    def _check(self, rows: Batch) -> None:
        """Check rows, and keep those that are wrong and not explained by what is known.

        Of a million rows most are right, and plain: what is done with these must be little.
        """
        columns, digest = self._columns, self._digest
        at_id, at_email, at_key, at_date = columns.id, columns.email, columns.authkey, columns.date
        first, keys = self._remarks.first, self._remarks.keys
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
            keys.append(hash(key))
            if first.setdefault(user, number) != number:
                self._remarks.repeat(number, user)
            date = row[at_date] if at_date is not None else ""
            text = f"{user}:{email}"
            if digest(text.encode("utf-8", "surrogatepass")).hex() != key:
                self._sort(_Wrong(number, user, email, key, date))
                continue
            if date:
                dates.append(date)
            self._right_traits.add(user, email)
        self._total += len(rows)
        self._right_traits.add_dates(dates)

    def _sort(self, row: _Wrong) -> None:
        if _BYTES.search(row.id + row.email):
            self._unchecked += 1
            self._remarks.add(row.number, "has bytes that are not UTF-8")
        elif not self._is_explained(row):
            self._pending.append(row)

    def _leave_out(self, number: int, why: str) -> None:
        self._unchecked += 1
        self._remarks.skip(number, why)

    def _why_unchecked(self, row: Row | Damaged) -> str:
        """Return why a row can't be checked, or nothing; empty cells at its end may be cut."""
        columns = self._columns
        if isinstance(row, Damaged):
            return row
        if any(row[columns.width :]):
            return "has more cells than the others: put a value with a comma in quotation marks"
        if len(row) <= columns.last:
            return "has fewer cells than the others"
        if not self._secrets:
            return "was not checked: no SSO secret is saved"
        account = row[columns.account].strip() if columns.account is not None else ""
        if account not in {"", self._account}:
            return f"is of the account “{account}”, and was not checked with its secret"
        return ""

    def _is_explained(self, row: _Wrong) -> bool:
        for group in self._groups:
            if group.recipe and group.recipe.explains(row.id, row.email, row.authkey):
                group.add(row)
                return True
        return False

    def _explain_one(self) -> Iterator[TableProgress]:
        """Search for what explains a row that is left, and take it for all others that it does."""
        row = self._pending.pop(0)
        explanation = None
        for each in investigate(row.page(), self._secrets, stopped=self._stopped):
            if isinstance(each, Report):
                explanation = each.explanation
            elif self._stopped() or each.depth > COMPLETE or each.rare:
                break
            yield self.progress()
        self._searches += 1
        if explanation is None:
            self._in_vain += 1
            self._unexplained.add(row)
            return
        way = recipe(explanation, self._secrets)
        is_known = way.explains(row.id, row.email, row.authkey)
        group = _Explained(explanation=explanation, recipe=way if is_known else None)
        group.add(row)
        self._groups.append(group)
        self._pending = [each for each in self._pending if not self._is_explained(each)]


def _empty(user: str, email: str) -> str:
    """Return what of a row is empty, of these the first."""
    return "ID" if not user else "authkey" if email else "email"
