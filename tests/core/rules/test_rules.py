"""Every rule finds what it is for in an example page, and nothing in a healthy one."""

import inspect
import re
from pathlib import Path

import pytest

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.page import Page
from reamaze_gui.core.reader import read
from reamaze_gui.core.rules import RULES, judge
from reamaze_gui.core.rules.finding import Rule
from reamaze_gui.resources import resource
from tests.core.changed_pages import changed
from tests.core.sentences import faults

SECRET = "Kd82nQx7vLw03TzRb5Yh"
GODADDY = "1f0c6d1e-27a6-4f9a-9a8e-0a3f5b0c9d11"
SECRETS = {"acme": Secret(SECRET), GODADDY: Secret("a secret of another account")}

PAGES = Path(__file__).parent / "pages"
CHANGES = "changes.diff"


def pages_in(folder: Path) -> dict[str, str]:
    """Return pages by their names: the files, and what changes.diff makes of healthy/page.html."""
    files = [path for path in folder.iterdir() if path.is_file() and path.name != CHANGES]
    page = _text(PAGES / "healthy" / "page.html")
    changes = re.split(r"(?m)^\+\+\+ (.*)\n", _text(folder / CHANGES))[1:]
    made = {
        name: changed(page, hunks) for name, hunks in zip(changes[::2], changes[1::2], strict=True)
    }
    return {path.name: _text(path) for path in sorted(files)} | made


def _text(path: Path) -> str:
    return path.read_bytes().decode()


# Each is named after the finding that it triggers: id.variant.type
EXAMPLES = pages_in(PAGES)
HEALTHY = pages_in(PAGES / "healthy")
SERVER_CODE = [
    path.name
    for path in sorted(Path(str(resource("snippets"))).iterdir())
    if path.is_file() and "weak" not in path.name
]


@pytest.fixture(scope="module")
def examples() -> dict[str, Page]:
    """Return each example as the reader reads it."""
    bomb = f"<script>_support = {{}}; a = [1]; {'a = [...a, ...a];' * 60}</script>"
    return {name: read(text) for name, text in EXAMPLES.items()} | {"skipped": read(bomb)}


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_triggers_what_it_is_named_after(examples: dict[str, Page], name: str) -> None:
    assert _ids(examples[name]) == {name.partition(".")[0]}


@pytest.mark.parametrize("secrets", [SECRETS, {}], ids=["known", "unknown"])
@pytest.mark.parametrize("page", HEALTHY.values(), ids=HEALTHY)
def test_nothing_is_found_in_a_healthy_page_whether_or_not_a_secret_is_known(
    page: str, secrets: dict[str, Secret]
) -> None:
    assert judge(read(page), secrets) == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_rule_has_an_example_for_each_of_its_findings(
    examples: dict[str, Page], rule: Rule
) -> None:
    ids = re.findall(r'(?:grave|problem|warning)\)?\(\s*"([a-z-]+)"', inspect.getsource(rule))
    expected = set(ids) or {"id", "email", "name", "phone", "avatar"}
    assert {each.id for page in examples.values() for each in rule(page, SECRETS)} == expected


@pytest.mark.parametrize("name", SERVER_CODE)
def test_our_own_code_for_servers_is_distinguished_from_a_page(name: str) -> None:
    assert _ids(read(_text(resource(f"snippets/{name}")))) == {"server-code"}


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_finding_is_two_or_three_short_sentences_about_a_line_of_the_page(
    examples: dict[str, Page], name: str
) -> None:
    page = examples[name]
    for finding in judge(page, SECRETS):
        assert not faults(finding.says)
        assert not faults(finding.fix)
        assert len(finding.says) < 200
        assert len(finding.fix) < 250
        assert (finding.says + finding.fix).isprintable()
        assert 0 <= finding.line <= page.source.count("\n") + 1
        assert SECRET not in repr(finding)


def _ids(page: Page) -> set[str]:
    return {finding.id for finding in judge(page, SECRETS)}


def test_what_is_written_for_html_is_shown_by_what_stands_in_the_page() -> None:
    page = read("_support['user'] = {id: '7', email: 'zoe@example.org', name: 'Zoe O&#039;Q'}")
    [says] = [each.says for each in judge(page, {}) if each.id == "escaped"]
    assert "as &#039; for '" in says
