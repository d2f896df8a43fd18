"""Whoever can't see the window is told of everything in it, in every state, and can reach it."""

from collections.abc import Iterator

from reamaze_gui.core.customer import FIELDS
from tests.desktop import Desktop
from tests.program import Program
from tests.screen_reader import Node

RIGHT = {"Account": "acme", "SSO secret": "secret", "Customer ID": "7", "Email": "zoe@example.org"}
WRONG = {"Customer ID": " 7", "Email": "ZOE @example.org", "Phone": "0170", "Avatar URL": "x.org"}
PAGE = "_support['user'] = { id: '7', email: 'zoe@example.org', authkey: 'undefined' }"
WIDGETS = 20  # that can have the focus, on any page
BESIDE = {  # by what opens it: its title, and how many there can have the focus, at the least
    "Search help…": ("Re:amaze SSO Help", 3),
    "Settings…": ("Settings", 5),
    "About Re:amaze SSO": ("About Re:amaze SSO", 3),
    "Saved customers…": ("Saved customers", 6),
    "Save customer…": ("Save customer", 3),
}
HINTED = {"Account", "SSO secret", *(field.label for field in FIELDS)}


def focusable(window: Node) -> Iterator[tuple[Node, str, set[str]]]:
    """Yield what can have the focus and is on the screen, its name, and its states."""
    labels: dict[str, str] = {}
    for node in window.walk():
        if node.role == "label":
            labels |= dict.fromkeys((each.path for each in node.labelled()), node.name)
        states = node.states
        if {"focusable", "showing"} <= states and node.role != "list item":
            yield node, node.name or labels.get(node.path, ""), states


def gaps(window: Node, least: int = WIDGETS // 2) -> list[str]:
    """Return what lacks a name, of so many at least."""
    found = list(focusable(window))
    assert len(found) >= least
    return [f"{node.role} {node.path}" for node, name, _ in found if not name]


def test_whatever_can_have_the_focus_has_a_name(desktop: Desktop) -> None:
    with Program(desktop) as program:
        assert {name for name in HINTED if not program.part(name).description} == set()
        for typed in ({}, RIGHT, WRONG):
            program.fill(typed)
            assert gaps(program.window) == []
        program.press("Diagnose")
        program.part("Customer's page").type_text(PAGE)
        program.wait_until(lambda: "what a program prints" in program.read("Report"))
        assert gaps(program.window) == []
        assert program.quit() == 0


def test_whatever_can_have_the_focus_in_a_window_beside_has_a_name(desktop: Desktop) -> None:
    with Program(desktop, "--demo") as program:
        for item, (title, least) in BESIDE.items():
            program.press(item)
            assert gaps(program.reader.window(title), least) == [], title
        assert program.quit() == 0
        assert program.output == ""


def test_the_list_of_accounts_opens_and_is_told(desktop: Desktop) -> None:
    with Program(desktop, "--account", "acme") as program:
        program.window.find("acme", "combo box").press()
        accounts = program.window.find("Add account", "push button")
        program.wait_until(lambda: "showing" in accounts.states)
        showing = {name: states for _, name, states in focusable(program.window)}
        for name in ("Add account", "Change secret", "Forget secret", "Remove from the list"):
            assert name in {node.name for node in accounts.parent.children}
        assert "sensitive" in showing["Add account"]
        accounts.press()
        program.wait_until(lambda: "showing" not in accounts.states)
        program.wait_to_read("Account", "")
        assert program.quit() == 0


def test_a_problem_is_described_until_it_is_mended(desktop: Desktop) -> None:
    with Program(desktop) as program:
        program.fill(RIGHT | WRONG)
        seen = {node.name for node in program.window.walk() if node.role == "label"}
        for label in ("Customer ID", "Email", "Phone", "Avatar URL"):
            description = program.part(label).description
            assert any(description in sentence for sentence in seen if description), label
        assert "Correct first" in program.part("Copy snippet").description
        before = program.part("Customer ID").description
        program.part("Customer ID").type_text("7")
        program.wait_until(lambda: program.part("Customer ID").description != before)
        assert program.quit() == 0


def test_a_demonstration_problems_and_what_was_copied_are_announced(desktop: Desktop) -> None:
    with Program(desktop, "--demo") as program:
        assert "nothing is saved" in program.wait_to_hear("a demonstration")
        program.fill({"Customer ID": " 7"})
        program.wait_to_hear("Customer ID:")
        program.fill({"Customer ID": "7", "Account": "https://acme.reamaze.com"})
        program.wait_to_hear("account")
        program.fill({"Account": "acme", "SSO secret": " secret"})
        program.wait_to_hear("white space")
        program.fill({"SSO secret": "secret"})
        program.wait_until(lambda: program.read("What was signed").endswith("secret of acme"))
        for button in ("Copy authkey", "Copy snippet"):
            before = len(program.reader.announcements())
            program.press(button)
            program.wait_to_hear("Copied: ", after=before)
        program.press("Diagnose")
        program.part("Customer's page").type_text(PAGE)
        program.wait_until(lambda: "what a program prints" in program.read("Report"))
        for button in ("Copy reply", "Copy technical report"):
            program.press(button)
            program.wait_to_hear(f"{button.removeprefix('Copy ').capitalize()} copied: ")
        program.press("Copy console command")
        program.wait_to_hear("browser's console")
        assert program.quit() == 0
