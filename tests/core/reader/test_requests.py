"""The customer that the widget sends is read from every form of a copied request."""

import json
from urllib.parse import quote, quote_plus, urlencode

import pytest

from reamaze_gui.core.page import Entry, Place
from reamaze_gui.core.reader import read
from tests.core.forms import CUSTOMER, FORM, KEY
from tests.core.reading import user_in, values

DATA = "https://acme.reamaze.io/data/conversations"
PLAIN = urlencode(FORM)
NESTED = urlencode({"origin": "widget", "sparams": PLAIN, "message[body]": "Hi, it's me"})
TWICE = urlencode({"sparams": quote(PLAIN, safe=""), "v": "2"})
COOKIE = json.dumps({**CUSTOMER, "data": {"Plan": "gold"}})
ONCE, BOTH = quote(COOKIE, safe=""), quote(quote(COOKIE, safe=""), safe="")
SENT = {
    "cURL": f"curl '{DATA}' -H 'accept: */*' --data-raw '{NESTED}'",
    "cURL, encoded twice": f"curl '{DATA}' --data-raw '{TWICE}'",
    "cURL of Windows, with quotes as they are": f'curl "{DATA}" ^\n --data-raw "{NESTED.replace("%", "^%")}"',
    "cURL of Windows": f'curl ^"{DATA}^" ^\n --data-raw ^"{NESTED.replace("%", "^%").replace("&", "^&")}^"',
    "cURL, binary": f"curl {DATA} --data-binary $'{NESTED}'",
    "fetch": f'fetch("{DATA}", {{"headers": {{"a": "b"}}, "body": "{NESTED}", "method": "POST"}});',
    "fetch for Node": f"await fetch('{DATA}', {{\n  method: 'POST',\n  body: '{NESTED}'\n}});",
    "PowerShell": f'Invoke-WebRequest -UseBasicParsing -Uri "{DATA}" `\n-Method "POST" `\n-Body "{NESTED}"',
    "HAR": json.dumps({"log": {"entries": [{"request": {"url": DATA, "postData": {"text": NESTED}}}]}}),
    "HAR, parameters": json.dumps({"request": {"url": DATA, "postData": {"params": [{"name": "sparams", "value": quote(PLAIN, safe="")}]}}}),
    "lists of Python": str({name: [value] for name, value in FORM.items()}),
    "a map of Go": "map[" + " ".join(f"{name}:[{value}]" for name, value in FORM.items()) + "]",
    "HAR, decoded parameters": json.dumps({"request": {"url": DATA, "params": [{"name": "sparams", "value": PLAIN}]}}),
    "the tools' list": f"Request URL: {DATA}\nForm Data\norigin: widget\nsparams: {PLAIN}\nv: 2",
    "the tools' source": f"POST /data/conversations HTTP/1.1\nHost: acme.reamaze.io\n\n{NESTED}",
    "HTTPie": f"http --form POST {DATA} " + " ".join(f"'{k}'='{v}'" for k, v in FORM.items()),
    "PowerShell, a table": f"Invoke-RestMethod {DATA} -Body @{{ " + "; ".join(f"'{k}'='{v}'" for k, v in FORM.items()) + " }",
    "FormData": f"{DATA}\n" + json.dumps([*FORM.items()], ensure_ascii=False),
    "a form": f'<form action="{DATA}">' + "".join(f'<input type="hidden" name="{k}" id="x" value="{v}">' for k, v in FORM.items()) + "</form>",
    "an address with sparams": f"https://acme.reamaze.io/data/widget?v=2&{NESTED}",
}  # fmt: skip
ADDRESSES = {
    "an iframe": f'<iframe src="https://acme.reamaze.io/widget?{PLAIN}&amp;v=2"></iframe>',
    "an iframe, escaped": f'<iframe src="https://acme.reamaze.io/widget?{PLAIN.replace("&", "&amp;")}"></iframe>',
    "an admin's link": f'<a href="https://acme.reamaze.io/admin?{PLAIN}&framed=1">Inbox</a>',
    "plain brackets": "https://acme.reamaze.io/admin?" + "&".join(f"{k}={quote_plus(v)}" for k, v in FORM.items()),
    "in a sentence": f"He sees https://acme.reamaze.io/kb?{PLAIN} and nothing else.",
    "a redirect": f"HTTP/1.1 302 Found\nLocation: https://acme.reamaze.io/?{PLAIN}",
    "a log": f'10.0.0.1 - - "GET /widget?{PLAIN} HTTP/1.1" 200 512 "https://acme.reamaze.io/"',
    "within an address": f"https://shop.example/login?to={quote(f'https://acme.reamaze.io/x?{PLAIN}', safe='')}",
}  # fmt: skip
COOKIES = {
    "document.cookie": f"_ga=GA1.2.3; reamaze_user={BOTH}; _reamaze_uc=abc",
    "encoded once": f"cookie: a=b; reamaze_user={ONCE}; c=d",
    "not encoded": f"reamaze_user={COOKIE}",
    "the tools' table": f"reamaze_user\t{BOTH}\t.example.org\t/\tSession\t312",
    "the tools' values": f"Name: reamaze_user\nreamaze_user: {ONCE}\nDomain: example.org",
    "a string": f"document.cookie = 'reamaze_user={BOTH}; path=/'",
    "HAR": json.dumps({"cookies": [{"name": "_ga", "value": "x"}, {"name": "reamaze_user", "value": BOTH}]}),
    "Set-Cookie": f"Set-Cookie: reamaze_user={BOTH}; Path=/; Secure",
    "Firefox": f'reamaze_user:"{BOTH}"\nPath:"/"',
    "cURL": f"curl https://shop.example/ -b 'a=b; reamaze_user={BOTH}'",
    "its name and its value": f"reamaze_user\n{BOTH}\n",
}  # fmt: skip


