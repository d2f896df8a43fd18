"""Attributes are typed or pasted in rows, sent with the snippet, and leave with their customer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from reamaze_gui.core.attributes import MOST, Attribute
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.saved import Saved
from reamaze_gui.ui.build.attributes_form import pairs_in
from reamaze_gui.ui.widgets.note import Note
from reamaze_gui.ui.window.main_window import MainWindow
from tests.build_pages import CUSTOMER, Page
from tests.windows import CONTROL, focus_widget, press

NUMBER, TRUE = Attribute("Orders", 7), Attribute("VIP", value=True)
SPENT, TOWN = Attribute("Total spent", "€ 412"), Attribute("Town", "Oslo")


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


def test_the_row_that_something_is_said_of_has_a_border_of_that_colour(page: Page) -> None:
    page.form.fill(CUSTOMER, (TOWN, Attribute("", "gold"), Attribute("PIN", "1234")))

    def tones() -> list[str]:
        edits = [page.edit(f"Attribute value {row}") for row in (1, 2, 3, 4)]
        return [each.property("tone") or "" for each in edits]

    assert tones() == ["", "problem", "warning", ""]
    page.form.fill(CUSTOMER, (Attribute("PIN", "1234"),))
    assert tones() == ["warning", "", "", ""]


def test_tab_goes_through_the_rows_as_they_are_made(page: Page) -> None:
    page.form.fill(CUSTOMER)
    page.button("Attributes").click()
    page.edit("Attribute label 1").setFocus()
    for name in ("label 1", "value 1", "label 2", "value 2", "label 3", "value 3"):
        at = focus_widget()
        assert at.accessibleName() == f"Attribute {name}"
        QTest.keyClicks(at, "x")
        QApplication.processEvents()  # which shows a new row
        QTest.keyClick(at, Qt.Key.Key_Tab)


def test_a_cell_alone_is_no_row() -> None:
    assert pairs_in("Total spent") == pairs_in("a\nb") == []
    assert pairs_in("a\tb\tc\n\nd\t") == [("a", "b"), ("d", "")]


def paste_into_the_first_label(page: Page, text: str) -> None:
    edit = page.edit("Attribute label 1")
    edit.setFocus()
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(edit, Qt.Key.Key_V, CONTROL)


def told(page: Page) -> str:
    return " ".join(each.text() for each in page.form.findChildren(Note) if each.isVisible())


def test_pasted_rows_come_before_those_that_stand_there_already(page: Page) -> None:
    page.form.fill(CUSTOMER, (Attribute("Old", "as it was"), NUMBER))
    page.edit("Attribute label 1").selectAll()
    paste_into_the_first_label(page, "Total spent\t€ 412\nTown\tOslo\n")
    assert page.form.attributes == (SPENT, TOWN, NUMBER)  # which is a number still
    assert "Not used: “as it was”." in told(page)


def test_what_of_pasted_rows_has_no_place_is_named_until_the_next_edit(page: Page) -> None:
    page.form.fill(CUSTOMER)
    page.button("Attributes").click()
    paste_into_the_first_label(page, f"Town\tOslo\tNorway\t{'5e' * 32}\n")
    assert page.form.attributes == (TOWN,)
    assert "Not used: “Norway”, “…”." in told(page)  # an authkey is not shown
    assert page.button("Copy snippet").isEnabled()
    page.edit("Attribute value 1").setText("Bergen")
    assert "Not used" not in told(page)


def test_pasted_rows_that_are_longer_than_any_value_are_all_there(page: Page) -> None:
    page.form.fill(CUSTOMER)
    rows = [Attribute(f"Label {row}", f"{row}".rjust(200, "x")) for row in range(MOST)]
    QGuiApplication.clipboard().setText("\n".join(f"{each.label}\t{each.value}" for each in rows))
    page.edit("Attribute label 1").paste()
    assert page.form.attributes == tuple(rows)


def test_rows_beyond_the_most_are_named(page: Page) -> None:
    page.form.fill(CUSTOMER)
    rows = (f"Key {at}\t{at}\n" for at in range(MOST + 7))
    page.button("Attributes").click()
    paste_into_the_first_label(page, "".join(rows))
    assert len(page.form.attributes) == MOST
    first = ", ".join(f"“Key {at} {at}”" for at in range(MOST, MOST + 5))
    assert f"Not used: {first} and 2 more." in told(page)


@pytest.mark.usefixtures("clean_desktop")
@pytest.mark.parametrize("customer", [Customer("8", "bo@example.org"), CUSTOMER, Customer()])
def test_they_leave_with_their_customer_and_come_back_with_them(
    window: MainWindow, customer: Customer
) -> None:
    form = window.build_page.form
    form.fill(customer, (SPENT, TOWN))
    window.build_page.intake.replace(Saved("", CUSTOMER), "Filled in")
    assert form.attributes == ()
    assert "Oslo" not in window.build_page.preview.snippet
    press(Qt.Key.Key_Z)
    assert form.value() == customer
    assert [*form.attributes] == [SPENT, TOWN]
    fields = window.build_page.findChildren(QLineEdit)
    assert "Total spent" in {each.text() for each in fields}


def test_a_number_stays_one_until_it_is_edited(page: Page) -> None:
    page.form.fill(CUSTOMER, (NUMBER, TRUE))
    assert page.form.attributes == (NUMBER, TRUE)
    assert "'Orders': 7," in page.code
    assert "'VIP': true" in page.code
    edit = page.edit("Attribute value 1")
    assert "Sent as a number" in edit.accessibleDescription()
    assert "Sent as true or false" in page.edit("Attribute value 2").accessibleDescription()
    QTest.keyClick(edit, Qt.Key.Key_End)
    QTest.keyClicks(edit, "0")
    assert "'Orders': '70'" in page.code
    assert edit.accessibleDescription() == ""


def test_those_of_a_pasted_snippet_come_with_its_customer(page: Page) -> None:
    page.form.fill(CUSTOMER, (SPENT, NUMBER))
    snippet = page.preview.snippet
    page.form.fill(Customer())
    QGuiApplication.clipboard().setText(snippet)
    page.intake.paste()
    assert page.form.value() == CUSTOMER
    assert page.form.attributes == (SPENT, NUMBER)


def test_a_paste_that_fails_over_attributes_alone_asks_about_them(page: Page) -> None:
    page.form.fill(Customer(), (TOWN,))
    QGuiApplication.clipboard().setText("nobody")
    page.intake.paste()
    assert "The form still has attributes." in page.question
    page.button("Keep the attributes").click()
    assert page.question == ""
    assert page.form.attributes == (TOWN,)


@pytest.mark.usefixtures("clean_desktop")
def test_those_of_a_page_come_along_into_build(qtbot: QtBot, window: MainWindow) -> None:
    window.build_page.form.fill(CUSTOMER, (SPENT, NUMBER))
    page = window.build_page.preview.snippet
    window.build_page.form.fill(Customer())
    window.switch_to(1)
    window.diagnose_page.input.page.replace(page)
    qtbot.wait_until(window.diagnose_page.result.copy_button.isEnabled, timeout=30_000)
    window.diagnose_page.load()
    assert window.build_page.form.value() == CUSTOMER
    assert window.build_page.form.attributes == (SPENT, NUMBER)
