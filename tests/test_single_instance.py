"""Is there one instance, whatever happens to it, and whoever calls?"""

import json
import os
import struct
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from multiprocessing.connection import Client
from pathlib import Path
from queue import Queue
from signal import SIGCONT, SIGKILL, SIGSTOP
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reamaze_gui import single_instance
from reamaze_gui.arguments import Arguments
from reamaze_gui.core.customer import Customer
from reamaze_gui.single_instance import Meeting, Request, SingleInstance

ZOE = Customer("48151623", "zoe@example.org", "Zoë", "+14155552671", "https://example.org/z.png")
REQUEST = Request(Arguments("acme", ZOE), "leave-to-take-the-focus")
SOON = 20.0  # seconds

# Meets, says how, and as the first takes requests until its standard input ends.
ONE_START = """
import sys
from pathlib import Path
from reamaze_gui.arguments import Arguments
from reamaze_gui.single_instance import Meeting, Request, SingleInstance
folder, serves = Path(sys.argv[1]), sys.argv[2] == "serves"
instance = SingleInstance(folder, "x")
meeting = instance.meet(Request(Arguments("from another process")))
if meeting is Meeting.FIRST and serves:
    instance.listen(lambda request: not print(request.arguments.account, flush=True))
print(meeting.name, flush=True)
if meeting is Meeting.FIRST:
    sys.stdin.read()
"""


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Callable[[], SingleInstance]]:
    """Begin a start of the program; all of them end with the test."""
    begun: list[SingleInstance] = []

    def begin_one() -> SingleInstance:
        begun.append(SingleInstance(tmp_path, "x"))
        return begun[-1]

    yield begin_one
    for instance in begun:
        instance.close()


@pytest.fixture
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait a shorter time than people do."""
    monkeypatch.setattr(single_instance, "_PATIENCE", 1)
    monkeypatch.setattr(single_instance, "_STARTING", 2)


@pytest.fixture
def another(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Start another process, which is the first or hands over."""
    started: list[subprocess.Popen[str]] = []

    def start(does: str = "serves") -> subprocess.Popen[str]:
        command = [sys.executable, "-c", ONE_START, str(tmp_path), does]
        pipes = subprocess.PIPE
        started.append(subprocess.Popen(command, stdin=pipes, stdout=pipes, text=True))
        return started[-1]

    yield start
    for process in started:
        process.send_signal(SIGKILL)
        process.communicate(timeout=SOON)


def line_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def serve(instance: SingleInstance) -> "Queue[Request]":
    """Be the first, and grant what later starts ask for."""
    assert instance.meet(REQUEST) is Meeting.FIRST
    taken: Queue[Request] = Queue()

    def take(request: Request) -> bool:
        taken.put(request)
        return True

    instance.listen(take)
    return taken


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
    with pytest.raises(ValueError, match="no request"):
        Request.decode(json.dumps(told).encode())


@given(
    st.binary()
    | st.recursive(st.none() | st.text(), st.lists).map(lambda v: json.dumps(v).encode())
)
def test_any_other_bytes_are_refused(message: bytes) -> None:
    with pytest.raises(ValueError, match="no request"):
        Request.decode(message)


def test_a_message_as_deep_as_a_well_is_refused() -> None:
    with pytest.raises(ValueError, match="no request"):
        Request.decode(b"[" * 500_000)


# Who is the first


def test_a_later_start_hands_over_what_it_was_asked_for(
    begin: Callable[[], SingleInstance],
) -> None:
    taken = serve(begin())
    for account in ("one", "two", "three"):
        request = replace(REQUEST, arguments=Arguments(account, ZOE))
        assert begin().meet(request) is Meeting.HANDED_OVER
        assert taken.get(timeout=SOON) == request


def test_when_the_first_has_ended_the_next_is_the_first(
    begin: Callable[[], SingleInstance],
) -> None:
    first = begin()
    serve(first)
    first.close()
    serve(begin())
    assert begin().meet(REQUEST) is Meeting.HANDED_OVER


def test_of_starts_at_the_same_instant_one_is_the_first(
    another: Callable[[], subprocess.Popen[str]],
) -> None:
    starts = [another() for _ in range(5)]
    told = [line_of(each) for each in starts]
    first = starts[told.index("FIRST")]
    assert sorted(told) == ["FIRST", *["HANDED_OVER"] * 4]
    assert [line_of(first) for _ in range(4)] == ["from another process"] * 4


def test_a_start_waits_until_the_first_listens(begin: Callable[[], SingleInstance]) -> None:
    first = begin()
    assert first.meet(REQUEST) is Meeting.FIRST
    met: Queue[Meeting] = Queue()
    later = begin()
    waiting = Thread(target=lambda: met.put(later.meet(REQUEST)))
    waiting.start()
    waiting.join(0.2)
    assert met.empty()
    first.listen(lambda _request: True)
    assert met.get(timeout=SOON) is Meeting.HANDED_OVER


@pytest.mark.parametrize("does", ["serves", "starts"])
def test_a_crash_leaves_nothing_in_the_way(
    does: str,
    another: Callable[[str], subprocess.Popen[str]],
    begin: Callable[[], SingleInstance],
) -> None:
    crashing = another(does)
    assert line_of(crashing) == "FIRST"
    crashing.send_signal(SIGKILL)
    serve(begin())
    assert begin().meet(REQUEST) is Meeting.HANDED_OVER


