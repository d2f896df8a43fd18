"""Wrong authkeys made by running wrong code are explained by what is wrong in the code."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.diagnosis import Report, Verdict, diagnose
from tests.formats.node import MODULES, needs_module
from tests.formats.shop import needs
from tests.mistakes.digests import DIGESTS
from tests.mistakes.keys import ALGORITHMS, KEYS
from tests.mistakes.several import HOPELESS, SEVERAL
from tests.mistakes.texts import TEXTS
from tests.mistakes.wrong import OTHER_SECRET, ZOE, Wrong

WRONG = (*KEYS, *ALGORITHMS, *TEXTS, *DIGESTS, *SEVERAL)

HERE = Path(__file__).parent
RUN: dict[str, tuple[str, ...]] = {
    "php": ("php", "-d", "display_errors=stderr"),
    "ruby": ("ruby",),
    "node": ("node",),
    "python": (sys.executable, "-I"),
    "shell": ("sh",),
    "perl": ("perl",),
    "java": ("java", "-XX:TieredStopAtLevel=1"),
    "go": ("go", "run"),
    "csharp": ("mono",),
}
PACKAGES = "php-cli ruby nodejs perl openjdk-17-jdk-headless golang-go mono-mcs mono-runtime"
PAGE = """<script type="text/javascript" async src="https://cdn.reamaze.com/assets/reamaze.js"></script>
<script type="text/javascript">
  var _support = _support || {{ 'ui': {{}}, 'user': {{}} }};
  _support['account'] = 'acme';
  _support['user'] = {{
    id: {id},
    email: {email},
    name: {name},
    authkey: {authkey}
  }};
</script>
"""

Printed = Callable[[Wrong], str]


@pytest.fixture
def printed(tmp_path: Path, pytestconfig: pytest.Config) -> Printed:
    """Return what runs a program, and returns what it prints."""
    kept = str(pytestconfig.cache.mkdir("go-build"))

    def run(wrong: Wrong) -> str:
        file = tmp_path / "secret"
        file.write_text(wrong.file, encoding="utf-8", newline="")
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(tmp_path),
            "LANG": "C.UTF-8",
            "NODE_PATH": str(MODULES),
            "GOCACHE": kept,
            "GOTOOLCHAIN": "local",
            "GO111MODULE": "off",
            "SECRET": wrong.secret,
            "SECRET_FILE": str(file),
            "OTHER_SECRET": OTHER_SECRET,
            "OTHER_EMAIL": next((each.email for each in wrong.also), ""),
            "CUSTOMER_ID": wrong.customer.id,
            "CUSTOMER_EMAIL": wrong.customer.email,
            "CUSTOMER_NAME": wrong.customer.name,
        }
        answer = subprocess.run(
            _command(wrong.program, tmp_path), env=environment, stdout=subprocess.PIPE, check=True
        )
        return answer.stdout.decode().strip("\r\n")

    return run


def _command(program: str, folder: Path) -> tuple[str | Path, ...]:
    command = RUN[program.partition("/")[0]]
    needs(shutil.which(command[0]), f"{command[0]} is missing: sudo apt-get install {PACKAGES}")
    if command == ("node",):
        needs_module("crypto-js")
    if command != ("mono",):
        return (*command, HERE / program)
    made = folder / "program.exe"
    subprocess.run(["mcs", f"-out:{made}", HERE / program], check=True)
    return (*command, made)


def _page(wrong: Wrong, printed: str) -> str:
    """Return the merchant's page: what the program printed, or the snippet with it filled in."""
    if "<script" in printed:
        return printed
    values = {"id": _sent(wrong).id, "email": _sent(wrong).email, "name": _sent(wrong).name}
    values["authkey"] = printed
    return PAGE.format_map({name: json.dumps(each) for name, each in values.items()})


def _sent(wrong: Wrong) -> Customer:
    return wrong.sends or wrong.customer


def _report(wrong: Wrong, printed: str) -> Report:
    secrets = {"acme": Secret(wrong.secret), "other": Secret(OTHER_SECRET)}
    return diagnose(_page(wrong, printed), secrets, wrong.also)


def test_every_program_is_in_the_table() -> None:
    files = {f"{path.parent.name}/{path.name}" for path in HERE.glob("*/*.*")}
    listed = [wrong.program for wrong in WRONG] + list(HOPELESS)
    assert sorted(listed) == sorted(file for file in files if not file.startswith("__"))


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.program)
def test_a_program_makes_the_mistakes_that_it_names_and_is_explained_by_them(
    wrong: Wrong, printed: Printed
) -> None:
    report = _report(wrong, printed(wrong))
    assert report.verdict is Verdict.EXPLAINED
    assert (report.customer.id, report.customer.email) == (_sent(wrong).id, _sent(wrong).email)
    explanation = report.explanation
    assert explanation
    assert explanation.message == wrong.text
    assert explanation.account == wrong.account
    assert explanation.algorithm == wrong.algorithm
    assert wrong.encoding in explanation.encoding
    assert 1 <= len(explanation.slips) <= wrong.mistakes
    assert re.search(wrong.says, " ".join(slip.says for slip in explanation.slips))
    assert wrong.secret not in repr(report.explanation)


@pytest.mark.parametrize("program", HOPELESS)
def test_what_can_not_be_explained_is_at_least_described(program: str, printed: Printed) -> None:
    wrong = Wrong(program, "")
    output = printed(wrong)
    assert output.startswith(HOPELESS[program])
    report = _report(wrong, output)
    assert (report.verdict, report.explanation) == (Verdict.UNEXPLAINED, None)
    assert report.shape
    assert report.customer == ZOE
