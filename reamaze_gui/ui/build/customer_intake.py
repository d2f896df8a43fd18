"""Fills the form with a customer who was pasted, saved or loaded, or with the previous one."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from reamaze_gui.core.attributes import Attribute
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.customer_label import abridged, customer_label, display_name
from reamaze_gui.core.saved import Saved, name_for
from reamaze_gui.ui.build.accounts import Accounts
from reamaze_gui.ui.build.customer_form import CustomerForm
from reamaze_gui.ui.build.pasted_rows import PastedRows
from reamaze_gui.ui.runtime import clipboard
from reamaze_gui.ui.runtime.background import Background
from reamaze_gui.ui.widgets.question import Option, Question

if TYPE_CHECKING:  # or it would be imported before anything is pasted
    from reamaze_gui.ui.build.pasted import Pasted, PastedRow

_READING = "Reading the clipboard…"
_LONG = 10_000  # characters that take long enough to be read in the background
_MOST = 2  # other accounts that are offered by name; the header has them all
_HINT = "Copy a row of a table, a contact, JSON or a snippet first."


class CustomerIntake(QObject):
    """Replaces the customer in the form; what fails to is said there, and stops the next Copy.

    Signals: `status_message(sentence)` for the status line.
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
        self._row: PastedRow | None = None  # of those that are listed, the one in the form
        self._previous_row: PastedRow | None = None  # the one that Ctrl+Z would restore
        self._form = form
        self._question = question
        self._accounts = accounts
        self._asked_at: str | None = None  # the account in use when another was asked about
        self._asked_next: Callable[[], None] = _do_nothing  # once that is settled
        self.previous: Saved | None = None  # whom Ctrl+Z would restore, and which account then
        self._background = Background(self)
        self._is_reading = False
        form.edited.connect(self._follow_edit)
        form.row_pasted.connect(self.take)
        rows.turned.connect(self._turn_to_row)

    def clear(self) -> None:
        """Empty the form."""
        before = self._form.value()
        self._replace(Customer(), "")
        self._say(
            "The form was emptied."
            if before == Customer()
            else f"Cleared: {customer_label(before)}."
        )

    def paste(self) -> None:
        """Take the customer who is on the clipboard: of a table, as the spreadsheet has it."""
        data = clipboard.clipboard_data()
        html = data.html()
        if "<table" in html.lower():
            self.take(html, data.text())
        else:
            self.take(data.text())

    @Slot(str)
    def take(self, *texts: str) -> None:
        """Take the customer in the first text that has one, or ask what is to become of the form.

        Long texts are read in the background, and nothing is copied before they are.
        """
        from reamaze_gui.ui.build.pasted import read_pasted

        self._stop_reading()
        read = partial(read_pasted, texts, self._secrets())
        if sum(map(len, texts)) <= _LONG:
            self._take(read())
            return
        self._is_reading = True
        self._background.run(read, self._take)
        self._ask_whether(_READING, Option("Stop reading", self._stop_reading))

    def replace(
        self,
        customer: Customer,
        did: str,
        account: str = "",
        attributes: tuple[Attribute, ...] = (),
    ) -> None:
        """Put a customer into the form, for another account where one is named.

        `did` says in a word or two what was done, such as "Pasted".
        """
        turns = bool(account) and account != self._accounts.current()
        self._replace(customer, account, attributes)
        to = f" The account is now {abridged(account)}." if turns else ""
        self._say(f"{did}: {customer_label(customer, self._accounts.current())}.{to}")

    def load(
        self,
        customer: Customer,
        account: str,
        did: str = "Loaded",
        attributes: tuple[Attribute, ...] = (),
    ) -> None:
        """Take the customer of a page: for its account where that is known, else ask for which.

        `account` is as the page names it, empty where it names none.
        """
        current, known = self._accounts.current(), self._accounts.known()
        named = next((each for each in known if each.lower() == account.lower()), "")
        others = [each for each in known if each != current]
        if not current or named or account == current or not (account or others):
            self.replace(customer, did, named or account, attributes)
            return
        self._replace(customer, "", attributes)
        self._say(f"{did}: {customer_label(customer, '')}.")  # for which account, is asked now
        if account:
            page = f"the account {abridged(account)}"
            self._ask_for_account(f"This page is for {page}, which is not in your list.", account)
        else:
            self._ask_for_account("The page doesn't say which account it is for.", *others[:_MOST])

    def restore(self) -> None:
        """Switch between the previous customer and the one in the form."""
        if back := self.previous:
            before, attributes = self._form.value(), self._form.attributes
            self._stop_reading()
            self._ask_no_more()
            at = self._turn_to(back.account)
            self.previous = Saved(name_for(before), before, at, attributes)
            row, self._previous_row = self._previous_row, self._leave_row()
            self._form.fill(back.customer, back.attributes)
            if row:
                self._show_row(row)
            now = customer_label(self._form.value(), self._accounts.current())
            self.status_message.emit(
                f"Previous customer restored. Press Ctrl+Z to switch back. Now: {now}."
            )

    @property
    def _is_empty(self) -> bool:
        return self._form.value() == Customer() and not self._form.attributes

    @Slot()
    def follow_account(self) -> None:
        """Ask for the account no longer once the user has turned to one."""
        if self._asked_at not in (None, self._accounts.current()):
            self._question.settle()
            self._settle_account()

    @Slot()
    def _follow_edit(self) -> None:
        """Take what was edited as meant; for which account it is, that has not told."""
        if self._asked_at is None and not self._is_reading:
            self._question.settle()
        if self._row:
            self._row.edit(self._form.value(), self._form.attributes)
            self._show_row(self._row)

    def _show_row(self, row: "PastedRow") -> None:
        """List those who were pasted with this one; this one is in the form."""
        self._row = row
        self._rows.show_rows(row.readings, row.at)

    def _leave_row(self) -> "PastedRow | None":
        """List nobody: whoever comes now is none of them, unless that is said. Return the row."""
        row, self._row = self._row, None
        self._rows.setVisible(False)
        return row

    def _stop_reading(self) -> None:
        """Wait no longer for what is being read."""
        self._is_reading = False
        self._background.abandon()

    def _take(self, pasted: "Pasted") -> None:
        """Take the first customer of a paste that was read."""
        if self._is_reading and self._asked_at is None:
            self._question.settle()
        self._is_reading = False
        if pasted.trouble:
            self._refuse(pasted.trouble)
        else:
            from reamaze_gui.ui.build.pasted import PastedRow

            self._offer(PastedRow(pasted, [*pasted.paste.readings], 0), "Pasted")

    @Slot(int)
    def _turn_to_row(self, at: int) -> None:
        """Take another of those who were pasted."""
        if row := self._row:
            self._offer(replace(row, at=at), f"{at + 1} of {len(row.readings):,}")

    def _offer(self, row: "PastedRow", did: str, label: str = "") -> None:
        """Take one of those in a paste, if it is certain who that is."""
        if label:
            row.choose(label)
        fill = partial(self._fill, row, did)
        if row.reading.certain:
            fill()
        else:
            choices = (Option(each, partial(self._offer, row, did, each)) for each in row.choices)
            certain = Option("Fill in what is certain", fill)
            self._ask_whether(" ".join(row.reading.doubts), *choices, certain)

    def _fill(self, row: "PastedRow", did: str) -> None:
        """Fill the form, and say there what of the paste was spoilt or not used."""
        reading, pasted = row.reading, row.pasted
        if pasted.account:
            self.load(reading.customer, pasted.account, did, reading.attributes)
        else:
            self.replace(reading.customer, did, attributes=reading.attributes)
        self._show_row(row)
        told = " ".join((*reading.warnings, pasted.unused(reading))).strip()
        if told and not self._question.obstacle:
            self._question.inform(told)

    def _refuse(self, why: str) -> None:
        """Say that nothing was taken; who stands in the form is not copied unless it is meant."""
        if self._is_empty:
            self._question.inform(f"{why} {_HINT}")
        else:
            self._ask_whether(why)

    def _ask_whether(self, says: str, *choices: Option) -> None:
        """Ask what is to become of who stands in the form; after the account, if that is asked."""
        if self._question.obstacle and self._asked_at is not None:
            self._asked_next = partial(self._ask_whether, says, *choices)
            self.status_message.emit(says)
            return
        self._ask_no_more()
        if not self._is_empty:
            stays = self._form.value()
            is_nobody = stays == Customer()  # only attributes are left
            says = (
                f"{says} The form still has {'attributes' if is_nobody else customer_label(stays)}."
            )
            keeps = f"Keep {'the attributes' if is_nobody else display_name(stays)}"
            choices += (Option(keeps, self._stop_reading),)
        self._question.ask(says, *choices)

    def _ask_for_account(self, says: str, *accounts: str) -> None:
        """Let the user turn to one of these accounts, or keep the one in use."""
        current, switch_to = self._accounts.current(), self._accounts.switch_to
        self._asked_at = current
        turns = [
            Option(f"Switch to {abridged(each)}", partial(switch_to, each)) for each in accounts
        ]
        name = abridged(current)
        self._question.ask(
            f"{says} {name} is in use. Choose the account to go on with.",
            *turns,
            Option(f"Keep {name}", self._settle_account),
        )

    def _settle_account(self) -> None:
        """Go on, once an account was chosen, to what was to be asked meanwhile."""
        ask = self._asked_next
        self._ask_no_more()
        ask()

    def _ask_no_more(self) -> None:
        """Forget for which account was asked, and what was to be asked after that."""
        self._asked_at, self._asked_next = None, _do_nothing

    def _replace(self, customer: Customer, account: str, new: tuple[Attribute, ...] = ()) -> None:
        """Fill the form and remember who was replaced; with an account, turn to that."""
        before, attributes, row = self._form.value(), self._form.attributes, self._leave_row()
        self._stop_reading()
        self._ask_no_more()
        before_at = self._turn_to(account)
        self._form.fill(customer, new)
        nobody = (Customer(), ())
        is_other = (before, attributes) not in (nobody, (customer, new))
        if is_other or account not in ("", before_at):
            self.previous = Saved(name_for(before), before, before_at, attributes)
            self._previous_row = row

    def _turn_to(self, account: str) -> str:
        """Turn to an account, unless it is empty, and return the one before."""
        before = self._accounts.current()
        if account not in ("", before):
            self._accounts.switch_to(account)
        return before

    def _say(self, sentence: str) -> None:
        back = " Ctrl+Z brings the previous customer back." if self.previous else ""
        self.status_message.emit(f"{sentence}{back}")


def _do_nothing() -> None:
    """Leave the form as it is: pressing the button has settled the question."""
