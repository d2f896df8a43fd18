"""What `python -m reamaze_gui` starts."""

from reamaze_gui.app import start

start()
