"""What a later start says, and where, is hidden from other users."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reamaze_gui import APPLICATION_ID
from reamaze_gui.arguments import Arguments
from reamaze_gui.core.customer import Customer
from reamaze_gui.single_instance import Request, SingleInstance, StartResult, socket_address

pytestmark = pytest.mark.usefixtures("qapp")

ZOE = Customer("48151623", "zoe@example.org", "Zoë", "+14155552671", "https://example.org/z.png")
REQUEST = Request(Arguments("acme", ZOE), "leave-to-take-the-focus")


@pytest.mark.parametrize("platform", ["win32", "linux"])
def test_two_users_of_one_machine_have_different_addresses(platform: str) -> None:
    users = [Path("C:/Users", each, "AppData/Local/Temp") for each in ("ana", "bob")]
    ana, bob = (socket_address(each, "io.example.Gui-", platform) for each in users)
    assert ana != bob
    assert ("/" in ana) is (platform != "win32")  # a pipe's name has no separator


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
    subprocess.run(
        [*(["sudo", "-n"] if os.geteuid() else []), "chown", "65534", folder], check=True
    )


@pytest.fixture
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the user's runtime directory."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "runtime"))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("DISPLAY", ":7")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    (tmp_path / "runtime").mkdir(mode=0o700)
    return tmp_path / "runtime"


def lock_files(folder: Path) -> list[Path]:
    return [*folder.rglob("*.lock")]


def test_the_lock_is_in_the_runtime_directory(runtime: Path) -> None:
    instance = SingleInstance.of_session()
    assert instance.claim(REQUEST) is StartResult.FIRST
    assert lock_files(runtime) == [runtime / f"{APPLICATION_ID}-7.lock"]


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda folder: folder.chmod(0o755), id="others may look in"),
        pytest.param(give_away, id="another's"),
    ],
)
@pytest.mark.qt_log_ignore("QStandardPaths: ")
def test_a_directory_that_is_not_the_users_alone_is_not_trusted(
    spoil: Callable[[Path], object], runtime: Path
) -> None:
    spoil(runtime)
    instance = SingleInstance.of_session()
    assert instance.claim(REQUEST) is StartResult.FIRST
    [lock] = lock_files(runtime.parent)
    assert lock.parent != runtime
    assert lock.parent.stat().st_mode & 0o777 == 0o700
    assert lock.parent.stat().st_uid == os.getuid()


@pytest.mark.qt_log_ignore("QStandardPaths: ")
def test_where_no_directory_is_the_users_alone_none_is_used(
    runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runtime.chmod(0o755)
    monkeypatch.setenv("TMPDIR", "/nowhere")
    with pytest.raises(PermissionError):
        SingleInstance.of_session()


@pytest.mark.parametrize(
    ("one", "other", "is_same"), [(":7", ":7.0", True), (":7", ":70", False), (":7", ":8.0", False)]
)
def test_a_screen_of_a_display_has_no_instance_of_its_own(
    one: str, other: str, runtime: Path, monkeypatch: pytest.MonkeyPatch, *, is_same: bool
) -> None:
    locks = []
    for display in (one, other):
        monkeypatch.setenv("DISPLAY", display)
        instance = SingleInstance.of_session()
        assert instance.claim(REQUEST) is StartResult.FIRST
        locks.append(lock_files(runtime))
        del instance
    assert (locks[0] == locks[1]) is is_same
