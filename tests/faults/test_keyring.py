"""The keyring fails its user: the program stays usable and loses nothing."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pytest

from reamaze_gui.core.authkey import Secret, authkey
from tests.desktop import PASSWORD, Desktop
from tests.program import Program

ACCOUNT = "acme"
SECRET = "typed-during-a-fault-0451"
CUSTOMER = {"Customer ID": "48151623", "Email": "zoe@example.org"}
AUTHKEY = authkey(Secret(SECRET), CUSTOMER["Customer ID"], CUSTOMER["Email"])
PROMPT = "Unlock Login Keyring"


@contextmanager
def running(
    directory: Path,
    keyring: Literal["unlocked", "locked", "none"],
    prompts: Literal["dismissed", "shown"] = "dismissed",
) -> Iterator[tuple[Desktop, Program]]:
    desktop = Desktop(directory, keyring=keyring, prompts=prompts)
    with desktop, Program(desktop, "--account", ACCOUNT) as program:
        yield desktop, program


def signs(program: Program) -> bool:
    """Whether a customer can be served: typed, signed, and the snippet copied."""
    program.fill(CUSTOMER | {"SSO secret": SECRET})
    return program.read("Authkey") == AUTHKEY and program.allows("Copy snippet")


def is_shown(sentence: str, program: Program) -> bool:
    labels = (node.name for node in program.window.walk() if node.role == "label")
    return any(sentence in label for label in labels)


def files_that_hold(secret: str, directory: Path) -> list[Path]:
    files = (path for path in directory.rglob("*") if path.is_file())
    return [path for path in files if secret.encode() in path.read_bytes()]


def test_without_a_keyring_a_secret_serves_for_the_session(tmp_path: Path) -> None:
    with running(tmp_path, "none") as (_, program):
        reason = "Only a plain-text keyring was found, which is not safe. Install gnome-keyring"
        program.wait_to_hear(reason)
        assert signs(program)
        program.wait_to_hear(f"Used for this session only: {reason}")
        program.press("Save secret")
        program.wait_to_hear("Saving it in the keyring")
        program.wait_until(lambda: is_shown(f"Not saved: {reason}", program))
        assert is_shown("it is used for this session only", program)
        assert program.read("Authkey") == AUTHKEY
        assert (program.quit(), program.output) == (0, "")
    assert files_that_hold(SECRET, tmp_path) == []


def test_cancel_ends_the_wait_for_the_prompt_and_the_typed_secret_serves(tmp_path: Path) -> None:
    with running(tmp_path, "locked", "shown") as (_, program):
        program.reader.window(PROMPT)
        assert is_shown("Waiting for the system keyring", program)
        assert signs(program)
        program.press("Cancel")
        program.wait_to_hear("Stopped waiting for the keyring.")
        assert signs(program)
        program.wait_to_hear("Used for this session only: Stopped waiting for the keyring.")
        assert (program.quit(), program.output) == (0, "")


@pytest.mark.parametrize("fault", ["killed", "stopped"])
@pytest.mark.parametrize(  # seconds after a save was begun, which takes some 0.07
    "moments", [(0.03,), pytest.param((0, 0.01, 0.06), marks=pytest.mark.slow)], ids=str
)
def test_at_any_moment_of_a_save_what_is_said_to_be_saved_is_saved(
    fault: str, moments: tuple[float, ...], tmp_path: Path
) -> None:
    with running(tmp_path, "unlocked") as (desktop, program):
        program.wait_to_hear("None saved yet.")
        for moment in moments:
            secret = f"{SECRET}-{moment}"
            program.fill({"SSO secret": secret})
            program.wait_until(lambda: program.allows("Save secret"))
            before = saves(program)
            program.press("Save secret")
            program.wait_until(lambda: saves(program) > before)  # noqa: B023 - called at once
            time.sleep(moment)
            if fault == "killed":
                desktop.kill_keyring()
            else:
                desktop.stop_keyring()
                program.wait_until(lambda: is_decided(program) or is_asking(program))
                desktop.continue_keyring()
            program.wait_until(lambda: is_decided(program))
            said_saved = is_shown("Secret in", program)
            if fault == "killed":
                desktop.start_keyring(PASSWORD)
            if said_saved:
                assert desktop.saved_secret(ACCOUNT) == secret
            else:
                program.press("Save secret")
                program.wait_until(lambda: is_shown("Secret in GNOME Keyring", program))
            assert desktop.saved_secret(ACCOUNT) == secret
            program.press("Change secret")
            program.wait_until(lambda: program.allows("SSO secret"))
        assert (program.quit(), program.output) == (0, "")


def saves(program: Program) -> int:
    """Return how many were begun."""
    return len([each for each in program.reader.announcements() if "Saving it" in each])


def is_asking(program: Program) -> bool:
    return is_shown("the keyring…", program)


def is_decided(program: Program) -> bool:
    """Whether the save has come to an end, good or bad."""
    return not is_asking(program) and not is_shown("not saved yet", program)
