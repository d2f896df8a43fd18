"""What a later start says, and where, so that no other user hears it."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reamaze_gui.arguments import Arguments
from reamaze_gui.core.customer import Customer
from reamaze_gui.single_instance import Request, SingleInstance, StartResult

pytestmark = pytest.mark.usefixtures("qapp")

ZOE = Customer("48151623", "zoe@example.org", "Zoë", "+14155552671", "https://example.org/z.png")
REQUEST = Request(Arguments("acme", ZOE), "leave-to-take-the-focus")


# What is said


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@given(texts, st.builds(Customer, texts, texts, texts, texts, texts), texts)
def test_a_request_arrives_as_it_was_made(account: str, customer: Customer, token: str) -> None:
    request = Request(Arguments(account, customer), token)
    assert Request.decode(request.encode()) == request


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda told: told.pop("email"), id="a field less"),
        pytest.param(lambda told: told.update(secret="x"), id="a field more"),
        pytest.param(lambda told: told.update(id=7), id="a number"),
        pytest.param(lambda told: told.update(name=None), id="nothing"),
        pytest.param(lambda told: told.update(name="\ud83d"), id="half a character"),
        pytest.param(lambda told: told.update(token="a\0b"), id="the end of a C string"),
    ],
)
def test_what_is_no_request_is_refused(change: Callable[[dict[str, object]], object]) -> None:
    told = json.loads(REQUEST.encode())
    change(told)
    with pytest.raises(ValueError, match="Not a request"):
        Request.decode(json.dumps(told).encode())


@given(
    st.binary()
    | st.recursive(st.none() | st.text(), st.lists).map(lambda v: json.dumps(v).encode())
)
def test_any_other_bytes_are_refused(message: bytes) -> None:
    with pytest.raises(ValueError, match="Not a request"):
        Request.decode(message)


# Where they meet


def give_away(folder: Path) -> None:
    folder.mkdir(mode=0o700)
    subprocess.run(
        [*(["sudo", "-n"] if os.geteuid() else []), "chown", "65534", folder], check=True
    )


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where the folder of this session belongs."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("DISPLAY", ":7")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    return tmp_path / f"reamaze-gui-{os.getuid()}"


def test_the_folder_is_the_users_alone(session: Path) -> None:
    instance = SingleInstance.of_session()
    assert instance.claim(REQUEST) is StartResult.FIRST
    assert session.stat().st_mode & 0o777 == 0o700
    assert [each.name for each in session.iterdir()] == ["7.lock"]
    instance.close()


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda folder: folder.mkdir(mode=0o755), id="others may look in"),
        pytest.param(give_away, id="another's"),
        pytest.param(lambda folder: folder.symlink_to(folder.parent), id="a link"),
        pytest.param(lambda folder: folder.touch(), id="a file"),
        pytest.param(lambda folder: folder.parent.rmdir(), id="nowhere"),
    ],
)
def test_no_other_folder_is_trusted(spoil: Callable[[Path], object], session: Path) -> None:
    spoil(session)
    with pytest.raises((PermissionError, FileExistsError, FileNotFoundError)):
        SingleInstance.of_session()


def test_another_display_has_an_instance_of_its_own(
    session: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = SingleInstance.of_session()
    assert session.is_dir()
    monkeypatch.setenv("DISPLAY", ":8")
    there = SingleInstance.of_session()
    assert [here.claim(REQUEST), there.claim(REQUEST)] == [StartResult.FIRST] * 2
    here.close()
    there.close()


@pytest.mark.parametrize(
    ("one", "other", "is_same"), [(":7", ":7.0", True), (":7", ":70", False), (":7", ":8.0", False)]
)
def test_a_screen_of_a_display_has_no_instance_of_its_own(
    one: str,
    other: str,
    is_same: bool,  # noqa: FBT001
    session: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    locks = []
    for display in (one, other):
        monkeypatch.setenv("DISPLAY", display)
        instance = SingleInstance.of_session()
        assert instance.claim(REQUEST) is StartResult.FIRST
        locks.append({each.name for each in session.iterdir()})
        instance.close()
    assert (locks[0] == locks[1]) is is_same
