"""Code that exposes the secret to browsers is distinguished from code that keeps it on a server."""

from pathlib import Path

import pytest

from reamaze_gui.core.reader import read
from reamaze_gui.core.rules import judge

PROGRAMS = Path(__file__).parent / "programs"
IN_BROWSERS = sorted((PROGRAMS / "browser").iterdir())
ON_SERVERS = sorted((PROGRAMS / "server").iterdir())


@pytest.mark.parametrize("path", IN_BROWSERS, ids=lambda path: path.stem)
def test_code_that_a_bundler_puts_into_the_page_gives_the_secret_away(path: Path) -> None:
    found = judge(read(path.read_bytes().decode()), {})
    assert found[0].id == "browser-hmac"


@pytest.mark.parametrize("path", ON_SERVERS, ids=lambda path: path.stem)
def test_code_that_runs_on_a_server_is_no_leak(path: Path) -> None:
    ids = {each.id for each in judge(read(path.read_bytes().decode()), {})}
    assert "server-code" in ids
    assert not ids & {"browser-hmac", "secret-name"}
