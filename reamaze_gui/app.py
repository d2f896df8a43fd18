"""How do the parts become the program? Arguments, QApplication, and what is wired to what."""

import gc
import os
import signal
import sys
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

from reamaze_gui import APPLICATION_ID, __version__, prerequisites
from reamaze_gui.arguments import Arguments, read_arguments
from reamaze_gui.core.authkey import Secret
from reamaze_gui.resources import resource
from reamaze_gui.task_bar import claim_task_bar

if TYPE_CHECKING:
    from reamaze_gui.ui.main_window import MainWindow
    from reamaze_gui.ui.secret_session import SecretSession

_PATIENCE = 5_000  # ms that a screenshot waits for the keyring

_DEMO_SECRET = Secret("not-a-real-secret")


def start() -> None:
    """Run the program and leave Python with its exit status."""
    sys.exit(main())


def main() -> int:
    """Run the program with the arguments in sys.argv, and return its exit status.

    0 after the window was closed or the screenshot written; 1 where Qt can't start or the
    screenshot can't be written, with a sentence on standard error; 2 for wrong arguments.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal, until there is a window
    arguments = read_arguments()
    if arguments.screenshot and not _has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        # That platform warns at every window that it can't pass size hints to anybody.
        os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    if obstacle := prerequisites.obstacle(os.environ):
        _complain(obstacle)
        return 1
    gc.disable()  # until the collector of the GUI thread takes over, after all the imports
    return _run(arguments)


def _has_display() -> bool:
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _run(arguments: Arguments) -> int:
    from PySide6.QtWidgets import QApplication

    from reamaze_gui.ui import style
    from reamaze_gui.ui.crash import CrashReporter
    from reamaze_gui.ui.garbage import GarbageCollector
    from reamaze_gui.ui.main_window import MainWindow
    from reamaze_gui.ui.secret_session import SecretSession
    from reamaze_gui.ui.settings import Settings

    claim_task_bar()
    QApplication.setStyle("Fusion")  # before there is one, or the system's is made for nothing
    application = QApplication(sys.argv[:1])
    application.setApplicationName("reamaze-gui")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName(APPLICATION_ID)
    GarbageCollector(application)
    settings = Settings.of_user(remember=not (arguments.demo or arguments.screenshot))
    style.apply(settings.scheme)
    session = SecretSession(demo=_DEMO_SECRET if arguments.demo else None)
    window = MainWindow(session, settings)
    window.fill(arguments.account, arguments.customer)
    window.painted.connect(lambda: _after_first_paint(window, session, arguments.screenshot))
    with CrashReporter(window.confidential):
        window.show()
        return application.exec()


def _after_first_paint(window: "MainWindow", session: "SecretSession", screenshot: str) -> None:
    """Do what the first paint did not need: the keyring, the regions, the slow imports."""
    from PySide6.QtGui import QIcon

    from reamaze_gui.ui.system_quit import SystemQuit

    SystemQuit(window)
    window.setWindowIcon(QIcon(str(resource("icon.svg"))))
    window.build_page.form.fill_regions()
    if screenshot:
        _take_screenshot(window, session, screenshot)
    else:
        Thread(target=_import_the_rest, daemon=True).start()
    session.ask()


def _take_screenshot(window: "MainWindow", session: "SecretSession", path: str) -> None:
    """Write the window to a PNG and quit, once the keyring has answered or took too long."""
    from PySide6.QtCore import QCoreApplication, QTimer

    from reamaze_gui.ui.secret_session import Standing

    def take() -> None:
        if session.state.standing is Standing.ASKING:
            return
        session.changed.disconnect(take)
        written = window.grab().save(path, "PNG")
        if not written:
            _complain(f"The screenshot could not be written to {path}.")
        QCoreApplication.exit(0 if written else 1)

    session.changed.connect(take)
    QTimer.singleShot(_PATIENCE, session.act)  # Cancel, which is all there is to do then


def _complain(sentence: str) -> None:
    with suppress(AttributeError, OSError, ValueError):  # there is no standard error, or no more
        sys.stderr.write(f"{sentence}\n")


def _import_the_rest() -> None:
    """Import now, beside the GUI thread, what the first keystrokes would wait for."""
    import hmac  # noqa: F401

    import pygments.lexers

    from reamaze_gui.core import avatar, email_address, phone  # noqa: F401
    from reamaze_gui.core.reader import read
    from reamaze_gui.ui import diagnose_page  # noqa: F401

    pygments.lexers.get_lexer_by_name("html")
    read("_support = {}")
