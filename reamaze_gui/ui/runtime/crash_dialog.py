"""The dialog that reports a bug."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit

from reamaze_gui.ui.widgets import layouts
from reamaze_gui.ui.widgets.buttons import Button, PrimaryButton
from reamaze_gui.ui.widgets.heading import Heading
from reamaze_gui.ui.widgets.style import CRASH_WINDOW, GAP, ROOMY


class CrashDialog(QDialog):
    """Says that something went wrong, and shows the report to copy."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setWindowTitle("Something went wrong")
        # The program must still quit when the main window is closed.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        says = QLabel(
            "Re:amaze SSO ran into a bug. What you typed is still there, and you can go on.\n"
            "Please send this report to the developers: it says where the bug is, and contains "
            "nothing that you typed or pasted.",
            textFormat=Qt.TextFormat.PlainText,
            wordWrap=True,
        )
        details = QPlainTextEdit(text, readOnly=True)
        details.setAccessibleName("Report")
        details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        buttons, copy = QDialogButtonBox(), PrimaryButton("&Copy report")
        buttons.addButton(Button("C&lose"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(details.selectAll)
        copy.clicked.connect(details.copy)
        buttons.rejected.connect(self.close)
        layout = layouts.column(ROOMY, self, margin=GAP)
        layout.addWidget(Heading(self.windowTitle()))
        layout.addWidget(says)
        layout.addWidget(details)
        layout.addWidget(buttons)
        self.resize(*CRASH_WINDOW)
