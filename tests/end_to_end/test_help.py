"""Help is read out to somebody who sees nothing of it."""

from collections.abc import Iterator

import pytest

from reamaze_gui.ui.help.help_topics import title_of
from tests.desktop import Desktop
from tests.program import Program


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    with Desktop(tmp_path_factory.mktemp("help")) as desktop, Program(desktop, "--demo") as started:
        yield started
        assert (started.quit(), started.output) == (0, "")


def test_a_screen_reader_searches_the_topics_and_reads_what_it_finds(program: Program) -> None:
    program.press("Search help…")
    shown = program.reader.window("Re:amaze SSO Help")
    shown.find("Search help").type_text("e.164 optional")
    assert program.wait_to_hear("1 topic")
    assert program.wait_to_hear(title_of("phone"))
    shown.find("Search help").type_text("")
    program.wait_until(lambda: len(shown.find("Topics").children) > 1)
    assert "" not in program.reader.announcements()
    text = shown.find("Help text").text
    assert text.startswith(title_of("phone"))
    assert "+14155552671" in text


def test_a_screen_reader_finds_the_settings_and_reads_the_versions(program: Program) -> None:
    program.press("Settings…")
    path = program.reader.window("Settings").find("Settings file").text
    assert path.endswith("reamaze-gui.ini")
    program.press("About Re:amaze SSO")
    about = program.reader.window("About Re:amaze SSO")
    program.wait_until(lambda: "GNOME Keyring" in about.find("Versions").text)
    about.find("Copy versions").press()
    assert program.wait_to_hear("Copied")
