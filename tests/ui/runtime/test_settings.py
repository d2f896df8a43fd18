"""Settings come back from a real file unchanged, and a foreign value counts as not set."""

import os
import shutil
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from reamaze_gui.core.snippets import SNIPPETS
from reamaze_gui.ui.runtime.settings import CLEARING_TIMES, Settings
from reamaze_gui.ui.widgets.style import Scheme

KEYS = {
    "geometry": "window/geometry",
    "help_geometry": "help/geometry",
    "split": "window/split",
    "diagnose_split": "window/diagnose-split",
    "scheme": "window/colours",
    "accounts": "accounts/known",
    "account": "accounts/last",
    "region": "form/phone-region",
    "format": "snippet/format",
    "clearing": "clipboard/minutes",
}
TEXTS = ("", "acme", "true", "1", "[]", "a, b; c=d", "@ByteArray(x)", "%20\\x41", 'Zoë "q" 😀')
BYTES = tuple(QByteArray(data) for data in (b"", b"\0\xff\n[x]", bytes(range(256))))
VALUES: dict[str, tuple[object, ...]] = {
    "geometry": BYTES,
    "help_geometry": BYTES,
    "split": BYTES,
    "diagnose_split": BYTES,
    "scheme": tuple(Scheme),
    "accounts": ((), ("acme",), TEXTS),
    "account": TEXTS,
    "region": ("DE", "US"),
    "format": tuple(snippet.name for snippet in SNIPPETS),
    "clearing": CLEARING_TIMES,
}


_NUMBERS = count()


def opened(path: Path, *, remember: bool = True) -> Settings:
    return Settings(QSettings(str(path), QSettings.Format.IniFormat), remember=remember)


def reread(path: Path) -> Settings:
    """Return the settings as they stand in the file: Qt would remember one of the same name."""
    copy = path.with_name(f"copy-{next(_NUMBERS)}.ini")
    if path.exists():  # else nothing was chosen but what counts anyway
        shutil.copy(path, copy)
    return opened(copy)


def write_raw(path: Path, name: str, raw: object) -> Settings:
    settings = opened(path)
    settings.file.setValue(KEYS[name], raw)
    return settings


@pytest.mark.parametrize("name", KEYS)
def test_a_setting_comes_back_as_it_was(tmp_path: Path, name: str) -> None:
    for value in VALUES[name]:
        path = tmp_path / "settings.ini"
        settings = opened(path)
        setattr(settings, name, value)
        settings.file.sync()
        found = getattr(reread(path), name)
        assert found == value
        assert type(found) is type(value)


def test_what_was_never_chosen_has_its_default(tmp_path: Path) -> None:
    settings = opened(tmp_path / "settings.ini")
    assert (settings.scheme, settings.clearing) == (Scheme.SYSTEM, 5)
    assert (settings.accounts, settings.account) == ((), "")
    assert settings.format == SNIPPETS[0].name
    assert settings.geometry.isEmpty()
    assert settings.split.isEmpty()


@pytest.mark.parametrize(
    ("name", "foreign"),
    [
        ("scheme", "[]"),
        ("clearing", "-1"),
        ("clearing", "soon"),
        ("format", "a format of the next version"),
        ("account", ["acme", "globex"]),
        ("region", ["DE", "US"]),
        ("geometry", "true"),
        ("split", ["a", "b"]),
    ],
)
def test_a_foreign_value_counts_as_not_chosen(
    tmp_path: Path, name: str, foreign: str | list[str]
) -> None:
    settings = write_raw(tmp_path / "settings.ini", name, foreign)
    assert getattr(settings, name) == getattr(opened(tmp_path / "none.ini"), name)


@pytest.mark.parametrize(
    "content",
    [b"", b"\0" * 100, bytes(range(256)), b"[window]\ncolours=", b"no section at all"],
    ids=["empty", "zeros", "binary", "cut off", "plain text"],
)
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.ini"
    path.write_bytes(content)
    settings, none = opened(path), opened(tmp_path / "none.ini")
    for name in KEYS:
        assert getattr(settings, name) == getattr(none, name)


def test_nothing_is_written_for_a_demonstration(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    settings = opened(path, remember=False)
    settings.accounts = ("acme",)
    settings.account = "acme"
    settings.scheme = Scheme.DARK
    assert settings.scheme is Scheme.DARK  # for as long as it runs
    settings.file.sync()
    assert not path.exists()
    assert not opened(path).accounts


def test_the_file_lies_where_the_desktop_keeps_settings() -> None:
    path = Path(Settings.of_user().file.fileName())
    assert path.is_relative_to(os.environ["XDG_CONFIG_HOME"])
    assert path.suffix == ".ini"


def test_who_cares_is_told_of_a_change_and_of_nothing_else(tmp_path: Path) -> None:
    settings, told = opened(tmp_path / "settings.ini"), list[str]()
    settings.changed.connect(told.append)
    settings.clearing = settings.clearing
    settings.clearing = 0
    settings.scheme = Scheme.DARK
    settings.scheme = Scheme.DARK
    assert told == ["clearing", "scheme"]


def test_the_file_and_its_folder_are_for_the_user_alone_whatever_was_so_before() -> None:
    path = Path(Settings.of_user(remember=False).file.fileName())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.parent.chmod(0o777)
    path.write_text("")
    path.chmod(0o666)
    Settings.of_user().account = "acme"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    path.unlink()
