"""The JSP signs in the customer of a page, and nobody else, in javax and in jakarta servers."""

import pytest

from tests.formats.contract import Contract
from tests.formats.shop import SNIPPETS, Shop
from tests.formats.tomcat import VERSIONS, tomcat


@pytest.fixture(scope="module", params=VERSIONS)
def shop(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Shop:
    folder = tmp_path_factory.mktemp(request.param)
    return tomcat(folder, (SNIPPETS / "java.jsp").read_text(encoding="utf-8"), request.param)


class TestJsp(Contract):
    def test_a_page_is_plain_ascii(self, printed: dict[str, str]) -> None:
        assert printed["hostile"].isascii()
