"""Other browsers than Chromium show the page on which a customer's widget is tried as it does."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from reamaze_gui.core.customer import Customer
from reamaze_gui.try_server import TryServer
from tests.children import wait_until
from tests.other_browsers import Run, firefox, webkit
from tests.try_pages import HOSTILE, ZOE, page_for, sent

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("browser", [firefox, webkit])
@pytest.mark.parametrize("customer", [ZOE, HOSTILE], ids=["ordinary", "hostile"])
def test_the_page_sends_what_was_typed_and_tells_what_became_of_the_loader(
    browser: Callable[[Path, str], AbstractContextManager[Run]],
    customer: Customer,
    server: TryServer,
    tmp_path: Path,
) -> None:
    server.page = page_for(customer)
    with browser(tmp_path, server.address) as run:
        assert run("JSON.parse(JSON.stringify(_support.user))") == sent(customer)
        assert run("typeof evil") == "undefined"
        told = "document.querySelector('main').innerText"
        wait_until(lambda: "There is no Internet connection." in run(told), "the page")
