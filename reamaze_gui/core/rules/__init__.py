"""Finds what else in a page keeps the customer from being signed in, or is dangerous.

To add a rule: one function, and its line in `RULES`.
"""

from collections.abc import Collection, Mapping

from reamaze_gui.core.authkey import Secret, cleaned
from reamaze_gui.core.page import Page
from reamaze_gui.core.remark import Severity
from reamaze_gui.core.rules import (
    attributes,
    installation,
    leaks,
    scripts,
    server_code,
    user_block,
    value_rules,
)
from reamaze_gui.core.rules.finding import Finding, Rule

__all__ = ["RULES", "Finding", "judge"]

# In the order of their importance.
RULES: tuple[Rule, ...] = (
    leaks.known_secret,
    leaks.named_secret,
    leaks.browser_hmac,
    user_block.other_product,
    scripts.skipped,
    server_code.server_code,
    scripts.typographic_quotes,
    scripts.syntax_error,
    value_rules.template,
    user_block.no_user,
    user_block.nobody,
    user_block.wrong_place,
    scripts.local,
    scripts.undefined,
    scripts.late,
    scripts.held_back,
    user_block.same_authkey,
    user_block.overwritten,
    user_block.spelling,
    user_block.authpath,
    user_block.authkey_missing,
    user_block.authkey_empty,
    user_block.id_missing,
    user_block.email_missing,
    value_rules.nothing,
    value_rules.altered_number,
    value_rules.escaped,
    value_rules.garbled,
    value_rules.authkey_space,
    value_rules.field_checks,
    attributes.attributes,
    installation.no_script,
    installation.no_account,
    installation.malformed_account,
    installation.unknown_account,
    installation.loaded_twice,
    value_rules.computed,
)


def judge(
    page: Page, secrets: Mapping[str, Secret], former: Collection[Secret] = ()
) -> tuple[Finding, ...]:
    """Return what the rules find: the gravest first, then in the order of the page.

    `former` are secrets that are known, and used for nothing but to find them in the page.
    """
    gravity = list(Severity)
    found = [finding for rule in RULES for finding in rule(page, secrets)]
    # One that was pasted with white space or quotes, and corrected since, is the same.
    now = {"", *(cleaned(each.value) for each in secrets.values())}
    others = {value: Secret(value) for each in former if (value := cleaned(each.value)) not in now}
    if leaked := [*leaks.former_secret(page, others.values())] if others else []:
        found = [*leaked, *(each for each in found if each.id != "secret-name")]
    return tuple(sorted(found, key=lambda each: (gravity.index(each.severity), each.line)))
