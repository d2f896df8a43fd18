"""The Ruby snippet signs in the customer of an ERB page, and nobody else."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reamaze_gui.core.customer import Customer
from tests.formats.contract import Contract
from tests.formats.scripts import users_in
from tests.formats.shop import Shop, needs, of_bytes
from tests.formats.visitors import Row, sent

SNIPPET = "ruby.erb"

# The merchant's page, once for each customer.
PAGE = """
require 'erb'
require 'json'
page = ERB.new(File.read(ARGV[0]))
def value(cell)
  case cell
  when Hash
    return cell['latin 1'].encode('ISO-8859-1') if cell['latin 1']
    cell['binary']&.b || Struct.new(:to_s).new(cell['text'])
  when String then cell.b.gsub("\\u{E000}".b, "\\xEB".b).force_encoding('UTF-8')
  else cell
  end
end
JSON.parse($stdin.read).each do |row|
  customer = row && Struct.new(*row.keys.map(&:to_sym)).new(*row.values.map { |cell| value(cell) })
  print page.result_with_hash(customer: customer).strip, "\\0"
end
"""


@pytest.fixture(scope="module")
def open_shop() -> Callable[[Path], Shop]:
    needs(shutil.which("ruby"), "Ruby is missing: sudo apt-get install ruby")
    return lambda snippet: Shop(("ruby", "-W", "-e", PAGE, snippet), dumps=of_bytes)


class TestRuby(Contract):
    def test_texts_in_other_encodings_become_utf_8(self, shop: Shop) -> None:
        customer = Customer("zoë", "zoë@example.org", "Zoë")
        row: Row = {
            "id": {"latin 1": customer.id},
            "email": {"binary": customer.email},
            "name": {"latin 1": customer.name},
            "phone": None,
            "avatar": None,
        }
        assert users_in(shop.pages(row)) == [sent(customer)]
