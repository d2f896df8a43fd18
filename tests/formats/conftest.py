"""The pages of a format's shop, which the format's own file starts in its fixture `shop`."""

from dataclasses import asdict
from typing import Any

import pytest

from tests.formats.scripts import users_in
from tests.formats.shop import Shop
from tests.formats.visitors import INVALID, NO_TEXT, NUMBERED_ROWS, PHONES, SIGNED_IN

pytest.register_assert_rewrite("tests.formats.contract")


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
