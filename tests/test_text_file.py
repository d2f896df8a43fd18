"""A text is read in the encoding that it is written in."""

from pathlib import Path

import pytest

from reamaze_gui.text_file import WantedFile, read_text_file

KIND = WantedFile(1_000_000, "Too large.", "Choose one.", "Save it as text.")
TEXT = "id;email;name\r\n7;zoe@example.org;Zoë „Ö“\r\n"
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_text_is_read_whatever_its_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(TEXT.encode(encoding))
    assert read_text_file(str(path), KIND).text == TEXT


def test_bytes_of_no_encoding_are_read_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"\x81\xff\xfe")
    assert len(read_text_file(str(path), KIND).text) == 3


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG\r\n\0\0\0\rIHDR\0\0")
    assert "is not a text file. Save it as text." in read_text_file(str(path), KIND).trouble
