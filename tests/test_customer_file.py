"""What the user saved is in a readable file, whole, for nobody else, and is never overwritten."""

import json
import multiprocessing
import stat
from pathlib import Path

import pytest

from reamaze_gui import customer_file
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.saved import Change, Saved
from reamaze_gui.customer_file import CustomerFile
from tests.customers import busy, names_in

ZOE = Saved("Zoë “Q” Quinn", Customer("007", "zoe@example.org", "Zoë\n", "+1415", "x&y"), "acme")
BO = Saved("Bo", Customer("9", "bo@example.org", "half \ud83e"))
ADD_ZOE, ADD_BO = Change(None, ZOE), Change(None, BO)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "reamaze-gui" / "customers.json"


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


def test_it_holds_so_many_and_no_more(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(customer_file, "MOST", 1)
    file = CustomerFile(path)
    assert file.change((ADD_ZOE,)).saved == (ZOE,)
    kept = file.change((ADD_BO,))
    assert kept.made is None
    assert "10,000 customers, and no more" in kept.trouble
    assert file.change((Change(ZOE, BO),)).saved == (BO,)


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


# Two at once


def add_some(path: Path, whose: int) -> None:
    customer_file._PATIENCE = 60  # three that write without a pause keep each other waiting
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
