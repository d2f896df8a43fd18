"""Keys that may have been used instead of the account's secret."""

from collections.abc import Iterable, Mapping

from reamaze_gui.core.mistakes import COMMON, RARE, Slip, unfilled
from reamaze_gui.core.mistakes.changes import utf_8
from reamaze_gui.core.mistakes.key_changes import FIX

# The name under which a former secret of the current account is given.
OLD_SECRET = "an old secret"  # noqa: S105 - a name, not a secret


def strangers(values: Mapping[str, str]) -> tuple[Slip, ...]:
    """Return the keys that are not made from a secret; `values` are those in the page, by name."""
    says = {
        **_by_sentence(
            "A placeholder was left in as the key: “{}”.",
            unfilled.PLACEHOLDERS,
            unfilled.RARE_PLACEHOLDERS,
        ),
        **_by_sentence(
            "The name of a variable was used as the key, not its value: “{}”.",
            unfilled.VARIABLES,
            unfilled.RARE_VARIABLES,
        ),
        **_by_sentence(
            "The secret was missing: “{}” was used as the key.",
            unfilled.NO_KEY,
            unfilled.RARE_NO_KEY,
        ),
        **{
            f"The {name} was used as the key, not the secret.": (each, COMMON)
            for name, each in values.items()
        },
    }
    return (
        Slip("No key was used: the secret was empty.", FIX, lambda: b"", "an empty key"),
        *(
            Slip(each, FIX, lambda key=key: utf_8(key), f"“{key}”", weight)
            for each, (key, weight) in says.items()
        ),
    )


def _by_sentence(
    sentence: str, common: Iterable[str], rare: Iterable[str]
) -> dict[str, tuple[str, int]]:
    """Return each value once, and its likelihood, by sentence."""
    known = {
        **dict.fromkeys(rare, RARE),
        **dict.fromkeys(common, COMMON),
    }
    return {sentence.format(value): (value, weight) for value, weight in known.items()}


def old_secret() -> Slip:
    """Return the slip of using a former secret of the account."""
    return Slip(
        "The authkey was made with an old secret of this account.",
        "Put the current SSO secret into the shop's server.",
        lambda secret: utf_8(secret.value),
    )


def other_account(current: str) -> Slip:
    """Return the slip of using the secret of another account, which is not named."""
    says = f"The secret of another account of yours was used, not that of {current}."
    fix = f"Use the SSO secret of {current}." if current else FIX
    return Slip(
        says if current else "The secret of another account of yours was used.",
        fix,
        lambda secret: utf_8(secret.value),
    )


def key_of(account: str, current: str | None) -> str:
    """Return a description of an account's secret for a report on the current account, if known."""
    if account == OLD_SECRET:
        return "an old SSO secret"
    if account != current:
        return "the SSO secret of another account"
    return f"the SSO secret of {account}" if account else "the SSO secret"
