"""Diagnose: the pasted page and what the report says of it."""
