"""Keeps the SSO secrets in the system's keyring, and nowhere else.

Every call may block for as long as the system asks its user for a password: call it off the GUI
thread. This module alone imports keyring, and late: importing it can fail, and takes its time.
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

_SAFE = 1  # keyring's own bound: backends below it forget, fail, or write plain text
_LONGEST_ON_WINDOWS = 1_280  # characters of UTF-16, of the Credential Locker

_INSTALL = {
    "linux": "Install gnome-keyring (or KWallet), sign out and in again, then try again.",
    "darwin": "Open Keychain Access and check that there is a login keychain.",
    "win32": "Check that the Credential Manager service is running.",
}
_INSTALL_QCA = (
    "KWallet lacks libqca-ossl, by which it encrypts. Install libqca-qt5-2-plugins, or for KDE 6 "
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
    "gnome-keyring-d": "GNOME Keyring",  # the kernel keeps 15 characters of a process's name
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
    """The keyring did not do what was asked; the message says what happened and what to do.

    `locked` tells a keyring that only wants its password from one that fails.
    """

    def __init__(self, says: str, *, locked: bool = False) -> None:
        super().__init__(says)
        self.locked = locked


def load(account: str) -> Secret | None:
    """Return the secret that is saved for an account, or None. Raises SecretStoreError."""
    found = (_get(backend, account) for backend in _backends())
    value = next((each for each in found if each is not None), None)
    if value is None:
        return None
    if not isinstance(value, str) or len(value) > LONGEST:
        raise SecretStoreError(
            "What the keyring has for this account is no SSO secret. Replace it."
        )
    return Secret(value)


def save(account: str, secret: Secret) -> None:
    """Save the secret, read it back, and return once both are equal. Raises SecretStoreError."""
    backend, *others = _backends()
    on_windows = type(backend).__module__ == "keyring.backends.Windows"
    if on_windows and len(secret.value.encode("utf-16-le")) > 2 * _LONGEST_ON_WINDOWS:
        raise SecretStoreError(
            f"Windows keeps at most {_LONGEST_ON_WINDOWS:,} characters. Check what was pasted."
        )
    _attempt(lambda: backend.set_password(SERVICE, account or NO_ACCOUNT, secret.value))
    _drop(others, account)
    if load(account) != secret:
        raise SecretStoreError("The keyring took the secret but did not keep it. Use another one.")


def forget(account: str) -> None:
    """Remove the account's secret, if there is one. Raises SecretStoreError."""
    _drop(_backends(), account)


def place() -> str:
    """Return the keyring's name as its user knows it, for the middle of a sentence."""
    with suppress(SecretStoreError):  # a name is not worth a failure
        return _place(_backends()[0])
    return _NAMELESS


def description() -> str:
    """Return which library and keyring are in use, or why none is, for a bug report."""
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
    """Return the keyring to use: one that the library recommends, never a file in the clear.

    Where there are several ways to the same keyring, all of them, the best first: KDE's wallet has
    two, and shows by neither what was saved by the other. Looked for anew at every call, so that a
    keyring that was installed or started meanwhile is found. A chain of keyrings is passed over for
    its safe links.
    """
    chosen = _attempt(_configured, otherwise=_BAD_SETTING)
    weighed = _weighed(chosen or _attempt(_viable))
    if not (weighed and weighed[0][0] >= _SAFE) and not chosen and _start_wallet():
        weighed = _weighed(_attempt(_viable))
    if safe := [backend for priority, backend in weighed if priority >= _SAFE]:
        place = _place(safe[0]) if len(safe) > 1 else ""
        return [safe[0], *(each for each in safe[1:] if _place(each) == place != _NAMELESS)]
    if chosen:
        raise SecretStoreError(_BAD_SETTING)
    is_plain = any(priority > 0 for priority, _ in weighed)
    found = "Only a plain-text keyring was found, and that is not used." if is_plain else ""
    advice = _INSTALL.get(sys.platform, "Install one and try again.")
    raise SecretStoreError(f"{found or 'No system keyring was found.'} {advice}")


def _weighed(backends: "list[KeyringBackend]") -> "list[tuple[float, KeyringBackend]]":
    """Return backends with their priorities, the best first."""
    weighed = _attempt(lambda: [(_priority(each), each) for each in backends])
    return sorted(weighed, key=lambda pair: pair[0], reverse=True)


def _start_wallet() -> bool:
    """Start KDE's wallet if it is there and doesn't run."""
    if sys.platform != "linux":
        return False
    from reamaze_gui import secret_service

    with suppress(SecretStoreError):  # without a session bus there is none
        return _attempt(secret_service.start_wallet)
    return False


def _configured() -> "list[KeyringBackend]":
    """Return the keyring that the user's environment or configuration file names, if any."""
    from keyring import core
    from keyring.backends.chainer import ChainerBackend

    named = core.load_env() or core.load_config()
    return [named] if named and not isinstance(named, ChainerBackend) else []


def _viable() -> "list[KeyringBackend]":
    from keyring.backend import KeyringBackend, get_all_keyring
    from keyring.backends import SecretService
    from keyring.backends.chainer import ChainerBackend

    if sys.platform == "linux":
        import reamaze_gui.secret_service  # noqa: F401 - takes the place of keyring's own
    get_all_keyring()  # loads the plug-ins; its own answer is remembered for ever
    viable = []
    for kind in KeyringBackend.get_viable_backends():
        with suppress(TypeError):  # a wrapper, which can't be made alone
            viable.append(kind())
    return [each for each in viable if type(each) not in {ChainerBackend, SecretService.Keyring}]


def _priority(backend: "KeyringBackend") -> float:
    try:
        return float(backend.priority)
    except RuntimeError:  # how a backend says that it can't work here
        return -1


def _attempt(call: Callable[[], T], otherwise: str = "") -> T:
    """Return what the call returns; whatever it raises becomes a SecretStoreError.

    `otherwise` is what it says, where the cause of any failure is known.

    Backends let the exceptions of D-Bus, pywin32 and others through, and no base class joins
    them: this is the one place that catches everything. The text of a foreign exception is never
    passed on, as it might quote the secret.
    """
    try:
        return call()
    except SecretStoreError:
        raise
    except BaseException as error:  # noqa: BLE001 - see above; some backends even raise SystemExit
        _explain(error, otherwise)


def _explain(error: BaseException, otherwise: str) -> NoReturn:
    name = type(error).__name__
    if {name, type(error.__cause__).__name__} & _LOCKED:  # keyring wraps some of them
        raise SecretStoreError(
            "The keyring is locked. Press Try again, and enter its password or allow the access.",
            locked=True,
        ) from None
    if "libqca-ossl is missing" in str(error):  # as KWallet says it
        raise SecretStoreError(_INSTALL_QCA) from None
    says = otherwise or f"The keyring failed ({name}). Try again, or restart it."
    raise SecretStoreError(says) from None


def _secret_service() -> str:
    """Return the name of the program that offers the Secret Service on this D-Bus session."""
    from jeepney.bus_messages import message_bus
    from jeepney.io.blocking import open_dbus_connection

    with open_dbus_connection("SESSION") as bus:
        owner = message_bus.GetConnectionUnixProcessID("org.freedesktop.secrets")
        process = Path(f"/proc/{bus.send_and_get_reply(owner).body[0]}/comm")
    known = _SECRET_SERVICES.get(process.read_text().strip()) if process.exists() else None
    return known or _NAMELESS
