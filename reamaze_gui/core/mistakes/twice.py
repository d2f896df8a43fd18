"""Two slips in the same step, one after the other; the tables' steps have only one each."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

from reamaze_gui.core.authkey import message
from reamaze_gui.core.mistakes import ODD, RARE, Slip, key_changes, values
from reamaze_gui.core.mistakes.sent import Sent
from reamaze_gui.core.mistakes.signed_texts import emails, ids
from reamaze_gui.core.mistakes.texts import TEXT


def texts_changed_twice(sent: Sent) -> Iterator[tuple[str, Slip, Slip]]:
    """Yield texts with two changes of the id, of the email, or of the text; and both, in order."""
    for made, first, second in _twice(sent.id, ids(sent), values.surrounded("ID", RARE)):
        yield message(made, sent.email), first, second
    for made, first, second in _twice(sent.email, emails(sent), values.surrounded("email", RARE)):
        yield message(sent.id, made), first, second
    yield from _twice(message(sent.id, sent.email), TEXT)


def keys_changed_twice(secret: str) -> Iterator[tuple[bytes, Slip, Slip]]:
    """Yield keys made from a secret by two changes, and both, in order."""
    yield from _twice(secret, key_changes.CHANGES)


def _twice(
    value: str, slips: Iterable[Slip], more: Iterable[Slip] = ()
) -> Iterator[tuple[Any, Slip, Slip]]:
    """Yield what two of the slips make of a value, with none of them odd but among `more`."""
    likely = (*(slip for slip in slips if slip.weight < ODD), *more)
    once = {slip.make(value): slip for slip in reversed(likely)}
    once.pop(value, None)
    for made, first in once.items():
        with suppress(UnicodeDecodeError):
            text = made.decode() if isinstance(made, bytes) else made
            for second in likely:
                if second.side is first.side and (again := second.make(text)) not in once:
                    yield again, first, second
