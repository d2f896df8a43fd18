"""Nothing is cut off: in no state, at no size of window or text, however much is enlarged."""

import json
import os
import subprocess
import sys

import pytest
from pytestqt.qtbot import QtBot

from reamaze_gui.ui.widgets import style
from reamaze_gui.ui.widgets.scrolled import Scrolled
from tests.event_loop import settle
from tests.side_states import SIDE_STATES
from tests.states import STATES, opened_in, unsaved
from tests.ui.fitting import cut_off

ENOUGH = 900  # seconds, on a machine that is busy

# How much Qt enlarges everything; the size of the text, times the usual one; sizes of the window.
CASES = {
    "100 %": ("1", "1", ["760x520", "1080x700", "3840x2160"]),
    "150 %": ("1.5", "1", ["760x520"]),
    "200 %": ("2", "1", ["760x520"]),
    "300 %": ("3", "1", ["760x520"]),
    "larger text": ("1", "1.5", ["760x520", "1080x700"]),
    "larger text at 200 %": ("2", "1.5", ["760x520"]),
}
HARDEST = "larger text at 200 %"


@pytest.mark.parametrize(
    "case",
    [*(pytest.param(each, marks=pytest.mark.slow) for each in CASES if each != HARDEST), HARDEST],
)
def test_nothing_is_cut_off_in_any_state(case: str) -> None:
    scale, text, sizes = CASES[case]
    probe = [sys.executable, "-m", "tests.ui.fitting", text, *sizes]
    environment = os.environ | {"QT_SCALE_FACTOR": scale}
    answer = subprocess.run(
        probe, env=environment, capture_output=True, text=True, timeout=ENOUGH, check=True
    )
    told = json.loads(answer.stdout)
    assert told["found"] == {}
    assert told["looked"] == len(STATES) * len(sizes) + len(SIDE_STATES) * 2


def test_only_one_thing_is_scrolled_down_where_there_is_much_to_say(qtbot: QtBot) -> None:
    window = opened_in(STATES["keyring-address"], unsaved(), style.SMALLEST)
    qtbot.add_widget(window)
    window.account_bar.messages.note.say("A sentence that needs several lines. " * 20)
    settle()
    bars = [each.verticalScrollBar() for each in window.findChildren(Scrolled) if each.isVisible()]
    assert [bar.isVisible() for bar in bars] == [False, True]
    assert list(cut_off(window)) == []
