"""The scripts of a page are those that an HTML5 parser finds, with their lines."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from reamaze_gui.core.reader.scripts.markup import Runs, is_markup, is_page, scripts, without_tags
from reamaze_gui.core.reader.source_map import pasted

PIECES = (
    *("<script>", "</script>", "<SCRIPT type=module>", "</script >", "</scripty>", "<script/>"),
    *("<script src='x'>", '<script src="a>b">', "<!--", "-->", "--!>", "<!-->", "<!doctype html>"),
    *("<style>", "</style>", "<title>", "</title>", "<textarea>", "</textarea>", "<noscript>"),
    *("</noscript>", "<iframe>", "</iframe>", "<div title='<script>'>", '<p class="a">', "</p>"),
    *("<a b=c>", "<a b", "=", "'", '"', "<", ">", "/", "</", "<?php", "?>", "<!x", "a", " ", "\n"),
    *(
        "<b/c=d>",
        "<i =x>",
        "<i a='",
        "if (a < b) {}",
        "&lt;script&gt;",
        "\u00eb",
        "<xmp>",
        "</xmp>",
    ),
)


@given(text=st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@example(text="<script><!-- <script> </script> --> a</script>b</script>")
@example(text="<script><!-- </script>")
@example(text="<script><!--><script></script>")
@example(text="<script><!-- <script> <!---> </script>")
@example(text="<script>a")
@example(text="<script><!-- <script> </script> a")
@example(text="<p><plaintext><script>a</script>")
def test_scripts_are_those_that_a_parser_finds(text: str) -> None:
    tree = LexborHTMLParser(text, scripting=True)
    expected = [node.text() for node in tree.css("script")]
    assert [script.code.text for script in scripts(pasted(text))] == expected


@pytest.mark.parametrize(
    ("attributes", "runs"),
    [
        *[("", Runs.AT_ONCE), ("type=''", Runs.AT_ONCE), ('type="text/javascript"', Runs.AT_ONCE)],
        *[("type=application/javascript", Runs.AT_ONCE), ("type='TEXT/ECMAScript'", Runs.AT_ONCE)],
        *[("type=module", Runs.MODULE), ("type='text/plain'", Runs.NEVER), ("async", Runs.AT_ONCE)],
        *[("type='application/json'", Runs.NEVER), ("type=text/x-magento-init", Runs.NEVER)],
        *[("type=text/javascript type=text/plain", Runs.AT_ONCE), ("TYPE=MODULE", Runs.MODULE)],
    ],
)
def test_when_a_script_runs(attributes: str, runs: Runs) -> None:
    assert [script.runs for script in scripts(pasted(f"<script {attributes}>a</script>"))] == [runs]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<template><template></template><script>a</script></template><script>b</script>", ["b"]),
        ("<template shadowrootmode=open><script>a</script></template>", ["a"]),
        ("Put it below <template>: <script>a</script>", ["a"]),
    ],
)
def test_scripts_in_a_template_element_never_run(text: str, found: list[str]) -> None:
    assert [script.code.text for script in scripts(pasted(text))] == found


def test_what_a_tag_does_when_it_is_clicked_is_a_script_too() -> None:
    page = pasted('<body\nonload="go(&quot;a&quot;)">\n<p onclick=x() on="" ononsense>')
    found = [(each.code.text, each.runs, each.code.lines[0]) for each in scripts(page)]
    assert found[:2] == [('go("a")', Runs.LATE, 1), ("x()", Runs.IF_ASKED, 3)]


def test_a_script_has_its_address_and_its_lines() -> None:
    page = pasted('<p>\r\n<script\rsrc="a.js?b&amp;c">\n\nx</script>')
    (script,) = scripts(page)
    assert (script.src, script.code.text, [*script.code.lines]) == ("a.js?b&c", "\n\nx", [3, 4, 5])


@pytest.mark.parametrize(
    ("text", "page", "markup"),
    [
        *[("<!DOCTYPE html>", True, True), ("<html lang=x>", True, True), ("<BODY>", True, True)],
        *[("<header>", False, True), ("<p>", False, True), ("a <b", False, False)],
        *[("i<n;i++", False, False), ("", False, False), ("<!-- a -->", False, True)],
        *[("<QuerySet [{}]>", False, False), ("#<User id: 7>", False, False)],
    ],
)
def test_a_page_is_distinguished_from_a_piece_and_both_from_code(
    text: str,
    page: bool,  # noqa: FBT001 - what is expected
    markup: bool,  # noqa: FBT001
) -> None:
    assert (is_page(text), is_markup(text)) == (page, markup)


def test_the_text_of_a_page_is_what_a_person_reads() -> None:
    page = "<p>a<br>b</p><style>\nc</style><b>d</b>\n<!-- e\n -->f<script>g</script>"
    text = without_tags(pasted(page))
    assert text.text.split() == ["a", "b", "df"] or text.text.split() == ["a", "b", "d", "f"]
    assert text.lines[-1] == 4


@pytest.mark.parametrize("before", ["", "İstanbul", "ẞ", "\N{OHM SIGN}"])
def test_a_handler_is_found_behind_letters_that_are_longer_in_lower_case(before: str) -> None:
    page = pasted(f"<p>{before}</p><body id=x OnLoad='_support.user = {{}}'>")
    assert [each.code.text for each in scripts(page)] == ["_support.user = {}"]
