"""Puts the check of a list into the form in which Diagnose shows any answer."""

from collections.abc import Iterable

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.masking import mask_of
from reamaze_gui.core.report.wording import Advice, Answer, Grade
from reamaze_gui.core.table_check.result import TableCheck, TableProgress
from reamaze_gui.core.table_check.wording import (
    advice,
    leak_advice,
    numbering_note,
    summary,
    table_headline,
)


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
    says, fix = leak_advice(check)
    leaks = (Advice(says, fix),) if says else ()
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
