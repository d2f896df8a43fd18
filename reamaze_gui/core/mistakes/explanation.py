"""How a wrong authkey came about."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from reamaze_gui.core.mistakes import Side, Slip
from reamaze_gui.core.mistakes.lossy import SHORTENED


@dataclass(frozen=True, slots=True)
class Explanation:
    """How the authkey was made: doing it like this gives the very same key.

    `message` is the very text that was signed, as it was written in bytes, `right` the one that
    must be signed, and `side` says which is to be changed: where the page is, `right` is `message`.
    `key` says which key (never the secret itself), `account` whose secret it was, or None where no
    secret of ours was part of it.
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
    def is_shown_short(self) -> bool:
        """Whether nothing is known to be wrong: the authkey is right as far as it was shown."""
        return self.encoding == SHORTENED and len(self.slips) == 1

    def hidden(self, sentence: Callable[[str], str], value: Callable[[str], str]) -> "Explanation":
        """Return it as two ways to hide secrets leave it: in sentences, and in values."""
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
