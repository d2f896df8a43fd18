"""Writes the reply to the merchant, in plain sentences that can be sent as they are."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from unicodedata import normalize

from reamaze_gui.core.authkey import Secret, message
from reamaze_gui.core.diagnosis import Explanation, Report, Verdict
from reamaze_gui.core.mistakes import Side
from reamaze_gui.core.mistakes.shapes import NOT_WHOLE, ONE_DIGIT
from reamaze_gui.core.remark import Severity
from reamaze_gui.core.report.headline import (
    ABOUT_VALUES,
    OTHER_ACCOUNT,
    certain_part,
    headline,
    is_customer_known,
    leaks,
    without_repeats,
)
from reamaze_gui.core.report.languages import language_of
from reamaze_gui.core.report.masked import masked
from reamaze_gui.core.report.merchant_words import (
    CONSOLE,
    FOR_MERCHANT,
    PAGE_AGAIN,
    about,
    please,
    quoted,
    reworded,
    where_to_change,
)
from reamaze_gui.core.report.visible import exact, shortened
from reamaze_gui.core.rules import Finding
from reamaze_gui.core.rules.server_code import what_is_signed
from reamaze_gui.core.rules.signed_code import signed_code
from reamaze_gui.core.sentences import first_sentence

_MAX_FURTHER = 3  # findings that follow the main one
# Findings that are not worth a merchant's time beside another fault.
_NOT_FURTHER = {OTHER_ACCOUNT, "skipped", "account", "no-user"}

_AFTERWARDS = (
    "Once you have changed this, please load the page again as this customer. If they are still "
    "not signed in, send us the new page and we will take another look."
)


def reply(
    report: Report, *, secrets: Iterable[Secret] = (), greeting: str = "", signature: str = ""
) -> str:
    """Return what to write to the merchant: no Markdown, no secret, no whole authkey, no button.

    `greeting` and `signature` stand above and below it, where there are any.
    """
    report, mask = masked(report, secrets)
    found = leaks(report)
    if found:
        body = _about_leaks(report, found)
    elif report.explanation:
        body = _explained(report, report.explanation)
    else:
        body = _PARTS[report.verdict](report)
    parts = [greeting.strip(), *map(mask.sentence, body), signature.strip()]
    return "\n\n".join(filter(None, parts))


def _about_leaks(report: Report, found: Iterable[Finding]) -> Iterator[str]:
    yield "Please deal with this first, because it puts all your customers at risk."
    yield from (about(report, each) for each in found)
    explanation = report.explanation
    if explanation and not explanation.is_unsigned:
        yield "The authkey is not made correctly either."
        yield from _mistakes(explanation)
    yield "Once the new secret is in use, please send us the page again and we will check it."


def _correct(report: Report) -> Iterator[str]:
    cause = headline(report).cause
    if cause is None:
        yield (
            f"We have checked what you sent us. The authkey is right for {_who(report)}, and we "
            "found nothing else that would keep the customer from being signed in."
        )
        yield from _further(report)
        yield (
            "If the customer still does not see their past conversations, please tell us which "
            "browser they use, whether it is a private window, and which email address they wrote "
            "to you from before."
        )
        return
    yield about(report, cause)
    if cause.id in ABOUT_VALUES:
        yield (
            f"The authkey is right for {_who(report)}. If the ID or the email changes, it must be "
            "made again."
        )
    elif cause.id != OTHER_ACCOUNT:
        yield f"The authkey itself is right for {_who(report)} and can stay as it is."
    yield from _further(report, cause)
    yield _AFTERWARDS


def _explained(report: Report, explanation: Explanation) -> Iterator[str]:
    if explanation.is_shown_short:
        yield (
            f"The authkey in what you sent us is shortened (…). The part we can see is right for "
            f"{_who(report)}, but we need all of it. {PAGE_AGAIN}"
        )
        yield from _further(report)
        return
    if explanation.side is Side.PAGE:
        yield (
            "The authkey on your page is correct, but the page sends different values from those "
            "it was made for, so Re:amaze does not sign the customer in."
        )
        yield from _mistakes(explanation)
        yield (
            f"The authkey was made for {quoted(explanation.right)}, but the page sends "
            f"{quoted(_sent(report))}{where_to_change(report)}."
        )
    else:
        where = where_to_change(report)
        yield (
            f"The authkey on your page{where} does not match {_who(report)}, so Re:amaze does not "
            "sign the customer in. We were able to reproduce this authkey exactly, so we know what "
            "went wrong."
        )
        yield from _mistakes(explanation)
        if shortened(explanation.message) != shortened(explanation.right) and explanation.message:
            yield "Your server signed {}. It must sign {}.".format(*_distinguishable(explanation))
        yield from _in_their_language(report)
    yield from _further(report)
    yield _AFTERWARDS


def _distinguishable(explanation: Explanation) -> tuple[str, str]:
    """Return what was signed and what must be, in quotes; accents are named if only they differ."""
    texts = explanation.message, explanation.right
    if len({normalize("NFC", each) for each in texts}) > 1:
        return quoted(texts[0]), quoted(texts[1])
    return f"“{exact(texts[0])}”", f"“{exact(texts[1])}”"


def _unexplained(report: Report) -> Iterator[str]:
    certain, cause = certain_part(report), headline(report).cause
    if not report.authkey or not (certain or is_customer_known(report)):
        not_shown = f"We cannot tell from what you sent us which authkey the page sends. {CONSOLE}"
        yield about(report, cause) if cause else not_shown
        yield from _further(report, cause)
        return
    if report.shape in {ONE_DIGIT, *NOT_WHOLE}:
        yield f"{first_sentence(certain)}. {PAGE_AGAIN}"
        yield from _further(report)
        return
    ours, account = "SSO secret that we have for your account", ""
    if not report.page.account_name:
        ours = "SSO secrets that we have"
        account = (
            "for which Re:amaze account the page is meant (the acme of acme.reamaze.com), and "
        )
    if certain:
        yield reworded(certain)
    else:
        where = where_to_change(report)
        yield (
            f"We checked the authkey on your page{where} with the {ours}, and it does not match "
            f"{_who(report)}. It has the right form, so a different text was signed or a different "
            "secret was used. We could not find out which."
        )
    yield from _how_to_sign(report)
    yield from _further(report)
    yield (
        "If that does not help, please send us the line of your server's code that makes the "
        f"authkey, with the SSO secret removed. Please also tell us {account}whether the secret "
        "was changed recently, and whether this customer has, or had, a different ID or email "
        "address in your shop."
    )


def _weak(report: Report) -> Iterator[str]:
    cause = headline(report).cause
    if cause:
        yield about(report, cause)
    else:
        yield (
            "The page tells Re:amaze who the customer is but does not prove it, because it sends "
            "no authkey. Re:amaze fills in its forms with these values but does not sign the "
            "customer in, so they do not see their past conversations."
        )
        yield "To show these, the page must also send the customer's ID and an authkey."
    yield from _how_to_sign(report)
    yield from _further(report, cause)
    yield _AFTERWARDS


def _no_secret(report: Report) -> Iterator[str]:
    if report.authkey and (certain := certain_part(report)):
        yield reworded(certain)
        yield from _how_to_sign(report)
        yield from _further(report)
        yield _AFTERWARDS
        return
    yield "We have read what you sent us, but we cannot check the authkey yet."
    yield from _further(report)
    account = report.page.account_name
    yield (
        f"To check it, we need somebody who administers the Re:amaze account {quoted(account)}, "
        "which the page names. Please tell us who that is."
        if account
        else "Please tell us for which Re:amaze account the page is meant (the acme of "
        "acme.reamaze.com), and who administers it."
    )
    yield (
        "Please do not send us the SSO secret itself: anyone who has it can sign in as any of your "
        "customers."
    )


def _no_user(report: Report) -> Iterator[str]:
    cause = headline(report).cause
    if cause is None:
        yield " ".join(FOR_MERCHANT["no-user"])
    elif cause.id == "server-code":
        yield "Thank you for sending your server's code."
        if signed := signed_code(report.page.source):
            yield f"It {what_is_signed(signed)}"
        if cause.line:
            yield from _how_to_sign(report)
        yield f"Only the page shows what your shop really sends for a customer. {PAGE_AGAIN}"
    else:
        yield (said := about(report, cause))
        if cause.id == "authpath":
            yield from _how_to_sign(report)
        if "send us" not in said:
            yield _AFTERWARDS
    yield from _further(report, cause)


_PARTS = {
    Verdict.CORRECT: _correct,
    Verdict.UNEXPLAINED: _unexplained,
    Verdict.WEAK: _weak,
    Verdict.NO_SECRET: _no_secret,
    Verdict.NO_USER: _no_user,
}


def _mistakes(explanation: Explanation) -> Iterator[str]:
    for fix, slips in groupby(explanation.slips, key=lambda slip: slip.fix):
        says = " ".join(reworded(slip.says) for slip in slips)
        yield f"{says} {please(reworded(fix))}"


def _further(report: Report, said: Finding | None = None) -> Iterator[str]:
    """Yield what else should be changed in the page."""
    others = [
        each
        for each in without_repeats(report)
        if each is not said and each.severity is not Severity.WARNING
        if each.id not in _NOT_FURTHER
    ]
    for each in others[:_MAX_FURTHER]:
        yield f"{'' if each.is_of_field else 'We also noticed: '}{about(report, each)}"


def _how_to_sign(report: Report) -> Iterator[str]:
    """Yield how to make the authkey."""
    is_known = is_customer_known(report)
    known = f" ({quoted(_sent(report))} for this customer)" if is_known else ""
    yield (
        f"The authkey must be the HMAC-SHA256 of the ID, a colon and the email{known}, with your "
        "SSO secret as the key, written as 64 hexadecimal digits in lower case. Please compute it "
        "on your server, from exactly the ID and email that the page sends."
    )
    yield from _in_their_language(report)


def _in_their_language(report: Report) -> Iterator[str]:
    """Yield the lines that make the right authkey, if the page shows the server's language."""
    if language := language_of(report.page.source):
        yield f"In {language.name}, the right authkey is made like this:\n\n{language.lines}"


def _who(report: Report) -> str:
    customer = report.customer
    if customer.id and customer.email:
        return f"the customer with ID {quoted(customer.id)} and email {quoted(customer.email)}"
    return "this customer"


def _sent(report: Report) -> str:
    return message(report.customer.id, report.customer.email)
