"""Whatever is done to the server of Try in browser, it stays up, and ends when it is told to."""

import socket
import subprocess
import sys
import threading
import time
from queue import SimpleQueue

import pytest

from reamaze_gui import try_server
from reamaze_gui.core.try_page import TryPage
from reamaze_gui.try_server import TryServer
from tests.children import wait_until
from tests.limits import files_left
from tests.try_client import GET, HOST, PAGE, SOON, answer, is_served, place, request


@pytest.mark.parametrize("sent", [b"", b"GET / HTTP/1.1\r\nHost: "], ids=["silent", "half said"])
def test_stop_cuts_a_connection_that_is_held_open(sent: bytes, server: TryServer) -> None:
    with socket.create_connection(place(server), SOON) as held:
        held.sendall(sent)
        assert is_served(server)  # so the one before has been accepted
        server.stop()
        held.settimeout(try_server.REQUEST_TIMEOUT / 2)
        assert held.recv(1) == b""


def crowd() -> list[threading.Thread]:
    """Return the threads that answer somebody."""
    return [each for each in threading.enumerate() if "process_request" in each.name]


def drip(connection: socket.socket) -> None:
    for byte in b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 100:
        connection.send(bytes([byte]))
        time.sleep(0.01)


def test_a_request_that_drips_in_is_cut_off(
    server: TryServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(try_server, "REQUEST_TIMEOUT", 1.0)
    gone = pytest.raises((ConnectionResetError, BrokenPipeError))
    with socket.create_connection(place(server), SOON) as slow, gone:
        drip(slow)
    assert is_served(server)


def test_who_does_not_take_the_page_is_cut_off_in_silence(
    server: TryServer, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(try_server, "REQUEST_TIMEOUT", 2.0)
    server.page = TryPage("x" * 20_000_000, "")
    with socket.create_connection(place(server), SOON) as idle:
        idle.sendall(request(server, GET, HOST))
        assert idle.recv(1)
        for each in crowd():
            each.join(SOON)
        assert crowd() == []
    assert capfd.readouterr() == ("", "")


def test_those_who_hold_connections_open_make_room_for_who_comes_later(server: TryServer) -> None:
    held = [socket.create_connection(place(server), SOON) for _ in range(200)]
    assert is_served(server)
    held[0].settimeout(try_server.REQUEST_TIMEOUT / 2)
    assert held[0].recv(1) == b""
    assert len(crowd()) <= 2 * try_server.MOST_CONNECTIONS
    for each in held:
        each.close()


@pytest.mark.parametrize("requests", [200, pytest.param(1_000, marks=pytest.mark.slow)])
def test_hostile_requests_get_nothing_and_stop_nobody(
    requests: int, server: TryServer, capfd: pytest.CaptureFixture[str]
) -> None:
    # From another process, or we would wait for Python so long that we were the oldest of many.
    command = (sys.executable, "-m", "tests.hostile", server.address, str(requests))
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as attacker:
        wait_until(lambda: len(crowd()) > 1, "the attack")
        assert all(is_served(server) for _ in range(20))
        output, _ = attacker.communicate()
    assert (output, attacker.returncode) == ("", 0)
    assert is_served(server)
    assert server.visits == 21
    assert capfd.readouterr() == ("", "")


def test_where_the_system_gives_no_port_that_is_said_and_may_be_tried_again() -> None:
    with files_left(0), pytest.raises(OSError, match="Too many open files"):
        TryServer(PAGE)
    server = TryServer(PAGE)
    assert is_served(server)
    server.stop()


def test_who_comes_when_there_is_no_room_is_served_later(server: TryServer) -> None:
    with socket.socket() as early:
        early.settimeout(SOON)
        with files_left(0):
            early.connect(place(server))
            early.sendall(request(server, GET, HOST))
            worked, began = time.process_time(), time.monotonic()
            threading.Event().wait(1)
            assert time.process_time() - worked < (time.monotonic() - began) / 2
        assert early.recv(65_536).startswith(b"HTTP/1.0 200 ")


def test_it_stops_although_no_file_can_be_opened(server: TryServer) -> None:
    stopping = threading.Thread(target=server.stop, daemon=True)
    with files_left(0):
        stopping.start()
        stopping.join(SOON)
        assert not stopping.is_alive()


def test_it_stays_up_where_no_thread_can_be_started(server: TryServer) -> None:
    before = threading.stack_size(1 << 47)  # more than there is room for
    try:
        assert answer(server, request(server, GET, HOST)) == ""
    finally:
        threading.stack_size(before)
    assert is_served(server)


def test_a_fault_of_our_own_is_reported_as_a_crash(
    server: TryServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashes: SimpleQueue[type[BaseException]] = SimpleQueue()
    monkeypatch.setattr(threading, "excepthook", lambda args: crashes.put(args.exc_type))
    server.page = TryPage(None, "")  # type: ignore[arg-type]
    assert not is_served(server)
    assert crashes.get(timeout=SOON) is AttributeError
    server.page = PAGE
    assert is_served(server)
