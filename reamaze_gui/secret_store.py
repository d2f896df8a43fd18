"""Stores the SSO secrets in the system's keyring.

Every call can block while the system asks the user for a password: call it off the GUI thread.
keyring is imported lazily, since its import is slow and can fail.
"""

import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.characters import LONGEST

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "reamaze-gui"
NO_ACCOUNT = "default"  # the user name in the keyring is never empty

_SAFE = 1  # keyring's lowest recommended priority: backends below it forget, fail or use plain text
_LONGEST_ON_WINDOWS = 1_280  # UTF-16 code units in the Credential Locker

_INSTALL = {
    "linux": "Install gnome-keyring (or KWallet), sign out and in again, then try again.",
    "darwin": "Open Keychain Access and check that there is a login keychain.",
    "win32": "Check that the Credential Manager service is running.",
}
_INSTALL_QCA = (
    "KWallet can't encrypt without libqca-ossl. Install libqca-qt5-2-plugins, or on KDE 6 "
    "libqca-qt6-plugins, sign out and in again, then try again."
)
_NAMELESS = "the system keyring"
_SERVICE_CLIENTS = {"reamaze_gui.secret_service", "keyring.backends.libsecret"}
_PLACES = {
    "keyring.backends.kwallet": "KWallet",
    "keyring.backends.macOS": "macOS Keychain",
    "keyring.backends.Windows": "Windows Credential Locker",
}
_SECRET_SERVICES = {
    "gnome-keyring-d": "GNOME Keyring",  # Linux truncates a process's name to 15 characters
    "ksecretd": "KWallet",
    "kwalletd5": "KWallet",
    "kwalletd6": "KWallet",
    "keepassxc": "KeePassXC",
}

_LOCKED = {"KeyringLocked", "LockedException", "PromptDismissedException"}
_BAD_SETTING = (
    "The keyring chosen in PYTHON_KEYRING_BACKEND or keyringrc.cfg can't be used. "
    "Remove that setting and start again."
)

T = TypeVar("T")


class SecretStoreError(Exception):
    """The keyring failed; the message says what happened and what to do.

    `locked` is set if it only needs to be unlocked.
    """

    def __init__(self, says: str, *, locked: bool = False) -> None:
        super().__init__(says)
        self.locked = locked


def load(account: str) -> Secret | None:
    """Return the account's saved secret, or None. Raises SecretStoreError."""
    found = (_get(backend, account) for backend in _backends())
    value = next((each for each in found if each is not None), None)
    if value is None:
        return None
    if not isinstance(value, str) or len(value) > LONGEST:
        raise SecretStoreError(
            "The keyring's entry for this account is not an SSO secret. Replace it."
        )
    return Secret(value)


def save(account: str, secret: Secret) -> None:
    """Save the secret and read it back to verify it. Raises SecretStoreError."""
    backend, *others = _backends()
    on_windows = type(backend).__module__ == "keyring.backends.Windows"
    if on_windows and len(secret.value.encode("utf-16-le")) > 2 * _LONGEST_ON_WINDOWS:
        raise SecretStoreError(
            f"Windows can store at most {_LONGEST_ON_WINDOWS:,} characters. Check what you pasted."
        )
    _attempt(lambda: backend.set_password(SERVICE, account or NO_ACCOUNT, secret.value))
    _drop(others, account)
    if load(account) != secret:
        raise SecretStoreError("The keyring did not store the secret. Use another keyring.")


def forget(account: str) -> None:
    """Remove the account's secret, if there is one. Raises SecretStoreError."""
    _drop(_backends(), account)


def place() -> str:
    """Return the keyring's name as users know it, for use within a sentence."""
    with suppress(SecretStoreError):
        return _place(_backends()[0])
    return _NAMELESS


def description() -> str:
    """Describe the library and keyring in use, or why there is none, for a bug report."""
    from importlib.metadata import version

    library = f"keyring {version('keyring')}"
    try:
        kind = type(_backends()[0]).__module__
    except SecretStoreError as error:
        return f"{library}: {error}"
    return f"{library}: {place()} ({kind})"


def _get(backend: "KeyringBackend", account: str) -> object:
    return _attempt(lambda: backend.get_password(SERVICE, account or NO_ACCOUNT))


def _drop(backends: "list[KeyringBackend]", account: str) -> None:
    for each in backends:
        if _get(each, account) is not None:
            _attempt(partial(each.delete_password, SERVICE, account or NO_ACCOUNT))


def _place(backend: "KeyringBackend") -> str:
    module = type(backend).__module__
    if module in _SERVICE_CLIENTS:
        return _attempt(_secret_service)
    return _PLACES.get(module, _NAMELESS)


