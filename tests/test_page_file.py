"""A page is read from any file; for a file that has none, a sentence says so."""

import os
from pathlib import Path

import pytest

from reamaze_gui.core.reader import LONGEST
from reamaze_gui.list_file import ListFile
from reamaze_gui.page_file import MOST_LINES, TOO_LONG, read_page_file, refusal
from reamaze_gui.text_file import TextFile
from tests.core.table_check.lists import listed, people


def read(path: str) -> TextFile:
    file = read_page_file(path)
    assert isinstance(file, TextFile)
    return file


@pytest.mark.parametrize("length", [LONGEST, LONGEST + 1])
def test_a_file_that_is_too_long_is_refused(tmp_path: Path, length: int) -> None:
    (tmp_path / "page").write_bytes(b"x" * length)
    assert read(str(tmp_path / "page")).trouble == (TOO_LONG if length > LONGEST else "")


def test_an_endless_or_huge_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    with (tmp_path / "huge").open("wb") as file:
        file.truncate(100_000_000_000)  # sparse: it takes no room
    assert read(str(tmp_path / "huge")).trouble == TOO_LONG
    os.mkfifo(tmp_path / "pipe")
    for path in ("/dev/zero", str(tmp_path / "pipe")):
        assert "not a file that can be read" in read(path).trouble


@pytest.mark.parametrize(
    ("content", "part"),
    [(b"GIF89a\x00\x01", "is not a text file"), (None, "not a file that can be read")],
)
def test_what_is_no_page_says_what_it_is(tmp_path: Path, content: bytes | None, part: str) -> None:
    if content is not None:
        (tmp_path / "page").write_bytes(content)
    file = read(str(tmp_path / "page"))
    assert part in file.trouble
    assert file.text == ""


def test_a_folder_and_an_impossible_name_are_refused(tmp_path: Path) -> None:
    assert "is a folder" in read(str(tmp_path)).trouble
    assert "not a file that can be read" in read(str(tmp_path / "a\0b")).trouble
    assert "could not be read" in read(f"/proc/{os.getpid()}/mem").trouble


def test_a_list_that_is_too_long_to_be_shown_is_read_as_one(tmp_path: Path) -> None:
    text = "".join(listed(people(10))) + "7,zoe@example.org,0\n" * MOST_LINES
    (tmp_path / "list.csv").write_text(text)
    file = read_page_file(str(tmp_path / "list.csv"))
    assert isinstance(file, ListFile)
    assert (file.name, file.size) == ("list.csv", len(text))
    assert "Save it as a file" in refusal(text)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "cp1252"])
def test_a_page_is_read_whatever_its_encoding(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "page").write_bytes("Zoë „Ö“\r\n".encode(encoding))
    assert read(str(tmp_path / "page")).text == "Zoë „Ö“\r\n"
