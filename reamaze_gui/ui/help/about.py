"""The About dialog."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reamaze_gui import __version__, secret_store
from reamaze_gui.ui.runtime.background import Background
from reamaze_gui.ui.runtime.versions import versions
from reamaze_gui.ui.widgets import layouts, style
from reamaze_gui.ui.widgets.buttons import Button
from reamaze_gui.ui.widgets.heading import Heading
from reamaze_gui.ui.widgets.note import Note, announce
from reamaze_gui.ui.widgets.style import ABOUT_WINDOW, CLOSE, EMBLEM, GAP, ROOMY, SPACE

_SAYS = (
    "Builds the snippet that signs a customer in to Re:amaze's chat widget, and finds out why a "
    "page's sign-in fails.\n\n"
    "Secrets are stored only in the system's keyring. The program itself makes no network "
    "connections; Try in browser serves one page on this computer."
)
_NARROWEST = 60  # letters
_LINES = 9  # of the versions in sight
_ASKING = "keyring: checking…"


class AboutDialog(QDialog):
    """What the program does, and the versions for a bug report, which contain no personal data."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("About Re:amaze SSO")
        self._background = Background(self)
        self._versions = QPlainTextEdit(readOnly=True, tabChangesFocus=True)
        self._versions.setAccessibleName("Versions")
        self._note = Note(beside=True)
        buttons = QDialogButtonBox()
        says = QLabel(_SAYS, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        layout = layouts.column(ROOMY, self, margin=GAP)
        emblem, version = QLabel(), Note()
        emblem.setPixmap(parent.windowIcon().pixmap(EMBLEM))
        version.say(f"Version {__version__}")
        name, above = QVBoxLayout(), QHBoxLayout()
        name.setSpacing(CLOSE)
        name.addStretch()
        name.addWidget(Heading("Re:amaze SSO"))
        name.addWidget(version)
        name.addStretch()
        above.setSpacing(GAP)
        above.addWidget(emblem)
        above.addLayout(name, stretch=1)
        layout.addLayout(above)
        layout.addWidget(says)
        self._versions.setFixedHeight(style.height_of_lines(self._versions, _LINES))
        layout.addWidget(self._versions)
        layout.addStretch()
        below = layouts.row(SPACE)
        below.addWidget(self._note, stretch=1)
        below.addWidget(buttons)  # before its buttons are added, for the tab order
        layout.addLayout(below)
        close = Button("C&lose")
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        close.setFocus()
        copy = Button("&Copy", "Copy versions")
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self.copy)
        buttons.rejected.connect(self.close)
        style.keep_legible(self, _NARROWEST)
        self.resize(*ABOUT_WINDOW)

    def copy(self) -> None:
        """Copy the versions."""
        QGuiApplication.clipboard().setText(self._versions.toPlainText())
        self._note.say("Copied for a bug report.")
        announce(self._note, self._note.text())

    def _show_versions(self, keyring: str) -> None:
        lines = (*versions(), keyring)
        self._versions.setPlainText("\n".join(lines))

    def showEvent(self, event: QShowEvent) -> None:
        """Refresh the versions: another keyring may have been started."""
        super().showEvent(event)
        self._note.say("")
        self._show_versions(_ASKING)
        self._background.abandon()
        self._background.run(secret_store.description, self._show_versions)
