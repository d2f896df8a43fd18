"""Collects the values in the page, or entered by the user, that may have been signed instead."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice

from reamaze_gui.core.customer import FIELDS, Customer
from reamaze_gui.core.mistakes.changes import slug
from reamaze_gui.core.mistakes.sent import Named, Sent
from reamaze_gui.core.page import Entry, Kind, Page, User
from reamaze_gui.core.rules.entries import misspelt
from reamaze_gui.core.spelling import names_secret

SURE = {Kind.TEXT, Kind.NUMBER}

_LONGEST = 500  # characters of a value that may have been signed; longer ones are no id or email
_MOST = 12  # values that are tried in place of the id, and of the email
_MOST_BESIDES = 3
_MOST_ELSEWHERE = 100  # addresses and labels that are looked at
_LONGEST_PART = 64  # characters before the @ of an address
_BREAK = "\n"
_LABELLED = re.compile(
    r"""(?:(?:user|customer|member|client|contact|shopper|visitor)
            (?:[ _-]?(?:id|number|no)["'\]]{0,2}\s{0,3}[:=\#]\s{0,3}["']?
            |\ (?:no\.?\ ?|\#)?(?=\d))
        |\b[cu]id["'\]]{0,2}\s{0,3}[:=\#]\s{0,3}["']?)
    ([\w-]{1,40})""",
    re.IGNORECASE | re.VERBOSE,
)
# Values whose names suggest that they belong to somebody, or to the moment.
_NAMED = re.compile(
    r"""(?:user|customer|member|client|contact|shopper|visitor|buyer|profile|person|account|login|nick
        |handle|phone|mobile|\btel|\b[cgu]*uid|session|token|nonce|time|\bts\b|brand|shop|store|site)
    [\w-]{0,20}["'\]]{0,2}\s{0,3}[:=\#>]\s{0,3}["']?([^\s"'<>,;&{(\[]{1,64})""",
    re.IGNORECASE | re.VERBOSE,
)
# Addresses that Cloudflare hides: the first byte is the key for all others.
_HIDDEN = re.compile(r"""(?:data-cfemail=["']|/email-protection\#)([0-9a-f]{10,200})""")
_OWN = ("id", "email", "authkey")


def entries_by_meaning(user: User | None) -> dict[str, Entry]:
    """Return the entries by their intended names, so that misspelt ones are diagnosed too."""
    return {**misspelt(user), **{each.name: each for each in user.entries}} if user else {}


def what_is_sent(page: Page, customer: Customer, also: Iterable[Customer]) -> Sent | None:
    """Return the values that may have been signed; None if the id or email can't be known.

    `also` are values that may have been signed instead of those in the page.
    """
    entries = entries_by_meaning(page.user)
    own = [entries[name] for name in ("id", "email") if name in entries]
    if any(each.kind is Kind.COMPUTED or len(each.text) > _LONGEST for each in own):
        return None
    others = [(each.text, f"the {each.name}") for each in _others(page.user)]
    also = [*also]
    account = page.account.text if page.account else ""
    written = entries["authkey"].text if "authkey" in entries else ""
    authkey = written.casefold()
    source = page.source.replace(written, " " * len(written)) if "@" in written else page.source
    far_ids = _elsewhere(source, _found(_LABELLED, source))
    far_emails = _elsewhere(source, _addresses(source))

    def others_than(sent: str, *values: Iterable[Named], most: int = _MOST) -> Mapping[str, str]:
        """Return the values except the one that the page sends, and its authkey."""
        named = (each for each in chain(*values) if each[0] != sent)
        return _by_name((each for each in named if each[0].casefold() != authkey), most)

    return Sent(
        customer.id,
        customer.email,
        others_than(
            customer.id,
            [(customer.email, "the email"), *others],
            _entered(also, skipped="email"),
            _of_overwritten(page),
        ),
        others_than(
            customer.email,
            [(customer.id, "the ID"), *_with_name(customer), *others],
            _entered(also, skipped="id"),
            _of_overwritten(page),
        ),
        others_than("", others[:_MOST_BESIDES], [(account, "the account")]),
        _by_name(
            [
                *((customer.id, "ID"), (customer.email, "email"), (account, "account's name")),
                *(_addresses_of(account) if account else ()),
            ]
        ),
        others_than(customer.id, _parts(customer, account), far_ids),
        others_than(customer.email, far_emails),
        others_than(
            "",
            ((value, f"the {name}") for value, name in _addresses_of(account) if account),
            _elsewhere(source, _found(_NAMED, source)),
            most=_MOST_ELSEWHERE,
        ),
        _rewritten(entries.get("id")),
        customer.name,
    )


def _others(user: User | None) -> list[Entry]:
    entries = user.entries if user else ()
    return [
        each
        for each in entries[:_MOST]
        if each.kind in SURE and each.name not in _OWN and not names_secret(each.name)
    ]


def _rewritten(id: Entry | None) -> str:
    """Return the id as written in the page, if a browser would change it."""
    is_changed = id and id.kind is Kind.NUMBER and id.written != id.text
    return id.written if id and is_changed else ""


def _with_name(customer: Customer) -> Iterator[Named]:
    if customer.name:
        yield f"{customer.name} <{customer.email}>", "the name with the email in angle brackets"
        quoted = f'"{customer.name}" <{customer.email}>'
        yield quoted, "the name in quotes with the email in angle brackets"


def _parts(customer: Customer, account: str) -> Iterator[Named]:
    """Yield identifiers that shops derive from a customer's values."""
    local = customer.email.partition("@")[0]
    yield local, "the part of the email before the @"
    yield local.partition("+")[0].lower(), "the part of the email before + and @"
    if name := slug(customer.name):
        yield f"{customer.id}-{name}", "the ID with the name, as in a page's address"
        yield name, "the name as in a page's address"
    for model in ("User", "Customer"):
        yield f"gid://{account}/{model}/{customer.id}", f"the ID as Rails names a {model} (gid://…)"


def _addresses_of(account: str) -> Iterator[Named]:
    yield f"{account}.reamaze.com", "account's address"
    yield f"{account}.reamaze.io", "account's address at reamaze.io"
    yield f"https://{account}.reamaze.com", "account's address with https"
    yield f"{account}.myshopify.com", "account's address at Shopify"


def _entered(also: Iterable[Customer], skipped: str) -> Iterator[Named]:
    for other in also:
        for each in FIELDS:
            if each.name != skipped:
                value = getattr(other, each.name)
                yield value, f"“{value}”, which you entered under Also try,"


def _of_overwritten(page: Page) -> Iterator[Named]:
    for user in page.overwritten:
        for entry in user.entries[:_MOST]:
            if entry.kind in SURE and entry.name != "authkey":
                name = "ID" if entry.name == "id" else entry.name
                yield entry.text, f"the {name} on line {entry.line}, replaced later,"


def _elsewhere(source: str, found: Iterable[tuple[str, int]]) -> list[Named]:
    """Return the values with the line in which each stands."""
    return [(value, f"“{value}” (line {source.count(_BREAK, 0, at) + 1})") for value, at in found]


def _addresses(source: str) -> Iterator[tuple[str, int]]:
    """Yield the email addresses in a text, and their indices."""
    for sign in islice(re.finditer("@", source), _MOST_ELSEWHERE):
        at = sign.start()
        local = re.search(r"[\w+][\w.+'-]*\Z", source[max(0, at - _LONGEST_PART) : at])
        domain = re.compile(r"@[\w-]+(?:\.[\w-]+)+").match(source, at, at + 4 * _LONGEST_PART)
        if local and domain:
            yield local[0] + domain[0], at
    for hidden in islice(_HIDDEN.finditer(source), _MOST_ELSEWHERE):
        key, *coded = bytes.fromhex(hidden[1][: len(hidden[1]) // 2 * 2])
        yield bytes(key ^ each for each in coded).decode("utf-8", "replace"), hidden.start()


def _found(named: re.Pattern[str], source: str) -> Iterator[tuple[str, int]]:
    """Yield the values that follow a name in a text, and their indices."""
    for match in islice(named.finditer(source), _MOST_ELSEWHERE):
        yield match[1], match.start(1)


def _by_name(values: Iterable[Named], most: int = _MOST) -> Mapping[str, str]:
    """Return the first few different values, by their names in a sentence."""
    found: dict[str, str] = {}
    for value, name in values:
        if 0 < len(value) <= _LONGEST and len(found) < most:
            found.setdefault(value, name)
    return {name: value for value, name in found.items()}
