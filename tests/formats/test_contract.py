"""What every format of the snippet keeps to, whatever its language."""

import re
from fnmatch import fnmatch
from pathlib import Path

import pytest
from pygments.lexers import get_lexer_by_name

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.preview import Mode, compose
from reamaze_gui.core.snippets import SNIPPETS, Snippet
from reamaze_gui.resources import resource
from tests.formats.visitors import ORDINARY, SECRET

SERVER = [snippet for snippet in SNIPPETS if not snippet.of_customer]
SOURCES = [path.read_text(encoding="utf-8") for path in resource("snippets").iterdir()]
COMMENT = re.compile(r"^\s*(//|#(?!!)|<!--|<%--|\{%-? comment)", re.MULTILINE)


def name(snippet: Snippet) -> str:
    return snippet.name


def _text(snippet: Snippet) -> str:
    return compose(Customer(), None, snippet).snippet


def _comments(snippet: Snippet) -> list[str]:
    return [line for line in _text(snippet).splitlines() if COMMENT.match(line)]


SIGNING_IN = [snippet for snippet in SERVER if "_support" in _text(snippet)]


@pytest.mark.parametrize("snippet", SNIPPETS, ids=name)
def test_no_format_holds_the_secret(snippet: Snippet) -> None:
    assert SECRET not in compose(ORDINARY, Secret(SECRET), snippet, account="acme").snippet


@pytest.mark.parametrize("snippet", SNIPPETS, ids=name)
def test_every_format_has_a_lexer_that_reads_it_without_an_error(snippet: Snippet) -> None:
    code = compose(ORDINARY, Secret(SECRET), snippet, account="acme").snippet
    kinds = [str(kind) for kind, _ in get_lexer_by_name(snippet.lexer).get_tokens(code)]
    assert "Token.Error" not in kinds
    assert any(kind.startswith(("Token.Keyword", "Token.Name.Tag")) for kind in kinds)


def test_every_format_has_a_name_of_its_own_and_a_file_name_of_its_language() -> None:
    assert len({snippet.name for snippet in SNIPPETS}) == len(SNIPPETS)
    for snippet in SNIPPETS:
        patterns = get_lexer_by_name(snippet.lexer).filenames
        assert any(fnmatch(snippet.file_name, each) for each in (*patterns, "*.erb", "*.liquid"))


def test_no_file_name_is_that_of_a_module_which_the_code_itself_imports() -> None:
    stems = {Path(snippet.file_name).stem.lower() for snippet in SERVER}
    assert stems.isdisjoint({"flask", "django", "express", "crypto-js", "hmac"})


@pytest.mark.parametrize("snippet", SERVER, ids=name)
def test_server_code_is_a_file_as_it_is_for_whoever_stands_in_the_form(snippet: Snippet) -> None:
    source = compose(ORDINARY, Secret(SECRET), snippet).snippet
    assert source in SOURCES
    for customer in (ORDINARY, Customer(), Customer(phone="wrong")):
        for mode in Mode:
            preview = compose(customer, None, snippet, mode=mode, account="not an account")
            assert (preview.snippet, preview.problems) == (source, ())


@pytest.mark.parametrize("snippet", SERVER, ids=name)
def test_server_code_says_in_at_most_two_lines_what_to_replace(snippet: Snippet) -> None:
    lines = [line for line in _comments(snippet) if "Total spent" not in line]
    assert 1 <= len(lines) <= 2
    assert re.search("[Rr]eplace|[Cc]ustomer|Paste", " ".join(lines))
    assert "secret" in " ".join(lines).lower() or "authkey" in " ".join(lines)


@pytest.mark.parametrize("snippet", SIGNING_IN, ids=name)
def test_one_comment_is_an_example_of_attributes(snippet: Snippet) -> None:
    examples = [line for line in _comments(snippet) if "data" in line and "Total spent" in line]
    assert len(examples) == snippet.signs


def test_every_file_of_the_folder_is_a_format() -> None:
    assert sorted(SOURCES) == sorted(map(_text, SERVER))


def test_every_file_of_the_folder_is_run_by_tests_of_its_own() -> None:
    tests = {path.stem for path in Path(__file__).parent.glob("test_*.py")}
    stems = [path.name.partition(".")[0] for path in resource("snippets").iterdir()]
    assert not [stem for stem in stems if f"test_{stem}".replace("-", "_") not in tests]
