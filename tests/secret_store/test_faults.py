"""Every fault of a keyring, locked, lost or broken, has its sentence and never the secret."""

import re

import pytest

from reamaze_gui.secret_store import SecretStoreError
from tests.children import wait_until
from tests.desktop import PASSWORD
from tests.screen_reader import ScreenReader
from tests.secret_store.process import SECRET, Choose, MoveInto, Store, secret_tool

PROMPT = "Unlock Login Keyring"


@pytest.mark.parametrize("call", [("load", "acme"), ("save", "acme", "new"), ("forget", "acme")])
def test_a_locked_keyring_whose_prompt_is_dismissed_is_said_to_be_locked(
    move_into: MoveInto, call: tuple[str, ...]
) -> None:
    desktop = move_into()
    with Store() as store:
        store.ask("save", "acme", SECRET)
        desktop.lock_keyring()
        with pytest.raises(SecretStoreError, match=r"is locked\. .+ password") as caught:
            store.ask(*call)
        assert caught.value.locked
        desktop.start_keyring(PASSWORD)
        assert store.ask("load", "acme") == SECRET


def test_a_prompt_may_wait_and_be_cancelled_or_answered(move_into: MoveInto) -> None:
    desktop = move_into(accessibility=True, keyring="locked", prompts="shown")
    with Store() as store, ScreenReader(desktop.bus_address) as reader:
        store.begin("save", "acme", SECRET)
        reader.window(PROMPT).find("Cancel").press()
        with pytest.raises(SecretStoreError) as caught:
            store.answer()
        assert caught.value.locked
        wait_until(lambda: PROMPT not in {each.name for each in reader.windows()}, "its end")

        store.begin("save", "acme", SECRET)
        prompt = reader.window(PROMPT)
        [*_, password] = [node for node in prompt.walk() if node.role == "password text"]
        password.type_text(PASSWORD)
        prompt.find("Unlock").press()
        store.answer()
        assert secret_tool("acme") == SECRET


def test_a_first_keyring_that_nobody_gave_a_password_counts_as_locked(move_into: MoveInto) -> None:
    move_into(keyring="none").start_keyring()
    with Store() as store, pytest.raises(SecretStoreError) as caught:
        store.ask("save", "acme", SECRET)
    assert caught.value.locked


def test_a_keyring_killed_between_two_calls_is_missed_and_found_again(move_into: MoveInto) -> None:
    desktop = move_into()
    with Store() as store:
        store.ask("save", "acme", SECRET)
        desktop.kill_keyring()
        with pytest.raises(SecretStoreError, match=r"Install gnome-keyring .+ then try again"):
            store.ask("load", "acme")
        desktop.start_keyring()
        with pytest.raises(SecretStoreError, match="is locked"):
            store.ask("load", "acme")
        desktop.start_keyring(PASSWORD)
        assert store.ask("load", "acme") == SECRET


def test_a_keyring_that_hangs_is_waited_for(move_into: MoveInto) -> None:
    desktop = move_into()
    with Store() as store:
        store.ask("save", "acme", SECRET)
        desktop.stop_keyring()
        store.begin("load", "acme")
        desktop.continue_keyring()
        assert store.answer() == SECRET


def test_a_keyring_that_dies_while_it_is_asked_has_failed(move_into: MoveInto) -> None:
    desktop = move_into()
    with Store() as store:
        store.ask("save", "acme", SECRET)
        desktop.stop_keyring()
        store.begin("load", "acme")
        desktop.kill_keyring()
        with pytest.raises(SecretStoreError, match=r"[Tt]ry again"):
            store.answer()


def test_without_a_session_bus_there_is_no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    with Store() as store, pytest.raises(SecretStoreError, match="Install gnome-keyring"):
        store.ask("save", "acme", SECRET)


@pytest.mark.parametrize(
    "error",
    [
        *("Exception(password)", "OSError(5, password)", "KeyError(password)", "ValueError()"),
        *("type('error', (Exception,), {})(5, 'CredWrite', password)", "InitError(password)"),
        *("password.encode().decode('utf-16')", "PasswordSetError(password)"),
        *("ImportError(password)", "AttributeError(password)", "NotImplementedError(password)"),
        *("SystemExit(password)", "KeyboardInterrupt()", "GeneratorExit(password)"),
    ],
)
def test_whatever_a_keyring_raises_is_told_without_the_secret(choose: Choose, error: str) -> None:
    with pytest.raises(SecretStoreError) as caught:
        choose(set=f"raise {error}").ask("save", "acme", SECRET)
    assert re.fullmatch(
        r"The keyring failed \(\w+\)\. Try again, or restart it\.", str(caught.value)
    )
    assert not caught.value.locked


@pytest.mark.parametrize("error", ["KeyringLocked", "type('LockedException', (Exception,), {})"])
def test_any_library_s_word_for_locked_is_understood(choose: Choose, error: str) -> None:
    with pytest.raises(SecretStoreError) as caught:
        choose(get=f"raise {error}('Failed to unlock')").ask("load", "acme")
    assert caught.value.locked


def test_a_wallet_that_lacks_its_encryption_names_the_package(choose: Choose) -> None:
    told = "createDLGroup failed: maybe libqca-ossl is missing"  # by KWallet 5 on Debian 12
    with pytest.raises(SecretStoreError, match=r"Install libqca-qt5-2-plugins"):
        choose(set=f"raise OSError({told!r})").ask("save", "acme", SECRET)


def test_a_keyring_that_goes_while_it_is_weighed_has_failed(choose: Choose) -> None:
    gone_since_it_was_found = "property(lambda self: open('no such socket'))"
    with pytest.raises(SecretStoreError, match=r"[Tt]ry again"):
        choose(priority=gone_since_it_was_found).ask("save", "acme", SECRET)


@pytest.mark.parametrize("kept", ["b'bytes'", "['a list']", "7", "'x' * 10_000_000"])
def test_what_is_no_secret_can_be_replaced_or_forgotten(choose: Choose, kept: str) -> None:
    store = choose(get=f"return self.kept.get(user, {kept})")
    with pytest.raises(SecretStoreError, match=r"is not an SSO secret\. Replace it\."):
        store.ask("load", "acme")
    store.ask("forget", "acme")
    store.ask("save", "acme", SECRET)
    assert store.ask("load", "acme") == SECRET
