"""The snippet is shown exactly, in colours, and leaves by hand as it does by the button."""

from collections.abc import Iterator
from itertools import groupby

import pytest
from pygments.lexers import get_lexer_by_name
from pygments.token import Comment, Keyword, Name, Number, String, _TokenType
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.preview import compose
from reamaze_gui.core.snippets import SNIPPETS, Snippet
from reamaze_gui.ui.build.snippet_view import SnippetView
from reamaze_gui.ui.widgets import appearance, style
from reamaze_gui.ui.widgets.style import Scheme, Syntax
from tests.windows import CONTROL, ZOE

CUSTOMER = Customer(id="7", email="zoe@example.org", name="Zoë 😀 Quinn")
FAMILIES: tuple[tuple[_TokenType, Syntax], ...] = (
    (Name.Tag, Syntax.TAG),
    (Name, Syntax.NAME),
    (Keyword, Syntax.KEYWORD),
    (String, Syntax.STRING),
    (Number, Syntax.NUMBER),
    (Comment, Syntax.COMMENT),
)


@pytest.fixture(autouse=True)
def _former_colours(qapp: QApplication) -> Iterator[None]:  # noqa: ARG001 - needed for colours
    appearance.apply(Scheme.LIGHT)
    yield
    appearance.apply(Scheme.SYSTEM)


@pytest.fixture
def view(qtbot: QtBot) -> SnippetView:
    view = SnippetView()
    qtbot.add_widget(view)
    view.resize(300, 200)
    with qtbot.wait_exposed(view):
        view.show()
    return view


def snippet_of(customer: Customer, snippet: Snippet = SNIPPETS[0]) -> str:
    return compose(customer, Secret("s"), snippet).snippet


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def ink_of(view: SnippetView, piece: str) -> str:
    """Return the colour of a piece of the code, as the lines on the screen have it."""
    line = view.document().begin()
    while piece not in line.text():
        line = line.next()
    start, length = units(line.text().partition(piece)[0]), units(piece)
    spans = line.layout().formats()
    [colour] = {
        tuple(
            span.format.foreground().color().name()
            for span in spans
            if span.start <= at < span.start + span.length
        )
        for at in range(start, start + length)
    }
    return "".join(colour)


def test_no_history_of_former_customers_piles_up(view: SnippetView) -> None:
    for number in range(5):
        view.show_code(snippet_of(Customer(id=str(number), email="zoe@example.org")), "html")
    assert view.document().availableUndoSteps() == 0


def test_ctrl_c_copies_the_exact_code_marked_as_a_secret(view: SnippetView) -> None:
    code = snippet_of(CUSTOMER)
    view.show_code(code, "html")
    QTest.keyClick(view, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(view, Qt.Key.Key_C, CONTROL)
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == code
    assert copied.data("x-kde-passwordManagerHint") == b"secret"
    assert not copied.hasHtml()
    QGuiApplication.clipboard().clear()


def test_nothing_can_be_typed_into_it(view: SnippetView) -> None:
    view.show_code(snippet_of(CUSTOMER), "html")
    QTest.keyClicks(view, "x")
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert view.toPlainText() == snippet_of(CUSTOMER)


def test_a_long_line_does_not_wrap(view: SnippetView) -> None:
    view.show_code("x" * 500, "html")
    view.grab()  # which lays it out
    assert view.document().begin().layout().lineCount() == 1
    assert view.horizontalScrollBar().maximum() > 0


@pytest.mark.parametrize(
    "after",
    [
        Customer(id="8", email="zoe@example.org", name="Zoë 😀 Quinn"),
        Customer(id="7", email="zoe@example.org"),
    ],
    ids=["another line changes", "a line goes"],
)
def test_who_has_scrolled_to_the_authkey_stays_there(view: SnippetView, after: Customer) -> None:
    view.show_code(snippet_of(CUSTOMER), "html")
    across = view.horizontalScrollBar()
    across.setValue(across.maximum() // 2)
    before = across.value()
    view.show_code(snippet_of(after), "html")
    assert across.value() == before > 0


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_every_piece_has_the_colour_of_what_it_is(
    qtbot: QtBot, view: SnippetView, scheme: Scheme
) -> None:
    pieces = {
        "script": Syntax.TAG,
        "var": Syntax.KEYWORD,
        "'😀'": Syntax.STRING,
        "42": Syntax.NUMBER,
    }
    view.show_code("<script>\n  var a = '😀', b = 42; // why\n</script>", "html")
    for each in (Scheme.DARK, Scheme.LIGHT, scheme):
        appearance.apply(each)
        qtbot.wait_until(lambda: ink_of(view, "// why") == style.theme().syntax[Syntax.COMMENT])
    for piece, ink in pieces.items():
        assert ink_of(view, piece) == style.theme().syntax[ink]


def painted(view: SnippetView) -> list[tuple[str, list[tuple[int, int, str]]]]:
    """Return each line of the code with the colours that it has on the screen."""
    lines, line = [], view.document().begin()
    while line.isValid():
        spans = line.layout().formats()
        colours = [(at.start, at.length, at.format.foreground().color().name()) for at in spans]
        lines.append((line.text(), colours))
        line = line.next()
    return lines


def by_pygments(code: str, lexer: str) -> list[tuple[str, list[tuple[int, int, str]]]]:
    """Return the same from all that Pygments says of the whole code."""
    lines: list[tuple[str, list[tuple[int, int, str]]]] = []
    offset = 0
    inks: dict[int, Syntax | None] = {}
    for start, kind, text in get_lexer_by_name(lexer).get_tokens_unprocessed(code):
        ink = next((ink for family, ink in FAMILIES if kind[: len(family)] == family), None)
        inks |= dict.fromkeys(range(start, start + len(text)), ink)
    for line in code.split("\n"):
        spans: list[tuple[int, int, str]] = []
        for ink, group in groupby(range(offset, offset + len(line)), key=inks.__getitem__):
            places = list(group)
            before = units(code[offset : places[0]])
            if ink:
                colour = style.theme().syntax[ink]
                spans.append((before, units(code[places[0] : places[-1] + 1]), colour))
        lines.append((line, spans))
        offset += len(line) + 1
    return lines


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: snippet.name)
def test_every_format_has_the_colours_that_pygments_gives_the_whole_code(
    view: SnippetView, snippet: Snippet
) -> None:
    code = compose(ZOE, Secret("s"), snippet, account="acme").snippet
    assert code
    view.show_code(code, snippet.lexer)
    assert painted(view) == by_pygments(code, snippet.lexer)


@pytest.mark.parametrize(
    "line", ["a = '😀' + 'x: \\'long';", "// it's: 'long'", "é = '😀😀😀', b: 'long';"]
)
@pytest.mark.parametrize("page", ["<script>\n{}\n</script>", "<b title= 'long'\n>{}</b>", "{}"])
def test_odd_pages_have_the_colours_of_pygments(view: SnippetView, page: str, line: str) -> None:
    code = page.format(line)
    view.show_code(code, "html")
    assert painted(view) == by_pygments(code, "html")


def test_a_space_that_only_looks_the_same_is_shown_anew(view: SnippetView) -> None:
    for space in ("\u00a0", " ", "\u2003"):
        view.show_code(f"a{space}b", "html")
        assert view.document().toRawText() == f"a{space}b"
