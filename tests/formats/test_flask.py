"""The Flask snippet signs in the customer of a page, and nobody else."""

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest

from reamaze_gui.core.customer import Customer
from tests.formats.contract import Contract
from tests.formats.scripts import users_in
from tests.formats.shop import Shop, needs
from tests.formats.visitors import GUESTS, Row, sent

SNIPPET = "flask.py"

# The merchant's shop, asked over HTTP for its page once by each visitor.
SHOP = """
import json, sys
from importlib.util import module_from_spec, spec_from_file_location
from decimal import Decimal
from types import SimpleNamespace
from uuid import UUID
from flask import Flask, g, render_template_string, request

spec = spec_from_file_location("reamaze", sys.argv[1])
snippet = module_from_spec(spec)
spec.loader.exec_module(snippet)

class Text:
    def __init__(self, text):
        self.text = text

    def __str__(self):
        return self.text

# An object in a row comes as what it is and its text, like {"uuid": …}.
KINDS = {"text": Text, "uuid": UUID, "decimal": Decimal}

def made(pairs):
    objects = [KINDS[name](text) for name, text in pairs.items() if name in KINDS]
    return objects[0] if objects else SimpleNamespace(**pairs)

visitors = json.load(sys.stdin, object_hook=made)
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
for number in range(len(visitors)):
    print(browser.get(f"/?visitor={number}").text, end="\\0")
"""


@pytest.fixture(scope="module")
def open_shop() -> Callable[[Path], Shop]:
    needs(importlib.util.find_spec("flask"), "Flask is missing: pip install Flask")
    return lambda snippet: Shop(
        (sys.executable, "-B", "-W", "error", "-c", SHOP, snippet),
        nothing="<main></main>",
        guests={**GUESTS, "who is anonymous, an object without fields": {}},
    )


class TestFlask(Contract):
    def test_an_id_may_be_a_uuid_and_a_name_a_decimal(self, shop: Shop) -> None:
        customer = Customer(str(UUID(int=7)), "zoe@example.org", "4.50")
        row: Row = {
            "id": {"uuid": customer.id},
            "email": customer.email,
            "name": {"decimal": "4.50"},
            "phone": {"decimal": "14155552671"},
            "avatar": None,
        }
        assert users_in(shop.pages(row)) == [sent(customer)]
