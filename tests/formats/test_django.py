"""The Django snippet signs in the user of a page, and nobody else."""

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from reamaze_gui.core.customer import Customer
from tests.formats.visitors import ORDINARY, SECRET, SIGNED_IN, sent, user_in

SNIPPET = Path(__file__).parents[2] / "resources" / "snippets" / "django.py"

VARIABLE = "REAMAZE_SSO_SECRET"

# The merchant's shop: Django's own users, some with a phone and an avatar, and a page for each
# visitor that shows another customer's profile as `user`, as Django's generic views do.
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

def user(row):
    if row is None:
        return AnonymousUser()
    found = User(pk=row["id"], email=row["email"], first_name=row["name"])
    vars(found).update({field: row[field] for field in ("phone", "avatar") if field in row})
    return found

template = engines["django"].from_string("{% load reamaze %}<main>{% reamaze_user %}</main>")
pages = []
for row in json.load(sys.stdin):
    request = None if row == "no request" else RequestFactory().get("/")
    if row not in ("no request", "no authentication"):
        request.user = user(row)
    pages.append(template.render({"user": User(pk=1, email="other@example.org")}, request))
print(json.dumps(pages))
"""

Row = Mapping[str, str | int | None]  # a customer as the shop's database holds one

GUESTS: dict[str, Row | str | None] = {
    "who isn't signed in": None,
    "of a shop without users": "no authentication",
    "of an error page, rendered without a request": "no request",
    "without an email": asdict(replace(ORDINARY, email="")),
}


def pages(customers: Sequence[Row | str | None], secret: str | None = SECRET) -> list[str]:
    """Return the shop's page for each customer, in one run of Django."""
    if importlib.util.find_spec("django") is None:
        (pytest.fail if "CI" in os.environ else pytest.skip)(
            "Django is missing: pip install Django"
        )
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


@pytest.mark.parametrize("nulls", [{}, {"phone": None, "avatar": None}], ids=["no such", "empty"])
def test_a_number_is_signed_and_printed_as_text_by_a_user_with(nulls: Row) -> None:
    [page] = pages([{"id": 2**53 + 1, "email": "zoe@example.org", "name": "", **nulls}])
    assert user_in(page) == sent(Customer(str(2**53 + 1), "zoe@example.org"))


def test_nothing_is_printed_for_a_visitor() -> None:
    found = dict(zip(GUESTS, pages([*GUESTS.values()]), strict=True))
    assert found == dict.fromkeys(GUESTS, "<main></main>")


@pytest.mark.parametrize("secret", [None, ""], ids=["unset", "empty"])
def test_nothing_is_signed_while_the_secret_is(secret: str | None) -> None:
    assert pages([asdict(ORDINARY)], secret) == ["<main></main>"]
