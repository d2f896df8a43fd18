"""Runs Python's garbage collector on the GUI thread only."""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_INTERVAL = 1_000  # ms


class GarbageCollector(QObject):
    """Collects garbage from a timer.

    Python collects on whichever thread happens to allocate, and a widget that is destroyed on a
    worker thread crashes the process. So `main` disables automatic collection, which also speeds up
    the imports.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        timer = QTimer(self, interval=_INTERVAL)
        timer.timeout.connect(self._collect)
        timer.start()

    @Slot()
    def _collect(self) -> None:
        """Collect the oldest generation that exceeds Python's own threshold."""
        for generation in (2, 1, 0):
            # A threshold of 0 means never, as for the oldest generation in Python 3.14.
            if 0 < gc.get_threshold()[generation] < gc.get_count()[generation]:
                gc.collect(generation)
                return
