"""Hypothesis takes the time that it needs: a machine that is busy is no bug."""

from hypothesis import HealthCheck, Phase, settings

settings.register_profile("unhurried", settings(), deadline=None)
# For tests/mutants.py, which runs them again and again: the same few examples every time, and
# none is made smaller.
settings.register_profile(
    "quick",
    deadline=None,
    max_examples=10,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[*HealthCheck],
)
settings.load_profile("unhurried")
