"""A page that damages a value that was signed correctly is at fault, not the server."""

import hmac
import json
import subprocess

import pytest

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.diagnosis import Explanation, Side, Verdict, diagnose
from reamaze_gui.core.mistakes import Slip
from reamaze_gui.core.mistakes.damage import DAMAGED_EMAIL, DAMAGED_ID
from tests.core.making import page

SECRET = Secret("6f1d8a3b5c7e9f0a2b4c6d8e0f1a3b5c7d9e1f2a")
PHP = {
    "white space around": "trim",
    "HTML (&amp; for &)": "fn($text) => html_entity_decode($text, ENT_QUOTES | ENT_HTML5)",
    "URL-encoded": "rawurldecode",
    "sends the email with backslashes before": "stripslashes",
}
TEXTS = (
    *("&amp;&#39;&#039;&eacute;&lt;b", "100%41 a+b", "O\\'N\\\\eil", " 7\n", "Zoë", "a\\", "%zz"),
)


def _explained(sends: Customer, signed: str, key: str = SECRET.value) -> Explanation:
    authkey = hmac.digest(key.encode(), signed.encode(), "sha256").hex()
    report = diagnose(page(sends, authkey), {"acme": SECRET})
    assert (report.verdict, report.customer) == (Verdict.EXPLAINED, sends)
    assert report.explanation
    return report.explanation


@pytest.mark.parametrize(
    ("sends", "signed", "part"),
    [
        (("7", "O&#039;Hara@example.org"), "7:O'Hara@example.org", "escaped for HTML"),
        (("7", "zoe%2Bvip%40example.org"), "7:zoe+vip@example.org", "URL-encoded"),
        (("7", "zoe%252Bvip%2540example.org"), "7:zoe+vip@example.org", "twice for a URL"),
        (("7", "zoe vip@example.org"), "7:zoe+vip@example.org", "plus sign"),
        (("7", "NoÃ«l@example.org"), "7:Noël@example.org", "character set"),
        (("7", "Å½oÃ«@example.org"), "7:Žoë@example.org", "character set"),
        (("7", "O\\'Hara@example.org"), "7:O'Hara@example.org", "backslashes"),
        (("7", "O\\u0027Hara@example.org"), "7:O'Hara@example.org", "JavaScript's escapes"),
        (("7", " zoe@example.org "), "7:zoe@example.org", "white space"),
        (("7", "\u200bzoe@example.org"), "7:zoe@example.org", "invisible"),
        (("7", "'zoe@example.org'"), "7:zoe@example.org", "quotes"),
        (("'7'", "'zoe@example.org'"), "7:zoe@example.org", "ID and email in quotes"),
        (("9007199254740996", "z@b.c"), "9007199254740995:z@b.c", "rounded"),
        pytest.param(
            *(("6871947673600124000", "z@b.c"), "6871947673600123456:z@b.c", "rounded"),
            marks=pytest.mark.slow,
        ),
        pytest.param(
            *(("6871947673600123904", "z@b.c"), "6871947673600123456:z@b.c", "rounded"),
            marks=pytest.mark.slow,
        ),
        (("7", "Zoe Day <zoe@example.org>"), "7:zoe@example.org", "name before it"),
        (("7", "Mail: a@b.c; d@e.f"), "7:a@b.c", "something beside it"),
        (("7", "a @b.c"), "7:a@b.c", "white space in it"),
        (("Customer ID: 7", "a@b.c"), "7:a@b.c", "a label in front"),
        (("7", "YUBiLmM="), "7:a@b.c", "in Base64"),
        (("7", "mailto:zoe@example.org"), "7:zoe@example.org", "mailto:"),
        (("7", '<a href="mailto:a@b.c">a@b.c</a>'), "7:a@b.c", "tags"),
        (("<b>7</b>", "a@b.c"), "7:a@b.c", "tags"),
        (("7", "a@@b.c"), "7:a@b.c", "Razor"),
        (("1,234,567", "a@b.c"), "1234567:a@b.c", "formatted for display"),
        (("12,34,567", "a@b.c"), "1234567:a@b.c", "formatted for display"),
        (("1'234", "a@b.c"), "1234:a@b.c", "formatted for display"),
        (("1.234", "a@b.c"), "1234:a@b.c", "formatted for display"),
        (("48151623.00", "a@b.c"), "48151623:a@b.c", "zeros (123.0)"),
        (("4.8151623e+07", "a@b.c"), "48151623:a@b.c", "exponent"),
        (("123", "a@b.c"), "00123:a@b.c", "without the zeros at its start, 5 digits"),
        (("gid://shopify/Customer/7", "a@b.c"), "7:a@b.c", "Shopify"),
        (("Z2lkOi8vc2hvcGlmeS9DdXN0b21lci83", "a@b.c"), "7:a@b.c", "Shopify"),
        (("noel@example.org", "48151623"), "48151623:noel@example.org", "swap"),
    ],
)
def test_a_page_that_damages_a_value_is_to_be_changed(
    sends: tuple[str, str], signed: str, part: str
) -> None:
    explanation = _explained(Customer(*sends), signed)
    assert (explanation.message, explanation.right) == (signed, signed)
    assert explanation.side is Side.PAGE
    (slip,) = explanation.slips
    assert part in f"{slip.says} {slip.fix}"
    assert "Correct the page" in slip.fix


