"""The composition root: reads the arguments, makes the parts and connects them."""

import gc
import os
import signal
import sys
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from reamaze_gui import APPLICATION_ID, __version__, prerequisites
from reamaze_gui.arguments import DEMO_SECRET, Arguments, read_arguments
from reamaze_gui.process_memory import protect_memory
from reamaze_gui.resources import resource
from reamaze_gui.task_bar import claim_task_bar
from reamaze_gui.terminal import complain, tell

if TYPE_CHECKING:
    from reamaze_gui.single_instance import SingleInstance, StartResult
    from reamaze_gui.ui.runtime.secret_session import SecretSession
    from reamaze_gui.ui.window.main_window import MainWindow

_KEYRING_TIMEOUT = 5_000  # ms that a screenshot waits for the keyring

# What Qt lists on Linux where no font is installed: its own names for what would be taken.
_NO_FONTS = {"Monospace", "Sans Serif", "Serif"}
_FONTLESS = (
    "Re:amaze SSO has no font to write with: run «sudo apt-get install fonts-dejavu-core» and "
    "start again."
)
_UNANSWERING = "Another Re:amaze SSO is open but does not answer, so this is a second window."


def start() -> None:
    """Run the program and leave Python with its exit status."""
    sys.exit(main())


def main() -> int:
    """Run the program with the arguments in sys.argv, and return its exit status.

    0 after the window was closed or the screenshot written, and where a window that was open
    already took the arguments; 1 where Qt can't start or the screenshot can't be written, with a
    sentence on standard error; 2 for wrong arguments.
    """
    protect_memory()
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal, until there is a window
    arguments = read_arguments()
    if arguments.install_desktop_entry or arguments.remove_desktop_entry:
        return _change_menu(arguments)
    if arguments.screenshot and not _has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        # That platform warns at every window that it can't pass size hints to anybody.
        os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    if obstacle := prerequisites.obstacle(os.environ):
        complain(obstacle)
        return 1
    gc.disable()  # for good: see GarbageCollector
    return _run(arguments)


def _change_menu(arguments: Arguments) -> int:
    """Put the program into the applications menu or take it out, and say so."""
    from reamaze_gui import desktop_entry

    try:
        if arguments.install_desktop_entry:
            tell(f"Re:amaze SSO is in your applications menu now: {desktop_entry.install()}")
        elif desktop_entry.remove():
            tell("Re:amaze SSO is no longer in your applications menu.")
        else:
            tell("Re:amaze SSO was not in your applications menu.")
    except OSError as error:
        complain(f"The applications menu could not be changed: {error.strerror}.")
        return 1
    return 0


def _claim(arguments: Arguments) -> "tuple[StartResult, SingleInstance | None]":
    """Find out whether the program is open already; hand it the arguments if it is."""
    from reamaze_gui.single_instance import Request, SingleInstance, StartResult

    if arguments.demo or arguments.screenshot:
        return StartResult.FIRST, None
    try:
        instance = SingleInstance.of_session()
        result = instance.claim(Request(arguments, os.environ.get("XDG_ACTIVATION_TOKEN", "")))
    except OSError:  # the system has no place for a lock: then every start is the first
        return StartResult.FIRST, None
    return result, instance if result is StartResult.FIRST else None


