"""For which account does the window work, and where is its SSO secret?"""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from reamaze_gui.core.account import check_account
from reamaze_gui.core.authkey import check_secret
from reamaze_gui.core.preview import ACCOUNT_LABEL, SECRET_LABEL
from reamaze_gui.core.remark import Remark
from reamaze_gui.ui import style
from reamaze_gui.ui.choice_box import ChoiceBox
from reamaze_gui.ui.mnemonics import Mnemonics
from reamaze_gui.ui.note import Note, announce
from reamaze_gui.ui.secret_edit import SecretEdit
from reamaze_gui.ui.secret_session import SecretSession, Standing
from reamaze_gui.ui.style import SPACE, Tone

_LONGEST_NAME = 253  # characters: of a host name, the longest that can be meant

# Letters that can always be seen of it.
_LEAST_OF_SECRET = 12

# How long an account's name stands still before it counts, in milliseconds.
_TYPING_PAUSE = 400

_KEEP = "Keep saved"
_ACCOUNT_HINT = "the acme of acme.reamaze.com"

_TONES = {
    Standing.SAVED: Tone.GOOD,
    Standing.SESSION: Tone.WARNING,
    Standing.LOCKED: Tone.WARNING,
    Standing.FAILED: Tone.PROBLEM,
}


class AccountBar(QWidget):
    """The account, the secret's field and buttons, and a line that says where the secret is."""

    def __init__(self, session: SecretSession, mnemonics: Mnemonics) -> None:
        super().__init__()
        self._session = session
        self._account_needed = False
        self._unnamed = True
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self._changing = False
        self._caps_lock = False
        self._announced: Standing | None = None
        self._remarked = ""
        self._name = QLineEdit()
        self._name.setMaxLength(_LONGEST_NAME)
        self._name.setPlaceholderText("acme")
        self.account = ChoiceBox()
        self.account.setLineEdit(self._name)
        self.account.setCompleter(None)  # type: ignore[arg-type]  # it would finish half a name
        self.account.setAccessibleName(ACCOUNT_LABEL)
        self._name.setAccessibleName(ACCOUNT_LABEL)
        self.account.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.account.setMinimumContentsLength(9)
        self.secret = SecretEdit()
        self.secret.setMinimumWidth(style.wide(self.secret, _LEAST_OF_SECRET))
        self.shown = QToolButton()
        self.shown.setText("Show")
        self.shown.setCheckable(True)
        self.shown.setAccessibleName("Show secret")
        self.save = _button("Save", "Save secret", mnemonics)
        self.change = _button("Change…", "Change secret", mnemonics)
        self._change_label = self.change.text()
        _make_room(self.change, _KEEP)
        self.forget = _button("Forget", "Forget secret", mnemonics)
        self.note = Note(lines=2)
        self.fix = QPushButton()
        self.act = QPushButton()
        self.note.setMinimumHeight(max(self.note.minimumHeight(), style.room(self.act)))
        self._lay_out(mnemonics)
        self._connect()

    def set_accounts(self, known: tuple[str, ...]) -> None:
        """Offer these accounts in the list; what stands in the field stays as it is."""
        text, cursor = self._name.text(), self._name.cursorPosition()
        self.account.blockSignals(True)
        self._name.blockSignals(True)
        self.account.clear()
        self.account.addItems(known)
        self._name.setText(text)
        self._name.setCursorPosition(cursor)
        self._name.blockSignals(False)
        self.account.blockSignals(False)

    def turn_to(self, account: str) -> None:
        """Work for this account from now on."""
        self._name.setText(account)
        self.finish_account()

    def finish_account(self) -> None:
        """Turn to the account whose name stands in the field, as it stands there now."""
        self._take_account()
        self._unnamed = not self._session.account

    def change_secret(self) -> None:
        """Let another secret be typed over the saved one, or give that up again."""
        self._changing = not self._changing
        self.secret.clear()
        self.show_state()
        if self._changing:
            self.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(bool)
    def require_account(self, needed: bool) -> None:  # noqa: FBT001 - a slot
        """Mind whether the chosen format names the account."""
        self._account_needed = needed
        self.show_state()

    @Slot()
    def ask_for_account(self) -> None:
        """Have an account named, if none stands in the field by now."""
        self.finish_account()
        self.require_account(True)
        self.account.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_state(self) -> None:
        """Show where the secret stands."""
        state = self._session.state
        saved = state.standing is Standing.SAVED
        self.secret.setEnabled(not saved or self._changing)
        self.secret.setPlaceholderText("•" * 12 if saved and not self._changing else "")
        self.shown.setEnabled(self.secret.isEnabled())
        self.save.setEnabled(self._session.can_save)
        self.change.setEnabled(saved or self._changing)
        self.change.setText(_KEEP if self._changing else self._change_label)
        self.forget.setEnabled(saved and not self._changing)
        remarks = self._remarks()
        caps_lock = ["Caps Lock is on."] if self._caps_lock else []
        says = " ".join([*(each.says for each, _ in remarks), *caps_lock, state.says])
        tone = _TONES.get(state.standing, Tone.MUTED)
        if remarks or caps_lock:
            tone = Tone.PROBLEM if any(each.stops for each, _ in remarks) else Tone.WARNING
        self.note.say(says, tone)
        self._describe(remarks, says)
        label = next((remark.fix.label for remark, _ in remarks if remark.fix), "")
        _offer(self.fix, label)
        _offer(self.act, state.action.value)
        if self.isVisible() and state.standing is not self._announced:
            self._announced = state.standing
            announce(self.note, state.says)

    def _remarks(self) -> list[tuple[Remark, QLineEdit]]:
        """Return what is to be said about the account and the typed secret, and where they are."""
        typed = self.secret.text()
        about_account = [
            (remark, self._name)
            for remark in check_account(self._name.text(), needed=self._account_needed)
        ]
        return about_account + [(remark, self.secret) for remark in check_secret(typed) if typed]

    def _describe(self, remarks: list[tuple[Remark, QLineEdit]], says: str) -> None:
        """Tell a screen reader what is said, where it belongs, and at once what is new in it."""
        self.secret.setAccessibleDescription(says)
        about_account = " ".join(each.says for each, edit in remarks if edit is self._name)
        for each in (self.account, self._name):
            each.setAccessibleDescription(about_account or _ACCOUNT_HINT)
        new = " ".join(each.says for each, _ in remarks if each.says not in self._remarked)
        if new:
            announce(self.note, new)
        self._remarked = says

    def _apply_fix(self) -> None:
        for remark, edit in self._remarks():
            if remark.fix:
                self._unnamed |= edit is self._name  # the same account, by its right name
                edit.setText(remark.fix.value)
                self.finish_account()
                return

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
        typed = self._session.typed
        self.secret.setText(typed.value if typed else "")

    def _save(self) -> None:
        self.finish_account()
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
        below = QHBoxLayout()
        below.setSpacing(SPACE)
        below.addWidget(self.note, stretch=1)
        below.addWidget(self.fix, alignment=Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.act, alignment=Qt.AlignmentFlag.AlignTop)
        grid.addLayout(below, 1, 0, 1, len(row))

    def _connect(self) -> None:
        self._name.textChanged.connect(lambda _text: self._pause.start())
        self._name.editingFinished.connect(self.finish_account)
        self._pause.timeout.connect(self._take_account)
        self.account.activated.connect(self.finish_account)
        self.secret.textChanged.connect(self._session.type_secret)
        self.secret.caps_lock_seen.connect(self._see_caps_lock)
        self.secret.returnPressed.connect(self.save.click)
        self.shown.toggled.connect(lambda on: self.secret.show_secret(shown=on))
        self.save.clicked.connect(self._save)
        self.change.clicked.connect(self.change_secret)
        self.forget.clicked.connect(self._session.forget)
        self.fix.clicked.connect(self._apply_fix)
        self.act.clicked.connect(self._session.act)
        self._session.saved.connect(self._show_as_saved)
        self._session.changed.connect(self.show_state)

    def _show_as_saved(self, account: str) -> None:
        """Empty the field once its secret is safe in the keyring."""
        if account == self._session.account and not self._session.typed:
            self._changing = False
            self.shown.setChecked(False)
            self.secret.clear()


def _button(text: str, name: str, mnemonics: Mnemonics) -> QPushButton:
    button = QPushButton(mnemonics.mark(text))
    button.setAccessibleName(name)
    return button


def _make_room(button: QPushButton, other: str) -> None:
    """Make a button as wide as its other text needs, so that nothing moves when it comes."""
    text = button.text()
    button.setText(other)
    button.setMinimumWidth(button.sizeHint().width())
    button.setText(text)


def _offer(button: QPushButton, label: str) -> None:
    button.setText(label.replace("&", "&&"))
    button.setAccessibleName(label)
    button.setVisible(bool(label))
