"""Every clue is found on its line, and none on a healthy page."""

import pytest

from reamaze_gui.core.page import Clue, Kind, Sighting
from reamaze_gui.core.reader import read
from tests.core.forms import (
    CODE,
    CODE_FORMS,
    DEFINED,
    FORMS,
    PAGE,
    PAIRS,
    PRINTED_FORMS,
    REQUEST_FORMS,
    SNIPPET,
)
from tests.core.reading import user_in

USER = f"_support.user = {{{PAIRS}}};"
SAID = {"when the page is ready", "an apostrophe too many", "typographic quotes"}
HEALTHY = {
    **{name: text for name, text in (CODE_FORMS | PRINTED_FORMS | REQUEST_FORMS).items() if name not in SAID},
    "a page with templates of another kind": PAGE.replace(
        "<script>dataLayer", "<script>new Vue({template: '{{ a }}'});\n\nvar x = `${y}`; dataLayer"
    ),
    "a library that can hash": "<script>function md5(a) { return hmac(a) } var CryptoJS = "
    "{HmacSHA256: function (a) { return sha256(a) }};</script>" + SNIPPET,
    "a broken script of somebody else": "<script>var a = 'it's'</script>" + SNIPPET,
    "typographic quotes in a text": SNIPPET.replace("Zoë Day", "“Zoë” ‘Day’ d’Or"),
    "comments": SNIPPET.replace("\nauthkey", "\n// Reamaze.reload() ‘a’ {{ b }}\nauthkey"),
    "a function with a _support of the page": "<script>(function () {var _support = "
    f"window._support = window._support || {{}}; {USER}}})()</script>",
    "a template's tag two lines away": "<script>{% a %}\n\n" + CODE + "\n\n{% b %}</script>",
    "settings that are made when the page is ready": "<script>$(function () {"
    "window._support = {ui: {}} })</script>",
    "a module that sets the page's": f"<script type=module>window.{USER}</script>",
}  # fmt: skip
SEEN = {
    "a loader": ('<script\nsrc="https://cdn.reamaze.com/assets/reamaze.js"></script>',
                 Sighting(Clue.LOADER, 2)),
    "a loader without protocol": ("<script src=//cdn.reamaze.com/assets/reamaze-loader.js></script>",
                                  Sighting(Clue.LOADER, 1)),
    "a loader of one's own": ("<script src='/js/reamaze-loader.min.js'></script>",
                              Sighting(Clue.LOADER, 1)),
    "a loader that a script inserts": (
        ("<script>\nvar s = document.createElement('script');\n"
        "s.src = 'https://cdn.reamaze.com/assets/reamaze.js'; x(s)</script>"), Sighting(Clue.LOADER, 3)),
    "a reload": (f"<script>{USER}\nReamaze.reload();</script>", Sighting(Clue.RELOAD, 2)),
    "a _support of a function": (f"<script>(function () {{\nvar _support = {{}}; {USER} }})()</script>",
                                 Sighting(Clue.LOCAL, 2)),
    "a _support of an arrow function": (f"<script>$(() => {{ const _support = {{}};\n {USER} }})</script>",
                                        Sighting(Clue.LOCAL, 1)),
    "a _support that only seems shared": (
        f"<script>function a() {{\n var _support = _support || {{}};\n {USER} }}; a()</script>",
        Sighting(Clue.LOCAL, 2)),
    "a _support beside the page's": (
        ("<script>var _support = {};\n(function () {\nvar _support = _support || {};\n"
        f"{USER} }})()</script>"), Sighting(Clue.LOCAL, 3)),
    "a _support of a module": (f"<script type='module'>\nconst _support = {{}}; {USER}</script>",
                               Sighting(Clue.LOCAL, 2)),
    "used before": (f"<script>\n{USER}</script>\n<script>var _support = _support || {{}}</script>",
                    Sighting(Clue.UNDEFINED, 2, "_support")),
    "the window's, used before": (f"<script>\nwindow.{USER}</script>\n<script>var _support = _support || {{}}</script>",
                                  Sighting(Clue.UNDEFINED, 2, "window._support")),
    "never defined in a page": (f"<html>\n{SNIPPET}</html>", Sighting(Clue.UNDEFINED, 3, "_support")),
    "a user that is not there in a page": (
        ("<html><script>var _support = {account: 'acme'};\n_support.user.id = '1';"
        "_support.user.email = 'a@b.c'</script></html>"), Sighting(Clue.UNDEFINED, 2, "_support.user")),
    "when the page is ready": (f"<script>\n$(function () {{\n{USER} }})</script>", Sighting(Clue.LATE, 3)),
    "all when the page is ready": (
        f"<script>$(function () {{\nwindow._support = {{user: {{{PAIRS}}}}} }})</script>",
        Sighting(Clue.LATE, 2),
    ),
    "at DOMContentLoaded": (
        f"<script>document.addEventListener('DOMContentLoaded', () => {{\n{USER} }})</script>",
        Sighting(Clue.LATE, 2)),
    "at load": (f"<script>window.onload = function () {{\n{USER} }}</script>", Sighting(Clue.LATE, 2)),
    "after a while": (f"<script>setTimeout(function () {{ {USER} }}, 100)</script>", Sighting(Clue.LATE, 1)),
    "after an answer": (f"<script>fetch('/me').then(r => r.json()).then(r => {{\n{USER} }})</script>",
                        Sighting(Clue.LATE, 2)),
    "one value after an answer": (
        f"<script>{USER}\n$.get('/me', me => {{ _support.user.authkey = me.key }})</script>",
        Sighting(Clue.LATE, 2)),
    "in a handler": (f'<body\nonload="{USER}">', Sighting(Clue.LATE, 1)),
    "an apostrophe": (SNIPPET.replace("Zoë Day", "O'Brien"),
                      Sighting(Clue.SYNTAX, 5, "name: 'O'Brien',")),
    "a missing comma": (SNIPPET.replace("Day',", "Day'"), Sighting(Clue.SYNTAX, 5, "name: 'Zoë Day'")),
    "a missing bracket": (SNIPPET.replace("['user']", "['user'"), None),
    "a line break in a string": (SNIPPET.replace("Zoë Day", "Zoë\nDay"), None),
    "typographic quotes": (SNIPPET.replace("'Zoë Day'", "‘Zoë Day’"),
                           Sighting(Clue.CURLY, 5, "‘Zoë Day’,")),
    "a stray typographic quote": (SNIPPET.replace("Day',", "Day'” ‘,"), None),
    "nothing that could be repaired": (SNIPPET.replace("_support", "it's <b>_support").replace("Day',", "Day'"), None),
    "typographic quotes round a key": (SNIPPET.replace("'user'", "“user”"), None),
    "a tag for a value": (SNIPPET.replace("'Zoë Day'", "{{ name }}"), Sighting(Clue.TAG, 5, "{{ name }}")),
    "a tag in a string": (SNIPPET.replace("Zoë Day", "<?= $name ?>"), Sighting(Clue.TAG, 5, "<?= $name ?>")),
    "a tag that decides": (f"<script>\n{{% if customer %}}\n{CODE}\n{{% endif %}}\n</script>",
                           Sighting(Clue.TAG, 2, "{% if customer %}")),
    "a tag for the account": ("<script>var _support = {account: '{{ shop }}'}</script>",
                              Sighting(Clue.TAG, 1, "{{ shop }}")),
    "a tag in another script": (("<script>var who = {email: '{{ email }}'}</script>\n"
                                "<script>_support.user = who</script>"), Sighting(Clue.TAG, 1, "{{ email }}")),
    "an HMAC": (("<script>_support.user = {id: 1, email: 'a@b.c',\n"
                "authkey: CryptoJS.HmacSHA256('1:a@b.c', 'opensesame').toString()}</script>"),
                Sighting(Clue.HMAC, 2, "CryptoJS.HmacSHA256(…)")),
    "an HMAC in another script": (
        ("<script>\nvar key = sha256.hmac('opensesame', '1:a@b.c')</script>"
        "<script>_support.user = {email: 'a@b.c', authkey: key}</script>"),
        Sighting(Clue.HMAC, 2, "sha256.hmac(…)")),
    "an ignored script": (f"<script src='https://cdn.reamaze.com/assets/reamaze.js'>{USER}</script>",
                          Sighting(Clue.SKIPPED, 1, "code inside a script that is loaded from an address is not run")),
}  # fmt: skip


