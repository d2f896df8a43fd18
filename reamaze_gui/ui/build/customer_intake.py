"""Fills the form with a customer: pasted, saved, loaded from a page, or the previous one."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from reamaze_gui.core.customer import Customer
from reamaze_gui.core.customer_label import abridged, customer_label, display_name
from reamaze_gui.core.saved import Saved, name_for
from reamaze_gui.ui.build.customer_form import CustomerForm
from reamaze_gui.ui.build.pasted_rows import PastedRows
from reamaze_gui.ui.runtime import clipboard
from reamaze_gui.ui.runtime.background import Background
from reamaze_gui.ui.widgets.question import Option, Question

if TYPE_CHECKING:  # imported only once something is pasted
    from reamaze_gui.ui.build.pasted import Pasted, PastedRow

_READING = "Reading the clipboard…"
_LONG = 5_000  # characters from which a paste is read in the background
_MOST = 2  # other accounts to offer by name; the header has them all
_HINT = "Copy a row of a table, a contact, JSON or a snippet first."


@dataclass(frozen=True, slots=True)
class Accounts:
    """The account in use, the known ones, and a function to switch."""

    current: Callable[[], str]
    known: Callable[[], tuple[str, ...]]
    switch_to: Callable[[str], None]


class CustomerIntake(QObject):
    """Replaces the customer in the form; a failure becomes a question, which blocks copying.

    Signals: `status_message(sentence)`.
    """

    status_message = Signal(str)

    def __init__(
        self,
        form: CustomerForm,
        question: Question,
        rows: PastedRows,
        accounts: Accounts,
        secrets: Callable[[], tuple[str, ...]],
    ) -> None:
        super().__init__(form)
        self._secrets = secrets
        self._rows = rows
        self._row: PastedRow | None = None  # the pasted row in the form
        self._previous_row: PastedRow | None = None  # the pasted row that Ctrl+Z would restore
        self._form = form
        self._question = question
        self._accounts = accounts
        self._asked_at: str | None = None  # the account in use when the question about it was asked
        self._next_question: Callable[[], None] | None = None  # asked after that one
        self.previous: Saved | None = None  # the customer and account that Ctrl+Z would restore
        self._background = Background(self)
        self._is_reading = False
        form.edited.connect(self._follow_edit)
        form.row_pasted.connect(self.take)
        rows.switched.connect(self._switch_row)

    def clear(self) -> None:
        """Empty the form."""
        before = self._form.value()
        self._replace(Saved("", Customer()))
        whom = customer_label(before) if before != Customer() else ""
        self._say(f"Cleared: {whom}." if whom else "The form was emptied.")

    def paste(self) -> None:
        """Paste the customer on the clipboard; HTML is tried first if it contains a table."""
        data = clipboard.clipboard_data()
        html = data.html()
        tables = [html] if "<table" in html.lower() else []
        self.take(*tables, data.text())

    @Slot(str)
    def take(self, *texts: str) -> None:
        """Paste the customer in the first text that has one, or ask whether to keep the form.

        Long texts are read in the background, and nothing can be copied until then.
        """
        from reamaze_gui.ui.build.pasted import read_pasted

        self._stop_reading()
        self.status_message.emit("")  # it may be about the paste before
        read = partial(read_pasted, texts, self._secrets())
        if sum(map(len, texts)) <= _LONG:
            self._take(read())
            return
        self._is_reading = True
        self._background.run(read, self._take)
        self._ask_whether(_READING, ("Stop reading", self._stop_reading))

    def replace(self, new: Saved, did: str) -> None:
        """Put a customer into the form, and switch to the account if it isn't empty.

        `did` begins the status message, such as "Pasted".
        """
        switches = new.account not in ("", self._accounts.current())
        self._replace(new)
        to = f" The account is now {abridged(new.account)}." if switches else ""
        self._say(f"{did}: {customer_label(new.customer, self._accounts.current())}.{to}")

    def load(self, new: Saved, did: str = "Loaded") -> None:
        """Put a page's customer into the form; ask for the account unless it is a known one.

        The account is as the page names it, or empty.
        """
        account, current, known = new.account, self._accounts.current(), self._accounts.known()
        named = next((each for each in known if each.lower() == account.lower()), "")
        others = [each for each in known if each != current]
        if not current or named or account == current or not (account or others):
            self.replace(replace(new, account=named or account), did)
            return
        self._replace(replace(new, account=""))
        self._say(f"{did}: {customer_label(new.customer, '')}.")
        if account:
            page = f"the account {abridged(account)}"
            self._ask_for_account(f"This page is for {page}, which is not in your list.", account)
        else:
            self._ask_for_account("The page doesn't say which account it is for.", *others[:_MOST])

    def restore(self) -> None:
        """Switch between the previous customer and the one in the form."""
        if back := self.previous:
            self._stop_reading()
            self._ask_no_more()
            self.previous = self.current
            self._switch_account(back.account)
            row, self._previous_row = self._previous_row, self._hide_rows()
            self._form.fill(back.customer, back.attributes)
            if row:
                self._show_row(row)
            now = customer_label(self._form.value(), self._accounts.current())
            self.status_message.emit(
                f"Previous customer restored. Press Ctrl+Z to switch back. Now: {now}."
            )

    @property
    def current(self) -> Saved:
        """The customer in the form, for the account in use, under the default name."""
        customer = self._form.value()
        return Saved(name_for(customer), customer, self._accounts.current(), self._form.attributes)

    @property
    def _is_empty(self) -> bool:
        return self._form.value() == Customer() and not self._form.attributes

    @Slot()
    def follow_account(self) -> None:
        """Settle the question about the account once the user has switched."""
        if self._asked_at not in (None, self._accounts.current()):
            self._question.settle()
            self._settle_account()

    @Slot()
    def _follow_edit(self) -> None:
        """Settle a question about the customer, who was edited; not one about the account."""
        if self._asked_at is None and not self._is_reading:
            self._question.settle()
        if self._row:
            self._row.edit(self._form.value(), self._form.attributes)
            self._show_row(self._row)

    def _show_row(self, row: "PastedRow") -> None:
        """Show the list of pasted customers, with this one in the form."""
        self._row = row
        self._rows.show_rows(row.readings, row.at)

    def _hide_rows(self) -> "PastedRow | None":
        """Hide the list of pasted customers; return the row that was in the form."""
        row, self._row = self._row, None
        self._rows.setVisible(False)
        return row

    def _stop_reading(self) -> None:
        """Stop waiting for a paste."""
        self._is_reading = False
        self._background.abandon()

    def _take(self, pasted: "Pasted") -> None:
        """Use the first customer of a paste."""
        if self._is_reading and self._asked_at is None:
            self._question.settle()
        self._is_reading = False
        if pasted.trouble:
            self._refuse(pasted.trouble)
        else:
            from reamaze_gui.ui.build.pasted import PastedRow

            self._offer(PastedRow(pasted, [*pasted.paste.readings], 0), "Pasted")

    @Slot(int)
    def _switch_row(self, at: int) -> None:
        """Switch to another of the pasted customers."""
        if row := self._row:
            self._offer(replace(row, at=at), f"{at + 1} of {len(row.readings):,}")

    def _offer(self, row: "PastedRow", did: str, label: str = "") -> None:
        """Use a pasted customer, or ask about what is doubtful; `label` is an answer."""
        if label:
            row.choose(label)
        fill = partial(self._fill, row, did)
        if row.reading.certain:
            fill()
        else:
            choices = ((each, partial(self._offer, row, did, each)) for each in row.choices)
            certain = ("Fill in what is certain", fill)
            self._ask_whether(" ".join((*row.whose, *row.reading.doubts)), *choices, certain)

    def _fill(self, row: "PastedRow", did: str) -> None:
        """Fill the form, and say what in the paste was damaged or not used."""
        reading, pasted = row.reading, row.pasted
        new = Saved("", reading.customer, pasted.account, reading.attributes)
        if pasted.account:
            self.load(new, did)
        else:
            self.replace(new, did)
        self._show_row(row)
        says = " ".join((*reading.warnings, pasted.unused(reading))).strip()
        if says and not self._question.obstacle:
            self._question.inform(says)

    def _refuse(self, why: str) -> None:
        """Say why nothing was pasted; a customer in the form can be copied only once confirmed."""
        if self._is_empty:
            self._question.inform(f"{why} {_HINT}")
        else:
            self._ask_whether(why)

    def _ask_whether(self, says: str, *choices: Option) -> None:
        """Ask whether to keep the customer in the form; a question about the account goes first."""
        if self._question.obstacle and self._asked_at is not None:
            self._next_question = partial(self._ask_whether, says, *choices)
            self.status_message.emit(says)
            return
        self._ask_no_more()
        if not self._is_empty:
            whose, name = "attributes", "the attributes"
            if (stays := self._form.value()) != Customer():
                whose, name = customer_label(stays), display_name(stays)
            says = f"{says} The form still has {whose}."
            choices += ((f"Keep {name}", self._stop_reading),)
        self._question.ask(says, *choices)

    def _ask_for_account(self, says: str, *accounts: str) -> None:
        """Let the user switch to one of these accounts, or keep the current one."""
        current, switch_to = self._accounts.current(), self._accounts.switch_to
        self._asked_at = current
        switches = [(f"Switch to {abridged(each)}", partial(switch_to, each)) for each in accounts]
        name = abridged(current)
        self._question.ask(
            f"{says} {name} is in use. Choose the account to go on with.",
            *switches,
            (f"Keep {name}", self._settle_account),
        )

    def _settle_account(self) -> None:
        """Go on to the next question once the account was chosen."""
        ask = self._next_question
        self._ask_no_more()
        if ask:
            ask()

    def _ask_no_more(self) -> None:
        """Forget the question about the account, and the next one."""
        self._asked_at = self._next_question = None

    def _replace(self, new: Saved) -> None:
        """Fill the form, remember the previous customer, and switch to the account if given."""
        before, row = self.current, self._hide_rows()
        self._stop_reading()
        self._ask_no_more()
        self._switch_account(new.account)
        self._form.fill(new.customer, new.attributes)
        same = [(each.customer, each.attributes) for each in (new, Saved("", Customer()))]
        is_other = (before.customer, before.attributes) not in same
        if is_other or new.account not in ("", before.account):
            self.previous = before
            self._previous_row = row

    def _switch_account(self, account: str) -> None:
        """Switch to an account, unless it is empty."""
        if account not in ("", self._accounts.current()):
            self._accounts.switch_to(account)

    def _say(self, sentence: str) -> None:
        back = " Press Ctrl+Z to restore the previous customer." if self.previous else ""
        self.status_message.emit(f"{sentence}{back}")
