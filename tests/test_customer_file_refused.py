"""A file that may not or should not be touched is left alone, and the former one stays whole."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reamaze_gui.core.saved import Saved, put
from reamaze_gui.customer_file import CustomerFile, Edit
from tests.customers import AL, BO, names_in
from tests.limits import full_disk


def add(*people: Saved) -> Edit:
    return lambda saved: put(saved, people)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "reamaze-gui" / "customers.json"


# Left alone


def make_newer(path: Path) -> None:
    path.write_text('{"version": 2, "people": {}}')


def make_circle(path: Path) -> None:
    path.symlink_to(path)


LEFT_ALONE: dict[Callable[[Path], object], str] = {
    make_newer: "newer",
    Path.mkdir: "directory",
}
LEFT_ALONE |= {make_circle: "Too many levels"}


@pytest.mark.parametrize("make", LEFT_ALONE, ids=lambda make: make.__name__)
def test_what_is_not_ours_to_touch_is_left_alone(
    path: Path, make: Callable[[Path], object]
) -> None:
    path.parent.mkdir(parents=True)
    make(path)
    before = (path.lstat().st_ino, path.lstat().st_mtime_ns)
    for kept in (CustomerFile(path).read(), CustomerFile(path).change(add(AL))):
        assert kept.saved == ()
        assert kept.before is None
        assert LEFT_ALONE[make] in kept.trouble
    assert (path.lstat().st_ino, path.lstat().st_mtime_ns) == before
    assert names_in(path.parent) == ["customers.json"]


# What the system refuses: as a user who is not root, who may do everything.

AS_NOBODY = """
import encodings.utf_8_sig, os, sys
from pathlib import Path
from reamaze_gui.customer_file import CustomerFile
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.saved import Saved
os.getuid() or os.setuid(65534)
file = CustomerFile(Path(sys.argv[1]))
for result in (file.read(), file.change(lambda saved: (*saved, Saved("Bo", Customer("9"))))):
    print(len(result.saved), result.before, result.trouble)
"""


def as_nobody(path: Path) -> list[str]:
    command = [sys.executable, "-c", AS_NOBODY, str(path)]
    ended = subprocess.run(command, check=True, capture_output=True, text=True)
    assert ended.stderr == ""
    return ended.stdout.splitlines()


@pytest.fixture
def open_path() -> Iterator[Path]:
    """Return a path that every user can reach."""
    folder = Path("/tmp", f"reamaze-{os.getpid()}")  # noqa: S108 - the parents of tmp_path are closed
    folder.mkdir(mode=0o755)
    yield folder / "customers.json"
    for each in folder.iterdir():
        each.unlink()
    folder.rmdir()


def test_a_file_that_may_not_be_read_is_left_alone(open_path: Path) -> None:
    CustomerFile(open_path).change(add(AL))
    open_path.chmod(0o000)
    open_path.parent.chmod(0o777)
    for line in as_nobody(open_path):
        assert (
            line == "0 None customers.json can't be read: Permission denied. It is left as it is."
        )
    open_path.chmod(0o600)
    assert CustomerFile(open_path).read().saved == (AL,)


def test_in_a_folder_that_may_not_be_written_nothing_changes(open_path: Path) -> None:
    CustomerFile(open_path).change(add(AL))
    open_path.chmod(0o644)
    read, changed = as_nobody(open_path)
    assert read == "1 None "
    assert changed == "0 None customers.json can't be written: Permission denied. Nothing changed."
    open_path.write_text("{")
    read, changed = as_nobody(open_path)
    assert read.startswith("0 None customers.json is damaged in line 1.")
    assert open_path.read_text() == "{"


def test_on_a_full_disk_the_former_file_stays_whole(path: Path) -> None:
    CustomerFile(path).change(add(AL))
    with full_disk():
        kept = CustomerFile(path).change(add(BO))
    assert kept.before is None
    assert "can't be written: File too large" in kept.trouble
    assert CustomerFile(path).read().saved == (AL,)
    assert names_in(path.parent) == ["customers.json"]
