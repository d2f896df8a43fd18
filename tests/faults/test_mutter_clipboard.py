"""GNOME's Wayland keeps a copy of the clipboard: is the authkey gone all the same?"""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop import Desktop
from tests.mutter import Mutter
from tests.program import SETTINGS, Program

pytestmark = pytest.mark.slow

# The program, whose minutes are short.
HURRIED = """
from reamaze_gui import app
from reamaze_gui.ui.runtime import clipboard
clipboard.MINUTE = 400
app.start()
"""


@pytest.fixture
def mutter(desktop: Desktop, tmp_path: Path) -> Iterator[Mutter]:
    with Mutter(desktop, tmp_path) as mutter:
        yield mutter


def start(desktop: Desktop, mutter: Mutter) -> Program:
    return Program(desktop, "--demo", **mutter.environment)


def copy(program: Program, mutter: Mutter) -> str:
    """Copy the authkey, and return it once another program can have it."""
    authkey = program.read("Authkey")
    mutter.type()
    program.press("Copy authkey")
    program.wait_to_hear("Copied: ")
    program.wait_until(lambda: mutter.clipboard() == authkey)
    return authkey


@pytest.mark.parametrize("is_covered", [False, True])
@pytest.mark.parametrize("end", ["terminate", "kill"])
def test_it_is_gone_with_the_program(
    end: str, desktop: Desktop, mutter: Mutter, *, is_covered: bool
) -> None:
    with start(desktop, mutter) as program:
        copy(program, mutter)
        if is_covered:
            mutter.cover()
        getattr(program.process, end)()
        program.wait()
        assert mutter.clipboard() == ""


@pytest.mark.parametrize("is_covered", [False, True])
def test_it_is_gone_when_its_time_is_over(
    desktop: Desktop, mutter: Mutter, monkeypatch: pytest.MonkeyPatch, *, is_covered: bool
) -> None:
    monkeypatch.setattr(Program, "command", (sys.executable, "-c", HURRIED))
    with start(desktop, mutter) as program:
        copy(program, mutter)
        if is_covered:
            mutter.cover()
        program.wait_to_hear("The clipboard was cleared.")
        assert mutter.clipboard() == ""


def test_what_may_stay_is_still_there_when_the_program_has_ended(
    desktop: Desktop, mutter: Mutter, tmp_path: Path
) -> None:
    settings = tmp_path / SETTINGS
    settings.parent.mkdir(parents=True)
    settings.write_text("[clipboard]\nminutes=0\n")
    with start(desktop, mutter) as program:
        authkey = copy(program, mutter)
        program.quit()
        assert mutter.clipboard() == authkey
