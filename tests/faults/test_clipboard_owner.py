"""The program from which something was copied hangs before it is pasted."""

import signal
from pathlib import Path

from tests.desktop import Desktop
from tests.program import Program

LINE = "48151623,zoe@example.org,Zoë"


def test_nothing_is_pasted_and_the_window_says_so_once_it_has_waited(tmp_path: Path) -> None:
    path = tmp_path / "line.csv"
    path.write_text(LINE)
    with Desktop(tmp_path) as desktop, Program(desktop, "--demo", "--id", "7") as program:
        owner = desktop.popen("xclip", "-in", "-selection", "clipboard", "-quiet", path)
        program.wait_until(lambda: desktop.clipboard() == LINE)
        owner.send_signal(signal.SIGSTOP)
        program.press("Paste customer")
        program.wait_to_hear("There is no text on the clipboard. The form still has ")
        assert program.read("Customer ID") == "7"
        owner.send_signal(signal.SIGCONT)
        assert (program.quit(), program.output) == (0, "")
