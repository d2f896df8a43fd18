"""The page is for browsers of this user, and for nothing and nobody else."""

import os
import socket
import subprocess
import sys
from urllib.parse import urlsplit

import pytest

from reamaze_gui.core.try_page import TryPage
from reamaze_gui.try_server import TryServer, is_from_user
from tests.try_client import (
    GET,
    HOST,
    MARK,
    PAGE,
    SOON,
    answer,
    curl,
    is_served,
    place,
    request,
    status,
)


def test_a_browser_gets_the_page_with_its_policy_and_nothing_is_kept(server: TryServer) -> None:
    head, _, body = curl(server.address).replace("\r\n", "\n").partition("\n\n")
    [first, *lines] = head.split("\n")
    headers = dict(line.split(": ", 1) for line in lines)
    assert first == "HTTP/1.0 200 OK"
    assert body == MARK
    assert headers == {
        "Cache-Control": "no-store",
        "Connection": "close",
        "Content-Length": str(len(MARK.encode())),
        "Content-Security-Policy": PAGE.policy,
        "Content-Type": "text/html; charset=utf-8",
        "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }


def test_head_gets_the_same_headers_alone(server: TryServer) -> None:
    head = curl(server.address).partition("\r\n\r\n")[0]
    assert curl("--head", server.address) == f"{head}\r\n\r\n"


@pytest.mark.parametrize(
    ("expected", "arguments"),
    [
        pytest.param("404", ["{root}/"], id="the root"),
        pytest.param("404", ["{root}/favicon.ico"], id="another file"),
        pytest.param("404", ["{address}/"], id="a slash more"),
        pytest.param("404", ["{address}?a"], id="a query"),
        pytest.param("404", ["--path-as-is", "{root}/../{path}"], id="a way round"),
        pytest.param("404", ["--path-as-is", "{root}/{path}"], id="two slashes"),
        pytest.param("404", ["--path-as-is", "{root}/.{path}"], id="a dot"),
        pytest.param("404", ["--noproxy", "", "--proxy", "{root}", "{address}"], id="as a proxy"),
        pytest.param("405", ["--data", "x=1", "{address}"], id="POST"),
        pytest.param("405", ["--request", "OPTIONS", "{address}"], id="OPTIONS"),
        pytest.param("405", ["--request", "TRACE", "{address}"], id="TRACE"),
        pytest.param("405", ["--request", "get", "{address}"], id="get in small letters"),
        pytest.param("405", ["--upload-file", "/etc/hostname", "{address}"], id="PUT"),
        pytest.param(
            "405",
            ["--noproxy", "", "--proxytunnel", "--proxy", "{root}", "{address}"],
            id="CONNECT",
        ),
        pytest.param("421", ["--header", "Host: evil.example", "{address}"], id="another host"),
        pytest.param("421", ["--header", "Host: {host}.", "{address}"], id="almost the host"),
        pytest.param("421", ["--header", "Host: 127.0.0.1", "{address}"], id="no port"),
        pytest.param("421", ["--header", "Host: localhost", "{address}"], id="a name of ours"),
        pytest.param("421", ["--header", "Host:", "{address}"], id="no host"),
        pytest.param("403", ["--header", "Origin: http://evil.example", "{address}"], id="origin"),
        pytest.param("403", ["--header", "Origin: null", "{address}"], id="hidden origin"),
        pytest.param("403", ["--header", "Sec-Fetch-Site: cross-site", "{address}"], id="site"),
        pytest.param("403", ["--header", "Sec-Fetch-Site: same-site", "{address}"], id="port"),
        pytest.param("403", ["--header", "Sec-Fetch-Dest: iframe", "{address}"], id="frame"),
        pytest.param("403", ["--header", "Sec-Fetch-Mode: no-cors", "{address}"], id="picture"),
    ],
)
def test_what_is_not_the_user_asking_for_the_page_is_refused(
    expected: str, arguments: list[str], server: TryServer
) -> None:
    parts = urlsplit(server.address)
    filled = {
        "address": server.address,
        "root": f"http://{parts.netloc}",
        "host": parts.netloc,
        "path": parts.path,
    }
    answered = curl(*(argument.format(**filled) for argument in arguments))
    assert status(answered) == expected
    assert MARK not in answered
    assert "Cache-Control: no-store" in answered
    assert "Server" not in answered
    assert "Python" not in answered


@pytest.mark.parametrize(
    ("expected", "lines"),
    [
        pytest.param("421", [GET, HOST, "Host: evil.example"], id="two hosts"),
        pytest.param("421", [GET], id="none"),
        pytest.param("404", ["GET {path}", HOST], id="no version"),
        pytest.param("404", ["GET\t{path} HTTP/1.1", HOST], id="a tab"),
        pytest.param("404", ["GET  {path} HTTP/1.1", HOST], id="two spaces"),
        pytest.param("404", ["GET {address} HTTP/1.1", HOST], id="the whole address"),
        pytest.param("404", ["GET {path}%00 HTTP/1.1", HOST], id="a NUL"),
        pytest.param("404", ["GET {path}#x HTTP/1.1", HOST], id="a fragment"),
        pytest.param("404", ["GET * HTTP/1.1", HOST], id="everything"),
        pytest.param("400", ["{path}", HOST], id="a path alone"),
        pytest.param("400", ["GET {path} HTTP/x", HOST], id="no number"),
        pytest.param("400", ["\xe9\xff \x01 {path} x y z", HOST], id="garbage"),
        pytest.param("505", ["GET {path} HTTP/2.0", HOST], id="too new"),
        pytest.param("431", [GET, HOST, *["A: b"] * 200], id="too many headers"),
        pytest.param("", [GET, HOST, f"A: {'b' * 99_999}"], id="a long header"),
        pytest.param("", [f"GET /{'b' * 99_999} HTTP/1.1", HOST], id="a long path"),
    ],
)
def test_what_no_browser_sends_is_refused_in_words_that_repeat_nothing(
    expected: str, lines: list[str], server: TryServer
) -> None:
    answered = answer(server, request(server, *lines))
    assert status(answered) == expected
    assert urlsplit(server.address).path not in answered
    assert MARK not in answered
    assert is_served(server)


def test_the_version_without_headers_gets_no_page(server: TryServer) -> None:
    answered = answer(server, request(server, "GET {path} HTTP/0.9", HOST))
    assert MARK not in answered


def other_user() -> list[str]:
    """Return what a command begins with that another user runs."""
    become = ["setpriv", "--reuid", "65534", "--clear-groups"]
    return become if os.geteuid() == 0 else ["sudo", "-n", *become]


def test_another_user_of_the_machine_is_not_answered(server: TryServer) -> None:
    if subprocess.run([*other_user(), "true"], check=False, capture_output=True).returncode:
        pytest.skip("no right to be another user")
    command = ["curl", "--silent", "--include", "--noproxy", "*", server.address]
    ended = subprocess.run([*other_user(), *command], capture_output=True, check=False)
    assert ended.returncode in {52, 56}  # of curl: connected, and got nothing
    assert ended.stdout == b""
    assert server.visits == 0
    assert is_served(server)


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_its_user_is_known_by_either_kind_of_socket(
    family: socket.AddressFamily, server: TryServer
) -> None:
    host, port = place(server)
    with socket.socket(family) as client:
        client.connect((host if family is socket.AF_INET else f"::ffff:{host}", port))
        client.sendall(request(server, GET, HOST))
        assert client.recv(65_536).startswith(b"HTTP/1.0 200 ")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells whose a connection is")
def test_only_an_established_connection_is_its_users() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        here = listener.getsockname()
        client = socket.create_connection(here, SOON)
        there = client.getsockname()
        assert is_from_user(there, here)
        client.shutdown(socket.SHUT_WR)
        assert not is_from_user(there, here)
        client.close()
        assert not is_from_user(there, here)
        assert not is_from_user(("127.0.0.1", 1), here)


def test_the_address_is_another_one_each_time_and_too_long_to_guess() -> None:
    addresses = []
    for _ in range(3):
        server = TryServer(PAGE)
        addresses.append(server.address)
        server.stop()
    paths = {urlsplit(address).path for address in addresses}
    assert len(paths) == 3
    assert all(len(path) > 128 // 6 for path in paths)  # bits, of six to a character


def test_it_follows_what_is_shown(server: TryServer) -> None:
    server.page = TryPage("<p>Another", "img-src data:")
    answered = curl(server.address)
    assert answered.endswith("\r\n\r\n<p>Another")
    assert "Content-Security-Policy: img-src data:" in answered


def test_half_a_character_harms_nothing(server: TryServer) -> None:
    server.page = TryPage("<p>\ud83d", "img-src data:")
    assert curl(server.address).endswith("<p>&#55357;")


def test_visits_tell_whether_a_browser_came(server: TryServer) -> None:
    assert server.visits == 0
    curl(f"{server.address}x")
    curl("--head", server.address)
    assert server.visits == 0
    curl(server.address)
    assert server.visits == 1


def test_nothing_listens_after_stop_and_at_other_addresses() -> None:
    server = TryServer(PAGE)
    host, port = place(server)
    for other in ("127.0.0.2", "::1"):
        with pytest.raises(OSError, match=r"refused|unreachable|assign"):
            socket.create_connection((other, port), SOON).close()
    server.stop()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((host, port), SOON).close()
