"""The pages of a format's shop, which the format's own file opens in its fixture `open_shop`."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from tests.formats.scripts import users_in
from tests.formats.shop import SNIPPETS, Shop
from tests.formats.visitors import INVALID, NO_TEXT, NUMBERED_ROWS, PHONES, SIGNED_IN

pytest.register_assert_rewrite("tests.formats.contract")


@pytest.fixture(scope="module")
def snippet(request: pytest.FixtureRequest) -> Path:
    """The format's source file."""
    return SNIPPETS / str(request.module.SNIPPET)


@pytest.fixture(scope="module")
def shop(open_shop: Callable[[Path], Shop], snippet: Path) -> Shop:
    """The shop that runs the format as it is."""
    return open_shop(snippet)


@pytest.fixture(scope="module")
def printed(shop: Shop) -> dict[str, str]:
    """The page of every visitor, all from one run."""
    named = SIGNED_IN | INVALID | PHONES
    customers = {name: asdict(shop.known(who)) for name, who in named.items()}
    visitors = {**customers, **NUMBERED_ROWS, **NO_TEXT, **shop.guests}
    return dict(zip(visitors, shop.pages(*visitors.values()), strict=True))


@pytest.fixture(scope="module")
def users(printed: dict[str, str]) -> dict[str, Any]:
    """What a browser finds in `_support.user` on each page."""
    return dict(zip(printed, users_in(printed.values()), strict=True))
