"""The secret is in the system's keyring and nowhere else, and every fault has its sentence.

keyring remembers what it chose for as long as its process lives, so the store runs in processes
of its own, each in a desktop of its own; secret-tool and keyring's own command are the witnesses.
"""

import json
import os
import re
import select
import subprocess
import sys
import textwrap
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Self

import pytest

from reamaze_gui.secret_store import SecretStoreError
from tests.desktop import PASSWORD, Desktop
from tests.screen_reader import ScreenReader

SECRET = "8f1c-a secret like no other-e07d"
HANG = 20  # seconds, after which nothing will come any more

DRIVER = """
import json, sys, traceback
from reamaze_gui import secret_store
from reamaze_gui.core.authkey import Secret

for line in sys.stdin:
    name, *arguments = json.loads(line)
    if name == "save":
        arguments[1] = Secret(arguments[1])
    try:
        answer = getattr(secret_store, name)(*arguments)
        answer = {"returns": answer.value if isinstance(answer, Secret) else answer}
    except secret_store.SecretStoreError as error:
        report = "".join(traceback.format_exception(error)) + repr(error)
        answer = {"says": str(error), "locked": error.locked, "report": report}
    print(json.dumps(answer), flush=True)
"""

BACKEND = """
from keyring.backend import KeyringBackend
from keyring.errors import *

class Keyring(KeyringBackend):
    priority = {priority}
    kept = {{}}
    __module__ = {module!r}

    def get_password(self, service, user):
        {get}

    def set_password(self, service, user, password):
        {set}

    def delete_password(self, service, user):
        self.kept.clear()
"""
KEEP, GIVE = "self.kept[user] = password", "return self.kept.get(user)"


