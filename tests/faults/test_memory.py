"""A day's work leaves the program's memory as it was."""

from collections.abc import Iterator

import pytest

from tests.desktop import Desktop
from tests.faults.watched import keys, letters, megabytes
from tests.program import TITLE, Program

GROWTH = 5  # megabytes
# How much is done at once, and how often after it was done twice.
ROUNDS = pytest.mark.parametrize(
    ("share", "rounds"), [(0.2, 1), pytest.param(1, 10, marks=pytest.mark.slow)]
)
CUSTOMER = {"Customer ID": "48151623", "Email": "zoe@example.org", "SSO secret": "s0451"}


@pytest.fixture
def program(desktop: Desktop) -> Iterator[Program]:
    with Program(desktop, "--account", "acme") as program:
        program.wait_to_hear("None saved yet.")
        program.fill(CUSTOMER)
        desktop.activate(TITLE)
        yield program
        assert (program.quit(), program.output) == (0, "")


@ROUNDS
def test_thousands_of_keystrokes(
    share: float, rounds: int, desktop: Desktop, program: Program
) -> None:
    def type_a_thousand() -> None:
        for name in ("Customer ID", "Email", "Name", "Phone", "Avatar URL"):
            program.part(name).focus()
            keys(desktop, "ctrl+a")
            text = "https://zoe@example.org/+1415?" * round(6 * share) + name
            letters(desktop, text)
            program.wait_until(lambda: program.read(name) == text)  # noqa: B023 - called at once

    type_a_thousand()
    type_a_thousand()
    before = megabytes(program)
    for _ in range(rounds):
        type_a_thousand()
    assert megabytes(program) - before < GROWTH


@ROUNDS
def test_hundreds_of_account_switches(
    share: float, rounds: int, desktop: Desktop, program: Program
) -> None:
    def switch_a_hundred_times() -> None:
        names = [f"shop{number}" for number in range(round(100 * share))]
        keys(desktop, *(key for name in names for key in ("ctrl+a", *name, "Return")))
        program.wait_until(lambda: program.read("Account") == names[-1])

    program.part("SSO secret").focus()
    keys(desktop, "shift+Tab")
    switch_a_hundred_times()
    switch_a_hundred_times()
    before = megabytes(program)
    for _ in range(rounds):
        switch_a_hundred_times()
    assert megabytes(program) - before < GROWTH
