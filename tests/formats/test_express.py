"""The Express snippet signs in the customer of a page, and nobody else."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reamaze_gui.core.customer import Customer
from tests.formats.contract import Contract
from tests.formats.node import needs_module, node_shop
from tests.formats.scripts import users_in
from tests.formats.shop import Shop
from tests.formats.visitors import sent

SNIPPET = "express.js"

# The merchant's shop, asked over HTTP for its page once by each visitor. Who visits is known only
# after the snippet's own middleware, which must not mind.
SHOP = """
const express = require('express');
const visitors = eval(require('fs').readFileSync(0, 'utf8'));
const shop = express();
shop.engine('ejs', require('ejs').renderFile);
shop.use(require(process.argv[1]));
shop.use((request, response, next) => {
  request.user = visitors[request.query.visitor];
  next();
});
shop.get('/', (request, response) => response.render(process.argv[2]));
const server = shop.listen(0, '127.0.0.1', async () => {
  let pages = '';
  for (const visitor of visitors.keys()) {
    const answer = await fetch(`http://127.0.0.1:${server.address().port}/?visitor=${visitor}`);
    pages += (await answer.text()) + '\\0';
  }
  process.stdout.write(pages, () => process.exit());
});
"""


@pytest.fixture(scope="module")
def open_shop(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Shop]:
    needs_module("express")
    view = tmp_path_factory.mktemp("views") / "page.ejs"
    view.write_text("<main><%- reamazeUser() %></main>")
    return lambda snippet: node_shop(SHOP, snippet, view, nothing="<main></main>")


class TestExpress(Contract):
    def test_a_date_an_address_and_big_integers_are_texts(self, shop: Shop) -> None:
        visitor = (
            "[{ id: 7n, email: new URL('mailto:zoe@example.org').pathname, name: 2n ** 64n,"
            " phone: 14155552671n, avatar: new URL('https://example.org/z.png') },"
            " { id: new Date(0), email: 'zoe@example.org', name: new Date(NaN) }]"
        )
        numbers = Customer("7", "zoe@example.org", str(2**64), avatar="https://example.org/z.png")
        first, second = users_in(replace(shop, dumps=lambda _: visitor).pages())
        assert first == sent(numbers)
        assert second == sent(Customer(second["id"], "zoe@example.org", "Invalid Date"))
        assert "1970" in second["id"]
