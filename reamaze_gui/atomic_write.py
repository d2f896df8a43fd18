"""Writes a file whole, or not at all.

Python lets its other threads go on while the disk takes its time. Qt's QSaveFile would not.
"""

import os
import stat
from contextlib import suppress
from pathlib import Path


def save_as(path: str, raw: bytes, *, private: bool = False) -> str:
    """Write a file where the user chose to; return why it was not, in a sentence, or nothing.

    What is `private` nobody else may read.
    """
    place = Path(os.path.realpath(path))  # a link goes on leading there
    try:
        new = place.with_name(f".{os.urandom(8).hex()}.new")
        put_in_place(new, place, raw, _permissions(place) & (0o600 if private else 0o777))
    except OSError as error:
        why = error.strerror or "it is no file"
        return f"{Path(path).name} was not saved: {why}. Try another folder."
    return ""


def put_in_place(new: Path, path: Path, raw: bytes, mode: int) -> None:
    """Write `new`, with these permissions, and give it the name of `path`. Raises OSError."""
    try:
        with open(new, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise


def _permissions(path: Path) -> int:
    """Return those of a file that may be written, or else those of a new one. Raises OSError."""
    try:
        with path.open("r+b") as file:
            return stat.S_IMODE(os.fstat(file.fileno()).st_mode)
    except FileNotFoundError:
        return 0o666
