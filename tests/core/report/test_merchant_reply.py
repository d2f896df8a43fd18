"""A reply can be sent as it is: 50 pages, each with the reply that was read and found good."""

import hmac
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.diagnosis import Report, Verdict, diagnose
from reamaze_gui.core.page import Page
from reamaze_gui.core.report import reply
from tests.core.changed_pages import changed
from tests.core.diagnosed import first_report

REPLIES = sorted((Path(__file__).parent / "replies").glob("*.txt"))
RULE = f"\n{'-' * 20} reply {'-' * 20}\n\n"
WRONG = hmac.digest(b"Kd82nQx7vLw03TzRb5Yh", b"zoe@example.org", "sha256").hex()
ACME, GLOBEX = "Kd82nQx7vLw03TzRb5Yh", "p0Q9w8E7r6T5y4U3i2O1"
SECRETS = {"acme": Secret(ACME), "globex": Secret(GLOBEX)}

# What only we have, or what acts in Markdown.
NOT_FOR_MERCHANTS = (
    r"\bglobex\b|another account|of yours|Also try|Copy console|Load into|Build|keyring"
    r"|\*\*|^#|^- |```|opensesame|[0-9a-f]{40}"
)


def page_and_reply(path: Path) -> tuple[str, str]:
    """Return a page and its reply; behind @@ stands what makes it another than correct.txt's."""
    page, expected = path.read_bytes().decode().split(RULE)
    if page.startswith("@@\n"):
        correct, _ = page_and_reply(path.with_name("correct.txt"))
        page = changed(correct, page.removeprefix("@@\n"))
    return page, expected


@pytest.mark.parametrize("path", REPLIES, ids=lambda path: path.stem)
def test_the_reply_to_a_page_is_the_one_that_was_read_and_found_good(path: Path) -> None:
    page, expected = page_and_reply(path)
    secrets = {} if path.stem.startswith("no-secret") else SECRETS
    found = first_report if path.stem.startswith("unexplained") else diagnose
    said = said_of(found(page, secrets), secrets)
    assert said == f"Hello Ana,\n\n{expected}\nKind regards\nSam"
    assert ACME not in said
    assert GLOBEX not in said
    assert not re.search(NOT_FOR_MERCHANTS, said, re.MULTILINE)


def said_of(report: Report, secrets: Mapping[str, Secret]) -> str:
    return reply(
        report, secrets=secrets.values(), greeting="Hello Ana,", signature="Kind regards\nSam"
    )


def test_greeting_and_signature_are_optional() -> None:
    said = reply(diagnose("Hi.", {}))
    assert said.startswith("We found no customer in what you sent us")
    assert said == said.strip()
    assert reply(diagnose("Hi.", {}), greeting=" Hello,\n", signature="\nSam ").endswith("\n\nSam")


def test_where_nothing_is_known_the_running_page_is_asked_for() -> None:
    for verdict in (Verdict.UNEXPLAINED, Verdict.NO_USER):
        said = reply(Report(verdict, Page(""), Customer()))
        assert "JSON.stringify(_support, null, 2)" in said


def test_a_customer_without_a_name_is_this_customer() -> None:
    assert "right for this customer" in reply(Report(Verdict.CORRECT, Page(""), Customer("7")))


def test_a_leak_beside_a_mistake_is_reported_first() -> None:
    page = f"""_support['user'] = {{
  id: '7', email: 'zoe@example.org', sso_key: 'opensesame-12345', authkey: '{WRONG}'
}};"""
    report = diagnose(page, SECRETS)
    said = said_of(report, SECRETS)
    assert said.index("deal with this first") < said.index("The authkey is not made")
    assert "opensesame" not in said
