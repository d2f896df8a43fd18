"""Every rule finds what it is for in an example page, and nothing in a healthy one."""

import inspect
import re
from pathlib import Path

import pytest

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.page import Page
from reamaze_gui.core.reader import LONGEST, read
from reamaze_gui.core.rules import RULES, judge
from reamaze_gui.core.rules.finding import Rule
from reamaze_gui.resources import resource
from tests.core.sentences import faults

SECRET = "Kd82nQx7vLw03TzRb5Yh"
GODADDY = "1f0c6d1e-27a6-4f9a-9a8e-0a3f5b0c9d11"
SECRETS = {"acme": Secret(SECRET), GODADDY: Secret("a secret of another account")}

PAGES = Path(__file__).parent / "pages"
# Each is named after the finding that it triggers: id.variant.type
EXAMPLES = sorted(path for path in PAGES.iterdir() if path.is_file())
HEALTHY = sorted((PAGES / "healthy").iterdir())
SERVER_CODE = [
    path.name
    for path in sorted(Path(str(resource("snippets"))).iterdir())
    if "weak" not in path.name
]


@pytest.fixture(scope="module")
def examples() -> dict[Path, Page]:
    """Return each example as the reader reads it."""
    too_long = {PAGES / "skipped": read("x" * (LONGEST + 1))}
    return {path: read(_text(path)) for path in EXAMPLES} | too_long


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_an_example_triggers_the_finding_that_it_is_named_after(
    examples: dict[Path, Page], path: Path
) -> None:
    assert _ids(examples[path]) == {path.name.partition(".")[0]}


@pytest.mark.parametrize("path", HEALTHY, ids=lambda path: path.name)
def test_nothing_is_found_in_a_healthy_page(path: Path) -> None:
    assert judge(read(_text(path)), SECRETS) == ()


@pytest.mark.parametrize("path", HEALTHY, ids=lambda path: path.name)
def test_nothing_is_found_in_a_healthy_page_where_no_secret_is_known(path: Path) -> None:
    assert judge(read(_text(path)), {}) == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_rule_has_an_example_for_each_of_its_findings(
    examples: dict[Path, Page], rule: Rule
) -> None:
    ids = re.findall(r'(?:grave|problem|warning)\)?\(\s*"([a-z-]+)"', inspect.getsource(rule))
    expected = set(ids) or {"id", "email", "name", "phone", "avatar"}
    assert {each.id for page in examples.values() for each in rule(page, SECRETS)} == expected


@pytest.mark.parametrize("name", SERVER_CODE)
def test_our_own_code_for_servers_is_told_from_a_page(name: str) -> None:
    assert _ids(read(_text(resource(f"snippets/{name}")))) == {"server-code"}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_a_finding_is_two_or_three_short_sentences_about_a_line_of_the_page(
    examples: dict[Path, Page], path: Path
) -> None:
    page = examples[path]
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


def _text(path: Path) -> str:
    return path.read_bytes().decode()
