"""A customer is found in the data that frameworks and tag managers deliver with a page."""

import base64
import html
import itertools
import json
from urllib.parse import quote

import pytest

from reamaze_gui.core.page import Clue, Place
from reamaze_gui.core.reader import read
from tests.core.forms import CUSTOMER, KEY, PAIRS
from tests.core.reading import user_in, values

CODE = f"var _support={{account:'acme',user:{{{PAIRS}}}}};"
JSON = json.dumps(CUSTOMER)
LOADER = "https://cdn.reamaze.com/assets/reamaze-loader.js"


def _pushes(stream: str, *cuts: int) -> str:
    """Return a stream of rows as Next.js pushes it, cut in pieces."""
    edges = [0, *cuts, len(stream)]
    pieces = [stream[start:end] for start, end in itertools.pairwise(edges)]
    return "<script>(self.__next_f=self.__next_f||[]).push([0])</script>\n" + "\n".join(
        f"<script>self.__next_f.push([1,{_escaped(piece)}])</script>" for piece in pieces
    )


def _escaped(piece: str) -> str:
    return json.dumps(piece).replace("<", "\\u003c")


ROW = "5:" + json.dumps(["$", "$L4", None, {"dangerouslySetInnerHTML": {"__html": CODE}}]) + "\n"
SCRIPT = ["$", "script", None, {"src": LOADER}]
HEAD = f'1:"$Sreact.fragment"\n2:I[4431,["x"],""]\n3:{json.dumps(SCRIPT)}\n'
TEXT_ROW = f'7:T{len(CODE.encode()):x},{CODE}8:["$","p",null,{{}}]\n'
NUXT = [["ShallowReactive", 1], {"data": 2, "state": 3}, ["ShallowReactive", 9], ["Reactive", 4],
        {"$scustomer": 5}, {"id": 6, "email": 7, "name": 10, "authkey": 8}, CUSTOMER["id"],
        CUSTOMER["email"], KEY, {}, CUSTOMER["name"]]  # fmt: skip
BESIDE = [{"user": 1, "authkey": 5}, {"id": 2, "email": 3, "name": 4}, CUSTOMER["id"],
          CUSTOMER["email"], CUSTOMER["name"], KEY]  # fmt: skip
STREAM = [{"_1": 2}, "loaderData", {"_3": 4}, "user", {"_5": 6, "_7": 8, "_9": 10, "_11": 12},
          "id", CUSTOMER["id"], "email", CUSTOMER["email"], "name", CUSTOMER["name"], "authkey", KEY]  # fmt: skip
