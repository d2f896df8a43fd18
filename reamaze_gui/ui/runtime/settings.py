"""The settings that are remembered between runs; never a secret."""

from collections.abc import Callable
from contextlib import suppress
from enum import Enum
from pathlib import Path
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QByteArray, QLocale, QObject, QSettings, Signal

from reamaze_gui.core.snippets import SNIPPETS
from reamaze_gui.ui.widgets.style import Scheme

T = TypeVar("T")

# Minutes after which an authkey is cleared from the clipboard; 0 for never.
CLEARING_TIMES = (0, 1, 5)

_NOT_WRITTEN = "Your settings can't be saved and will be lost when you quit: see Edit, Settings."


class _Setting(Generic[T]):
    """A descriptor for one line of the settings file.

    A value that `reads` rejects (the file was edited, or is from another version) gives way to the
    default.
    """

    def __init__(self, key: str, default: T, reads: Callable[[Any], T]) -> None:
        self._key = key
        self._default = default
        self._reads = reads
        self._name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, settings: "Settings", owner: type) -> T:
        stored = settings.read(self._key)
        try:
            return self._default if stored is None else self._reads(stored)
        except (ValueError, TypeError):
            return self._default

    def __set__(self, settings: "Settings", value: T) -> None:
        if value != self.__get__(settings, type(settings)):
            settings.write(self._key, _stored(value))
            settings.changed.emit(self._name)


def _stored(value: object) -> object:
    """Return a value as Qt can store it."""
    if isinstance(value, Enum):
        return value.value
    return list(value) if isinstance(value, tuple) else value


def _a(kind: type[T]) -> Callable[[Any], T]:
    def reads(stored: object) -> T:
        if not isinstance(stored, kind):
            raise TypeError
        return stored

    return reads


def _texts(stored: object) -> tuple[str, ...]:
    """Return the texts of a list; Qt reads a list of one as that text."""
    return tuple(map(_a(str), stored if isinstance(stored, list) else [stored]))


def _one_of(*allowed: T) -> Callable[[Any], T]:
    def reads(stored: object) -> T:
        return allowed[[*map(str, allowed)].index(str(stored))]  # raises ValueError for any other

    return reads


def _system_region() -> str:
    return QLocale.territoryToCode(QLocale.system().territory())


class Settings(QObject):
    """The settings as typed attributes, stored in an INI file.

    Without `remember`, as in a demonstration, they last until the program quits. The same happens
    if the file can't be written, which `failed` says once.

    Signals: `changed(name)` after a setting got another value; `failed(sentence)`.
    """

    changed = Signal(str)
    failed = Signal(str)

    geometry = _Setting("window/geometry", QByteArray(), _a(QByteArray))
    help_geometry = _Setting("help/geometry", QByteArray(), _a(QByteArray))
    split = _Setting("window/split", QByteArray(), _a(QByteArray))
    diagnose_split = _Setting("window/diagnose-split", QByteArray(), _a(QByteArray))
    scheme = _Setting("window/colours", Scheme.SYSTEM, Scheme)
    accounts = _Setting[tuple[str, ...]]("accounts/known", (), _texts)
    account = _Setting("accounts/last", "", _a(str))
    region = _Setting("form/phone-region", _system_region() or "US", _a(str))
    format = _Setting(
        "snippet/format", SNIPPETS[0].name, _one_of(*(each.name for each in SNIPPETS))
    )
    clearing = _Setting("clipboard/minutes", 5, _one_of(*CLEARING_TIMES))
    reply_greeting = _Setting("reply/greeting", "Hello,", _a(str))
    reply_signature = _Setting("reply/signature", "", _a(str))

    def __init__(self, file: QSettings, *, remember: bool = True) -> None:
        super().__init__()
        self.file = file
        self.remember = remember
        self._unsaved: dict[str, object] = {}
        self._has_failed = False

    @classmethod
    def of_user(cls, *, remember: bool = True) -> "Settings":
        """Return the current user's settings."""
        form, scope = QSettings.Format.IniFormat, QSettings.Scope.UserScope
        file = QSettings(form, scope, "reamaze-gui", "reamaze-gui")
        if remember:
            _make_private(Path(file.fileName()))
        return cls(file, remember=remember)

    @property
    def is_writable(self) -> bool:
        """Whether the last attempt to write the file succeeded."""
        return self.file.status() is not QSettings.Status.AccessError

    def read(self, key: str) -> object:
        """Return a setting as it is stored; None if it was never set."""
        return self._unsaved.get(key, self.file.value(key))

    def write(self, key: str, value: object) -> None:
        """Store a setting, in the file or in memory."""
        if self.remember:
            self.file.setValue(key, value)
            self._save()
        else:
            self._unsaved[key] = value

    def _save(self) -> None:
        self.file.sync()
        if not self.is_writable and not self._has_failed:
            self._has_failed = True
            self.failed.emit(_NOT_WRITTEN)


def _make_private(path: Path) -> None:
    """Make the file and its folder readable by the user alone: it names the user's accounts.

    Qt does so for a new file, but not for an existing one or the folder.
    """
    with suppress(OSError):  # QSettings will report it when it writes
        path.parent.mkdir(parents=True, exist_ok=True)
        path.parent.chmod(0o700)
        if path.is_file() and not path.is_symlink():
            path.chmod(0o600)
