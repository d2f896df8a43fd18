"""Widgets and style that several rooms use."""
