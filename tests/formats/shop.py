"""A merchant's shop, whatever its language, asked for its pages."""

import json
import os
import re
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from reamaze_gui.core.customer import Customer
from tests.formats.visitors import GUESTS, SECRET, Cell, Row

SNIPPETS = Path(__file__).parents[2] / "resources" / "snippets"
VARIABLE = "REAMAZE_SSO_SECRET"


def needs(found: object, missing: str) -> None:
    """Skip where a runtime isn't installed; CI has them all."""
    if not found:
        (pytest.fail if "CI" in os.environ else pytest.skip)(missing)


def run(
    *command: str | Path, given: str = "", secret: str | None = SECRET, **environment: str
) -> str:
    """Return what a program prints that is given the secret, and complains of nothing."""
    others = {name: value for name, value in os.environ.items() if name != VARIABLE}
    secrets = {} if secret is None else {VARIABLE: secret}
    answer = subprocess.run(
        command,
        input=given.encode(),
        capture_output=True,
        check=False,
        env=others | secrets | environment,
    )
    assert not answer.stderr, answer.stderr.decode()
    assert answer.returncode == 0
    return answer.stdout.decode()


def of_bytes(visitors: Sequence[Row | None]) -> str:
    """Write the visitors for a language whose texts are bytes.

    Its shop puts the byte EB, which UTF-8 doesn't have alone, for each U+E000.
    """
    return json.dumps(visitors).replace("\\ud800", "\\ue000")


def of_texts(visitors: Sequence[Row | None]) -> str:
    """Write the visitors for a shop that knows nothing but valid texts."""

    def text(cell: Cell) -> Cell:
        return cell["text"] if isinstance(cell, Mapping) else cell

    rows = [row and {field: text(cell) for field, cell in row.items()} for row in visitors]
    return json.dumps(rows).replace("\\ud800", "\\ufffd")


def with_attributes(source: str) -> str:
    """Return server code with the line in force that is an example of attributes."""
    return re.sub(
        r"^(\s*)(?:// |# |\{%- comment %\} )(.*Total spent.*?)( \{% endcomment %\})?$",
        r"\1\2",
        source,
        flags=re.MULTILINE,
    )


@dataclass(frozen=True, slots=True)
class Shop:
    """A program that reads its visitors as JSON and prints a page for each, ended by a NUL."""

    command: tuple[str | Path, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    nothing: str = ""  # its page where the snippet prints nothing
    guests: Mapping[str, Row | None] = field(default_factory=lambda: GUESTS)
    known: Callable[[Customer], Customer] = lambda customer: customer  # what it knows of one
    dumps: Callable[[Sequence[Row | None]], str] = json.dumps  # how it is told of its visitors

    def pages(self, *visitors: Row | None, secret: str | None = SECRET) -> list[str]:
        """Return the page of each visitor, all from one run."""
        given = self.dumps(visitors)
        return run(*self.command, given=given, secret=secret, **self.environment).split("\0")[:-1]
