"""Attributes are typed or pasted in rows, sent with the snippet, and leave with their customer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from reamaze_gui.core.attributes import Attribute
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.preview import Mode
from reamaze_gui.ui.build.attributes_form import pairs_in
from reamaze_gui.ui.window.main_window import MainWindow
from tests.build_pages import CUSTOMER, Page
from tests.windows import press

SPENT, TOWN = Attribute("Total spent", "€ 412"), Attribute("Town", "Oslo")
CONTROL = Qt.KeyboardModifier.ControlModifier


def typed(page: Page, row: int, label: str, value: str) -> None:
    page.edit(f"Attribute label {row}").setText(label)
    page.edit(f"Attribute value {row}").setText(value)


def test_they_are_folded_away_until_somebody_wants_them(page: Page) -> None:
    page.form.fill(CUSTOMER)
    assert not page.edit("Attribute label 1").isVisible()
    page.button("Attributes").click()
    assert page.edit("Attribute label 1").isVisible()


def test_each_is_in_the_snippet_as_typed_and_has_an_empty_row_below(page: Page) -> None:
    page.form.fill(CUSTOMER)
    before = page.edit("Authkey").text()
    typed(page, 1, "Total spent", "€ 412")
    typed(page, 2, "Town", "Oslo")
    assert page.form.attributes == (SPENT, TOWN)
    assert page.preview.snippet.count("Total spent") == page.preview.snippet.count("Oslo") == 1
    assert page.edit("Authkey").text() == before  # they are not signed
    assert page.edit("Attribute label 3").text() == ""
    assert page.button("Attributes (2)").isVisible()


def test_two_pasted_columns_fill_as_many_rows(page: Page) -> None:
    page.form.fill(CUSTOMER)
    page.button("Attributes").click()
    edit = page.edit("Attribute label 1")
    edit.setFocus()
    QGuiApplication.clipboard().setText("Total spent\t€ 412\nTown\tOslo\n")
    QTest.keyClick(edit, Qt.Key.Key_V, CONTROL)
    assert page.form.attributes == (SPENT, TOWN)


def test_what_is_wrong_with_one_stops_the_snippet_and_is_told(page: Page) -> None:
    page.form.fill(CUSTOMER)
    typed(page, 1, "", "Oslo")
    assert not page.button("Copy snippet").isEnabled()
    assert "Attributes" in page.button("Copy snippet").accessibleDescription()
    typed(page, 1, "Town", "Oslo")
    assert page.button("Copy snippet").isEnabled()


def test_weak_sso_sends_none(page: Page) -> None:
    page.form.fill(CUSTOMER, (TOWN,))
    page.choose_mode(Mode.WEAK)
    assert "Oslo" not in page.preview.snippet
    page.choose_mode(Mode.AUTHENTICATED)
    assert "Oslo" in page.preview.snippet


@pytest.mark.usefixtures("clean_desktop")
def test_they_leave_with_their_customer_and_come_back_with_them(window: MainWindow) -> None:
    form = window.build_page.form
    form.fill(CUSTOMER, (SPENT, TOWN))
    window.build_page.intake.replace(Customer("8", "bo@example.org"), "Filled in")
    assert form.attributes == ()
    assert "Oslo" not in window.build_page.preview.snippet
    press(Qt.Key.Key_Z)
    assert form.value() == CUSTOMER
    assert [*form.attributes] == [SPENT, TOWN]
    fields = window.build_page.findChildren(QLineEdit)
    assert "Total spent" in {each.text() for each in fields}


def test_a_cell_alone_is_no_row() -> None:
    assert pairs_in("Total spent") == pairs_in("a\nb") == []
    assert pairs_in("a\tb\tc\n\nd\t") == [("a", "b"), ("d", "")]


@pytest.mark.usefixtures("clean_desktop")
def test_a_report_on_a_bug_leaves_them_out(window: MainWindow) -> None:
    window.build_page.form.fill(CUSTOMER, (SPENT,))
    window.build_page.intake.replace(Customer("8", "bo@example.org"), "Filled in", "", (TOWN,))
    assert {"Total spent", "€ 412", "Town", "Oslo"} <= {*window.confidential()}
