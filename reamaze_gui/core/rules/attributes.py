"""Judges the customer's attributes, which are shown beside the conversation and never signed."""

import json
from collections.abc import Iterator, Mapping

from reamaze_gui.core.attributes import check_data
from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.page import Page
from reamaze_gui.core.rules.entries import judged_user
from reamaze_gui.core.rules.finding import Finding, warning

_FIX = "Under data, send only labels with plain values, and only what every visitor may read."


def attributes(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find nested, confidential or too many values under `data`."""
    user = judged_user(page)
    entry = user.get("data") if user else None
    data = json.loads(entry.written) if entry and entry.written.startswith("{") else {}
    if entry and (remarks := [*check_data(data)]):
        yield warning("attributes", f"Attributes: {remarks[0].says}", _FIX, entry.line)
