"""The Flask snippet signs in the customer of a page, and nobody else."""

import importlib.util
import sys

import pytest

from tests.formats.contract import Contract
from tests.formats.shop import SNIPPETS, Shop, needs
from tests.formats.visitors import GUESTS

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
for number in range(len(visitors)):
    print(browser.get(f"/?visitor={number}").text, end="\\0")
"""


@pytest.fixture(scope="module")
def shop() -> Shop:
    needs(importlib.util.find_spec("flask"), "Flask is missing: pip install Flask")
    return Shop(
        (sys.executable, "-W", "error", "-c", SHOP, SNIPPETS / "flask.py"),
        nothing="<main></main>",
        guests={**GUESTS, "who is anonymous, an object without fields": {}},
    )


class TestFlask(Contract):
    pass
