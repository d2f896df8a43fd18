"""A secret is kept as it was saved, where others find it, and gone once forgotten."""

import subprocess
import sys

import pytest

from reamaze_gui.secret_store import SecretStoreError
from tests.secret_store.process import SECRET, Choose, Store, keyring_command, secret_tool


@pytest.mark.parametrize(
    "secret",
    [SECRET, "пароль 🔑 e\u0301", "\n first line\nsecond line\r\n ", "'\"\\\\%s\t", "x" * 2_000],
    ids=["plain", "Unicode", "line breaks", "quotes", "2,000 characters"],
)
def test_others_read_what_was_saved_exactly_as_it_was(store: Store, secret: str) -> None:
    store.ask("save", "acme", secret)
    assert secret_tool("acme") == secret
    # It prints a line break of its own, and text mode reads any of them as \n.
    assert keyring_command("get", "reamaze-gui", "acme") == secret.replace("\r\n", "\n") + "\n"
    assert store.ask("load", "acme") == secret


def test_what_others_saved_is_loaded(store: Store) -> None:
    keyring_command("set", "reamaze-gui", "acme", given=SECRET)
    assert store.ask("load", "acme") == SECRET


def test_without_an_account_the_user_name_is_default(store: Store) -> None:
    store.ask("save", "", SECRET)
    assert secret_tool("default") == store.ask("load", "") == SECRET
    store.ask("forget", "")
    assert secret_tool("default") is None


def test_accounts_are_kept_apart_and_saving_again_replaces(store: Store) -> None:
    store.ask("save", "acme", "the first")
    store.ask("save", "acme", SECRET)
    assert store.ask("load", "acme-2") is None
    assert secret_tool("acme") == SECRET


def test_what_was_forgotten_is_gone_for_others_too_and_may_be_forgotten_again(store: Store) -> None:
    store.ask("save", "acme", SECRET)
    for _ in range(2):
        store.ask("forget", "acme")
        assert store.ask("load", "acme") is None
    assert secret_tool("acme") is None


@pytest.mark.parametrize("keeps", ["pass", "self.kept[user] = password[:-1]"])
def test_a_keyring_that_changes_what_it_took_has_not_saved(choose: Choose, keeps: str) -> None:
    with pytest.raises(SecretStoreError, match="did not store the secret"):
        choose(set=keeps).ask("save", "acme", SECRET)


def test_a_keyring_that_can_t_be_read_back_has_not_saved(choose: Choose) -> None:
    with pytest.raises(SecretStoreError, match="failed"):
        choose(get="raise OSError(self.kept)").ask("save", "acme", SECRET)


# The Credential Locker holds 2,560 bytes (CRED_MAX_CREDENTIAL_BLOB_SIZE), of UTF-16.
@pytest.mark.parametrize("longest", ["x" * 1_280, "🔑" * 640], ids=["ASCII", "astral"])
def test_windows_is_not_given_more_than_it_holds(choose: Choose, longest: str) -> None:
    store = choose(module="keyring.backends.Windows")
    store.ask("save", "acme", longest)
    with pytest.raises(SecretStoreError, match=r"at most 1,280 characters\. Check what"):
        store.ask("save", "acme", f"{longest}x")
    assert store.ask("load", "acme") == longest


def test_importing_the_store_does_not_import_keyring() -> None:
    code = "import sys, reamaze_gui.secret_store; sys.exit('keyring' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
