"""What the program's arguments do, and its exit status."""

import os
import subprocess
import sys
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from reamaze_gui import __version__
from reamaze_gui.core.authkey import Secret, authkey
from tests.desktop import Desktop
from tests.program import SOON, Program

CUSTOMER = {
    "id": ("Customer ID", "48151623"),
    "email": ("Email", "zoe.quinn@example.org"),
    "name": ("Name", "Zoë O'Quinn"),
    "phone": ("Phone", "+14155552671"),
    "avatar": ("Avatar URL", "https://example.org/zoe.png"),
}
NO_DISPLAY = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}


@pytest.fixture(scope="module")
def desktop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    with Desktop(tmp_path_factory.mktemp("desktop")) as started:
        yield started


def run(
    *arguments: str, without: Collection[str] = (), **environment: str
) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in without}
    return subprocess.run(
        [sys.executable, "-m", "reamaze_gui", *arguments],
        env=kept | environment,
        capture_output=True,
        text=True,
        timeout=SOON,
        check=False,
    )


def colours_of(picture: Path) -> set[int]:
    """Return some of the colours in a PNG: one where it is blank."""
    content = picture.read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    image = QImage.fromData(content)
    across, down = range(0, image.width(), 7), range(0, image.height(), 7)
    return {image.pixel(x, y) for x in across for y in down}


def test_the_arguments_prefill_the_form(desktop: Desktop) -> None:
    arguments = [part for key, (_, value) in CUSTOMER.items() for part in (f"--{key}", value)]
    with Program(desktop, "--account", "acme", *arguments) as program:
        assert {key: program.read(label) for key, (label, _) in CUSTOMER.items()} == {
            key: value for key, (_, value) in CUSTOMER.items()
        }
        program.fill({"SSO secret": "s"})
        assert "secret of acme" in program.read("What was signed")
        assert (program.quit(), program.output) == (0, "")


def test_the_demo_shows_a_whole_snippet_and_writes_nothing(tmp_path: Path) -> None:
    with Desktop(tmp_path, keyring="none") as desktop:
        with Program(desktop, "--demo") as program:
            assert "a demonstration with a sample secret" in program.part("SSO secret").description
            customer_id, email = program.read("Customer ID"), program.read("Email")
            key = authkey(Secret("not-a-real-secret"), customer_id, email)
            assert f"authkey: '{key}'" in program.read("Snippet")
            program.fill({"SSO secret": "another"})
            assert not program.allows("Save secret")
            assert (program.quit(), program.output) == (0, "")
        assert list((tmp_path / "home").rglob("*")) == []


@pytest.mark.parametrize("options", [(), ("--demo",)])
def test_a_screenshot_does_not_wait_for_a_keyring_that_never_answers(
    options: tuple[str, ...], tmp_path: Path
) -> None:
    picture = tmp_path / "window.png"
    command: tuple[str | Path, ...] = (
        sys.executable,
        "-m",
        "reamaze_gui",
        *options,
        "--screenshot",
        picture,
    )
    with Desktop(tmp_path / "d", accessibility=False) as desktop:
        desktop.stop_keyring()
        shot = desktop.popen(*command)
        assert shot.communicate(timeout=SOON) == ("", "")
        assert len(colours_of(picture)) > 10


@pytest.mark.parametrize("without", [set(), NO_DISPLAY], ids=["on a display", "without one"])
def test_a_screenshot_is_a_picture_of_the_window(without: set[str], tmp_path: Path) -> None:
    ended = run("--demo", "--screenshot", str(tmp_path / "window.png"), without=without)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    assert len(colours_of(tmp_path / "window.png")) > 10
    assert [file.name for file in tmp_path.iterdir()] == ["window.png"]


@pytest.mark.parametrize("path", ["/nowhere/window.png", "/proc/window.png", "/"])
def test_a_screenshot_that_cannot_be_written_is_status_1_with_a_sentence(path: str) -> None:
    ended = run("--demo", "--screenshot", path)
    assert ended.returncode == 1
    assert ended.stderr == f"The screenshot could not be written to {path}.\n"


def test_a_screenshot_that_cannot_be_written_ends_without_standard_error_too() -> None:
    command = f"exec '{sys.executable}' -m reamaze_gui --demo --screenshot /nowhere/x.png 2>&-"
    ended = subprocess.run(["sh", "-c", command], timeout=SOON, check=False)
    assert ended.returncode == 1


def test_version_and_help_need_no_display() -> None:
    version = run("--version", without=NO_DISPLAY)
    assert (version.returncode, version.stdout) == (0, f"Re:amaze SSO {__version__}\n")
    help_ = run("--help", without=NO_DISPLAY)
    assert (help_.returncode, help_.stderr) == (0, "")
    for argument in ("account", *CUSTOMER, "demo", "screenshot", "version"):
        assert f"--{argument}" in help_.stdout


def test_no_argument_takes_a_secret() -> None:
    assert "no argument takes it" in " ".join(run("--help").stdout.split())
    for name in ("--secret", "--sso-secret", "--key", "--shared-secret", "--password"):
        assert run(name, "x").returncode == 2


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--nonsense"], id="unknown"),
        pytest.param(["acme"], id="without a name"),
        pytest.param(["--email"], id="without its value"),
        pytest.param(["--acc", "acme"], id="abbreviated"),
        pytest.param(["--name", os.fsdecode(b"Zo\xeb")], id="no text in the system's encoding"),
    ],
)
def test_wrong_arguments_are_status_2_with_the_usage(arguments: list[str]) -> None:
    ended = run(*arguments, without=NO_DISPLAY)
    assert ended.returncode == 2
    assert ended.stderr.startswith("usage: reamaze-gui")


def test_nothing_of_qt_is_imported_beside_the_gui_thread() -> None:
    script = """
import sys
from reamaze_gui.app import import_the_rest
from reamaze_gui.ui.window.main_window import MainWindow
before = set(sys.modules)
import_the_rest()
print(*sorted(sys.modules.keys() - before))
"""
    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    imported = told.stdout.split()
    assert {"reamaze_gui.core.diagnosis", "phonenumbers"} <= {*imported}
    assert [name for name in imported if name.startswith(("PySide6", "reamaze_gui.ui"))] == []
