"""Whatever is done to the server of Try in browser, it stays up, and ends when it is told to."""

import os
import resource
import secrets
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

import pytest

from reamaze_gui import try_server
from reamaze_gui.core.try_page import TryPage
from reamaze_gui.try_server import TryServer
from tests.try_client import GET, HOST, PAGE, SOON, answer, is_served, place, request


@pytest.fixture
def server() -> Iterator[TryServer]:
    server = TryServer()
    server.show(PAGE)
    server.start()
    yield server
    server.stop()


@pytest.mark.parametrize("sent", [b"", b"GET / HTTP/1.1\r\nHost: "], ids=["silent", "half said"])
def test_stop_cuts_a_connection_that_is_held_open(sent: bytes, server: TryServer) -> None:
    with socket.create_connection(place(server), SOON) as held:
        held.sendall(sent)
        assert is_served(server)  # so the one before has been accepted
        server.stop()
        held.settimeout(try_server._PATIENCE / 2)
        assert held.recv(1) == b""


def drip(connection: socket.socket) -> None:
    for byte in b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 100:
        connection.send(bytes([byte]))
        time.sleep(0.01)


def test_a_request_that_drips_in_is_cut_off(
    server: TryServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(try_server, "_PATIENCE", 1.0)
    gone = pytest.raises((ConnectionResetError, BrokenPipeError))
    with socket.create_connection(place(server), SOON) as slow, gone:
        drip(slow)
    assert is_served(server)


def test_those_who_hold_connections_open_make_room_for_who_comes_later(server: TryServer) -> None:
    held = [socket.create_connection(place(server), SOON) for _ in range(200)]
    assert is_served(server)
    held[0].settimeout(try_server._PATIENCE / 2)
    assert held[0].recv(1) == b""
    crowd = [each for each in threading.enumerate() if "process_request" in each.name]
    assert len(crowd) <= 2 * try_server._MOST
    for each in held:
        each.close()


def hostile(server: TryServer, number: int) -> bytes:
    """Return one of a thousand requests, each another one."""
    noise = secrets.token_bytes(number + 1)
    kinds = (
        request(server, f"GET /{noise.hex()} HTTP/1.1", HOST),
        request(server, f"M{number} {{path}} HTTP/1.1", HOST),
        request(server, f"GET {'/..' * number}{{path}} HTTP/1.1", HOST),
        request(server, GET, HOST, f"A: {'b' * 40 * number}", "Origin: null"),
        request(server, GET, *[f"H{each}: {number}" for each in range(number)]),
        request(server, GET, f"Host: {number}.example"),
        noise + b"\r\n\r\n",
        noise * 100,
        request(server, GET, HOST)[: number % 60],
        b"",
    )
    return kinds[number % len(kinds)]


def test_a_thousand_hostile_requests_get_nothing_and_stop_nobody(
    server: TryServer, capfd: pytest.CaptureFixture[str]
) -> None:
    def attack(number: int) -> str:
        return answer(server, hostile(server, number), is_all=True)

    with ThreadPoolExecutor(16) as pool:
        answers = pool.map(attack, range(1_000))
        assert all(is_served(server) for _ in range(20))
        assert [each for each in answers if "Zo" in each or " 200 " in each] == []
    assert is_served(server)
    assert server.visits == 21
    assert capfd.readouterr() == ("", "")


def test_where_the_system_gives_no_port_start_says_so_and_may_be_tried_again() -> None:
    server = TryServer()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with Path(os.devnull).open() as last:
        resource.setrlimit(resource.RLIMIT_NOFILE, (last.fileno(), hard))
        try:
            with pytest.raises(OSError, match="Too many open files"):
                server.start()
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert server.address == ""
    server.start()
    server.show(PAGE)
    assert is_served(server)
    server.stop()


def test_a_fault_of_our_own_is_reported_as_a_crash(
    server: TryServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashes: SimpleQueue[type[BaseException]] = SimpleQueue()
    monkeypatch.setattr(threading, "excepthook", lambda args: crashes.put(args.exc_type))
    server.show(TryPage(None, ""))  # type: ignore[arg-type]
    assert not is_served(server)
    assert crashes.get(timeout=SOON) is AttributeError
    server.show(PAGE)
    assert is_served(server)
