"""Puts the check of a list into the forms of any other answer: for the window and as Markdown."""

from collections.abc import Iterable, Iterator

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.masking import mask_of
from reamaze_gui.core.report.technical_report import escaped, made_with, markdown
from reamaze_gui.core.report.wording import Advice, Answer, Grade
from reamaze_gui.core.table_check.result import TableCheck, TableProgress
from reamaze_gui.core.table_check.wording import (
    LEAK,
    LEAK_FIX,
    advice,
    numbering_note,
    summary,
    table_headline,
)

_ROWS_IN_DETAILS = 100  # rows of each group that the technical report names


def table_answer(check: TableCheck, *, secrets: Iterable[Secret] = ()) -> Answer:
    """Return the answer, without secrets and authkeys: each group of rows, then the remarks.

    >>> table_answer(TableCheck(total=2, right=2)).grade
    <Grade.RIGHT: 'right'>
    """
    clean = mask_of([*secrets]).sentence
    all_right = check.right and not check.is_cut_short
    grade = (
        Grade.WRONG if check.wrong or check.leaks else Grade.RIGHT if all_right else Grade.DOUBTFUL
    )
    leaks = (Advice(LEAK, LEAK_FIX),) if check.leaks else ()
    groups = (Advice(clean(summary(each)), clean(advice(each))) for each in check.groups)
    remarks = tuple(Advice(clean(each), "", Grade.DOUBTFUL) for each in check.remarks)
    sentence = table_headline(check).removesuffix(".")
    below = tuple(filter(None, [numbering_note(check)]))
    return Answer(grade, clean(sentence), below, mistakes=(*leaks, *groups), findings=remarks)


def table_answer_so_far(progress: TableProgress, *, secrets: Iterable[Secret] = ()) -> Answer:
    """Return the answer so far, while more rows are still to come.

    >>> table_answer_so_far(TableProgress(rows=3_000, right=2_998, wrong=2)).headline
    '2 of the first 3,000 rows fail'
    """
    clean = mask_of([*secrets]).sentence
    fail = "fails" if progress.wrong == 1 else "fail"
    found = tuple(
        Advice(clean(f"{count:,}: {' '.join(slip.says for slip in explanation.slips)}"), "")
        for explanation, count in progress.found
    )
    grade = Grade.WRONG if progress.wrong else Grade.DOUBTFUL
    says = f"{progress.wrong:,} of the first {progress.rows:,} rows {fail}"
    return Answer(grade, says, (), mistakes=found, is_early=True)


def table_details(check: TableCheck, *, secrets: Iterable[Secret] = (), runs_on: str = "") -> str:
    """Return the report as Markdown for a developer, without secrets and authkeys.

    `runs_on` names the system that the program runs on.
    """
    secrets = [*secrets]
    said = [markdown(table_answer(check, secrets=secrets)), *_where(check), ""]
    return mask_of(secrets).sentence("\n".join((*said, f"{made_with(runs_on)}.", "")))


def _where(check: TableCheck) -> Iterator[str]:
    """Yield the columns, and the rows of each group."""
    if columns := check.columns:
        named = (f"{what} {columns.title(at)}" for what, at in columns.named())
        yield escaped(f"Columns: {', '.join(named)}.")
    if check.groups:
        yield ""
    for number, group in enumerate(check.groups, 1):
        rows = ", ".join(map(str, group.rows[:_ROWS_IN_DETAILS]))
        left = len(group.rows) - _ROWS_IN_DETAILS
        yield f"- Rows of group {number}: {rows}{f' and {left:,} more' if left > 0 else ''}"


def table_progress_line(progress: TableProgress, share: float) -> str:
    """Return how far a check has come, in rows, when this share of the list has been read.

    >>> table_progress_line(TableProgress(rows=3_110, right=3_108, wrong=2), share=0.25)
    '3,110 of about 12,000 rows checked…'
    """
    if share < 1:
        return f"{progress.rows:,} of about {_rounded(progress.rows / share):,} rows checked…"
    return f"All {progress.rows:,} rows checked. Looking for the reasons why rows fail…"


def _rounded(count: float) -> int:
    """Return a count rounded to two significant digits."""
    return int(float(f"{count:.1e}"))