@pytest.mark.usefixtures("patience")
def test_a_start_does_not_wait_for_ever_for_one_that_hangs_and_tells_it_nothing(
    another: Callable[[], subprocess.Popen[str]], begin: Callable[[], SingleInstance]
) -> None:
    hanging = another()
    assert line_of(hanging) == "FIRST"
    hanging.send_signal(SIGSTOP)
    assert begin().meet(REQUEST) is Meeting.UNANSWERING
    hanging.send_signal(SIGCONT)
    serves = replace(REQUEST, arguments=Arguments("after it goes on"))
    assert begin().meet(serves) is Meeting.HANDED_OVER
    assert line_of(hanging) == "after it goes on"


@pytest.mark.usefixtures("patience")
def test_a_start_does_not_wait_for_ever_for_a_window_that_never_comes(
    begin: Callable[[], SingleInstance],
) -> None:
    assert begin().meet(REQUEST) is Meeting.FIRST
    assert begin().meet(REQUEST) is Meeting.UNANSWERING


@pytest.mark.usefixtures("patience")
def test_a_window_that_does_not_take_the_request_counts_as_silent(
    begin: Callable[[], SingleInstance],
) -> None:
    first = begin()
    assert first.meet(REQUEST) is Meeting.FIRST
    first.listen(lambda _request: False)
    assert begin().meet(REQUEST) is Meeting.UNANSWERING


# Who may call


@pytest.mark.usefixtures("patience")
@pytest.mark.parametrize(
    "says",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(struct.pack("!i", 100) + b"half", id="half a message"),
        pytest.param(struct.pack("!i", 2**31 - 1), id="that 2 GB will come"),
        pytest.param(struct.pack("!iQ", -1, 2**63), id="that more will come than there is"),
        pytest.param(struct.pack("!i", -7), id="a length below zero"),
        pytest.param(struct.pack("!i", 4) + b"null", id="no request"),
        pytest.param(struct.pack("!i", 2) + b"\xff\xfe", id="no text"),
    ],
)
@pytest.mark.parametrize("stays", [True, False], ids=["and stays", "and goes"])
def test_a_visitor_that_means_harm_does_none(
    says: bytes,
    stays: bool,  # noqa: FBT001
    begin: Callable[[], SingleInstance],
    tmp_path: Path,
) -> None:
    taken = serve(begin())
    assert begin().meet(REQUEST) is Meeting.HANDED_OVER
    with Client(str(tmp_path / "x"), "AF_UNIX") as visitor:
        os.write(visitor.fileno(), says)
        if not stays:
            visitor.close()
        assert any(begin().meet(REQUEST) is Meeting.HANDED_OVER for _ in range(3))
    assert [taken.get(timeout=SOON) for _ in range(2)] == [REQUEST] * 2
    assert taken.empty()


def other_user() -> list[str]:
    """Return what a command begins with that another user runs."""
    become = ["setpriv", "--reuid", "65534", "--clear-groups"]
    return become if os.geteuid() == 0 else ["sudo", "-n", *become]


def test_another_user_is_not_answered() -> None:
    with tempfile.TemporaryDirectory() as public:
        first = SingleInstance(Path(public), "x")
        Path(public).chmod(0o711)
        try:
            taken = serve(first)
            assert SingleInstance(Path(public), "x").meet(REQUEST) is Meeting.HANDED_OVER
            assert taken.get(timeout=SOON) == REQUEST
            address = Path(public) / "x"
            address.chmod(0o777)  # as if the folder were no protection
            asks = (
                "import socket, sys; end = socket.socket(socket.AF_UNIX); end.settimeout(10);"
                "end.connect(sys.argv[1]); print(end.recv(100))"
            )
            told = subprocess.run(
                [*other_user(), "/usr/bin/python3", "-c", asks, address],
                capture_output=True,
                text=True,
                check=False,
            )
            assert (told.stdout, told.stderr) == ("b''\n", "")
            assert taken.empty()
        finally:
            first.close()


def test_nothing_is_sent_to_another_users_program(
    begin: Callable[[], SingleInstance], monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = serve(begin())
    monkeypatch.setattr(os, "getuid", lambda: 4711)
    monkeypatch.setattr(single_instance, "_PATIENCE", 1)
    assert begin().meet(REQUEST) is Meeting.UNANSWERING
    assert taken.empty()


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
    assert instance.meet(REQUEST) is Meeting.FIRST
    instance.close()
    assert [
        session.stat().st_mode & 0o777,
        *(each.stat().st_mode & 0o777 for each in session.iterdir()),
    ] == [
        0o700,
        0o600,
    ]


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


def test_a_path_too_long_for_a_socket_is_refused_before_there_is_a_lock(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="too long"):
        SingleInstance(tmp_path, "x" * 100)
    assert [*tmp_path.iterdir()] == []


def test_another_display_has_an_instance_of_its_own(
    session: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = SingleInstance.of_session()
    assert session.is_dir()
    monkeypatch.setenv("DISPLAY", ":8")
    there = SingleInstance.of_session()
    assert [here.meet(REQUEST), there.meet(REQUEST)] == [Meeting.FIRST] * 2
    here.close()
    there.close()


def test_the_first_start_loads_nothing_that_only_a_later_one_needs(tmp_path: Path) -> None:
    code = """
import sys
import reamaze_gui.app
from reamaze_gui.single_instance import Meeting, Request, SingleInstance
from reamaze_gui.arguments import Arguments
assert SingleInstance.of_session().meet(Request(Arguments())) is Meeting.FIRST
print({"socket", "multiprocessing", "PySide6", "secrets", "tempfile"} & {*sys.modules})
"""
    place = os.environ | {"XDG_RUNTIME_DIR": str(tmp_path)}
    told = subprocess.run(
        [sys.executable, "-c", code], env=place, capture_output=True, text=True, check=True
    )
    assert told.stdout == "set()\n"
