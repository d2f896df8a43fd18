"""Build: the customer on one side, what their page must contain on the other."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from time import monotonic

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from reamaze_gui.core.preview import Mode, Preview, compose
from reamaze_gui.core.snippets import GROUPS, SNIPPETS, Snippet
from reamaze_gui.core.whom import whom
from reamaze_gui.ui.account.secret_session import SecretSession
from reamaze_gui.ui.account.secret_state import Standing
from reamaze_gui.ui.build.browser_trial import BrowserTrial
from reamaze_gui.ui.build.customer_form import CustomerForm
from reamaze_gui.ui.build.customer_intake import Accounts, CustomerIntake
from reamaze_gui.ui.build.question import Question
from reamaze_gui.ui.build.snippet_view import SnippetView
from reamaze_gui.ui.runtime.background import Background
from reamaze_gui.ui.runtime.clipboard import Clipboard
from reamaze_gui.ui.runtime.settings import Settings
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.buttons import PrimaryButton
from reamaze_gui.ui.widgets.choice_box import ChoiceBox
from reamaze_gui.ui.widgets.mnemonics import Mnemonics
from reamaze_gui.ui.widgets.note import Note
from reamaze_gui.ui.widgets.scrolled import Scrolled
from reamaze_gui.ui.widgets.style import GAP, LEAST_CONTENT, LEAST_FORM, SHARES, SPACE, Tone

AskPath = Callable[[QWidget, str], str]
"""Asks the user where to save, from a suggested file name; returns a path, or '' for nowhere."""


def ask_path(parent: QWidget, suggested: str) -> str:
    """Ask with the system's own dialog."""
    from PySide6.QtWidgets import QFileDialog

    path, _ = QFileDialog.getSaveFileName(parent, "Save snippet", suggested)
    return path


