"""Makes authkeys in the way that explained one row, of the ids and emails of others."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from reamaze_gui.core.authkey import Secret, message
from reamaze_gui.core.mistakes import Slip, algorithms, key_changes, keys, values
from reamaze_gui.core.mistakes.changes import utf_8
from reamaze_gui.core.mistakes.encodings import readings
from reamaze_gui.core.mistakes.explanation import Explanation
from reamaze_gui.core.mistakes.sent import Sent
from reamaze_gui.core.mistakes.signed_texts import tables

# What may have been signed, or used as the key, of what each row has.
_ANYBODY = Sent("7", "a@b.c")
_EMAIL_AS_ID = values.instead("id", {"the email": ""})
_ID_AS_EMAIL = values.instead("email", {"the id": ""})
_OWN_KEYS = {"id": "\0", "email": "\1"}


@dataclass(frozen=True, slots=True)
class Recipe:
    """A way to make an authkey: which text is signed with which key, and how that is written.

    `text` takes id and email; `digest` the id, the email and the text.
    """

    text: Callable[[str, str], bytes] = field(repr=False)
    digest: Callable[[str, str, bytes], bytes] = field(repr=False)
    encoding: str

    def explains(self, id: str, email: str, authkey: str) -> bool:
        """Return whether the authkey of a row was made in this way, to its last digit."""
        made = self.digest(id, email, self.text(id, email))
        if self.encoding == "hex" and len(authkey) == 2 * len(made):
            return made.hex() == authkey
        return any(
            reading.encoding == self.encoding and reading.admits(made)
            for reading in readings(authkey)
        )


def recipe(explanation: Explanation, secrets: Mapping[str, Secret]) -> Recipe:
    """Return how a row's authkey was made, for other rows.

    It may not even make that row's again, where something else than id and email was signed.
    """
    taken = frozenset(explanation.slips)
    return Recipe(_text(taken), _digest(explanation, taken, secrets), explanation.encoding)


def _text(taken: frozenset[Slip]) -> Callable[[str, str], bytes]:
    """Return what makes the bytes that are signed."""
    slips = tables(_ANYBODY)
    both, change = _one(slips.both, taken), _one(slips.text, taken)
    by_id, by_email = _one(slips.id, taken), _one(slips.email, taken)
    join = _one(slips.join, taken) or message
    write = _one(slips.charset, taken) or utf_8
    email_as_id, id_as_email = taken & {*_EMAIL_AS_ID}, taken & {*_ID_AS_EMAIL}

    def text(id: str, email: str) -> bytes:
        return _written(*both((id, email)) if both else (id, email))

    def _written(id: str, email: str) -> bytes:
        signed_id = email if email_as_id else by_id(id) if by_id else id
        signed_email = id if id_as_email else by_email(email) if by_email else email
        joined = join(signed_id, signed_email)
        return bytes(write(change(joined) if change else joined))

    return text


def _digest(
    explanation: Explanation, taken: frozenset[Slip], secrets: Mapping[str, Secret]
) -> Callable[[str, str, bytes], bytes]:
    """Return what makes the digest of a text."""
    if unkeyed := _one(algorithms.UNKEYED, taken):
        return lambda _id, _email, text: bytes(unkeyed(text))
    algorithm = _one(algorithms.KEYED, taken) or algorithms.RIGHT.make
    if explanation.account is not None:
        secret = secrets[explanation.account].value
        change = _one(key_changes.CHANGES, taken)
        key = change(secret) if change else utf_8(secret)
    else:
        said = {slip.says for slip in taken}  # what it is called has its value in it
        strangers = (slip.make() for slip in keys.strangers(_OWN_KEYS) if slip.says in said)
        key = next(strangers, b"")
        if key in {b"\0", b"\1"}:
            return lambda id, email, text: bytes(
                algorithm(utf_8(id if key == b"\0" else email))(text)
            )
    digest = algorithm(key)
    return lambda _id, _email, text: bytes(digest(text))


def _one(table: Iterable[Slip], taken: frozenset[Slip]) -> Callable[..., Any] | None:
    """Return what the slip of a step does that was taken, if one was."""
    return next((slip.make for slip in table if slip in taken), None)
