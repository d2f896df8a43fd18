"""Adds the program to the user's applications menu (Linux)."""

import os
import re
import shutil
import sys
from pathlib import Path

from reamaze_gui import APPLICATION_ID
from reamaze_gui.resources import resource

_COMMAND = "reamaze-gui"
_RESERVED = re.compile(r"[\s\"'\\><~|&;$*?#()`]")  # by the Desktop Entry Specification


def install() -> Path:
    """Copy launcher, icons and metainfo to the user's data directory; return the launcher's path.

    The launcher runs this installation by its absolute path. Raises OSError.
    """
    share = resource("share")
    for source in filter(Path.is_file, share.rglob("*")):
        target = _data_home() / source.relative_to(share)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    launcher = _launcher()
    program = _quoted(str(_program()))
    lines = [
        re.sub(rf"^(Try)?Exec={_COMMAND}", lambda match: f"{match[1] or ''}Exec={program}", line)
        for line in launcher.read_text(encoding="utf-8").splitlines()
        if not line.startswith("TryExec=") or program == str(_program())  # TryExec can't be quoted
    ]
    launcher.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return launcher


def can_be_added() -> bool:
    """Whether this is Linux, and no package has already added the program for all users."""
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    places = [Path(each, "applications", _launcher().name) for each in shared.split(":")]
    return sys.platform == "linux" and _program().exists() and not any(map(Path.exists, places))


def _data_home() -> Path:
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def _launcher() -> Path:
    return _data_home() / "applications" / f"{APPLICATION_ID}.desktop"


def _program() -> Path:
    """Return the path of the program: the bundle, or the command beside this Python."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable)
    return Path(sys.executable).with_name(_COMMAND)


def _quoted(path: str) -> str:
    """Quote a path for an `Exec` line."""
    path = path.replace("%", "%%")
    if not _RESERVED.search(path):
        return path
    escaped = re.sub(r'(["`$\\])', r"\\\1", path)
    return '"' + escaped.replace("\\", "\\\\") + '"'
