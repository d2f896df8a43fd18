"""A customer is saved, and found again after the next start, by a screen reader alone."""

import json
from pathlib import Path

from tests.desktop import Desktop
from tests.program import Program

AL = {"Customer ID": "007", "Email": "al@example.org", "Phone": "+14155552671"}


def test_a_customer_is_saved_and_picked_again_at_the_next_start(tmp_path: Path) -> None:
    with Desktop(tmp_path) as desktop:
        kept = tmp_path / "home" / ".local" / "share" / "reamaze-gui" / "customers.json"
        with Program(desktop, "--account", "acme") as program:
            program.fill(AL)
            program.press("Save customer…")
            asks = program.reader.window("Save customer")
            assert str(kept) in " ".join(node.name for node in asks.walk())
            asks.find("Saved as", "text").type_text("Al")
            asks.find("Save customer", "push button").press()
            program.wait_to_hear("Saved as Al: ")
            assert program.quit() == 0
        [entry] = json.loads(kept.read_text("utf-8"))["customers"]
        assert (entry["saved_as"], entry["account"], entry["id"]) == ("Al", "acme", "007")
        with Program(desktop, "--account", "other") as program:
            program.press("Saved customers…")
            manager = program.reader.window("Saved customers")
            manager.find("Filter").type_text("al@")
            manager.find("Fill the form").press()
            program.wait_to_hear("The account is now acme.")
            assert {name: program.read(name) for name in AL} == AL
            assert program.read("Account") == "acme"
            assert program.quit() == 0
            assert program.output == ""
