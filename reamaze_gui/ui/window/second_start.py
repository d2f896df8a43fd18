"""Handles later starts of the program, in the window that is already open."""

import os

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reamaze_gui.core.customer import Customer
from reamaze_gui.core.saved import Saved
from reamaze_gui.single_instance import Request
from reamaze_gui.ui.widgets.raise_window import raise_window
from reamaze_gui.ui.window.main_window import MainWindow

_ROUND_TRIP = 100  # ms that the X server may take to answer


def grant(window: MainWindow, request: Request) -> bool:
    """Take over a later start's arguments and bring the window to the front.

    Returns False if the window was closed: the later start then opens its own.
    """
    if not window.isVisible():
        return False
    account, customer = request.arguments.account, request.arguments.customer
    if customer != Customer():
        window.replace_customer(Saved("", customer, account), "Taken from the new start")
    elif account:
        window.account_bar.switch_to(account)
        window.say("Switched to the new start's account.")
    bring_to_front(window, request.token)
    return True


def bring_to_front(window: MainWindow, token: str) -> None:
    """Raise and focus the window, or flash it in the task bar if the desktop refuses.

    `token` is the later start's XDG activation token.
    """
    if token and QGuiApplication.platformName() == "wayland":
        os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt uses it once and unsets it
    raise_window(window)
    QApplication.alert(window)
    # X11 refuses a request with an old timestamp. Qt learns the current time from the reply to the
    # first request, and uses it for a second.
    QTimer.singleShot(_ROUND_TRIP, window, window.activateWindow)
