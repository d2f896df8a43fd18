"""A real browser, and the server of the page that is tried in it."""

from collections.abc import Iterator

import pytest

from reamaze_gui.core.try_page import TryPage
from reamaze_gui.try_server import TryServer
from tests.browser import Browser
from tests.cdn import CDN, serving


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with (
        serving(tmp_path_factory.mktemp("cdn")) as place,
        Browser(tmp_path_factory.mktemp("profile"), {CDN: place}) as browser,
    ):
        yield browser


@pytest.fixture
def server() -> Iterator[TryServer]:
    server = TryServer(TryPage("", ""))
    yield server
    server.stop()
