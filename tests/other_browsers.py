"""Firefox and WebKit without a network, driven through their own automation interfaces."""

import json
import os
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from tests.children import Children, wait_until

_TIMEOUT = 120.0  # seconds for one answer
_NOWHERE = {
    "proxyType": "manual",
    "httpProxy": "127.0.0.1:9",
    "sslProxy": "127.0.0.1:9",
    "noProxy": ["127.0.0.1"],
}
_CAPABILITIES = {"alwaysMatch": {"proxy": _NOWHERE}}

Run = Callable[[str], Any]  # evaluates an expression in the page


@contextmanager
def firefox(directory: Path, address: str) -> Iterator[Run]:
    """Open a page in Firefox through Marionette, which uses length-prefixed JSON."""
    port = _free_port()
    (directory / "user.js").write_text(f'user_pref("marionette.port", {port});\n')
    command = ("firefox-esr", "--headless", "--marionette", "--profile", str(directory))
    with (
        _serving(directory, port, *command),
        socket.create_connection(("127.0.0.1", port), _TIMEOUT) as pipe,
        pipe.makefile("rb") as answers,
    ):

        def receive() -> Any:  # noqa: ANN401 - whatever came
            length = b"".join(iter(lambda: answers.read(1), b":"))
            return json.loads(answers.read(int(length)))

        def call(method: str, **parameters: object) -> Any:  # noqa: ANN401 - whatever it answers
            message = json.dumps([0, 1, f"WebDriver:{method}", parameters])
            pipe.sendall(f"{len(message)}:{message}".encode())
            _, _, error, value = receive()
            assert error is None, error
            return value

        receive()  # its greeting
        call("NewSession", capabilities=_CAPABILITIES)
        call("Navigate", url=address)
        yield lambda expression: call("ExecuteScript", script=f"return {expression}")["value"]


@contextmanager
def webkit(directory: Path, address: str) -> Iterator[Run]:
    """Open a page in WebKit's MiniBrowser through WebDriver."""
    port = _free_port()
    with _serving(directory, port, "WebKitWebDriver", f"--port={port}"):

        def call(path: str, body: Mapping[str, object]) -> Any:  # noqa: ANN401 - whatever it answers
            request = Request(f"http://127.0.0.1:{port}/session{path}", json.dumps(body).encode())
            with urlopen(request, timeout=_TIMEOUT) as answer:  # noqa: S310 - http, as above
                return json.load(answer)["value"]

        session = "/" + call("", {"capabilities": _CAPABILITIES})["sessionId"]
        call(f"{session}/url", {"url": address})
        yield lambda expression: call(
            f"{session}/execute/sync", {"script": f"return {expression}", "args": []}
        )


@contextmanager
def _serving(directory: Path, port: int, *command: str) -> Iterator[None]:
    def listens() -> bool:
        with socket.socket() as asking:
            return asking.connect_ex(("127.0.0.1", port)) == 0

    children = Children(directory)
    try:
        children.serve(*command, environment=os.environ)
        wait_until(listens, command[0])
        yield
    finally:
        children.close()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port
