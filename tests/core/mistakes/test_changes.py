"""Changes of a text match PHP, JavaScript, Ruby, and the documentation of Go and .NET."""

import json
import subprocess
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reamaze_gui.core.mistakes.changes import (
    CHANGES,
    as_float,
    from_punycode,
    punycode,
    rounded,
    scientific,
    text_in_base64,
    whole,
)

TEXTS = (
    *("48151623", "Zoe.Quinn+vip@Example.org", 'o\'Neil&"Söhne"~<b>@EXÄMPLE.org', "a/b\\c", ""),
    *("zoe\u0308 €’\N{GRINNING FACE}", "100%41 a+b", "!(*)-_.~'", "&amp;&#39;&#039;&eacute;&lt;b"),
)
NUMBERS = (
    *("0", "7", "48151623", "99999999999999", "123456789012345", "9007199254740993"),
    *("12345678901234567", "99999999999999999", "1234567890123456789", "18446744073709551616"),
    *("100000000000000000000", "12345678901234567890123", "10000000000000000000000000"),
)
STARTS = (
    "123.0",
    "1,234",
    " 12",
    "abc",
    "-5",
    "+7",
    "12abc",
    "00.5",
    "007",
    "",
    "wp-7",
    "-",
    "\t8",
)

PHP = {
    "was URL-encoded": "rawurlencode",
    "was URL-encoded like a form (+ for a space)": "urlencode",
    "was URL-decoded, which turns + into a space": "urldecode",
    "was escaped for HTML by PHP": "htmlspecialchars",
    "was escaped for HTML with names, as PHP's htmlentities does": "htmlentities",
    "was written as JSON by PHP": "json_encode",
    "was escaped with backslashes": "addslashes",
    "was written in Base64": "base64_encode",
    "was written in hexadecimal": "bin2hex",
    "was replaced by its MD5 hash": "md5",
}
NODE = {
    "was URL-encoded as JavaScript's encodeURIComponent does": "encodeURIComponent",
    "was URL-encoded as JavaScript's encodeURI does": "encodeURI",
    "was written as JSON by JavaScript": "JSON.stringify",
    "was lower-cased": "(text => text.toLowerCase())",
    "was upper-cased": "(text => text.toUpperCase())",
    "had its accents composed (Unicode NFC)": "(text => text.normalize('NFC'))",
    "had its accents decomposed (Unicode NFD)": "(text => text.normalize('NFD'))",
}
RUBY = {
    "was escaped for HTML by Ruby or a template": "CGI.escapeHTML(text)",
    "was replaced by its SHA-256 hash": "Digest::SHA256.hexdigest(text)",
}


def _php(function: str, texts: tuple[str, ...]) -> list[str]:
    code = f"echo json_encode(array_map({function}, json_decode(stream_get_contents(STDIN))));"
    return _answer(("php", "-r", code), texts)


def _node(function: str, texts: tuple[str, ...]) -> list[str]:
    code = f"""const texts = JSON.parse(require('fs').readFileSync(0))
        console.log(JSON.stringify(texts.map(text => {function}(text))))"""
    return _answer(("node", "-e", code), texts)


def _ruby(expression: str, texts: tuple[str, ...]) -> list[str]:
    code = f"""require 'json'; require 'cgi'; require 'digest'
        puts JSON.generate(JSON.parse($stdin.read).map {{ |text| {expression} }})"""
    return _answer(("ruby", "-e", code), texts)


def _answer(command: tuple[str, ...], texts: tuple[str, ...]) -> list[str]:
    asked = json.dumps(texts)
    answer = subprocess.run(command, input=asked, capture_output=True, text=True, check=True)
    found: list[str] = json.loads(answer.stdout)
    return found


@pytest.mark.parametrize("was", PHP)
def test_a_change_is_what_php_does(was: str) -> None:
    assert [CHANGES[was](text) for text in TEXTS] == _php(f"'{PHP[was]}'", TEXTS)


@pytest.mark.parametrize("was", NODE)
def test_a_change_is_what_javascript_does(was: str) -> None:
    assert [CHANGES[was](text) for text in TEXTS] == _node(NODE[was], TEXTS)


@pytest.mark.parametrize("was", RUBY)
def test_a_change_is_what_ruby_does(was: str) -> None:
    assert [CHANGES[was](text) for text in TEXTS] == _ruby(RUBY[was], TEXTS)


# html/template's htmlReplacementTable, and the encoder of ASP.NET Core with its default range.
@pytest.mark.parametrize(
    ("was", "escaped"),
    [
        ("was escaped for HTML by Go", "O&#39;N&amp;&lt;&#34;a&#43;b&gt;ë"),
        ("was escaped for HTML by .NET", "O&#x27;N&amp;&lt;&quot;a&#x2B;b&gt;&#xEB;"),
    ],
)
def test_a_change_is_what_the_documentation_says(was: str, escaped: str) -> None:
    assert CHANGES[was]("O'N&<\"a+b>ë") == escaped


@pytest.mark.parametrize(
    ("change", "oracle", "function"),
    [
        (scientific, _php, "fn($id) => (string)(float)$id"),
        (as_float, _php, "fn($id) => number_format((float)$id, 0, '', '')"),
        (rounded, _node, "(id => String(Number(id)))"),
    ],
    ids=["PHP's float", "PHP's number_format", "JavaScript's number"],
)
def test_a_large_number_is_written_as_the_language_does(
    change: Callable[[str], str], oracle: Callable[..., list[str]], function: str
) -> None:
    assert [change(number) for number in NUMBERS] == oracle(function, NUMBERS)


def test_a_whole_number_is_what_php_takes_for_one() -> None:
    assert [whole(start) for start in STARTS] == _php("fn($id) => (string)intval($id)", STARTS)


@pytest.mark.parametrize("change", [rounded, as_float, scientific])
@pytest.mark.parametrize("id", ["", "abc", "-7", "1.5", "٣", "9" * 309, "9" * 5_000])
def test_what_is_no_number_stays_as_it_is(change: Callable[[str], str], id: str) -> None:
    assert change(id) == id


def test_a_domain_is_written_in_ascii_and_back_as_node_does() -> None:
    domains = ("exämple.org", "例子.广告", "sub.bücher.example", "example.org")
    as_ascii = _node("require('url').domainToASCII", domains)
    assert [punycode(f"zoë@{domain}") for domain in domains] == [f"zoë@{it}" for it in as_ascii]
    assert [from_punycode(f"zoë@{it}") for it in as_ascii] == [f"zoë@{each}" for each in domains]


@pytest.mark.parametrize(
    "email", ["zoe", "zoe@", "zoe@a..b", "zoe@\ud800", f"@{'ä' * 99}", "@xn--a-ä"]
)
def test_an_address_without_another_form_stays_as_it_is(email: str) -> None:
    assert punycode(email) == email
    assert from_punycode(email) == email


def test_base64_is_read_where_it_is_text() -> None:
    assert text_in_base64("Z2lkOi8vc2hvcC83") == "gid://shop/7"
    for other in ("", "48151623", "abc", "zoë", "\ud800", "Z2l kOi8v"):
        assert text_in_base64(other) == other


@given(st.text(st.characters(exclude_categories=())))
def test_every_change_takes_any_text(text: str) -> None:
    changed = [change(text) for change in (*CHANGES.values(), punycode, from_punycode, whole)]
    assert all(isinstance(each, str) for each in changed)