def _backends() -> "list[KeyringBackend]":
    """Return the backends of the keyring to use, best first; never a plain-text file.

    There can be several: KDE's wallet has two interfaces, and neither shows what was saved through
    the other. Every call looks again, to find a keyring that has been installed or started since.
    Chained keyrings are replaced by their safe links.
    """
    chosen = _attempt(_configured, otherwise=_BAD_SETTING)
    ranked = _ranked(chosen or _attempt(_viable))
    if not (ranked and ranked[0][0] >= _SAFE) and not chosen and _start_wallet():
        ranked = _ranked(_attempt(_viable))
    if safe := [backend for priority, backend in ranked if priority >= _SAFE]:
        place = _place(safe[0]) if len(safe) > 1 else ""
        return [safe[0], *(each for each in safe[1:] if _place(each) == place != _NAMELESS)]
    if chosen:
        raise SecretStoreError(_BAD_SETTING)
    is_plain = any(priority > 0 for priority, _ in ranked)
    found = "Only a plain-text keyring was found, which is not safe." if is_plain else ""
    advice = _INSTALL.get(sys.platform, "Install one and try again.")
    raise SecretStoreError(f"{found or 'No system keyring was found.'} {advice}")


def _ranked(backends: "list[KeyringBackend]") -> "list[tuple[float, KeyringBackend]]":
    """Return the backends with their priorities, best first."""
    ranked = _attempt(lambda: [(_priority(each), each) for each in backends])
    return sorted(ranked, key=lambda pair: pair[0], reverse=True)


def _start_wallet() -> bool:
    """Start KDE's wallet if it is installed; return whether it runs."""
    if sys.platform != "linux":
        return False
    from reamaze_gui import secret_service

    with suppress(SecretStoreError):  # no session bus
        return _attempt(secret_service.start_wallet)
    return False


def _configured() -> "list[KeyringBackend]":
    """Return the backend chosen in the user's environment or configuration file, if any."""
    from keyring import core
    from keyring.backends.chainer import ChainerBackend

    named = core.load_env() or core.load_config()
    return [named] if named and not isinstance(named, ChainerBackend) else []


def _viable() -> "list[KeyringBackend]":
    from keyring.backend import KeyringBackend, get_all_keyring
    from keyring.backends import SecretService
    from keyring.backends.chainer import ChainerBackend

    if sys.platform == "linux":
        import reamaze_gui.secret_service  # noqa: F401 - registers our backend
    get_all_keyring()  # for its side effect: it loads plug-ins, but caches what it returns
    viable = []
    for kind in KeyringBackend.get_viable_backends():
        with suppress(TypeError):  # a wrapper, which needs arguments
            viable.append(kind())
    return [each for each in viable if type(each) not in {ChainerBackend, SecretService.Keyring}]


def _priority(backend: "KeyringBackend") -> float:
    try:
        return float(backend.priority)
    except RuntimeError:  # the backend doesn't work here
        return -1


def _attempt(call: Callable[[], T], otherwise: str = "") -> T:
    """Return what the call returns; turn any exception into a SecretStoreError.

    `otherwise` is its message, unless the exception tells more.

    Backends leak the exceptions of D-Bus, pywin32 and others, which share no base class: this is
    the one place that catches everything. It never passes on their messages, which might quote the
    secret.
    """
    try:
        return call()
    except SecretStoreError:
        raise
    except BaseException as error:  # noqa: BLE001 - some backends even raise SystemExit
        _explain(error, otherwise)


def _explain(error: BaseException, otherwise: str) -> NoReturn:
    name = type(error).__name__
    if {name, type(error.__cause__).__name__} & _LOCKED:  # keyring wraps some
        raise SecretStoreError(
            "The keyring is locked. Press Try again, then enter its password or allow access.",
            locked=True,
        ) from None
    if "libqca-ossl is missing" in str(error):  # KWallet's message
        raise SecretStoreError(_INSTALL_QCA) from None
    says = otherwise or f"The keyring failed ({name}). Try again, or restart it."
    raise SecretStoreError(says) from None


def _secret_service() -> str:
    """Return the name of the program that owns the Secret Service on the session bus."""
    from jeepney.bus_messages import message_bus
    from jeepney.io.blocking import open_dbus_connection

    with open_dbus_connection("SESSION") as bus:
        owner = message_bus.GetConnectionUnixProcessID("org.freedesktop.secrets")
        process = Path(f"/proc/{bus.send_and_get_reply(owner).body[0]}/comm")
    known = _SECRET_SERVICES.get(process.read_text().strip()) if process.exists() else None
    return known or _NAMELESS
