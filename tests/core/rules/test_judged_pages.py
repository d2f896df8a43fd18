"""What a rule finds depends on the rest of the page, and on the kind of a value."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.console import COMMAND
from reamaze_gui.core.page import Clue, Entry, Kind, Page, Place, Sighting, User
from reamaze_gui.core.reader import read
from reamaze_gui.core.remark import Severity
from reamaze_gui.core.rules import judge

SECRET = "Kd82nQx7vLw03TzRb5Yh"
GODADDY = "1f0c6d1e-27a6-4f9a-9a8e-0a3f5b0c9d11"
SECRETS = {"acme": Secret(SECRET), GODADDY: Secret("a secret of another account")}


def test_what_is_grave_comes_first_then_what_keeps_the_customer_signed_out() -> None:
    page = Page(
        f"\n\n{SECRET}",
        _customer(id=Entry("id", "7", 9, Kind.NUMBER, "07"), email=Entry("email", "", 8)),
        sightings=(Sighting(Clue.LATE, 5), Sighting(Clue.LOADER, 1), Sighting(Clue.LOADER, 2)),
    )
    found = [(finding.id, finding.severity, finding.line) for finding in judge(page, SECRETS)]
    assert found == [
        ("secret", Severity.GRAVE, 3),
        ("late", Severity.PROBLEM, 5),
        ("email-missing", Severity.PROBLEM, 1),
        ("number", Severity.PROBLEM, 9),
        ("twice", Severity.WARNING, 2),
    ]


def test_our_line_for_the_console_is_not_taken_for_its_answer() -> None:
    assert [each.id for each in judge(read(COMMAND), {})] == ["no-user"]
    answer = f"> {COMMAND}\n< 'There is no _support here. Choose the page itself (top) …'"
    assert [each.id for each in judge(read(answer), {})] == ["no-support"]


GOOD = {"id": "7", "email": "zoe@example.org", "authkey": "e5069590ea0eb07d"}


@pytest.mark.parametrize(
    ("page", "ids"),
    [
        (Page(""), {"no-user"}),
        (Page("", sightings=(Sighting(Clue.SKIPPED, 0, "too long."),)), {"skipped"}),
        (Page("", sightings=(Sighting(Clue.LOCAL, 1),)), {"local"}),
        (Page("", sightings=(Sighting(Clue.OTHER_PRODUCT, 1, "Crisp"),)), {"other-product"}),
        (Page("", sightings=(Sighting(Clue.UNDEFINED, 1),)), {"undefined"}),
        (Page("", sightings=(Sighting(Clue.TAG, 1, "{{ x }}"),)), {"template"}),
        (Page("", sightings=(Sighting(Clue.SYNTAX, 7, "=;"),)), {"syntax"}),
        (Page("", sightings=(Sighting(Clue.SYNTAX, 1), Sighting(Clue.CURLY, 1))), {"quotes"}),
        (Page("", sightings=(Sighting(Clue.HMAC, 1, "md5(email)"),)), {"no-user"}),
        (Page("<?php", sightings=(Sighting(Clue.HMAC, 1, "hmac()"),)), {"server-code"}),
        (Page("", User(Place.USER, (), 1)), {"nobody"}),
        (Page("", is_page=True), {"no-script"}),
        (Page("", is_page=True, sightings=(Sighting(Clue.LOADER, 1),)), {"no-user", "no-account"}),
        (Page("", is_page=True, account=Entry("account", "acme", 1)), {"no-user", "no-script"}),
        (Page("", account=Entry("account", "", 1, Kind.NOTHING)), {"no-user"}),
    ],
    ids=lambda value: None if isinstance(value, Page) else "+".join(sorted(value)),
)
def test_without_a_customer_the_reason_is_reported_instead(page: Page, ids: set[str]) -> None:
    assert _ids(page) == ids


@pytest.mark.parametrize(
    "sign", [Clue.SKIPPED, Clue.CURLY, Clue.SYNTAX, Clue.LOCAL, Clue.UNDEFINED, Clue.LATE]
)
def test_of_several_of_a_kind_the_first_alone_is_reported(sign: Clue) -> None:
    page = Page("", _customer(), sightings=(Sighting(sign, 7, "one"), Sighting(sign, 9, "another")))
    assert [finding.line for finding in judge(page, SECRETS)] == [7]


@pytest.mark.parametrize(("between", "checked"), [("\n", "the one on line 1"), ("", "one of them")])
def test_which_of_several_authkeys_was_checked_is_told(between: str, checked: str) -> None:
    user = f"_support.user = {{id: '7', email: 'a@b.c', authkey: '{'ab' * 32}'}};"
    [other] = judge(read(f"{user}{between}// authkey: '{'cd' * 32}'"), {})
    assert f"only {checked} was checked" in other.says
    assert not _ids(read(user.replace("'abab", """'"abab""").replace("abab'", """abab"'""")))


