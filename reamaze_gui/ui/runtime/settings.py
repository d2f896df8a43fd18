"""What is remembered between runs: how the window looks, and what was set; never a secret."""

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Generic, TypeVar, overload

from PySide6.QtCore import QByteArray, QLocale, QObject, QSettings, Signal

from reamaze_gui.core.snippets import SNIPPETS
from reamaze_gui.ui.widgets.style import Scheme

T = TypeVar("T")

# Minutes after which what was copied is cleared from the clipboard; 0 for never.
CLEARING_TIMES = (0, 1, 5)

_NOT_WRITTEN = "Settings can't be saved, so they last until you quit: see Edit, Settings."


class _Setting(Generic[T]):
    """One line of the settings file: its key, and what it is before the user chose.

    Kept as JSON, since an INI file has only strings. A value that `reads` refuses (the file was
    edited, or is of another version) counts as not chosen.
    """

    def __init__(
        self, key: str, default: T, reads: Callable[[Any], T], writes: Callable[[T], Any]
    ) -> None:
        self._key = key
        self._default = default
        self._reads = reads
        self._writes = writes
        self._name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, settings: None, owner: type) -> "_Setting[T]": ...
    @overload
    def __get__(self, settings: "Settings", owner: type) -> T: ...
    def __get__(self, settings: "Settings | None", owner: type) -> "T | _Setting[T]":
        if settings is None:
            return self
        try:
            return self._reads(json.loads(settings.read(self._key)))
        except (ValueError, TypeError, RecursionError):
            return self._default

    def __set__(self, settings: "Settings", value: T) -> None:
        if value != self.__get__(settings, type(settings)):
            settings.write(self._key, json.dumps(self._writes(value)))
            settings.changed.emit(self._name)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(_text(each) for each in value)


def _one_of(*allowed: T) -> Callable[[Any], T]:
    def reads(value: object) -> T:
        return allowed[allowed.index(value)]  # raises ValueError for a stranger

    return reads


def _bytes(value: object) -> QByteArray:
    return QByteArray.fromBase64(_text(value).encode())


def _base64(value: QByteArray) -> str:
    return bytes(value.toBase64().data()).decode()


def _system_region() -> str:
    return QLocale.territoryToCode(QLocale.system().territory())


class Settings(QObject):
    """The settings as attributes, each of its own type, read from and written to one INI file.

    With `remember` false nothing is written, and what is set counts until the end: for a
    demonstration. So it is where the file can't be written, which `failed` says once.

    Signals: `changed(name)` after a setting got another value; `failed(sentence)`.
    """

    changed = Signal(str)
    failed = Signal(str)

    geometry = _Setting("window/geometry", QByteArray(), _bytes, _base64)
    help_geometry = _Setting("help/geometry", QByteArray(), _bytes, _base64)
    split = _Setting("window/split", QByteArray(), _bytes, _base64)
    diagnose_split = _Setting("window/diagnose-split", QByteArray(), _bytes, _base64)
    scheme = _Setting("window/colours", Scheme.SYSTEM, Scheme, lambda scheme: scheme.value)
    accounts = _Setting[tuple[str, ...]]("accounts/known", (), _texts, list)
    account = _Setting("accounts/last", "", _text, str)
    region = _Setting("form/phone-region", _system_region() or "US", _text, str)
    format = _Setting(
        "snippet/format", SNIPPETS[0].name, _one_of(*(each.name for each in SNIPPETS)), str
    )
    clearing = _Setting("clipboard/minutes", 5, _one_of(*CLEARING_TIMES), int)
    reply_greeting = _Setting("reply/greeting", "", _text, str)
    reply_signature = _Setting("reply/signature", "", _text, str)

    def __init__(self, file: QSettings, *, remember: bool = True) -> None:
        super().__init__()
        self.file = file
        self.remember = remember
        self._for_now: dict[str, str] = {}
        self._has_failed = False

    @classmethod
    def of_user(cls, *, remember: bool = True) -> "Settings":
        """Return the settings of the user who runs the program."""
        form, scope = QSettings.Format.IniFormat, QSettings.Scope.UserScope
        file = QSettings(form, scope, "reamaze-gui", "reamaze-gui")
        if remember:
            _keep_private(Path(file.fileName()))
        return cls(file, remember=remember)

    @property
    def is_kept(self) -> bool:
        """Whether the file could be written when it was last tried."""
        return self.file.status() is not QSettings.Status.AccessError

    def read(self, key: str) -> str:
        """Return what stands in a line of the file, or was set since; empty for nothing."""
        return self._for_now.get(key) or str(self.file.value(key, ""))

    def write(self, key: str, text: str) -> None:
        """Set a line of the file, or what counts in its place."""
        if self.remember:
            self.file.setValue(key, text)
            self._save()
        else:
            self._for_now[key] = text

    def _save(self) -> None:
        self.file.sync()
        if not self.is_kept and not self._has_failed:
            self._has_failed = True
            self.failed.emit(_NOT_WRITTEN)


def _keep_private(path: Path) -> None:
    """Let nobody but the user read the file and its folder: in it are names of accounts.

    Qt makes a new file so, but leaves an old one and the folder as it finds them.
    """
    with suppress(OSError):  # which Qt meets too, when it writes
        path.parent.mkdir(parents=True, exist_ok=True)
        path.parent.chmod(0o700)
        if path.is_file() and not path.is_symlink():
            path.chmod(0o600)
