"""The Build page: the customer on one side, the snippet on the other."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.customer_label import customer_label, display_name
from reamaze_gui.core.preview import Mode, Preview, compose
from reamaze_gui.core.saved import Saved
from reamaze_gui.core.snippets import Snippet
from reamaze_gui.ui.build.browser_trial import BrowserTrial
from reamaze_gui.ui.build.customer_card import CustomerCard
from reamaze_gui.ui.build.customer_form import CustomerForm
from reamaze_gui.ui.build.customer_intake import Accounts, CustomerIntake
from reamaze_gui.ui.build.pasted_rows import PastedRows
from reamaze_gui.ui.build.snippet_card import SnippetCard
from reamaze_gui.ui.runtime.clipboard import Clipboard
from reamaze_gui.ui.runtime.file_dialogs import FileDialogs
from reamaze_gui.ui.runtime.file_saving import FileContent, FileSaving
from reamaze_gui.ui.runtime.secret_session import SecretSession
from reamaze_gui.ui.runtime.secret_state import SecretStatus
from reamaze_gui.ui.runtime.settings import Settings
from reamaze_gui.ui.widgets.note import announce
from reamaze_gui.ui.widgets.question import Question
from reamaze_gui.ui.widgets.split import Split
from reamaze_gui.ui.widgets.style import FORM, GAP, WINDOW, Tone

_SETTLE = "Answer the question on the left first."
_CREDENTIALS = "Save authkeys: whoever has this file can sign in as these customers"


class BuildPage(Split):
    """The customer on the left, and on the right the snippet, recomputed at every keystroke.

    Signals: `status_message(sentence)`; `account_needed(whether)` by the format;
    `save_asked(people)` to save everybody who was pasted as customers.
    """

    status_message = Signal(str)
    account_needed = Signal(bool)
    save_asked = Signal(tuple)

    def __init__(
        self,
        session: SecretSession,
        accounts: Accounts,
        settings: Settings,
        clipboard: Clipboard,
        files: FileDialogs,
    ) -> None:
        super().__init__(GAP)
        self._session = session
        self._settings = settings
        self._saving = FileSaving(self, files)
        self._preview = Preview()
        self.form = CustomerForm(settings.region)
        self._question = Question()
        self._clipboard = clipboard
        self._rows = PastedRows()
        self.intake = CustomerIntake(
            self.form, self._question, self._rows, accounts, lambda: session.in_memory
        )
        self.trial = BrowserTrial(self, session, self.form, clipboard)
        self._customer_card = CustomerCard(self.form, self._question, self._rows)
        self._snippet_card = SnippetCard(self.trial)
        self.copy_snippet_button = self._snippet_card.footer.copy_button
        self.copy_authkey_button = self._snippet_card.copy_authkey_button
        self.save_snippet_button = self._snippet_card.footer.save_button
        self._lay_out()
        self._connect()
        self._refresh()

    @property
    def preview(self) -> Preview:
        """The preview that is shown."""
        return self._preview

    @property
    def mode(self) -> Mode:
        """The mode in effect: the chosen one, if the format has modes."""
        return self._snippet_card.mode

    @property
    def snippet(self) -> Snippet:
        """The chosen format."""
        return self._snippet_card.snippet

    @property
    def question(self) -> str:
        """The question to answer before anything can be copied or saved, or ""."""
        return self._question.obstacle

    def choose_mode(self, mode: Mode) -> None:
        """Choose the mode, for formats that have modes."""
        self._snippet_card.choose_mode(mode)

    def choose_format(self, name: str) -> None:
        """Choose a format by its name in `SNIPPETS`."""
        self._snippet_card.choose_format(name)

    def copy_authkey(self) -> None:
        """Copy the authkey, or say what is missing."""
        if self._preview.authkey:
            whose = f"{customer_label(self.form.value(), self._session.account)}, authkey only"
            self._report_copied(whose, self._clipboard.copy(self._preview.authkey, whose))
        else:
            self.status_message.emit(self._obstacle_now or "There is no authkey in Weak SSO.")

    def copy_snippet(self) -> None:
        """Copy the snippet, or say what is missing."""
        if self._preview.snippet:
            code, whose = self._preview.snippet, self._whose
            if self.snippet.of_customer:
                becomes = self._clipboard.copy(code, whose)
            else:
                becomes = self._clipboard.copy_harmless(code)
            self.copy_snippet_button.confirm()
            self._report_copied(whose, becomes)
        else:
            self.status_message.emit(self._obstacle_now)

    def save_snippet(self) -> None:
        """Ask for a file and save the snippet to it."""
        if not self._preview.snippet:
            self.status_message.emit(self._obstacle_now)
            return
        content = FileContent(self._preview.snippet.encode(), self._whose)
        self._saving.save(lambda: content, self.snippet.file_name, "Save snippet")

    def save_table(self) -> None:
        """Ask for a file and save the pasted customers to it, with authkeys and snippets."""
        if self.question:
            self.status_message.emit(self.question)
            return
        account = self._session.account
        write = partial(_table, self._rows.people(), self._session.state.secret, account)
        self._saving.save(write, "authkeys.csv", _CREDENTIALS, private=True)

    def save_all(self) -> None:
        """Ask for all pasted customers to be saved."""
        if self.question:
            self.status_message.emit(self.question)
        else:
            self.save_asked.emit(self._rows.people(self._session.account))

    def finish(self, seconds: float) -> None:
        """Stop serving the page, and wait up to `seconds` for files to be saved."""
        self.trial.stop()
        self._saving.finish(seconds)

    def _report_copied(self, whose: str, becomes: str) -> None:
        """Announce a copy that the footer shows; else put it into the status line."""
        says, footer = f"Copied: {whose}. {becomes}", self._snippet_card.footer
        if self._clipboard.line and not self._preview.obstacle:
            announce(footer, says)
        else:
            self.status_message.emit(says)

    @property
    def _whose(self) -> str:
        """The label of the customer and account, or of code for every customer."""
        if self.snippet.of_customer:
            return customer_label(self.form.value(), self._session.account)
        return ", ".join(filter(None, (f"{self.snippet.name} code", self._session.account)))

    @property
    def _obstacle_now(self) -> str:
        """Why there is no snippet or authkey, including a keyring that has not answered."""
        if self.question:
            return self.question
        state = self._session.state
        waits = state.status is SecretStatus.ASKING and not state.secret
        return f"{self._preview.obstacle} {state.says if waits else ''}".strip()

    def _refresh(self) -> None:
        snippet = self.snippet
        preview = compose(
            self.form.value(),
            self._session.state.secret,
            snippet,
            mode=self.mode,
            region=self.form.region,
            account=self._session.account,
            data=self.form.attributes,
        )
        if self.question:  # nothing can be copied until it is answered
            preview = replace(preview, message="", authkey="", snippet="", gives="")
        if preview.snippet != self._preview.snippet:
            self.copy_snippet_button.reset()
        self._preview = preview
        self.form.show_preview(preview, self.mode)
        obstacle = self._obstacle if self.form.value() != Customer() else ""
        self._snippet_card.show_preview(preview, self._session.account, obstacle)
        self.trial.follow(preview, self.mode, self.question)
        self._rows.set_obstacle(self.question)
        self._show_outcome()

    def _show_outcome(self) -> None:
        """Enable copying and saving, and show the obstacle, the last copy or a hint."""
        preview, footer, obstacle = self._preview, self._snippet_card.footer, self._obstacle
        if obstacle:
            footer.say(obstacle)
        elif copied := self._clipboard.line:
            footer.say(copied, Tone.GOOD)
        else:
            footer.say(self._hint)
        for button in (self.copy_snippet_button, self.save_snippet_button):
            button.setEnabled(bool(preview.snippet))
            button.setAccessibleDescription(self.question or obstacle)

    @property
    def _obstacle(self) -> str:
        """Why there is no snippet, or ""."""
        return _SETTLE if self.question else self._preview.obstacle

    @property
    def _hint(self) -> str:
        """What to say about a snippet that is ready."""
        return self._preview.gives or f"For {display_name(self.form.value())}"

    def _lay_out(self) -> None:
        self.choose_format(self._settings.format)
        for card in (self._customer_card, self._snippet_card):
            card.setParent(self)  # addWidget would show it, and so lay it out before it has a style
        self.setStretchFactor(1, 1)
        self.setSizes([FORM, WINDOW[0] - FORM])
        self.restoreState(self._settings.split)

    def _need_account(self) -> None:
        self.account_needed.emit(self.snippet.needs_account)

    def _connect(self) -> None:
        card, customer = self._snippet_card, self._customer_card
        self._session.changed.connect(self.intake.follow_account)
        self._session.changed.connect(self._refresh)
        self._question.changed.connect(self._refresh)
        self._clipboard.changed.connect(self._show_outcome)
        self.intake.status_message.connect(self.status_message)
        self._saving.status_message.connect(self.status_message)
        self._rows.add_shortcuts(self)
        self._rows.save_asked.connect(self.save_all)
        self._rows.table_asked.connect(self.save_table)
        self.form.changed.connect(self._refresh)
        card.chosen.connect(self._refresh)
        card.chosen.connect(self._need_account)
        customer.paste_button.clicked.connect(self.intake.paste)
        customer.clear_button.clicked.connect(self.intake.clear)
        self.copy_authkey_button.clicked.connect(self.copy_authkey)
        self.copy_snippet_button.clicked.connect(self.copy_snippet)
        self.save_snippet_button.clicked.connect(self.save_snippet)
        self.trial.status_message.connect(self.status_message)

    def remember(self) -> None:
        """Save the settings for the next run; never the customer."""
        self._settings.split = self.saveState()
        self._settings.region = self.form.region
        self._settings.format = self.snippet.name


def _table(people: Iterable[Saved], secret: Secret | None, account: str) -> FileContent:
    from reamaze_gui.core.authkey_table import write_authkeys

    table = write_authkeys(people, secret)
    says = ", ".join(filter(None, (f"the authkeys of {table.says}", account)))
    return FileContent.of_table(table.text, says)
