"""A keyring that isn't safe is refused, with the reason, before it is given anything."""

from pathlib import Path

import pytest

from reamaze_gui.secret_store import SecretStoreError
from tests.secret_store.process import (
    SECRET,
    MoveInto,
    Store,
    files_with_the_secret,
    keyring_command,
    secret_tool,
)

PLAIN_TEXT = "keyrings.alt.file.PlaintextKeyring"
CHAIN = "keyring.backends.chainer.ChainerBackend"


@pytest.mark.parametrize("chosen", [{}, {"PYTHON_KEYRING_BACKEND": CHAIN}], ids=["", "in a chain"])
def test_plain_text_that_keyring_would_choose_is_refused_and_nothing_is_written(
    move_into: MoveInto, tmp_path: Path, chosen: dict[str, str]
) -> None:
    move_into(keyring="none")
    with Store(**chosen) as store, pytest.raises(SecretStoreError, match="plain-text") as caught:
        store.ask("save", "acme", SECRET)
    assert "Install gnome-keyring" in str(caught.value)
    assert files_with_the_secret(tmp_path) == []
    keyring_command("set", "reamaze-gui", "acme", given=SECRET)  # the danger is real, and is seen
    assert files_with_the_secret(tmp_path) == ["keyring_pass.cfg"]


def test_a_chain_is_passed_over_for_its_first_safe_link(store: Store) -> None:
    with Store(PYTHON_KEYRING_BACKEND=CHAIN) as chained:
        chained.ask("save", "acme", SECRET)
        assert chained.ask("place") == "GNOME Keyring"
    assert secret_tool("acme") == store.ask("load", "acme") == SECRET


@pytest.mark.parametrize(
    ("where", "name"),
    [
        *(("file", name) for name in ("keyring.backends.null.Keyring", "no.such.Keyring")),
        *(("environment", name) for name in ("keyring.backends.null.Keyring", PLAIN_TEXT)),
        *(("environment", name) for name in ("no.such.Keyring", "keyring.backends.null.Missing")),
        *(("environment", name) for name in ("nonsense", "", "json.JSONDecoder")),
        ("environment", "keyring.backends.kwallet.DBusKeyring"),
    ],
)
def test_a_setting_that_names_no_safe_keyring_is_said_to_be_the_cause(
    move_into: MoveInto, tmp_path: Path, where: str, name: str
) -> None:
    move_into()
    chosen = {"PYTHON_KEYRING_BACKEND": name}
    if where == "file":
        file = tmp_path / "home" / ".config" / "python_keyring" / "keyringrc.cfg"
        file.parent.mkdir(parents=True)
        file.write_text(f"[backend]\ndefault-keyring={name}\n")
        chosen.clear()
    with Store(**chosen) as store, pytest.raises(SecretStoreError) as caught:
        store.ask("save", "acme", SECRET)
    assert "PYTHON_KEYRING_BACKEND or keyringrc.cfg" in str(caught.value)
    assert "Remove that setting and start again." in str(caught.value)
    assert not caught.value.locked
    assert files_with_the_secret(tmp_path) == []
