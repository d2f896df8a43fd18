"""Asked to end, at any moment and in any way, the program does what a normal close does."""

import signal
import sys
import time
from collections.abc import Callable
from configparser import ConfigParser
from functools import partial
from pathlib import Path

import pytest

from tests.desktop import Desktop
from tests.faults.patience import seconds_to_end
from tests.faults.window_manager import ask_to_close
from tests.opener import path_with_browser
from tests.program import SOON, TITLE, Program
from tests.try_client import curl

ACCOUNT = "acme"
SECRET = "typed-before-the-end-0451"
CUSTOMER = {"Customer ID": "48151623", "Email": "zoe@example.org"}
USER = {"id": "48151623", "email": "zoe@example.org"}

# The program, with more than half a second for a keyring on a machine that is busy.
PATIENT = """
from reamaze_gui import app
from reamaze_gui.ui.runtime import secret_session
secret_session._QUIT_TIMEOUT = 20
app.start()
"""

Way = Callable[[Desktop, Program], Callable[[], object]]  # prepares it, and returns it


def sent(number: signal.Signals) -> Way:
    return lambda _, program: partial(program.process.send_signal, number)


def by_window_manager(desktop: Desktop, _: Program) -> Callable[[], object]:
    search = desktop.popen("xdotool", "search", "--onlyvisible", "--name", f"^{TITLE}$")
    window = int(search.communicate(timeout=SOON)[0])
    return partial(ask_to_close, desktop.environment["DISPLAY"], window)


WAYS: dict[str, Way] = {
    "SIGINT": sent(signal.SIGINT),
    "SIGTERM": sent(signal.SIGTERM),
    "SIGHUP": sent(signal.SIGHUP),
    "its window is closed": by_window_manager,
}


def leave(program: Program, way: Callable[[], object]) -> None:
    """Have it end, quietly and within a second."""
    took = seconds_to_end(program.process.pid, way)
    assert (program.wait(), program.output) == (0, "")
    assert took < 1


def settings(directory: Path) -> ConfigParser:
    parser = ConfigParser(interpolation=None)
    parser.read(directory / "home/.config/reamaze-gui/reamaze-gui.ini", encoding="utf-8")
    return parser


@pytest.mark.parametrize(
    "way",
    [
        "SIGTERM",
        "its window is closed",
        *(pytest.param(each, marks=pytest.mark.slow) for each in ("SIGINT", "SIGHUP")),
    ],
)
def test_what_a_close_does_is_done(way: str, desktop: Desktop, tmp_path: Path) -> None:
    with Program(desktop, "--account", ACCOUNT) as program:
        program.wait_to_hear("None saved yet.")
        program.fill(CUSTOMER | {"SSO secret": SECRET})
        program.press("Copy authkey")
        program.wait_to_hear("Copied: ")
        assert desktop.clipboard() == program.read("Authkey")
        leave(program, WAYS[way](desktop, program))
    assert ACCOUNT in settings(tmp_path)["accounts"]["last"]
    assert desktop.clipboard() == ""


@pytest.mark.parametrize("way", ["SIGTERM", "its window is closed"])
def test_a_save_that_has_begun_is_finished_and_its_account_remembered(
    way: str, desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Program, "command", (sys.executable, "-c", PATIENT))
    with Program(desktop, "--account", ACCOUNT) as program:
        program.wait_to_hear("None saved yet.")
        program.fill({"SSO secret": SECRET})
        desktop.stop_keyring()
        program.press("Save secret")
        program.wait_to_hear("Saving it in the keyring")
        WAYS[way](desktop, program)()
        desktop.continue_keyring()
        assert (program.wait(), program.output) == (0, "")
    assert desktop.saved_secret(ACCOUNT) == SECRET
    assert ACCOUNT in settings(tmp_path)["accounts"]["known"]


def test_a_save_that_never_ends_is_left(desktop: Desktop, tmp_path: Path) -> None:
    with Program(desktop, "--account", ACCOUNT) as program:
        program.wait_to_hear("None saved yet.")
        program.fill({"SSO secret": SECRET})
        desktop.stop_keyring()
        program.press("Save secret")
        program.wait_to_hear("Saving it in the keyring")
        leave(program, program.process.terminate)
    assert ACCOUNT in settings(tmp_path)["accounts"]["last"]


def test_it_ends_while_the_keyring_asks_for_its_password(tmp_path: Path) -> None:
    desktop = Desktop(tmp_path, keyring="locked", prompts="shown")
    with desktop, Program(desktop, "--account", ACCOUNT) as program:
        program.reader.window("Unlock Login Keyring")
        program.fill({"SSO secret": SECRET})
        leave(program, program.process.terminate)
    assert ACCOUNT in settings(tmp_path)["accounts"]["last"]


def test_it_ends_while_it_searches_for_mistakes(desktop: Desktop, tmp_path: Path) -> None:
    page = f"_support.account = 'acme'; _support.user = {USER | {'authkey': '0451' * 16}};"
    with Program(desktop, "--account", ACCOUNT) as program:
        program.fill({"SSO secret": SECRET})
        program.press("Diagnose")
        program.fill({"Customer's page": page})
        program.wait_until(lambda: program.allows("Cancel search"))
        leave(program, program.process.terminate)
    assert ACCOUNT in settings(tmp_path)["accounts"]["last"]


def test_it_ends_while_it_serves_a_page(desktop: Desktop, tmp_path: Path) -> None:
    with Program(desktop, "--account", ACCOUNT, PATH=path_with_browser(tmp_path)) as program:
        program.fill(CUSTOMER | {"SSO secret": SECRET})
        program.press("Try in browser")
        program.wait_to_hear("Opened in the browser")
        program.press("Copy address")
        program.wait_to_hear("Copied: the address")
        address = desktop.clipboard()
        assert program.read("Snippet").strip() in curl(address)
        leave(program, program.process.terminate)
    assert curl(address) == ""
    assert desktop.clipboard() == ""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize(
    "moments", [(0, 0.2), pytest.param((0.1, 0.3, 0.4, 0.5, 0.6, 0.7), marks=pytest.mark.slow)]
)
def test_it_ends_before_there_is_a_window(
    number: signal.Signals, moments: tuple[float, ...], desktop: Desktop
) -> None:
    for moment in moments:  # seconds
        process = desktop.popen(sys.executable, "-m", "reamaze_gui")
        time.sleep(moment)
        took = seconds_to_end(process.pid, partial(process.send_signal, number))
        output = process.communicate(timeout=SOON)
        assert took < 1
        if number != signal.SIGINT:  # until there is a `main`, Python tells where it was
            assert (process.returncode in {0, -number}, output) == (True, ("", ""))


def test_it_ends_with_its_display_and_loses_nothing(desktop: Desktop, tmp_path: Path) -> None:
    with Program(desktop, "--account", ACCOUNT) as program:
        program.wait_to_hear("None saved yet.")
        program.fill({"SSO secret": SECRET})
        program.press("Save secret")
        program.wait_to_hear("Saved in GNOME Keyring.")
        search = ("xdotool", "search", "--onlyvisible", "--name", f"^{TITLE}$")
        desktop.popen(*search, "windowkill").wait(SOON)
        assert program.wait() == 1
        assert "Did the X11 server die?" in program.output
        assert "Traceback" not in program.output
    assert desktop.saved_secret(ACCOUNT) == SECRET
    assert ACCOUNT in settings(tmp_path)["accounts"]["known"]
