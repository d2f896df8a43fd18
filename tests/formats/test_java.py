"""The JSP signs in the customer of a page, and nobody else, in javax and in jakarta servers."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.formats.contract import Contract
from tests.formats.shop import Shop
from tests.formats.tomcat import VERSIONS, tomcat

SNIPPET = "java.jsp"


@pytest.fixture(scope="module", params=VERSIONS)
def open_shop(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[Path], Shop]:
    def opened(snippet: Path) -> Shop:
        folder = tmp_path_factory.mktemp(request.param)
        return tomcat(folder, snippet.read_text(encoding="utf-8"), request.param)

    return opened


class TestJsp(Contract):
    def test_a_page_is_plain_ascii(self, printed: dict[str, str]) -> None:
        assert printed["hostile"].isascii()
