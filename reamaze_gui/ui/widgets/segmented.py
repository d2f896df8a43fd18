"""A choice between a few, side by side: as radio buttons, or as tabs of pages."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QTabBar,
)

from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.letters import drawn
from reamaze_gui.ui.widgets.style import CLOSE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionButton


class Segment(QRadioButton):
    """One of the radio buttons; `&` marks its letter."""

    def initStyleOption(self, option: "QStyleOptionButton") -> None:
        """Draw the text, its letter underlined while Alt is held."""
        super().initStyleOption(option)
        option.text = drawn(option.text)


class Segmented(QFrame):
    """Radio buttons, or tabs, that look like one control of several segments."""

    def __init__(self, buttons: Iterable[Segment | QTabBar]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(CLOSE, CLOSE, CLOSE, CLOSE)
        row.setSpacing(CLOSE)
        for button in buttons:
            button.setFont(style.semibold(button.font()))
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class Tabs(QTabBar):
    """Tabs for such a control: screen readers know them as tabs."""

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__()
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(False)
        self.setFont(style.semibold(self.font()))
        for name in names:
            self.addTab(name)
