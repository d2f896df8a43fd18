"""Words the check of a list: for the window, the merchant, and a developer."""

from collections.abc import Iterable, Iterator

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.characters import uncapitalized
from reamaze_gui.core.masking import mask_of
from reamaze_gui.core.mistakes import Side
from reamaze_gui.core.report.merchant_words import please, reworded
from reamaze_gui.core.report.technical_report import escaped, made_with
from reamaze_gui.core.report.visible import shortened
from reamaze_gui.core.table_check.remarks import listed
from reamaze_gui.core.table_check.result import Group, TableCheck

_CODE = (
    "Please send us the line of your server's code that makes the authkey, with the SSO secret "
    "blotted out."
)
_ROWS_IN_DETAILS = 100  # rows of each group that the technical report names


def table_headline(check: TableCheck) -> str:
    """Return the answer in a sentence.

    >>> table_headline(TableCheck(total=20_000, right=19_588))
    '412 of 20,000 fail.'
    >>> table_headline(TableCheck(total=2, right=2, leaks=(2,)))
    'An SSO secret is in row 2. All 2 rows that could be checked are right.'
    """
    if check.leaks:
        return f"An SSO secret is in {uncapitalized(listed(check.leaks))}. {_counts(check)}"
    return _counts(check)


def _counts(check: TableCheck) -> str:
    checked = check.total - check.unchecked
    first = "first " if check.is_cut_short else ""
    if not check.total:
        nothing = "The check was cancelled before the first row."
        return nothing if first else "The list has no rows."
    if not checked:
        return f"None of the {first}{check.total:,} rows could be checked."
    beside = f" {check.unchecked:,} could not be checked." if check.unchecked else ""
    if not check.wrong:
        who = "The only row" if checked == 1 else f"All {checked:,} rows"
        if first:
            who = f"Of the first {check.total:,} rows, all"
        is_one = checked == 1 and not first
        return f"{who} that could be checked {'is' if is_one else 'are'} right.{beside}"
    of = f"the {first}{check.total:,}" if first else f"{check.total:,}"
    return f"{check.wrong:,} of {of} {'fails' if check.wrong == 1 else 'fail'}.{beside}"


def numbering_note(check: TableCheck) -> str:
    """Return a note on which row is row 1, if rows are named and there is a heading."""
    names_rows = check.groups or check.remarks or check.leaks
    is_below = check.columns is not None and check.columns.heading
    return "Row 1 is the first below the heading." if names_rows and is_below else ""


def leak_advice(check: TableCheck) -> tuple[str, str]:
    """Return what a secret in the list means, and what to do; empty if there is none."""
    says = "Whoever can read an SSO secret can sign in as any customer of the shop."
    fix = (
        "Have the SSO secret changed in Re:amaze at once (Account Settings, Account IDs and "
        "Secret), if it is still valid; keep the new one on the server."
    )
    return (says, fix) if check.leaks else ("", "")


def summary(group: Group) -> str:
    """Return how many rows are in a group, and what is wrong with them.

    >>> summary(Group((3, 8)))
    '2 (rows 3 and 8): no explanation was found.'
    """
    return f"{_rows_of(group)}: {reason(group)}"


def _rows_of(group: Group, of: str = "") -> str:
    """Return how many rows are in a group, and which."""
    return f"{len(group.rows):,}{of} ({uncapitalized(listed(group.rows))})"


def reason(group: Group) -> str:
    """Return what is wrong with the rows of a group."""
    if not group.explanation:
        return "no explanation was found."
    return " ".join(slip.says for slip in group.explanation.slips)


def advice(group: Group) -> str:
    """Return what the rows of a group have in common, what to change, and an example."""
    fixes = [slip.fix for slip in group.explanation.slips] if group.explanation else []
    return " ".join((*group.common, *dict.fromkeys(fixes), *_example(group)))


def _example(group: Group) -> Iterator[str]:
    """Yield what was signed in the first row, and what must be signed."""
    if explanation := group.explanation:
        signed, right = shortened(explanation.message), shortened(explanation.right)
        row = f"In row {group.rows[0]:,}"
        if signed == right or explanation.side is Side.PAGE:
            yield f"{row}, “{right}” must be signed."
        else:
            yield f"{row}, “{signed}” was signed; it must be “{right}”."


def table_reply(
    check: TableCheck, *, secrets: Iterable[Secret] = (), greeting: str = "", signature: str = ""
) -> str:
    """Return the reply to the merchant, without secrets and authkeys.

    `greeting` and `signature` are put above and below it, if there are any.
    """
    headline = f"{_merchant_headline(check)} {numbering_note(check)}".strip()
    paragraphs = (
        greeting,
        f"We have checked the list that you sent us. {headline}",
        " ".join(leak_advice(check)).strip(),
        *map(_asked_for, check.groups),
        *check.remarks,
        "Once that is changed, please send us a new list, and we will check it."
        if check.wrong
        else "",
        signature,
    )
    return mask_of([*secrets]).sentence("\n\n".join(filter(None, paragraphs)))


def _merchant_headline(check: TableCheck) -> str:
    """Return the headline in words for the merchant."""
    if check.leaks or not check.wrong:
        return table_headline(check)
    customers = f"{check.wrong:,} of {'the first' if check.is_cut_short else 'its'} {check.total:,}"
    are = "is" if check.wrong == 1 else "are"
    beside = f" {check.unchecked:,} rows could not be checked." if check.unchecked else ""
    return f"{customers} customers {are} not signed in: the authkey is not theirs.{beside}"


def _asked_for(group: Group) -> str:
    """Return what is wrong with the rows of a group, and what the merchant is asked to change."""
    them = _rows_of(group, " of them")
    if not group.explanation:
        return " ".join((f"For {them}, we have not found the reason.", *group.common, _CODE))
    slips = group.explanation.slips
    says = " ".join(reworded(slip.says) for slip in slips)
    fixes = dict.fromkeys(please(reworded(slip.fix)) for slip in slips)
    return " ".join((f"{them}: {says}", *group.common, *fixes, *_example(group)))


def table_details(check: TableCheck, *, secrets: Iterable[Secret] = (), runs_on: str = "") -> str:
    """Return the report as Markdown for a developer, without secrets and authkeys.

    `runs_on` names the system that the program runs on.
    """
    return mask_of([*secrets]).sentence("\n".join((*_details(check), f"{made_with(runs_on)}.", "")))


def _details(check: TableCheck) -> Iterator[str]:
    yield f"**{escaped(table_headline(check))}**"
    if columns := check.columns:
        named = [f"{what} {columns.title(at)}" for what, at in columns.named()]
        yield from ("", escaped(f"Columns: {', '.join(named)}. {numbering_note(check)}".strip()))
    for group in check.groups:
        yield from ("", f"- {escaped(' '.join((summary(group), *group.common)))}")
        for slip in group.explanation.slips if group.explanation else ():
            yield f"  - {escaped(slip.fix)}"
        if group.explanation:
            first = group.rows[0]
            yield f"  - {escaped(f'Signed in row {first}:')} {escaped(group.explanation.message)}"
            yield f"  - {escaped('Must be signed:')} {escaped(group.explanation.right)}"
        numbers = ", ".join(map(str, group.rows[:_ROWS_IN_DETAILS]))
        left = len(group.rows) - _ROWS_IN_DETAILS
        yield f"  - Rows: {numbers}{f' and {left:,} more' if left > 0 else ''}"
    if check.remarks:
        yield from ("", *(f"- {escaped(remark)}" for remark in check.remarks))
    yield ""
