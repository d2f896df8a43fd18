"""A paste without a customer says why, and says first that a secret stands in it."""

import pytest

from reamaze_gui.ui.build.pasted import read_pasted

SECRET = "8f3c-opensesame-0451"


@pytest.mark.parametrize(
    ("text", "secrets"),
    [
        (f"Hi, we use {SECRET} for id 5, why does it fail?", (SECRET,)),
        (f"Hi, we use {SECRET.upper()} for id 5, why does it fail?", (SECRET,)),
        ("Hi, our SSO secret: another-one-0451, why does it fail?", ()),
    ],
)
def test_a_leak_is_said_where_nobody_is_found(text: str, secrets: tuple[str, ...]) -> None:
    trouble = read_pasted([text], secrets).trouble
    assert trouble.startswith("No customer found")
    assert "Change it" in trouble
    assert "0451" not in trouble


def test_no_leak_is_said_of_what_has_none() -> None:
    assert "must be changed" not in read_pasted(["Thanks, I'll look."], (SECRET,)).trouble
