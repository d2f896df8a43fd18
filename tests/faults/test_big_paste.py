"""A hundred megabytes on the clipboard, wherever they are pasted; in haste, thirty."""

from pathlib import Path

import pytest

from tests.desktop import Desktop
from tests.faults.watched import keys, megabytes
from tests.program import SOON, TITLE, Program

FIELDS = ("Customer ID", "Email", "Name", "Phone", "Avatar URL", "SSO secret")
CUT = {
    "Account": "Longer than any account",
    "Also try": "Also try can hold 4,000 characters: the rest was left out.",
}
PAGE_REFUSED = "That is more than 5,000,000 characters, and no shop's page is that long."
LEFT_OVER = 40  # megabytes; what was pasted once weighs two for each million of characters
PEAK = 8  # megabytes for each: Qt's own copies of what the clipboard brings


@pytest.mark.parametrize("millions", [30, pytest.param(100, marks=pytest.mark.slow)])
def test_it_is_refused_and_the_window_stays_usable(millions: int, tmp_path: Path) -> None:
    big, few = tmp_path / "big.txt", millions * 1_000
    big.write_text("x" * millions * 1_000_000)
    with Desktop(tmp_path) as desktop, Program(desktop, "--account", "acme") as program:
        program.wait_to_hear("None saved yet.")
        program.press("Diagnose")
        program.part("Customer's page")
        program.press("Build")
        before = megabytes(program)
        desktop.popen("xclip", "-in", "-selection", "clipboard", big).wait(SOON)  # goes on serving
        desktop.activate(TITLE)
        for name in FIELDS:
            program.part(name).focus()
            keys(desktop, "ctrl+v")
            program.wait_until(lambda: program.read(name) != "")  # noqa: B023 - called at once
            assert len(program.read(name)) < few
            program.part(name).focus()
            keys(desktop, "Tab")
            program.wait_until(lambda: "onger than" in program.part(name).description)  # noqa: B023
        program.part("Account").focus()
        keys(desktop, "End", "ctrl+v")
        program.wait_to_hear(CUT["Account"])
        assert program.read("Account").startswith("acmex")
        assert len(program.read("Account")) < few
        program.press("Paste customer")
        program.wait_to_hear("That is longer than 1,000,000 characters.")
        program.press("Diagnose")
        program.press("More to try")
        program.fill({"Also try": "7, "})
        program.part("Also try").focus()
        keys(desktop, "ctrl+v")
        program.wait_to_hear(CUT["Also try"])
        program.wait_to_read("Also try", "7 ")  # what was pasted is the secret that was typed
        program.part("Customer's page").focus()
        keys(desktop, "ctrl+v")
        program.wait_to_hear(PAGE_REFUSED)
        program.press("Paste")
        program.wait_until(lambda: announced(program).count(PAGE_REFUSED) == 2)
        assert program.read("Customer's page") == ""
        program.fill(dict.fromkeys((*FIELDS, "Also try"), "7") | {"Email": "zoe@example.org"})
        assert len(program.read("Authkey")) == 64
        assert megabytes(program) - before < LEFT_OVER
        assert megabytes(program, "VmHWM") - before < PEAK * millions
        assert (program.quit(), program.output) == (0, "")


def announced(program: Program) -> str:
    return " ".join(program.reader.announcements())
