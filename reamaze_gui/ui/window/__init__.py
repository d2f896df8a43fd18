"""The main window: menu bar, side windows, settings dialog."""
