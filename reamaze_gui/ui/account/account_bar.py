"""For which account does the window work, and where is its SSO secret?"""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reamaze_gui.core.account import check_account
from reamaze_gui.core.authkey import check_secret
from reamaze_gui.core.preview import ACCOUNT_LABEL, SECRET_LABEL
from reamaze_gui.core.remark import Remark, warning
from reamaze_gui.ui.account.account_box import AccountBox
from reamaze_gui.ui.account.secret_session import SecretSession
from reamaze_gui.ui.account.secret_state import SecretState, Standing
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.mnemonics import Mnemonics
from reamaze_gui.ui.widgets.note import Note, announce
from reamaze_gui.ui.widgets.remark_line import RemarkLine
from reamaze_gui.ui.widgets.secret_edit import SecretEdit
from reamaze_gui.ui.widgets.style import CLOSE, SPACE, Tone

_TYPING_PAUSE = 400  # milliseconds for which an account's name stands still before it counts

_ACCOUNT_HINT = "the acme of acme.reamaze.com"

_TONES = {
    Standing.SAVED: Tone.GOOD,
    Standing.SESSION: Tone.WARNING,
    Standing.LOCKED: Tone.WARNING,
    Standing.FAILED: Tone.PROBLEM,
}

_Remarks = Mapping[QLineEdit, Sequence[Remark]]


