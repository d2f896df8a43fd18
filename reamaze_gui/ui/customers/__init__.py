"""Saved customers: popover, window, import and export."""
