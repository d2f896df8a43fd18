"""Words the check of a list, for the window and the merchant."""

from collections.abc import Iterable, Iterator

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.masking import mask_of
from reamaze_gui.core.mistakes import Side
from reamaze_gui.core.report.merchant_words import please, reworded
from reamaze_gui.core.report.visible import shortened
from reamaze_gui.core.rules.leaks import CHANGE
from reamaze_gui.core.sentences import uncapitalized
from reamaze_gui.core.table_check.remarks import listed
from reamaze_gui.core.table_check.result import Group, TableCheck

_CODE = (
    "Please send us the line of your server's code that makes the authkey, without the SSO secret."
)
LEAK = "Whoever can read an SSO secret can sign in as any customer of the shop."
LEAK_FIX = f"{CHANGE}, if it is still valid; keep the new one on the server."


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
        f"{LEAK} {LEAK_FIX}" if check.leaks else "",
        *map(_asked_for, check.groups),
        *check.remarks,
        "Once that is changed, please send us a new list, and we will check it."
        if check.wrong
        else "",
        signature,
    )
    return mask_of([*secrets]).sentence("\n\n".join(filter(None, paragraphs)))


def _merchant_headline(check: TableCheck) -> str:
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
