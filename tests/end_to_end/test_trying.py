"""The page of Try in browser comes and goes with the program, and follows what is typed."""

from pathlib import Path

from tests.desktop import Desktop
from tests.message_bus import TIMEOUT
from tests.program import Program
from tests.try_client import curl


def test_the_page_follows_the_form_and_ends_with_the_program(tmp_path: Path) -> None:
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "xdg-open").write_text("#!/bin/sh\n")
    (programs / "xdg-open").chmod(0o700)
    with (
        Desktop(tmp_path / "desktop") as desktop,
        Program(desktop, PATH=f"{programs}:/usr/bin:/bin") as program,
    ):
        typed = {"Account": "acme", "Customer ID": "7", "Email": "zoe@example.org"}
        program.fill(typed | {"SSO secret": "Kö1n;»secret«"})
        program.press("Try in browser")
        program.wait_to_hear("Opened in the browser: ")
        program.press("Copy address")
        program.wait_to_hear("Copied: the address")
        paste = desktop.popen("xclip", "-out", "-selection", "clipboard")
        address = paste.communicate(timeout=TIMEOUT)[0]
        page = curl(address)
        assert program.read("Snippet").strip() in page
        assert program.read("Authkey") in page
        assert "Kö1n" not in page
        program.fill({"Email": "max@example.org"})
        program.wait_until(lambda: "email: 'max\\u0040example.org'" in curl(address))
        assert (program.quit(), program.output) == (0, "")
        assert curl(address) == ""
