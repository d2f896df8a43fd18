"""The Build page shows what was typed as a snippet at every key, and hands out just that."""

import json
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QJSEngine, QJSValue
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot
from selectolax.lexbor import LexborHTMLParser

from reamaze_gui.core.characters import LONGEST
from reamaze_gui.core.customer import FIELDS, Customer, Field
from reamaze_gui.core.preview import Mode
from reamaze_gui.core.snippets import SNIPPETS
from reamaze_gui.ui.widgets.note import Note
from tests.build_pages import CUSTOMER, SECRET, Page, opened
from tests.openssl import hmac_sha256
from tests.windows import CONTROL

WEAK = "Weak SSO (prefill only)"


def user_in(snippet: str) -> dict[str, str]:
    """Return what a browser has in `_support.user` after the page with this snippet."""
    [script] = LexborHTMLParser(f"<body>{snippet}<p>after</p>").css("script")
    engine = QJSEngine()
    outcome = engine.evaluate(
        f"var _support = {{}};\n{script.text()}\nJSON.stringify(_support.user)"
    )
    return cast("dict[str, str]", json.loads(cast("QJSValue", outcome).toString()))


def test_the_snippet_follows_every_key(page: Page) -> None:
    page.form.fill(Customer(id="7", email="a@b.co"))
    edit = page.edit("Name")
    for at in range(len("It's <me>")):
        QTest.keyClicks(edit, "It's <me>"[at])
        assert user_in(page.code)["name"] == "It's <me>"[: at + 1]
    edit.setCursorPosition(2)
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert user_in(page.code)["name"] == "I's <me>"


def test_showing_the_snippet_writes_into_no_field(page: Page) -> None:
    page.form.fill(CUSTOMER)
    writes: list[str] = []
    for field in FIELDS:
        page.edit(field.label).textChanged.connect(writes.append)
    edit = page.edit("Email")
    edit.setCursorPosition(3)
    QTest.keyClicks(edit, "ee")
    assert writes == ["zoee@example.org", "zoeee@example.org"]
    assert edit.cursorPosition() == 5
    page.button(WEAK).click()
    page.session.changed.emit()
    assert len(writes) == 2
    QTest.keyClick(edit, Qt.Key.Key_Z, CONTROL)
    assert edit.text() == CUSTOMER.email


def test_what_is_missing_is_said_at_once_beside_copy(qtbot: QtBot, tmp_path: Path) -> None:
    page = opened(qtbot, tmp_path, secret="")
    copy = page.button("Copy snippet")
    assert not copy.isEnabled()
    assert copy.accessibleDescription() == "Still missing: Customer ID, Email, SSO secret."
    assert copy.accessibleDescription() in {note.text() for note in page.findChildren(Note)}
    page.edit("Customer ID").setText("7")
    page.edit("Phone").setText("none")
    says = "Still missing: Email, SSO secret. Correct first: Phone."
    assert copy.accessibleDescription() == says
    page.session.type_secret(SECRET)
    page.edit("Email").setText("zoe@example.org")
    page.edit("Phone").clear()
    assert copy.isEnabled()
    assert not copy.accessibleDescription()


def test_a_problem_stops_the_snippet_and_a_warning_does_not(page: Page) -> None:
    page.form.fill(CUSTOMER)
    for avatar, stops in (("ftp://x", True), ("http://localhost/x", False), ("x y", True)):
        page.edit("Avatar URL").setText(avatar)
        assert (not page.code) is stops
        for name in ("Copy snippet", "Save snippet"):
            assert page.button(name).isEnabled() is not stops
        assert page.button("Copy authkey").isEnabled()


