"""Two windows of the same user, on two displays, leave each other's work as it is."""

from collections.abc import Iterator
from configparser import ConfigParser
from pathlib import Path

import pytest

from reamaze_gui.core.saved import find
from reamaze_gui.customer_file import CustomerFile
from tests.desktop import Desktop
from tests.program import CUSTOMERS, SETTINGS, TITLE, Program
from tests.screen_reader import Node

SECRETS = {"acme": "secret-of-one-0451", "globex": "secret-of-two-0451"}


@pytest.fixture
def both(desktop: Desktop) -> Iterator[tuple[Program, Program]]:
    with Program(desktop, "--account", "acme", "--id", "1") as one:
        first, display = one.window, desktop.start_display()
        with Program(desktop, "--account", "globex", "--id", "2", DISPLAY=display) as two:
            two.wait_until(lambda: len(windows(two, TITLE)) == 2)
            [two.window] = [each for each in windows(two, TITLE) if each != first]
            yield one, two


def windows(program: Program, title: str) -> list[Node]:
    return [each for each in program.reader.windows() if each.name == title]


def test_what_one_saves_is_not_lost_to_what_the_other_saves(
    both: tuple[Program, Program], desktop: Desktop, tmp_path: Path
) -> None:
    save_customers(both, CustomerFile(tmp_path / CUSTOMERS))
    for program, secret in zip(both, SECRETS.values(), strict=True):
        program.wait_until(lambda: program.allows("SSO secret"))  # noqa: B023 - called at once
        program.fill({"SSO secret": secret})
        program.wait_until(lambda: program.allows("Save secret"))  # noqa: B023
    for program in both:
        program.press("Save secret")
        program.wait_to_hear("Saved in GNOME Keyring.")
    for program, choice in zip(both, ("Dark", "PHP"), strict=True):
        program.window.find(choice, "menu item").press()
    for program in both:
        assert (program.quit(), program.output) == (0, "")
    assert {account: desktop.saved_secret(account) for account in SECRETS} == SECRETS
    settings = ConfigParser(interpolation=None)
    settings.read(tmp_path / SETTINGS, encoding="utf-8")
    assert all(account in settings["accounts"]["known"] for account in SECRETS)
    assert "Dark" in settings["window"]["colours"]
    assert "PHP" in settings["snippet"]["format"]


def save_customers(both: tuple[Program, Program], file: CustomerFile) -> None:
    """Save one in each program under the same name, which is not replaced unseen."""
    for program in both:
        program.press("Save customer…")
    both[0].wait_until(lambda: len(windows(both[0], "Save customer")) == 2)
    asked = {each.owner: each for each in windows(both[0], "Save customer")}
    dialogs = [asked[program.window.owner] for program in both]
    for dialog in dialogs:
        dialog.find("Saved as", "text").type_text("Zoë")
    dialogs[0].find("Save customer", "push button").press()
    both[0].wait_until(lambda: find(file.read().saved, "Zoë") is not None)
    dialogs[1].find("Save customer", "push button").press()
    dialogs[1].find("Replace customer", "push button")
    name = dialogs[1].find("Saved as", "text")
    assert "“Zoë” is already saved: 1 of acme. It would be replaced." in name.description
    name.type_text("Bo")
    dialogs[1].find("Save customer", "push button").press()
    both[1].wait_until(lambda: find(file.read().saved, "Bo") is not None)
    kept = {each.saved_as: (each.customer.id, each.account) for each in file.read().saved}
    assert kept == {"Zoë": ("1", "acme"), "Bo": ("2", "globex")}
