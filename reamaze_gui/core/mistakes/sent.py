"""What the page sends, and what else its authkey may have been made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Named = tuple[str, str]  # a value, and what it is called in a sentence


@dataclass(frozen=True, slots=True)
class Sent:
    """What the page sends, and what else may have been used, by what it is called in a sentence.

    `ids` and `emails` may have been signed instead, `more` besides, `keys` used as the key;
    `far_ids` and `far_emails` are less likely: parts, and what stands elsewhere in the page;
    `elsewhere` is what else stands there and is named, `pairs` ids and emails of others there.
    `written` is the id as the page has it, if the browser sends another; `name` the customer's.
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
    pairs: tuple[tuple[Named, Named], ...] = ()
    written: str = ""
    name: str = ""
