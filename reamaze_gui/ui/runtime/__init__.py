"""Services that all rooms use: settings, clipboard, background work, crash reports, quitting."""