def _has_display() -> bool:
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _run(arguments: Arguments) -> int:
    from PySide6.QtGui import QFontDatabase
    from PySide6.QtWidgets import QApplication

    from reamaze_gui.single_instance import StartResult
    from reamaze_gui.ui.runtime.crash import CrashReporter
    from reamaze_gui.ui.runtime.garbage import GarbageCollector
    from reamaze_gui.ui.runtime.secret_session import SecretSession
    from reamaze_gui.ui.runtime.settings import Settings
    from reamaze_gui.ui.widgets import appearance
    from reamaze_gui.ui.window.main_window import MainWindow

    claim_task_bar()
    QApplication.setStyle("fusion")
    application = QApplication(sys.argv[:1])
    application.setApplicationName("reamaze-gui")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName(APPLICATION_ID)
    if {*QFontDatabase.families()} <= _NO_FONTS:
        complain(_FONTLESS)
        return 1
    result, instance = _claim(arguments)
    if result is StartResult.HANDED_OVER:
        tell("Re:amaze SSO is open already: its window was brought to the front.")
        return 0
    GarbageCollector(application)
    settings = Settings.of_user(remember=not (arguments.demo or arguments.screenshot))
    appearance.prepare(settings.scheme)
    session = SecretSession(demo=DEMO_SECRET if arguments.demo else None)
    window = MainWindow(session, settings, customers=_customers_file(arguments))
    window.fill(arguments.account, arguments.customer)
    appearance.apply(settings.scheme)
    window.painted.connect(lambda: _after_first_paint(window, session, arguments.screenshot))
    if result is StartResult.UNANSWERING:
        complain(_UNANSWERING)
        window.painted.connect(lambda: window.say(_UNANSWERING))
    if instance:
        window.painted.connect(lambda: _listen(instance, window))
    with CrashReporter(window.confidential):
        window.show()
        status = application.exec()
        if window.isVisible():  # its display has gone, as it does at a logout
            window.close()
        return status


def _customers_file(arguments: Arguments) -> Path | None:
    """Return where the user's saved customers are kept; None where nothing is to be written."""
    if arguments.demo or arguments.screenshot:
        return None
    from PySide6.QtCore import QStandardPaths

    place = QStandardPaths.StandardLocation.GenericDataLocation
    return Path(QStandardPaths.writableLocation(place), "reamaze-gui", "customers.json")


def _after_first_paint(window: "MainWindow", session: "SecretSession", screenshot: str) -> None:
    """Do what the first paint did not need: the keyring, the regions, the slow imports."""
    from PySide6.QtGui import QIcon

    import reamaze_gui.ui.runtime.crash_dialog  # noqa: F401 - while nothing has gone wrong yet
    from reamaze_gui.ui.runtime.system_quit import SystemQuit

    SystemQuit(window)
    window.setWindowIcon(QIcon(str(resource("icon.svg"))))
    window.build_page.form.fill_regions()
    if screenshot:
        _take_screenshot(window, session, screenshot)
    else:
        Thread(target=import_the_rest, daemon=True).start()
    session.ask()


def _listen(instance: "SingleInstance", window: "MainWindow") -> None:
    """Let the window take over what later starts are asked for."""
    from reamaze_gui.ui.window.second_start import grant

    instance.listen(lambda request: grant(window, request), window)


def _take_screenshot(window: "MainWindow", session: "SecretSession", path: str) -> None:
    """Write the window to a PNG and quit, once the keyring has answered or took too long."""
    from PySide6.QtCore import QCoreApplication, QTimer

    from reamaze_gui.ui.runtime.secret_state import SecretStatus

    def take() -> None:
        if session.state.status is SecretStatus.ASKING:
            return
        session.changed.disconnect(take)
        written = window.grab().save(path, "PNG")
        if not written:
            complain(f"The screenshot could not be written to {path}.")
        QCoreApplication.exit(0 if written else 1)

    session.changed.connect(take)
    QTimer.singleShot(_KEYRING_TIMEOUT, session.cancel)


def import_the_rest() -> None:
    """Import, on a thread, what the first keystrokes and Diagnose would otherwise wait for.

    Nothing that makes a class of Qt's: while the GUI thread is at work, that can crash it.
    """
    import hmac  # noqa: F401

    import pygments.lexers

    from reamaze_gui.core import (  # noqa: F401
        avatar,
        diagnosis,
        email_address,
        phone,
        report,
        table_check,
    )
    from reamaze_gui.core.reader import read
    from reamaze_gui.core.snippets import SNIPPETS

    for each in SNIPPETS:
        pygments.lexers.get_lexer_by_name(each.lexer)
    read("_support = {}")
