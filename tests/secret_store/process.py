"""Calls the secret store in a separate process.

keyring remembers what it chose for as long as its process lives, so the store runs in processes
of its own, each in a desktop of its own; secret-tool and keyring's own command are the witnesses.
"""

import json
import os
import select
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Self

from reamaze_gui.secret_store import SecretStoreError
from tests.desktop import Desktop

SECRET = "8f1c-a secret like no other-e07d"
HANG = 120  # seconds after which no reply is expected

DRIVER = """
import json, sys, traceback
from reamaze_gui import secret_store
from reamaze_gui.core.authkey import Secret

for line in sys.stdin:
    name, *arguments = json.loads(line)
    if name == "save":
        arguments[1] = Secret(arguments[1])
    try:
        answer = getattr(secret_store, name)(*arguments)
        answer = {"returns": answer.value if isinstance(answer, Secret) else answer}
    except secret_store.SecretStoreError as error:
        report = "".join(traceback.format_exception(error)) + repr(error)
        answer = {"says": str(error), "locked": error.locked, "report": report}
    print(json.dumps(answer), flush=True)
"""


class Store:
    """The secret store in a separate process on the test's desktop."""

    def __init__(self, **environment: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", DRIVER],
            env=os.environ | environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        logged = self._process.communicate(timeout=HANG)
        assert SECRET not in logged[1]

    def begin(self, *call: str) -> None:
        """Call without waiting for the reply."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps(call) + "\n")
        self._process.stdin.flush()

    def answer(self) -> object:
        """Wait for the reply, and return or raise it."""
        assert self._process.stdout
        ready, _, _ = select.select([self._process.stdout], [], [], HANG)
        assert ready, "The store hangs."
        answer = json.loads(self._process.stdout.readline())
        assert SECRET not in answer.get("report", "")
        if "says" in answer:
            raise SecretStoreError(answer["says"], locked=answer["locked"])
        result: object = answer["returns"]
        return result

    def ask(self, *call: str) -> object:
        """Call and wait for the reply."""
        self.begin(*call)
        return self.answer()


MoveInto = Callable[..., Desktop]
Choose = Callable[..., Store]


def secret_tool(user: str) -> str | None:
    command = ["secret-tool", "lookup", "service", "reamaze-gui", "username", user]
    found = subprocess.run(command, capture_output=True, check=False)
    return None if found.returncode else found.stdout.decode()


def keyring_command(*arguments: str, given: str = "") -> str:
    command = [sys.executable, "-m", "keyring", *arguments]
    return subprocess.run(
        command, input=given, capture_output=True, text=True, check=True, timeout=HANG
    ).stdout


def files_with_the_secret(directory: Path) -> list[str]:
    """Return the files that contain a text, plain or in the Base64 of keyrings.alt."""
    forms = SECRET.encode(), b64encode(SECRET.encode())
    files = [path for path in directory.rglob("*") if path.is_file()]
    return [path.name for path in files if any(form in path.read_bytes() for form in forms)]
