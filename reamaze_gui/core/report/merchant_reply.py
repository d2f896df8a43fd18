"""Writes the reply to the merchant: plain sentences, to be sent as they are."""

from collections.abc import Collection, Iterable, Iterator

from reamaze_gui.core.authkey import Secret, message
from reamaze_gui.core.diagnosis import Explanation, Report, Verdict
from reamaze_gui.core.mistakes import Side
from reamaze_gui.core.remark import Severity
from reamaze_gui.core.report.headline import ANOTHERS, certain_part, headline, leaks
from reamaze_gui.core.report.languages import language_of
from reamaze_gui.core.report.masked import masked
from reamaze_gui.core.report.merchant_words import (
    CONSOLE,
    FOR_MERCHANT,
    PAGE_AGAIN,
    please,
    reworded,
)
from reamaze_gui.core.report.visible import shortened
from reamaze_gui.core.rules import Finding

_MOST_BESIDES = 3  # findings that are told after what matters

# What a mistake in the page says as well.
_OF_VALUES = {"escaped", "garbled", "number", "id", "email", "name"}
_OURS = {ANOTHERS, "skipped", "account"}  # of no use to the merchant beside other things


def reply(
    report: Report, *, secrets: Iterable[Secret] = (), greeting: str = "", signature: str = ""
) -> str:
    """Return what to write to the merchant: no Markdown, no secret, no whole authkey, no button.

    `greeting` and `signature` stand above and below it, where there are any.
    """
    report, mask = masked(report, secrets)
    found = leaks(report)
    if found:
        body = _of_leaks(report, found)
    elif report.explanation:
        body = _explained(report, report.explanation)
    else:
        body = _PARTS[report.verdict](report)
    parts = [greeting.strip(), *map(mask.sentence, body), signature.strip()]
    return "\n\n".join(filter(None, parts))


def _of_leaks(report: Report, found: Iterable[Finding]) -> Iterator[str]:
    yield "Please attend to this first, since it concerns the safety of all your customers."
    yield from (_finding(report, each) for each in found)
    explanation = report.explanation
    if explanation and explanation.algorithm != "none":
        yield "Besides, the authkey is not made as it should be."
        yield from _mistakes(explanation)
    yield "Once the new secret is in use, please send us the page again, and we will check it."


def _correct(report: Report) -> Iterator[str]:
    cause = headline(report).cause
    if cause and cause.id == ANOTHERS:
        yield _finding(report, cause)
        yield from _besides(report, cause)
        yield _afterwards()
        return
    if cause:
        yield _finding(report, cause)
        yield f"The authkey itself is right for {_who(report)}, and can stay as it is."
        yield from _besides(report, cause)
        yield _afterwards()
        return
    yield (
        f"We have checked the page that you sent us. Its authkey is right for {_who(report)}, and "
        "we found nothing else in the page that would keep the customer from being signed in."
    )
    yield from _besides(report)
    yield (
        "If the customer still does not see their past conversations, please tell us which "
        "browser they use, whether it is a private window, and under which email address they "
        "wrote to you before."
    )


def _explained(report: Report, explanation: Explanation) -> Iterator[str]:
    if explanation.side is Side.PAGE:
        yield (
            "The authkey on your page is right, but it was made for other values than those that "
            "the page sends, so Re:amaze does not sign the customer in."
        )
        yield from _mistakes(explanation)
        yield (
            f"The authkey belongs to {_quoted(explanation.right)}, but the page sends "
            f"{_quoted(_sent(report))}."
        )
    elif explanation.is_shown_short:
        yield (
            f"In what you sent us the authkey is shortened (…). What is left of it is right for "
            f"{_who(report)}; the rest cannot be told. {PAGE_AGAIN}"
        )
        yield from _besides(report)
        return
    else:
        yield (
            f"The page sends an authkey that does not belong to {_who(report)}, so Re:amaze does "
            "not sign the customer in. We know how it came about, because doing the same gives "
            "the very same authkey."
        )
        yield from _mistakes(explanation)
        if shortened(explanation.message) != shortened(explanation.right) and explanation.message:
            yield (
                f"The text that was signed is {_quoted(explanation.message)}. It must be "
                f"{_quoted(explanation.right)}."
            )
        yield from _right_way(report)
    yield from _besides(report, without=_OF_VALUES if explanation.side is Side.PAGE else ())
    yield _afterwards()


def _unexplained(report: Report) -> Iterator[str]:
    if not report.authkey:
        cause = headline(report).cause
        if cause:
            yield _finding(report, cause)
        else:
            yield "From what you sent us we cannot tell which authkey the page sends."
            yield CONSOLE
        return
    certain = certain_part(report)
    if certain:
        yield reworded(certain)
    else:
        yield (
            f"The authkey on the page does not belong to {_who(report)}, so Re:amaze does not "
            "sign the customer in. It looks as it should, so it was made of another text or with "
            "another secret. We have not found out which."
        )
    yield from _right_way(report)
    yield from _besides(report)
    yield (
        "If that does not help, please send us the line of your server's code that makes the "
        "authkey, with the SSO secret blotted out. Please tell us as well whether the secret was "
        "changed lately, and whether this customer has, or had, another ID or email address in "
        "your shop."
    )


