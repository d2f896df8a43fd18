"""Try in browser: serves a page with the real widget, which follows the form."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from reamaze_gui.core.account import check_account
from reamaze_gui.core.customer import FIELDS
from reamaze_gui.core.customer_label import customer_label
from reamaze_gui.core.preview import Mode, Preview, compose
from reamaze_gui.core.remark import Remark, Severity
from reamaze_gui.ui.build.customer_form import CustomerForm
from reamaze_gui.ui.runtime.background import Background
from reamaze_gui.ui.runtime.clipboard import Clipboard
from reamaze_gui.ui.runtime.secret_session import SecretSession
from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.buttons import Button, FlatButton

if TYPE_CHECKING:
    from reamaze_gui.core.try_page import TryPage
    from reamaze_gui.try_server import TryServer

_VISIT_TIMEOUT = 10_000  # milliseconds within which a browser should fetch the page

_FOR_OTHERS = "For another browser or a private window, on this computer."

_SENT = {
    Mode.AUTHENTICATED: {*(field.name for field in FIELDS), "secret", "data"},
    Mode.WEAK: {field.name for field in FIELDS if field.weak},
}


class BrowserTrial(QObject):
    """Two buttons, and the page that is served from the first press until `stop`.

    The server is imported at that press, as most runs never need it.

    Signals: `status_message(sentence)`; `account_asked` if no valid account is entered: a slot may
    set one at once.
    """

    status_message = Signal(str)
    account_asked = Signal()

    def __init__(
        self,
        parent: QWidget,
        session: SecretSession,
        form: CustomerForm,
        clipboard: Clipboard,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._form = form
        self._clipboard = clipboard
        self._mode = Mode.AUTHENTICATED
        self._question = ""
        self._server: TryServer | None = None
        self._visits = 0
        self._background = Background(self)
        self._visit_timer = QTimer(self, singleShot=True)
        self._visit_timer.timeout.connect(self._report_missing_visit)
        self.obstacle = ""
        self.try_button = Button("Try in &browser")
        self.try_button.clicked.connect(self.try_in_browser)
        self.copy_button = FlatButton("Copy test address", "Copy address")
        self.copy_button.setFont(style.small(self.copy_button.font()))
        self._offer_address(offered=False)
        self.copy_button.setToolTip(_FOR_OTHERS)
        self.copy_button.setAccessibleDescription(_FOR_OTHERS)
        self.copy_button.clicked.connect(self.copy_address)

    def follow(self, preview: Preview, mode: Mode, question: str = "") -> None:
        """Update mode, page and buttons; a question or a problem is an obstacle."""
        self._mode, self._question = mode, question
        of_account = check_account(self._session.account, needed=True)
        remarks = (*preview.remarks, *(replace(each, field="account") for each in of_account))
        stops = [each for each in remarks if _stops(each, mode)]
        obstacle = question or (replace(preview, problems=tuple(stops)).obstacle if stops else "")
        self.obstacle = obstacle
        self.try_button.set_obstacle(obstacle)
        self.copy_button.setEnabled(self._server is not None and not question)
        if self._server:
            self._server.page = self._page()

    @Slot()
    def try_in_browser(self) -> None:
        """Serve the page and open it in the system's browser, or say why not."""
        if self.obstacle:
            self.status_message.emit(self.obstacle)
            return
        if self._lacks_account():
            self.account_asked.emit()
        if self._lacks_account():
            self.status_message.emit("Enter the account first: the page needs it.")
            return
        if address := self._serve():
            self._open(address)

    @Slot()
    def copy_address(self) -> None:
        """Copy the page's address, unless there is an open question about the customer."""
        if self._question:
            self.status_message.emit(self._question)
        elif self._server:
            becomes = self._clipboard.copy(self._server.address)
            whose = customer_label(self._form.value(), self._session.account)
            self.status_message.emit(f"Copied: the address of the page for {whose}. {becomes}")
        else:
            self.status_message.emit("There is no address yet. Press Try in browser first.")

    def stop(self) -> None:
        """Stop serving the page at once."""
        self._background.abandon()
        self._visit_timer.stop()
        self._offer_address(offered=False)
        if self._server:
            self._server.stop()
            self._server = None

    def _offer_address(self, *, offered: bool) -> None:
        self.copy_button.setEnabled(offered)
        self.copy_button.setVisible(offered)

    def _open(self, address: str) -> None:
        from reamaze_gui.ui.build.browser import IS_SLOW, open_address

        if IS_SLOW:
            self.status_message.emit("Opening the browser…")
            self._background.abandon()
            self._background.run(partial(open_address, address), self._report_opened)
        else:
            self._report_opened(open_address(address))

    def _lacks_account(self) -> bool:
        return any(each.stops for each in check_account(self._session.account, needed=True))

    def _serve(self) -> str:
        """Serve the page and return its address; empty if the system refuses."""
        from reamaze_gui.try_server import TryServer

        try:
            self._server = self._server or TryServer(self._page())
        except OSError as error:
            why = error.strerror or "no port is free"
            self.status_message.emit(
                f"The page can't be served on this computer: {why}. Close some programs and press "
                "Try in browser again."
            )
            return ""
        self._visits = self._server.visits
        self._offer_address(offered=True)
        return self._server.address

    def _page(self) -> "TryPage":
        from reamaze_gui.core.try_page import TRIED, write_try_page

        customer, account = self._form.value(), self._session.account
        if self._question:  # the customer or account is undecided
            preview = Preview()
        else:
            preview = compose(
                customer,
                self._session.state.secret,
                TRIED,
                mode=self._mode,
                region=self._form.region,
                account=account,
                data=self._form.attributes,
            )
        return write_try_page(preview, customer, account, self._mode)

    def _report_opened(self, opened: bool) -> None:  # noqa: FBT001 - a callback
        if not self._server:
            return
        if opened:
            self._visit_timer.start(_VISIT_TIMEOUT)
            whose = customer_label(self._form.value(), self._session.account)
            self.status_message.emit(
                f"Opened in the browser: {whose}. Reload it after changes; quitting stops it."
            )
        else:
            self.status_message.emit(
                "The browser could not be opened. Press Copy test address and open it yourself: "
                f"{self._server.address}"
            )

    @Slot()
    def _report_missing_visit(self) -> None:
        if self._server and self._server.visits == self._visits:
            self.status_message.emit(
                "No browser has asked for the page. Press Copy test address and open it yourself."
            )


def _stops(remark: Remark, mode: Mode) -> bool:
    """Whether a remark prevents serving the page; a missing account is asked for instead."""
    if remark.field == "account":
        return remark.severity is Severity.PROBLEM
    return remark.stops and remark.field in _SENT[mode]
