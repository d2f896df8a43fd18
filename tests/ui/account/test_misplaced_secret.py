"""A secret in place of an account, or of another account's secret, is called what it is."""

import pytest
from pytestqt.qtbot import QtBot

from reamaze_gui.core.authkey import Secret
from reamaze_gui.ui.runtime.secret_session import SecretSession
from tests.account_bars import SECRET, Bar


@pytest.fixture
def bar(qtbot: QtBot) -> Bar:
    """Return a bar at the account acme, with its secret."""
    bar = Bar(qtbot, SecretSession(demo=Secret("a sample")))
    bar.switch_to("acme")
    bar.secret.setText(SECRET)
    return bar


@pytest.mark.parametrize("entered", [SECRET, f" {SECRET}\n"])
def test_a_secret_entered_as_the_account_is_called_one(bar: Bar, entered: str) -> None:
    bar.switch_to(entered)
    assert "This is an SSO secret, not an account" in bar.says
    assert bar.session.account == ""
    bar.switch_to("globex")
    assert "SSO secret, not an account" not in bar.says
    assert bar.session.account == "globex"


def test_a_secret_entered_as_the_first_account_is_called_one(qtbot: QtBot) -> None:
    bar = Bar(qtbot, SecretSession(demo=Secret("a sample")))
    bar.secret.setText(SECRET)
    bar.switch_to(SECRET)
    assert "This is an SSO secret, not an account" in bar.says


def test_the_secret_of_another_account_is_said_to_be_that(bar: Bar) -> None:
    bar.switch_to("globex")
    bar.secret.setText(SECRET)
    assert "belongs to another of your accounts: acme" in bar.says
    bar.secret.setText("a secret of its own")
    assert "another account" not in bar.says
    bar.switch_to("acme")
    assert "another account" not in bar.says