ASTRO = {"user": [0, {name: [0, value] for name, value in CUSTOMER.items()}], "open": [0, False]}
RUN = {
    "a row of a flight": _pushes(ROW),
    "a row after others": _pushes(HEAD + ROW),
    "a row over two pushes": _pushes(HEAD + ROW, len(HEAD) + 90),
    "a row over many pushes": _pushes(HEAD + ROW, 40, 100, 140, 141, 180, 220),
    "a row of text": _pushes(HEAD + TEXT_ROW),
    "a row of text over pushes": _pushes(HEAD + TEXT_ROW, len(HEAD) + 30, len(HEAD) + 31),
    "children of a script": _pushes(f'a:{json.dumps(["$", "script", None, {"children": CODE}])}\n'),
    "a page in a row": _pushes(f'b:{json.dumps(["$", "div", None, {"dangerouslySetInnerHTML": {"__html": f"<script>{CODE}</script>"}}])}\n'),
    "a tag manager's container": "<script>var data = {resource: {tags: [{function: '__html', vtp_html: "
    + json.dumps(f'<script type="text/gtmscript">{CODE}</script>').replace("<", "\\u003C").replace("/", "\\/")
    + "}]}};</script>",
    "a tag manager's JSON": json.dumps({"containerVersion": {"tag": [{"type": "html", "parameter": [{"key": "html", "value": f"<script>\n{CODE}\n</script>"}]}]}}),
}  # fmt: skip
HANDED_ON = {
    "Nuxt": f'<script type="application/json" id="__NUXT_DATA__" data-ssr="true">{json.dumps(NUXT)}</script>',
    "Nuxt, authkey beside": f'<script type="application/json" data-nuxt-data="x" id="__NUXT_DATA__">{json.dumps(BESIDE)}</script>',
    "Nuxt 2": f'<script>window.__NUXT__=(function(a,b){{return {{state:{{customer:{{id:"48151623",email:b,name:"Zoë Day",authkey:a}}}}}}}}("{KEY}","zoe@example.org"));</script>',
    "Next's pages": f'<script id="__NEXT_DATA__" type="application/json">{json.dumps({"props": {"pageProps": {"user": CUSTOMER}}, "page": "/"})}</script>',
    "Next's pages, authkey beside": '<script id="__NEXT_DATA__" type="application/json">'
    + json.dumps({"props": {"pageProps": {"reamazeAuthkey": KEY, "user": {"id": "48151623", "email": "zoe@example.org", "name": "Zoë Day"}}}})
    + "</script>",
    "props in a flight": _pushes(f'6:{json.dumps(["$", "$L7", None, {"user": CUSTOMER}])}\n', 30),
    "Remix": f"<script>window.__remixContext = {json.dumps({'state': {'loaderData': {'root': {'user': CUSTOMER}}}})};</script>",
    "Remix, streamed": f"<script>window.__reactRouterContext.streamController.enqueue({json.dumps(json.dumps(STREAM))});</script>",
    "SvelteKit": f"<script>{{\n__sveltekit_1a2b = {{base: ''}};\nconst data = [null, {{type: 'data', data: {{user: {{{PAIRS}}}}}, uses: {{}}}}];\nPromise.all([import('/a.js')]).then(([kit]) => kit.start(null, null, {{data}}));\n}}</script>",
    "SvelteKit's answer": json.dumps({"type": "data", "nodes": [None, {"type": "data", "data": [*NUXT[3:4], {"user": 2}, {"id": 3, "email": 4, "name": 5, "authkey": 6}, CUSTOMER["id"], CUSTOMER["email"], CUSTOMER["name"], KEY]}]}),
    "Astro": f'<astro-island uid="x" component-url="/_astro/a.js" props="{html.escape(json.dumps(ASTRO))}"></astro-island>',
    "Inertia": f'<div id="app" data-page="{html.escape(json.dumps({"component": "Home", "props": {"auth": {"user": CUSTOMER}}}))}"></div>',
    "a data attribute": f"<div id=reamaze data-customer='{JSON}'></div><script>_support.user = JSON.parse(document.getElementById('reamaze').dataset.customer)</script>",
    "data attributes": f'<div id="reamaze" data-user-id="48151623" data-user-email="zoe@example.org" data-user-name="Zoë Day" data-authkey="{KEY}"></div>',
    "Base64 in an attribute": f'<div data-user="{base64.b64encode(JSON.encode()).decode()}"></div>',
    "percent signs in an attribute": f'<div data-user="{quote(JSON)}"></div>',
    "what is no JSON in them": f'<div data-auth="eyJ\xe9" data-mail="eyJ" data-user="{quote(JSON)}"></div>',
    "an element of the shop's own": f'<reamaze-chat id="48151623" user-email="zoe@example.org" name="Zoë Day" authkey="{KEY}">',
    "a component": f'<Chat userId="48151623" email="zoe@example.org" name="Zoë Day" authkey="{KEY}" />',
    "a text area": f"<textarea hidden>{JSON}</textarea>",
    "Angular's escapes": f"<script type='application/json'>{JSON.replace(chr(34), '&q;')}</script>",
    "JSON in a script": f'<script type="application/json" id="customer">{JSON}</script>\n<script>_support.user = JSON.parse(document.getElementById("customer").textContent);</script>',
    "a store": f"<script>window.__INITIAL_STATE__ = {json.dumps({'session': {'customer': CUSTOMER}})}</script>",
    "positions in a string": f"<script>window.__STATE__ = JSON.parse({json.dumps(json.dumps({'nodes': BESIDE}))})</script>",
    "positions of nothing": f"<script type='application/json'>{json.dumps([{'user': 1, 'authkey': 5, 'cart': -1}, *BESIDE[1:]])}</script>",
    "a store as a string": f"<script>window.__PRELOADED_STATE__ = JSON.parse({json.dumps(json.dumps({'session': CUSTOMER}))})</script>",
}  # fmt: skip


@pytest.mark.parametrize("name", RUN)
def test_a_script_in_data_is_read_as_one_in_the_page(name: str) -> None:
    page = read(f"<html><body>{RUN[name]}</body></html>" if RUN[name][0] == "<" else RUN[name])
    assert page.user
    assert page.user.place is Place.USER
    assert {entry.name: entry.text for entry in page.user.entries} == CUSTOMER
    assert page.account
    assert page.account.text == "acme"
    assert {each.clue for each in page.sightings} <= {Clue.LOADER}
    assert len(page.seen(Clue.LOADER)) < 2


@pytest.mark.parametrize("name", HANDED_ON)
def test_a_customer_in_data_is_found_and_right_where_it_stands(name: str) -> None:
    page = read(HANDED_ON[name])
    assert page.user
    assert page.user.place is Place.DATA
    assert {entry.name: entry.text for entry in page.user.entries} == CUSTOMER
    assert not page.overwritten


def test_a_page_that_delivers_its_script_twice_has_one_customer_and_one_widget() -> None:
    page = read(
        f"<html><script async src={LOADER}></script><script>{CODE}</script>{_pushes(HEAD + ROW)}</html>"
    )
    assert page.user
    assert not page.overwritten
    assert [each.clue for each in page.sightings] == [Clue.LOADER]


