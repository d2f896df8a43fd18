"""The composition root: reads the arguments, creates the parts and connects them."""

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

_NO_FONTS = (
    "Re:amaze SSO found no fonts: run «sudo apt-get install fonts-dejavu-core» and start again."
)
_NOT_RESPONDING = "Re:amaze SSO is already open but not responding, so this is a second window."


def start() -> None:
    """Run the program and exit Python with its status."""
    sys.exit(main())


def main() -> int:
    """Run the program with the arguments in sys.argv, and return its exit status.

    0 after the window was closed, the screenshot was written, or a window that was already open
    took the arguments; 1 if Qt can't start or the screenshot can't be written, with a sentence on
    standard error; 2 for invalid arguments.
    """
    protect_memory()
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal, until there is a window
    arguments = read_arguments()
    if arguments.screenshot and not _has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        # The offscreen platform warns about size hints for every window.
        os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    if obstacle := prerequisites.obstacle(os.environ):
        complain(obstacle)
        return 1
    gc.disable()  # GarbageCollector does it on the GUI thread instead
    return _run(arguments)


def _claim(arguments: Arguments) -> "tuple[StartResult, SingleInstance | None]":
    """Find out whether the program is already open; if so, hand it the arguments."""
    from reamaze_gui.single_instance import Request, SingleInstance, StartResult

    if arguments.demo or arguments.screenshot:
        return StartResult.FIRST, None
    try:
        instance = SingleInstance.of_session()
        result = instance.claim(Request(arguments, os.environ.get("XDG_ACTIVATION_TOKEN", "")))
    except OSError:  # nowhere to put a lock, so every start counts as the first
        return StartResult.FIRST, None
    return result, instance if result is StartResult.FIRST else None


def _has_display() -> bool:
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _run(arguments: Arguments) -> int:
    from PySide6.QtGui import QFontInfo
    from PySide6.QtWidgets import QApplication

    from reamaze_gui.single_instance import StartResult
    from reamaze_gui.ui.runtime.crash import CrashReporter
    from reamaze_gui.ui.runtime.garbage import GarbageCollector
    from reamaze_gui.ui.runtime.secret_session import SecretSession
    from reamaze_gui.ui.runtime.settings import Settings
    from reamaze_gui.ui.widgets import appearance
    from reamaze_gui.ui.window.main_window import MainWindow

    claim_task_bar()
    if sys.platform != "linux":  # where it is the default
        QApplication.setStyle("fusion")
    application = QApplication(sys.argv[:1])
    application.setApplicationName("reamaze-gui")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName(APPLICATION_ID)
    if not QFontInfo(application.font()).family():  # of the font that would be used
        complain(_NO_FONTS)
        return 1
    result, instance = _claim(arguments)
    if result is StartResult.HANDED_OVER:
        tell("Re:amaze SSO is already open: its window was brought to the front.")
        return 0
    GarbageCollector(application)
    settings = Settings.of_user(remember=not (arguments.demo or arguments.screenshot))
    appearance.prepare(settings.scheme)
    session = SecretSession(demo=DEMO_SECRET if arguments.demo else None)
    window = MainWindow(session, settings, customers=_customers_file(arguments))
    window.fill(arguments.account, arguments.customer)
    appearance.apply(settings.scheme)
    window.painted.connect(lambda: _after_first_paint(window, session, arguments.screenshot))
    if result is StartResult.NOT_RESPONDING:
        complain(_NOT_RESPONDING)
        window.painted.connect(lambda: window.say(_NOT_RESPONDING))
    if instance:
        window.painted.connect(lambda: _listen(instance, window))
    with CrashReporter():
        window.show()
        status = application.exec()
        if window.isVisible():  # the display went away, as at logout
            window.close()
        return status


def _customers_file(arguments: Arguments) -> Path | None:
    """Return the path of the user's saved customers; None when nothing may be written."""
    if arguments.demo or arguments.screenshot:
        return None
    from PySide6.QtCore import QStandardPaths

    place = QStandardPaths.StandardLocation.GenericDataLocation
    return Path(QStandardPaths.writableLocation(place), "reamaze-gui", "customers.json")


def _after_first_paint(window: "MainWindow", session: "SecretSession", screenshot: str) -> None:
    """Do what the first paint can do without: the keyring, the phone regions, slow imports."""
    from PySide6.QtGui import QIcon

    import reamaze_gui.ui.runtime.crash_dialog  # noqa: F401 - it may be too late after a crash
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
    """Let the window carry out the requests of later starts."""
    from reamaze_gui.ui.window.second_start import grant

    instance.listen(lambda request: grant(window, request), window)


def _take_screenshot(window: "MainWindow", session: "SecretSession", path: str) -> None:
    """Write the window to a PNG and quit, once the keyring has answered or timed out."""
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
    """Import, on a worker thread, what the first keystrokes and Diagnose would have to wait for.

    Nothing that defines a QObject subclass: doing that beside a busy GUI thread can crash Qt.
    """
    import hmac  # noqa: F401

    import pygments.lexers

    from reamaze_gui.core import (  # noqa: F401
        avatar,
        diagnosis,
        email_address,
        pasted,
        phone,
        report,
        table_check,
    )
    from reamaze_gui.core.reader import read
    from reamaze_gui.core.snippets import SNIPPETS

    for each in SNIPPETS:
        pygments.lexers.get_lexer_by_name(each.lexer)
    read("_support = {}")