class AccountBar(QWidget):
    """The account, the secret's field and buttons; below, where it is kept, and what is wrong."""

    def __init__(self, session: SecretSession, mnemonics: Mnemonics) -> None:
        super().__init__()
        self._session = session
        self._account_needed = False  # by the format
        self._account_asked = False  # by something that can't go on without
        self._unnamed = True
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self._changing = False
        self._caps_lock = False
        self._announced = ""
        self._remarked: list[str] = []
        self._refusal = ""
        self.account = AccountBox()
        self._name = self.account.name
        self.secret = SecretEdit()
        self.shown = QToolButton()
        self.shown.setText("Show")
        self.shown.setCheckable(True)
        self.shown.setAccessibleName("Show secret")
        self.save = mnemonics.button("Save", "Save secret")
        self.change = mnemonics.button("Change…", "Change secret")
        self.forget = mnemonics.button("Forget", "Forget secret")
        self.note = Note(lines=2)
        self._lines = {self._name: RemarkLine(), self.secret: RemarkLine()}
        self.keep = QPushButton("Keep saved")
        self.keep.setAccessibleName("Keep saved")
        self.act = QPushButton()
        self.note.setMinimumHeight(max(self.note.minimumHeight(), style.room(self.act)))
        self._lay_out(mnemonics)
        self._connect()

    def set_accounts(self, known: tuple[str, ...]) -> None:
        """Offer these accounts in the list; what stands in the field stays as it is."""
        self.account.offer(known)

    def turn_to(self, account: str) -> None:
        """Work for this account from now on."""
        self.account.choose(account, len(account))
        self.finish_account()

    def finish_account(self) -> None:
        """Turn to the account whose name stands in the field, as it stands there now."""
        self.account.choose(self._name.text(), self._name.cursorPosition())
        self._take_account()
        self._unnamed = not self._session.account
        if self._account_asked:
            self._account_asked = False
            self.show_state()

    def change_secret(self) -> None:
        """Let another secret be typed over the saved one."""
        self._changing = True
        self.show_state()
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_secret(self) -> None:
        """Go on with the saved secret; what was typed over it is dropped."""
        self._changing = False
        self.secret.drop()
        self._follow()

    @Slot(bool)
    def require_account(self, needed: bool) -> None:  # noqa: FBT001 - a slot
        """Mind whether the chosen format names the account."""
        self._account_needed = needed
        self.show_state()

    @Slot()
    def ask_for_account(self) -> None:
        """Have an account named, if none stands in the field by now."""
        self.finish_account()
        if any(remark.stops for remark in check_account(self._name.text(), needed=True)):
            self.account.setFocus(Qt.FocusReason.OtherFocusReason)
            self._account_asked = True
            self.show_state()

    def show_state(self) -> None:
        """Show where the secret stands, and what can be done."""
        state = self._session.state
        says, tone = state.says, _TONES.get(state.standing, Tone.MUTED)
        if self._refusal:
            says, tone = f"{self._refusal} {says}", Tone.WARNING
        self.note.say(says, tone)
        remarks = self._remarks()
        self._describe(remarks, says)
        self._offer(state, remarks)
        if self.isVisible() and state.says != self._announced:
            self._announced = state.says
            announce(self.note, state.says)

    @Slot()
    def _follow(self) -> None:
        """Go along with what has become of the secret, and show it."""
        standing = self._session.state.standing
        # Whoever has typed over a saved secret goes on with that, also from an empty field.
        self._changing |= self._session.replaces and standing is not Standing.ASKING
        is_kept = standing is Standing.SAVED and not self._changing
        if is_kept or self._refusal != _refusal(self._session.fault):
            self._refusal = ""
        self.show_state()

    def _offer(self, state: SecretState, remarks: _Remarks) -> None:
        """Enable and show what can be done now; who was at something else is led on."""
        saved = state.standing is Standing.SAVED
        changing = self._changing and state.standing is not Standing.ASKING
        can_type = not saved or changing
        enabled = {
            self.secret: can_type,
            self.change: saved and not changing,
            self.forget: saved and not changing,
            self.save: self._session.can_save,
            self.shown: can_type,
        }
        action = state.action.value
        gone = {widget for widget, can in enabled.items() if not can}
        lines = ((line.fix, remarks[edit], line) for edit, line in self._lines.items())
        gone |= {fix for fix, about, line in lines if fix and not line.keeps(about)}
        gone |= set() if action == self.act.accessibleName() else {self.act}
        gone |= set() if changing else {self.keep}
        for widget in enabled.keys() - gone:
            widget.setEnabled(True)
        if self.window().focusWidget() in gone:  # a second press must not do something else
            target = self.secret if can_type else self.change
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        for widget in enabled.keys() & gone:
            widget.setEnabled(False)
        self.keep.setVisible(changing)
        self.act.setText(action)
        self.act.setAccessibleName(action)
        self.act.setVisible(bool(action))
        before: QWidget = self.act
        for edit, line in self._lines.items():
            before = line.show_remarks(remarks[edit], before)
        self.secret.setPlaceholderText("" if can_type else "•" * 12)

    def _remarks(self) -> _Remarks:
        """Return what is to be said about the account and the typed secret, by their fields."""
        typed = self.secret.text()
        needed = self._account_needed or self._account_asked
        about_secret = [*check_secret(typed)] if typed else []
        if self._caps_lock:
            about_secret.append(warning("Caps Lock is on."))
        return {
            self._name: [*check_account(self._name.text(), needed=needed)],
            self.secret: about_secret,
        }

    def _describe(self, remarks: _Remarks, says: str) -> None:
        """Tell a screen reader what is said, where it belongs, and at once what is new in it."""
        told = {edit: [each.says for each in about] for edit, about in remarks.items()}
        self.secret.setAccessibleDescription(" ".join([*told[self.secret], says]))
        for each in (self.account, self._name):
            each.setAccessibleDescription(" ".join(told[self._name]) or _ACCOUNT_HINT)
        now = [sentence for sentences in told.values() for sentence in sentences]
        if new := [each for each in now if each not in self._remarked]:
            announce(self.note, " ".join(new))
        self._remarked = now

    def _correct(self, edit: QLineEdit, value: str) -> None:
        """Put the corrected value in."""
        self._unnamed |= edit is self._name  # the same account, by its right name
        edit.setText(value)
        self.finish_account()
        edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_account(self) -> None:
        """Turn to the account whose name has stood still for a while.

        A secret that was typed before any account was named is meant for the one that is named
        now, letter by letter; every other stays with its account.
        """
        self._pause.stop()
        account = self._name.text()
        if account == self._session.account:
            return
        self._changing = False
        self._session.set_account(account, carry=self._unnamed)
        self._show_typed()

    def _show_typed(self) -> None:
        typed = self._session.typed
        self.secret.setText(typed.value if typed else "")

    def _save(self) -> None:
        """Save, or say why not: Return is pressed also where the button can't be."""
        self.finish_account()
        if fault := self._session.fault:
            self._refusal = _refusal(fault)
            self.show_state()
            announce(self.note, self._refusal)
        else:
            self._session.save()

    def _see_caps_lock(self, on: bool) -> None:  # noqa: FBT001 - a slot
        if on is not self._caps_lock:
            self._caps_lock = on
            self.show_state()

    def _lay_out(self, mnemonics: Mnemonics) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE)
        row = (
            mnemonics.label(ACCOUNT_LABEL, self.account),
            self.account,
            mnemonics.label(SECRET_LABEL, self.secret),
            self.secret,
            self.shown,
            self.save,
            self.change,
            self.forget,
        )
        for column, widget in enumerate(row):
            grid.addWidget(widget, 0, column)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 2)
        standing, remarks = QHBoxLayout(), QHBoxLayout()
        standing.addWidget(self.note, stretch=1)
        standing.addWidget(self.keep, alignment=Qt.AlignmentFlag.AlignTop)
        standing.addWidget(self.act, alignment=Qt.AlignmentFlag.AlignTop)
        for line in self._lines.values():
            remarks.addWidget(line)
        below = QVBoxLayout()
        below.setSpacing(CLOSE)
        for each in (standing, remarks):
            each.setSpacing(SPACE)
            below.addLayout(each)
        below.addStretch()
        at, room = grid.rowCount(), 2 * self.note.minimumHeight() + CLOSE
        grid.addLayout(below, at, 0, 1, len(row))
        grid.setRowMinimumHeight(at, room)
        style.give_room(self)

    def _connect(self) -> None:
        self._name.textChanged.connect(lambda _text: self._pause.start())
        self.account.command_due.connect(self._take_account)
        self._name.editingFinished.connect(self.finish_account)
        self._pause.timeout.connect(self._take_account)
        self.account.activated.connect(self.finish_account)
        self.secret.textChanged.connect(self._session.type_secret)
        self.secret.caps_lock_seen.connect(self._see_caps_lock)
        self.secret.returnPressed.connect(self._save)
        self.shown.toggled.connect(lambda on: self.secret.show_secret(shown=on))
        self.save.clicked.connect(self._save)
        self.change.clicked.connect(self.change_secret)
        self.keep.clicked.connect(self.keep_secret)
        self.forget.clicked.connect(self._session.forget)
        for edit, line in self._lines.items():
            line.accepted.connect(partial(self._correct, edit))
        self.act.clicked.connect(self._session.act)
        self._session.saved.connect(self._show_as_saved)
        self._session.restored.connect(self._show_typed)
        self._session.changed.connect(self._follow)

    def _show_as_saved(self, account: str) -> None:
        """Empty the field once its secret is safe in the keyring."""
        if account == self._session.account and not self._session.typed:
            self._changing = False
            self.shown.setChecked(False)
            self.secret.drop()


def _refusal(fault: str) -> str:
    return f"Not saved: {fault}"
