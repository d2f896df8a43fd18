"""Is it an e-mail address, and will it be signed as the shop sends it?"""

import re
from collections.abc import Iterator

from email_validator import EmailNotValidError, validate_email

from reamaze_gui.core.characters import check_ends, check_unseen
from reamaze_gui.core.remark import Fix, Remark, problem, warning

_MAILBOX = re.compile(r"[^<>]*<([^<>]+)>")  # as mail programs copy one: Zoë <zoe@example.org>


def check(email: str, _region: str) -> Iterator[Remark]:
    """Yield what is wrong with an address, by the rules of RFC 5321 and the reserved domains."""
    hidden = [*check_ends(email)] or [*check_unseen(email)]
    if hidden:
        yield from hidden
        return
    # A domain that only lacks a public ending (localhost, shop.test) is somebody's test.
    is_public = _is_address(email)
    if not is_public and not _is_address(f"{email}.example.org"):
        yield _no_address(email)
        return
    if not is_public:
        yield warning("Not reachable on the internet; fine for a test.")
    if any(character.isupper() for character in email):
        yield warning("Capitals count: sign-in fails if the shop spells it otherwise.")


def _no_address(email: str) -> Remark:
    """Return the problem with what is no address, and the address in it if there is one."""
    mailbox = _MAILBOX.fullmatch(email)
    if mailbox and _is_address(mailbox[1]):
        address = Fix(f"Use {mailbox[1]}", mailbox[1])
        return problem("Enter the address alone, without the name.", address)
    joined = "".join(email.split())
    if joined == email:
        return problem("Not an e-mail address. It should look like zoe@example.org.")
    fix = Fix("Remove the space", joined) if _is_address(joined) else None
    return problem("There is a space in the address. An address has none.", fix)


def _is_address(text: str) -> bool:
    try:
        validate_email(text, check_deliverability=False)
    except EmailNotValidError:
        return False
    return True
