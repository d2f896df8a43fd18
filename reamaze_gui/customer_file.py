"""Where are the saved customers between two runs, and what if their file is not as it should be?

They are in JSON that a person can read and mend. A file that can't be read as such is set aside,
and one that this program may not or should not touch is left alone: neither is ever overwritten.
"""

import json
import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import IO

from reamaze_gui.core.customer import FIELDS, Customer
from reamaze_gui.core.saved import MOST, Change, Saved, change, kept_apart, name_for, tidy
from reamaze_gui.whole_file import put_in_place

_VERSION = "1"
_MOST_BYTES = 20_000_000
_PATIENCE = 5.0  # seconds for another window to be done with the file
_PAUSE = 0.01  # seconds between two looks whether it is
_FULL = f"may hold {MOST:,} customers, and no more: delete some in Manage customers first."


@dataclass(frozen=True, slots=True)
class Kept:
    """What the file holds; what is wrong, in a sentence; which changes came to be written.

    `made` is None where nothing could be written, or was to be.
    """

    saved: tuple[Saved, ...] = ()
    trouble: str = ""
    made: tuple[Change, ...] | None = None


class _Damaged(Exception):  # noqa: N818 - what it is
    """The file is not what this program writes."""


class _LeftAlone(Exception):  # noqa: N818
    """The file can't be read, or should not be touched, for the reason that this says."""


class CustomerFile:
    """The file at a path, shared with other windows; with no path, a list in memory.

    Each call takes as long as the disk does. None raises anything: trouble is a sentence.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._in_memory: tuple[Saved, ...] = ()

    @property
    def stamp(self) -> tuple[int, int, int] | None:
        """What differs once the file has been written; None where there is none."""
        with suppress(OSError, ValueError):
            found = self.path.stat() if self.path else None
            return (found.st_ino, found.st_mtime_ns, found.st_size) if found else None
        return None

    def read(self) -> Kept:
        """Return what is saved, after setting a damaged file aside."""
        if not self.path:
            return Kept(self._in_memory)
        try:
            return Kept(_read(self.path))
        except _LeftAlone as why:
            return Kept(trouble=str(why))
        except _Damaged as where:
            kept = self._in_turn(self.path, (), patience=0)
            says = f"{self.path.name} is damaged{where}. {kept.trouble}"
            return replace(kept, trouble=says) if kept.made is None else kept

    def change(self, changes: Iterable[Change]) -> Kept:
        """Make those changes that can be made, in what the file holds now, and write it."""
        if self.path:
            return self._in_turn(self.path, tuple(changes), _PATIENCE)
        self._in_memory, made = change(self._in_memory, changes)
        return Kept(self._in_memory, made=made)

    def _in_turn(self, path: Path, changes: tuple[Change, ...], patience: float) -> Kept:
        """Read the file and change it while no other window does."""
        path = Path(os.path.realpath(path))
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with _locked(path.with_name(f"{path.name}.lock"), patience):
                before, trouble = _mended(path)
                after, made = change(before, changes)
                if len(after) > MOST:
                    return Kept(trouble=f"{path.name} {_FULL} Nothing changed.")
                if after != before:
                    _write(path, after)
        except _LeftAlone as why:
            return Kept(trouble=str(why))
        except TimeoutError:
            return Kept(trouble=f"Another window keeps {path.name} busy. Try again in a while.")
        except OSError as error:
            return Kept(trouble=f"{path.name} can't be written: {error.strerror}. Nothing changed.")
        return Kept(after, trouble, made)


def _read(path: Path) -> tuple[Saved, ...]:
    try:
        with open(path, "rb", opener=_open_file) as file:
            raw = file.read(_MOST_BYTES + 1)
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name is not valid"
        raise _LeftAlone(f"{path.name} can't be read: {why}. It is left as it is.") from None
    if len(raw) > _MOST_BYTES:
        raise _LeftAlone(f"{path.name} is too large to be read. It is left as it is.")
    return _customers(path, raw)


def _open_file(path: str, flags: int) -> int:
    """Open a file, and nothing that only looks like one: a pipe would be waited for."""
    descriptor = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(0, "it is no file")
    return descriptor


def _customers(path: Path, raw: bytes) -> tuple[Saved, ...]:
    """Return the customers in the file's bytes."""
    try:
        # Numbers stay text: somebody may have written an ID without quotes.
        whole = json.loads(raw.decode("utf-8-sig"), parse_int=str, parse_float=str)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        raise _Damaged(f" in line {line}" if line else "") from None
    version = whole.get("version") if isinstance(whole, dict) else None
    if isinstance(version, str) and version.isdecimal() and version != _VERSION:
        says = f"{path.name} is of a newer Re:amaze SSO, and is left as it is. Update this one."
        raise _LeftAlone(says)
    entries = whole.get("customers") if version == _VERSION else None
    if not isinstance(entries, list):
        raise _Damaged
    if len(entries) > MOST:
        says = f"{path.name} holds more than {MOST:,} customers, and is left as it is. Split it."
        raise _LeftAlone(says)
    saved, _ = change((), (Change(None, each) for each in kept_apart((), map(_customer, entries))))
    return saved


