"""The desktop knows the program: in its menu, its software centre, its task bar."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from reamaze_gui import APPLICATION_ID, __version__
from tests.desktop import Desktop
from tests.program import Program

ROOT = Path(__file__).parent.parent
SHARE = ROOT / "resources" / "share"
LAUNCHER = SHARE / "applications" / f"{APPLICATION_ID}.desktop"
METAINFO = SHARE / "metainfo" / f"{APPLICATION_ID}.metainfo.xml"


@pytest.fixture(scope="module")
def launcher() -> ConfigParser:
    parser = ConfigParser(interpolation=None)
    parser.read(LAUNCHER, "utf-8")
    return parser


@pytest.fixture(scope="module")
def metainfo() -> ET.Element:
    return ET.parse(METAINFO).getroot()  # noqa: S314 - our own file


@pytest.fixture(scope="module")
def desktop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    with Desktop(tmp_path_factory.mktemp("desktop")) as started:
        yield started


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(("desktop-file-validate", LAUNCHER), id="the launcher"),
        pytest.param(("appstreamcli", "validate", "--no-net", METAINFO), id="the metainfo"),
    ],
)
def test_the_validators_find_nothing_wrong(command: tuple[str | Path, ...]) -> None:
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert not re.search(r"^[EW]:|: (error|warning):", ended.stdout + ended.stderr, re.MULTILINE)


def test_the_launcher_starts_what_the_wheel_installs(launcher: ConfigParser) -> None:
    installed = Path(sys.executable).with_name(launcher["Desktop Entry"]["TryExec"])
    for section in launcher.sections():
        command, *arguments = launcher[section]["Exec"].split()
        assert command == installed.name
        probe = [str(installed), *arguments, "--version"]
        ended = subprocess.run(probe, capture_output=True, text=True, check=True)
        assert __version__ in ended.stdout


def test_everything_goes_by_the_same_id(launcher: ConfigParser, metainfo: ET.Element) -> None:
    assert launcher["Desktop Entry"]["Icon"] == APPLICATION_ID
    assert metainfo.findtext("id") == APPLICATION_ID
    assert metainfo.findtext("launchable") == LAUNCHER.name
    assert metainfo.findtext("icon") == APPLICATION_ID
    ids = re.findall(r"io\.github\.\w+\.\w+", (ROOT / "pyproject.toml").read_text())
    assert {*ids} == {APPLICATION_ID}


def test_the_software_centre_shows_this_version_and_pictures(metainfo: ET.Element) -> None:
    newest = metainfo.find("releases/release")
    assert newest is not None
    assert newest.get("version") == __version__
    pictures = [image.text or "" for image in metainfo.iterfind("screenshots/screenshot/image")]
    assert pictures
    for address in pictures:
        assert (ROOT / address[address.index("resources/") :]).is_file()


def test_the_window_is_known_to_be_the_launchers(launcher: ConfigParser, desktop: Desktop) -> None:
    with Program(desktop, "--demo") as program:
        program.part("Copy snippet")
        properties = properties_of("Re:amaze SSO", desktop)
        assert f'"{launcher["Desktop Entry"]["StartupWMClass"]}"' in properties["WM_CLASS"]
        assert properties["_GTK_APPLICATION_ID"] == f'"{APPLICATION_ID}"'
        program.wait_until(lambda: "_NET_WM_ICON" in properties_of("Re:amaze SSO", desktop))
        program.quit()


def properties_of(title: str, desktop: Desktop) -> dict[str, str]:
    """Return the X11 properties of a window by name, those that are long without their values."""
    command = ("xprop", "-len", "200", "-name", title)
    told = subprocess.run(
        command, env=os.environ | desktop.environment, capture_output=True, text=True, check=True
    )
    lines = re.findall(r"^(\w+)\([\w,]+\)(?: = (.*))?", told.stdout, re.MULTILINE)
    return dict(lines)