@pytest.mark.parametrize("source", ["<?php", "process.env."])
@pytest.mark.parametrize(
    ("name", "value"), [("id", "48151623"), ("email", "zoe@example.org"), ("authkey", "0f" * 32)]
)
def test_one_value_tells_what_was_sent_from_code(source: str, name: str, value: str) -> None:
    for text, is_code in ((value, False), (f"user.{name}", True)):
        page = Page(source, User(Place.USER, (Entry(name, text, 1),), 1))
        assert ("server-code" in _ids(page)) is is_code


@pytest.mark.parametrize("place", Place)
def test_a_customer_is_read_by_re_amaze_in_the_two_documented_places(place: Place) -> None:
    wrong = place in (Place.UI, Place.ELSEWHERE)
    assert _ids(Page("", replace(_customer(), place=place))) == ({"place"} if wrong else set())


@pytest.mark.parametrize("name", ["id", "email", "authkey", "name", "phone", "avatar"])
@pytest.mark.parametrize(
    ("kind", "id"),
    [(Kind.TEMPLATE, "template"), (Kind.COMPUTED, "computed"), (Kind.NOTHING, "nothing")],
)
def test_a_value_that_is_none_is_not_checked_as_one(name: str, kind: Kind, id: str) -> None:
    page = Page("", _customer(**{name: Entry(name, "undefined", 2, kind)}))
    harmless = kind is Kind.NOTHING and name in ("name", "phone", "avatar")
    assert [(each.id, each.line) for each in judge(page, SECRETS)] == [(id, 2)] * (not harmless)


@pytest.mark.parametrize("text", ["[name]", "YOUR NAME", "xxx"])
def test_a_placeholder_is_a_template_that_was_never_filled_in(text: str) -> None:
    assert _ids(Page("", _customer(name=text))) == {"template"}


@pytest.mark.parametrize("name", ["Null", "Zoë [VIP]", "A$AP", "100% Zoë", "<3", "O'Neill", "R&D;"])
def test_an_unusual_name_is_a_name(name: str) -> None:
    assert _ids(Page("", _customer(name=name))) == set()


def test_a_name_of_the_shops_own_beside_the_right_one_is_left_alone() -> None:
    assert _ids(Page("", _customer(user_id="8", auth_key="", Email="day@example.org"))) == set()


def test_overwriting_with_the_same_values_does_no_harm() -> None:
    assert _ids(Page("", _customer(), (_customer(name="Zoë"),))) == set()
    assert _ids(Page("", _customer(), (_customer(authkey=""),))) == {"overwritten"}
    assert _ids(Page("", _customer(), (_customer(id="8"),))) == {"same-authkey"}
    unsigned = _customer(authkey="")
    former = (_customer(id="8", authkey=""),)
    assert _ids(Page("", unsigned, former)) == {"overwritten", "authkey-empty"}
    nobodys = User(Place.USER, unsigned.entries[:2], 1)
    another = User(Place.USER, _customer(id="8").entries[:2], 1)
    assert _ids(Page("", nobodys, (another,))) == {"overwritten", "authkey-missing"}
    three = (_customer(id="8"), _customer(id="9", authkey="another"))
    assert _ids(Page("", _customer(), three)) == {"same-authkey", "overwritten"}


@pytest.mark.parametrize(("written", "what"), [('["7"]', "a list or an object"), ("", "undefined")])
def test_a_list_is_not_called_a_missing_value(written: str, what: str) -> None:
    page = Page("", _customer(id=Entry("id", "7", 1, Kind.NOTHING, written)))
    [found] = judge(page, SECRETS)
    assert (found.id, what in found.says) == ("nothing", True)


