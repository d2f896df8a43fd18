"""A segmented control, of radio buttons or tabs."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QRadioButton,
    QSizePolicy,
    QTabBar,
)

from reamaze_gui.ui.widgets import layouts, style
from reamaze_gui.ui.widgets.mnemonics import with_mnemonic
from reamaze_gui.ui.widgets.style import CLOSE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionButton


class Segment(QRadioButton):
    """A radio button in a segmented control; `&` marks its mnemonic."""

    def initStyleOption(self, option: "QStyleOptionButton") -> None:
        """Underline the mnemonic only while Alt is held."""
        super().initStyleOption(option)
        option.text = with_mnemonic(option.text)


class Segmented(QFrame):
    """A frame that makes radio buttons or tabs look like one control."""

    def __init__(self, buttons: Iterable[Segment | QTabBar]) -> None:
        super().__init__()
        row = layouts.row(CLOSE, self, margin=CLOSE)
        for button in buttons:
            button.setFont(style.semibold(button.font()))
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class Tabs(QTabBar):
    """A tab bar for a segmented control; screen readers see tabs."""

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__()
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(False)
        self.setFont(style.semibold(self.font()))
        for name in names:
            self.addTab(name)