@pytest.mark.parametrize(
    ("sends", "signed"),
    [
        (("7", "O'Hara@example.org"), "7:O&#39;Hara@example.org"),
        (("7", "zoe+vip@example.org"), "7:zoe vip@example.org"),
        (("1234", "a@b.c"), "1,234:a@b.c"),
        (("00123", "a@b.c"), "123:a@b.c"),
        (("7", "a@b.c"), "gid://shopify/Customer/7:a@b.c"),
        (("7", "a@b.c"), "a@b.c:7"),
        (("7", "Zoe@example.org"), "7:zoe@example.org"),
    ],
)
def test_a_server_that_damages_a_value_is_to_be_changed(
    sends: tuple[str, str], signed: str
) -> None:
    explanation = _explained(Customer(*sends), signed)
    assert (explanation.message, explanation.right) == (signed, ":".join(sends))
    assert explanation.side is Side.SERVER


def test_where_both_are_wrong_the_server_signs_the_undamaged_value() -> None:
    explanation = _explained(Customer("7", "O&#39;Hara@example.org"), "7|O'Hara@example.org")
    assert explanation.message == "7|O'Hara@example.org"
    assert explanation.right == "7:O'Hara@example.org"
    assert explanation.side is Side.SERVER
    assert {slip.side for slip in explanation.slips} == {*Side}


def test_a_wrong_key_is_the_servers_fault_whatever_the_page_does() -> None:
    sends = Customer("7", "O&#39;Hara@example.org")
    assert _explained(sends, "7:O'Hara@example.org", SECRET.value.upper()).side is Side.SERVER


@pytest.mark.parametrize("number", ["00123", "9007199254740993", "1e3"])
def test_a_number_without_quotes_is_the_pages_fault(number: str) -> None:
    authkey = hmac.digest(SECRET.value.encode(), f"{number}:a@b.c".encode(), "sha256").hex()
    source = f"<script>_support = {{user: {{id: {number}, email: 'a@b.c', authkey: '{authkey}'}}}}"
    explanation = diagnose(source, {"acme": SECRET}).explanation
    assert explanation
    assert (explanation.side, explanation.right) == (Side.PAGE, f"{number}:a@b.c")
    assert f"'{number}'" in explanation.slips[0].fix


@pytest.mark.parametrize("how", PHP)
def test_damage_is_undone_as_php_does(how: str) -> None:
    (slip,) = (each for each in DAMAGED_EMAIL if f" {how}" in each.says)
    undo = PHP[how] if " " in PHP[how] else f"'{PHP[how]}'"
    code = f"echo json_encode(array_map({undo}, json_decode(stream_get_contents(STDIN))));"
    answer = subprocess.run(
        ["php", "-r", code], input=json.dumps(TEXTS), capture_output=True, text=True, check=True
    )
    assert [slip.make(text) for text in TEXTS] == json.loads(answer.stdout)


@pytest.mark.parametrize("slip", DAMAGED_ID, ids=lambda slip: slip.says)
@pytest.mark.parametrize("id", ["48151623", "zoe-7", "3f2b8c1e-6d4a-4f7b-9a0c-5e8d7f6a1b2c"])
def test_what_is_not_damaged_stays_as_it_is(slip: Slip, id: str) -> None:
    assert slip.make(id) == id or "zeros at its start" in slip.says
