"""The program from which something was copied ends, or hangs, before it is pasted."""

import signal
from pathlib import Path

from tests.children import Child
from tests.desktop import Desktop
from tests.faults.watched import keys
from tests.program import TITLE, Program

LINE = "48151623,zoe@example.org,Zoë"


def test_nothing_is_pasted_and_the_window_says_so_at_once_or_once_it_has_waited(
    tmp_path: Path,
) -> None:
    with Desktop(tmp_path) as desktop, Program(desktop, "--demo", "--id", "7") as program:
        assert program.read("Customer ID") == "7"
        desktop.activate(TITLE)
        owner = copied(desktop, program, tmp_path)
        owner.kill()
        owner.wait()
        program.part("Customer ID").focus()
        keys(desktop, "End", "ctrl+v")
        program.press("Paste customer")
        program.wait_to_hear("There is no text on the clipboard. The form still has ")
        assert program.read("Customer ID") == "7"
        program.press("Diagnose")
        before = len(program.reader.announcements())
        program.press("Paste")
        program.wait_until(lambda: "no text" in " ".join(program.reader.announcements()[before:]))
        assert program.read("Customer's page") == ""
        program.press("Build")
        owner = copied(desktop, program, tmp_path)
        owner.send_signal(signal.SIGSTOP)
        before = len(program.reader.announcements())
        program.press("Paste customer")
        program.wait_to_hear("There is no text on the clipboard. The form still has ", after=before)
        assert program.read("Customer ID") == "7"
        owner.send_signal(signal.SIGCONT)
        assert (program.quit(), program.output) == (0, "")


def copied(desktop: Desktop, program: Program, directory: Path) -> Child:
    """Return a program that has a line on the clipboard."""
    path = directory / "line.csv"
    path.write_text(LINE)
    owner = desktop.popen("xclip", "-in", "-selection", "clipboard", "-quiet", path)
    program.wait_until(lambda: desktop.clipboard() == LINE)
    return owner
