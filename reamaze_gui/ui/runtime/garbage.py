"""Destroys discarded widgets on the GUI thread: on another, the process would crash."""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_INTERVAL = 1_000  # ms


class GarbageCollector(QObject):
    """Collects Python's garbage on the GUI thread, from a timer, where Python itself does not.

    Left to itself, Python collects on whichever thread is at work, such as one that waits for the
    keyring; and a widget that is destroyed there takes the process down. So `main` turns that off,
    before the imports, which are the faster for it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        timer = QTimer(self, interval=_INTERVAL)
        timer.timeout.connect(self._collect)
        timer.start()

    @Slot()
    def _collect(self) -> None:
        """Collect the oldest generation whose turn it is by Python's own thresholds."""
        for generation in (2, 1, 0):
            # A threshold of 0 means never, as for the oldest in Python 3.14.
            if 0 < gc.get_threshold()[generation] < gc.get_count()[generation]:
                gc.collect(generation)
                return
