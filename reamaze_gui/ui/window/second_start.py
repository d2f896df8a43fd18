"""What does the window do when the program is started once more?"""

import os
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reamaze_gui.core.customer import Customer
from reamaze_gui.single_instance import Request
from reamaze_gui.ui.window.side_windows import bring

if TYPE_CHECKING:
    from reamaze_gui.ui.window.main_window import MainWindow

_PATIENCE = 4.0  # seconds for the GUI thread; the other start waits a little longer
_ROUND_TRIP = 100  # ms to the X server and back


@dataclass(slots=True)
class _Call:
    """A request on its way to the GUI thread, which nobody waits for once it has expired."""

    request: Request
    granted: Event = field(default_factory=Event)
    expired: bool = False


class SecondStart(QObject):
    """Gives the window what a later start was asked for, and brings it to the front."""

    _asked = Signal(object)

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._asked.connect(self._grant)

    def take(self, request: Request) -> bool:
        """Have the GUI thread grant a request; return whether it did. For other threads."""
        call = _Call(request)
        with suppress(RuntimeError):  # the window has gone, and this object with it
            self._asked.emit(call)
        call.expired = not call.granted.wait(_PATIENCE)
        return not call.expired

    @Slot(object)
    def _grant(self, call: _Call) -> None:
        if call.expired or not self._window.isVisible():  # it was closed: let the other one open
            return
        call.granted.set()
        account, customer = call.request.arguments.account, call.request.arguments.customer
        if customer != Customer():
            says = "Customer taken from the new start."
            self._window.replace_customer(customer, says, account or None)
        elif account:
            self._window.account_bar.turn_to(account)
            self._window.say("Account taken from the new start.")
        bring_to_front(self._window, call.request.token)


def bring_to_front(window: "MainWindow", token: str) -> None:
    """Show the window above all others, with the focus; where that is refused, call for it.

    `token` is the leave to take the focus, as the desktop gave it to whom the user has started.
    """
    if token and QGuiApplication.platformName() == "wayland":
        os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt spends and removes it
    bring(window)
    QApplication.alert(window)
    # X11 refuses a wish as old as the last click in this window. The first one brings Qt the
    # present time, which the second one goes with.
    QTimer.singleShot(_ROUND_TRIP, window, window.activateWindow)
