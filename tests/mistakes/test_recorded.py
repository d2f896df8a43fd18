"""What wrong programs of many languages printed, each run once, is explained."""

import json
from pathlib import Path

import pytest

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.diagnosis import Side, Verdict, diagnose

RECORDED = json.loads((Path(__file__).parent / "recorded.json").read_text(encoding="utf-8"))
SHOPS, PROGRAMS = RECORDED["shops"], RECORDED["programs"]
SOME = 12  # of which one is tried at every change, and all in the slow suite


def _is_explained(program: str) -> bool:
    """Return whether it is; if so, what is to be signed must be the customer in the page."""
    shop, authkey = PROGRAMS[program]
    secret, *values = SHOPS[shop]
    user = dict(zip(("id", "email", "name", "authkey"), (*values, authkey), strict=True))
    page = f"<script>var _support = {json.dumps({'account': 'acme', 'user': user})};</script>"
    report = diagnose(page, {"acme": Secret(secret)})
    if report.verdict is Verdict.UNEXPLAINED:
        return False
    assert report.verdict is Verdict.EXPLAINED
    assert report.explanation
    assert report.explanation.right == ":".join(values[:2])
    assert report.explanation.side is Side.SERVER
    assert secret not in repr(report.explanation)
    return True


@pytest.mark.parametrize("program", [*PROGRAMS][::SOME])
def test_what_a_program_printed_is_explained(program: str) -> None:
    assert _is_explained(program)


@pytest.mark.slow
def test_what_every_program_printed_is_explained() -> None:
    assert [program for program in PROGRAMS if not _is_explained(program)] == []
