"""The program started twice: by an impatient user, a script, or after a crash."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reamaze_gui.core.authkey import Secret, authkey
from tests.desktop import Desktop
from tests.program import SOON, TITLE, Program

CUSTOMER = {"Customer ID": "48151623", "Email": "zoe.quinn@example.org", "Name": "Zoë Quinn"}
ARGUMENTS = ("--id", "7", "--email", "bo@example.org", "--name", "Bo")
PATIENT = 120.0  # seconds for a start that waits until another one listens
OPEN_ALREADY = "Re:amaze SSO is already open: its window was brought to the front.\n"
IN_FRONT = """
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
window = QWidget()
window.setWindowTitle("In front")
window.resize(1600, 1200)
window.show()
application.exec()
"""
# The program, with more than 0.1 s for a round trip to X on a machine that is busy.
UNHURRIED = """
from reamaze_gui import app
from reamaze_gui.ui.window import second_start
second_start._ROUND_TRIP = 2_000
app.start()
"""


def start(desktop: Desktop, *arguments: str) -> subprocess.Popen[str]:
    return desktop.popen(sys.executable, "-m", "reamaze_gui", *arguments)


def start_again(desktop: Desktop, *arguments: str) -> tuple[int, str, str]:
    """Start the program once more; return its exit status, and what it said."""
    second = start(desktop, *arguments)
    output, errors = second.communicate(timeout=PATIENT)
    return second.returncode, output, errors


def ask_x(desktop: Desktop, *command: str) -> str:
    return subprocess.run(
        command, env=desktop.environment, capture_output=True, text=True, check=True
    ).stdout


def titles(desktop: Desktop) -> list[str]:
    """Return the titles of all windows on the screen, the one in front first."""
    tree = ask_x(desktop, "xwininfo", "-root", "-children")
    lines = (line.split('"') for line in tree.splitlines() if '("' in line)
    return [line[1] for line in lines if line[1] in (TITLE, "In front")]


def test_a_second_start_hands_its_customer_over_until_undo(desktop: Desktop) -> None:
    with Program(desktop) as program:
        program.fill(CUSTOMER | {"SSO secret": "s"})
        assert start_again(desktop, *ARGUMENTS, "--account", "acme") == (0, OPEN_ALREADY, "")
        program.wait_to_read("Customer ID", "7")
        program.wait_to_read("Authkey", authkey(Secret("s"), "7", "bo@example.org"))
        assert program.read("Account") == "acme"
        program.wait_to_hear("Press Ctrl+Z to restore the previous customer")
        program.press("Undo")
        program.wait_to_read("Customer ID", CUSTOMER["Customer ID"])
        assert {name: program.read(name) for name in CUSTOMER} == CUSTOMER
        assert (program.quit(), program.output) == (0, "")


def test_the_window_comes_to_the_front_with_the_keyboard(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Program, "command", (sys.executable, "-c", UNHURRIED))
    with Program(desktop) as program:
        program.part("Copy snippet")
        desktop.popen(sys.executable, "-c", IN_FRONT)
        program.reader.window("In front")
        desktop.activate("In front")
        program.wait_until(lambda: titles(desktop) == ["In front", TITLE])
        assert start_again(desktop) == (0, OPEN_ALREADY, "")
        program.wait_until(lambda: titles(desktop) == [TITLE, "In front"])
        program.wait_until(
            lambda: ask_x(desktop, "xdotool", "getwindowfocus", "getwindowname") == f"{TITLE}\n"
        )


def test_beside_a_window_that_hangs_another_opens_and_says_so(desktop: Desktop) -> None:
    with Program(desktop) as hanging:
        hanging.part("Copy snippet")
        hanging.process.send_signal(signal.SIGSTOP)
        second = start(desktop, *ARGUMENTS)
        assert second.stderr
        assert second.stderr.readline() == (
            "Re:amaze SSO is already open but not responding, so this is a second window.\n"
        )
        hanging.wait_until(lambda: titles(desktop) == [TITLE, TITLE])
        second.kill()
        hanging.process.send_signal(signal.SIGCONT)
        assert hanging.read("Customer ID") == ""
        assert start_again(desktop, *ARGUMENTS) == (0, OPEN_ALREADY, "")
        hanging.wait_to_read("Customer ID", "7")


def test_a_demonstration_leaves_an_open_window_alone(desktop: Desktop, tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    with Program(desktop) as program:
        program.fill(CUSTOMER)
        demo = start(desktop, "--demo", *ARGUMENTS)
        program.wait_until(lambda: titles(desktop) == [TITLE, TITLE])
        drawing = start(desktop, "--screenshot", str(picture), *ARGUMENTS)
        program.wait_until(picture.is_file)
        assert program.read("Customer ID") == CUSTOMER["Customer ID"]
        for other in (demo, drawing):
            other.terminate()
            assert other.communicate(timeout=SOON) == ("", "")


def test_what_is_handed_over_is_written_nowhere(desktop: Desktop, tmp_path: Path) -> None:
    with Program(desktop) as program:
        program.part("Copy snippet")  # it is the first
        assert start_again(desktop, *ARGUMENTS) == (0, OPEN_ALREADY, "")
        program.wait_to_read("Customer ID", "7")
        files = [path for path in tmp_path.rglob("*") if path.is_file()]
        program.quit()
    assert any(path.suffix == ".lock" for path in files)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path for path in files if b"bo@example.org" in path.read_bytes()] == []
