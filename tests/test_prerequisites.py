"""The program says what Qt lacks on this machine, instead of letting Qt abort."""

import os
import re
import socket
import subprocess
import sys
from functools import cache
from pathlib import Path

import PySide6
import pytest

from reamaze_gui.prerequisites import LIBRARIES, WAYLAND_LIBRARIES, X11_LIBRARIES, obstacle

QT = Path(PySide6.__file__).parent / "Qt"
ON_X11 = LIBRARIES | X11_LIBRARIES
EVERY = ON_X11 | WAYLAND_LIBRARIES

# What the window can't open without, on X11 and on Wayland.
PLUGINS = (
    "platforms/libqoffscreen.so",
    "platforms/libqwayland.so",
    "platforms/libqxcb.so",
    "xcbglintegrations/libqxcb-egl-integration.so",
    "xcbglintegrations/libqxcb-glx-integration.so",
)


def run(*arguments: str, **environment: str | None) -> subprocess.CompletedProcess[str]:
    """Run Python in the environment of the tests, with some variables changed or taken out."""
    changed = {name: value for name, value in environment.items() if value is not None}
    kept = {name: value for name, value in os.environ.items() if name not in environment}
    return subprocess.run(
        [sys.executable, *arguments],
        env=kept | changed,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def start(**environment: str | None) -> subprocess.CompletedProcess[str]:
    return run("-m", "reamaze_gui", **environment)


def broken(library: str, directory: Path) -> str:
    """Return a folder for LD_LIBRARY_PATH: the loader stops at the first file of that name."""
    (directory / library).touch()
    return str(directory)


@cache
def needed_by(plugin: str) -> frozenset[str]:
    """Return the sonames that the loader brings in for one of Qt's plugins."""
    lines = _output("ldd", str(QT / "plugins" / plugin))
    return frozenset(re.findall(r"^\s+(\S+) => ", lines, re.MULTILINE))


@cache
def owners() -> dict[str, str]:
    """Return the package of every library, by the name that every release knows it by."""
    lines = (line.partition(":") for line in _output("dpkg", "-S", "*/lib*.so.*").splitlines())
    return {path.rpartition("/")[2]: name.removesuffix("t64") for name, _, path in lines}


@cache
def packages_that_come_with(names: frozenset[str]) -> frozenset[str]:
    """Return these packages and all that they depend on, as far as it is installed."""
    listed = _output("dpkg-query", "-W", "-f", "${Package}|${Depends},${Pre-Depends}\n")
    depends: dict[str, set[str]] = {}
    for line in listed.replace("t64", "").splitlines():
        name, _, others = line.partition("|")
        depends[name] = set(re.findall(r"(?:^|[,|])\s*([a-z0-9.+-]+)", others))
    found: set[str] = set()
    ahead = set(names)
    while ahead:
        found |= ahead
        ahead = {other for name in ahead for other in depends.get(name, ())} - found
    return frozenset(found)


def _output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("library", ON_X11)
def test_a_missing_library_is_named_with_its_command(library: str, tmp_path: Path) -> None:
    ended = start(LD_LIBRARY_PATH=broken(library, tmp_path))
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.count("\n") == 1
    libraries, _, command = ended.stderr.partition("which this system lacks")
    assert f" {library}," in libraries
    assert f" {EVERY[library]}" in command


def test_all_that_is_missing_is_said_at_once(tmp_path: Path) -> None:
    for library in ("libxcb-icccm.so.4", "libxcb-keysyms.so.1"):
        broken(library, tmp_path)
    says = start(LD_LIBRARY_PATH=str(tmp_path)).stderr
    assert "libxcb-icccm.so.4, libxcb-keysyms.so.1" in says
    assert "apt-get install libxcb-icccm4 libxcb-keysyms1»" in says


def test_make_is_told_the_packages_that_are_missing_a_line_each(tmp_path: Path) -> None:
    ended = run("-m", "reamaze_gui.prerequisites", LD_LIBRARY_PATH=broken("libEGL.so.1", tmp_path))
    assert (ended.returncode, ended.stdout) == (0, "libegl1\n")


@pytest.mark.parametrize(
    "environment",
    [
        pytest.param({"DISPLAY": None}, id="no display"),
        pytest.param({"DISPLAY": None, "QT_QPA_PLATFORM": None}, id="no display, no platform"),
        pytest.param({"DISPLAY": ""}, id="an empty display"),
        pytest.param({"DISPLAY": ":4711"}, id="a server that is not there"),
        pytest.param({"DISPLAY": "nonsense"}, id="a display that is none"),
        pytest.param({"XAUTHORITY": "/dev/null", "DISPLAY": "localhost:4711"}, id="over TCP"),
        pytest.param(
            {"DISPLAY": None, "QT_QPA_PLATFORM": None, "WAYLAND_DISPLAY": "wayland-9"},
            id="a compositor that is not there",
        ),
        pytest.param({"QT_QPA_PLATFORM": "wayland"}, id="Wayland demanded under X11"),
        pytest.param(
            {"DISPLAY": None, "QT_QPA_PLATFORM": "wayland;xcb"}, id="either, and there is neither"
        ),
    ],
)
def test_without_a_display_it_says_so(environment: dict[str, str | None]) -> None:
    ended = start(**environment)
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.count("\n") == 1
    assert "no display" in ended.stderr


def test_a_platform_that_qt_does_not_have_is_named_and_does_not_abort() -> None:
    ended = start(QT_QPA_PLATFORM="nonsense")
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert "nonsense" in ended.stderr


def test_where_a_compositor_answers_no_library_of_x11_is_asked_for(tmp_path: Path) -> None:
    ask = "import os; from reamaze_gui.prerequisites import obstacle; print(obstacle(os.environ))"
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "wayland-0"))
        ended = run(
            *("-c", ask),
            WAYLAND_DISPLAY="wayland-0",
            XDG_RUNTIME_DIR=str(tmp_path),
            QT_QPA_PLATFORM=None,
            LD_LIBRARY_PATH=broken("libxcb-icccm.so.4", tmp_path),
        )
    assert ended.stdout == "\n"


