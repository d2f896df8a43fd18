"""Files are suggested to be saved where the user keeps them, then where the last one went."""

import sys
from pathlib import Path

import pytest

from reamaze_gui.ui.runtime.file_dialogs import suggested


@pytest.mark.skipif(sys.platform != "linux", reason="others keep their documents elsewhere")
def test_the_last_folder_comes_before_the_documents_and_those_before_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
    gone = tmp_path / "gone"
    assert suggested("x.csv", gone) == str(tmp_path / "x.csv")
    (tmp_path / "Documents").mkdir()
    assert suggested("x.csv", gone) == str(tmp_path / "Documents" / "x.csv")
    gone.mkdir()
    assert suggested("x.csv", gone) == str(gone / "x.csv")
