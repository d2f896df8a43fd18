"""The system's browser is asked quietly, and what is known of its failure is told."""

from pathlib import Path

import pytest

from reamaze_gui.ui.build import browser
from reamaze_gui.ui.build.browser import open_address

ADDRESS = "http://127.0.0.1:54321/a_path-that-nobody-guesses"


def install(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a program in the place of xdg-open, the only one there."""
    program = folder / "xdg-open"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o700)
    monkeypatch.setenv("PATH", str(folder))


@pytest.mark.parametrize(
    ("script", "opened"),
    [
        pytest.param("exit 0", True, id="opened"),
        pytest.param("exit 3", False, id="no browser"),
        pytest.param("exit 4", False, id="a browser that fails"),
    ],
)
def test_it_tells_what_xdg_open_tells(
    script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, opened: bool
) -> None:
    install(tmp_path, f'echo "$@" > {tmp_path}/asked; {script}', monkeypatch)
    assert open_address(ADDRESS) is opened
    assert (tmp_path / "asked").read_text() == f"{ADDRESS}\n"


def test_without_xdg_open_no_browser_comes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not open_address(ADDRESS)


def test_a_browser_that_stays_is_one_that_came(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser, "_TIMEOUT", 0.1)
    install(tmp_path, f"while [ ! -e {tmp_path}/closed ]; do :; done", monkeypatch)
    assert open_address(ADDRESS)
    (tmp_path / "closed").touch()


def test_nothing_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    install(tmp_path, 'echo "$@"; echo "$@" >&2', monkeypatch)
    assert open_address(ADDRESS)
    assert capfd.readouterr() == ("", "")
