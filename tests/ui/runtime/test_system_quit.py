"""What the system asks once is done once, also while a dialog delays it."""

import subprocess
import sys

from tests.program import SOON

# A loop within the loop, as a dialog runs it, goes on for a moment after the program was to quit.
CODE = """
import os, signal
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer, Slot
from reamaze_gui.ui.runtime.system_quit import SystemQuit

class Counted(SystemQuit):
    times = 0

    @Slot()
    def _quit(self):
        self.times += 1
        super()._quit()

def delay():
    os.kill(os.getpid(), signal.SIGTERM)
    loop = QEventLoop()
    QTimer.singleShot(300, loop.quit)
    loop.exec(QEventLoop.ProcessEventsFlag.DialogExec)

application = QCoreApplication([])
counted = Counted(application)
QTimer.singleShot(0, delay)
application.exec()
print(counted.times)
"""


def test_a_signal_quits_once_however_long_a_dialog_delays_it() -> None:
    told = subprocess.run(
        [sys.executable, "-c", CODE], capture_output=True, text=True, timeout=SOON, check=True
    )
    assert told.stdout == "1\n"
