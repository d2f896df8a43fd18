"""The Flask snippet signs in the customer of a page, and nobody else."""

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from tests.formats.visitors import ORDINARY, SECRET, SIGNED_IN, sent, user_in

SNIPPET = Path(__file__).parents[2] / "resources" / "snippets" / "flask.py"

VARIABLE = "REAMAZE_SSO_SECRET"

# The merchant's shop, asked over HTTP for its page once by each visitor.
SHOP = """
import json, sys
from importlib.util import module_from_spec, spec_from_file_location
from types import SimpleNamespace
from flask import Flask, g, render_template_string, request

spec = spec_from_file_location("reamaze", sys.argv[1])
snippet = module_from_spec(spec)
spec.loader.exec_module(snippet)

visitors = [row if row is None else SimpleNamespace(**row) for row in json.load(sys.stdin)]
shop = Flask("shop")
shop.testing = True
shop.register_blueprint(snippet.reamaze)

@shop.before_request
def sign_in():
    g.user = visitors[int(request.args["visitor"])]

@shop.get("/")
def page():
    return render_template_string("<main>{{ reamaze_user() }}</main>")

browser = shop.test_client()
print(json.dumps([browser.get(f"/?visitor={n}").text for n in range(len(visitors))]))
"""

Row = Mapping[str, str | int | None]  # a customer as the shop's database holds one

NULLS = {"name": None, "phone": None, "avatar": None}
GUESTS: dict[str, Row | None] = {
    "who isn't signed in": None,
    "who is anonymous, an object without fields": {},
    "without an id": asdict(replace(ORDINARY, id="")),
    "without an email": {**asdict(ORDINARY), "email": None},
}


def pages(customers: Sequence[Row | None], secret: str | None = SECRET) -> list[str]:
    """Return the shop's page for each customer, in one run of Flask."""
    if importlib.util.find_spec("flask") is None:
        (pytest.fail if "CI" in os.environ else pytest.skip)("Flask is missing: pip install Flask")
    environment = {name: value for name, value in os.environ.items() if name != VARIABLE}
    if secret is not None:
        environment[VARIABLE] = secret
    answer = subprocess.run(
        [sys.executable, "-W", "error", "-c", SHOP, SNIPPET],
        input=json.dumps(customers).encode(),
        capture_output=True,
        check=True,
        env=environment,
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


def test_a_number_that_browsers_round_is_signed_and_printed_as_text() -> None:
    [page] = pages([{**asdict(SIGNED_IN["only what is required"]), "id": 2**53 + 1, **NULLS}])
    assert user_in(page) == sent(replace(SIGNED_IN["only what is required"], id=str(2**53 + 1)))


def test_nothing_is_printed_for_a_visitor() -> None:
    found = dict(zip(GUESTS, pages([*GUESTS.values()]), strict=True))
    assert found == dict.fromkeys(GUESTS, "<main></main>")


@pytest.mark.parametrize("secret", [None, ""], ids=["unset", "empty"])
def test_nothing_is_signed_while_the_secret_is(secret: str | None) -> None:
    assert pages([asdict(ORDINARY)], secret) == ["<main></main>"]