@pytest.mark.parametrize("name", HEALTHY)
def test_a_healthy_page_shows_nothing_but_the_widget(name: str) -> None:
    assert {sighting.clue for sighting in read(HEALTHY[name]).sightings} <= {Clue.LOADER}


@pytest.mark.parametrize("name", SEEN)
def test_a_sign_is_seen_where_it_is(name: str) -> None:
    text, sighting = SEEN[name]
    sightings = read(text).sightings
    if sighting:
        assert sighting in sightings
    else:
        assert {sighting.clue for sighting in sightings} & {Clue.SYNTAX, Clue.CURLY}


@pytest.mark.parametrize("name", [name for name in SEEN if "{id: 1" not in SEEN[name][0]])
def test_what_is_wrong_with_a_script_does_not_hide_the_authkey(name: str) -> None:
    text = SEEN[name][0]
    if "authkey: '" in text and "src=" not in text:
        user = user_in(text)
        assert user.get("authkey")
        assert user.get("email")


@pytest.mark.parametrize(
    "call",
    [
        *("CryptoJS.HmacSHA1(a, b)", "CryptoJS.SHA256(a + b)", "CryptoJS.MD5(a)", "md5(a)"),
        *("sha256(a)", "sha256.hmac(b, a)", "sha256.hmac.create(b)", "hex_hmac_md5(b, a)"),
        *("new jsSHA('SHA-256', 'TEXT')", "sjcl.misc.hmac(b)", "new sjcl.misc.hmac(b)"),
        *("forge.hmac.create()", "crypto.createHmac('sha256', b)", "createHash('md5')"),
        *("crypto.subtle.sign('HMAC', b, a)", "window.crypto.subtle.importKey('raw', b)"),
        "new KJUR.crypto.Mac(a)",
        *("hmacSHA256(a, b)", "HMAC(a)", "sha1(a)"),
    ],
)
def test_a_hash_that_the_page_computes_is_seen(call: str) -> None:
    text = f"<script>var key = {call};\n_support.user = {{email: 'a@b.c', authkey: key}}</script>"
    page = read(text)
    assert [(sighting.line, sighting.text[-3:]) for sighting in page.seen(Clue.HMAC)] == [
        (1, "(…)")
    ]
    assert all(sighting.text[:-2] in call for sighting in page.seen(Clue.HMAC))
    assert page.user
    entry = page.user.get("authkey")
    assert entry
    assert entry.kind is Kind.COMPUTED


def test_the_text_of_a_computed_hash_has_no_secret() -> None:
    page = read(SEEN["an HMAC"][0])
    assert page.user
    assert "opensesame" not in str((page.user, page.sightings))


def test_the_right_customer_is_not_hidden_by_a_broken_script() -> None:
    broken = "<script>_support.user = {id: '2', email: 'b@b.c', name: 'it's'}</script>"
    for text in (SNIPPET + broken, broken + SNIPPET):
        page = read(text)
        assert page.user
        assert page.user.get("id")
        assert page.user.entries[0].text == "48151623"
        assert page.seen(Clue.SYNTAX)


def test_what_a_visitor_has_to_click_does_not_count() -> None:
    page = read(f'<script>{USER}</script><a onclick="_support.user = {{}}">log out</a>')
    assert page.user
    assert not page.seen(Clue.LATE)


def test_facts_are_in_the_order_of_the_page() -> None:
    page = read(DEFINED + FORMS["typographic quotes"].replace("_support", "\n_support") + DEFINED)
    lines = [sighting.line for sighting in page.sightings]
    assert lines == sorted(lines)
