"""Protects the secret in memory: no core dump, no ptrace."""

import sys

_PR_SET_DUMPABLE = 4  # of linux/prctl.h


def protect_memory() -> None:
    """Disable core dumps and, on Linux, access by the user's other programs.

    Call it before anything else. Root can still read the memory.
    """
    if sys.platform == "win32":  # has no such protection
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
