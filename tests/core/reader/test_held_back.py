"""A script that an optimiser or consent tool holds back is read, and reported as held back."""

import base64
import html
from collections.abc import Callable

import pytest

from reamaze_gui.core.page import Clue, Entry, Place
from reamaze_gui.core.reader import read
from tests.core.forms import CUSTOMER, KEY, PAIRS
from tests.core.reading import user_in

LOADER = "https://cdn.reamaze.com/assets/reamaze-loader.js"
CODE = f"var _support = {{account: 'acme', user: {{{PAIRS}}}}};"
ENCODED = base64.b64encode(CODE.encode()).decode()
HELD_BACK = (
    *('type="rocketlazyloadscript"', "type='text/rocketlazyloadscript' data-rocket-type='text/javascript'"),
    *('type="3f9b1a2c4d5e6f7081920a1b-text/javascript"', "type=0a1b2c3d4e5f60718293a4b5-module"),
    *('type="text/plain" data-cookieconsent="marketing"', 'type="text/plain" data-category="analytics"'),
    *('type="text/plain" class="optanon-category-C0003"', 'type="text/plain" class="cmplz-script"'),
    *('type="text/plain" data-cookiecategory="targeting"', 'type="text/plain" data-usercentrics="Reamaze"'),
    *('type="text/plain" data-consent-type=functional', 'type="text/plain" data-cmp-vendor="s123"'),
    *('type="text/plain" data-cli-category="functional" data-cli-block="true"', 'type="text/partytown"'),
    *('type="text/plain" data-type="text/javascript" data-name="reamaze"', 'type="litespeed/javascript"'),
    *('type="javascript/blocked"', 'type="text/x-delayed-javascript"', 'type="wpmeteor/javascript"'),
    *('type="text/plain" data-osano="PERSONALIZATION"',),
    *('type="nitropack/inlinescript"', 'type="text/tc_privacy"', 'type="opt-in" data-type="text/javascript"'),
    *('type="text/template" data-cookie-blocker-id="reamaze"', 'type="mesmerize"'),
    *('type="lazyloadscript"', 'type="mod/javascript"', 'type="text/lazy-script"', 'type="text/cookie-consent"'),
)  # fmt: skip
DATA = (
    *(
        'type="application/json"',
        'type="application/ld+json"',
        'type="text/template"',
        'type="text/html"',
    ),
    *(
        'type="text/x-handlebars-template"',
        'type="text/plain"',
        'type="text/plain" id="cookie-note"',
    ),
    *('type="text/x-template" data-lazy="true"', 'type="importmap"', 'type="speculationrules"'),
    *('type="text/babel"', 'type="x-shader/x-fragment"', 'type="text/csv" class="lazy"'),
)


@pytest.mark.parametrize("attributes", HELD_BACK)
def test_a_script_that_is_held_back_is_read_and_said_to_be(attributes: str) -> None:
    page = read(f"<html><script async src={LOADER}></script>\n<script {attributes}>{CODE}</script>")
    assert page.user
    assert page.user.place is Place.USER
    assert {entry.name: entry.text for entry in page.user.entries} == CUSTOMER
    assert page.account == Entry("account", "acme", 2)
    assert [(each.clue, each.line) for each in page.sightings] == [
        (Clue.LOADER, 1),
        (Clue.HELD_BACK, 2),
    ]
    assert page.seen(Clue.HELD_BACK)[0].text in attributes


@pytest.mark.parametrize("write", [str, html.escape], ids=["plain", "escaped"])
def test_a_script_left_to_a_lazy_loader_is_held_back(write: Callable[[str], str]) -> None:
    inner = write(f"<script>{CODE}</script>")
    page = read(f"<html>\n<noscript class='lazy'>\n{inner}</noscript><noscript>email</noscript>")
    assert page.user
    assert page.user.line == 3
    assert page.seen(Clue.HELD_BACK)


