"""What is remembered between runs? How the window looks; never a secret or a customer."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Generic, TypeVar, overload

from PySide6.QtCore import QByteArray, QLocale, QSettings

from reamaze_gui.core.snippets import SNIPPETS
from reamaze_gui.ui.widgets.style import Scheme

T = TypeVar("T")

# Minutes after which what was copied is cleared from the clipboard; 0 for never.
CLEARING_TIMES = (0, 1, 5)

# Milliseconds for another window to be done with the file, and between two looks whether it is.
_PATIENCE = 1_000
_PAUSE = 10


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
        settings.write(self._key, json.dumps(self._writes(value)))


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


class Settings:
    """The settings as attributes, each of its own type, read from and written to one INI file.

    With `remember` false nothing is written, and what is set counts until the end: for a
    demonstration. So it is where the file can't be written; `is_kept` tells, as of the last `sync`.
    """

    geometry = _Setting("window/geometry", QByteArray(), _bytes, _base64)
    help_geometry = _Setting("help/geometry", QByteArray(), _bytes, _base64)
    split = _Setting("window/split", QByteArray(), _bytes, _base64)
    diagnose_split = _Setting("window/diagnose-split", QByteArray(), _bytes, _base64)
    scheme = _Setting("window/colours", Scheme.SYSTEM, Scheme, lambda scheme: scheme.value)
    accounts = _Setting[tuple[str, ...]]("accounts/known", (), _texts, list)
    reply_greeting = _Setting("reply/greeting", "", _text, str)
    reply_signature = _Setting("reply/signature", "", _text, str)
    account = _Setting("accounts/last", "", _text, str)
    region = _Setting("form/phone-region", _system_region() or "US", _text, str)
    format = _Setting(
        "snippet/format", SNIPPETS[0].name, _one_of(*(each.name for each in SNIPPETS)), str
    )
    clearing = _Setting("clipboard/minutes", 5, _one_of(*CLEARING_TIMES), int)

    def __init__(self, file: QSettings, *, remember: bool = True) -> None:
        self.file = file
        self.remember = remember
        self.is_kept = True
        self._for_now: dict[str, str] = {}

    @classmethod
    def of_user(cls, *, remember: bool = True) -> "Settings":
        """Return the settings of the user who runs the program."""
        form, scope = QSettings.Format.IniFormat, QSettings.Scope.UserScope
        return cls(QSettings(form, scope, "reamaze-gui", "reamaze-gui"), remember=remember)

    def read(self, key: str) -> str:
        """Return what stands in a line of the file, or was set since; empty for nothing."""
        return self._for_now.get(key) or str(self.file.value(key, ""))

    def write(self, key: str, text: str) -> None:
        """Set a line of the file, or what counts in its place."""
        if text == self.read(key):
            return
        if self.remember:
            self.file.setValue(key, text)
        else:
            self._for_now[key] = text

    def sync(self) -> None:
        """Write what was set, and read what another window has written."""
        if self.remember:
            # One that has failed once would tell of that for ever; all of them share the content.
            file = QSettings(self.file.fileName(), self.file.format())
            file.sync()
            self.is_kept = file.status() != QSettings.Status.AccessError

    @contextmanager
    def in_turn(self) -> Iterator[None]:
        """Keep other windows waiting, while what is in the file now is read, changed and written.

        Where no lock can be had, it is done without.
        """
        if not self.remember:
            yield
            return
        from PySide6.QtCore import QDeadlineTimer, QDir, QFileInfo, QLockFile, QThread

        path = self.file.fileName()
        QDir().mkpath(QFileInfo(path).path())
        lock, deadline = QLockFile(f"{path}.turn"), QDeadlineTimer(_PATIENCE)
        taken = QLockFile.LockError.LockFailedError  # by another window; else there are no locks
        while not lock.tryLock(0) and lock.error() == taken and not deadline.hasExpired():
            QThread.msleep(_PAUSE)  # Qt's own wait is in steps too long to meet a gap
        try:
            self.sync()
            yield
            self.sync()
        finally:
            lock.unlock()
