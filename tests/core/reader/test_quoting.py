"""Quoting around a text is removed, and the lines keep their numbers."""

import pytest

from reamaze_gui.core.reader import read
from reamaze_gui.core.reader.source_map import pasted
from reamaze_gui.core.reader.unwrap import unwrap
from reamaze_gui.core.reader.unwrap.entities import is_escaped, unescaped
from reamaze_gui.core.reader.unwrap.line_numbers import without_line_numbers

CODE = "var email = 'zoe@example.org';\nvar plan = a > b;"


@pytest.mark.parametrize("mark", ["> ", ">", ">> ", "> > ", "» ", "< ", "←· ", "| ", "│ ", "▏"])
def test_the_marks_of_a_mail_or_a_console_are_removed(mark: str) -> None:
    quoted = "".join(f"{mark}{line}\n" for line in CODE.splitlines())
    assert unwrap(pasted(quoted)).text == f"{CODE}\n"


@pytest.mark.parametrize(
    ("opening", "closing"),
    [("```js", "```"), ("~~~", "~~~"), ("{code:html}", "{code}"), ("[code]", "[/code]")],
)
def test_the_fences_of_a_ticket_are_removed(opening: str, closing: str) -> None:
    fenced = unwrap(pasted(f"Hello\n{opening}\n{CODE}\n{closing}\nBye"))
    assert fenced.text == f"Hello\n\n{CODE}\n\nBye"
    assert fenced.line_at(fenced.text.index("var plan")) == 4


@pytest.mark.parametrize(
    "link",
    [
        *("<mailto:zoe@example.org|zoe@example.org>", "zoe@example.org<mailto:zoe@example.org>"),
        *("[zoe@example.org](mailto:zoe@example.org)", "[zoe@example.org|mailto:zoe@example.org]"),
        "zoe@example.org <mailto:zoe@example.org>",
    ],
)
def test_an_address_that_a_mail_or_chat_program_made_a_link_is_the_address(link: str) -> None:
    assert unwrap(pasted(CODE.replace("zoe@example.org", link))).text == CODE


def test_a_link_to_another_address_is_left_alone() -> None:
    text = "Zoe <mailto:zoe@example.org>, a@b.c <mailto:zoe@example.org>"
    assert unwrap(pasted(text)).text == text


def test_code_that_nobody_quoted_is_left_alone() -> None:
    assert unwrap(pasted(CODE)).text == CODE
    assert unwrap(pasted("| id | email |\n| 7 | a@b.c |")).text == "| id | email |\n| 7 | a@b.c |"
    assert unwrap(pasted("> nothing of ours")).text == "> nothing of ours"


@pytest.mark.parametrize(
    ("escaped", "text"),
    [
        *[("&lt;b&gt;", "<b>"), ("&#39;&#x27;", "''"), ("&amp;amp;", "&amp;"), ("a&#13;b", "a\nb")],
        *[("a&#10;b", "a\nb"), ("&nbsp;", "\u00a0")],
    ],
)
def test_one_level_of_escapes_is_decoded(escaped: str, text: str) -> None:
    assert is_escaped(escaped)
    assert unescaped(pasted(escaped)).text == text


@pytest.mark.parametrize("text", ["a & b", "&", "&;", "a=1&b=2", "&#;", "&#xZZ;"])
def test_an_ampersand_alone_is_no_escape(text: str) -> None:
    assert not is_escaped(text)
    assert unescaped(pasted(text)).text == text


def test_a_change_is_read_as_what_stands_after_it() -> None:
    change = (
        "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@ head\n _support.user = {\n"
        "-  id: '1', email: 'old@example.org'};\n+  id: '7', email: 'zoe@example.org'};\n"
    )
    page = read(change)
    assert page.user
    assert [(each.text, each.line) for each in page.user.entries] == [
        ("7", 7),
        ("zoe@example.org", 7),
    ]
    assert not page.sightings


def test_a_change_whose_first_line_names_a_file_is_no_broken_script() -> None:
    code = "+<script>\n+var _support = {user: {id: '7', email: 'a@b.c'}};\n+</script>\n"
    page = read(f"--- a/x\n+++ b/x\n@@ -1 +1,4 @@\n <p>\n{code} </p>")
    assert page.user
    assert page.user.line == 6
    assert not page.sightings


def test_the_lines_of_a_change_alone_are_read_as_what_they_add() -> None:
    page = read("-_support.user = {id: '1'};\n+_support.user = {\n+  id: '7'};\n")
    assert page.user
    assert [(each.text, each.line) for each in page.user.entries] == [("7", 3)]
    assert not page.sightings


def test_a_few_numbers_in_a_row_are_a_list_and_no_count_of_lines() -> None:
    steps = "Please\n1. log in\n2. open the page\n3. look\nThen\nthis\nis there:\n"
    text = pasted(f"{steps}_support.user = {{id: '7'}};\n")
    assert without_line_numbers(text) is text


def test_who_changed_a_line_is_removed_with_its_number() -> None:
    lines = enumerate(["_support.user = {", "  id: '7',", "  email: 'a@b.c'", "};"], 9)
    blame = "".join(
        f"3f2a1b07 (Max Dev 2024-05-01 10:00:00 +0100 {at:2}) {it}\n" for at, it in lines
    )
    page = read(blame)
    assert page.user
    assert [each.text for each in page.user.entries] == ["7", "a@b.c"]
    assert not page.sightings


def test_the_files_and_lines_that_grep_prints_are_removed() -> None:
    lines = enumerate(["_support.user = {", "  id: '7',", "  email: 'a@b.c'", "};"], 41)
    page = read("".join(f"layouts/foot.html:{number}:{line}\n" for number, line in lines))
    assert page.user
    assert [(each.text, each.line) for each in page.user.entries] == [("7", 2), ("a@b.c", 3)]
    assert not page.sightings
