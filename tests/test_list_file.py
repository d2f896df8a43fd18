"""A list of any size is read line by line, in its own encoding; what is strange is said."""

import os
from pathlib import Path

import pytest

from reamaze_gui.core.table_check import check_table
from reamaze_gui.list_file import ListFile, read_list_file
from reamaze_gui.text_file import TextFile
from tests.core.table_check.lists import SECRETS, listed, people, right

ROWS = [right("7", "zoe@example.org"), *people(200)]
TEXT = "".join(listed((*row, "Zoë „Ö“") for row in ROWS))


def opened(path: Path) -> ListFile:
    file = read_list_file(str(path))
    assert isinstance(file, ListFile)
    return file


def read(file: ListFile) -> list[str]:
    with file.opened() as lines:
        return [*lines]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_a_list_is_read_whatever_its_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(TEXT.encode(encoding))
    file = opened(path)
    assert read(file) == TEXT.splitlines(keepends=True)
    assert TEXT.startswith(file.beginning)
    is_guess = file.remark == "Line 2 is not valid UTF-8, so the file was read as Windows-1252."
    assert is_guess == (encoding == "cp1252")


def test_a_letter_far_down_tells_the_encoding_of_all(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    lines = [*listed(ROWS * 500), "Zoë\n", "\x81\n"]
    for encoding in ("utf-8", "latin-1"):
        path.write_bytes("".join(lines).encode(encoding))
        assert read(opened(path)) == lines


def test_a_line_with_other_bytes_does_not_spoil_those_in_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    damaged = right("8", "zoë@example.org")
    rows = [",".join(row).encode() for row in (right("9", "bö@example.org"), *ROWS, damaged)]
    rows[-1] = rows[-1].replace("ë".encode(), b"\xeb")
    path.write_bytes(b"\n".join([b"id,email,authkey", "9,é,0".encode(), *rows]))
    file = opened(path)
    assert file.remark == f"Line {len(rows) + 2} has bytes that are not UTF-8."
    with file.opened() as lines:
        check = check_table(lines, SECRETS)
    assert check.right == len(ROWS) + 1
    assert f"Row {len(rows) + 1} has bytes that are not UTF-8." in check.remarks


def test_how_much_was_read_grows_to_all_of_it(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(TEXT)
    with opened(path).opened() as lines:
        assert lines.share == 0
        assert [*lines]
        assert lines.share == 1


def test_a_list_that_somebody_has_written_to_is_another(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(TEXT)
    before = opened(path)
    assert before == opened(path)
    path.write_text(f"{TEXT}8,bo@example.org,0\n")
    assert before != opened(path)
    with pytest.raises(OSError, match="changed"):
        read(before)


def test_what_is_no_list_or_can_not_be_read_says_so(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<p>Hello</p>\n" * 200)
    assert read_list_file(str(path)) is None
    path.write_text('[{"id": "7", "email": "zoe@example.org", "authkey": "0"}]')
    told = read_list_file(str(path))
    assert isinstance(told, TextFile)
    assert "is a JSON file" in told.trouble
    told = read_list_file(f"/proc/{os.getpid()}/mem")
    assert isinstance(told, TextFile)
    assert "could not be read" in told.trouble
