"""Explains how a wrong authkey was made."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from reamaze_gui.core.mistakes import Side, Slip
from reamaze_gui.core.mistakes.lossy import SHORTENED

UNSIGNED = "none"  # in place of an algorithm


@dataclass(frozen=True, slots=True)
class Explanation:
    """How the authkey was made; repeating these steps gives the same authkey.

    `message` is the exact text that was signed, `right` the one that must be signed, and `side`
    what must be changed: if that is the page, `right` equals `message`. `key` describes the key
    (never the secret itself); `account` is the one whose secret was used, or None if no known
    secret was.
    """

    message: str
    right: str
    side: Side
    key: str
    account: str | None
    algorithm: str
    encoding: str
    slips: tuple[Slip, ...]

    @property
    def is_unsigned(self) -> bool:
        """Whether the authkey is no digest at all: the secret, or the text of id and email."""
        return self.algorithm == UNSIGNED

    @property
    def is_shown_short(self) -> bool:
        """Whether the authkey was only shortened when copied, and is right as far as it goes."""
        return self.encoding == SHORTENED and len(self.slips) == 1

    def hidden(self, sentence: Callable[[str], str], value: Callable[[str], str]) -> "Explanation":
        """Return it with secrets hidden, by one function in sentences and another in values."""
        return replace(
            self,
            message=value(self.message),
            right=value(self.right),
            key=sentence(self.key),
            slips=tuple(
                replace(each, says=sentence(each.says), fix=sentence(each.fix))
                for each in self.slips
            ),
        )
