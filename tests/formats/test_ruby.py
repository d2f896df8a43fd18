"""The Ruby snippet signs in the customer of an ERB page, and nobody else."""

import shutil

import pytest

from tests.formats.contract import Contract
from tests.formats.shop import SNIPPETS, Shop, needs

# The merchant's page, once for each customer.
PAGE = """
require 'erb'
require 'json'
page = ERB.new(File.read(ARGV[0]))
JSON.parse($stdin.read).each do |row|
  customer = row && Struct.new(*row.keys.map(&:to_sym)).new(*row.values)
  print page.result_with_hash(customer: customer).strip, "\\0"
end
"""


@pytest.fixture(scope="module")
def shop() -> Shop:
    needs(shutil.which("ruby"), "Ruby is missing: sudo apt-get install ruby")
    return Shop(("ruby", "-W", "-e", PAGE, SNIPPETS / "ruby.erb"))


class TestRuby(Contract):
    pass
