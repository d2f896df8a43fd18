"""What developers in a hurry write is explained, and never by a mistake that they did not make."""

import json

import pytest

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.diagnosis import Report, Side, Verdict, diagnose
from tests.mistakes import hurried, hurried_keys
from tests.mistakes.hurried import Program

SERVERS = (*hurried.VALUES, *hurried.TEXTS, *hurried_keys.KEYS, *hurried_keys.ALGORITHMS)
OTHER = Secret("0e9d8c7b6a5f4e3d2c1b0a998877665544332211ffeeddccbbaa998877665544")
SOME = 10  # of which one is tried at every change, and all in the slow suite


def _report(program: Program) -> Report:
    sends = program.sends
    user = {"id": sends.id, "email": sends.email, "name": sends.name, "authkey": program.authkey}
    support = json.dumps({"account": "acme", "user": user})
    source = f"{program.source}<script>var _support = {support};</script>"
    return diagnose(source, {"acme": Secret(program.secret), "other": OTHER})


def _is_explained(program: Program, side: Side) -> bool:
    """Return whether it is; if so, it must be told what was signed, and the right side."""
    report = _report(program)
    assert report.verdict in {Verdict.EXPLAINED, Verdict.UNEXPLAINED}
    if report.explanation is None:
        return False
    assert not program.message or report.explanation.message == program.message
    assert report.explanation.side is side
    assert program.secret not in repr(report.explanation)
    return True


@pytest.mark.parametrize("program", SERVERS[::SOME], ids=lambda program: program.line)
def test_a_program_in_a_hurry_is_explained(program: Program) -> None:
    assert _is_explained(program, Side.SERVER)


@pytest.mark.parametrize("program", hurried.PAGES, ids=lambda program: program.line)
def test_a_page_in_a_hurry_is_explained(program: Program) -> None:
    assert _is_explained(program, Side.PAGE)


@pytest.mark.slow
def test_of_a_hundred_programs_in_a_hurry_ninety_five_are_explained() -> None:
    unexplained = [each.line for each in SERVERS if not _is_explained(each, Side.SERVER)]
    assert len(unexplained) <= 0.05 * len(SERVERS), unexplained
