"""The files of resources/ are found, wherever the package stands."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reamaze_gui import resources

PACKAGE = Path(resources.__file__).parent


def test_every_resource_that_the_program_asks_for_is_there() -> None:
    asked = subprocess.run(
        ["grep", "-rhoP", r'resource\("\K[^"]+', PACKAGE, "--include=*.py"],
        capture_output=True,
        text=True,
        check=True,
    )
    names = set(asked.stdout.split())
    assert "icon.svg" in names
    places = {name: resources.resource(name) for name in names}
    assert [name for name, at in places.items() if not (at.is_file() or at.is_dir())] == []


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        pytest.param("resources", "resources", id="a checkout, where it stands beside"),
        pytest.param("reamaze_gui/resources", "reamaze_gui/resources", id="a wheel or a bundle"),
    ],
)
def test_the_folder_is_found_beside_and_inside(folder: str, expected: str, tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "reamaze_gui", ignore=shutil.ignore_patterns("resources"))
    (tmp_path / folder).mkdir()
    ask = "from reamaze_gui.resources import resource; print(resource('icon.svg'))"
    found = subprocess.run(
        [sys.executable, "-c", ask], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert Path(found.stdout.strip()) == tmp_path / expected / "icon.svg"