def _values(text: str) -> dict[str, str]:
    return {name: value for name, value in values(text).items() if name in CUSTOMER}


@pytest.mark.parametrize("name", SENT)
def test_parameters_within_a_parameter_are_read(name: str) -> None:
    page = read(SENT[name])
    assert _values(SENT[name]) == CUSTOMER
    assert page.user
    assert page.user.place is Place.REQUEST
    if "acme" in SENT[name]:
        assert page.account
        assert page.account.text == "acme"


@pytest.mark.parametrize("name", ADDRESSES)
def test_an_address_with_a_customer_is_read(name: str) -> None:
    assert _values(ADDRESSES[name]) == CUSTOMER


@pytest.mark.parametrize("name", COOKIES)
def test_the_widgets_cookie_is_read(name: str) -> None:
    assert user_in(COOKIES[name]).place is Place.REQUEST
    assert _values(COOKIES[name]) == CUSTOMER


@pytest.mark.parametrize(
    "text",
    [
        "reamaze_user=",
        "reamaze_user=%7B",
        "reamaze_user={",
        "reamaze_user=%257B%2522id",
        "_reamaze_user=1",
        "reamaze_user={}",
        "reamaze_user={[1]}",
    ],
)
def test_a_cookie_that_was_cut_off_is_nobody(text: str) -> None:
    assert read(text).user is None


@pytest.mark.parametrize(
    "code",
    [
        "frame.src = 'https://acme.reamaze.com/admin?' + $.param({sso: {USER}, framed: 1});",
        "jQuery('#reamaze').attr('src', url + '?' + jQuery.param({sso: {USER}, framed: 1}))",
        "var params = {framed: 1, sso: {USER}}; open(base + jQuery.param(params))",
        "const query = qs.stringify({ sso: {USER} }); location.href = `${host}?${query}`",
        "$(function () { $('iframe').attr('src', 'https://a.reamaze.com?' + $.param({sso: {USER}})) })",
    ],
)
def test_a_member_of_staff_who_is_signed_in_by_an_address_is_right_there(code: str) -> None:
    user = f"{{id: 'wp-admin-5', email: 'zoe@example.org', name: 'Zoë', authkey: '{KEY}'}}"
    for text in (code, f"<script>{code}</script>"):
        page = read(text.replace("{USER}", user))
        assert page.user
        assert page.user.place is Place.REQUEST
        assert page.user.get("id") == Entry("id", "wp-admin-5", 1)


SIGNED_IN = {
    "an object": f"$.param({{sso: {json.dumps(CUSTOMER)}, framed: 1}})",
    "a form's names": f"new URLSearchParams({json.dumps(FORM)})",
    "a text": "'https://acme.reamaze.io/admin?framed=1'"
    + "".join(f" + '&{name}=' + encodeURIComponent('{value}')" for name, value in FORM.items()),
    "a template": f"`https://acme.reamaze.io/admin?{PLAIN}`",
}


@pytest.mark.parametrize("name", SIGNED_IN)
def test_whom_a_script_signs_in_by_an_address_is_found_where_it_stands(name: str) -> None:
    user = user_in(f"<script>\nframe.src = 'x' + {SIGNED_IN[name]};</script>")
    assert user.place is Place.REQUEST
    assert {entry.name: entry.text for entry in user.entries} == CUSTOMER
    assert user.line == 2


def test_an_address_that_signs_in_nobody_is_none() -> None:
    page = read("<script>frame.src = 'https://acme.reamaze.io/?sso[authkey]=' + 'x'</script>")
    assert page.user is None or page.user.get("email") is None


def test_an_address_that_a_script_puts_together_is_not_read_as_empty() -> None:
    parts = " + ".join(
        f"'&sso[{name}]=' + encodeURIComponent('{value}')" for name, value in CUSTOMER.items()
    )
    assert values(f"frame.src = 'https://acme.reamaze.com/admin?' + {parts};") == CUSTOMER


def test_the_values_of_a_query_are_read_as_httpie_has_them() -> None:
    user = user_in("http POST https://acme.reamaze.io/x sso[id]==7 sso[email]==a@b.c")
    assert [each.text for each in user.entries] == ["7", "a@b.c"]
