"""Diagnose: the merchant's page and the report on it."""
