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


@pytest.mark.parametrize(
    "text",
    [
        "Our SSO secret is Kd82nQx7vLw03TzR\n7, eva@example.org, Eva Haas",
        "ID: 7\nEmail: eva@example.org\nle secret SSO est Kd82nQx7vLw03TzR",
        "Eva Haas eva@example.org 7\nSSO_SECRET=Kd82nQx7vLw03TzR",
    ],
)
def test_what_a_paste_calls_the_secret_is_not_named_among_what_was_not_used(text: str) -> None:
    pasted = read_pasted([text])
    [reading] = pasted.paste.readings
    said = " ".join((*reading.doubts, *reading.warnings, pasted.unused(reading)))
    assert reading.customer.email == "eva@example.org"
    assert "contains an SSO secret" in said
    assert "Kd82nQx7" not in said


def test_no_leak_is_said_of_what_has_none() -> None:
    assert "must be changed" not in read_pasted(["Thanks, I'll look."], (SECRET,)).trouble
