"""The Liquid snippet signs in the customer of a Shopify theme, and nobody else."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reamaze_gui.core.customer import Customer
from tests.formats.contract import Contract
from tests.formats.shop import Shop, needs, of_texts

SNIPPET = "shopify.liquid"

# A theme of Shopify: its library, the filters that it adds, as its reference describes them, and
# `blank?`, which Shopify has from Rails. All its customers have an id.
THEME = """
require "active_support"
require "active_support/core_ext/object/blank"
require "json"
require "liquid"
require "openssl"

module ShopifyFilters
  def hmac_sha256(text, secret) = OpenSSL::HMAC.hexdigest("SHA256", secret.to_s, text.to_s)

  def money(value) = value

  def json(value)
    JSON.generate(value).gsub(/[<>&]/) { |character| format("\\\\u%04x", character.ord) }
  end
end

secret = ENV["REAMAZE_SSO_SECRET"]
custom = secret ? { "reamaze_sso_secret" => { "value" => secret } } : {}
shop = { "metafields" => { "custom" => custom } }
template = Liquid::Template.parse(File.read(ARGV[0]), error_mode: :strict)
JSON.parse($stdin.read).each do |row|
  page = { "customer" => row && row["id"] != "" ? row : nil, "shop" => shop }
  print template.render!(page, filters: [ShopifyFilters]).strip, "\\0"
end
"""


def theme(template: Path) -> Shop:
    probe = ["ruby", "-e", "require 'liquid'; require 'active_support'"]
    found = shutil.which("ruby") and subprocess.run(probe, check=False).returncode == 0
    packages = "ruby ruby-liquid ruby-activesupport"
    needs(found, f"Liquid is missing: sudo apt-get install {packages}")
    return Shop(("ruby", "-e", THEME, template), known=without_avatar, dumps=of_texts)


def without_avatar(customer: Customer) -> Customer:
    return replace(customer, avatar="")


@pytest.fixture(scope="module")
def open_shop() -> Callable[[Path], Shop]:
    return theme


class TestShopify(Contract):
    unsafe = "<>&"  # Shopify's own filter writes the JSON

    def test_the_filters_give_what_shopify_documents(self, tmp_path: Path) -> None:
        template = tmp_path / "theme.liquid"
        template.write_text("{{ 'Polyjuice' | hmac_sha256: 'Polina' }} {{ '</b> & \"' | json }}")
        key = "8e0d5d65cff1242a4af66c8f4a32854fd5fb80edcc8aabe9b302b29c7c71dc20"
        assert theme(template).pages(None) == [f'{key} "\\u003c/b\\u003e \\u0026 \\""']
