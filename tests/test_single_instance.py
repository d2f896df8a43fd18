"""Is there one instance, whatever happens to it, and whoever calls?"""

import os
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from multiprocessing.connection import Client, Listener
from pathlib import Path
from queue import Queue
from signal import SIGCONT, SIGKILL, SIGSTOP
from threading import Thread

import pytest

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
from threading import Event
from reamaze_gui.arguments import Arguments
from reamaze_gui.single_instance import Meeting, Request, SingleInstance
told = Event()
folder, serves = Path(sys.argv[1]), sys.argv[2] == "serves"
instance = SingleInstance(folder, "x")
meeting = instance.meet(Request(Arguments("from another process")))
if meeting is Meeting.FIRST and serves:
    take = lambda request: told.wait() and not print(request.arguments.account, flush=True)
    instance.listen(take)
print(meeting.name, flush=True)
told.set()
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


def test_a_first_that_ends_before_it_listens_leaves_the_next_alone(
    begin: Callable[[], SingleInstance], monkeypatch: pytest.MonkeyPatch
) -> None:
    plainly, pauses = single_instance._open, [0.5, 0.0]

    def late(path: Path) -> Listener:
        time.sleep(pauses.pop(0))
        return plainly(path)

    monkeypatch.setattr(single_instance, "_open", late)
    first = begin()
    serve(first)
    first.close()
    serve(begin())
    time.sleep(1)
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
    if does == "serves":
        assert begin().meet(REQUEST) is Meeting.HANDED_OVER
    crashing.send_signal(SIGKILL)
    crashing.wait()
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
    while not taken.empty():  # one that was taken just after its start had given up
        assert taken.get() == REQUEST


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
            curl = ["curl", "--silent", "--unix-socket", str(address), "http://localhost/"]
            subprocess.run([*other_user(), "test", "-w", str(address)], check=True)  # may call
            told = subprocess.run([*other_user(), *curl], capture_output=True, check=False)
            assert told.returncode in {7, 52, 56}  # of curl: it was cut off, sooner or later
            assert told.stdout == b""
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