def test_customers_share_an_authkey_only_if_the_page_has_it_for_each() -> None:
    former = (_customer(id="8"),)
    assert _ids(Page(2 * GOOD["authkey"], _customer(), former)) == {"same-authkey"}
    assert _ids(Page(GOOD["authkey"], _customer(), former)) == {"overwritten"}


def test_a_value_that_is_computed_replaces_no_other_for_certain() -> None:
    either = _customer(id=Entry("id", "shop.id", 1, Kind.COMPUTED))
    assert _ids(Page("", either, (_customer(),))) == {"computed"}


def test_values_around_a_syntax_error_are_not_judged() -> None:
    user = User(Place.USER, (Entry("id", " 7 ", 5), Entry("email", "", 6)), 4)
    assert [
        *map(_ids, (Page("", user, sightings=(Sighting(Clue.SYNTAX, line),)) for line in (3, 5)))
    ] == [
        {"syntax", "id", "email-missing", "authkey-missing"},
        {"syntax"},
    ]


def test_another_product_beside_our_customer_is_of_no_interest() -> None:
    crisp = Sighting(Clue.OTHER_PRODUCT, 3, "Crisp")
    assert _ids(Page("", _customer(), sightings=(crisp,))) == set()


def test_where_godaddy_has_authpath_nothing_else_is_missed() -> None:
    user = User(Place.USER, (Entry("authpath", "/m/api/reamaze/v2/customers/auth", 3),), 3)
    assert _ids(Page("", user)) == {"authpath"}


def test_reload_makes_up_for_setting_the_customer_late() -> None:
    late = Sighting(Clue.LATE, 3)
    assert _ids(Page("", _customer(), sightings=(late,))) == {"late"}
    assert _ids(Page("", _customer(), sightings=(late, Sighting(Clue.RELOAD, 4)))) == set()


@pytest.mark.parametrize(
    ("account", "known", "ids"),
    [
        ("acme", ["acme"], set()),
        ("acme", [], set()),
        ("acme", [""], set()),  # a secret that was saved without a name may be this account's
        ("acme", ["lamps", "shades"], {"other-account"}),
        ("Acme", ["acme"], {"account"}),
        ("", ["acme"], set()),
    ],
)
def test_a_secret_is_missed_only_where_others_are_known(
    account: str, known: list[str], ids: set[str]
) -> None:
    secrets = {name: Secret(SECRET) for name in known}
    page = Page("", _customer(), account=Entry("account", account, 7))
    found = judge(page, secrets)
    assert {finding.id for finding in found} == ids
    assert {finding.line for finding in found} <= {7}


@pytest.mark.parametrize(
    ("line", "is_quote"),
    [
        ("name: 'Zoe O'Neill',", True),
        ('name: "Zoe "Lamp" Day",', True),
        ("name: 'Zoë', email 'zoe@example.org'", False),
        ('{"name": "Zoë" "email": "zoe@example.org"}', False),
        (r"name: 'O\'Neill' id: '7'", False),
    ],
)
def test_a_quote_within_a_value_is_told_from_other_errors(line: str, *, is_quote: bool) -> None:
    for source, number in ((f"\n{line}\n", 2), (line, 1)):
        (finding,) = judge(Page(source, sightings=(Sighting(Clue.SYNTAX, number),)), {})
        assert ("quote inside" in finding.says) is is_quote


def test_a_correction_with_a_secret_in_it_is_not_shown() -> None:
    (finding,) = [
        each for each in judge(Page("", _customer(id=f" {SECRET}")), SECRETS) if each.id == "id"
    ]
    assert SECRET not in finding.fix
    (finding,) = judge(Page("", _customer(id=" 48151623")), SECRETS)
    assert "'48151623'" in finding.fix


@given(st.text(st.characters(exclude_categories=())), st.sampled_from(["id", "name", "authkey"]))
def test_no_value_and_no_page_is_too_strange(text: str, name: str) -> None:
    page = Page(text, _customer(**{name: text}), account=Entry("account", text, 1))
    assert all(finding.says for finding in judge(page, {"acme": Secret(text)}))


def _customer(**values: str | Entry) -> User:
    """Return a customer without faults, except in these values."""
    entries = {
        name: value if isinstance(value, Entry) else Entry(name, value, 1)
        for name, value in {**GOOD, **values}.items()
    }
    return User(Place.USER, tuple(entries.values()), 1)


def _ids(page: Page) -> set[str]:
    return {finding.id for finding in judge(page, SECRETS)}
