"""How is a secret kept out of what is said?"""

import re
from collections.abc import Callable, Iterable
from functools import partial

from reamaze_gui.core.authkey import Secret

_SHORTEST = 4  # characters; shorter ones would blot out everything


def hider(secrets: Iterable[Secret]) -> Callable[[str], str]:
    """Return what takes these secrets out of a text.

    >>> hider([Secret("opensesame")])("The id is “opensesame”.")
    'The id is “[the secret]”.'
    """
    values = sorted({each.value for each in secrets}, reverse=True)  # abcde before abcd
    known = [re.escape(each) for each in values if len(each) >= _SHORTEST]
    return partial(re.sub, "|".join(known), "[the secret]") if known else str
