"""A long list is opened and heard of by keyboard alone, and its failing rows are saved."""

import csv
import subprocess
from pathlib import Path

from tests.desktop import Desktop
from tests.openssl import hmac_sha256
from tests.program import TITLE, Program

SECRET = "Kö1n;»secret«"
TIMES = 8_000  # the forty customers, in a file of some 30 MB


def choose_file(desktop: Desktop, program: Program, title: str, path: Path) -> None:
    """Type a path into the system's dialog, and press Return."""
    program.reader.window(title)
    desktop.activate(title)
    subprocess.run(["xdotool", "type", str(path)], env=desktop.environment, check=True)
    desktop.press("Return")


def write(path: Path) -> None:
    rows = []
    for at in range(40):
        email = f"{'Ana' if at % 10 == 3 else 'bo'}.{at}@example.org"
        rows.append(f"{at},{email},{hmac_sha256(SECRET, f'{at}:{email.lower()}').hex()}\n")
    path.write_text("id,email,authkey\n" + "".join(rows) * TIMES)


def test_a_list_is_opened_heard_and_its_failing_rows_are_saved_by_keyboard(
    desktop: Desktop, tmp_path: Path
) -> None:
    listed, saved = tmp_path / "list.csv", tmp_path / "failing.csv"
    write(listed)
    with Program(desktop) as program:
        program.fill({"Account": "acme", "SSO secret": SECRET})
        desktop.activate(TITLE)
        desktop.press("ctrl+2", "ctrl+o")
        choose_file(desktop, program, "Open the customer's page, or a list", listed)
        program.wait_to_hear("list.csv was opened.")
        heard = program.wait_to_hear("rows checked…")
        assert "of about" in heard
        assert "rows fail" in heard
        program.wait_to_hear("32,000 of 320,000 fail")
        assert "lower-cased" in program.read("Report")
        assert program.read("First rows").startswith("id,email,authkey\n0,bo.0@example.org,")
        desktop.activate(TITLE)
        desktop.press("alt+w")
        choose_file(desktop, program, "Save failing rows", saved)
        program.wait_to_hear(f"Saved: these rows, as {saved}.")
        assert (program.quit(), program.output) == (0, "")
    with saved.open(encoding="utf-8-sig", newline="") as file:
        rows = [*csv.DictReader(file)]
    assert len(rows) == 32_000
    assert (rows[0]["row"], rows[0]["id"], rows[0]["email"]) == ("4", "3", "Ana.3@example.org")
