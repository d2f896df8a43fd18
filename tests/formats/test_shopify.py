"""The Liquid snippet signs in the customer of a Shopify theme, and nobody else."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from reamaze_gui.core.customer import Customer
from tests.formats.visitors import ORDINARY, SECRET, SIGNED_IN, sent, user_in

SNIPPET = Path(__file__).parents[2] / "resources" / "snippets" / "shopify.liquid"

# A theme of Shopify: its library, the filters that it adds, as its reference describes them, and
# `blank?`, which Shopify has from Rails.
THEME = """
require "active_support"
require "active_support/core_ext/object/blank"
require "json"
require "liquid"
require "openssl"

module ShopifyFilters
  def hmac_sha256(text, secret) = OpenSSL::HMAC.hexdigest("SHA256", secret.to_s, text.to_s)

  def json(value)
    JSON.generate(value).gsub(/[<>&]/) { |character| format("\\\\u%04x", character.ord) }
  end
end

theme = JSON.parse($stdin.read)
template = Liquid::Template.parse(theme.fetch("template"), error_mode: :strict)
pages = theme.fetch("visitors").map do |customer|
  page = { "customer" => customer, "shop" => theme.fetch("shop") }
  template.render!(page, filters: [ShopifyFilters])
end
puts JSON.generate(pages)
"""

Row = Mapping[str, str | int | None]  # a customer as Shopify's customer object tells

# Liquid has no regular expressions: near misses are above all what Ruby would take for a number.
E164 = ("+12", "+14155552671", "+123456789012345")
NOT_E164 = (
    *("+1", "+0", "+0123", "+1234567890123456", "14155552671", "++14155552671", "+-14155552671"),
    *("+14.5", "+14.0", "+1_415", "+1e9", "+ 1415", " +14155552671", "+1415x", "+1٢٣", "1+415"),
)

NUMBERED = Customer(str(2**53 + 1), "zoe@example.org")
GUESTS: dict[str, Row | None] = {
    "who isn't signed in": None,
    "known by phone alone": {**asdict(ORDINARY), "email": None},
}
VISITORS: dict[str, Row | None] = {
    **{name: asdict(customer) for name, customer in SIGNED_IN.items()},
    **{phone: asdict(replace(ORDINARY, phone=phone)) for phone in (*E164, *NOT_E164)},
    "numbered": {"id": 2**53 + 1, "email": NUMBERED.email, "name": None, "phone": None},
    **GUESTS,
}


def rendered(template: str, customers: Sequence[Row | None], secret: str | None) -> list[str]:
    """Return what a template gives for each customer, all in one run of Ruby."""
    probe = ["ruby", "-e", "require 'liquid'; require 'active_support'"]
    if shutil.which("ruby") is None or subprocess.run(probe, check=False).returncode:
        missing = "Liquid is missing: sudo apt-get install ruby ruby-liquid ruby-activesupport"
        (pytest.fail if "CI" in os.environ else pytest.skip)(missing)
    custom = {} if secret is None else {"reamaze_sso_secret": {"value": secret}}
    shop = {"metafields": {"custom": custom}}
    answer = subprocess.run(
        ["ruby", "-e", THEME],
        input=json.dumps({"template": template, "shop": shop, "visitors": customers}).encode(),
        stdout=subprocess.PIPE,
        check=True,
    )
    found: list[str] = json.loads(answer.stdout)
    return found


@pytest.fixture(scope="module")
def printed() -> dict[str, str]:
    found = rendered(SNIPPET.read_text(), [*VISITORS.values()], SECRET)
    return dict(zip(VISITORS, found, strict=True))


def test_the_filters_give_what_shopify_documents() -> None:
    template = "{{ 'Polyjuice' | hmac_sha256: 'Polina' }} {{ '</b> & \"' | json }}"
    key = "8e0d5d65cff1242a4af66c8f4a32854fd5fb80edcc8aabe9b302b29c7c71dc20"
    assert rendered(template, [None], SECRET) == [f'{key} "\\u003c/b\\u003e \\u0026 \\""']


@pytest.mark.parametrize("visitor", SIGNED_IN)
def test_a_customer_is_signed_in(visitor: str, printed: dict[str, str]) -> None:
    # Shopify knows of no avatar.
    assert user_in(printed[visitor]) == sent(replace(SIGNED_IN[visitor], avatar=""))


def test_a_number_that_browsers_would_round_is_signed_and_printed_as_text(
    printed: dict[str, str],
) -> None:
    assert user_in(printed["numbered"]) == sent(NUMBERED)


@pytest.mark.parametrize("guest", GUESTS)
def test_nothing_is_printed_for_a_visitor(guest: str, printed: dict[str, str]) -> None:
    assert printed[guest].strip() == ""


def test_a_phone_is_printed_only_in_e164(printed: dict[str, str]) -> None:
    assert [phone for phone in (*E164, *NOT_E164) if '"phone"' in printed[phone]] == [*E164]


def test_the_secret_is_on_no_page(printed: dict[str, str]) -> None:
    assert not [page for page in printed.values() if SECRET[:11] in page]


@pytest.mark.parametrize("secret", [None, ""], ids=["unset", "empty"])
def test_nothing_is_signed_while_the_secret_is(secret: str | None) -> None:
    [page] = rendered(SNIPPET.read_text(), [asdict(ORDINARY)], secret)
    assert page.strip() == ""
