"""Removes secrets and authkeys from a report before any of it is shortened or shown."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from reamaze_gui.core.authkey import AUTHKEY, Secret
from reamaze_gui.core.customer import FIELDS, Customer
from reamaze_gui.core.diagnosis import Report
from reamaze_gui.core.masking import Mask, mask_of
from reamaze_gui.core.mistakes.alternatives import entries_by_meaning
from reamaze_gui.core.mistakes.decoders import ALGORITHMS
from reamaze_gui.core.mistakes.encodings import Reading, readings
from reamaze_gui.core.page import Entry, Kind, User
from reamaze_gui.core.rules.disguise import disguise
from reamaze_gui.core.rules.entries import is_nothing, is_template
from reamaze_gui.core.spelling import names_secret

_START, _END = 6, 4  # characters of an authkey that are shown
_SHORTEST = 8  # characters of a possible secret
_DIGEST = re.compile(r"[0-9A-Fa-f]{20,}|[A-Za-z0-9+/_-]{27}=?|[A-Za-z0-9+/_-]{43}=?")
_NO_SECRET = re.compile(r"[\s()\[\]{}<>]")  # found in what programs print by mistake
_TOKEN = re.compile(r"(?=\w*\d)(?=\d*[^\W\d])\w{12,}")  # and not found there


def masked(report: Report, secrets: Iterable[Secret]) -> tuple[Report, Mask]:
    """Return the report without these secrets, any the page names, and any whole authkey.

    The mask is returned too, to be applied once more to the text made from the report. The ends
    of an authkey are kept if it looks like one; anything that may be a secret is hidden entirely.
    """
    hidden = [*secrets, *report.named_secrets]
    users = report.page.users
    found = (key for user in users for key in (*_credentials(user, hidden), *_authkeys(user)))
    shown = {key: _shown(key, hidden) for key in found}
    mask = mask_of(hidden, (part for key in shown for part in _without_values(key, users)))

    def value(text: str) -> str:
        return shown.get(text) or mask.value(text)

    page = report.page
    clean = replace(
        report,
        page=replace(
            page,
            user=_user(page.user, value) if page.user else None,
            overwritten=tuple(_user(user, value) for user in page.overwritten),
            account=_entry(page.account, value) if page.account else None,
        ),
        customer=Customer(
            **{each.name: value(getattr(report.customer, each.name)) for each in FIELDS}
        ),
        authkey=value(report.authkey),
        explanation=(
            report.explanation.hidden(mask.sentence, mask.value) if report.explanation else None
        ),
        findings=tuple(
            replace(each, says=mask.sentence(each.says), fix=mask.sentence(each.fix))
            for each in report.findings
        ),
        shape=mask.sentence(report.shape),
    )
    return clean, mask


def ends(authkey: str) -> str:
    """Return the ends of an authkey: enough to recognise it, too little to use it.

    >>> ends("0123456789abcdef0123456789abcdef")
    '012345…cdef'
    """
    is_long = len(authkey) > 2 * (_START + _END)
    return f"{authkey[:_START]}…{authkey[-_END:]}" if is_long else authkey


def _credentials(user: User, secrets: Iterable[Secret]) -> list[str]:
    """Return the values sent as the authkey, or that may be a secret, and as nothing else."""
    entries = entries_by_meaning(user)
    named = [each for each in user.entries if names_secret(each.name)]
    proofs = [entries["authkey"]] if "authkey" in entries else []
    others = [each.text for each in user.entries if each not in (*named, *proofs)]
    others.append(":".join(entries[name].text for name in ("id", "email") if name in entries))
    return [
        each.text
        for each in (*named, *proofs)
        if _may_be_secret(each) and (each.text not in others or _DIGEST.fullmatch(each.text))
        if len(each.text) >= _SHORTEST or any(disguise(each.text, one.value) for one in secrets)
    ]


def _authkeys(user: User) -> list[str]:
    """Return what has an authkey's form, in whatever value it is: it may be another customer's."""
    return [key for each in user.entries for key in AUTHKEY.findall(f"{each.name} {each.text}")]


def _without_values(credential: str, users: Iterable[User]) -> list[str]:
    """Return a credential's parts around any id or email in it, which are not secret."""
    known = {
        each.text
        for user in users
        for name, each in entries_by_meaning(user).items()
        if name in {"id", "email"} and _SHORTEST <= len(each.text) < len(credential)
    }
    return re.split("|".join(map(re.escape, known)), credential) if known else [credential]


def _may_be_secret(entry: Entry) -> bool:
    if entry.kind not in {Kind.TEXT, Kind.NUMBER} or is_nothing(entry) or is_template(entry):
        return False
    text = entry.text.strip()
    is_one_word = _NO_SECRET.search(text) is None
    return is_one_word or _TOKEN.search(text) is not None or any(map(_is_digest, readings(text)))


def _is_digest(reading: Reading) -> bool:
    return len(reading.digest) in ALGORITHMS


def _shown(credential: str, secrets: Iterable[Secret]) -> str:
    is_digest = _DIGEST.fullmatch(credential) is not None
    if is_digest and mask_of(secrets).value(credential) == credential:
        return ends(credential)
    return f"[hidden, {len(credential)} characters]"


def _user(user: User, value: Callable[[str], str]) -> User:
    return replace(user, entries=tuple(_entry(each, value) for each in user.entries))


def _entry(entry: Entry, value: Callable[[str], str]) -> Entry:
    return replace(
        entry, name=value(entry.name), text=value(entry.text), written=value(entry.written)
    )
