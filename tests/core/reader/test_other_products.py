"""Another product's snippet is named, and never taken for a customer of Re:amaze."""

import pytest

from reamaze_gui.core.page import Clue, Place
from reamaze_gui.core.reader import read
from tests.core.forms import CUSTOMER, KEY, PAGE, SNIPPET
from tests.core.reading import user_in

WHO = f"id: '5', email: 'zoe@example.org', name: 'Zoe', authkey: '{KEY}'"
HASHED = f"email: 'zoe@example.org', user_id: '5', user_hash: '{KEY}'"
PRODUCTS = {
    "Intercom": (
        f"window.intercomSettings = {{app_id: 'a', {HASHED}}};",
        f"Intercom('boot', {{app_id: 'a', {HASHED}}});",
        f"window.Intercom('update', {{{HASHED}}})",
        f"import Intercom from '@intercom/messenger-js-sdk';\nIntercom({{{HASHED}}});",
        f"const {{ boot }} = useIntercom();\nboot({{{HASHED.replace('_h', 'H')}}})",
        f"var intercomSettings = {{{HASHED}}}",
    ),
    "Help Scout": (
        f"Beacon('identify', {{name: 'Zoe', email: 'zoe@example.org', signature: '{KEY}'}})",
        f"window.Beacon('init', 'x'); window.Beacon('identify', {{email: 'a@b.c', signature: '{KEY}'}})",
    ),
    "Chatwoot": (
        f"window.$chatwoot.setUser('5', {{email: 'zoe@example.org', identifier_hash: '{KEY}'}});",
    ),
    "Frill": ("window.Frill_Config = [{key: 'a', ssoToken: 'b'}];",),
    "Crisp": (f"$crisp.push(['set', 'user:email', ['zoe@example.org', '{KEY}']]);",),
    "tawk.to": (
        f"var Tawk_API = Tawk_API || {{}}; Tawk_API.visitor = {{name: 'Zoe', email: 'zoe@example.org', hash: '{KEY}'}};",
        f"window.Tawk_API.setAttributes({{email: 'zoe@example.org', hash: '{KEY}'}}, function () {{}})",
    ),
    "Front": (f"window.FrontChat('init', {{chatId: 'x', email: 'zoe@example.org', userHash: '{KEY}'}});",),
    "Zendesk": (
        "zE('messenger', 'loginUser', cb => cb('eyJ.eyJ.sig')); zE('webWidget', 'identify', {name: 'Zoe', email: 'zoe@example.org'});",
        f"window.zESettings = {{webWidget: {{authenticate: {{email: 'zoe@example.org', hmac: '{KEY}'}}}}}}",
    ),
    "Freshchat": (f"window.fcWidget.user.setProperties({{email: 'zoe@example.org', hash: '{KEY}'}})",),
    "Gorgias": (f"GorgiasChat.init().then(c => c.setUser({{email: 'zoe@example.org', hmac: '{KEY}'}}))",),
    "LiveChat": ("LiveChatWidget.call('set_customer_email', 'zoe@example.org')",),
    "Drift": (f"drift.identify('5', {{email: 'zoe@example.org'}}, {{userJwt: '{KEY}'}});",),
    "Userflow": (f"userflow.identify('5', {{email: 'zoe@example.org', signature: '{KEY}'}}, {{signature: '{KEY}'}})",),
    "Canny": (f"Canny('identify', {{appID: 'x', user: {{email: 'zoe@example.org', id: '5', hash: '{KEY}'}}}});",),
    "Elevio": (f"window._elev.on('load', e => e.setUser({{email: 'zoe@example.org', user_hash: '{KEY}'}}));",),
    "HubSpot": ("window.hsConversationsSettings = {identificationEmail: 'zoe@example.org', identificationToken: 'x'};",),
}  # fmt: skip
CASES = [(name, code) for name, codes in PRODUCTS.items() for code in codes]


@pytest.mark.parametrize(("name", "code"), CASES)
@pytest.mark.parametrize(
    "form", ["{}", "<script>{}</script>", "Hi, our page has this:\n\n{}\n\nThanks"]
)
def test_another_products_snippet_has_no_customer_of_ours(name: str, code: str, form: str) -> None:
    page = read(form.replace("{}", code))
    assert page.user is None
    assert [each.text for each in page.seen(Clue.OTHER_PRODUCT)] == [name]


@pytest.mark.parametrize("code", [code for _, code in CASES])
def test_beside_our_widget_it_is_left_alone(code: str) -> None:
    for text in (f"<script>{code}</script>{SNIPPET}", f"{SNIPPET}<script>{code}</script>"):
        user = user_in(text)
        assert user.place is Place.USER
        assert {entry.name: entry.text for entry in user.entries} == CUSTOMER


@pytest.mark.parametrize(("name", "code"), CASES)
def test_it_is_no_customer_where_our_widget_has_none(name: str, code: str) -> None:
    ours = "var _support = _support || {ui: {}, user: {}}; _support.account = 'acme';"
    page = read(f"<html><script>{ours}</script>\n<script>{code}</script></html>")
    assert page.user is None
    assert [(each.line, each.text) for each in page.seen(Clue.OTHER_PRODUCT)] == [(2, name)]
    assert page.account


@pytest.mark.parametrize(
    "call", ["Intercom('boot', {})", "Beacon('identify', {})", "window.intercomSettings = {}"]
)
def test_even_an_authkey_that_another_product_is_given_is_not_ours(call: str) -> None:
    page = read(f"<script>var _support = {{}}; {call.replace('{}', f'{{{WHO}}}')}</script>")
    assert page.user is None


@pytest.mark.parametrize("how", ["window.zorpSettings = {}", "Zorp.boot({})"])
def test_a_product_that_nobody_knows_is_another_one_too(how: str) -> None:
    code = how.replace("{}", f"{{app_id: 'x', {HASHED}}}")
    page = read(f"<script>{code}</script>")
    assert page.user is None
    assert [each.text for each in page.seen(Clue.OTHER_PRODUCT)] == ["another product"]
    assert read(f"<script>{code}</script>{SNIPPET}").user


@pytest.mark.parametrize(
    "text", [PAGE, SNIPPET, "A beacon of hope", "drift away", "front desk: zoe@example.org"]
)
def test_words_alone_are_no_product(text: str) -> None:
    assert not read(text).seen(Clue.OTHER_PRODUCT)


def test_a_product_is_named_even_without_a_customer() -> None:
    page = read("\nKustomer.start();")
    assert [(each.line, each.text) for each in page.sightings] == [(2, "Kustomer")]


def test_data_named_after_another_product_is_not_ours() -> None:
    page = read(f'{{"beacon": {{"email": "a@b.c", "signature": "{KEY}"}}}}')
    assert page.user is None
    assert [each.text for each in page.sightings] == ["Help Scout"]


def test_an_unknown_product_is_known_by_whom_its_settings_name() -> None:
    user = "{id: '5', email: 'zoe@example.org', signature: 'abc'}"
    page = read(f"window.chatter = {{\n  merchantId: '9',\n  user: {user}\n}};")
    assert page.user is None
    assert page.seen(Clue.OTHER_PRODUCT)
    assert read(f"window.chatter = {{theme: 'x', user: {user}}};").user
