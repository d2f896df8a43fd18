"""The next start begins with an account that is known to be one, never with a pasted secret."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reamaze_gui.core.authkey import Secret
from reamaze_gui.ui.account.account_bar import AccountBar
from reamaze_gui.ui.account.account_list import AccountList
from reamaze_gui.ui.runtime.secret_session import SecretSession
from tests.windows import settings_in


def written(qtbot: QtBot, directory: Path, session: SecretSession) -> str:
    """What the next start would begin with, were the program to end now."""
    bar = AccountBar(session)
    qtbot.add_widget(bar)
    AccountList(session, settings_in(directory), bar).remember()
    return settings_in(directory).account


@pytest.mark.parametrize("typed", ["0123456789abcdef0123456789abcdef", "opensesame", "acme"])
def test_what_was_only_typed_is_not_written_down(qtbot: QtBot, tmp_path: Path, typed: str) -> None:
    session = SecretSession(demo=Secret("another one"))
    session.set_account(typed)
    assert written(qtbot, tmp_path, session) == ""
    assert typed not in "".join(each.read_text() for each in tmp_path.iterdir())


def test_an_account_of_the_list_or_none_is_written_down(qtbot: QtBot, tmp_path: Path) -> None:
    settings_in(tmp_path).accounts = ("acme",)
    session = SecretSession(demo=Secret("another one"))
    session.set_account("acme")
    assert written(qtbot, tmp_path, session) == "acme"
    session.set_account("")
    assert written(qtbot, tmp_path, session) == ""


def test_an_account_with_a_typed_secret_is_written_down(qtbot: QtBot, tmp_path: Path) -> None:
    session = SecretSession()
    session.set_account("acme")
    session.type_secret("typed for acme")
    assert written(qtbot, tmp_path, session) == "acme"


def test_after_an_account_is_removed_its_neighbour_is_in_use_and_it_can_be_put_back(
    qtbot: QtBot, tmp_path: Path
) -> None:
    settings, session = settings_in(tmp_path), SecretSession(demo=Secret("another one"))
    settings.accounts = ("acme", "globex", "initech")
    bar = AccountBar(session)
    qtbot.add_widget(bar)
    accounts = AccountList(session, settings, bar)
    bar.switch_to("globex")
    for neighbour in ("initech", "acme", ""):
        accounts.remove()
        assert session.account == neighbour
    assert not settings_in(tmp_path).accounts
    accounts.put_back()
    assert session.account == "acme"
    assert not accounts.can_put_back


def test_no_account_is_no_mistake(qtbot: QtBot) -> None:
    bar = AccountBar(SecretSession(demo=Secret("another one")))
    qtbot.add_widget(bar)
    bar.require_account(True)
    assert bar.account.name.placeholderText() == "Account"
    assert not bar.account.property("tone")
