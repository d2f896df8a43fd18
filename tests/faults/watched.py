"""The program's memory, and what a keyboard and a clipboard bring it."""

import subprocess
from pathlib import Path

from tests.desktop import Desktop
from tests.program import Program

_SLOW = 120  # seconds, for as many keys as are typed here at once


def megabytes(program: Program, which: str = "VmRSS") -> float:
    """Return the memory that the process has now, or at its peak (`VmHWM`)."""
    status = Path(f"/proc/{program.process.pid}/status").read_text()
    [line] = [line for line in status.splitlines() if line.startswith(f"{which}:")]
    return int(line.split()[1]) / 1024


def keys(desktop: Desktop, *names: str) -> None:
    """Press keys, named as X names them, one after the other."""
    _xdotool(desktop, "key", "--delay", "1", *names)


def letters(desktop: Desktop, text: str) -> None:
    _xdotool(desktop, "type", "--delay", "1", text)


def _xdotool(desktop: Desktop, *arguments: str) -> None:
    command = ["xdotool", *arguments]
    subprocess.run(command, env=desktop.environment, check=True, timeout=_SLOW)