def test_the_authkey_is_shown_with_what_was_signed(page: Page) -> None:
    page.session.set_account("acme")
    page.form.fill(CUSTOMER)
    message = f"{CUSTOMER.id}:{CUSTOMER.email}"
    assert page.edit("Authkey").text() == hmac_sha256(SECRET, message).hex()
    assert page.edit("Authkey").isReadOnly()
    signed = page.edit("What was signed").text()
    assert signed == f"{message} · secret of acme"
    page.edit("Email").setText("zoe@")
    assert not page.edit("Authkey").text()
    assert not page.edit("What was signed").text()


def test_weak_sso_sends_email_and_name_and_needs_no_secret(qtbot: QtBot, tmp_path: Path) -> None:
    page = opened(qtbot, tmp_path, secret="")
    page.form.fill(Customer(email="zoe@example.org", name="Zoë", phone="wrong"))
    assert not page.code
    page.button(WEAK).click()
    assert user_in(page.code) == {"email": "zoe@example.org", "name": "Zoë"}
    assert not page.edit("Authkey").text()
    assert not page.button("Copy authkey").isEnabled()
    assert "past conversations" in page.button(WEAK).accessibleDescription()
    page.button("Authenticated (authkey)").click()
    assert page.edit("Phone").text() == "wrong"
    assert not page.code


@pytest.mark.parametrize("mode", Mode)
def test_a_mode_is_chosen_from_a_menu_as_by_its_button(page: Page, mode: Mode) -> None:
    page.form.fill(CUSTOMER)
    for each in (*Mode, mode):
        page.choose_mode(each)
    chosen = [each for each in page.findChildren(QRadioButton) if each.isChecked()]
    assert chosen == [page.button(mode.value)]
    assert page.mode is mode
    assert ("authkey" in user_in(page.code)) is (mode is Mode.AUTHENTICATED)


def test_a_format_is_chosen_by_its_name(page: Page) -> None:
    page.session.set_account("acme")
    page.form.fill(CUSTOMER)
    page.choose_mode(Mode.WEAK)
    for snippet in SNIPPETS:
        page.choose_format(snippet.name)
        assert page.snippet is snippet
        assert page.code
        assert (page.mode is Mode.WEAK) is (snippet.has_modes or not snippet.signs), snippet.name


HOSTILE = {
    "a megabyte": "x" * 1_000_000,
    "a megabyte of lines": "line\n" * 200_000,
    "a megabyte of emoji": "😀" * 250_000,
    "end of script": "</script><script>_support.user.name = 'no'</script>",
    "comment": "<!-- <script>",
    "quotes": "'\"`\\' + alert(1) + '${1}",
    "right to left": "\u202egnp.exe\u2066",
    "lone surrogates": "a\ud83db\ude00",
    "NUL": "a\0b",
    "separators": "a\u2028b\u2029c",
    "emoji": "👩‍👩‍👧 Zoë",
    "decomposed": "e\u0301\u0323",
    "an address": "a'<b>&amp;\\@example.org",
}


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_whatever_is_pasted_stands_exactly_in_the_snippet(page: Page, field: Field) -> None:
    edit = page.edit(field.label)
    for what, text in HOSTILE.items():
        page.form.fill(CUSTOMER)
        edit.selectAll()
        QGuiApplication.clipboard().setText(text)
        QTest.keyClick(edit, Qt.Key.Key_V, CONTROL)
        QTest.keyClick(edit, Qt.Key.Key_Tab)
        assert len(edit.text()) < 3 * LONGEST, what
        if page.code:
            whole = text.encode(errors="ignore").decode()  # Qt's clipboard drops half characters
            assert user_in(page.code)[field.name] == edit.text() == whole, what
        else:
            assert field.label in page.button("Copy snippet").accessibleDescription(), what
            assert edit.accessibleDescription(), what


def test_region_and_format_are_remembered_and_no_customer(qtbot: QtBot, tmp_path: Path) -> None:
    page = opened(qtbot, tmp_path)
    page.form.fill(CUSTOMER)
    page.remember()
    again = opened(qtbot, tmp_path)
    assert again.form.region == page.form.region
    assert again.form.value() == Customer()
    assert again.preview.snippet == ""