class BuildPage(QSplitter):
    """The customer on the left, the snippet on the right, computed anew at every keystroke.

    Signals: `said(sentence)` for the status line; `account_needed(whether)` by the format.
    """

    said = Signal(str)
    account_needed = Signal(bool)

    def __init__(
        self,
        session: SecretSession,
        accounts: Accounts,
        settings: Settings,
        clipboard: Clipboard,
        mnemonics: Mnemonics,
        ask_path: AskPath = ask_path,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._session = session
        self._settings = settings
        self._clipboard = clipboard
        self._ask_path = ask_path
        self._saves: list[Background] = []
        self._preview = Preview()
        self._format = ChoiceBox()
        self._format_label = mnemonics.label("Format", self._format)
        self.form = CustomerForm(settings.region, mnemonics)
        self._question = Question()
        self.intake = CustomerIntake(self.form, self._question, accounts)
        self._modes = {mode: QRadioButton(mnemonics.mark(mode.value)) for mode in Mode}
        self._mode_note = Note()
        self._authkey = QLineEdit(readOnly=True, placeholderText="64 hexadecimal digits")
        self._signed = QLineEdit(readOnly=True, frame=False)
        self._snippet = SnippetView()
        self._obstacle = Note(lines=2)
        self.copy_snippet_button = mnemonics.button("Copy snippet", kind=PrimaryButton)
        self.copy_authkey_button = mnemonics.button("Copy", "Copy authkey")
        self.save_snippet_button = mnemonics.button("Save snippet…", "Save snippet")
        self.trial = BrowserTrial(self, session, self.form, clipboard, mnemonics)
        self._name_parts()
        self._lay_out(mnemonics)
        self._connect()
        self._refresh()

    @property
    def preview(self) -> Preview:
        """What is shown."""
        return self._preview

    @property
    def mode(self) -> Mode:
        """The mode that counts: the chosen one, in the formats where there is a choice."""
        chosen = next(mode for mode, button in self._modes.items() if button.isChecked())
        return chosen if self.snippet.has_modes else Mode.AUTHENTICATED

    @property
    def snippet(self) -> Snippet:
        """The chosen format."""
        return next(each for each in SNIPPETS if each.name == self._format.currentText())

    def choose_mode(self, mode: Mode) -> None:
        """Write the snippet in this mode, in the formats where there is a choice."""
        self._modes[mode].setChecked(True)

    def choose_format(self, name: str) -> None:
        """Write the snippet in the format of this name, one of `SNIPPETS`."""
        self._format.setCurrentText(name)

    def copy_authkey(self) -> None:
        """Put the authkey on the clipboard."""
        if self._preview.authkey:
            becomes = self._clipboard.copy(self._preview.authkey)
            self.said.emit(f"Copied: {self._whose}, the authkey alone. {becomes}")
        else:
            self.said.emit(self._obstacle_now or "There is no authkey in Weak SSO.")

    def copy_snippet(self) -> None:
        """Put the snippet on the clipboard, or say what is still missing."""
        if self._preview.snippet:
            self.said.emit(f"Copied: {self._whose}. {self._clipboard.copy(self._preview.snippet)}")
        else:
            self.said.emit(self._obstacle_now)

    def save_snippet(self) -> None:
        """Ask for a file and write the snippet to it: whole, or not at all."""
        if not self._preview.snippet:
            self.said.emit(self._obstacle_now)
            return
        snippet, whose = self._preview.snippet.encode(), self._whose
        if path := self._ask_path(self, self.snippet.file_name):
            from reamaze_gui.whole_file import save_as

            self.said.emit("Saving the snippet…")
            save = Background(self)  # of its own: a folder that hangs holds up no other
            self._saves.append(save)
            then = partial(self._say_how_it_was_saved, path, whose)
            save.run(partial(save_as, path, snippet), then, writes=True)

    def finish(self, seconds: float) -> None:
        """Serve no page any more, and let snippets be saved, if that takes no longer."""
        self.trial.stop()
        deadline = monotonic() + seconds
        for save in self._saves:
            save.finish(deadline - monotonic())

    def _say_how_it_was_saved(self, path: str, whose: str, trouble: str) -> None:
        self.said.emit(trouble or f"Saved: {whose}, as {path}.")

    @property
    def _whose(self) -> str:
        """Whose the snippet is: the customer's and account's, or those of every customer."""
        if self.snippet.of_customer:
            return whom(self.form.value(), self._session.account)
        return ", ".join(filter(None, (f"{self.snippet.name} code", self._session.account)))

    @property
    def _obstacle_now(self) -> str:
        """Why there is no snippet or authkey, also where the keyring has yet to tell the secret."""
        if self._question.obstacle:
            return self._question.obstacle
        state = self._session.state
        waits = state.standing is Standing.ASKING and not state.secret
        return f"{self._preview.obstacle} {state.says if waits else ''}".strip()

    def _refresh(self) -> None:
        snippet, mode = self.snippet, self.mode
        preview = compose(
            self.form.value(),
            self._session.state.secret,
            snippet,
            mode=mode,
            region=self.form.region,
            account=self._session.account,
        )
        if self._question.obstacle:  # nothing is there to be copied before the user has chosen
            preview = replace(preview, message="", authkey="", snippet="", gives="")
        self._render(preview, snippet, mode)

    def _render(self, preview: Preview, snippet: Snippet, mode: Mode) -> None:
        self._preview = preview
        self.form.show_preview(preview, mode)
        for choice in self._modes.values():
            choice.setEnabled(snippet.has_modes)
        self._mode_note.say(mode.says if snippet.has_modes else "The same in both modes.")
        self._authkey.setText(preview.authkey)
        self._authkey.setCursorPosition(0)
        account = self._session.account
        whose = f" with the secret of {account}" if account else ""
        self._signed.setText(f"HMAC-SHA256 of {preview.message}{whose}" if preview.authkey else "")
        self._signed.setCursorPosition(0)
        self._snippet.show_code(preview.snippet, snippet.lexer)
        asks = self._question.obstacle
        self.trial.follow(preview, mode if snippet.signs else Mode.WEAK, asks)
        obstacle = asks or preview.obstacle
        self._obstacle.say(obstacle or self._beside_the_code, Tone.MUTED)
        self.copy_authkey_button.setEnabled(bool(preview.authkey))
        for button in (self.copy_snippet_button, self.save_snippet_button):
            button.setEnabled(bool(preview.snippet))
            button.setAccessibleDescription(obstacle)

    @property
    def _beside_the_code(self) -> str:
        """What is to be said where there is a snippet."""
        obstacle = self.trial.obstacle
        says = f"{self._preview.gives} It can't be tried in a browser yet. {obstacle}"
        return says.lstrip() if obstacle else self._preview.gives

    def _name_parts(self) -> None:
        """Give what has no label of its own the name that screen readers know it by."""
        self._authkey.setAccessibleName("Authkey")
        self._signed.setAccessibleName("What was signed")
        self._format.setAccessibleName("Format")
        for mode, button in self._modes.items():
            button.setAccessibleName(mode.value)
            button.setAccessibleDescription(mode.says)

    def _lay_out(self, mnemonics: Mnemonics) -> None:
        self._authkey.setFont(style.monospace())
        self._authkey.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._signed.setFont(style.small(self.font()))
        style.make_see_through(self._signed)
        self._format.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._format.setMinimumContentsLength(18)
        self._format.setMaxVisibleItems(len(SNIPPETS) + len(GROUPS))
        for group in GROUPS:
            self._format.addItem(group)
            self._disable_last_format()
            self._format.addItems([each.name for each in SNIPPETS if each.group == group])
        self.choose_format(self._settings.format)
        self._snippet.setPlaceholderText("The snippet appears here.")
        self.choose_mode(Mode.AUTHENTICATED)
        self.addWidget(self._left(mnemonics))
        self.addWidget(self._right())
        self.setChildrenCollapsible(False)
        self.setHandleWidth(GAP)
        for at, share in enumerate(SHARES):
            self.setStretchFactor(at, share)
        self.restoreState(self._settings.split)

    def _left(self, mnemonics: Mnemonics) -> QWidget:
        authkey = QHBoxLayout()
        authkey.addWidget(self._authkey)
        authkey.addWidget(self.copy_authkey_button)
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, SPACE, 0)
        layout.addWidget(self._question)
        layout.addWidget(self.form)
        for button in self._modes.values():
            layout.addWidget(button)
        layout.addWidget(self._mode_note)
        layout.addSpacing(SPACE)
        layout.addWidget(mnemonics.label("Authkey", self._authkey))
        layout.addLayout(authkey)
        layout.addWidget(self._signed)
        layout.addStretch()
        style.give_room(column)
        return Scrolled(column, at_least=LEAST_FORM, at_most=(LEAST_CONTENT[0], LEAST_FORM[1]))

    def _right(self) -> QWidget:
        choice = QHBoxLayout()
        choice.addWidget(self._format_label)
        choice.addWidget(self._format, stretch=1)
        buttons = QGridLayout()
        buttons.addWidget(self.copy_snippet_button, 0, 0)
        buttons.addWidget(self.save_snippet_button, 0, 1)
        buttons.addWidget(self.trial.try_button, 1, 0)
        buttons.addWidget(self.trial.copy_button, 1, 1)
        buttons.setColumnStretch(2, 1)
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(choice)
        layout.addWidget(self._snippet, stretch=1)
        layout.addWidget(self._obstacle)
        layout.addLayout(buttons)
        style.give_room(column)
        return column

    def _disable_last_format(self) -> None:
        """Make a heading of the last entry."""
        model = self._format.model()
        if isinstance(model, QStandardItemModel):
            model.item(self._format.count() - 1).setEnabled(False)

    def _need_account(self) -> None:
        self.account_needed.emit(self.snippet.needs_account)

    def _connect(self) -> None:
        self._session.changed.connect(self.intake.follow_account)
        self._session.changed.connect(self._refresh)
        self._question.changed.connect(self._refresh)
        self.intake.said.connect(self.said)
        self.form.changed.connect(self._refresh)
        self._format.currentIndexChanged.connect(self._refresh)
        self._format.currentIndexChanged.connect(self._need_account)
        self._modes[Mode.WEAK].toggled.connect(self._refresh)
        self.copy_authkey_button.clicked.connect(self.copy_authkey)
        self.copy_snippet_button.clicked.connect(self.copy_snippet)
        self.save_snippet_button.clicked.connect(self.save_snippet)
        self.trial.said.connect(self.said)

    def remember(self) -> None:
        """Write down what is kept for the next run: never the customer."""
        self._settings.split = self.saveState()
        self._settings.region = self.form.region
        self._settings.format = self.snippet.name
