"""Of all the customers in a page, the one in force is the one that a browser sends."""

import pytest

from reamaze_gui.core.page import Clue, Entry, Kind, Place
from reamaze_gui.core.reader import read
from tests.core.forms import JSON, PAIRS, SNIPPET
from tests.core.reading import user_in, values, values_of


def test_the_last_assignment_wins_with_its_own_line() -> None:
    page = read("_support.user = {id: '1', email: 'a@b.c'};\n_support.user.id = '2'\n")
    assert page.user
    assert page.user.entries == (Entry("id", "2", 2), Entry("email", "a@b.c", 1))
    assert [user.get("id") for user in page.overwritten] == [Entry("id", "1", 1)]


@pytest.mark.parametrize(
    "later",
    [
        "_support.user = {id: '2', email: 'b@b.c'}",
        "window._support = {user: {id: '2', email: 'b@b.c'}}",
        "_support = Object.assign({}, _support, {user: {id: '2', email: 'b@b.c'}})",
    ],
)
def test_an_overwritten_customer_is_a_former_one(later: str) -> None:
    page = read(
        f"<script>_support.user = {{id: '1', email: 'a@b.c'}}</script>\n<script>{later}</script>"
    )
    assert values_of(page) == {"id": "2", "email": "b@b.c"}
    assert [(user.line, user.get("email")) for user in page.overwritten] == [
        (1, Entry("email", "a@b.c", 1))
    ]


def test_of_several_people_in_a_loop_nobody_knows_whom_the_page_picks() -> None:
    users = "[{id: '1', email: 'a@b.c'}, {id: '2', email: 'b@b.c'}]"
    page = read(f"for (const u of {users}) {{ if (u.id == known) {{ _support.user = u; break }} }}")
    assert page.user
    assert {entry.kind for entry in page.user.entries} == {Kind.COMPUTED}


def test_values_under_a_name_that_only_running_could_tell_leave_support_unknown() -> None:
    page = read(
        "<html><script>window[name] = {ui: {}}; _support.user = {id: '1', email: 'a@b.c'}</script>"
    )
    assert Clue.UNDEFINED not in {each.clue for each in page.sightings}


def test_a_value_that_is_copied_stands_where_it_gets_into_the_customer() -> None:
    before = "var late = {id: '2'};\n_support.user = {id: '1', email: 'a@b.c'};\n"
    for code, line in (
        ("Object.assign(_support.user, late)", 3),
        ("_support.user = Object.assign({}, late)", 1),
    ):
        assert user_in(before + code).get("id") == Entry("id", "2", line)


def test_what_json_holds_stands_where_it_is_parsed() -> None:
    user = user_in("""\n_support = JSON.parse('{"user": {"id": "7", "email": "a@b.c"}}')""")
    assert user.entries == (Entry("id", "7", 2), Entry("email", "a@b.c", 2))


@pytest.mark.parametrize(
    ("event", "id"), [("load", "2"), ("DOMContentLoaded", "2"), ("click", "1")]
)
def test_what_happens_by_itself_counts(event: str, id: str) -> None:
    set_later = f"addEventListener('{event}', () => {{ _support.user.id = '2' }})"
    page = read(f"_support.user = {{id: '1', email: 'a@b.c'}}; {set_later}")
    assert values_of(page)["id"] == id


@pytest.mark.parametrize("code", ["delete _support.user", "_support.user = null", "_support = {}"])
def test_a_customer_that_is_taken_away_is_not_there(code: str) -> None:
    page = read(f"<script>_support.user = {{{PAIRS}}};\n{code}</script>")
    assert page.user is None
    assert [user.get("id") for user in page.overwritten] == [Entry("id", "48151623", 1)]


@pytest.mark.parametrize(
    ("code", "place"),
    [
        (f"_support.ui = {{user: {{{PAIRS}}}}}", Place.UI),
        (f"_support.ui = {{{PAIRS}}}", Place.UI),
        ("_support.ui = {user: {id: '7', email: 'a@b.c'}}", Place.UI),
        (f"window.reamazeUser = {{{PAIRS}}}", Place.ELSEWHERE),
        (f"Reamaze.user = {{{PAIRS}}}", Place.ELSEWHERE),
        (f"reamaze.boot({{{PAIRS}}})", Place.ELSEWHERE),
        (f"window.widgets = {{chat: {{_support: {{user: {{{PAIRS}}}}}}}}}", Place.ELSEWHERE),
        (f"_support.customer = {{{PAIRS}}}", Place.ELSEWHERE),
        ("window.myShop = {email: 'a@b.c', user_hash: 'x'}", Place.ELSEWHERE),
        ("<script type='application/json'>{\"a\": [" + JSON + "]}</script>", Place.DATA),
    ],
)
def test_a_customer_at_another_place_is_told_apart(code: str, place: Place) -> None:
    assert user_in(f"<script>{code}</script>" if "<script" not in code else code).place is place
    better = read(f"<script>{code}</script>{SNIPPET}")
    assert better.user
    assert better.user.place is Place.USER