def _customer(entry: object) -> Saved:
    names = (*(field.name for field in FIELDS), "saved_as", "account")
    values = {name: entry.get(name, "") if isinstance(entry, dict) else None for name in names}
    if not all(isinstance(value, str) for value in values.values()):
        raise _Damaged
    saved_as, account = str(values.pop("saved_as")), str(values.pop("account"))
    customer = Customer(**{name: str(value) for name, value in values.items()})
    return Saved(tidy(saved_as) or name_for(customer), customer, tidy(account))


def _mended(path: Path) -> tuple[tuple[Saved, ...], str]:
    """Return what the file holds; where it is damaged, nothing, after setting it aside."""
    try:
        return _read(path), ""
    except _Damaged as where:
        names = (f"{path.stem}.damaged{number}{path.suffix}" for number in _numbers())
        aside = next(each for name in names if not os.path.lexists(each := path.with_name(name)))
        path.rename(aside)
        return (), f"{path.name} is damaged{where}. It was set aside as {aside.name}, to be mended."


def _numbers() -> Iterator[str]:
    yield ""
    yield from (f"-{number}" for number in count(2))


def _write(path: Path, saved: Iterable[Saved]) -> None:
    """Put the whole file in the place of the former one, or leave that as it is."""
    entries = [
        {"saved_as": each.saved_as, "account": each.account}
        | {field.name: getattr(each.customer, field.name) for field in FIELDS}
        for each in saved
    ]
    whole = {"version": int(_VERSION), "customers": entries}
    # What UTF-8 has no bytes for, half of a character, becomes JSON's escape: they look alike.
    raw = json.dumps(whole, indent=2, ensure_ascii=False).encode("utf-8", "backslashreplace")
    new = path.with_name(f"{path.name}.new")
    new.unlink(missing_ok=True)  # left by a run that was ended in the midst of it
    put_in_place(new, path, raw + b"\n", 0o600)
    _sync_folder(path.parent)


def _open_private(path: str, flags: int) -> int:
    """Open a file that nobody else may read."""
    return os.open(path, flags, 0o600)


def _sync_folder(folder: Path) -> None:
    """Have the new name outlast a power cut, on systems where a folder can be opened."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def _locked(path: Path, patience: float) -> Iterator[None]:
    """Keep other windows waiting; raise TimeoutError if one is busy for so many seconds.

    The system takes the lock off when a program ends, however it does.
    """
    with open(path, "ab", opener=_open_private) as file:
        deadline = time.monotonic() + patience
        while not _lock(file):
            if time.monotonic() > deadline:
                raise TimeoutError
            time.sleep(_PAUSE)
        yield


def _lock(file: IO[bytes]) -> bool:
    if sys.platform == "win32":
        import msvcrt

        with suppress(PermissionError):
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            return True
    else:
        import fcntl

        with suppress(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
    return False
