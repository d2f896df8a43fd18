"""The display goes away under the program, as it does at a logout."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from reamaze_gui.core.customer import Customer
from reamaze_gui.core.saved import Saved
from reamaze_gui.customer_file import CustomerFile
from tests.desktop import PASSWORD, Desktop
from tests.faults.patience import seconds_to_end
from tests.mutter import Mutter
from tests.opener import path_with_browser
from tests.program import CUSTOMERS, SETTINGS, Program

ACCOUNT, LAST = "acme", "globex"
SAVING = "Saving it in the keyring…"
SECRET = "saved-before-the-logout-0451"
ZOE = Saved("Zoë", Customer("7", "zoe@example.org"))
DISPLAY = f":{10_000 + os.getpid() % 20_000}"  # which nobody else takes while it is away

Moment = Callable[[Desktop, Program], object]


def a_secret_is_being_saved(desktop: Desktop, program: Program) -> None:
    program.press("Change secret")
    program.wait_until(lambda: program.allows("SSO secret"))
    program.fill({"SSO secret": "another-0451"})
    desktop.stop_keyring()
    program.press("Save secret")
    program.wait_until(lambda: heard(program).count(SAVING) == 2)  # the first was heard long ago


def the_keyring_asks(desktop: Desktop, program: Program) -> None:
    desktop.lock_keyring()
    program.fill({"Account": "another"})
    program.reader.window("Unlock Login Keyring")


def a_dialog_is_open_and_a_page_served(_: Desktop, program: Program) -> None:
    program.press("Try in browser")
    program.wait_to_hear("Opened in the browser")
    program.press("Diagnose")
    program.press("Open file")
    program.reader.window("Open the customer's page, or a list")


def heard(program: Program) -> str:
    return " ".join(program.reader.announcements())


MOMENTS: dict[str, Moment] = {
    "a secret is being saved": a_secret_is_being_saved,
    "the keyring asks for its password": the_keyring_asks,
    "a dialog is open and a page served": a_dialog_is_open_and_a_page_served,
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_it_ends_within_a_second_and_what_was_saved_is_there_at_the_next_start(
    moment: str, tmp_path: Path
) -> None:
    file = CustomerFile(tmp_path / CUSTOMERS)
    assert file.change(lambda saved: (*saved, ZOE)).before is not None
    (tmp_path / SETTINGS).parent.mkdir(parents=True)
    (tmp_path / SETTINGS).write_text(f"[accounts]\nknown={LAST}\n")
    with Desktop(tmp_path, prompts="shown") as desktop:
        display = desktop.start_display(DISPLAY)
        own = {"DISPLAY": display, "PATH": path_with_browser(tmp_path)}
        with Program(desktop, "--account", ACCOUNT, **own) as program:
            program.wait_to_hear("None saved yet.")
            program.fill(
                {"Customer ID": "48151623", "Email": "bo@example.org", "SSO secret": SECRET}
            )
            program.press("Save secret")
            program.wait_to_hear("Saved in GNOME Keyring.")
            MOMENTS[moment](desktop, program)
            program.fill({"Account": LAST})
            terminate = desktop.displays[display].terminate
            took = seconds_to_end(program.process.pid, terminate)
            assert program.wait() == 1  # and no signal's number: nothing crashed
            assert program.output.startswith("The X11 connection broke")
            assert "Traceback" not in program.output
            assert took < 1
        desktop.end_display(display)
        desktop.start_keyring(PASSWORD)
        assert desktop.start_display(display) == display
        with Program(desktop, **own) as next_one:
            if "XIO" not in program.output:  # Xlib, if it notices first, ends the process itself
                assert next_one.read("Account") == LAST
            next_one.fill({"Account": ACCOUNT})
            next_one.wait_to_hear("Saved in GNOME Keyring.")
            assert (next_one.quit(), next_one.output) == (0, "")
        assert desktop.saved_secret(ACCOUNT) == SECRET
    kept = file.read()
    assert ZOE in kept.saved
    assert kept.trouble == ""


@pytest.mark.slow
def test_a_compositor_that_ends_takes_no_settings(desktop: Desktop, tmp_path: Path) -> None:
    settings = Path(desktop.environment["XDG_CONFIG_HOME"], "reamaze-gui", "reamaze-gui.ini")
    with Mutter(desktop, tmp_path) as mutter, Program(desktop, **mutter.environment) as program:
        program.fill({"Account": ACCOUNT, "SSO secret": SECRET})
        program.wait_until(lambda: settings.exists() and ACCOUNT in settings.read_text())
        mutter.end()
        program.wait()
        assert program.output.startswith("The Wayland connection broke")
    with Program(desktop) as next_one:
        assert next_one.read("Account") == ACCOUNT
        assert (next_one.quit(), next_one.output) == (0, "")
