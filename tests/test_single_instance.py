"""There is one instance, whatever happens to it, and whoever calls."""

import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from signal import SIGCONT, SIGKILL, SIGSTOP

import pytest
from PySide6.QtCore import QCoreApplication

from reamaze_gui import single_instance
from reamaze_gui.arguments import Arguments
from reamaze_gui.core.customer import Customer
from reamaze_gui.single_instance import Request, SingleInstance, StartResult

ZOE = Customer("48151623", "zoe@example.org", "Zoë", "+14155552671", "https://example.org/z.png")
REQUEST = Request(Arguments("acme", ZOE), "leave-to-take-the-focus")
SOON = 120.0  # seconds

# Claims the place, says what came of it, and as the first does what the test wants: grants all
# requests or refuses them, or is "late": listens once a line comes from the test.
ONE_START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from reamaze_gui.arguments import Arguments
from reamaze_gui.single_instance import Request, SingleInstance, StartResult
application = QCoreApplication([])
folder, does = Path(sys.argv[1]), sys.argv[2]
instance = SingleInstance(folder, "x")
result = instance.claim(Request(Arguments("from another process")))

def grant(request):
    print(request.encode().decode(), end="", flush=True)
    return does != "refuses"

if result is StartResult.FIRST and does in ("grants", "refuses"):
    instance.listen(grant, application)
print(result.name, flush=True)
if does == "late":
    sys.stdin.readline()
    instance.listen(grant, application)
if result is StartResult.FIRST:
    application.exec()
"""

Start = Callable[..., subprocess.Popen[str]]

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Callable[[], SingleInstance]]:
    """Begin a start of the program; all of them end with the test."""
    begun: list[SingleInstance] = []

    def begin_one() -> SingleInstance:
        begun.append(SingleInstance(tmp_path, "x"))
        return begun[-1]

    yield begin_one
    begun.clear()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait a shorter time than people do."""
    monkeypatch.setattr(single_instance, "ANSWERING", 1_000)
    monkeypatch.setattr(single_instance, "STARTING", 2_000)


@pytest.fixture
def another(tmp_path: Path) -> Iterator[Start]:
    """Start another process, which is the first or hands over."""
    started: list[subprocess.Popen[str]] = []

    def start(does: str = "grants") -> subprocess.Popen[str]:
        command = [sys.executable, "-c", ONE_START, str(tmp_path), does]
        pipes = subprocess.PIPE
        started.append(subprocess.Popen(command, stdin=pipes, stdout=pipes, text=True))
        return started[-1]

    yield start
    for process in started:
        process.send_signal(SIGKILL)
        process.communicate(timeout=SOON)


@pytest.fixture
def first(another: Start) -> subprocess.Popen[str]:
    """Return another process, which is the first and grants every request."""
    process = another()
    assert line_of(process) == "FIRST"
    return process


def line_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def taken_by(process: subprocess.Popen[str]) -> Request:
    return Request.decode(line_of(process).encode())


# Who is the first


def test_a_later_start_hands_over_what_it_was_asked_for(
    first: subprocess.Popen[str], begin: Callable[[], SingleInstance]
) -> None:
    for account in ("one", "two", "three"):
        request = replace(REQUEST, arguments=Arguments(account, ZOE))
        assert begin().claim(request) is StartResult.HANDED_OVER
        assert taken_by(first) == request


def test_of_starts_at_the_same_instant_one_is_the_first(another: Start) -> None:
    starts = [another() for _ in range(5)]
    told = [line_of(each) for each in starts]
    first = starts[told.index("FIRST")]
    assert sorted(told) == ["FIRST", *["HANDED_OVER"] * 4]
    accounts = [taken_by(first).arguments.account for _ in range(4)]
    assert accounts == ["from another process"] * 4


def test_a_start_waits_until_the_first_listens(another: Start) -> None:
    first = another("late")
    assert line_of(first) == "FIRST"
    later = another()
    time.sleep(0.5)  # so that it is waiting, on a machine that is not busy
    assert later.poll() is None
    assert first.stdin
    first.stdin.write("listen\n")
    first.stdin.flush()
    assert line_of(later) == "HANDED_OVER"


@pytest.mark.parametrize("does", ["grants", "only starts"])
def test_a_crash_leaves_nothing_in_the_way(
    does: str, another: Start, begin: Callable[[], SingleInstance]
) -> None:
    crashing = another(does)
    assert line_of(crashing) == "FIRST"
    crashing.send_signal(SIGKILL)
    crashing.wait()
    after = another()
    assert line_of(after) == "FIRST"
    assert begin().claim(REQUEST) is StartResult.HANDED_OVER
    assert taken_by(after) == REQUEST


@pytest.mark.usefixtures("impatient")
def test_a_start_does_not_wait_for_ever_for_one_that_hangs_and_tells_it_nothing(
    first: subprocess.Popen[str], begin: Callable[[], SingleInstance]
) -> None:
    first.send_signal(SIGSTOP)
    assert begin().claim(REQUEST) is StartResult.NOT_RESPONDING
    first.send_signal(SIGCONT)
    after = replace(REQUEST, arguments=Arguments("after it goes on"))
    assert begin().claim(after) is StartResult.HANDED_OVER
    assert taken_by(first) == after


@pytest.mark.usefixtures("impatient")
def test_a_start_does_not_wait_for_ever_for_a_window_that_never_comes(
    begin: Callable[[], SingleInstance],
) -> None:
    assert begin().claim(REQUEST) is StartResult.FIRST
    assert begin().claim(REQUEST) is StartResult.NOT_RESPONDING


def test_a_window_that_does_not_grant_the_request_counts_as_silent(
    another: Start, begin: Callable[[], SingleInstance]
) -> None:
    assert line_of(another("refuses")) == "FIRST"
    assert begin().claim(REQUEST) is StartResult.NOT_RESPONDING


# Who may call


@pytest.mark.parametrize(
    "says",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"half", id="half a line"),
        pytest.param(b"x" * 1_000_000, id="a line without an end"),
        pytest.param(b"null\n", id="no request"),
        pytest.param(b"\xff\xfe\n", id="no text"),
        pytest.param(b"[" * 500_000 + b"\n", id="a well"),
    ],
)
@pytest.mark.parametrize("stays", [True, False], ids=["and stays", "and goes"])
def test_a_visitor_that_means_harm_does_none(
    says: bytes,
    first: subprocess.Popen[str],
    begin: Callable[[], SingleInstance],
    tmp_path: Path,
    *,
    stays: bool,
) -> None:
    with socket.socket(socket.AF_UNIX) as visitor:
        visitor.connect(str(tmp_path / "x"))
        visitor.sendall(says)
        if not stays:
            visitor.close()
        assert begin().claim(REQUEST) is StartResult.HANDED_OVER
    assert taken_by(first) == REQUEST


def test_the_socket_is_the_users_alone(first: subprocess.Popen[str], tmp_path: Path) -> None:
    assert first.poll() is None
    assert stat.S_IMODE((tmp_path / "x").stat().st_mode) & 0o077 == 0


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    assert QCoreApplication.instance()
    with pytest.raises(PermissionError):
        SingleInstance(tmp_path / "nowhere", "x").claim(REQUEST)
