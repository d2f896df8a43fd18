"""What the user saved is in a readable file, whole, for nobody else, and is never overwritten."""

import json
import multiprocessing
import os
import resource
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reamaze_gui import customer_file
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.saved import Change, Saved
from reamaze_gui.customer_file import CustomerFile
from tests.customers import busy

ZOE = Saved("Zoë “Q” Quinn", Customer("007", "zoe@example.org", "Zoë\n", "+1415", "x&y"), "acme")
BO = Saved("Bo", Customer("9", "bo@example.org", "half \ud83e"))
ADD_ZOE, ADD_BO = Change(None, ZOE), Change(None, BO)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "reamaze-gui" / "customers.json"


def names_in(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if not each.name.endswith(".lock"))


def test_nothing_is_written_before_the_user_saves(path: Path) -> None:
    assert CustomerFile(path).read().saved == ()
    assert not path.parent.exists()


def test_what_was_saved_comes_back(path: Path) -> None:
    kept = CustomerFile(path).change((ADD_ZOE, ADD_BO))
    assert (kept.saved, kept.trouble, kept.made) == ((BO, ZOE), "", (ADD_ZOE, ADD_BO))
    assert CustomerFile(path).read() == customer_file.Kept((BO, ZOE))


def test_the_file_can_be_read_by_people_and_by_nobody_else(path: Path) -> None:
    CustomerFile(path).change((ADD_ZOE,))
    text = path.read_text("utf-8")
    assert '"saved_as": "Zoë “Q” Quinn"' in text
    assert len(text.splitlines()) > 7
    assert json.loads(text)["customers"][0]["id"] == "007"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert names_in(path.parent) == ["customers.json"]


def test_without_a_path_it_is_kept_in_memory(tmp_path: Path) -> None:
    file = CustomerFile(None)
    assert file.change((ADD_ZOE,)).saved == (ZOE,)
    assert file.read().saved == (ZOE,)
    assert file.stamp is None
    assert not [*tmp_path.iterdir()]


def test_the_stamp_tells_that_somebody_wrote_the_file(path: Path) -> None:
    file = CustomerFile(path)
    assert file.stamp is None
    CustomerFile(path).change((ADD_ZOE,))
    first = file.stamp
    assert first
    CustomerFile(path).change((ADD_BO,))
    assert file.stamp != first


# Written by hand


@pytest.mark.parametrize(
    "entry",
    [
        '{"saved_as": "Bo", "id": 9}',
        '{"saved_as": " Bo ", "id": "9", "note": "kept by hand"}',
        '{"name": "Bo", "id": "9"}',
    ],
    ids=["a number", "another key", "no name"],
)
def test_what_was_written_by_hand_is_read(path: Path, entry: str) -> None:
    path.parent.mkdir(parents=True)
    path.write_text(f'\ufeff{{"version": 1, "customers": [{entry}, {entry}]}}', "utf-8")
    first, second = CustomerFile(path).read().saved
    assert (first.saved_as, second.saved_as) == ("Bo", "Bo (2)")
    assert first.customer.id == "9"


