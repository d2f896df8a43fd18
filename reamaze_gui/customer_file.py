"""Stores the saved customers in a JSON file.

A damaged file is renamed, so that a person can repair it; one that can't be read, or that a newer
version wrote, is left alone. Neither is ever overwritten.
"""

import json
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from reamaze_gui.atomic_write import put_in_place
from reamaze_gui.core.attributes import Attribute, Scalar, data_of
from reamaze_gui.core.customer import FIELDS, Customer
from reamaze_gui.core.saved import MOST, Saved, name_for, put, renamed_apart, tidy_name

Edit = Callable[[tuple[Saved, ...]], tuple[Saved, ...]]
"""Returns the edited list."""

_VERSION = 1
_FULL = f"can hold at most {MOST:,} customers: delete some in Saved customers first."
_TEXTS = ("saved_as", "account", *(field.name for field in FIELDS))
_DATA = "data"  # the customer's attributes, as in the snippet
_USED = "used"


@dataclass(frozen=True, slots=True)
class FileResult:
    """The customers in the file after a read or write, and what went wrong, in a sentence.

    `before` is what it held before the write; None if nothing was written.
    """

    saved: tuple[Saved, ...] = ()
    trouble: str = ""
    before: tuple[Saved, ...] | None = None


class _DamagedError(Exception):
    """The file is not one that this program wrote. The message says where, as " in line 3"."""


class _UntouchableError(Exception):
    """The file can't be read or must not be overwritten, for the reason in the message."""


class CustomerFile:
    """The file at a path, or a list in memory if there is no path.

    Calls block on the disk, and never raise: `trouble` in the result says what went wrong.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._in_memory: tuple[Saved, ...] = ()

    def read(self) -> FileResult:
        """Return the saved customers; a damaged file is set aside first."""
        if not self.path:
            return FileResult(self._in_memory)
        try:
            return FileResult(*_mended(self.path))
        except _UntouchableError as why:
            return FileResult(trouble=str(why))

    def change(self, edit: Edit) -> FileResult:
        """Apply an edit to the file's current content and write the result."""
        if not self.path:
            before, self._in_memory = self._in_memory, edit(self._in_memory)
            return FileResult(self._in_memory, before=before)
        path = Path(os.path.realpath(self.path))
        try:
            before, trouble = _mended(path)
            after = edit(before)
            if len(after) > MOST:
                return FileResult(trouble=f"{path.name} {_FULL} Nothing changed.")
            _make_private(path.parent)
            _write(path, after)
        except _UntouchableError as why:
            return FileResult(trouble=str(why))
        except OSError as error:
            says = f"{path.name} can't be written: {error.strerror}. Nothing changed."
            return FileResult(trouble=says)
        return FileResult(after, trouble, before)


def _read(path: Path) -> tuple[Saved, ...]:
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return ()
    except OSError as error:
        says = f"{path.name} can't be read: {error.strerror}. It is left as it is."
        raise _UntouchableError(says) from None
    try:
        whole = json.loads(raw.decode("utf-8-sig"))
        if whole["version"] > _VERSION:
            raise _UntouchableError(
                f"{path.name} is from a newer Re:amaze SSO and was left as it is. Update this one."
            )
        return _customers(whole["customers"])
    except (
        AttributeError,
        KeyError,
        OverflowError,
        RecursionError,
        TypeError,
        ValueError,
    ) as error:
        line = getattr(error, "lineno", None)  # of what isn't JSON
        raise _DamagedError(f" in line {line}" if line else "") from None


def _customers(entries: object) -> tuple[Saved, ...]:
    """Read the customers; raises one of the errors above if these are none."""
    if not isinstance(entries, list):
        raise TypeError
    return put((), renamed_apart((), map(_customer, entries)))


def _customer(entry: dict[str, Any]) -> Saved:
    values = {name: _text(entry.get(name, "")) for name in _TEXTS}
    saved_as, account = values.pop("saved_as"), values.pop("account")
    customer = Customer(**values)
    data = entry.get(_DATA, {})
    if not all(isinstance(value, Scalar) for value in data.values()):
        raise TypeError
    attributes = tuple(Attribute(label, value) for label, value in data.items())
    name = tidy_name(saved_as) or name_for(customer)
    return Saved(name, customer, tidy_name(account), attributes, int(entry.get(_USED, 0)))


def _text(value: object) -> str:
    """Return a string; a number counts as one, since an ID may be written without quotes."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise TypeError


def _mended(path: Path) -> tuple[tuple[Saved, ...], str]:
    """Return the customers in the file, and a sentence if it was damaged and set aside."""
    try:
        return _read(path), ""
    except _DamagedError as where:
        says = f"{path.name} is damaged{where}."
    numbers = (f"-{number}" if number > 1 else "" for number in count(1))
    places = (path.with_name(f"{path.stem}.damaged{each}{path.suffix}") for each in numbers)
    aside = next(each for each in places if not os.path.lexists(each))
    try:
        path.rename(aside)
    except OSError as error:
        raise _UntouchableError(f"{says} It can't be set aside: {error.strerror}.") from None
    return (), f"{says} It was renamed to {aside.name} so that it can be repaired."


def _make_private(folder: Path) -> None:
    """Create a folder that only the user can open, whatever the umask; keep an existing one."""
    if not folder.exists():
        folder.mkdir(mode=0o700, parents=True)
        folder.chmod(0o700)


def _write(path: Path, saved: Iterable[Saved]) -> None:
    """Write the file atomically."""
    entries = [
        {"saved_as": each.saved_as, "account": each.account}
        | {field.name: getattr(each.customer, field.name) for field in FIELDS}
        | ({_DATA: data_of(each.attributes)} if each.attributes else {})
        | ({_USED: each.used} if each.used else {})
        for each in saved
    ]
    whole = {"version": _VERSION, "customers": entries}
    # UTF-8 can't encode a lone surrogate; Python's backslash escape for it is also JSON's.
    raw = json.dumps(whole, indent=2, ensure_ascii=False).encode("utf-8", "backslashreplace")
    new = path.with_name(f"{path.name}.new")
    new.unlink(missing_ok=True)  # left behind if the program was killed while writing
    put_in_place(new, path, raw + b"\n", 0o600)
