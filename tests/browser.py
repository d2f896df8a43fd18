"""A real, headless Chromium, driven through the DevTools protocol."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import time
from base64 import b64decode
from contextlib import suppress
from fcntl import F_DUPFD_CLOEXEC, fcntl
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TIMEOUT = 120.0  # seconds for one reply; a browser starts slowly on a busy machine

# Chromium reads commands from descriptor 3 and replies on 4.
_START = "import os, sys; os.dup2({}, 3); os.dup2({}, 4); os.execvp(sys.argv[1], sys.argv[1:])"
_SWITCHES = (
    *("--headless", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu"),
    *("--disable-dev-shm-usage", "--disable-background-networking", "--no-first-run"),
    *("--disable-component-update", "--ignore-certificate-errors", "--hide-scrollbars"),
)
_ERRORS = {"error", "assert", "warning"}


class Browser:
    """A browser with a profile of its own, as a context manager; `open` gives it a page.

    `hosts` says where names lead (`cdn.example` to `127.0.0.1:443`); all others lead nowhere.
    """

    def __init__(self, directory: Path, hosts: dict[str, str]) -> None:
        self._directory = directory
        rules = [f"MAP {name} {place}" for name, place in hosts.items()]
        rules += ["MAP * ~NOTFOUND", "EXCLUDE 127.0.0.1"]
        self._hosts = ", ".join(rules)
        self._session: str | None = None
        self._buffer = b""
        self._number = 0
        self.events: list[dict[str, Any]] = []

    def __enter__(self) -> Self:
        orders, self._orders = _pipe()
        self._answers, answers = _pipe()
        switches = [*_SWITCHES, f"--user-data-dir={self._directory}"]
        switches.append(f"--host-resolver-rules={self._hosts}")
        command = [sys.executable, "-c", _START.format(orders, answers), "chromium", *switches]
        self._process = subprocess.Popen(
            command,
            pass_fds=(orders, answers),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(orders)
        os.close(answers)
        return self

    def __exit__(self, *_: object) -> None:
        self._session = None
        with suppress(EOFError):  # it may quit before it replies
            self.call("Browser.close")
        self._process.wait(TIMEOUT)
        os.close(self._orders)
        os.close(self._answers)

    def open(self, address: str, *, before: str = "", scheme: str = "light") -> None:
        """Open a page in a fresh, private window, and wait until it has loaded all it asked for.

        `before` is a script that runs before its own.
        """
        self._session = None
        context = self.call("Target.createBrowserContext")["browserContextId"]
        target = self.call("Target.createTarget", url="about:blank", browserContextId=context)
        attached = self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        granted = ["clipboardReadWrite", "clipboardSanitizedWrite"]
        self.call("Browser.grantPermissions", permissions=granted, browserContextId=context)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        self.call("Emulation.setFocusEmulationEnabled", enabled=True)
        wanted = {"name": "prefers-color-scheme", "value": scheme}
        self.call("Emulation.setEmulatedMedia", features=[wanted])
        self.call("Page.addScriptToEvaluateOnNewDocument", source=before)
        self.events.clear()
        self.call("Page.navigate", url=address)
        self.wait_for(lambda: "Page.loadEventFired" in [each["method"] for each in self.events])

    def reload(self) -> None:
        """Reload the page, and wait as `open` does."""
        self.events.clear()
        self.call("Page.reload")
        self.wait_for(lambda: "Page.loadEventFired" in [each["method"] for each in self.events])

    def run(self, script: str) -> Any:  # noqa: ANN401 - whatever the script makes
        """Evaluate a script in the page, as if after a click by its user."""
        answer = self.call(
            "Runtime.evaluate",
            expression=script,
            returnByValue=True,
            awaitPromise=True,
            userGesture=True,
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def wait_for(self, is_so: Callable[[], Any]) -> None:
        """Wait until a condition is true, while events come in."""
        deadline = time.monotonic() + TIMEOUT
        while not is_so():
            assert time.monotonic() < deadline, "Waited in vain."
            self._receive(0.02)

    def complaints(self) -> list[str]:
        """Return the console's errors and warnings."""
        said: list[str] = []
        for event in self.events:
            parameters = event["params"]
            match event["method"]:
                case "Runtime.exceptionThrown":
                    said.append(parameters["exceptionDetails"]["text"])
                case "Log.entryAdded" if parameters["entry"]["level"] in _ERRORS:
                    entry = parameters["entry"]
                    said.append(f"{entry['text']} {entry.get('url', '')}")
                case "Runtime.consoleAPICalled" if parameters["type"] in _ERRORS:
                    said.append(str(parameters["args"]))
        return said

    def screenshot(self, path: Path) -> None:
        """Write the whole page to a PNG."""
        picture = self.call("Page.captureScreenshot", captureBeyondViewport=True)
        path.write_bytes(b64decode(picture["data"]))

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """Call a method of the DevTools protocol and return its reply."""
        self._number += 1
        number = self._number
        message: dict[str, object] = {"id": number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._orders, json.dumps(message).encode() + b"\0")
        deadline = time.monotonic() + TIMEOUT
        while time.monotonic() < deadline:
            for answer in self._receive(0.5):
                if answer.get("id") == number:
                    assert "error" not in answer, f"{method}: {answer['error']}"
                    result: dict[str, Any] = answer["result"]
                    return result
        raise TimeoutError(f"{method} was not answered.")

    def _receive(self, seconds: float) -> list[dict[str, Any]]:
        """Return the replies that came in, and store the page's events."""
        if select.select([self._answers], [], [], seconds)[0]:
            if not (read := os.read(self._answers, 1 << 16)):
                raise EOFError("The browser has ended.")
            self._buffer += read
        *messages, self._buffer = self._buffer.split(b"\0")
        said = [json.loads(message) for message in messages]
        self.events += [
            each for each in said if "method" in each and each.get("sessionId") == self._session
        ]
        return [each for each in said if "id" in each]


def _pipe() -> list[int]:
    """Return both ends of a pipe, avoiding the descriptors 3 and 4 of the browser."""
    low = os.pipe()
    high = [fcntl(end, F_DUPFD_CLOEXEC, 10) for end in low]
    for end in low:
        os.close(end)
    return high
