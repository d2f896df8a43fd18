"""Saved customers: their menu, their window, import and export."""
