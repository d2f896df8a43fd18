"""A tooltip shows what was pasted as text, never as markup."""

import pytest
from PySide6.QtGui import Qt as Text
from PySide6.QtGui import QTextDocument

from reamaze_gui.ui.widgets import tooltip
from reamaze_gui.ui.widgets.buttons import Button


def shown(tip: str) -> str:
    """Return the text of a tooltip as Qt shows it."""
    document = QTextDocument()
    if Text.mightBeRichText(tip):
        document.setHtml(tip)
    else:
        document.setPlainText(tip)
    return document.toPlainText()


@pytest.mark.parametrize(
    "text",
    ["Smith & Sons", "<img src='x.png'>", "a &lt;b", "a < b", "<b>Bo</b> & Co", "&amp;", ""],
)
@pytest.mark.usefixtures("qapp")
def test_a_tooltip_reads_as_it_was_written(text: str) -> None:
    assert shown(tooltip.plain(text)) == text


@pytest.mark.usefixtures("qapp")
def test_why_a_button_is_disabled_is_no_markup_either() -> None:
    button = Button("Copy")
    button.set_obstacle("The form still has <h1>Bo</h1>.")
    assert shown(button.toolTip()) == "The form still has <h1>Bo</h1>."
    button.set_obstacle("")
    assert button.toolTip() == ""
