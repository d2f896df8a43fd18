"""What a real browser makes of the page on which a customer's widget is tried."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from reamaze_gui.core.customer import Customer
from reamaze_gui.core.diagnosis import Verdict, diagnose
from reamaze_gui.core.preview import Mode, compose
from reamaze_gui.core.try_page import TRIED, write_try_page
from reamaze_gui.try_server import TryServer
from tests.browser import Browser
from tests.cdn import CDN, LOADER, SILENT, Loader
from tests.try_pages import ACCOUNT, HOSTILE, SECRET, ZOE, page_for, sent, told

QUICK_CLOCK = "const now = performance.now.bind(performance); performance.now = () => 100 * now();"


@pytest.mark.parametrize(
    "customer",
    [
        pytest.param(ZOE, id="ordinary"),
        pytest.param(Customer("7", "zoe@example.org"), id="only what is required"),
        pytest.param(HOSTILE, id="hostile to HTML, JavaScript and templates"),
        pytest.param(Customer("ідентифікатор-1", "zoe@example.org", "Ζωή 東京"), id="not ASCII"),
    ],
)
def test_the_loader_sees_exactly_what_was_typed(
    customer: Customer, browser: Browser, server: TryServer
) -> None:
    server.page = page_for(customer)
    browser.open(server.address)
    assert json.loads(browser.run("seen")) == {
        "ui": {},
        "user": sent(customer),
        "account": ACCOUNT,
    }
    assert browser.complaints() == []
    assert browser.run("typeof evil") == "undefined"


def test_a_reload_shows_who_is_in_the_form_now(browser: Browser, server: TryServer) -> None:
    server.page = page_for(ZOE)
    browser.open(server.address)
    max_ = replace(ZOE, id="8", name="Max")
    server.page = page_for(max_)
    browser.reload()
    assert json.loads(browser.run("seen"))["user"] == sent(max_)
    assert "Max" in told(browser)
    assert " · as of " in told(browser)
    nobody = compose(Customer(), SECRET, TRIED, account=ACCOUNT)
    server.page = write_try_page(nobody, Customer(), ACCOUNT, Mode.AUTHENTICATED)
    browser.reload()
    assert "Still missing: Customer ID, Email." in told(browser)
    assert browser.run("typeof _support") == "undefined"
    assert browser.complaints() == []


OFFLINE = "Object.defineProperty(Navigator.prototype, 'onLine', {get: () => false})"


@pytest.mark.parametrize(
    ("script", "before", "says"),
    [
        pytest.param(LOADER, "", "The widget of acme is on this page.", id="there"),
        pytest.param(SILENT, QUICK_CLOCK, "There is no account acme.", id="unknown account"),
        pytest.param("", "", "There is no Internet connection.", id="blocked"),
        pytest.param("", OFFLINE, "The browser says that this computer is offline.", id="offline"),
    ],
)
def test_the_page_tells_what_became_of_the_loader(
    script: str,
    before: str,
    says: str,
    browser: Browser,
    server: TryServer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Loader, "script", script)
    server.page = page_for(ZOE)
    browser.open(server.address, before=before)
    browser.wait_for(lambda: says in told(browser))
    blocked = [] if script else [f"https://{CDN}/assets/reamaze-loader.js"]
    assert [each.split()[-1] for each in browser.complaints()] == blocked


COPY = "document.getElementById('copy').click()"


def copied(browser: Browser) -> str:
    browser.run(COPY)
    browser.wait_for(lambda: "Copied." in told(browser))
    return str(browser.run("navigator.clipboard.readText()"))


@pytest.mark.parametrize(
    ("mode", "verdict"), [(Mode.AUTHENTICATED, Verdict.CORRECT), (Mode.WEAK, Verdict.WEAK)]
)
@pytest.mark.parametrize("customer", [ZOE, HOSTILE], ids=["ordinary", "hostile"])
def test_what_is_copied_is_what_the_page_tells_reamaze_and_diagnose_reads_it(
    customer: Customer, mode: Mode, verdict: Verdict, browser: Browser, server: TryServer
) -> None:
    server.page = page_for(customer, mode)
    browser.open(server.address)
    text = copied(browser)
    assert json.loads(text) == {"account": ACCOUNT, "user": browser.run("_support.user")}
    report = diagnose(text, {ACCOUNT: SECRET})
    weak = Customer(email=customer.email, name=customer.name)
    assert report.customer == (weak if mode is Mode.WEAK else customer)
    assert report.verdict is verdict


@pytest.mark.parametrize(
    "replaced", ["_support = undefined", "_support = {}", "_support.user.self = _support.user"]
)
def test_what_the_widget_has_replaced_is_copied_as_it_stood_in_the_page(
    replaced: str, browser: Browser, server: TryServer
) -> None:
    server.page = page_for(ZOE)
    browser.open(server.address)
    browser.run(f"{replaced}; 0")
    report = diagnose(copied(browser), {ACCOUNT: SECRET})
    assert (report.customer, report.verdict) == (ZOE, Verdict.CORRECT)


def test_what_cannot_be_copied_is_selected(browser: Browser, server: TryServer) -> None:
    server.page = page_for(ZOE)
    browser.open(server.address, before="delete Navigator.prototype.clipboard")
    browser.run(COPY)
    browser.wait_for(lambda: "doesn't let this page copy" in told(browser))
    assert json.loads(browser.run("getSelection().toString()"))["user"] == sent(ZOE)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_looks_like_the_program_in_light_and_dark(
    scheme: str, browser: Browser, server: TryServer, tmp_path: Path
) -> None:
    from reamaze_gui.ui.widgets import style

    server.page = page_for(ZOE)
    browser.open(server.address, scheme=scheme)
    browser.wait_for(lambda: "is on this page" in told(browser))
    browser.screenshot(tmp_path / f"{scheme}.png")
    theme = {"light": style.LIGHT, "dark": style.DARK}[scheme]
    tones = {tone.value: colour for tone, colour in theme.tones.items()}
    names = ("window", "card", "sunken", "line", "border", "text", "accent")
    colours = tones | {name: getattr(theme, name) for name in names}
    read = "getComputedStyle(document.documentElement).getPropertyValue('--{}')"
    assert {name: browser.run(read.format(name)) for name in colours} == colours
