"""Starts the program: the entry point of `python -m reamaze_gui` and of the bundle."""

import os
import sys

from reamaze_gui.app import start

if hasattr(sys, "frozen"):
    # PyInstaller points LD_LIBRARY_PATH at its own libraries, which no browser we start may load.
    original = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
    os.environ.pop("LD_LIBRARY_PATH", None)
    if original:
        os.environ["LD_LIBRARY_PATH"] = original
start()
