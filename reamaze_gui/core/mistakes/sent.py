"""The values that the page sends, and others that its authkey may have been made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Named = tuple[str, str]  # a value, and its name in a sentence


@dataclass(frozen=True, slots=True)
class Sent:
    """The values that the page sends, and others by their names in a sentence.

    `ids` and `emails` may have been signed instead, `more` in addition, and `keys` used as the key.
    `far_ids` and `far_emails` are less likely: parts of the values, and values found elsewhere in
    the page. `elsewhere` are further named values found there. `written` is the id as written in
    the page, if the browser sends a different one; `name` is the customer's. `account` is the one
    that the page names, if its secret is known: empty if the page names none, None if it names an
    unknown one, whose secret may be any of ours.
    """

    id: str
    email: str
    ids: Mapping[str, str] = field(default_factory=dict)
    emails: Mapping[str, str] = field(default_factory=dict)
    more: Mapping[str, str] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)
    far_ids: Mapping[str, str] = field(default_factory=dict)
    far_emails: Mapping[str, str] = field(default_factory=dict)
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    written: str = ""
    name: str = ""
    account: str | None = ""
