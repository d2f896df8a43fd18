"""The Django snippet signs in the user of a page, and nobody else."""

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.formats.contract import Contract
from tests.formats.scripts import users_in
from tests.formats.shop import Shop, needs
from tests.formats.visitors import GUESTS, SIGNED_IN, sent

SNIPPET = "django.py"

# The merchant's shop: Django's own users, nobody without an id, some with a phone and an avatar,
# and a page for each visitor that shows another customer's profile as `user`, as Django's generic
# views do.
SHOP = """
import json, sys
from importlib.util import module_from_spec, spec_from_file_location
import django
from django.conf import settings
from django.template import engines
from django.test import RequestFactory

spec = spec_from_file_location("reamaze", sys.argv[1])
sys.modules["reamaze"] = snippet = module_from_spec(spec)
spec.loader.exec_module(snippet)

settings.configure(
    USE_I18N=True,
    USE_THOUSAND_SEPARATOR=True,
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes"],
    TEMPLATES=[{
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "libraries": {"reamaze": "reamaze"},
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
            ],
        },
    }],
)
django.setup()
from django.contrib.auth.models import AnonymousUser, User

class Text:
    def __init__(self, text):
        self.text = text

    def __str__(self):
        return self.text

def user(row):
    if not (row and row["id"]):
        return AnonymousUser()
    row = {
        field: Text(**cell) if isinstance(cell, dict) else cell for field, cell in row.items()
    }
    found = User(pk=row["id"], email=row["email"], first_name=row["name"] or "")
    added = ("phone", "avatar", "total")
    vars(found).update({field: row[field] for field in added if field in row})
    return found

template = engines["django"].from_string("{% load reamaze %}<main>{% reamaze_user %}</main>")
for row in json.load(sys.stdin):
    without = row and row.get("without")
    request = None if without == "a request" else RequestFactory().get("/")
    if not without:
        request.user = user(row)
    page = template.render({"user": User(pk=1, email="other@example.org")}, request)
    print(page, end="\\0")
"""


@pytest.fixture(scope="module")
def open_shop() -> Callable[[Path], Shop]:
    needs(importlib.util.find_spec("django"), "Django is missing: pip install Django")
    return lambda snippet: Shop(
        (sys.executable, "-B", "-W", "error", "-c", SHOP, snippet),
        nothing="<main></main>",
        guests={
            **GUESTS,
            "of a shop without users": {"without": "users"},
            "of an error page, rendered without a request": {"without": "a request"},
        },
    )


class TestDjango(Contract):
    def test_a_user_has_a_phone_only_if_the_shop_adds_it(self, shop: Shop) -> None:
        customer = SIGNED_IN["only what is required"]
        pages = shop.pages({"id": int(customer.id), "email": customer.email, "name": ""})
        assert users_in(pages) == [sent(customer)]
