"""Pages and clipboards as customers sent them, and the expected results."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.diagnosis import Report, diagnose
from reamaze_gui.core.pasted import read_customers
from reamaze_gui.core.remark import Severity
from reamaze_gui.core.report import details, reply

CASES = Path(__file__).parent / "cases"
PAGES = json.loads((CASES / "pages.json").read_text(encoding="utf-8"))
PASTES = json.loads((CASES / "pastes.json").read_text(encoding="utf-8"))

Case = dict[str, Any]


@pytest.mark.parametrize("case", PAGES, ids=lambda case: f"{case['kind']}: {case['name']}")
def test_a_page_is_diagnosed(case: Case) -> None:
    secrets = {account: Secret(value) for account, value in case["secrets"].items()}
    report = diagnose(case["page"], secrets)
    assert report.verdict.name in case["verdict"]
    for field, value in case.get("customer", {}).items():
        assert getattr(report.customer, field) == value
    assert report.authkey == case.get("authkey", report.authkey)
    found = [finding.id for finding in report.findings]
    assert set(case.get("some", ())) <= set(found)
    assert not set(case.get("never", ())) & set(found)
    if case.get("first_grave"):
        assert report.findings[0].severity is Severity.GRAVE
    if "message" in case:
        assert report.explanation
        assert report.explanation.message == case["message"]
    if "side" in case:
        assert report.explanation
        assert report.explanation.side.value == case["side"]
    said = everything_said(report, secrets)
    assert not [each for each in case.get("hidden", ()) if each in said]


def everything_said(report: Report, secrets: dict[str, Secret]) -> str:
    """Return all of a report that can be copied or logged."""
    known = secrets.values()
    return reply(report, secrets=known) + details(report, secrets=known) + repr(report)


@pytest.mark.parametrize("case", PASTES, ids=lambda case: case["name"])
def test_the_customers_of_a_clipboard_are_read(case: Case) -> None:
    customers = read_customers(case["text"])
    found = [{name: value for name, value in asdict(each).items() if value} for each in customers]
    assert found == case["customers"]
