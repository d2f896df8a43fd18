"""Writes the technical report for a developer, as Markdown with everything quoted escaped."""

import re
from collections.abc import Iterable, Iterator

from reamaze_gui import __version__
from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.console import COMMAND
from reamaze_gui.core.diagnosis import Report
from reamaze_gui.core.report.masked import masked
from reamaze_gui.core.report.overview import SentValue
from reamaze_gui.core.report.visible import ComparedText
from reamaze_gui.core.report.wording import Advice, Answer, answer

_BUTTON = "Copy console command"

_TICKS = re.compile("`+")
# Markdown's special characters, anywhere and at the start of a line.
_SPECIAL = re.compile(r"[\\`*\[\]<>|~$]|&(?=[#\w])|(?<![^\W_])_|_(?![^\W_])")
_AT_START = re.compile(r"^(\d{0,9})([#+\-=:.)])")
# Addresses and @mentions, which only a code span keeps from becoming links or notifications, and
# whatever a sentence quotes from the page.
_ACTIVE = re.compile(r"(?<=“)[^“”]+(?=”)|[^\s“(]*(?:@|://|www\.)(?:[^\s”]*[^\s”.,;:!?)])?")


def details(report: Report, *, secrets: Iterable[Secret] = (), runs_on: str = "") -> str:
    """Return the report as Markdown for a developer, without secrets and whole authkeys.

    `runs_on` names what the program runs on.
    """
    secrets = [*secrets]
    _, mask = masked(report, secrets)
    said = markdown(answer(report, secrets=secrets, names_others=False))
    tried = f"; {report.tried:,} ways of making an authkey were tried" if report.tried else ""
    return mask.sentence(f"{said}\n{made_with(runs_on)}{tried}.\n")


def made_with(runs_on: str = "") -> str:
    """Return which program made a report and what it ran on, as the start of a sentence."""
    on = f" ({runs_on})" if runs_on else ""
    return f"Made with Re:amaze SSO {__version__}{on}"


def markdown(said: Answer) -> str:
    """Return the answer as Markdown that also reads well unrendered.

    Of the customer's data it contains what was signed and the values with a remark.
    """
    text = "\n\n".join("\n".join(block) for block in _blocks(said) if block)
    if _BUTTON in text:  # a button that the reader doesn't have
        text += f"\n\n“{_BUTTON}” copies this line:\n\n```\n{COMMAND}\n```"
    return f"{text}\n"


def escaped(sentence: str) -> str:
    r"""Return a sentence escaped so that Markdown shows it unchanged, on one line.

    >>> escaped("<b> for zoe@example.org")
    '\\<b\\> for `zoe@example.org`'
    """
    shown, at = "", 0
    for active in _ACTIVE.finditer(sentence):
        shown += _plain(sentence[at : active.start()]) + code(active[0])
        at = active.end()
    return _AT_START.sub(r"\1\\\2", shown + _plain(sentence[at:]))


def code(text: str) -> str:
    """Return a text as a code span, fenced by more backticks than it contains."""
    fence = "`" * (1 + max(map(len, _TICKS.findall(text)), default=0))
    pad = " " if text[:1] in " `" or text[-1:] in " `" else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _blocks(said: Answer) -> Iterator[list[str]]:
    """Yield the lines of each part; those of a part that is missing are none."""
    yield [f"**{escaped(said.headline)}**"]
    yield [f"{escaped(sentence)}  " for sentence in said.below]
    yield [*_list(said.mistakes)]
    if said.signed:
        yield [*_compared(said.titles, said.signed, said.right)]
    yield [f"- {name}: {escaped(value)}" for name, value in said.made]
    if rows := [*_values(said.rows)]:
        yield ["What the page sends:"]
        yield rows
    if said.findings:
        yield ["Also found:"]
        yield [*_list(said.findings)]


def _values(rows: Iterable[SentValue]) -> Iterator[str]:
    for row in rows:
        if row.signs or row.remark:
            remark = f": {escaped(row.remark)}" if row.remark else ""
            yield f"- {code(row.field)} {code(row.value)} (line {row.line}){remark}"


def _list(advice: Iterable[Advice]) -> Iterator[str]:
    for number, each in enumerate(advice, 1):
        where = f" (line {each.line})" if each.line else ""
        yield f"{number}. **{escaped(each.says)}**{where}  "
        if each.fix:
            yield f"   {escaped(each.fix)}"


def _compared(titles: tuple[str, str], signed: ComparedText, right: ComparedText) -> Iterator[str]:
    """Yield both texts as a code block, with differences marked on the line below."""
    was, must = ("".join(piece.text for piece in pieces) for pieces in (signed, right))
    ticks = max(map(len, _TICKS.findall(was + must)), default=0)
    fence = "`" * max(3, ticks + 1)
    yield fence
    width = max(map(len, titles))
    for title, pieces, text in zip(titles, (signed, right), (was, must), strict=True):
        marks = "".join(("^" if piece.differs else " ") * len(piece.text) for piece in pieces)
        yield f"{title:>{width}}: {text}"
        yield f"{'':{width}}  {marks}".rstrip()
    yield fence
