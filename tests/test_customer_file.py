"""What the user saved is in a readable file, whole, for nobody else, and is never overwritten."""

import json
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from reamaze_gui import customer_file
from reamaze_gui.core.attributes import Attribute
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.saved import Saved, put
from reamaze_gui.customer_file import CustomerFile, Edit, FileResult
from tests.customers import names_in

ZOE = Saved("Zoë “Q” Quinn", Customer("007", "zoe@example.org", "Zoë\n", "+1415", "x&y"), "acme")
BO = Saved("Bo", Customer("9", "bo@example.org", "half \ud83e"))


def add(*people: Saved) -> Edit:
    return lambda saved: put(saved, people)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "reamaze-gui" / "customers.json"


def test_nothing_is_written_before_the_user_saves(path: Path) -> None:
    assert CustomerFile(path).read().saved == ()
    assert not path.parent.exists()


def test_what_was_saved_comes_back(path: Path) -> None:
    result = CustomerFile(path).change(add(ZOE, BO))
    assert (result.saved, result.trouble, result.before) == ((BO, ZOE), "", ())
    assert CustomerFile(path).read() == FileResult((BO, ZOE))


def test_when_somebody_was_last_used_comes_back_and_makes_nobody_another(path: Path) -> None:
    used = replace(ZOE, used=1_764_000_000)
    CustomerFile(path).change(add(used, BO))
    bo, zoe = CustomerFile(path).read().saved
    assert (zoe.used, bo.used) == (used.used, 0)
    assert zoe == ZOE
    assert "used" not in json.loads(path.read_text("utf-8"))["customers"][0]


def test_the_file_can_be_read_by_people(path: Path) -> None:
    CustomerFile(path).change(add(ZOE))
    text = path.read_text("utf-8")
    assert '"saved_as": "Zoë “Q” Quinn"' in text
    assert len(text.splitlines()) > 7
    assert json.loads(text)["customers"][0]["id"] == "007"
    assert names_in(path.parent) == ["customers.json"]


def test_without_a_path_it_is_kept_in_memory(tmp_path: Path) -> None:
    file = CustomerFile(None)
    assert file.change(add(ZOE)).saved == (ZOE,)
    assert file.read().saved == (ZOE,)
    assert not [*tmp_path.iterdir()]


def test_it_holds_so_many_and_no_more(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(customer_file, "MOST", 1)
    file = CustomerFile(path)
    assert file.change(add(ZOE)).saved == (ZOE,)
    kept = file.change(add(BO))
    assert kept.before is None
    assert "can hold at most 10,000 customers" in kept.trouble
    assert file.change(lambda _: (BO,)).saved == (BO,)


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
    kept = CustomerFile(path).change(add(BO))
    assert (kept.saved, kept.before) == ((BO,), ())
    assert "line 3" in kept.trouble
    assert names_in(path.parent) == ["customers.damaged.json", "customers.json"]


@pytest.mark.parametrize("used", ["1e999", "NaN", "null", "[]"])
def test_a_time_that_is_none_is_damage(path: Path, used: str) -> None:
    path.parent.mkdir(parents=True)
    path.write_text(f'{{"version": 1, "customers": [{{"saved_as": "Bo", "used": {used}}}]}}')
    assert "damaged" in CustomerFile(path).read().trouble


# The attributes


def test_attributes_are_kept_as_the_snippet_has_them(path: Path) -> None:
    attributes = (Attribute("Total spent", "€ 412"), Attribute("Orders", 7), Attribute("VIP", True))
    zoe = replace(ZOE, attributes=attributes)
    CustomerFile(path).change(add(zoe, BO))
    first, second = json.loads(path.read_text("utf-8"))["customers"]
    assert second["data"] == {"Total spent": "€ 412", "Orders": 7, "VIP": True}
    assert "data" not in first
    assert CustomerFile(path).read().saved == (BO, zoe)


@pytest.mark.parametrize("data", ["[]", '{"a": {}}', '{"a": null}'])
def test_attributes_that_are_none_are_damage(path: Path, data: str) -> None:
    path.parent.mkdir(parents=True)
    path.write_text(f'{{"version": 1, "customers": [{{"saved_as": "Bo", "data": {data}}}]}}')
    assert "damaged" in CustomerFile(path).read().trouble


# Who may read it


@pytest.mark.parametrize("umask", [0, 0o022, 0o077])
def test_nobody_else_may_look_whatever_the_umask(path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        CustomerFile(path).change(add(ZOE))
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


# What stood there before


def test_what_a_killed_run_left_is_cleared_away(path: Path) -> None:
    path.parent.mkdir(parents=True)
    (path.parent / "customers.json.new").write_text("half")
    assert CustomerFile(path).change(add(ZOE)).before == ()
    assert names_in(path.parent) == ["customers.json"]


def test_a_link_to_the_file_stays_a_link(path: Path, tmp_path: Path) -> None:
    path.parent.mkdir(parents=True)
    target = tmp_path / "synchronised.json"
    target.write_text('{"version": 1, "customers": []}')
    path.symlink_to(target)
    CustomerFile(path).change(add(ZOE))
    assert path.is_symlink()
    assert CustomerFile(target).read().saved == (ZOE,)
