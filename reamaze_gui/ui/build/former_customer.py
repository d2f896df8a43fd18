"""Who stood in the form before, for which account, and how do they come back?"""

from reamaze_gui.core.customer import Customer
from reamaze_gui.ui.account.account_bar import AccountBar
from reamaze_gui.ui.build.customer_form import CustomerForm


class FormerCustomer:
    """What the last replacement took out of the form; true where there is something."""

    def __init__(self, form: CustomerForm, account_bar: AccountBar) -> None:
        self._form = form
        self._account_bar = account_bar
        self._before: tuple[Customer, str | None] | None = None

    @property
    def customer(self) -> Customer:
        """Whom Ctrl+Z would bring back; nobody where there is nothing to bring back."""
        return self._before[0] if self._before else Customer()

    def __bool__(self) -> bool:
        return self._before is not None

    def replace(self, customer: Customer, account: str | None = None) -> None:
        """Put another customer in; with an account, turn to that."""
        before, former_account = self._form.value(), self._turn_to(account)
        self._form.fill(customer)
        if before not in (Customer(), customer) or former_account is not None:
            self._before = before, former_account

    def bring_back(self) -> None:
        """Change the former customer and the one in the form round."""
        if self._before:
            customer, account = self._before
            self._before = self._form.value(), self._turn_to(account)
            self._form.fill(customer)

    def _turn_to(self, account: str | None) -> str | None:
        """Turn to an account and return the former one; None where it stays."""
        if account is None:
            return None
        former = self._account_bar.account.currentText()
        self._account_bar.turn_to(account)
        return None if account == former else former
