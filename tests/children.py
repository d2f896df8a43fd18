"""Child processes of a test, which are ended with it in reverse order."""

from __future__ import annotations

import os
import select
import shutil
import signal
import subprocess
import time
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

START_TIMEOUT = 120.0  # seconds for a program to be ready; an idle machine takes less than one
_PAUSE = 0.005  # seconds between polls

_PACKAGES = {
    "WebKitWebDriver": "webkit2gtk-driver",
    "Xvfb": "xvfb",
    "at-spi-bus-launcher": "at-spi2-core",
    "dbus-daemon": "dbus-daemon",
    "firefox-esr": "firefox-esr",
    "gcr-prompter": "gcr",
    "gnome-keyring-daemon": "gnome-keyring",
    "keepassxc": "keepassxc",
    "mutter": "mutter",
    "xdotool": "xdotool",
}

Child = subprocess.Popen[str]


class Children:
    """The running processes; servers write their output to files in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._running: list[Child] = []

    def start(self, *command: str, environment: Mapping[str, str]) -> Child:
        """Start a program with its output in pipes."""
        return self._adopt(
            subprocess.Popen(
                command,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                start_new_session=True,
            )
        )

    def serve(
        self,
        *command: str,
        environment: Mapping[str, str],
        says: str = "",
        inherited: tuple[int, ...] = (),
    ) -> Child:
        """Start a server, and write `says` to its standard input."""
        with self._log(command[0]).open("a") as log:
            child = self._adopt(
                subprocess.Popen(
                    [find_program(command[0]), *command[1:]],
                    env=environment,
                    stdin=subprocess.PIPE,
                    stdout=log,
                    stderr=log,
                    text=True,
                    start_new_session=True,
                    pass_fds=inherited,
                )
            )
        if child.stdin is not None:
            with child.stdin as pipe:
                pipe.write(says)
        return child

    def serve_announced(self, *command: str, environment: Mapping[str, str]) -> tuple[Child, str]:
        """Start a server that writes a line to the descriptor given as `{}` when it is ready."""
        reading, writing = os.pipe()
        with os.fdopen(reading) as announcement:
            try:
                filled = (each.replace("{}", str(writing)) for each in command)
                child = self.serve(*filled, environment=environment, inherited=(writing,))
            finally:
                os.close(writing)
            ready, _, _ = select.select([announcement], [], [], START_TIMEOUT)
            line = announcement.readline().strip() if ready else ""
        if not line:
            raise RuntimeError(f"{command[0]} did not start: {self.told(command[0])}")
        return child, line

    def told(self, name: str) -> str:
        """Return a server's output."""
        return self._log(name).read_text()

    def end(self, child: Child) -> None:
        self._running.remove(child)
        _end(child)

    def close(self) -> None:
        """End all processes."""
        while self._running:
            _end(self._running.pop())

    def _adopt(self, child: Child) -> Child:
        self._running.append(child)
        return child

    def _log(self, name: str) -> Path:
        return self._folder / f"{name}.log"


def find_program(name: str) -> str:
    """Return the path of a program, or raise an error naming its package."""
    found = shutil.which(name, path=f"{os.environ.get('PATH', os.defpath)}:/usr/libexec")
    if found is None:
        raise RuntimeError(f"{name} is missing: install the Debian package {_PACKAGES[name]}.")
    return found


def wait_until(is_so: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + START_TIMEOUT
    while not is_so():
        if time.monotonic() > deadline:
            raise TimeoutError(f"Waited {START_TIMEOUT:.0f} seconds for {what}.")
        time.sleep(_PAUSE)


def _end(child: Child) -> None:
    # SIGTERM first, so that an X server removes its lock and socket; SIGCONT for stopped processes.
    for numbers in ((signal.SIGTERM, signal.SIGCONT), (signal.SIGKILL,)):
        for number in numbers:
            with suppress(ProcessLookupError):
                os.killpg(child.pid, number)
        with suppress(subprocess.TimeoutExpired):
            child.wait(timeout=5.0)
    for stream in (child.stdout, child.stderr):
        if stream is not None:
            stream.close()
