"""The PHP snippet signs in the customer of a page, and nobody else."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.formats.contract import Contract
from tests.formats.shop import SNIPPETS, Shop, needs, of_bytes, run

SNIPPET = "php.php"

# The merchant's page, once for each customer; a notice or a warning of PHP's ends it.
PAGE = """
set_error_handler(function ($level, $message) { throw new Exception($message); });
class Text {
    private $text;
    function __construct($text) { $this->text = $text; }
    function __toString() { return $this->text; }
}
function value($value) {
    if (is_object($value)) {
        return new Text($value->text);
    }
    return is_string($value) ? str_replace("\\u{E000}", "\\xEB", $value) : $value;
}
foreach (json_decode(stream_get_contents(STDIN)) as $row) {
    $customer = $row ? (object) array_map('value', (array) $row) : null;
    include $argv[1];
    echo "\\0";
}
"""

VARIABLES = """
$customer = (object) ['id' => 7, 'email' => 'zoe@example.org'];
$before = ['before' => 0] + get_defined_vars();
ob_start();
include $argv[1];
ob_end_clean();
echo json_encode(array_diff_key(get_defined_vars(), $before));
"""


def php(program: str, snippet: Path = SNIPPETS / SNIPPET) -> tuple[str | Path, ...]:
    needs(shutil.which("php"), "PHP is missing: sudo apt-get install php-cli")
    return ("php", "-d", "display_errors=stderr", "-r", program, snippet)


@pytest.fixture(scope="module")
def open_shop() -> Callable[[Path], Shop]:
    return lambda snippet: Shop(php(PAGE, snippet), dumps=of_bytes)


class TestPhp(Contract):
    def test_a_page_that_knows_no_customer_at_all_gets_nothing_and_no_warning(self) -> None:
        assert run(*php("include $argv[1];")) == ""

    def test_no_variable_of_the_page_is_added_or_overwritten(self) -> None:
        assert json.loads(run(*php(VARIABLES))) == []
