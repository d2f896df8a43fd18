"""The window follows the desktop's portal from light to dark, at the start and later."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.runtime.system_scheme import SystemScheme
from reamaze_gui.ui.widgets.style import Scheme

# Answers as a desktop's portal does: dark, at first, and then what it is told on standard input.
PORTAL = """
import sys
from threading import Thread
from jeepney import DBusAddress, MessageType, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
bus = open_dbus_connection()
bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.portal.Desktop"))
here = DBusAddress("/org/freedesktop/portal/desktop", interface="org.freedesktop.portal.Settings")
key = ("org.freedesktop.appearance", "color-scheme")
def tell():
    for line in sys.stdin:
        told = (*key, ("u", int(line)))
        bus.send(new_signal(here, "SettingChanged", "ssv", told))
Thread(target=tell, daemon=True).start()
print("ready", flush=True)
while True:
    asked = bus.receive()
    if asked.header.message_type is MessageType.method_call:
        bus.send(new_method_return(asked, "v", (("v", ("u", 1)),)))
"""


FOLLOWS = """
from PySide6.QtGui import QGuiApplication
from reamaze_gui.ui.runtime.system_scheme import SystemScheme
application = QGuiApplication([])
system = SystemScheme(application)
system.changed.connect(lambda: print(system.scheme.value, flush=True))
application.exec()
"""


@pytest.fixture
def portal() -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-c", PORTAL]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=os.environ) as portal:
        assert portal.stdout
        assert portal.stdout.readline() == "ready\n"
        yield portal
        portal.kill()


def tell(portal: "subprocess.Popen[str]", number: int) -> None:
    assert portal.stdin
    portal.stdin.write(f"{number}\n")
    portal.stdin.flush()


def test_what_the_portal_says_is_followed(portal: "subprocess.Popen[str]") -> None:
    command = [sys.executable, "-c", FOLLOWS]  # Qt has one connection in a process, for ever
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, text=True, env=os.environ) as window:
        assert window.stdout
        assert window.stdout.readline() == f"{Scheme.DARK.value}\n"
        for number, scheme in ((2, Scheme.LIGHT), (1, Scheme.DARK), (0, Scheme.SYSTEM)):
            tell(portal, number)
            assert window.stdout.readline() == f"{scheme.value}\n"
        window.kill()


def test_without_a_portal_qt_is_asked(qtbot: QtBot) -> None:
    owner = QObject()
    system = SystemScheme(owner)
    with qtbot.assert_not_emitted(system.changed, wait=200):
        pass
    assert system.scheme is Scheme.SYSTEM
