"""The card with the snippet: format and mode, code, authkey, and buttons."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel

from reamaze_gui.core.preview import Mode, Preview, mode_of
from reamaze_gui.core.snippets import Snippet
from reamaze_gui.ui.build.browser_trial import BrowserTrial
from reamaze_gui.ui.build.footer import Footer
from reamaze_gui.ui.build.format_box import FormatBox
from reamaze_gui.ui.build.snippet_view import SnippetView
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.buttons import FlatButton, outdent
from reamaze_gui.ui.widgets.card import Card
from reamaze_gui.ui.widgets.mnemonics import FieldLabel
from reamaze_gui.ui.widgets.note import Note
from reamaze_gui.ui.widgets.plain_line import PlainLine
from reamaze_gui.ui.widgets.segmented import Segment, Segmented
from reamaze_gui.ui.widgets.style import SPACE, TIGHT, Tone

_SHORT = {Mode.AUTHENTICATED: "Signed in", Mode.WEAK: "&Weak SSO"}
"""Short labels for the segments; their accessible names are the full ones."""

_NO_AUTHKEY = {Mode.AUTHENTICATED: "not yet", Mode.WEAK: "none in Weak SSO"}
_TO_SIGN = {Mode.AUTHENTICATED: "Customer ID:Email · SSO secret", Mode.WEAK: "nothing"}


class SnippetCard(Card):
    """Shows a preview. Signals: `chosen` after the format or mode changed."""

    chosen = Signal()

    def __init__(self, trial: BrowserTrial) -> None:
        super().__init__()
        self._format = FormatBox()
        self._modes = {mode: Segment(label) for mode, label in _SHORT.items()}
        self._gives = Note()
        self._view = SnippetView()
        self._authkey = PlainLine()
        self._signed = PlainLine(Tone.MUTED)
        self.copy_authkey_button = FlatButton("Copy", "Copy authkey")
        self.footer = Footer(trial)
        self._name_parts()
        self._lay_out(trial)
        self._format.currentIndexChanged.connect(self.chosen)
        self._modes[Mode.WEAK].toggled.connect(self.chosen)

    @property
    def snippet(self) -> Snippet:
        """The chosen format."""
        return self._format.snippet

    @property
    def mode(self) -> Mode:
        """The mode in effect."""
        chosen = next(mode for mode, button in self._modes.items() if button.isChecked())
        return mode_of(self.snippet, chosen)

    def choose_mode(self, mode: Mode) -> None:
        """Choose the mode, for formats that have modes."""
        self._modes[mode].setChecked(True)

    def choose_format(self, name: str) -> None:
        """Choose a format by its name in `SNIPPETS`."""
        self._format.setCurrentText(name)

    def show_preview(self, preview: Preview, account: str, obstacle: str) -> None:
        """Show the snippet or the obstacle, the authkey, and what that was made of."""
        snippet = self.snippet
        for choice in self._modes.values():
            choice.setEnabled(snippet.has_modes)
        gives = "The same in both modes." if snippet.only else self.mode.says
        self._gives.say(f"{gives} {_where(snippet)}")
        self._view.show_code(preview.snippet, snippet.lexer, obstacle)
        self._authkey.setPlaceholderText(_NO_AUTHKEY[self.mode])
        self._signed.setPlaceholderText(_TO_SIGN[self.mode])
        whose = f" · secret of {account}" if account else ""
        made = f"{preview.message}{whose}" if preview.authkey else ""
        for line, text in ((self._authkey, preview.authkey), (self._signed, made)):
            line.show_text(text)
            takes_focus = Qt.FocusPolicy.StrongFocus if text else Qt.FocusPolicy.NoFocus
            line.setFocusPolicy(takes_focus)
        self.copy_authkey_button.setEnabled(bool(preview.authkey))

    def _name_parts(self) -> None:
        """Set the accessible names of widgets without a label."""
        self._authkey.setAccessibleName("Authkey")
        self._signed.setAccessibleName("What was signed")
        for mode, button in self._modes.items():
            button.setAccessibleName(mode.value)
            button.setAccessibleDescription(mode.says)

    def _lay_out(self, trial: BrowserTrial) -> None:
        self._authkey.setFont(style.monospace())
        self._authkey.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._signed.setFont(style.small(self.font()))
        name = QLabel("Format", self)  # the only source of a combo box's accessible name on Linux
        name.setBuddy(self._format)
        name.hide()
        choice, authkey, copy, below = QHBoxLayout(), QGridLayout(), QHBoxLayout(), QHBoxLayout()
        choice.addWidget(self._format, stretch=2)
        choice.addStretch(1)
        choice.addWidget(Segmented(self._modes.values()))
        authkey.setHorizontalSpacing(SPACE)
        authkey.setVerticalSpacing(0)
        authkey.addWidget(FieldLabel("Auth&key", self._authkey), 0, 0)
        authkey.addWidget(self._authkey, 0, 1)
        copy.addWidget(self.copy_authkey_button)
        authkey.addLayout(copy, 0, 2)
        below.addWidget(self._signed)
        below.addWidget(trial.copy_button)
        for row in (copy, below):
            outdent(row, left=False)
        signed = authkey.rowCount()
        authkey.addWidget(FieldLabel("Signed"), signed, 0)
        authkey.addLayout(below, signed, 1, 1, 2)
        authkey.setRowMinimumHeight(signed, style.room(trial.copy_button))  # nothing may move
        self.content.addLayout(choice)
        self.content.addWidget(self._gives)
        self.content.addWidget(self._view, stretch=1)
        self.content.addLayout(authkey)
        self.content.addSpacing(TIGHT)
        self.content.addWidget(self.footer)
        self.choose_mode(Mode.AUTHENTICATED)


def _where(snippet: Snippet) -> str:
    """Return a sentence saying where the snippet goes."""
    if snippet.needs_account:
        return "A complete page for testing."
    if snippet.only:
        return "Goes below the customer's snippet."
    if snippet.of_customer:
        return "Goes below Re:amaze's code."
    return "Goes into the shop's own code."
