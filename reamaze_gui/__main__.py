"""Starts the program, for `python -m reamaze_gui` and for a bundle."""

import os
import sys

from reamaze_gui.app import start

if hasattr(sys, "frozen"):
    # A bundle finds its own libraries by this variable, which a browser that it opens must not see.
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before:
        os.environ["LD_LIBRARY_PATH"] = before
start()
