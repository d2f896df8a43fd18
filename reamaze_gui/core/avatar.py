"""Checks whether Re:amaze can show the picture at an address."""

import ipaddress
import re
from collections.abc import Iterator

import ada_url

from reamaze_gui.core.characters import check_ends, check_invisible
from reamaze_gui.core.remark import Fix, Remark, problem, use, warning

_HOST_AND_PATH = re.compile(r"(?://)?[^\s:/@.]+(?:\.[^\s:/@.]+)+/.*")


def check(avatar: str, _region: str) -> Iterator[Remark]:
    """Yield what keeps a picture from being shown; the address is parsed as in a browser."""
    invisible = [*check_ends(avatar)] or [*check_invisible(avatar)]
    if invisible:
        yield from invisible
        return
    url = _parsed(avatar)
    if avatar.lower().startswith("data:"):
        yield problem("This is the picture itself. Put it on the web, and enter its address.")
    elif url is None or not avatar.lower().startswith(("https://", "http://")):
        yield problem("Not a web address. It must begin with https://", _correction(avatar))
    elif url.username or url.password:
        yield problem("The address contains a password or token. Use one without.")
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
    """Return the address with https://, if only the scheme is missing."""
    address = "https://" + avatar.removeprefix("//")
    url = _parsed(address)
    if not _HOST_AND_PATH.fullmatch(avatar) or url is None or _is_local(url.hostname):
        return None
    return use(address)


def _is_local(host: str) -> bool:
    """Return whether a host can't be reached from the internet; IPv6 comes in brackets: [::1]."""
    try:
        return not ipaddress.ip_address(host.strip("[]")).is_global
    except ValueError:
        name = host.rstrip(".")
        return "." not in name or name.endswith((".localhost", ".local", ".internal", ".test"))
