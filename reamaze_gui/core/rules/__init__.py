"""Finds what else in a page prevents sign-in or is dangerous.

To add a rule: one function, and its line in `RULES`.
"""

from collections.abc import Collection, Mapping

from reamaze_gui.core.authkey import Secret, cleaned
from reamaze_gui.core.page import Page
from reamaze_gui.core.rules import (
    attributes,
    installation,
    leaks,
    scripts,
    server_code,
    user_block,
    values,
)
from reamaze_gui.core.rules.finding import Finding, Rule

__all__ = ["RULES", "Finding", "judge"]

# By importance, which is the order in which the findings are told and one of them is chosen as the
# headline: first leaks, then what by itself keeps the customer signed out.
RULES: tuple[Rule, ...] = (
    leaks.known_secret,
    leaks.named_secret,
    leaks.browser_hmac,
    server_code.server_code,
    user_block.other_product,
    scripts.skipped,
    scripts.typographic_quotes,
    scripts.cut,
    scripts.syntax_error,
    values.template,
    user_block.authpath,
    installation.no_support,
    user_block.no_user,
    installation.no_account,
    installation.no_script,
    user_block.wrong_place,
    scripts.local,
    scripts.undefined,
    user_block.spelling,
    scripts.late,
    scripts.held_back,
    user_block.same_authkey,
    user_block.overwritten,
    user_block.other_authkey,
    user_block.nobody,
    user_block.authkey_missing,
    user_block.authkey_empty,
    user_block.id_missing,
    user_block.email_missing,
    values.nothing,
    values.computed,
    installation.unknown_account,
    values.altered_number,
    values.escaped,
    values.garbled,
    values.authkey_space,
    values.field_checks,
    attributes.attributes,
    installation.malformed_account,
    installation.loaded_twice,
)


def judge(
    page: Page, secrets: Mapping[str, Secret], former: Collection[Secret] = ()
) -> tuple[Finding, ...]:
    """Return what the rules find, in their order.

    `former` are known secrets that are only looked for in the page.
    """
    found = [finding for rule in RULES for finding in rule(page, secrets)]
    # A secret pasted with white space or quotes, and corrected since, is not a former one.
    current = {"", *(cleaned(each.value) for each in secrets.values())}
    values = dict.fromkeys(cleaned(each.value) for each in former)
    others = [Secret(each) for each in values if each not in current]
    if leaked := [*leaks.former_secret(page, others)] if others else []:
        found = [*leaked, *(each for each in found if each.id != "secret-name")]
    return tuple(found)