def test_a_row_has_the_line_of_the_push_in_which_it_begins() -> None:
    pushes = _pushes(HEAD + ROW, len(HEAD))
    assert user_in(pushes).line == 3
    assert ROW[:1] in pushes.split("\n")[2]


def test_a_widget_that_only_data_loads_is_loaded() -> None:
    page = read(f"<html><script>{CODE}</script>{_pushes(HEAD)}</html>")
    assert len(page.seen(Clue.LOADER)) == 1


@pytest.mark.parametrize(
    "cut", ["5:", "5:[", '5:["$', "5:T", "5:Tff,abc", ":", "5:{}}", "5:T999999999999,x"]
)
def test_a_stream_that_was_cut_off_is_read_as_far_as_it_goes(cut: str) -> None:
    assert values(_pushes(ROW + cut)) == CUSTOMER
    assert values(f'<script>self.__next_f.push([1,"{cut}') == {}


def test_a_list_of_people_who_are_written_to_is_no_customer() -> None:
    people = [{"email": "a@b.c", "id": 1}, {"email": "d@e.f", "id": 2}]
    assert values(f"<script type=application/json>{json.dumps(people)}</script>") == {}


@pytest.mark.parametrize(
    "data",
    [
        '[{"email": 0, "authkey": 0}]',
        '[{"email": 1, "authkey": 2}, {"email": 0, "authkey": 0}]',
        '[{"_0": 0, "email": 0, "authkey": 0}]',
        '{"email": ["²", "a@b.c"], "authkey": ["²", "x"]}',
    ],
)
def test_positions_that_lead_nowhere_are_read(data: str) -> None:
    read(f"<script type=application/json>{data}</script>")


FIELDS = {"id": CUSTOMER["id"], "email": CUSTOMER["email"], "authkey": KEY}
ELEMENTS = {
    "Stimulus": "<div "
    + " ".join(f'data-reamaze-{name}-value="{value}"' for name, value in FIELDS.items())
    + "></div>",
    "Alpine's call": f"<div x-data='chat({json.dumps(FIELDS)})'></div>",
    "a page's head": "<title>Shop</title>"
    + "".join(
        f'<meta name="reamaze-user-{name}" content="{value}">' for name, value in FIELDS.items()
    ),
    "a form that nobody sees": "".join(
        f'<input type=hidden id="reamaze_{name}" value="{value}">' for name, value in FIELDS.items()
    ),
}


@pytest.mark.parametrize("name", ELEMENTS)
def test_a_customer_in_the_attributes_of_several_elements_is_found(name: str) -> None:
    user = user_in(ELEMENTS[name])
    assert user.place is Place.DATA
    assert {each.name: each.text for each in user.entries} == FIELDS


@pytest.mark.parametrize("attribute", ["x-init", "@click", "data-init"])
def test_code_in_any_attribute_is_run(attribute: str) -> None:
    code = html.escape(f"window._support.user = {json.dumps(FIELDS)}")
    page = read(f'<div {attribute}="{code}"></div>')
    assert page.user
    assert page.user.place is Place.USER
    assert bool(page.seen(Clue.LATE)) is True


def test_the_fields_of_two_forms_are_not_mixed() -> None:
    other = "<form><input name=email value=news@example.org></form>"
    fields = "".join(f"<input name={name} value='{value}'>" for name, value in FIELDS.items())
    assert values(f"{other}<form>{fields}</form>")["email"] == FIELDS["email"]


def test_data_that_a_framework_is_started_with_later_is_data() -> None:
    page = read(
        f"<script>__sveltekit_1 = {{}}; import('./start.js').then(kit => {{ kit.start({{user: {JSON}}}) }})</script>"
        "<script>_support = {ui: {}}</script>"
    )
    assert page.user
    assert page.user.place is Place.DATA


def test_one_input_that_asks_for_an_email_is_no_customer() -> None:
    assert read("<input name=email value=a@b.c><input name=auth_token value=x>").user is None


def test_what_is_no_position_in_the_list_of_qwik_stays_what_it_is() -> None:
    state = {"objs": [{"id": "1", "email": "2", "authkey": "No!"}, "7", "a@b.c"], "subs": []}
    user = user_in(f"<script type='qwik/json'>{json.dumps(state)}</script>")
    assert [each.text for each in user.entries][-1] == "No!"


def test_a_framework_s_name_as_a_value_is_a_value() -> None:
    user = user_in("<script>_support.user = {id: '__next_f', email: 'a@b.c'}</script>")
    assert [each.text for each in user.entries] == ["__next_f", "a@b.c"]


def test_what_a_framework_left_undefined_is_no_placeholder() -> None:
    user = {"id": "7", "email": "a@b.c", "authkey": "x", "image": "$undefined"}
    row = json.dumps(f"5:{json.dumps(user)}\n")
    page = read(f"<script>self.__next_f.push([1,{row}])</script>")
    assert page.user
    assert not page.sightings
