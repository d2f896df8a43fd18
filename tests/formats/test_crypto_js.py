"""The snippet for crypto-js signs in the customer of a page, and nobody else."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from tests.formats.visitors import ORDINARY, SECRET, SIGNED_IN, sent, user_in

SNIPPET = Path(__file__).parents[2] / "resources" / "snippets" / "crypto-js.js"
MODULES = Path(__file__).parent / "node_modules"

VARIABLE = "REAMAZE_SSO_SECRET"

# The merchant's page, once for each customer.
PAGE = """
const reamazeUser = require(process.argv[1]);
const customers = JSON.parse(require('fs').readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(customers.map((customer) => reamazeUser(customer))));
"""

Row = Mapping[str, str | int | None]  # a customer as the shop's database holds one

NULLS = {"name": None, "phone": None, "avatar": None}
GUESTS: dict[str, Row | None] = {
    "who isn't signed in": None,
    "without an id": asdict(replace(ORDINARY, id="")),
    "without an email": {**asdict(ORDINARY), "email": None},
}


def pages(customers: Sequence[Row | None], secret: str | None = SECRET) -> list[str]:
    """Return what the snippet prints for each customer, in one run of Node."""
    if not (shutil.which("node") and (MODULES / "crypto-js").is_dir()):
        missing = "crypto-js is missing: apt install nodejs npm, then npm ci in tests/formats"
        (pytest.fail if "CI" in os.environ else pytest.skip)(missing)
    environment = {name: value for name, value in os.environ.items() if name != VARIABLE}
    if secret is not None:
        environment[VARIABLE] = secret
    answer = subprocess.run(
        ["node", "-e", PAGE, SNIPPET],
        input=json.dumps(customers).encode(),
        capture_output=True,
        check=True,
        env={**environment, "NODE_PATH": str(MODULES)},
    )
    found: list[str] = json.loads(answer.stdout)
    return found


@pytest.fixture(scope="module")
def printed() -> dict[str, str]:
    return dict(zip(SIGNED_IN, pages([asdict(who) for who in SIGNED_IN.values()]), strict=True))


@pytest.mark.parametrize("visitor", SIGNED_IN)
def test_a_customer_is_signed_in(visitor: str, printed: dict[str, str]) -> None:
    assert user_in(printed[visitor]) == sent(SIGNED_IN[visitor])


def test_the_secret_is_on_no_page(printed: dict[str, str]) -> None:
    assert not [page for page in printed.values() if SECRET[:11] in page]


def test_a_number_is_signed_and_printed_as_text() -> None:
    [page] = pages([{**asdict(SIGNED_IN["only what is required"]), "id": 7, **NULLS}])
    assert user_in(page) == sent(SIGNED_IN["only what is required"])


def test_nothing_is_printed_for_a_visitor() -> None:
    found = dict(zip(GUESTS, pages([*GUESTS.values()]), strict=True))
    assert found == dict.fromkeys(GUESTS, "")


@pytest.mark.parametrize("secret", [None, ""], ids=["unset", "empty"])
def test_nothing_is_signed_while_the_secret_is(secret: str | None) -> None:
    assert pages([asdict(ORDINARY)], secret) == [""]
