"""The result for a list is shown like that for a page, without secrets and authkeys."""

import hashlib
import hmac

import pytest

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.report.wording import Grade
from reamaze_gui.core.table_check import (
    TableCheck,
    TableProgress,
    check_table,
    check_table_stepwise,
)
from reamaze_gui.core.table_check.answer import table_answer, table_answer_so_far
from reamaze_gui.core.table_check.wording import table_reply

SECRET = "the list's own secret"
SECRETS = {"acme": Secret(SECRET)}


def row(user: int, email: str, signed: str) -> str:
    key = hmac.new(SECRET.encode(), f"{user}:{signed}".encode(), hashlib.sha256).hexdigest()
    return f"{user},{email},{key}"


ROWS = [row(at, f"Ana{at}@Example.org", f"ana{at}@example.org") for at in range(3)]
RIGHT = [row(at, f"bo{at}@example.org", f"bo{at}@example.org") for at in range(10, 20)]


def test_rows_that_fail_are_wrong_with_what_to_change() -> None:
    check = check_table([*ROWS, *RIGHT, "no,row"], SECRETS)
    answer = table_answer(check, secrets=SECRETS.values())
    assert answer.grade is Grade.WRONG
    assert answer.headline.startswith("3 of 14 fail")
    [group] = answer.mistakes
    assert "lower-cased" in group.says
    assert group.fix
    [remark] = answer.findings
    assert remark.grade is Grade.DOUBTFUL


def test_rows_that_could_not_be_checked_are_neither_right_nor_wrong() -> None:
    assert table_answer(TableCheck(total=3, unchecked=3)).grade is Grade.DOUBTFUL
    assert table_answer(TableCheck(total=3, right=3)).grade is Grade.RIGHT


@pytest.mark.parametrize("where", [0, 1, 2])
def test_a_secret_in_the_list_is_said_first_also_one_that_was_used_before(where: int) -> None:
    former = Secret("the secret of last year")
    cells = ["7", "ana@example.org", "x"]
    for secret in (former, SECRETS["acme"]):
        cells[where] = f"{cells[where]} {secret.value}"
        *_, check = check_table_stepwise([*RIGHT, ",".join(cells)], SECRETS, former=[former])
        assert isinstance(check, TableCheck)
        assert check.leaks == (11,)
        known = [*SECRETS.values(), former]
        answer = table_answer(check, secrets=known)
        assert answer.grade is Grade.WRONG
        assert answer.headline.startswith("An SSO secret is in row 11.")
        assert "changed in Re:amaze" in answer.mistakes[0].fix
        said = table_reply(check, secrets=known)
        assert "sign in as any customer" in said
        assert secret.value not in f"{answer}{said}"


def test_what_was_found_so_far_is_marked_as_early() -> None:
    [group] = check_table([*ROWS, *RIGHT], SECRETS).groups
    assert group.explanation
    so_far = TableProgress(rows=13, right=10, wrong=3, found=((group.explanation, 3),))
    answer = table_answer_so_far(so_far, secrets=SECRETS.values())
    assert answer.is_early
    assert (answer.grade, answer.headline) == (Grade.WRONG, "3 of the first 13 rows fail")
    assert ["lower-cased" in each.says for each in answer.mistakes] == [True]


def test_so_far_one_row_fails_and_none_does() -> None:
    one = table_answer_so_far(TableProgress(rows=11, right=10, wrong=1))
    assert one.headline == "1 of the first 11 rows fails"
    none = table_answer_so_far(TableProgress(rows=10, right=10, wrong=0))
    assert none.grade is Grade.DOUBTFUL
