"""Also try takes IDs and emails; a known secret is removed from it, with a sentence."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from reamaze_gui.core.customer import Customer
from reamaze_gui.ui.diagnose.more_to_try import MoreToTry

KNOWN = "b7f1-the-known-one"
OLD = "0ld-secret of 2019"


class Fields:
    """The fields by name, and what is said."""

    def __init__(self, qtbot: QtBot) -> None:
        self.known = KNOWN
        self.more = MoreToTry(lambda: (self.known,))
        qtbot.add_widget(self.more)
        with qtbot.wait_exposed(self.more):
            self.more.show()
        edits = {each.accessibleName(): each for each in self.more.findChildren(QLineEdit)}
        self.also, self.old = edits["Also try"], edits["Old secret"]

    @property
    def says(self) -> str:
        return " ".join(each.text() for each in self.more.findChildren(QLabel) if each.isVisible())


@pytest.fixture
def fields(qtbot: QtBot) -> Fields:
    return Fields(qtbot)


@pytest.mark.parametrize("typed", [KNOWN, f"7, {KNOWN}", f"{KNOWN};7"])
def test_a_known_secret_is_taken_out_for_good(fields: Fields, typed: str) -> None:
    fields.also.setText(typed)
    left = typed.replace(KNOWN, "").strip(" ,;")
    assert fields.also.text() == (f"{left} " if left else "")
    assert "An SSO secret was removed" in fields.says
    assert not fields.also.isUndoAvailable()
    assert KNOWN not in repr(fields.more.also)


@pytest.mark.parametrize("known", [KNOWN, OLD, "abcdef,ghijkl;mnopqr", "pass word"])
@pytest.mark.parametrize("before", ["", "7, ", "the "])
def test_a_known_secret_that_is_typed_leaves_no_letter(
    fields: Fields, known: str, before: str
) -> None:
    fields.known = known
    QTest.keyClicks(fields.also, f"{before}{known}")
    assert fields.also.text().strip() == before.strip(" ,")
    assert "An SSO secret was removed" in fields.says
    QTest.keyClicks(fields.also, " 8")
    assert fields.more.also[-1] == Customer(id="8")


def test_an_old_secret_is_taken_out_in_whatever_order_both_are_typed(fields: Fields) -> None:
    fields.old.setText(OLD)
    fields.also.setText(OLD)
    assert fields.also.text() == ""
    assert "An SSO secret was removed" in fields.says
    fields.old.clear()
    fields.also.setText(f"7 {OLD}")
    assert "2019" in fields.also.text()  # nobody can know
    fields.old.setText(OLD)
    assert "0ld-secret" not in fields.also.text()
    assert fields.old.text() == OLD


def test_typing_on_takes_the_sentence_away(fields: Fields) -> None:
    fields.also.setText(KNOWN)
    QTest.keyClick(fields.also, Qt.Key.Key_7)
    assert "An SSO secret was removed" not in fields.says
    assert fields.more.also == (Customer(id="7"),)
