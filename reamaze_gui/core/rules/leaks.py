"""Finds secrets in the page, where everyone can read them."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import accumulate

from reamaze_gui.core.authkey import AUTHKEY, Secret
from reamaze_gui.core.code_side import public_secret
from reamaze_gui.core.escapes import rounds
from reamaze_gui.core.masking import spellings
from reamaze_gui.core.page import Clue, Kind, Page
from reamaze_gui.core.rules.disguise import disguise
from reamaze_gui.core.rules.finding import Finding, grave
from reamaze_gui.core.rules.named_secrets import named_secrets
from reamaze_gui.core.rules.random_values import looks_random
from reamaze_gui.core.rules.server_code import is_server_code
from reamaze_gui.core.sentences import capitalized
from reamaze_gui.core.spelling import meant_by

_SHORTEST = 8  # characters; a shorter text may be in a page by chance
CHANGE = (
    "Have the SSO secret changed in Re:amaze at once (Account Settings, Account IDs and Secret)"
)
_DANGER = "Whoever can read it can sign in as any customer of the shop."
_ANOTHER = "the SSO secret of another account of yours"
_SHORTEST_IN_PIECES = 12  # letters and digits
_SIGNS = bytes(each for each in range(128) if not chr(each).isalnum())
_UNSEEN = re.compile("[\u00a0\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_BREAK = "\0"  # replaces line breaks while escapes are decoded, so that no others are counted


def known_secret(page: Page, secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find a known SSO secret, however encoded, in the text or as the authkey."""
    found = zip(secrets, _found(page, secrets.values()), strict=True)
    for account, (what, line) in found:
        whose = "the SSO secret" if _is_own(account, page, secrets) else _ANOTHER
        if what:
            yield grave(
                "secret",
                f"The authkey of this page is {what.format(secret=whose)}. {_DANGER}",
                f"{CHANGE}. Then keep the new one on the server, and print the HMAC-SHA256 of "
                "id:email that is made with it.",
                line,
            )
        elif line:
            yield grave(
                "secret",
                f"{capitalized(whose)} was found in this text. {_DANGER}",
                f"{CHANGE}; keep the new one on the server, and print only the authkey.",
                line,
            )


def former_secret(page: Page, former: Collection[Secret]) -> Iterator[Finding]:
    """Find an SSO secret that was saved here before, and may still be valid."""
    for _, line in filter(any, _found(page, former)):
        yield grave(
            "secret",
            "An earlier SSO secret of yours was found in this text. Unless it was changed in "
            "Re:amaze, whoever can read it can sign in as any customer of the shop.",
            f"{CHANGE}, if it is still valid; keep the new one on the server, and print only the "
            "authkey.",
            line,
        )


def named_secret(page: Page, secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find an unknown value that the text calls the SSO secret or SSO key."""
    known = [secret.value.strip() for secret in secrets.values()]
    unknown = [each for each in named_secrets(page) if not any(map(each.holds, known))]
    for each in unknown[:1]:
        used = _as_authkey(page, each.value)
        also = " It is sent as the authkey, too." if used and used[0] else ""
        yield grave(
            "secret-name",
            "Something called the SSO secret or SSO key was found in this text. "
            f"If it is the real one, whoever reads it can sign in as any customer.{also}",
            f"{CHANGE}; keep the new one on the server, and print only the authkey.",
            each.line,
        )


def browser_hmac(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find an authkey that is computed in the browser, which needs the secret in the page.

    A plain hash doesn't count unless it is the authkey: avatar addresses contain one. Nor does an
    HMAC beside a whole authkey: it signs something else.
    """
    authkey = page.user.get("authkey") if page.user else None
    is_computed = authkey is not None and authkey.kind is Kind.COMPUTED
    is_whole = authkey is not None and AUTHKEY.fullmatch(authkey.text)
    calls = [call for call in page.seen(Clue.HMAC) if is_computed or "hmac" in call.text.lower()]
    calls = [] if is_whole else calls
    public = public_secret(page.source)
    if public is not None:
        yield grave(
            "browser-hmac",
            "A variable puts the SSO secret into code that every browser loads, so everyone can "
            "read it.",
            f"{CHANGE}; compute the authkey on the server, with the secret in a variable that "
            "only the server has.",
            page.source.count("\n", 0, public) + 1,
        )
    elif calls and ("<script" in page.source.lower() or not is_server_code(page)):
        yield grave(
            "browser-hmac",
            "The authkey is computed in the customer's browser. "
            "That takes the SSO secret, so everyone can read it.",
            f"{CHANGE}; compute the authkey on the server, and print only the result.",
            calls[0].line,
        )


def _is_own(account: str, page: Page, secrets: Mapping[str, Secret]) -> bool:
    """Return whether the page is for this account, as far as is known."""
    own = page.account_name or next(iter(secrets))
    return account in {own, ""}


def _found(page: Page, secrets: Collection[Secret]) -> Iterator[tuple[str, int]]:
    """Yield, for each secret, how it is sent as the authkey, and the line of it, 0 for none."""
    source = page.source.replace("\n", _BREAK)
    folded = [text.casefold() for text in rounds(source)] if secrets else []
    texts = [(text, _letters(text)) for text in folded]
    for each in secrets:
        yield _as_authkey(page, each.value) or ("", _line_of(page, texts, each.value))


def _as_authkey(page: Page, secret: str) -> tuple[str, int] | None:
    """Return how the secret is sent as an authkey, and the line.

    The first is empty for a template tag: what is sent is whatever the tag makes of the secret.
    """
    for user in page.users:
        for entry in user.entries:
            if "authkey" in {entry.name, meant_by(entry.name)} and (
                what := disguise(entry.text, secret)
            ):
                return "" if entry.kind is Kind.TEMPLATE else what, entry.line
    return None


def _line_of(page: Page, texts: Iterable[tuple[str, bytes]], secret: str) -> int:
    """Return the line of the secret, however encoded, in one of the texts; 0 without it.

    With each text come its `_letters`, in which a secret is found that was put in pieces.
    """
    value = secret.strip().replace("\n", _BREAK)
    if len(value) < _SHORTEST:
        return 0
    plain = {*rounds(value), *rounds(value.replace(" ", "+"))}  # as forms write a space
    needles = {each.casefold() for one in plain for each in spellings(one)}
    needles = {each for each in needles if len(each) >= _SHORTEST}
    for text, _ in texts:
        for at in filter(lambda at: at >= 0, map(text.find, needles)):
            return text.count(_BREAK, 0, at) + 1
    bare = {each for each in map(_letters, needles) if len(each) >= _SHORTEST_IN_PIECES}
    for text, letters in texts if looks_random(value) else ():
        for at in filter(lambda at: at >= 0, map(letters.find, bare)):
            ends = accumulate(len(_letters(line)) for line in text.split(_BREAK))
            return next(line for line, end in enumerate(ends, 1) if end > at)
    # The reader may have joined the secret from pieces.
    for user in page.users:
        for entry in user.entries:
            if any(needle in entry.text.casefold() for needle in needles):
                return entry.line
    return 0


def _letters(text: str) -> bytes:
    """Return a text without what may separate the pieces of a secret."""
    seen = text if text.isascii() else _UNSEEN.sub("", text)
    return seen.encode("utf-8", "surrogatepass").translate(None, _SIGNS)