@pytest.mark.parametrize("attributes", DATA)
def test_a_template_or_data_is_no_script_that_is_held_back(attributes: str) -> None:
    page = read(f"<html><script {attributes}>{CODE}</script>")
    assert page.user is None
    assert not page.seen(Clue.HELD_BACK)


@pytest.mark.parametrize(
    "attributes",
    [
        *[f"data-src='{LOADER}'", f"data-lazy-src='{LOADER}'", f"data-cookieblock-src='{LOADER}'"],
        *[f"type=rocketlazyloadscript data-rocket-src='{LOADER}'", f"data-cmp-src='{LOADER}'"],
        *[f"type=litespeed/javascript data-src={LOADER}", f"suppressedsrc='{LOADER}'"],
        *[f"type='text/plain' data-category=chat src='{LOADER}'", f"data-suppressedsrc={LOADER}"],
    ],
)
def test_a_widget_whose_address_is_hidden_is_loaded_and_held_back(attributes: str) -> None:
    page = read(f"<html>\n<script {attributes}></script><script>{CODE}</script>")
    assert page.user
    assert [(each.clue, each.line) for each in page.sightings] == [
        (Clue.LOADER, 2),
        (Clue.HELD_BACK, 2),
    ]


@pytest.mark.parametrize(
    ("attributes", "is_held"),
    [
        (f'src="data:text/javascript;base64,{ENCODED}"', False),
        (
            f'type="text/javascript" src="data:text/javascript;charset=utf-8;base64,{ENCODED}"',
            False,
        ),
        (f'type="litespeed/javascript" data-src="data:text/javascript;base64,{ENCODED}"', True),
        (f'defer src="data:application/javascript;base64,{ENCODED}"', False),
        (f'data-lazy-src="data:text/javascript;base64,{ENCODED}"', True),
    ],
)
def test_a_script_in_a_data_address_is_read(attributes: str, is_held: bool) -> None:  # noqa: FBT001
    page = read(f"<script {attributes}></script>")
    assert page.user
    assert page.user.get("authkey") == Entry("authkey", KEY, 1)
    assert bool(page.seen(Clue.HELD_BACK)) is is_held


@pytest.mark.parametrize(
    "address",
    [
        "data:text/javascript;base64,%%%",
        "data:text/javascript;base64,/w==",
        "data:text/javascript,",
        "data:image/png;base64,AAAA",
        "data:",
    ],
)
def test_a_data_address_without_a_script_is_none(address: str) -> None:
    assert read(f"<script src='{address}'>/* reamaze */</script>").user is None


def test_what_is_held_back_runs_after_what_is_not() -> None:
    later = "<script type='text/plain' data-consent='a'>_support.user.id = '2'</script>"
    user = user_in(f"{later}<script>_support.user = {{id: '1', email: 'a@b.c'}}</script>")
    assert user.get("id") == Entry("id", "2", 1)


def test_a_held_back_script_of_somebody_else_is_no_clue() -> None:
    page = read(f"<script type=text/plain data-consent=a>track()</script><script>{CODE}</script>")
    assert not page.sightings


def test_a_script_that_is_kept_in_base64_is_held_back() -> None:
    encoded = base64.b64encode(f"<script>{CODE}</script>".encode()).decode()
    page = read(
        f"<p>\n<script type=text/template>\n{encoded}</script><script src={LOADER}></script>"
    )
    assert page.user
    assert {entry.name: entry.text for entry in page.user.entries} == CUSTOMER
    assert [each.line for each in page.seen(Clue.HELD_BACK)] == [2]


def test_code_in_an_attribute_of_a_script_is_held_back() -> None:
    code = html.escape(CODE)
    page = read(f'<p>\n<script type="application/consent" consent-inline="{code}"></script>')
    assert page.user
    assert [(each.clue, each.line) for each in page.sightings] == [(Clue.HELD_BACK, 2)]


def test_what_is_no_address_hides_no_script() -> None:
    page = read(f"<script data-two_delay_src=inline>{CODE}</script>")
    assert page.user
    assert not page.sightings
