"""The window that reports a bug."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout

from reamaze_gui.ui.widgets.buttons import Button
from reamaze_gui.ui.widgets.style import CRASH_WINDOW


class CrashDialog(QDialog):
    """Says that something went wrong, and holds the report to copy."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setWindowTitle("Something went wrong")
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)  # alone it keeps nothing alive
        says = QLabel(
            "Re:amaze SSO has a bug, and has just run into it. What you typed is still there, "
            "and you can go on.\nPlease send this report to the developers: secrets, authkeys "
            "and e-mail addresses are taken out."
        )
        says.setTextFormat(Qt.TextFormat.PlainText)
        says.setWordWrap(True)
        details = QPlainTextEdit(text, readOnly=True)
        details.setAccessibleName("Report")
        details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        buttons, copy = QDialogButtonBox(), Button("&Copy report")
        buttons.addButton(Button("C&lose"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(details.selectAll)
        copy.clicked.connect(details.copy)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(says)
        layout.addWidget(details)
        layout.addWidget(buttons)
        self.resize(*CRASH_WINDOW)
