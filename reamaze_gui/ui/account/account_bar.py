"""The account and its secret: the left side of the header, and the messages below it."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from reamaze_gui.core.remark import Severity
from reamaze_gui.ui.account.account_box import AccountBox
from reamaze_gui.ui.account.account_messages import AccountMessages, Remarks
from reamaze_gui.ui.account.account_popover import AccountPopover
from reamaze_gui.ui.account.remarks import about_account, about_secret, is_secret, is_wrong
from reamaze_gui.ui.account.secret_saving import SecretSaving
from reamaze_gui.ui.runtime.secret_session import SecretSession
from reamaze_gui.ui.runtime.secret_state import SecretState, SecretStatus
from reamaze_gui.ui.widgets import layouts, style
from reamaze_gui.ui.widgets.buttons import Button
from reamaze_gui.ui.widgets.note import Note, announce, tone_of
from reamaze_gui.ui.widgets.secret_edit import SecretEdit
from reamaze_gui.ui.widgets.style import SPACE, Tone

_DEBOUNCE_TIME = 400  # milliseconds without typing until the account's name is used

_TONES = {
    SecretStatus.SAVED: Tone.GOOD,
    SecretStatus.SESSION: Tone.WARNING,
    SecretStatus.LOCKED: Tone.WARNING,
    SecretStatus.FAILED: Tone.PROBLEM,
}


class AccountBar(QWidget):
    """The account's field, and where its secret is saved or else the secret's field.

    `messages` shows what is wrong and what can be done about it; it is not part of the bar's own
    layout. Signals: `settled` when the secret's field or button that had the focus is gone, since
    the secret is saved.
    """

    settled = Signal()

    hint = "“acme” in acme.reamaze.com"

    def __init__(self, session: SecretSession) -> None:
        super().__init__()
        self._session = session
        self._account_needed = False  # by the format
        self._account_asked = False  # by a command that needs it
        self._unnamed = True
        self._debounce = QTimer(self, singleShot=True, interval=_DEBOUNCE_TIME)
        self._changing = False
        self._announced = ""
        self._remarked: list[str] = []
        self._saving = SecretSaving(session)
        self.account = AccountBox()
        self._name = self.account.name
        self.secret = SecretEdit()
        self.save = Button("&Save", "Save secret")
        self._place = Note(beside=True)
        self._popover = AccountPopover(self.account, self)
        self.change, self.forget = self._popover.change, self._popover.forget
        self.remove = self._popover.remove
        self.messages = AccountMessages(self, self._name, self.secret)
        self.keep, self.remedy_button = self.messages.keep, self.messages.remedy_button
        self._lay_out()
        self._connect()

    def take_fields_back(self) -> None:
        """Put the fields that FirstStart borrowed back into the bar."""
        self._row.insertWidget(0, self.account)
        self._row.insertWidget(1, self.secret, stretch=1)
        self._row.insertWidget(2, self.save)
        for edit in (self._name, self.secret):
            edit.setPlaceholderText(edit.accessibleName())
        self.show_state()

    def switch_to(self, account: str) -> None:
        """Switch to this account."""
        self.account.choose(account, 0)
        self.finish_account()

    def finish_account(self) -> None:
        """Use the account in the field without waiting for a pause in typing."""
        self.account.choose(self._name.text(), self._name.cursorPosition())
        self._take_account()
        self._unnamed = not self._session.account
        if self._account_asked:
            self._account_asked = False
            self.show_state()

    def add_account(self) -> None:
        """Start entering another account."""
        self.switch_to("")
        self.account.setFocus(Qt.FocusReason.OtherFocusReason)

    def change_secret(self) -> None:
        """Show the field to replace the saved secret."""
        self._changing = True
        self.show_state()
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_secret(self) -> None:
        """Drop what was typed, and use the saved secret again."""
        self._changing = False
        self.secret.wipe()
        self._follow()

    @Slot(bool)
    def require_account(self, needed: bool) -> None:  # noqa: FBT001 - a slot
        """Set whether the chosen format needs the account."""
        self._account_needed = needed
        self.show_state()

    @Slot()
    def ask_for_account(self) -> None:
        """Ask the user for the account, unless a valid one is entered."""
        self.finish_account()
        if not self._name.text() or is_wrong(self._name.text()):
            self.account.setFocus(Qt.FocusReason.OtherFocusReason)
            self._account_asked = True
            self.show_state()

    def show_state(self) -> None:
        """Show the state of the secret and what can be done."""
        state = self._session.state
        says, tone = state.says, _TONES.get(state.status, Tone.MUTED)
        if refusal := self._saving.refusal:
            says = f"{refusal} {says}" if state.remedy.value else refusal
            tone = Tone.WARNING
        is_redundant = state.status is SecretStatus.SAVED and not state.remedy.value
        self._place.say(f"Secret in {state.place}" if state.place else "", Tone.GOOD)
        self._place.setToolTip(state.says)
        self.messages.say("" if is_redundant and not self._changing else says, tone)
        remarks = self._remarks()
        self._describe(remarks, says)
        self._offer(state, remarks)
        if self.isVisible() and state.says != self._announced:
            self._announced = state.says
            announce(self, state.says)

    @Slot()
    def _follow(self) -> None:
        """Update after the session changed."""
        status = self._session.state.status
        # Once typing over a saved secret has begun, the field stays even if it is emptied.
        self._changing |= self._session.replaces and status is not SecretStatus.ASKING
        self._saving.update(is_saved=status is SecretStatus.SAVED and not self._changing)
        self.show_state()

    def _offer(self, state: SecretState, remarks: Remarks) -> None:
        """Show and enable what can be done now; move the focus off anything that goes away."""
        saved = state.status is SecretStatus.SAVED
        is_asked = state.status is SecretStatus.ASKING
        changing = self._changing and not is_asked
        can_type = not saved or changing
        remedy = state.remedy.value
        enabled = {
            self.secret.eye: can_type,
            self.save: can_type and self._session.can_save,
            self.change: saved and not changing,
            self.forget: saved and not changing,
        }
        shown = {self.secret: can_type, self.save: can_type, self.keep: changing}
        gone = self.messages.leaving(remarks, remedy)
        gone |= {widget for widget, can in enabled.items() if not can}
        gone |= {widget for widget, can in shown.items() if not can}
        focused = self.window().focusWidget()
        self.secret.setVisible(can_type)
        self.save.setVisible(can_type)
        self._place.setVisible(not can_type)
        for widget, can in enabled.items():
            widget.setEnabled(can)
        if focused in gone:  # pressing again must not do something else
            if can_type:
                self.secret.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.settled.emit()
        refused = bool(self._saving.refusal)
        self.messages.show_remarks(remarks, remedy, with_note=refused, can_keep=changing)

    def _remarks(self) -> Remarks:
        needed, state = self._account_needed or self._account_asked, self._session.state
        is_saved = state.status is SecretStatus.SAVED and not self._changing
        secret = state.secret.value if is_saved and state.secret else self.secret.text()
        return {
            self._name: about_account(self._session, self._name.text(), needed=needed),
            self.secret: about_secret(self._session, secret),
        }

    def _describe(self, remarks: Remarks, says: str) -> None:
        """Update the accessible descriptions, and announce new remarks."""
        texts = {edit: [each.says for each in about] for edit, about in remarks.items()}
        self.secret.setAccessibleDescription(" ".join([*texts[self.secret], says]))
        for each in (self.account, self._name):
            each.setAccessibleDescription(" ".join(texts[self._name]) or self.hint)
        now = [sentence for sentences in texts.values() for sentence in sentences]
        if new := [each for each in now if each not in self._remarked]:
            announce(self, " ".join(new))
        self._remarked = now
        for edit, about in remarks.items():
            wrong = [each for each in about if each.severity is not Severity.MISSING]
            field = edit if edit is self.secret else self.account
            style.set_tone(field, tone_of(wrong) if wrong else None)

    def _correct(self, edit: QLineEdit, value: str) -> None:
        self._unnamed |= edit is self._name  # the typed secret is for the corrected account
        edit.setText(value)
        self.finish_account()
        edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_name(self, name: str) -> None:
        """Debounce the name, but take a correction of one that was marked wrong at once."""
        self._debounce.start()
        if is_wrong(self._session.account) and not is_wrong(name):
            self._take_account()

    def _take_account(self) -> None:
        """Switch to the account in the field.

        A secret that was typed before any account was entered is carried along to it; any other
        stays with its account.
        """
        self._debounce.stop()
        text = self._name.text()
        account = "" if is_secret(self._session, text) else text
        if account != text:
            self.show_state()
        if account == self._session.account:
            return
        self._changing = False
        self._session.set_account(account, carry=self._unnamed)
        self._show_typed()

    def _show_typed(self) -> None:
        typed = self._session.typed
        self.secret.setText(typed.value if typed else "")

    def _save(self, *, on_purpose: bool) -> None:
        """Save, or say why not: Return works even if the button is disabled."""
        self.finish_account()
        if not self._saving.try_to_save(on_purpose=on_purpose):
            self.show_state()
            announce(self, self._saving.refusal)

    @Slot()
    def _forget(self) -> None:
        self._session.forget()
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _open_list(self) -> None:
        self.finish_account()
        known = tuple(map(self.account.itemText, range(self.account.count())))
        self.remove.setEnabled(self._session.account in known)
        self._popover.offer(known, self._session.account)
        self._popover.present()

    def _lay_out(self) -> None:
        self._row = layouts.row(SPACE, self)
        self._row.addWidget(self._place, stretch=1)
        self._place.setWordWrap(False)
        self.take_fields_back()

    def _connect(self) -> None:
        self._name.textChanged.connect(self._follow_name)
        self.account.shortcut_pressed.connect(self._take_account)
        self.account.list_asked.connect(self._open_list)
        self._name.editingFinished.connect(self.finish_account)
        self._debounce.timeout.connect(self._take_account)
        self.account.activated.connect(self.finish_account)
        self._popover.chosen.connect(self.switch_to)
        self._popover.add_asked.connect(self.add_account)
        self.secret.textChanged.connect(self._session.type_secret)
        self.secret.returnPressed.connect(partial(self._save, on_purpose=False))
        self.save.clicked.connect(partial(self._save, on_purpose=True))
        self.change.clicked.connect(self.change_secret)
        self.keep.clicked.connect(self.keep_secret)
        self.forget.clicked.connect(self._forget)
        self.messages.accepted.connect(self._correct)
        self.remedy_button.clicked.connect(self._session.apply_remedy)
        self._session.saved.connect(self._show_as_saved)
        self._session.restored.connect(self._show_typed)
        self._session.changed.connect(self._follow)

    def _show_as_saved(self, account: str) -> None:
        """Empty the field once its secret is in the keyring."""
        if account == self._session.account and not self._session.typed:
            self._changing = False
            self.secret.eye.setChecked(False)
            self.secret.wipe()
