"""Keeps others from reading the secret in memory: no core dump, no ptrace."""

import sys

_PR_SET_DUMPABLE = 4  # of linux/prctl.h


def protect_memory() -> None:
    """Let no crash write our memory to a file, nor (on Linux) the same user's programs read it.

    Call it first of all. Root can still do both.
    """
    if sys.platform == "win32":  # where other programs of the user can't be kept out
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
