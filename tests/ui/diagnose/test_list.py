"""A list of customers is recognised, checked row by row, and explained as a whole."""

import pytest
from PySide6.QtGui import QGuiApplication

from tests.checked_lists import SECRET, ListPage, key_of, rows


@pytest.mark.parametrize("heading", ["id,email,authkey\n", ""], ids=["with heading", "without"])
def test_failing_rows_are_counted_and_explained_together(lists: ListPage, heading: str) -> None:
    report = lists.check(heading + "\n".join(rows(wrong=True)))
    assert "10 of 40 fail" in report
    assert "lower-cased" in report
    assert "capital" in report
    assert "10 of its 40 customers are not" in lists.text("Reply")
    assert not lists.button("Load into Build").isVisible()


def test_a_list_in_which_all_is_right_is_said_to_be(lists: ListPage) -> None:
    assert "All 40 rows" in lists.check("\n".join(rows(wrong=False)))
    assert not lists.button("Save failing rows").isEnabled()


def test_the_rows_that_fail_are_saved_without_their_authkeys(lists: ListPage) -> None:
    lists.check("\n".join(rows(wrong=True)))
    assert lists.save_failing_rows().startswith("Saved")
    written = lists.saved_as.read_text("utf-8-sig")
    assert written.count("\n") == 11
    assert "Ana4@Example.org" in written
    assert not any(key_of(at, f"ana{at}@example.org") in written for at in range(40))


def test_report_and_reply_of_a_list_hold_no_authkey(lists: ListPage) -> None:
    lists.check("\n".join(rows(wrong=True)))
    told = {
        "Copy technical report": "10 of 40 fail",
        "Copy reply": "10 of its 40 customers are not",
    }
    for name, part in told.items():
        lists.button(name).click()
        copied = QGuiApplication.clipboard().text()
        assert part in copied
        assert SECRET not in copied
        assert not any(row.rpartition(",")[2] in copied for row in rows(wrong=True))
    QGuiApplication.clipboard().clear()
