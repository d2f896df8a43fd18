"""Judges whether the page loads Re:amaze's widget, and for the right account."""

import re
from collections.abc import Iterator, Mapping

from reamaze_gui.core.account import check_account
from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.page import Clue, Kind, Page, Place
from reamaze_gui.core.rules.finding import Finding, problem, warning
from reamaze_gui.core.rules.server_code import is_server_code

_INSTALL = "Add Re:amaze's installation code to the page"
# What browsers answer where there is no `_support`, and what our own line does.
_NO_SUPPORT = re.compile(
    r"_support is not defined|variable: _support|(?<!return ')There is no _support here"
)


def no_script(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find a whole page that does not load Re:amaze's script."""
    if page.is_page and not page.seen(Clue.LOADER) and not is_server_code(page):
        yield problem(
            "no-script",
            "Re:amaze's script is not in this page, so the customer sees no widget.",
            f"{_INSTALL}. If a tag manager or an app adds it later, press Copy console command, "
            "run it in the page's console, and paste the result here.",
        )


def no_support(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find the answer of a console that knows no `_support`."""
    answer = None if page.is_page or page.user else _NO_SUPPORT.search(page.source)
    if answer:
        yield problem(
            "no-support",
            "The console found no _support: Re:amaze is not in this page, or the console was set "
            "to a frame of it.",
            "Choose the page itself (top) above the console and run the line again. If the "
            "answer is the same, add Re:amaze's installation code to the page.",
            page.source.count("\n", 0, answer.start()) + 1,
        )


def no_account(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find a page that loads the script without naming an account."""
    account = page.account
    is_named = account is not None and bool(account.text) and account.kind is not Kind.NOTHING
    if page.user and (page.user.place is Place.DATA or "_support" not in page.source):
        return  # the script that reads the customer may name the account
    if page.is_page and page.seen(Clue.LOADER) and not is_named and not is_server_code(page):
        yield problem(
            "no-account",
            "The page does not name a Re:amaze account.",
            "Add _support['account'] = 'acme'; with the account's own name to the installation "
            "code.",
            account.line if account else 0,
        )


def malformed_account(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find an invalid account name."""
    if page.account and page.account.kind is Kind.TEXT:
        for remark in check_account(page.account.text):
            fix = "Write only the name: _support['account'] = 'acme';"
            yield warning("account", remark.says, fix, page.account.line)


def unknown_account(page: Page, secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find an account whose secret is not known."""
    if page.account and is_account_unknown(page, secrets):
        yield warning(
            "other-account",
            "The page names an account whose SSO secret is not saved here. Whether the brands of "
            "an account share one secret is not documented.",
            "Choose or enter that account above, and save its SSO secret.",
            page.account.line,
        )


def is_account_unknown(page: Page, secrets: Mapping[str, Secret]) -> bool:
    """Return whether the page names an account whose secret is not among the known ones.

    A secret saved without an account may belong to any.
    """
    account = page.account_name
    if any(check_account(account)):
        return False
    known = [each for each in secrets if not any(check_account(each))]  # not `OLD_SECRET`
    return bool(account and known) and "" not in known and account not in known


def loaded_twice(page: Page, _secrets: Mapping[str, Secret]) -> Iterator[Finding]:
    """Find the widget's script in the page more than once."""
    loaders = page.seen(Clue.LOADER)
    if len(loaders) > 1:
        yield warning(
            "twice",
            f"Re:amaze's script is loaded {len(loaders)} times. What that does is not documented.",
            "Keep only one: look for an app or plug-in that adds the other.",
            loaders[1].line,
        )
