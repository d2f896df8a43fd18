"""A snippet that is pasted into a template still has the customer's values, and not the secret."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.preview import compose
from tests.formats.node import ENVIRONMENT, needs_module
from tests.formats.scripts import users_in
from tests.formats.shop import needs, run
from tests.formats.tomcat import tomcat
from tests.formats.visitors import ORDINARY, SECRET, sent

ERB = """
require 'erb'
secret = ENV['REAMAZE_SSO_SECRET']
print ERB.new($stdin.read, trim_mode: '%-').result(binding)
"""
LIQUID = """
require 'liquid'
custom = { 'reamaze_sso_secret' => { 'value' => ENV['REAMAZE_SSO_SECRET'] } }
shop = { 'metafields' => { 'custom' => custom } }
print Liquid::Template.parse($stdin.read).render!('shop' => shop)
"""
EJS = """
const page = require('fs').readFileSync(0, 'utf8');
process.stdout.write(require('ejs').render(page, { secret: process.env.REAMAZE_SSO_SECRET }));
"""
DJANGO = """
import os, sys
import django
from django.conf import settings
from django.template import engines
settings.configure(TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}])
django.setup()
page = engines["django"].from_string(sys.stdin.read())
print(page.render({"secret": os.environ["REAMAZE_SSO_SECRET"]}), end="")
"""
JINJA = """
import os, sys
from jinja2 import Environment
shop = Environment(line_statement_prefix="%", line_comment_prefix="##")
print(shop.from_string(sys.stdin.read()).render(secret=os.environ["REAMAZE_SSO_SECRET"]), end="")
"""
MUSTACHE = """
import os, sys, chevron
print(chevron.render(sys.stdin.read(), {"secret": os.environ["REAMAZE_SSO_SECRET"]}), end="")
"""


def ruby(program: str, page: str) -> str:
    needs(shutil.which("ruby"), "Ruby is missing: sudo apt-get install ruby ruby-liquid")
    return run("ruby", "-e", program, given=page)


def python(program: str, page: str) -> str:
    return run(sys.executable, "-c", program, given=page)


@dataclass(frozen=True, slots=True)
class Engine:
    """One that fills in templates, and a tag by which it prints the shop's secret."""

    tag: str
    render: Callable[[str, Path], str]


def php(page: str, folder: Path) -> str:
    needs(shutil.which("php"), "PHP is missing: sudo apt-get install php-cli")
    (folder / "page.php").write_text(page, encoding="utf-8")
    return run("php", "-d", "short_open_tag=1", folder / "page.php")


def ejs(page: str, _folder: Path) -> str:
    needs_module("ejs")
    return run("node", "-e", EJS, given=page, **ENVIRONMENT)


def jsp(page: str, folder: Path) -> str:
    encoding = '<%@ page contentType="text/html; charset=utf-8" %>'
    return tomcat(folder, encoding + page).pages({**asdict(ORDINARY), "name": SECRET})[0]


ENGINES = {
    "Liquid": Engine(
        "{{ shop.metafields.custom.reamaze_sso_secret.value }}", lambda page, _: ruby(LIQUID, page)
    ),
    "ERB": Engine("<%= secret %>", lambda page, _: ruby(ERB, page)),
    "PHP": Engine("<?= getenv('REAMAZE_SSO_SECRET') ?>", php),
    "EJS": Engine("<%- secret %>", ejs),
    "Mustache": Engine("{{{secret}}}", lambda page, _: python(MUSTACHE, page)),
    "Django": Engine("{{ secret|safe }}", lambda page, _: python(DJANGO, page)),
    "Jinja": Engine("{%print(secret)%}", lambda page, _: python(JINJA, page)),
    "JSP": Engine("${customer.name}", jsp),
}
each_engine = pytest.mark.parametrize("engine", ENGINES.values(), ids=[*ENGINES])

# Of all languages together, those that aren't run here too: Razor, Blade, Velocity, ColdFusion,
# Smarty, Thymeleaf, FreeMarker, WordPress' shortcodes.
TAGS = (
    *(engine.tag for engine in ENGINES.values()),
    *("#{secret}", "@Model.Secret", "@(secret)", "{!! $secret !!}", "$secret", "#secret#"),
    *("{$secret}", "[[${secret}]]", "[=secret]", "[secret]", "%secret%", "`secret`", "{# x #}"),
)


@each_engine
def test_the_engine_prints_the_secret_for_its_own_tag(engine: Engine, tmp_path: Path) -> None:
    assert engine.render(f"<p>{engine.tag}</p>", tmp_path).strip() == f"<p>{SECRET}</p>"


@each_engine
def test_every_value_comes_through_as_it_was_typed(engine: Engine, tmp_path: Path) -> None:
    customer = Customer(
        id=engine.tag,
        email="{{secret}}${secret}#{secret}{%x%}@example.org",
        name="\\' ".join(TAGS),
        avatar=f"https://example.org/{engine.tag}",
    )
    snippet = compose(customer, Secret(SECRET)).snippet
    page = engine.render(snippet, tmp_path)
    assert SECRET not in page
    assert users_in([page]) == [sent(customer)]
