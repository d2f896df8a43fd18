"""The Express snippet signs in the customer of a page, and nobody else."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from tests.formats.visitors import ORDINARY, SECRET, SIGNED_IN, sent, user_in

SNIPPET = Path(__file__).parents[2] / "resources" / "snippets" / "express.js"
MODULES = Path(__file__).parent / "node_modules"

VARIABLE = "REAMAZE_SSO_SECRET"

# The merchant's shop, asked over HTTP for its page once by each visitor. Who visits is known only
# after the snippet's own middleware, which must not mind.
SHOP = """
const express = require('express');
const visitors = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const shop = express();
shop.engine('ejs', require('ejs').renderFile);
shop.use(require(process.argv[1]));
shop.use((request, response, next) => {
  request.user = visitors[request.query.visitor];
  next();
});
shop.get('/', (request, response) => response.render(process.argv[2]));
const server = shop.listen(0, '127.0.0.1', async () => {
  const pages = [];
  for (const visitor of visitors.keys()) {
    const answer = await fetch(`http://127.0.0.1:${server.address().port}/?visitor=${visitor}`);
    pages.push(await answer.text());
  }
  process.stdout.write(JSON.stringify(pages), () => process.exit());
});
"""

Row = Mapping[str, str | int | None]  # a customer as the shop's database holds one

NULLS = {"name": None, "phone": None, "avatar": None}
GUESTS: dict[str, Row | None] = {
    "who isn't signed in": None,
    "without an id": asdict(replace(ORDINARY, id="")),
    "without an email": {**asdict(ORDINARY), "email": None},
}

Pages = dict[str, str]


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("views") / "page.ejs"
    path.write_text("<main><%- reamazeUser() %></main>")
    return path


def pages(view: Path, customers: Sequence[Row | None], secret: str | None = SECRET) -> list[str]:
    """Return the shop's page for each customer, in one run of Express."""
    if not (shutil.which("node") and (MODULES / "express").is_dir()):
        missing = "Express is missing: apt install nodejs npm, then npm ci in tests/formats"
        (pytest.fail if "CI" in os.environ else pytest.skip)(missing)
    environment = {name: value for name, value in os.environ.items() if name != VARIABLE}
    if secret is not None:
        environment[VARIABLE] = secret
    answer = subprocess.run(
        ["node", "-e", SHOP, SNIPPET, view],
        input=json.dumps(customers).encode(),
        capture_output=True,
        check=True,
        env={**environment, "NODE_PATH": str(MODULES)},
    )
    found: list[str] = json.loads(answer.stdout)
    return found


@pytest.fixture(scope="module")
def printed(view: Path) -> Pages:
    customers = [asdict(who) for who in SIGNED_IN.values()]
    return dict(zip(SIGNED_IN, pages(view, customers), strict=True))


@pytest.mark.parametrize("visitor", SIGNED_IN)
def test_a_customer_is_signed_in(visitor: str, printed: Pages) -> None:
    assert user_in(printed[visitor]) == sent(SIGNED_IN[visitor])


def test_the_secret_is_on_no_page(printed: Pages) -> None:
    assert not [page for page in printed.values() if SECRET[:11] in page]


def test_a_number_is_signed_and_printed_as_text(view: Path) -> None:
    [page] = pages(view, [{**asdict(SIGNED_IN["only what is required"]), "id": 7, **NULLS}])
    assert user_in(page) == sent(SIGNED_IN["only what is required"])


def test_nothing_is_printed_for_a_visitor(view: Path) -> None:
    found = dict(zip(GUESTS, pages(view, [*GUESTS.values()]), strict=True))
    assert found == dict.fromkeys(GUESTS, "<main></main>")


@pytest.mark.parametrize("secret", [None, ""], ids=["unset", "empty"])
def test_nothing_is_signed_while_the_secret_is(secret: str | None, view: Path) -> None:
    assert pages(view, [asdict(ORDINARY)], secret) == ["<main></main>"]
