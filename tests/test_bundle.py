"""The bundle runs where there is no Python, with all that it needs and nothing besides."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from reamaze_gui import __version__
from reamaze_gui.core.authkey import Secret, authkey
from reamaze_gui.resources import resource
from tests.bundle import build_bundle
from tests.desktop import Desktop
from tests.program import Program

ROOT = Path(__file__).parent.parent
LARGEST = 240  # MB, with a Python whose symbols are kept

pytestmark = pytest.mark.slow
only_on_linux = pytest.mark.skipif(sys.platform != "linux", reason="the desktop is a Linux one")


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_bundle(tmp_path_factory.mktemp("bundle"))


@pytest.fixture(scope="module")
def program(bundle: Path) -> Path:
    return next(path for path in bundle.glob("reamaze-gui*") if path.is_file())


@pytest.fixture
def bundled(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `Program` start what is in the bundle."""
    monkeypatch.setattr(Program, "command", (str(program),))


def run(program: Path, *arguments: str | Path, directory: Path) -> str:
    """Run the bundle without anything of this Python's, or of a display."""
    kept = {name: value for name, value in os.environ.items() if name in {"HOME", "SYSTEMROOT"}}
    ended = subprocess.run(
        [program, *arguments],
        env=kept | {"PATH": os.defpath},
        cwd=directory,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert ended.stderr == ""
    return ended.stdout


@only_on_linux
def test_it_tells_its_version(program: Path, tmp_path: Path) -> None:
    assert run(program, "--version", directory=tmp_path) == f"Re:amaze SSO {__version__}\n"


def test_it_draws_its_window_without_a_display(program: Path, tmp_path: Path) -> None:
    run(program, "--demo", "--screenshot", "window.png", directory=tmp_path)
    image = QImage(str(tmp_path / "window.png"))
    across, down = range(0, image.width(), 7), range(0, image.height(), 7)
    assert len({image.pixel(x, y) for x in across for y in down}) > 10


def test_it_brings_every_resource(bundle: Path) -> None:
    [inside] = (path for path in bundle.rglob("reamaze_gui/resources") if path.is_dir())
    files = [path for path in (ROOT / "resources").rglob("*") if path.is_file()]
    assert len(files) > 20
    for path in files:
        copy = inside / path.relative_to(ROOT / "resources")
        assert copy.read_bytes() == path.read_bytes()


def test_it_brings_nothing_that_is_for_the_tests_or_for_the_network(bundle: Path) -> None:
    ours = {path.name for path in resource("").rglob("*")}
    names = " ".join({path.name.lower() for path in bundle.rglob("*")} - ours)
    for unwanted in (
        "networkmanager",
        "openssl",
        "pytest",
        "hypothesis",
        "tkinter",
        "keyrings",
        "libgtk",
        "geodata",
    ):
        assert unwanted not in names, unwanted
    size = sum(path.lstat().st_size for path in bundle.rglob("*") if not path.is_dir())
    assert size < LARGEST * 1_000_000


@only_on_linux
@pytest.mark.usefixtures("bundled")
def test_it_keeps_the_secret_in_the_systems_keyring(tmp_path: Path) -> None:
    with Desktop(tmp_path) as desktop:
        with Program(desktop, "--account", "acme") as program:
            program.wait_to_hear("None saved yet.")
            program.fill({"SSO secret": "kept-by-a-bundle"})
            program.press("Save secret")
            program.wait_to_hear("Saved in GNOME Keyring.")
            assert (program.quit(), program.output) == (0, "")
        assert desktop.saved_secret("acme") == "kept-by-a-bundle"
        with Program(desktop, "--id", "7", "--email", "bo@example.org") as again:
            key = authkey(Secret("kept-by-a-bundle"), "7", "bo@example.org")
            again.wait_to_read("Authkey", key)
            assert (again.quit(), again.output) == (0, "")


@only_on_linux
@pytest.mark.usefixtures("bundled")
def test_what_its_pages_need_is_in_it(tmp_path: Path) -> None:
    with Desktop(tmp_path) as desktop, Program(desktop, "--demo") as program:
        program.fill({"Phone": "(415) 555-2671"})
        program.part("Use +14155552671")  # phonenumbers knows the region's
        program.press("Diagnose")
        program.part("Customer's page").type_text(
            "_support['user'] = {id: 48151623, email: 'Zoe.Quinn@Example.org', "
            "authkey: 'AkX0Pc8T71jlTIFrH+UVSU3KTzp9fuVeIXyxn/CRjIc='}"
        )
        program.wait_until(lambda: "lower" in program.read("Report"))  # tree-sitter read it
        assert (program.quit(), program.output) == (0, "")


@only_on_linux
@pytest.mark.usefixtures("bundled")
def test_what_it_opens_does_not_get_its_libraries(tmp_path: Path) -> None:
    programs, told = tmp_path / "programs", tmp_path / "told"
    programs.mkdir()
    browser = programs / "xdg-open"
    browser.write_text(f'#!/bin/sh\nenv > "{told}.part" && mv "{told}.part" "{told}"\n')
    browser.chmod(0o700)
    path = f"{programs}:/usr/bin:/bin"
    with Desktop(tmp_path / "d") as desktop, Program(desktop, "--demo", PATH=path) as program:
        program.press("Try in browser")
        program.wait_until(told.is_file)
    variables = dict(line.partition("=")[::2] for line in told.read_text().splitlines())
    assert variables["PATH"] == path
    assert "LD_LIBRARY_PATH" not in variables
