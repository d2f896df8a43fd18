"""Makes the authkey that proves to Re:amaze who the customer is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reamaze_gui.core.characters import check_invisible, check_length
from reamaze_gui.core.remark import Fix, Remark, problem, warning

# A whole authkey in a longer text, in lower case as it must be or in upper case by mistake.
AUTHKEY = re.compile("(?<![0-9A-Za-z])[0-9A-Fa-f]{64}(?![0-9A-Za-z])")


@dataclass(frozen=True, slots=True)
class Secret:
    """An account's SSO secret, which no `repr`, log line or traceback shows.

    >>> Secret("never shown")
    Secret(…)
    """

    value: str = field(repr=False)

    def __repr__(self) -> str:
        return "Secret(…)"


def message(id: str, email: str) -> str:
    """Return the text that is signed: id and email as sent, joined by a colon.

    >>> message("48151623", "zoe@example.org")
    '48151623:zoe@example.org'
    """
    return f"{id}:{email}"


def authkey(secret: Secret, id: str, email: str) -> str:
    """Return the HMAC-SHA256 of `message(id, email)` under the secret: 64 lower-case hex digits.

    Key and message are UTF-8, not normalised (see the vendor's page on authentication).
    Raises UnicodeEncodeError for a lone surrogate, which UTF-8 can't express.
    """
    import hmac  # slow to import, since it loads OpenSSL

    return hmac.digest(secret.value.encode(), message(id, email).encode(), "sha256").hex()


def check_secret(secret: str) -> Iterator[Remark]:
    """Yield what looks wrong with a typed or pasted secret."""
    yield from check_length(secret)
    if any("\ud800" <= character <= "\udfff" for character in secret):
        yield problem("The secret contains a broken character. Copy it from Re:amaze again.")
        return
    clean = cleaned(secret)
    if not clean:
        yield problem("This is only white space or quotes. Copy the secret again.")
        return
    if clean == secret:
        # Only a warning: which characters a secret may have is not documented.
        for each in check_invisible(secret):
            yield warning(f"{each.says} The secret may have been copied incorrectly.", each.fix)
    elif clean == secret.strip():
        yield warning(
            "The secret starts or ends with white space.",
            Fix("Remove the white space", clean),
        )
    else:
        yield warning("The secret is in quotes.", Fix("Remove the quotes", clean))


def cleaned(secret: str) -> str:
    """Return a secret without the white space and quotes around it."""
    return _unquoted(secret.strip())


def _unquoted(text: str) -> str:
    for opening, closing in ('""', "''", "``", "“”", "‘’"):
        if len(text) > 1 and text.startswith(opening) and text.endswith(closing):
            return text[1:-1].strip()
    return text
