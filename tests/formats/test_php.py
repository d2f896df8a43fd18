"""The PHP snippet signs in the customer of a page, and nobody else."""

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

SNIPPET = Path(__file__).parents[2] / "resources" / "snippets" / "php.php"
VARIABLE = "REAMAZE_SSO_SECRET"

# The merchant's page, once for each customer; a notice or a warning of PHP's ends it.
PAGE = """
set_error_handler(function ($level, $message) { throw new Exception($message); });
$pages = [];
foreach (json_decode(stream_get_contents(STDIN)) as $customer) {
    ob_start();
    include $argv[1];
    $pages[] = ob_get_clean();
}
echo json_encode($pages);
"""

NOT_UTF_8 = """
$customer = (object) ['id' => 7, 'email' => 'zoe@example.org', 'name' => "Zo\\xEB"];
include $argv[1];
"""

VARIABLES = """
$customer = (object) ['id' => 7, 'email' => 'zoe@example.org'];
$before = ['before' => 0] + get_defined_vars();
ob_start();
include $argv[1];
ob_end_clean();
echo json_encode(array_diff_key(get_defined_vars(), $before));
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
    """Return what the snippet prints for each customer, all in one run of PHP."""
    found: list[str] = json.loads(php(PAGE, json.dumps(customers), secret))
    return found


def php(program: str, given: str = "", secret: str | None = SECRET) -> str:
    if shutil.which("php") is None:
        missing = "PHP is missing: sudo apt-get install php-cli"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(missing)
    environment = {name: value for name, value in os.environ.items() if name != VARIABLE}
    if secret is not None:
        environment[VARIABLE] = secret
    answer = subprocess.run(
        ["php", "-d", "display_errors=stderr", "-r", program, SNIPPET],
        input=given.encode(),
        capture_output=True,
        check=False,
        env=environment,
    )
    assert not answer.stderr, answer.stderr.decode()
    return answer.stdout.decode()


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


def test_a_page_that_knows_no_customer_at_all_gets_nothing_and_no_warning() -> None:
    assert php("include $argv[1];").strip() == ""


def test_a_name_that_is_not_utf_8_does_not_cost_the_sign_in() -> None:
    customer = Customer("7", "zoe@example.org", "Zo\N{REPLACEMENT CHARACTER}")
    assert user_in(php(NOT_UTF_8)) == sent(customer)


def test_no_variable_of_the_page_is_added_or_overwritten() -> None:
    assert json.loads(php(VARIABLES)) == []
