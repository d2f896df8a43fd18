"""A ticket system's Markdown shows a report as it is, whatever was pasted."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QTextDocument

from reamaze_gui import __version__
from reamaze_gui.core.console import COMMAND
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.diagnosis import Report, Verdict
from reamaze_gui.core.page import Page
from reamaze_gui.core.report.overview import SentValue
from reamaze_gui.core.report.technical_report import code, details, escaped, markdown
from reamaze_gui.core.report.visible import ComparedPart, compare
from reamaze_gui.core.report.wording import Advice, Answer, Grade
from tests.parts import fragments

ANSWER = Answer(Grade.WRONG, "The authkey is wrong", ("Said below.",))

NASTY = [
    "<b>bold</b>",
    "<!-- comment -->",
    "**bold** _it_ `code` ~~gone~~",
    "[text](https://example.org)",
    "![image](https://example.org/x.png)",
    "https://example.org/ and www.example.org",
    "zoe@example.org and @zoe and @team/zoe",
    "a | b | c",
    "&lt;b&gt; &#64;",
    "\\* \\` \\",
    "``` and ``",
    "# no heading",
    "- no item",
    "1. no item",
    "12) no item",
    "> no quotation",
    "=== and ---",
    "$x$ and ^y^",
]
TEXTS = st.lists(
    st.sampled_from([*NASTY, *"`*_[]()<>#+-.!|~&\\@ \"'$:=1", "word", "é"]), max_size=6
)


def rendered(source: str) -> QTextDocument:
    """Return how Qt's parser, which is md4c, understands Markdown in GitHub's dialect."""
    document, font = QTextDocument(), QFont()
    font.setPixelSize(12)  # Qt warns of any other
    document.setDefaultFont(font)
    document.setMarkdown(source, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
    return document


def words(text: str) -> list[str]:
    return text.split()


def links(document: QTextDocument) -> list[str]:
    pieces = ((each.charFormat(), each.text()) for each in fragments(document))
    return [text for kind, text in pieces if kind.isAnchor() or kind.isImageFormat()]


@given(TEXTS)
def test_no_mixture_of_it_acts_either(pieces: list[str]) -> None:
    text = " ".join("".join(pieces).split())
    if text:
        for source in (escaped(text), f"- {code(text)}"):
            document = rendered(source)
            assert words(document.toPlainText()) == words(text), source
            assert links(document) == []


@pytest.mark.parametrize("text", ["zoe@example.org", "@zoe", "https://example.org", "www.a.b"])
def test_what_rings_or_links_by_itself_is_written_as_code(text: str) -> None:
    assert escaped(f"for {text} only") == f"for `{text}` only"


def test_what_a_sentence_quotes_of_the_page_is_written_as_code() -> None:
    assert escaped("It reads “auth_*key*”; so.") == "It reads “`auth_*key*`”; so."
    assert escaped("As “zoe@example.org” it is.") == "As “`zoe@example.org`” it is."


def test_an_ordinary_sentence_stays_readable_without_rendering() -> None:
    sentence = "Write it in 64 hexadecimal digits (hash_hmac, hexdigest): nothing else, please!"
    assert escaped(sentence) == sentence


@pytest.mark.parametrize("nasty", NASTY)
def test_every_part_of_an_answer_is_there_and_none_acts(nasty: str) -> None:
    signed, right = compare(f"7:{nasty}", f"8:{nasty}")
    said = replace(
        ANSWER,
        below=(nasty,),
        mistakes=(Advice(f"Was {nasty}", f"Do {nasty}", Grade.WRONG, 3),),
        signed=signed,
        right=right,
        made=(("Key", nasty),),
        rows=(SentValue("id", nasty, f"It is {nasty}", 6, signs=True),),
        findings=(Advice(f"Found {nasty}", "Mend it."),),
    )
    document = rendered(markdown(said))
    assert links(document) == []
    shown = " ".join(words(document.toPlainText()))
    count = shown.count(" ".join(words(nasty)))
    assert count >= 6 + (" " not in nasty) * 2, shown
    for heading in ("What the page sends:", "Also found:", "(line 3)", "line 6"):
        assert heading in shown


def test_the_marks_stand_below_what_differs() -> None:
    said = replace(
        ANSWER,
        signed=(ComparedPart("7:"), ComparedPart("z", differs=True)),
        right=(ComparedPart("7:"),),
    )
    lines = markdown(said).splitlines()
    signed = next(line for line in lines if line.endswith("Signed: 7:z"))
    assert lines[lines.index(signed) + 1].index("^") == signed.index("z")


def test_only_what_matters_of_the_customer_goes_into_a_ticket() -> None:
    rows = (
        SentValue("name", "Zoë Quinn", "", 8, signs=False),
        SentValue("phone", "0170", "Not E.164.", 9, signs=False),
        SentValue("email", "zoe@example.org", "", 7, signs=True),
    )
    text = markdown(replace(ANSWER, rows=rows))
    assert "Quinn" not in text
    assert "0170" in text
    assert "`zoe@example.org`" in text


def test_a_button_that_the_reader_does_not_have_is_explained_by_the_line_it_copies() -> None:
    asking = replace(ANSWER, findings=(Advice("Computed.", "Press Copy console command."),))
    assert COMMAND in rendered(markdown(asking)).toPlainText().splitlines()
    assert COMMAND not in markdown(ANSWER)


def test_it_ends_with_the_version_and_with_what_was_tried() -> None:
    untried = Report(Verdict.UNEXPLAINED, Page(""), Customer("7", "zoe@example.org"), "5a" * 32)
    assert details(untried).endswith(f"\nMade with Re:amaze SSO {__version__}.\n")
    tried = replace(untried, tried=412_345, depth=3)
    assert details(tried).endswith("; 412,345 ways of making an authkey were tried.\n")
