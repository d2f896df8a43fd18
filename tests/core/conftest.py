"""Hypothesis takes the time that it needs: a machine that is busy is no bug."""

from hypothesis import settings

settings.register_profile("unhurried", settings(), deadline=None)
settings.load_profile("unhurried")
