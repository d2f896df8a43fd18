"""The settings can be neither read nor written: the program starts, works and ends."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reamaze_gui.core.authkey import Secret, authkey
from tests.desktop import Desktop
from tests.program import SETTINGS, Program

resource = pytest.importorskip("resource", reason="Windows has no such limits")

ACCOUNT = "acme"
SECRET = "typed-without-settings-0451"
CUSTOMER = {"Customer ID": "48151623", "Email": "zoe@example.org"}
AUTHKEY = authkey(Secret(SECRET), CUSTOMER["Customer ID"], CUSTOMER["Email"])

# Writes settings again and again, as a window does that is at work beside others.
WINDOW = """
import sys
from PySide6.QtCore import QCoreApplication
from reamaze_gui.ui.runtime.settings import Settings

application = QCoreApplication([])
for number in range(100):
    settings = Settings.of_user()
    setattr(settings, sys.argv[1], f"{sys.argv[2]}{number}")
    settings.file.sync()
"""


DAMAGED: dict[str, Callable[[Path], object]] = {
    "noise, and a line without end": lambda path: path.write_bytes(
        os.urandom(10_000) + b"\n[accounts]\nknown=" + b"\\" * 1_000_000
    ),
    "a folder": Path.mkdir,
    "a link to a full disk": lambda path: path.symlink_to("/dev/full"),
}


# Noise is also read without a window, in tests/ui/runtime/test_settings.py.
@pytest.mark.parametrize(
    "damage",
    [pytest.param(each, marks=[pytest.mark.slow] * (each != "a folder")) for each in DAMAGED],
)
def test_damaged_settings_count_as_none_and_are_replaced(damage: str, tmp_path: Path) -> None:
    (tmp_path / SETTINGS).parent.mkdir(parents=True)
    DAMAGED[damage](tmp_path / SETTINGS)
    with Desktop(tmp_path) as desktop, Program(desktop) as program:
        assert serves(program)
        assert (program.quit(), program.output) == (0, "")
    if (tmp_path / SETTINGS).is_file():
        assert ACCOUNT in (tmp_path / SETTINGS).read_text().partition("last=")[2]


@pytest.mark.parametrize(
    "place", ["/proc/nowhere", pytest.param("/dev/null", marks=pytest.mark.slow)]
)
def test_where_nothing_can_be_written_the_program_serves(place: str, tmp_path: Path) -> None:
    places = {"HOME": place, **dict.fromkeys(PLACES, f"{place}/x")}
    with Desktop(tmp_path) as desktop, Program(desktop, **places) as program:
        assert serves(program)
        assert (program.quit(), program.output) == (0, "")


PLACES = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")


def test_a_disk_that_is_full_leaves_the_settings_as_they_were(tmp_path: Path) -> None:
    with Desktop(tmp_path) as desktop:
        with Program(desktop, "--account", ACCOUNT) as program:
            program.wait_to_hear("None saved yet.")
            assert serves(program)
            program.press("Save secret")
            program.wait_to_hear("Saved in GNOME Keyring.")
            program.quit()
        with Program(desktop) as program:
            program.wait_to_hear("Saved in GNOME Keyring.")
            resource.prlimit(program.process.pid, resource.RLIMIT_FSIZE, (0, 0))
            before = (tmp_path / SETTINGS).read_bytes()
            assert ACCOUNT.encode() in before
            program.fill({"Account": "another"})
            program.wait_to_hear("None saved yet.")
            program.fill({"SSO secret": SECRET})
            program.press("Save secret")
            program.wait_to_hear("Your settings can't be saved")
            program.wait_until(lambda: len(heard(program, "Saved in GNOME Keyring.")) == 2)
            assert (program.quit(), program.output) == (0, "")
        assert (tmp_path / SETTINGS).read_bytes() == before
        assert [path.name for path in (tmp_path / SETTINGS).parent.glob("*.ini*")] == [
            "reamaze-gui.ini"
        ]


def test_two_at_once_do_not_damage_each_others_settings(tmp_path: Path) -> None:
    with Desktop(tmp_path, accessibility=False, keyring="none") as desktop:
        names = ("account", "region")
        both = [desktop.popen(sys.executable, "-c", WINDOW, name, name) for name in names]
        assert [each.communicate(timeout=120) for each in both] == [("", ""), ("", "")]
    written = (tmp_path / SETTINGS).read_text()
    for name in names:
        assert f"{name}99" in written


def serves(program: Program) -> bool:
    """Whether a customer can be served."""
    program.fill(CUSTOMER | {"Account": ACCOUNT, "SSO secret": SECRET})
    program.wait_to_read("Authkey", AUTHKEY)
    return program.allows("Copy snippet")


def heard(program: Program, sentence: str) -> list[str]:
    return [each for each in program.reader.announcements() if sentence in each]
