"""The server of Try in browser, with a page."""

from collections.abc import Iterator

import pytest

from reamaze_gui.try_server import TryServer
from tests.try_client import PAGE


@pytest.fixture
def server() -> Iterator[TryServer]:
    server = TryServer(PAGE)
    yield server
    server.stop()
