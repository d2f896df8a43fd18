"""A support person learns why a customer is not signed in, and what to answer."""

import subprocess
from base64 import b64encode
from collections.abc import Iterator

import pytest

from tests.desktop import Desktop
from tests.openssl import hmac_sha256
from tests.program import TITLE, Program

SECRET = "Kö1n;»secret«"
ID, EMAIL = "48151623", "Zoe.Quinn@Example.org"


@pytest.fixture
def program(desktop: Desktop) -> Iterator[Program]:
    """Start the program at Diagnose, and in the end quit it: without a word, with status 0."""
    with Program(desktop) as started:
        started.fill({"Account": "acme", "SSO secret": SECRET})
        started.press("Diagnose")
        yield started
        assert (started.quit(), started.output) == (0, "")


def page(authkey: str) -> str:
    return f"""<script>
  var _support = _support || {{ user: {{}} }};
  _support['account'] = 'acme';
  _support['user'] = {{
    id: {ID},
    email: '{EMAIL}',
    authkey: '{authkey}'
  }};
</script>"""


def diagnose(program: Program, text: str, verdict: str) -> str:
    """Paste, wait until the report says this, and return it."""
    program.fill({"Customer's page": text})
    program.wait_until(lambda: verdict in program.read("Report"))
    return program.read("Report")


def test_a_right_page_is_called_right_and_two_mistakes_are_explained_for_an_answer(
    desktop: Desktop, program: Program
) -> None:
    right = hmac_sha256(SECRET, f"{ID}:{EMAIL}").hex()
    report = diagnose(program, page(right), "The authkey is right")
    program.wait_to_hear("The authkey is right")
    assert "the secret of acme" in report
    assert right not in report
    wrong = b64encode(hmac_sha256(SECRET, f"{ID}:{EMAIL.lower()}")).decode()
    report = diagnose(program, page(wrong), "was written as Base64")
    program.wait_to_hear("The email was lower-cased before it was signed")
    told = ("2 mistakes", f"{ID}:{EMAIL.lower()}", f"{ID}:{EMAIL}", "Base64")
    assert [part for part in (*told, "acme") if part not in report] == []
    for what in ("reply", "technical report"):
        program.press(f"Copy {what}")
        program.wait_to_hear(f"{what.capitalize()} copied: {EMAIL}")
        copied = desktop.clipboard()
        assert [part for part in told[1:] if part not in copied] == []
        assert [part for part in (SECRET, wrong, right) if part in copied] == []
    assert f"{wrong[:6]}…{wrong[-4:]}" in desktop.clipboard()


def test_the_whole_diagnosis_is_made_by_keyboard(desktop: Desktop, program: Program) -> None:
    wrong = b64encode(hmac_sha256(SECRET, f"{ID}:{EMAIL}")).decode()
    command = ["xclip", "-in", "-selection", "clipboard"]
    subprocess.run(command, input=page(wrong), env=desktop.environment, text=True, check=True)
    desktop.activate(TITLE)
    desktop.press("ctrl+1", "ctrl+2", "ctrl+shift+p")
    program.wait_until(lambda: "written as Base64" in program.read("Report"))
    desktop.press("ctrl+shift+r")
    program.wait_to_hear("eply copied: ")
    assert "Base64" in desktop.clipboard()
    desktop.press("ctrl+l")
    program.wait_to_read("Customer ID", ID)
    assert program.read("Authkey") == hmac_sha256(SECRET, f"{ID}:{EMAIL}").hex()
