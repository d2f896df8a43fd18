"""Writes the reply to the merchant: plain sentences, to be sent as they are."""

from collections.abc import Iterable

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.diagnosis import Report
from reamaze_gui.core.report.masked import masked
from reamaze_gui.core.report.wording import answer


def reply(
    report: Report, *, secrets: Iterable[Secret] = (), greeting: str = "", signature: str = ""
) -> str:
    """Return what to write to the merchant, without Markdown, secrets, or whole authkeys.

    `greeting` and `signature` stand above and below it, where there are any.
    """
    secrets = [*secrets]
    said = answer(report, secrets=secrets)
    paragraphs = [f"{said.headline}."]
    paragraphs += [f"{each.says} {each.fix}" for each in (*said.mistakes, *said.findings)]
    _, mask = masked(report, secrets)
    return mask.sentence("\n\n".join(filter(None, (greeting, *paragraphs, signature))))
