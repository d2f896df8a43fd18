"""Judges whether the page sets exactly one customer, complete and where Re:amaze looks."""

import re
from collections.abc import Iterable, Iterator, Mapping

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.page import Clue, Kind, Page, Place, User
from reamaze_gui.core.rules.entries import is_nobody, judged_user, lacks, misspelt
from reamaze_gui.core.rules.finding import Finding, problem, warning
from reamaze_gui.core.rules.installation import no_support
from reamaze_gui.core.rules.server_code import is_server_code

# Each has a rule of its own that says why no customer was found.
_EXPLAINED = (
    Clue.OTHER_PRODUCT,
    Clue.SKIPPED,
    Clue.SYNTAX,
    Clue.CURLY,
    Clue.LOCAL,
    Clue.UNDEFINED,
    Clue.TAG,
)

_SIGNED = ("id", "email", "authkey")
_AUTHKEY = re.compile(r"auth_?key(?:%(?:25)*[0-9a-f]{2}|\W){1,12}([0-9a-f]{64})\b", re.IGNORECASE)
_WRONG_PLACES = {
    Place.UI: "The customer is set under _support['ui'], where Re:amaze looks only for settings.",
    Place.ELSEWHERE: "The customer is set in an object that Re:amaze does not read.",
}


def no_user(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find that there is no customer, for no known reason."""
    explained = any(map(page.seen, _EXPLAINED)) or is_server_code(page)
    explained = explained or any(no_support(page, {}))
    not_installed = page.is_page and not page.account and not page.seen(Clue.LOADER)
    if page.user is None and not (explained or not_installed or page.overwritten):
        yield problem(
            "no-user",
            "There is no customer in the text: an ID, an email and an authkey for Re:amaze.",
            "Sign in to the shop and copy the page again. If there is still none, press Copy "
            "console command, run it in the page's console, and paste the result here.",
        )


def other_product(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find another product's snippet without one of Re:amaze's."""
    for sighting in page.seen(Clue.OTHER_PRODUCT)[:1]:
        if page.user is None:
            yield problem(
                "other-product",
                f"This is {sighting.text}'s snippet; no Re:amaze customer is in this text.",
                "Ask for the page with Re:amaze's own snippet, which contains _support.",
                sighting.line,
            )


def nobody(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find a customer without ID and email, as shops print for visitors."""
    if page.user and is_nobody(page.user) and not is_server_code(page):
        yield problem(
            "nobody",
            "The page has no value for the customer's ID and email, so it signs nobody in.",
            "Sign in to the shop and copy the page again. If there is still none, the shop's "
            "template reads the wrong variables, or a cache serves a visitor's page.",
            page.user.line,
        )


def wrong_place(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find a customer where Re:amaze does not look."""
    user = judged_user(page)
    if user and user.place in _WRONG_PLACES:
        is_sure = "_support" in page.source  # else a script elsewhere must write it
        unless = "" if is_sure else ", unless another script passes the customer on"
        yield (problem if is_sure else warning)(
            "place",
            f"{_WRONG_PLACES[user.place]} Nobody is signed in{unless}.",
            "Write _support['user'] = { id: …, email: …, authkey: … };",
            user.line,
        )


def same_authkey(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find customers who share an authkey."""
    if page.user and any(_share_authkey(page, each, page.user) for each in page.overwritten):
        yield problem(
            "same-authkey",
            "Two customers have the same authkey, which can be right for only one of them: it is "
            "hard-coded, or comes from a cache.",
            "Compute the authkey separately for each customer, and keep pages of signed-in "
            "customers out of the cache.",
            page.user.line,
        )


def other_authkey(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find an authkey in the text that no judged customer has."""
    user = judged_user(page)
    authkey = user.get("authkey") if user else None
    judged = [each.get("authkey") for each in page.overwritten]
    known = {each.text.strip().lower() for each in (authkey, *judged) if each}
    keys = _AUTHKEY.finditer(page.source)
    found = (key for key in keys if not any(key[1].lower() in each for each in known))
    other = next(found, None) if authkey and authkey.kind is Kind.TEXT else None
    if authkey and other:
        line = page.source.count("\n", 0, other.start()) + 1
        checked = "one of them" if line == authkey.line else f"the one on line {authkey.line}"
        yield warning(
            "other-authkey",
            f"There is another authkey in this text, on line {line}: only {checked} was checked.",
            "If the other one is meant, paste its part of the text alone.",
            line,
        )


def overwritten(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find values that are replaced by different ones."""
    user = page.user
    replaced = [
        each
        for each in page.overwritten
        if user and not is_nobody(each)
        if _differ(each, user) and not _share_authkey(page, each, user)
    ]
    if user and replaced:
        yield problem(
            "overwritten",
            f"The customer is set more than once: the values on line {replaced[-1].line} are "
            "replaced here by others, and the last ones count.",
            "Keep one snippet, the one with the right authkey.",
            user.line,
        )
    if not user and page.overwritten:
        yield problem(
            "overwritten",
            "The customer who is set here is removed again further down, so nobody is signed in.",
            "Keep one snippet, the one with the right authkey.",
            page.overwritten[-1].line,
        )


def spelling(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find misspelt names."""
    user = judged_user(page)
    for name, entry in misspelt(user).items() if user else ():
        needed = name in ("id", "email", "authkey")
        shown = entry.name.replace("“", '"').replace("”", '"')
        yield (problem if needed else warning)(
            "spelling",
            f"Re:amaze does not read “{shown}”; the name must be exactly {name}.",
            f"Write {name} instead of “{shown}”.",
            entry.line,
        )


def authpath(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find the authpath that sites built with GoDaddy have instead of an authkey."""
    user = judged_user(page)
    entry = user.get("authpath") if user else None
    if user and entry and lacks(user, "authkey"):
        yield problem(
            "authpath",
            "There is an authpath instead of an authkey. Sites built with GoDaddy have it for "
            "every visitor; it names no customer, and what it does is not documented.",
            "Send the customer's ID, email and an authkey instead, computed on the server.",
            entry.line,
        )


def authkey_missing(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find an ID without an authkey that proves it; name and email alone are Weak SSO."""
    user = judged_user(page)
    if user and _lost(user, "authkey") and not lacks(user, "id") and not user.get("authpath"):
        yield problem(
            "authkey-missing",
            "There is an ID but no authkey, so the customer is not signed in and sees no past "
            "conversations.",
            "Compute the authkey on the server, and send it with the ID and email.",
            user.line,
        )


def authkey_empty(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find an empty authkey."""
    user = judged_user(page)
    entry = user.get("authkey") if user else None
    if entry and not entry.text:
        yield problem(
            "authkey-empty",
            "The authkey is empty, so the customer is not signed in.",
            "Find out why on the server: often the secret is not set there, or the variable has "
            "another name.",
            entry.line,
        )


def id_missing(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find an authkey without the ID that was signed."""
    user = judged_user(page)
    if user and lacks(user, "id") and not lacks(user, "authkey") and not user.get("authpath"):
        yield problem(
            "id-missing",
            "There is an authkey but no ID: an authkey is made from ID and email.",
            "Send the customer's ID as id, and sign the same: id:email.",
            user.line,
        )


def email_missing(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find a customer without email."""
    user = judged_user(page)
    if user and lacks(user, "email") and not user.get("authpath"):
        yield problem(
            "email-missing",
            "The customer's email is missing: an authkey is made from ID and email.",
            "Send the customer's email as email, and sign the same: id:email.",
            user.line,
        )


def _lost(user: User, name: str) -> bool:
    return user.get(name) is None and lacks(user, name)


def _text(user: User, name: str) -> str:
    entry = user.get(name)
    return entry.text if entry else ""


def _differ(one: User, other: User, names: Iterable[str] = _SIGNED) -> bool:
    """Return whether one of these values differs, as far as both are known."""
    entries = (*one.entries, *other.entries)
    computed = {each.name for each in entries if each.kind is Kind.COMPUTED}
    return any(_text(one, name) != _text(other, name) for name in {*names} - computed)


def _share_authkey(page: Page, one: User, other: User) -> bool:
    """Return whether two customers have an authkey that the page has for each of them."""
    authkey = _text(one, "authkey")
    is_once = page.source.count(authkey) == 1  # one customer, whose values were set one by one
    is_same = authkey != "" and authkey == _text(other, "authkey")
    return is_same and not is_once and _differ(one, other, ("id", "email"))
