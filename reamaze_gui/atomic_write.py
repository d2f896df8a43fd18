"""Writes a file atomically: the whole file, or none of it.

QSaveFile would do the same, but holds the GIL, so that a slow disk would freeze the window.
"""

import os
import stat
from contextlib import suppress
from pathlib import Path


def save_as(path: str, raw: bytes, *, private: bool = False) -> str:
    """Write to the path the user chose; return "" or a sentence saying why that failed.

    With `private`, only the user may read the file.
    """
    place = Path(os.path.realpath(path))  # keeps a symbolic link in place
    try:
        new = place.with_name(f".{os.urandom(8).hex()}.new")
        put_in_place(new, place, raw, _permissions(place) & (0o600 if private else 0o777))
    except OSError as error:
        why = error.strerror or "it is not a file"
        return f"{Path(path).name} was not saved: {why}. Try another folder."
    return ""


def put_in_place(new: Path, path: Path, raw: bytes, mode: int) -> None:
    """Write `new` with these permissions, then rename it to `path`. Raises OSError."""
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
    """Return the permissions of a writable file, or those for a new one. Raises OSError."""
    try:
        with path.open("r+b") as file:
            return stat.S_IMODE(os.fstat(file.fileno()).st_mode)
    except FileNotFoundError:
        return 0o666
