"""The Rails snippet signs in the current user of a view, and nobody else."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.formats.contract import Contract
from tests.formats.shop import Shop, needs, of_bytes

SNIPPET = "rails.html.erb"

# The shop's controller renders the view once for each customer.
PAGE = """
require 'action_controller'
require 'json'
require 'pathname'
view = Pathname(ARGV[0])
def value(cell)
  case cell
  when Hash then Struct.new(:to_s).new(cell['text'])
  when String then cell.b.gsub("\\u{E000}".b, "\\xEB".b).force_encoding('UTF-8')
  else cell
  end
end
Shop = Class.new(ActionController::Base) do
  prepend_view_path view.dirname
  helper_method def current_user = request.get_header('shop.current_user')
end
JSON.parse($stdin.read).each do |row|
  user = row && Struct.new(*row.keys.map(&:to_sym)) { alias_method :avatar_url, :avatar }
  page = Shop.renderer.new(
    'shop.current_user' => user&.new(*row&.values&.map { |cell| value(cell) }),
    'action_dispatch.content_security_policy_nonce_generator' => ->(_) { 'once' }
  ).render(template: view.basename('.html.erb').to_s, layout: false)
  print page.strip, "\\0"
end
"""


@pytest.fixture(scope="module")
def open_shop() -> Callable[[Path], Shop]:
    gem = ["ruby", "-e", "gem 'actionpack'"]
    found = shutil.which("ruby") and subprocess.run(gem, check=False).returncode == 0
    needs(found, "Ruby on Rails' views are missing: sudo apt-get install ruby-actionpack")
    return lambda snippet: Shop(("ruby", "-e", PAGE, snippet), dumps=of_bytes)


class TestRails(Contract):
    def test_the_script_carries_the_nonce_of_the_policy(self, printed: dict[str, str]) -> None:
        script = LexborHTMLParser(printed["ordinary"]).css_first("script")
        assert script is not None
        assert script.attributes["nonce"] == "once"
