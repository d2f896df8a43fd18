"""The Ruby snippet signs in the customer of an ERB page, and nobody else."""

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

SNIPPET = Path(__file__).parents[2] / "resources" / "snippets" / "ruby.erb"
VARIABLE = "REAMAZE_SSO_SECRET"

# The merchant's page, once for each customer.
PAGE = """
require 'erb'
require 'json'
page = ERB.new(File.read(ARGV[0]))
customers = JSON.parse($stdin.read).map do |row|
  row && Struct.new(*row.keys.map(&:to_sym)).new(*row.values)
end
puts JSON.generate(customers.map { |customer| page.result_with_hash(customer: customer) })
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
    if shutil.which("ruby") is None:
        missing = "Ruby is missing: sudo apt-get install ruby"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(missing)
    environment = {name: value for name, value in os.environ.items() if name != VARIABLE}
    if secret is not None:
        environment[VARIABLE] = secret
    answer = subprocess.run(
        ["ruby", "-W", "-e", PAGE, SNIPPET],
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