@pytest.mark.parametrize("library", EVERY)
def test_every_library_named_is_needed_by_qt(library: str) -> None:
    assert any(library in needed_by(plugin) for plugin in PLUGINS)


@pytest.mark.parametrize("library", EVERY)
def test_every_package_named_has_its_library(library: str) -> None:
    assert owners()[library] == EVERY[library]


@pytest.mark.parametrize("plugin", PLUGINS)
def test_whatever_qt_needs_comes_with_the_packages_named(plugin: str) -> None:
    own = {file.name for file in (QT / "lib").iterdir()}
    needed = {owners()[library] for library in needed_by(plugin) - own}
    assert needed - packages_that_come_with(frozenset(EVERY.values())) == set()


PLATFORMS = sorted(
    path.name.removeprefix("libq").removesuffix(".so")
    for path in (QT / "plugins/platforms").iterdir()
)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_every_platform_of_qt_may_be_asked_for(platform: str) -> None:
    assert "which Qt does not have" not in obstacle({"QT_QPA_PLATFORM": platform})


def test_a_platform_of_somebody_else_is_left_to_qt() -> None:
    elsewhere = {"QT_QPA_PLATFORM": "theirs", "QT_QPA_PLATFORM_PLUGIN_PATH": "/opt/theirs"}
    assert obstacle(elsewhere) == ""


def test_where_no_font_is_installed_the_reason_is_told(tmp_path: Path) -> None:
    fonts = tmp_path / "fonts.conf"
    fonts.write_text("<fontconfig><dir>/nowhere</dir></fontconfig>")
    told = start(FONTCONFIG_FILE=str(fonts))
    assert (told.returncode, told.stdout) == (1, "")
    assert "found no fonts: run «sudo apt-get install" in told.stderr
