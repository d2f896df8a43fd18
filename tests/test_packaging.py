"""What is built and written about the project holds on another machine."""

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

import pytest

from reamaze_gui import APPLICATION_ID, __version__

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
PINS = dict(re.findall(r"^([\w.-]+)==(\S+)$", (ROOT / "constraints.txt").read_text(), re.MULTILINE))

DEPENDENCIES = {re.split(r"[<>=]", each)[0] for each in PROJECT["dependencies"]}

# What a virtual environment starts with, by Python's version; and what is installed from here.
GIVEN = {"pip", "setuptools", "wheel", "reamaze-gui"}


def run(
    *command: str | Path, directory: Path = ROOT, environment: Mapping[str, str] = os.environ
) -> str:
    ended = subprocess.run(
        command, cwd=directory, env=environment, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr or ended.stdout
    return ended.stdout


def normalised(name: str) -> str:
    """Return a distribution's name as PEP 503 compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sdist, and from that the wheel."""
    directory = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", directory, ROOT)
    return directory


@pytest.fixture(scope="module")
def wheel(dist: Path) -> Path:
    (built,) = dist.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def piped(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel with pipx, with all that it depends on, where nothing is installed yet."""
    directory = tmp_path_factory.mktemp("pipx")
    places = {f"PIPX_{name}": str(directory / name) for name in ("HOME", "BIN_DIR", "MAN_DIR")}
    options = f"--pip-args=--constraint={ROOT / 'constraints.txt'}"
    command = (sys.executable, "-m", "pipx", "install", options, wheel)
    run(*command, environment=os.environ | places | {"PIP_RETRIES": "10"})
    return directory


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel alone in a new environment, which borrows what it depends on."""
    environment = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", "--without-pip", environment)
    python = environment / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", python)
    run(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel)
    (packages,) = environment.glob("lib/python*/site-packages")
    borrowed = {str(metadata.distribution(name).locate_file("")) for name in DEPENDENCIES}
    (packages / "borrowed.pth").write_text("\n".join(borrowed))
    return environment / "bin"


def test_the_wheel_holds_the_package_its_resources_and_its_types(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    tracked = run("git", "ls-files", "--cached", "--others", "--exclude-standard").split()
    resources = {f"reamaze_gui/{name}" for name in tracked if name.startswith("resources/")}
    modules = {name for name in tracked if name.startswith("reamaze_gui/")}
    beside = {name for name in names if ".dist-info/" in name or ".data/data/share/" in name}
    assert {"reamaze_gui/py.typed", "reamaze_gui/resources/icon.svg"} <= names
    assert names - beside == modules | resources


def test_the_installed_program_starts_from_anywhere(installed: Path, tmp_path: Path) -> None:
    program = installed / "reamaze-gui"
    assert run(program, "--version", directory=tmp_path) == f"Re:amaze SSO {__version__}\n"
    run(program, "--demo", "--screenshot", "window.png", directory=tmp_path)
    assert (tmp_path / "window.png").read_bytes().startswith(b"\x89PNG")


def test_an_index_would_take_what_is_built(dist: Path) -> None:
    run(sys.executable, "-m", "twine", "check", "--strict", *dist.iterdir())


def test_the_wheel_holds_nothing_that_should_not_be_installed(wheel: Path) -> None:
    run(Path(sys.executable).with_name("check-wheel-contents"), wheel)


@pytest.mark.slow
def test_pipx_installs_a_program_that_runs(piped: Path, tmp_path: Path) -> None:
    program = piped / "BIN_DIR" / "reamaze-gui"
    assert run(program, "--version", directory=tmp_path) == f"Re:amaze SSO {__version__}\n"
    run(program, "--demo", "--screenshot", "window.png", directory=tmp_path)
    assert (tmp_path / "window.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.slow
def test_what_desktops_look_for_is_installed_under_share(piped: Path) -> None:
    source = ROOT / "resources" / "share"
    share = piped / "HOME" / "venvs" / "reamaze-gui" / "share"
    expected = {
        share / path.relative_to(source): path for path in source.rglob("*") if path.is_file()
    }
    svg = share / "icons" / "hicolor" / "scalable" / "apps" / f"{APPLICATION_ID}.svg"
    expected[svg] = ROOT / "resources" / "icon.svg"
    found = {path for path in share.rglob(f"{APPLICATION_ID}*") if path.is_file()}
    assert {path: path.read_bytes() for path in found} == {
        path: source.read_bytes() for path, source in expected.items()
    }


def test_the_constraints_are_names_and_versions_and_nothing_else() -> None:
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    assert [line for line in lines if not re.fullmatch(r"#.*|[\w.-]+==[\w.]+", line)] == []


def test_the_constraints_pin_all_that_is_installed() -> None:
    pinned = {normalised(name): version for name, version in PINS.items()}
    here = {normalised(each.name): each.version for each in metadata.distributions()}
    assert {name: here[name] for name in here.keys() - GIVEN}.items() <= pinned.items()


@pytest.mark.parametrize("requirement", PROJECT["dependencies"])
def test_every_dependency_has_a_lower_and_an_upper_bound(requirement: str) -> None:
    assert re.match(r"[\w-]+>=[\d.]+,<[\d.]+($|;)", requirement)


def test_the_version_is_the_changelogs_newest() -> None:
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert newest
    assert newest[1] == __version__ == metadata.version("reamaze-gui")
    assert (ROOT / "debian/changelog").read_text().startswith(f"reamaze-gui ({__version__}) ")


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_every_link_to_a_file_leads_somewhere(page: str) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", (ROOT / page).read_text())
    assert [link for link in links if not (ROOT / link).exists()] == []
