"""The program gets into the user's applications menu, from wherever it is installed."""

import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest

from reamaze_gui import APPLICATION_ID, desktop_entry
from tests.children import wait_until

COMMAND = Path(sys.executable).with_name("reamaze-gui")


@pytest.fixture
def data_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data"


def launcher_in(data_home: Path) -> Path:
    return data_home / "applications" / f"{APPLICATION_ID}.desktop"


def test_it_is_added_with_its_icons(data_home: Path) -> None:
    desktop_entry.install()
    entry = ConfigParser(interpolation=None)
    entry.read(launcher_in(data_home), "utf-8")
    assert entry["Desktop Entry"]["Exec"] == str(COMMAND)
    assert entry["Desktop Action demo"]["Exec"] == f"{COMMAND} --demo"
    assert list(data_home.glob(f"icons/hicolor/*/apps/{APPLICATION_ID}.png"))
    validated = subprocess.run(
        ["desktop-file-validate", launcher_in(data_home)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (validated.returncode, validated.stdout) == (0, "")


@pytest.mark.parametrize("name", ["with space", 'quote"d', "back\\slash", "do$$ar"])
def test_a_path_is_quoted_as_launchers_read_it(
    name: str, data_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / name
    folder.mkdir()
    program = folder / "reamaze-gui"
    program.write_text(f"#!/bin/sh\ntouch '{tmp_path}/started'\n")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(folder / "python"))
    launcher = desktop_entry.install()
    assert launcher == launcher_in(data_home)
    subprocess.run(["gio", "launch", launcher], check=True)
    wait_until((tmp_path / "started").exists, "the program that the launcher names")