class Store:
    """The secret store in a process of its own, in the desktop that the test moved into."""

    def __init__(self, **environment: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", DRIVER],
            env=os.environ | environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        logged = self._process.communicate(timeout=HANG)
        assert SECRET not in logged[1]

    def begin(self, *call: str) -> None:
        """Call without waiting for the answer."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps(call) + "\n")
        self._process.stdin.flush()

    def answer(self) -> object:
        """Wait for what the call returns, or raise what it raised."""
        assert self._process.stdout
        ready, _, _ = select.select([self._process.stdout], [], [], HANG)
        assert ready, "The store hangs."
        answer = json.loads(self._process.stdout.readline())
        assert SECRET not in answer.get("report", "")
        if "says" in answer:
            raise SecretStoreError(answer["says"], locked=answer["locked"])
        result: object = answer["returns"]
        return result

    def ask(self, *call: str) -> object:
        """Call, and wait for the answer."""
        self.begin(*call)
        return self.answer()


MoveInto = Callable[..., Desktop]
Choose = Callable[..., Store]


@pytest.fixture
def move_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MoveInto]:
    with ExitStack() as stack:

        def move(*, accessibility: bool = False, **kind: str) -> Desktop:
            desktop = Desktop(tmp_path, accessibility=accessibility, **kind)  # type: ignore[arg-type]
            stack.enter_context(desktop)
            for name, value in desktop.environment.items():
                monkeypatch.setenv(name, value)
            return desktop

        yield move


@pytest.fixture
def store() -> Iterator[Store]:
    with Store() as store:
        yield store
        store.ask("forget", "acme")


@pytest.fixture
def choose(tmp_path: Path) -> Iterator[Choose]:
    """Start stores on a keyring whose methods have the bodies given."""
    with ExitStack() as stack:

        def choose(
            get: str = GIVE, set: str = KEEP, module: str = "of_a_test", priority: str = "1"
        ) -> Store:
            source = BACKEND.format(get=get, set=set, module=module, priority=priority)
            (tmp_path / "of_a_test.py").write_text(source)
            chosen = {"PYTHON_KEYRING_BACKEND": "of_a_test.Keyring", "PYTHONPATH": str(tmp_path)}
            return stack.enter_context(Store(**chosen))

        yield choose


def secret_tool(user: str) -> str | None:
    command = ["secret-tool", "lookup", "service", "reamaze-gui", "username", user]
    found = subprocess.run(command, capture_output=True, check=False)
    return None if found.returncode else found.stdout.decode()


def keyring_command(*arguments: str, given: str = "") -> str:
    command = [sys.executable, "-m", "keyring", *arguments]
    return subprocess.run(
        command, input=given, capture_output=True, text=True, check=True, timeout=HANG
    ).stdout


def files_with_the_secret(directory: Path) -> list[str]:
    """Which files hold it, as it is or in base64, which is how keyrings.alt writes plain text."""
    forms = SECRET.encode(), b64encode(SECRET.encode())
    files = [path for path in directory.rglob("*") if path.is_file()]
    return [path.name for path in files if any(form in path.read_bytes() for form in forms)]


@pytest.mark.parametrize(
    "secret",
    [SECRET, "пароль 🔑 e\u0301", "\n first line\nsecond line\r\n ", "'\"\\\\%s\t", "x" * 8_000],
    ids=["plain", "Unicode", "line breaks", "quotes", "8,000 characters"],
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


def test_the_keyring_is_called_by_the_name_that_its_user_knows(store: Store) -> None:
    assert store.ask("place") == "GNOME Keyring"


@pytest.mark.parametrize(
    ("program", "name"),
    [
        ("ksecretd", "KWallet"),
        ("kwalletd5", "KWallet"),
        ("kwalletd6", "KWallet"),
        ("keepassxc", "KeePassXC"),
        ("a-stranger", "the system keyring"),
    ],
)
def test_another_secret_service_is_called_by_its_own_name(
    move_into: MoveInto, tmp_path: Path, program: str, name: str
) -> None:
    desktop = move_into(keyring="none")
    service = """
        from jeepney.bus_messages import message_bus
        from jeepney.io.blocking import open_dbus_connection
        bus = open_dbus_connection()
        bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.secrets"))
        print("ready", flush=True)
        bus.receive(timeout=None)
    """
    (tmp_path / program).symlink_to(sys.executable)
    running = desktop.popen(
        tmp_path / program, "-c", textwrap.dedent(service), PYTHONPATH=os.pathsep.join(sys.path)
    )
    assert running.stdout
    assert running.stdout.readline() == "ready\n"
    with Store() as store:
        assert store.ask("place") == name


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("keyring.backends.kwallet", "KWallet"),
        ("keyring.backends.macOS", "macOS Keychain"),
        ("keyring.backends.Windows", "Windows Credential Locker"),
        ("a.plug.in", "the system keyring"),
    ],
)
def test_every_system_s_keyring_is_called_by_its_name(
    choose: Choose, module: str, name: str
) -> None:
    assert choose(module=module).ask("place") == name


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


def test_a_prompt_may_wait_as_long_as_it_likes_and_be_cancelled_or_answered(
    move_into: MoveInto,
) -> None:
    desktop = move_into(accessibility=True, keyring="locked", prompts="shown")
    with Store() as store, ScreenReader(desktop.bus_address) as reader:
        store.begin("save", "acme", SECRET)
        reader.window("Unlock Login Keyring").find("Cancel").press()
        with pytest.raises(SecretStoreError) as caught:
            store.answer()
        assert caught.value.locked

        store.begin("save", "acme", SECRET)
        prompt = reader.window("Unlock Login Keyring")
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


@pytest.mark.parametrize("keeps", ["pass", "self.kept[user] = password[:-1]"])
def test_a_keyring_that_forgets_or_changes_what_it_took_has_not_saved(
    choose: Choose, keeps: str
) -> None:
    with pytest.raises(SecretStoreError, match="did not keep it"):
        choose(set=keeps).ask("save", "acme", SECRET)


@pytest.mark.parametrize(
    "error",
    [
        *("Exception(password)", "OSError(5, password)", "KeyError(password)", "ValueError()"),
        *("type('error', (Exception,), {})(5, 'CredWrite', password)", "InitError(password)"),
        *("password.encode().decode('utf-16')", "PasswordSetError(password)"),
        *("ImportError(password)", "AttributeError(password)", "NotImplementedError(password)"),
    ],
)
def test_whatever_a_keyring_raises_is_told_in_a_sentence_without_the_secret(
    choose: Choose, error: str
) -> None:
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


def test_a_keyring_that_can_t_be_read_back_has_not_saved(choose: Choose) -> None:
    with pytest.raises(SecretStoreError, match="failed"):
        choose(get="raise OSError(self.kept)").ask("save", "acme", SECRET)


def test_a_keyring_that_goes_while_it_is_weighed_has_failed(choose: Choose) -> None:
    gone_since_it_was_found = "property(lambda self: open('no such socket'))"
    with pytest.raises(SecretStoreError, match=r"[Tt]ry again"):
        choose(priority=gone_since_it_was_found).ask("save", "acme", SECRET)


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
