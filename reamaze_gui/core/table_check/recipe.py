"""Turns the explanation of one row into a recipe that can be tried on the others."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from reamaze_gui.core.authkey import Secret, message
from reamaze_gui.core.mistakes import Slip, algorithms, digests, key_changes, keys, singles, values
from reamaze_gui.core.mistakes.changes import utf_8
from reamaze_gui.core.mistakes.derived import SIZES, derived
from reamaze_gui.core.mistakes.digests import Digest
from reamaze_gui.core.mistakes.encodings import cut_off, readings
from reamaze_gui.core.mistakes.explanation import Explanation
from reamaze_gui.core.mistakes.sent import Sent
from reamaze_gui.core.mistakes.signed_texts import tables
from reamaze_gui.core.mistakes.unsigned import WRITINGS

# Stand-ins for the row's own values, wherever one of them was signed or used as the key.
_ANYBODY = Sent("7", "a@b.c")
_EMAIL_AS_ID = values.instead("ID", {"the email": ""})
_ID_AS_EMAIL = values.instead("email", {"the ID": ""})
_OWN_KEYS = {"ID": "\0", "email": "\1"}


@dataclass(frozen=True, slots=True)
class Recipe:
    """A way to make an authkey: the text that is signed, the digest, and its encoding.

    `text` takes id and email; `digest` takes the id, the email and the text. `sentences` say what
    is wrong, which may be how many digits are left.
    """

    text: Callable[[str, str], bytes] = field(repr=False)
    digest: Callable[[str, str, bytes], bytes] = field(repr=False)
    encoding: str
    sentences: frozenset[str]

    def explains(self, id: str, email: str, authkey: str) -> bool:
        """Return whether this recipe reproduces the authkey of a row exactly."""
        digest = self.digest(id, email, self.text(id, email))
        if self.encoding == "hex" and len(authkey) == 2 * len(digest):
            return digest.hex() == authkey
        return any(
            reading.encoding == self.encoding
            and reading.admits(digest)
            and all(s.says in self.sentences for s in (*cut_off(reading, digest), *reading.slips))
            for reading in readings(authkey)
        )


@dataclass(frozen=True, slots=True)
class UnsignedRecipe:
    """A way to make what is no digest: a text of id and email, or the same one for everybody."""

    text: Callable[[str, str], bytes] = field(repr=False)
    encoding: str

    def explains(self, id: str, email: str, authkey: str) -> bool:
        """Return whether this recipe makes the value that a row has as its authkey."""
        made = WRITINGS[self.encoding](self.text(id, email))
        return made.rstrip("=") == authkey.strip().rstrip("=")


def recipe(
    explanation: Explanation, secrets: Mapping[str, Secret], id: str, email: str, authkey: str
) -> Recipe | UnsignedRecipe | None:
    """Return how a row's authkey was made, as a recipe for other rows.

    There is none if something other than id and email was signed, which no other row has.
    """
    if explanation.is_unsigned:
        if explanation.message:
            return UnsignedRecipe(_pattern(explanation.message, id, email), explanation.encoding)
        return UnsignedRecipe(lambda _id, _email: utf_8(authkey), "plain text")  # the secret
    recipes = _recipes(explanation, secrets, id, email)
    return next((each for each in recipes if each.explains(id, email, authkey)), None)


def _recipes(
    explanation: Explanation, secrets: Mapping[str, Secret], id: str, email: str
) -> Iterator[Recipe]:
    """Yield the recipe of the tables, then those for a mistake that is in none of them."""
    slips = frozenset(explanation.slips)
    sentences = frozenset(slip.says for slip in slips)
    digest = _digest(explanation, slips, secrets)
    known = Recipe(_text(slips), digest, explanation.encoding, sentences)
    yield known
    yield replace(known, text=_pattern(explanation.message, id, email))
    secret = secrets.get(explanation.account) if explanation.account is not None else None
    for key in singles.secrets(secret.value) if secret else singles.strangers():
        if key.says in sentences:
            yield replace(known, digest=partial(_keyed, digests.hmac("SHA-256", key.made)))


def _keyed(digest: Digest, _id: str, _email: str, text: bytes) -> bytes:
    return digest(text)


def _pattern(message: str, id: str, email: str) -> Callable[[str, str], bytes]:
    """Return a function that puts another id and email in the places of these in a text."""
    parts = re.split(f"({re.escape(email)}|{re.escape(id)})", message)

    def text(other_id: str, other_email: str) -> bytes:
        others = {id: other_id, email: other_email}
        return utf_8("".join(others.get(part, part) for part in parts))

    return text


def _text(made: frozenset[Slip]) -> Callable[[str, str], bytes]:
    """Return a function from id and email to the signed bytes."""
    slips = tables(_ANYBODY)
    change_both, change_text = _slip_in(slips.both, made), _slip_in(slips.text, made)
    change_id, change_email = _slip_in(slips.id, made), _slip_in(slips.email, made)
    join = _slip_in(slips.join, made) or message
    encode = _slip_in(slips.charset, made) or utf_8
    email_as_id, id_as_email = made & {*_EMAIL_AS_ID}, made & {*_ID_AS_EMAIL}

    def text(id: str, email: str) -> bytes:
        return signed_bytes(*change_both((id, email)) if change_both else (id, email))

    def signed_bytes(id: str, email: str) -> bytes:
        signed_id = email if email_as_id else change_id(id) if change_id else id
        signed_email = id if id_as_email else change_email(email) if change_email else email
        joined = join(signed_id, signed_email)
        return bytes(encode(change_text(joined) if change_text else joined))

    return text


def _digest(
    explanation: Explanation, made: frozenset[Slip], secrets: Mapping[str, Secret]
) -> Callable[[str, str, bytes], bytes]:
    """Return a function from id, email and text to the digest."""
    if unkeyed := _slip_in(algorithms.UNKEYED, made):
        return lambda _id, _email, text: bytes(unkeyed(text))
    algorithm = _slip_in((*algorithms.KEYED, *derived(SIZES)), made) or algorithms.RIGHT.make
    if explanation.account is not None:
        secret = secrets[explanation.account].value
        change = _slip_in(key_changes.CHANGES, made)
        key = change(secret) if change else utf_8(secret)
    else:
        sentences = {slip.says for slip in made}  # which name the key that was used
        strangers = (slip.make() for slip in keys.strangers(_OWN_KEYS) if slip.says in sentences)
        key = next(strangers, b"")
        if key in {b"\0", b"\1"}:
            return lambda id, email, text: bytes(
                algorithm(utf_8(id if key == b"\0" else email))(text)
            )
    digest = algorithm(key)
    return lambda _id, _email, text: bytes(digest(text))


def _slip_in(table: Iterable[Slip], made: frozenset[Slip]) -> Callable[..., Any] | None:
    """Return the function of the slip in this table that was made, if one was."""
    return next((slip.make for slip in table if slip in made), None)
