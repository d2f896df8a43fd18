"""The Rails snippet signs in the current user of a view, and nobody else."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from reamaze_gui.core.customer import Customer
from tests.formats.visitors import ORDINARY, SECRET, SIGNED_IN, sent, user_in

SNIPPET = Path(__file__).parents[2] / "resources" / "snippets" / "rails.html.erb"
VARIABLE = "REAMAZE_SSO_SECRET"

# The shop's controller renders the view once for each customer.
PAGE = """
require 'action_controller'
require 'json'
require 'pathname'
view = Pathname(ARGV[0])
Shop = Class.new(ActionController::Base) do
  prepend_view_path view.dirname
  helper_method def current_user = request.get_header('shop.current_user')
end
users = JSON.parse($stdin.read).map do |row|
  row && Struct.new(*row.keys.map(&:to_sym)) { alias_method :avatar_url, :avatar }.new(*row.values)
end
puts JSON.generate(users.map do |user|
  Shop.renderer.new(
    'shop.current_user' => user,
    'action_dispatch.content_security_policy_nonce_generator' => ->(_) { 'once' }
  ).render(template: view.basename('.html.erb').to_s, layout: false)
end)
"""

NO_PHONES = (
    *("+1", "+04155552671", "+1234567890123456", "4155552671", "+1-415-555-2671", "+1415555267x"),
    *("x+14155552671", "x\n+14155552671", "+14155552671\nx", "+14155552671\r\n"),
    "+1४१५५५५२६७१",  # digits too, for a regular expression that knows Unicode
)

Row = Mapping[str, str | int | None]  # a customer as the shop's database holds one

GUESTS: dict[str, Row | None] = {
    "who isn't signed in": None,
    "without an id": asdict(replace(ORDINARY, id="")),
    "without an email": {**asdict(ORDINARY), "email": None},
}


def pages(customers: Sequence[Row | None], secret: str | None = SECRET) -> list[str]:
    """Return what the snippet prints for each customer, all in one run of Ruby."""
    gem = ["ruby", "-e", "gem 'actionpack'"]
    if shutil.which("ruby") is None or subprocess.run(gem, check=False).returncode:
        missing = "Ruby on Rails' views are missing: sudo apt-get install ruby-actionpack"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(missing)
    environment = {name: value for name, value in os.environ.items() if name != VARIABLE}
    if secret is not None:
        environment[VARIABLE] = secret
    answer = subprocess.run(
        ["ruby", "-e", PAGE, SNIPPET],
        input=json.dumps(customers).encode(),
        capture_output=True,
        check=False,
        env=environment,
    )
    assert not answer.stderr, answer.stderr.decode()
    found: list[str] = json.loads(answer.stdout)
    return found


@pytest.fixture(scope="module")
def printed() -> dict[str, str]:
    return dict(zip(SIGNED_IN, pages([asdict(who) for who in SIGNED_IN.values()]), strict=True))


@pytest.mark.parametrize("visitor", SIGNED_IN)
def test_a_customer_is_signed_in(visitor: str, printed: dict[str, str]) -> None:
    assert user_in(printed[visitor]) == sent(SIGNED_IN[visitor])


def test_no_value_holds_a_character_that_html_or_old_javascript_would_read(
    printed: dict[str, str],
) -> None:
    for page in printed.values():
        [line] = [line for line in page.split("\n") if "_support['user']" in line]
        assert not set(line) & set("<>&\u2028\u2029")


def test_only_what_is_a_number_in_e_164_from_end_to_end_is_sent_as_phone() -> None:
    for page in pages([asdict(replace(ORDINARY, phone=phone)) for phone in NO_PHONES]):
        assert "authkey" in page
        assert "phone" not in page


def test_the_secret_is_on_no_page(printed: dict[str, str]) -> None:
    assert not [page for page in printed.values() if SECRET[:9] in page]


def test_a_number_that_browsers_would_round_is_signed_and_printed_as_text() -> None:
    customer = Customer(str(2**53 + 1), "zoe@example.org")
    nothing = {"name": None, "phone": None, "avatar": None}
    [page] = pages([{"id": 2**53 + 1, "email": customer.email, **nothing}])
    assert user_in(page) == sent(customer)


@pytest.mark.parametrize("guest", GUESTS)
def test_nothing_is_printed_for_a_visitor(guest: str) -> None:
    [page] = pages([GUESTS[guest]])
    assert page.strip() == ""


@pytest.mark.parametrize("secret", [None, ""], ids=["unset", "empty"])
def test_nothing_is_signed_while_the_secret_is(secret: str | None) -> None:
    [page] = pages([asdict(ORDINARY)], secret)
    assert page.strip() == ""


def test_the_script_carries_the_nonce_of_the_content_security_policy(
    printed: dict[str, str],
) -> None:
    script = LexborHTMLParser(printed["ordinary"]).css_first("script")
    assert script is not None
    assert script.attributes["nonce"] == "once"
