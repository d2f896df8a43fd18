"""The snippet for crypto-js signs in the customer of a page, and nobody else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.formats.contract import Contract
from tests.formats.node import needs_module, node_shop
from tests.formats.shop import Shop

SNIPPET = "crypto-js.js"

# The merchant's page, once for each customer.
PAGE = """
const reamazeUser = require(process.argv[1]);
for (const customer of eval(require('fs').readFileSync(0, 'utf8')))
  process.stdout.write(reamazeUser(customer) + '\\0');
"""


@pytest.fixture(scope="module")
def open_shop() -> Callable[[Path], Shop]:
    needs_module("crypto-js")
    return lambda snippet: node_shop(PAGE, snippet)


class TestCryptoJs(Contract):
    pass
