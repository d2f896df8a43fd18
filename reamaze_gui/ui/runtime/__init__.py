"""Settings, clipboard, background work, crash reports, quitting."""
