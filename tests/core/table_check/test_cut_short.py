"""A cancelled check says which rows it covers; bytes that are not UTF-8 are named."""

from itertools import count

from reamaze_gui.core.report.wording import Grade
from reamaze_gui.core.table_check import (
    TableCheck,
    TableProgress,
    check_table_stepwise,
    table_headline,
)
from reamaze_gui.core.table_check.answer import table_answer, table_progress_line
from tests.core.table_check.lists import SECRETS, Row, listed, lower_cased, people, right, wrong


def cancelled(rows: list[Row], batches: int) -> TableCheck:
    """Return what is known where somebody cancels after so many batches."""
    asked = count()
    *_, last = check_table_stepwise(listed(rows), SECRETS, lambda: next(asked) >= batches)
    assert isinstance(last, TableCheck)
    return last


def test_what_a_cancelled_check_says_is_of_the_first_rows_alone() -> None:
    check = cancelled(people(2_000), 1)
    assert check.is_cut_short
    assert 0 < check.total < 2_000
    assert f"cancelled after row {check.total:,}" in check.remarks[0]
    answer = table_answer(check)
    assert answer.grade is Grade.DOUBTFUL
    assert answer.headline.startswith(f"Of the first {check.total:,} rows, all")


def test_rows_that_fail_before_the_end_are_reported_with_it() -> None:
    check = cancelled([*people(10), lower_cased("7", "Zoe@example.org"), *people(2_000)], 1)
    assert table_headline(check) == f"1 of the first {check.total:,} fails."
    assert table_answer(check).grade is Grade.WRONG


def test_a_check_that_is_cancelled_at_once_knows_of_no_row() -> None:
    assert (
        table_headline(cancelled(people(9), 0)) == "The check was cancelled before the first row."
    )


def test_a_check_that_came_to_its_end_is_not_cut_short() -> None:
    assert not cancelled(people(9), 2).is_cut_short


def test_progress_is_said_in_rows_until_only_the_reasons_are_looked_for() -> None:
    progress = TableProgress(rows=31_400, right=31_000, wrong=400)
    assert table_progress_line(progress, 0.5) == "31,400 of about 63,000 rows checked…"
    assert table_progress_line(progress, 1).startswith("All 31,400 rows checked.")


def test_bytes_that_are_no_utf_8_are_not_called_a_wrong_authkey() -> None:
    raw = ",".join(right("7", "zoë@example.org")).encode("latin-1")
    rows = [*listed(people(3)), raw.decode("utf-8", "surrogateescape")]
    *_, check = check_table_stepwise(rows, SECRETS)
    assert isinstance(check, TableCheck)
    assert (check.right, check.unchecked) == (3, 1)
    assert check.remarks == ("Row 4 has bytes that are not UTF-8.",)


def test_reasons_that_come_after_the_first_two_are_looked_for_once_all_rows_are_read() -> None:
    ways = (lambda i, e: (i, e.lower()), lambda i, e: (i, e.upper()), lambda i, e: (e, i))
    rows = [wrong(f"{at}", f"Zoe.{at}@example.org", way) for at, way in enumerate(ways, start=7)]
    *_, check = check_table_stepwise(listed(rows), SECRETS)
    assert isinstance(check, TableCheck)
    assert [bool(group.explanation) for group in check.groups] == [True] * len(ways)
