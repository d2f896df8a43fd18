"""Runs a program by Node, with the modules that npm installed beside it."""

import json
import re
import shutil
from pathlib import Path

from tests.formats.shop import Shop, needs

MODULES = Path(__file__).parent / "node_modules"
ENVIRONMENT = {"NODE_PATH": str(MODULES), "NODE_NO_WARNINGS": "1"}  # that fetch is new, above all


def needs_module(name: str) -> None:
    found = shutil.which("node") and (MODULES / name).is_dir()
    needs(found, f"{name} is missing: apt install nodejs npm, then npm ci in tests/formats")


def node_shop(program: str, *arguments: str | Path, nothing: str = "") -> Shop:
    """Return a shop whose program evaluates its visitors: big numbers and objects too."""
    command = ("node", "-e", program, *arguments)
    return Shop(command, environment=ENVIRONMENT, nothing=nothing, dumps=javascript)


def javascript(visitors: object) -> str:
    text = json.dumps(visitors)
    text = re.sub(r'\{"text": ("[^"]*")\}', r"{ toString: () => \1 }", text)
    return re.sub(r'(?<="id": )\d{16,}', r"\g<0>n", text)
