"""What the scripts of the merchant's pages leave to the widget, in a browser."""

import json
from collections.abc import Iterable
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from tests.formats.shop import run

EVALUATE = """
const vm = require('vm');
const user = (scripts) => {
  const page = vm.createContext({_support: {}});
  try {
    for (const script of scripts) vm.runInContext(script, page);
  } catch (error) {
    return `fails: ${error}`;
  }
  const globals = Object.keys(page).filter((name) => name !== '_support');
  return globals.length ? `sets ${globals}` : page._support.user ?? null;
};
const pages = JSON.parse(require('fs').readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(pages.map(user)));
"""


def users_in(pages: Iterable[str]) -> list[Any]:
    """Return what each page leaves in `_support.user`, None for nothing.

    Its scripts are found by an HTML5 parser and run by Node. One that fails, or sets a global
    besides `_support` because something got out of its string, gives a sentence instead.
    """
    scripts = [[node.text() for node in LexborHTMLParser(page).css("script")] for page in pages]
    found: list[Any] = json.loads(run("node", "-e", EVALUATE, given=json.dumps(scripts)))
    return found
