"""Recognises a page, or a fragment with tags, and reads its scripts."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from reamaze_gui.core.page import Clue, Sighting
from reamaze_gui.core.reader.page_state import PageState, page_state
from reamaze_gui.core.reader.recognise.paste import PastedText
from reamaze_gui.core.reader.scripts.clues import MENTION, loads_the_widget
from reamaze_gui.core.reader.scripts.flight import without_flight
from reamaze_gui.core.reader.scripts.markup import Runs, Script, is_markup, scripts
from reamaze_gui.core.reader.scripts.relevance import relevant

_MOST_SCRIPTS = 5_000


def web_page(paste: PastedText) -> Iterator[PageState]:
    """Yield the state of a page after its scripts."""
    if not is_markup(paste.text.text):
        return
    found = [*islice(scripts(paste.text), _MOST_SCRIPTS)]
    own = without_flight(script for script in found if not script.src)
    result = page_state(relevant(own), paste.budget, whole=paste.is_page, in_page=True)
    sightings = [*result.sightings, *_loading_clues(found), *_unread(found)]
    if not any(each.clue is Clue.LOADER for each in sightings):
        sightings += _loaded_by_data(own)
    yield replace(result, sightings=tuple(sorted(sightings, key=lambda each: each.line)))


def _loading_clues(found: list[Script]) -> Iterator[Sighting]:
    """Yield where the widget is loaded, and where that is held back."""
    for script in found:
        if loads_the_widget(script.src):
            line = script.code.lines[0]
            yield Sighting(Clue.LOADER, line)
            if script.runs is Runs.HELD_BACK:
                yield Sighting(Clue.HELD_BACK, line, script.kind)


def _loaded_by_data(own: list[Script]) -> list[Sighting]:
    """Return the first place where data tells a framework to load the widget."""
    data = (each for each in own if each.runs is Runs.NEVER and loads_the_widget(each.code.text))
    return [Sighting(Clue.LOADER, each.code.lines[0]) for each in islice(data, 1)]


def _unread(found: list[Script]) -> Iterator[Sighting]:
    text = "code inside a script that is loaded from an address is not run"
    for script in found:
        if script.src and MENTION.search(script.code.text):
            yield Sighting(Clue.SKIPPED, script.code.lines[0], text)
    if len(found) == _MOST_SCRIPTS:
        left_out = f"what comes after {_MOST_SCRIPTS:,} scripts"
        yield Sighting(Clue.SKIPPED, found[-1].code.lines[-1], left_out)
