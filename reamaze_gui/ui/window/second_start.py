"""What the window does when the program is started a second time."""

import os

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reamaze_gui.core.customer import Customer
from reamaze_gui.single_instance import Request
from reamaze_gui.ui.widgets.bring import bring
from reamaze_gui.ui.window.main_window import MainWindow

_ROUND_TRIP = 100  # ms to the X server and back


def grant(window: MainWindow, request: Request) -> bool:
    """Show what a second start was asked for, and bring the window to the front.

    Return False for a window that was closed: then the second start opens its own.
    """
    if not window.isVisible():
        return False
    account, customer = request.arguments.account, request.arguments.customer
    if customer != Customer():
        window.replace_customer(customer, "Taken from the new start", account)
    elif account:
        window.account_bar.turn_to(account)
        window.say("Account taken from the new start.")
    bring_to_front(window, request.token)
    return True


def bring_to_front(window: MainWindow, token: str) -> None:
    """Show the window above all others, with the focus; where that is refused, call for it.

    `token` is the permission to take the focus, which the desktop gave to the second start.
    """
    if token and QGuiApplication.platformName() == "wayland":
        os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt spends and removes it
    bring(window)
    QApplication.alert(window)
    # X11 refuses a wish as old as the last click in this window. The first one brings Qt the
    # present time, which the second one goes with.
    QTimer.singleShot(_ROUND_TRIP, window, window.activateWindow)