def test_the_settings_of_the_widget_are_no_part_of_the_customer() -> None:
    page = read(
        "_support = {account: 'acme', ui: {}, id: '7', email: 'a@b.c', custom_fields: {}, plan: 'x'}"
    )
    assert values_of(page) == {"id": "7", "email": "a@b.c", "plan": "x"}


def test_a_customer_who_is_set_value_by_value_has_no_others() -> None:
    page = read("_support.user.id = '7'; _support.user.email = 'a@b.c'")
    assert values_of(page) == {"id": "7", "email": "a@b.c"}
    page = read("_support.user = window.customer; _support.user.email = 'a@b.c'")
    assert [*values_of(page)] == ["email", "id", "authkey"]


@pytest.mark.parametrize("how", ["window.customer", "{{ customer | json }}", "{...visitor()}"])
def test_a_customer_that_only_running_tells_is_there_with_unknown_values(how: str) -> None:
    user = user_in(f"<script>\n_support.user = {how};</script>")
    assert {entry.name for entry in user.entries} == {"id", "email", "authkey"}
    assert not {entry.kind for entry in user.entries} & {Kind.TEXT, Kind.NUMBER}


@pytest.mark.parametrize("target", ["_support", "window._support", "_support.user"])
@pytest.mark.parametrize("copies", ["Object.assign(", "$.extend(", "jQuery.extend(true, "])
def test_what_is_copied_into_support_is_in_force(target: str, copies: str) -> None:
    user = "{id: '7', email: 'a@b.c'}"
    given = user if target.endswith("user") else f"{{user: {user}}}"
    page = read(f"<script>{copies}{target}, {given});</script>")
    assert page.user
    assert page.user.place is Place.USER
    assert [entry.text for entry in page.user.entries] == ["7", "a@b.c"]


ANOTHER = "id: '8', email: 'max@example.org', authkey: 'another'"


@pytest.mark.parametrize(
    "code",
    [
        f"if (_a) {{ _support.user = {{{PAIRS}}} }} else {{ _support.user = {{{ANOTHER}}} }}",
        f"_support.user = {{{PAIRS}}}; if (_a) _support.user = {{{ANOTHER}}}",
        f"switch (_a) {{ case 1: _support.user = {{{PAIRS}}}; default: _support.user = {{{ANOTHER}}} }}",
        f"_support.user = {{{PAIRS}}}; for (var _key in _a) _support.user[_key] = _a[_key]",
    ],
)
def test_which_of_two_customers_is_sent_is_not_guessed(code: str) -> None:
    user = user_in(f"<script>var _support = {{}}; {code}</script>")
    assert {each.name for each in user.entries if each.kind is Kind.COMPUTED} >= {
        *("id", "email", "authkey")
    }


@pytest.mark.parametrize("visitor", ["_support.user = {}", "_support.user = {id: '', email: ''}"])
def test_a_branch_for_visitors_hides_no_customer(visitor: str) -> None:
    code = f"if (_a) {{ _support.user = {{{PAIRS}}} }} else {{ {visitor} }}"
    assert values(f"<script>var _support = {{}}; {code}</script>")["id"] == "48151623"


def test_a_value_that_a_function_returns_is_not_missing() -> None:
    user = user_in("_support.user = {get id() { return shop.id }, email: 'a@b.c'}")
    assert user.get("id") == Entry("id", "get id() { return shop.id }", 1, Kind.COMPUTED)


def test_a_local_support_beside_the_one_with_the_customer_does_no_harm() -> None:
    local = "(function () { var _support = {user: {id: '8'}} })()"
    assert read(f"<script>_support = {{user: {{{PAIRS}}}}}; {local}</script>").sightings == ()


def test_a_variable_of_unknown_name_hides_no_customer() -> None:
    user = user_in(f"<script>_support = {{user: {{{PAIRS}}}}}; window[_name] = 1</script>")
    assert all(each.kind is Kind.TEXT for each in user.entries)
