"""The PHP snippet signs in the customer of a page, and nobody else."""

import json
import shutil
from pathlib import Path

import pytest

from reamaze_gui.core.customer import Customer
from tests.formats.contract import Contract
from tests.formats.scripts import users_in
from tests.formats.shop import SNIPPETS, Shop, needs, run
from tests.formats.visitors import sent

# The merchant's page, once for each customer; a notice or a warning of PHP's ends it.
PAGE = """
set_error_handler(function ($level, $message) { throw new Exception($message); });
foreach (json_decode(stream_get_contents(STDIN)) as $customer) {
    include $argv[1];
    echo "\\0";
}
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


def php(program: str) -> tuple[str | Path, ...]:
    needs(shutil.which("php"), "PHP is missing: sudo apt-get install php-cli")
    return ("php", "-d", "display_errors=stderr", "-r", program, SNIPPETS / "php.php")


@pytest.fixture(scope="module")
def shop() -> Shop:
    return Shop(php(PAGE))


class TestPhp(Contract):
    def test_a_page_that_knows_no_customer_at_all_gets_nothing_and_no_warning(self) -> None:
        assert run(*php("include $argv[1];")) == ""

    def test_a_name_that_is_not_utf_8_does_not_cost_the_sign_in(self) -> None:
        customer = Customer("7", "zoe@example.org", "Zo\N{REPLACEMENT CHARACTER}")
        assert users_in([run(*php(NOT_UTF_8))]) == [sent(customer)]

    def test_no_variable_of_the_page_is_added_or_overwritten(self) -> None:
        assert json.loads(run(*php(VARIABLES))) == []
