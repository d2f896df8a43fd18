"""The program from which something was copied ends, or hangs, before it is pasted."""

import signal
from pathlib import Path

from tests.desktop import Desktop
from tests.faults.watched import keys
from tests.program import TITLE, Program

LINE = "48151623,zoe@example.org,Zoë"


def test_nothing_is_pasted_and_the_window_says_so(tmp_path: Path) -> None:
    with Desktop(tmp_path) as desktop, Program(desktop, "--demo", "--id", "7") as program:
        assert program.read("Customer ID") == "7"
        desktop.activate(TITLE)
        owner = desktop.popen("xclip", "-in", "-selection", "clipboard", "-quiet", _file(tmp_path))
        program.wait_until(lambda: desktop.clipboard() == LINE)
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
        assert (program.quit(), program.output) == (0, "")


def test_an_owner_that_answers_no_more_is_not_waited_for_without_end(tmp_path: Path) -> None:
    with Desktop(tmp_path) as desktop, Program(desktop, "--demo", "--id", "7") as program:
        assert program.read("Customer ID") == "7"
        owner = desktop.popen("xclip", "-in", "-selection", "clipboard", "-quiet", _file(tmp_path))
        program.wait_until(lambda: desktop.clipboard() == LINE)
        owner.send_signal(signal.SIGSTOP)
        program.press("Paste customer")
        program.wait_to_hear("There is no text on the clipboard. The form still has ")
        assert program.read("Customer ID") == "7"
        owner.send_signal(signal.SIGCONT)
        assert (program.quit(), program.output) == (0, "")


def _file(directory: Path) -> Path:
    path = directory / "line.csv"
    path.write_text(LINE)
    return path
