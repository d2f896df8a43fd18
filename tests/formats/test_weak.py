"""The snippet for templates without HMAC fills in email and name, however little they escape."""

import importlib.util
import json
from typing import Any

import pytest

from reamaze_gui.core.customer import Customer
from tests.formats.node import ENVIRONMENT, needs_module
from tests.formats.shop import SNIPPETS, needs, run
from tests.formats.visitors import SIGNED_IN

SNIPPET = SNIPPETS / "weak.html"

# A browser's own parser, attributes and scripts; a script that fails ends it.
BROWSER = """
const { JSDOM, VirtualConsole } = require('jsdom');
const open = (body) => {
  const virtualConsole = new VirtualConsole();
  virtualConsole.on('jsdomError', (error) => { throw error; });
  const page = `<!DOCTYPE html><script>var _support = {}</script><body>${body}`;
  return new JSDOM(page, { runScripts: 'dangerously', virtualConsole }).window;
};
const known = Object.keys(open(''));
const pages = JSON.parse(require('fs').readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(pages.map(open).map((window) => ({
  support: window._support,
  globals: Object.keys(window).filter((name) => !known.includes(name)),
  elements: [...window.document.body.children].map((element) => element.localName),
}))));
"""

VISITORS = {
    **SIGNED_IN,
    "attribute": Customer(email='"\' data-email="evil@example.org', name='" onerror="evil=1" x="'),
    "end of the tag": Customer(email="zoe@example.org", name='"><script>evil=1</script><i x="'),
    "already escaped": Customer(email="zoe@example.org", name="Zo&euml; &lt;b&gt; &amp;amp; &#39;"),
    "not signed in": Customer(),
    "without a name": Customer(email="zoe@example.org"),
    "white space": Customer(email=" zoe@example.org ", name="Zoë\n\tQuinn \u2028 "),
}


Seen = dict[str, dict[str, Any]]  # what a browser makes of each visitor's page


def mustache(template: str, customer: Customer) -> str:
    """Fill in the template as Mustache does, which leaves apostrophes as they are."""
    import chevron

    page: str = chevron.render(template, {"customer": customer})
    return page


def jinja(template: str, customer: Customer) -> str:
    import jinja2

    return jinja2.Environment(autoescape=True).from_string(template).render(customer=customer)


@pytest.fixture(scope="module", params=[mustache, jinja])
def pages(request: pytest.FixtureRequest) -> Seen:
    found = all(importlib.util.find_spec(name) for name in ("chevron", "jinja2"))
    needs(found, "A template system is missing: pip install chevron Jinja2")
    needs_module("jsdom")
    template = SNIPPET.read_text()
    given = json.dumps([request.param(template, who) for who in VISITORS.values()])
    seen = json.loads(run("node", "-e", BROWSER, given=given, **ENVIRONMENT))
    return dict(zip(VISITORS, seen, strict=True))


@pytest.mark.parametrize("visitor", VISITORS)
def test_email_and_name_arrive_as_they_are(visitor: str, pages: Seen) -> None:
    customer = VISITORS[visitor]
    fields = {"email": customer.email, "name": customer.name}
    user = {field: value for field, value in fields.items() if value}
    assert pages[visitor]["support"] == ({"user": user} if user else {})


@pytest.mark.parametrize("visitor", VISITORS)
def test_nothing_gets_out_of_its_attribute(visitor: str, pages: Seen) -> None:
    assert pages[visitor]["globals"] == []
    assert pages[visitor]["elements"] == ["script"]
