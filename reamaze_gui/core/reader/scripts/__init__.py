"""Finds the scripts of a page: which run, when, in what order, and which are held back."""
