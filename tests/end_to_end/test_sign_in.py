"""From an empty desktop to a snippet that signs a customer in."""

import subprocess
import time
from collections.abc import Iterator

import pytest

from tests.desktop import Desktop
from tests.message_bus import TIMEOUT
from tests.openssl import hmac_sha256
from tests.program import TITLE, Program
from tests.screen_reader import Node

SECRET = "Kö1n;»secret«"
CUSTOMER = {
    "Customer ID": "48151623",
    "Email": "zoe.quinn@example.org",
    "Name": "Zoë O'Quinn",
    "Phone": "+14155552671",
    "Avatar URL": "https://example.org/zoe.png",
}
SIGNED = "48151623:zoe.quinn@example.org"

# Roles that can have the focus; a filler is a plain area, on which Tab should not stop.
STOPS = {
    "text", "combo box", "push button", "check box", "radio button", "page tab list", "filler"
}  # fmt: skip


@pytest.fixture
def program(desktop: Desktop) -> Iterator[Program]:
    """Start the program, and in the end quit it from its menu: without a word, with status 0."""
    with Program(desktop) as started:
        yield started
        if started.process.poll() is None:
            assert (started.quit(), started.output) == (0, "")


def test_a_typed_customer_is_signed_as_openssl_signs_and_copied_with_a_word_on_whose_it_is(
    desktop: Desktop, program: Program
) -> None:
    program.fill({"Account": "acme", "SSO secret": SECRET} | CUSTOMER)
    program.wait_to_read("What was signed", f"{SIGNED} · secret of acme")
    authkey = hmac_sha256(SECRET, SIGNED).hex()
    assert program.read("Authkey") == authkey
    assert f"authkey: '{authkey}'" in program.read("Snippet")
    for what, named in {"Authkey": ", acme, authkey only.", "Snippet": ", acme. "}.items():
        program.press(f"Copy {what.lower()}")
        program.wait_to_hear(f"Copied: Zoë O'Quinn (48151623){named}")
        assert desktop.clipboard() == program.read(what)
    program.quit()
    assert authkey not in desktop.clipboard()


def test_a_saved_secret_comes_back_at_the_next_start(desktop: Desktop) -> None:
    with Program(desktop, "--account", "acme") as program:
        program.wait_to_hear("None saved yet.")
        program.fill({"SSO secret": SECRET})
        program.press("Save secret")
        program.wait_to_hear("Saved in GNOME Keyring.")
        program.wait_to_read("SSO secret", "")
        assert (program.quit(), program.output) == (0, "")
    assert desktop.saved_secret("acme") == SECRET
    with Program(desktop) as again:
        again.wait_to_hear("Saved in GNOME Keyring.")
        assert again.read("Account") == "acme"
        assert again.read("Customer ID") == ""
        again.fill(CUSTOMER)
        assert again.read("Authkey") == hmac_sha256(SECRET, SIGNED).hex()


def test_the_whole_job_is_done_by_keyboard(desktop: Desktop, program: Program) -> None:
    program.wait_to_hear("None saved yet.")
    desktop.activate(TITLE)
    keyboard = Keyboard(desktop, program.window)
    keyboard.type_into("Account", "acme")
    keyboard.type_into("SSO secret", "plain-secret")
    program.wait_to_hear("not saved yet")
    keyboard.press("Return")
    program.wait_to_hear("Saved in GNOME Keyring.")
    # The keyboard has no ë: xdotool lends it a key for a moment, which a busy program misses.
    for name, value in (CUSTOMER | {"Name": "Zoe O'Quinn"}).items():
        keyboard.type_into(name, value)
        program.wait_to_read(name, value)  # Qt lets shortcuts overtake what a screen reader hears
    keyboard.press("ctrl+shift+c")
    program.wait_to_hear("Copied: ")
    assert hmac_sha256("plain-secret", SIGNED).hex() in desktop.clipboard()
    assert desktop.clipboard() == program.read("Snippet")


class Keyboard:
    """The keyboard of a desktop, which types into its one window."""

    def __init__(self, desktop: Desktop, window: Node) -> None:
        self._environment = desktop.environment
        self._stops = [node for node in window.walk() if node.role in STOPS]

    def press(self, keys: str) -> None:
        self._run("key", keys)

    def type_into(self, name: str, text: str) -> None:
        """Go on with Tab to what is named so, and type."""
        passed: list[Node] = []
        while (stop := self.tab()).name != name:
            assert stop not in passed, f"Tab does not reach {name}."
            passed.append(stop)
        self._run("type", "--", text)

    def tab(self) -> Node:
        """Press Tab and return what has the focus then."""
        before = self.focused()
        self.press("Tab")
        return self.focused(instead_of=before)

    def focused(self, *, instead_of: Node | None = None) -> Node:
        """Wait until something else has the focus, and return it."""
        deadline = time.monotonic() + TIMEOUT
        while time.monotonic() < deadline:
            found = next((stop for stop in self._stops if "focused" in stop.states), None)
            if found and found != instead_of:
                return found
            time.sleep(0.02)
        raise AssertionError(f"Nothing has the focus after {instead_of and instead_of.name!r}.")

    def _run(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], env=self._environment, check=True)
