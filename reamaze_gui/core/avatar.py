"""Checks the address of a picture: whether Re:amaze can show it."""

import ipaddress
import re
from collections.abc import Iterator

import ada_url

from reamaze_gui.core.characters import check_ends, check_unseen
from reamaze_gui.core.remark import Fix, Remark, problem, warning

_HOST_AND_PATH = re.compile(r"(?://)?[^\s:/@.]+(?:\.[^\s:/@.]+)+/.*")


def check(avatar: str, _region: str) -> Iterator[Remark]:
    """Yield what keeps a picture from being shown; the address is read as a browser reads it."""
    hidden = [*check_ends(avatar)] or [*check_unseen(avatar)]
    if hidden:
        yield from hidden
        return
    url = _parsed(avatar)
    if avatar.lower().startswith("data:"):
        yield problem(
            "The picture itself, not its address. Put the picture on the web; enter its address."
        )
    elif url is None or not avatar.lower().startswith(("https://", "http://")):
        yield problem("Not a web address. It must begin with https://", _correction(avatar))
    elif url.username or url.password:
        yield problem("There is a password or token in the address. Use one without.")
    elif _is_local(url.hostname):
        yield warning("Only your own network can open this address; Re:amaze can't.")
    elif url.protocol == "http:":
        yield warning("Browsers block http: pictures on secure pages. Use https: if you can.")


def _parsed(avatar: str) -> ada_url.URL | None:
    try:
        return ada_url.URL(avatar)
    except ValueError:
        return None


def _correction(avatar: str) -> Fix | None:
    """Return the address with its scheme, where only that is missing: host, then a path."""
    address = "https://" + avatar.removeprefix("//")
    url = _parsed(address)
    if not _HOST_AND_PATH.fullmatch(avatar) or url is None or _is_local(url.hostname):
        return None
    return Fix(f"Use {address}", address)


def _is_local(host: str) -> bool:
    """Whether a host is out of the internet's reach; a browser's spelling, [::1] in brackets."""
    try:
        return not ipaddress.ip_address(host.strip("[]")).is_global
    except ValueError:
        name = host.rstrip(".")
        return "." not in name or name.endswith((".localhost", ".local", ".internal", ".test"))