DAMAGED = {
    "empty": b"",
    "cut off": b'{"version": 1, "customers": [{"saved_as": "Zo',
    "zeros": bytes(500),
    "no UTF-8": b"\xff\xfe\x00",
    "brackets": b"[" * 100_000,
    "another shape": b'{"version": 1, "customers": {}}',
    "no version": b'{"customers": []}',
    "a list": b"[]",
    "an entry that is none": b'{"version": 1, "customers": [7]}',
    "a value that is none": b'{"version": 1, "customers": [{"saved_as": "Bo", "id": null}]}',
    "a name that is none": b'{"version": 1, "customers": [{"saved_as": []}]}',
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_set_aside_and_never_overwritten(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True)
    for name in ("customers.damaged.json", "customers.damaged-2.json", "customers.damaged-3.json"):
        path.write_bytes(content)
        kept = CustomerFile(path).read()
        assert kept.saved == ()
        assert "customers.json is damaged" in kept.trouble
        assert name in kept.trouble
        assert (path.parent / name).read_bytes() == content
        assert not path.exists()
    assert CustomerFile(path).read().trouble == ""


def test_a_damaged_file_is_set_aside_before_another_is_written(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text('{"version": 1,\n"customers": [\n}')
    kept = CustomerFile(path).change((ADD_BO,))
    assert (kept.saved, kept.made) == ((BO,), (ADD_BO,))
    assert "line 3" in kept.trouble
    assert names_in(path.parent) == ["customers.damaged.json", "customers.json"]


# Left alone


def make_newer(path: Path) -> None:
    path.write_text('{"version": 2, "people": {}}')


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(100_000_000_000)  # sparse: it takes no room


def make_circle(path: Path) -> None:
    path.symlink_to(path)


LEFT_ALONE: dict[Callable[[Path], object], str] = {
    make_newer: "newer",
    make_pipe: "no file",
    make_huge: "too large",
    Path.mkdir: "no ",
}
LEFT_ALONE |= {make_circle: "Too many levels"}


@pytest.mark.parametrize("make", LEFT_ALONE, ids=lambda make: make.__name__)
def test_what_is_not_ours_to_touch_is_left_alone(
    path: Path, make: Callable[[Path], object]
) -> None:
    path.parent.mkdir(parents=True)
    make(path)
    before = (path.lstat().st_ino, path.lstat().st_mtime_ns)
    for kept in (CustomerFile(path).read(), CustomerFile(path).change((ADD_ZOE,))):
        assert kept.saved == ()
        assert kept.made is None
        assert LEFT_ALONE[make] in kept.trouble
    assert (path.lstat().st_ino, path.lstat().st_mtime_ns) == before
    assert names_in(path.parent) == ["customers.json"]


# What the system refuses: as a user who is not root, who may do everything.

AS_NOBODY = """
import encodings.utf_8_sig, fcntl, os, sys
from pathlib import Path
from reamaze_gui.customer_file import CustomerFile
from tests.customers import busy
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.saved import Change, Saved
os.getuid() or os.setuid(65534)
file = CustomerFile(Path(sys.argv[1]))
for kept in (file.read(), file.change((Change(None, Saved("Bo", Customer("9"))),))):
    print(len(kept.saved), kept.made, kept.trouble)
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
    CustomerFile(open_path).change((ADD_ZOE,))
    open_path.chmod(0o000)
    (open_path.parent / "customers.json.lock").chmod(0o666)
    open_path.parent.chmod(0o777)
    for line in as_nobody(open_path):
        assert (
            line == "0 None customers.json can't be read: Permission denied. It is left as it is."
        )
    open_path.chmod(0o600)
    assert CustomerFile(open_path).read().saved == (ZOE,)


def test_in_a_folder_that_may_not_be_written_nothing_changes(open_path: Path) -> None:
    CustomerFile(open_path).change((ADD_ZOE,))
    open_path.chmod(0o644)
    read, changed = as_nobody(open_path)
    assert read == "1 None "
    assert changed == "0 None customers.json can't be written: Permission denied. Nothing changed."
    open_path.write_text("{")
    read, changed = as_nobody(open_path)
    assert read.startswith("0 None customers.json is damaged in line 1.")
    assert open_path.read_text() == "{"


def fill_the_disk() -> None:
    """Let no file grow beyond some bytes from now on, as a full disk does."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, resource.RLIM_INFINITY))


def test_on_a_full_disk_the_former_file_stays_whole(path: Path) -> None:
    CustomerFile(path).change((ADD_ZOE,))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.getsignal(signal.SIGXFSZ)
    try:
        fill_the_disk()
        kept = CustomerFile(path).change((ADD_BO,))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert kept.made is None
    assert "can't be written: File too large" in kept.trouble
    assert CustomerFile(path).read().saved == (ZOE,)
    assert names_in(path.parent) == ["customers.json"]


# Two at once


def add_some(path: Path, whose: int) -> None:
    for number in range(20):
        new = Saved(f"{whose} {number}", Customer(str(number)))
        assert CustomerFile(path).change((Change(None, new),)).made


def test_windows_that_save_at_once_lose_nothing_of_each_other(path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    others = [context.Process(target=add_some, args=(path, whose)) for whose in range(3)]
    for each in others:
        each.start()
    for each in others:
        each.join(60)
    assert [each.exitcode for each in others] == [0, 0, 0]
    assert len(CustomerFile(path).read().saved) == 60


def test_what_another_window_changed_meanwhile_stays(path: Path) -> None:
    CustomerFile(path).change((ADD_ZOE,))
    theirs = Saved(ZOE.saved_as, Customer("8", "zoe@example.com"))
    CustomerFile(path).change((Change(ZOE, theirs),))
    for mine in (Change(ZOE, None), ADD_ZOE, Change(ZOE, BO)):
        kept = CustomerFile(path).change((mine,))
        assert (kept.saved, kept.made) == ((theirs,), ())


def test_a_window_that_hangs_is_not_waited_for_without_end(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(customer_file, "_PATIENCE", 0.05)
    with busy(path):
        kept = CustomerFile(path).change((ADD_ZOE,))
        assert "keeps customers.json busy" in kept.trouble
    assert CustomerFile(path).change((ADD_ZOE,)).made


def test_what_a_killed_run_left_is_cleared_away(path: Path) -> None:
    path.parent.mkdir(parents=True)
    (path.parent / "customers.json.new").write_text("half")
    assert CustomerFile(path).change((ADD_ZOE,)).made
    assert names_in(path.parent) == ["customers.json"]


def test_a_link_to_the_file_stays_a_link(path: Path, tmp_path: Path) -> None:
    path.parent.mkdir(parents=True)
    target = tmp_path / "synchronised.json"
    target.write_text('{"version": 1, "customers": []}')
    path.symlink_to(target)
    CustomerFile(path).change((ADD_ZOE,))
    assert path.is_symlink()
    assert CustomerFile(target).read().saved == (ZOE,)