def _weak(report: Report) -> Iterator[str]:
    cause = headline(report).cause
    if cause:
        yield _finding(report, cause)
    else:
        yield (
            "The page tells Re:amaze who the customer is, but does not prove it: it sends no "
            "authkey. Re:amaze fills in its forms with these values, but does not sign the "
            "customer in, who therefore sees no past conversations."
        )
        yield "If they are to see them, the page must send the customer's ID and the authkey too."
    yield from _right_way(report)
    yield from _besides(report, cause)
    yield _afterwards()


def _no_secret(report: Report) -> Iterator[str]:
    certain = certain_part(report) if report.authkey else ""
    if certain:
        yield reworded(certain)
        yield from _right_way(report)
    else:
        yield "We have read the page that you sent us, but we cannot check its authkey yet."
    yield from _besides(report)
    account = report.page.account
    asked = (
        f"who administers the Re:amaze account “{shortened(account.text)}”, which the page names"
        if account
        else "for which Re:amaze account the page is meant (the acme of acme.reamaze.com), and who "
        "administers it"
    )
    yield (
        f"Please tell us {asked}. Please do not send us the SSO secret itself: whoever has it can "
        "sign in as any of your customers."
    )


def _of_code(report: Report, code: Finding) -> Iterator[str]:
    """Yield what to write about the code of a server, which came instead of the page."""
    yield "Thank you for the code of your server."
    if code.line:
        yield reworded(code.says).replace("The shop's code", "It")
        yield from _right_way(report)
    yield f"What your shop sends for a customer can only be seen in the page. {PAGE_AGAIN}"


def _no_user(report: Report) -> Iterator[str]:
    general = [each for each in report.findings if each.id == "no-user"]
    cause = headline(report).cause or next(iter(general), None)
    if cause and cause.id == "server-code":
        yield from _of_code(report, cause)
    elif cause:
        yield _finding(report, cause)
    else:
        yield " ".join(FOR_MERCHANT["no-user"])
    if cause and cause.id == "authpath":
        yield from _right_way(report)
    yield from _besides(report, cause)


_PARTS = {
    Verdict.CORRECT: _correct,
    Verdict.UNEXPLAINED: _unexplained,
    Verdict.WEAK: _weak,
    Verdict.NO_SECRET: _no_secret,
    Verdict.NO_USER: _no_user,
}


def _mistakes(explanation: Explanation) -> Iterator[str]:
    for slip in explanation.slips:
        yield f"{reworded(slip.says)} {please(reworded(slip.fix))}"


def _finding(report: Report, finding: Finding) -> str:
    """Return a finding, its line, and what to do, in the merchant's words."""
    says, fix = FOR_MERCHANT.get(finding.id, (finding.says, please(finding.fix)))
    is_long = "\n" in report.page.source.strip()
    is_to_tell = finding.line and is_long and f"line {finding.line}." not in says
    where = f" (It is on line {finding.line} of what you sent us.)" if is_to_tell else ""
    return f"{reworded(says)}{where} {reworded(fix)}"


def _besides(
    report: Report, told: Finding | None = None, without: Collection[str] = ()
) -> Iterator[str]:
    """Yield what else is to be changed in the page."""
    others = [
        each
        for each in report.findings
        if each is not told and each.severity is not Severity.WARNING
        if each.id not in _OURS and each.id not in without
    ]
    for each in others[:_MOST_BESIDES]:
        yield f"We also noticed this: {_finding(report, each)}"


def _right_way(report: Report) -> Iterator[str]:
    """Yield how the authkey is made, in the language of the shop's server if the page tells it."""
    sent = _sent(report) if report.customer.id and report.customer.email else ""
    is_told = report.explanation or report.verdict is Verdict.NO_USER
    known = f" (for this customer, {_quoted(sent)})" if sent and not is_told else ""
    yield (
        f"The right authkey is the HMAC-SHA256 of the ID, a colon and the email{known}, with your "
        "SSO secret as the key, written as 64 hexadecimal digits in lower case. Please make it on "
        "your server, from the very ID and email that the page sends."
    )
    language = language_of(report.page.source)
    if language:
        yield f"In {language.name} that is:\n\n{language.lines}"


def _afterwards() -> str:
    return (
        "Once that is changed, please load the page again as this customer. If they are still not "
        "signed in, send us the new page, and we will look at it."
    )


def _who(report: Report) -> str:
    customer = report.customer
    if customer.id and customer.email:
        return f"the customer with ID {_quoted(customer.id)} and email {_quoted(customer.email)}"
    return "this customer"


def _sent(report: Report) -> str:
    return message(report.customer.id, report.customer.email)


def _quoted(text: str) -> str:
    """Return a value of the page in quotes, in which nothing that it holds goes unseen."""
    return f"“{shortened(text)}”"
