"""Removes known secrets from what was read from a paste."""

from collections.abc import Iterable
from dataclasses import asdict, replace

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.masking import Mask, mask_of
from reamaze_gui.core.pasted.paste import Paste, PastedCustomer

_DOUBT = "What you pasted contains an SSO secret, which is not filled in."


def without_secrets(paste: Paste, secrets: Iterable[Secret], named: Iterable[Secret] = ()) -> Paste:
    """Return the paste without these secrets: none fills a field or is shown.

    `named` are unknown ones that the paste calls secrets. A customer in whose record one was found
    is in doubt; one beside the records is warned of.
    """
    named = [*named]
    mask = mask_of([*secrets, *named])
    readings = tuple(_masked(each, mask) for each in paste.readings)
    left_over = tuple(map(mask.value, paste.left_over))
    if named or left_over != paste.left_over:
        readings = tuple(
            each if _DOUBT in each.doubts else replace(each, warnings=(_DOUBT, *each.warnings))
            for each in readings
        )
    return replace(paste, readings=readings, left_over=left_over)


def _masked(reading: PastedCustomer, mask: Mask) -> PastedCustomer:
    """Return a reading without secrets; plain words that also occur in one are kept."""
    value, reading = mask.value, _without_secret_candidates(reading, mask)
    pieces = tuple(
        replace(each, text=value(each.text), label=value(each.label), field="")
        if mask.holds(each.text)
        else each
        for each in reading.pieces
    )
    values = {
        name: "" if mask.holds(text) else text for name, text in asdict(reading.customer).items()
    }
    if pieces == reading.pieces and values == asdict(reading.customer):
        return reading
    return PastedCustomer(
        Customer(**values),
        pieces,
        (_DOUBT, *map(value, reading.doubts)),
        tuple(map(value, reading.warnings)),
    )


def _without_secret_candidates(reading: PastedCustomer, mask: Mask) -> PastedCustomer:
    """Return a reading in which a doubt between secrets and one other value is settled for that."""
    for doubt in reading.doubts:
        values = [each for each in reading.candidates if each.doubt == doubt]
        others = [each for each in values if not mask.holds(each.text)]
        if len(others) == 1 < len(values):
            reading = reading.chosen(others[0])
    return reading
