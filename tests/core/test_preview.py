"""A customer becomes a snippet that signs exactly what it sends, or the reason is given."""

from dataclasses import astuple, replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reamaze_gui.core.authkey import Secret, authkey
from reamaze_gui.core.customer import FIELDS, Customer
from reamaze_gui.core.javascript import literal
from reamaze_gui.core.preview import Mode, Preview, compose
from reamaze_gui.core.remark import Severity
from reamaze_gui.core.snippets import WEB_PAGE
from tests.core.sentences import faults

SECRET = Secret("opensesame")
ZOE = Customer("48151623", "zoe@example.org", "Zoë", "+14155552671", "https://example.com/z.png")
WARNED = Customer("7:7", "ZOE@localhost", " ", "+15555550100", "http://example.com/z.png")
anything = st.text(st.characters(exclude_categories=())) | st.sampled_from(
    [*astuple(ZOE), *astuple(WARNED), "020 7946 0958", " zoe@example.org", "\ud800"]
)
customers = st.builds(Customer, *[anything for _ in FIELDS])

BAD = ("", " ", "7\n", "\ud800")  # in every field

# A format of our own that keeps what it is given, so a test sees what is sent and nothing else.
KEPT = replace(
    WEB_PAGE, write=lambda sent, _account: "\0".join(f"{k}={v}" for k, v in sent.items())
)
SERVER = replace(WEB_PAGE, of_customer=False, write=lambda _sent, _account: "the same")


def test_an_authenticated_snippet_sends_every_field_and_the_authkey() -> None:
    assert _sent(compose(ZOE, SECRET, KEPT)) == {
        "id": "48151623",
        "email": "zoe@example.org",
        "name": "Zoë",
        "phone": "+14155552671",
        "avatar": "https://example.com/z.png",
        "authkey": authkey(SECRET, "48151623", "zoe@example.org"),
    }


def test_weak_sso_sends_email_and_name_alone_and_needs_no_secret() -> None:
    preview = compose(ZOE, None, KEPT, mode=Mode.WEAK)
    assert _sent(preview) == {"email": "zoe@example.org", "name": "Zoë"}
    assert (preview.message, preview.authkey, preview.remarks) == ("", "", ())


def test_weak_sso_does_not_sign_even_with_a_secret() -> None:
    assert compose(ZOE, SECRET, mode=Mode.WEAK) == compose(ZOE, None, mode=Mode.WEAK)


def test_weak_sso_says_nothing_about_what_it_does_not_send() -> None:
    wrong = replace(ZOE, id="", phone="call me", avatar="zoe.png")
    assert compose(wrong, None, mode=Mode.WEAK) == compose(ZOE, None, mode=Mode.WEAK)


def test_each_mode_says_what_the_customer_gets() -> None:
    assert [mode.value for mode in Mode] == ["Authenticated (authkey)", "Weak SSO (prefill only)"]
    assert all("past conversations" in mode.says for mode in Mode)
    assert Mode.WEAK.says.startswith("Hides")


def test_by_default_the_snippet_is_for_a_web_page() -> None:
    snippet = compose(ZOE, SECRET).snippet
    assert snippet.startswith("<script")
    assert f"authkey: {literal(authkey(SECRET, ZOE.id, ZOE.email))}" in snippet


@pytest.mark.parametrize("name", ["name", "phone", "avatar"])
def test_an_optional_field_left_empty_is_not_sent(name: str) -> None:
    sent = _sent(compose(replace(ZOE, **{name: ""}), SECRET, KEPT))
    assert [*sent] == [key for key in ("id", "email", "name", "phone", "avatar") if key != name] + [
        "authkey"
    ]


@pytest.mark.parametrize(
    ("customer", "secret", "mode", "obstacle"),
    [
        (Customer(), None, Mode.AUTHENTICATED, "Still missing: Customer ID, Email, SSO secret."),
        (Customer(), None, Mode.WEAK, "Still missing: Email."),
        (ZOE, None, Mode.AUTHENTICATED, "Still missing: SSO secret."),
        (ZOE, Secret(""), Mode.AUTHENTICATED, "Still missing: SSO secret."),
        (ZOE, Secret("\ud800"), Mode.AUTHENTICATED, "Correct first: SSO secret."),
        (replace(ZOE, id=""), SECRET, Mode.AUTHENTICATED, "Still missing: Customer ID."),
        (replace(ZOE, phone="1"), SECRET, Mode.AUTHENTICATED, "Correct first: Phone."),
        (
            Customer(email=" zoe ", avatar="zoe"),
            SECRET,
            Mode.AUTHENTICATED,
            "Still missing: Customer ID. Correct first: Email, Avatar URL.",
        ),
        (replace(ZOE, email="\u200b \ud800 "), None, Mode.WEAK, "Correct first: Email."),
        (WARNED, Secret("' opensesame'"), Mode.AUTHENTICATED, ""),
    ],
)
def test_the_obstacle_names_what_is_missing_and_what_is_wrong(
    customer: Customer, secret: Secret | None, mode: Mode, obstacle: str
) -> None:
    preview = compose(customer, secret, mode=mode)
    assert preview.obstacle == obstacle
    assert bool(preview.snippet) != bool(obstacle)


def test_warnings_do_not_stop_the_snippet_and_nothing_is_changed() -> None:
    preview = compose(WARNED, Secret(" opensesame\n"), KEPT)
    assert {remark.severity for remark in preview.remarks} == {Severity.WARNING}
    assert {remark.field for remark in preview.remarks} == {
        *("id", "email", "phone", "avatar", "secret")
    }
    assert preview.problems == ()
    assert Customer(*[*_sent(preview).values()][:-1]) == WARNED
    assert preview.authkey == authkey(Secret(" opensesame\n"), WARNED.id, WARNED.email)


@pytest.mark.parametrize(("field", "value"), [("phone", "1"), ("avatar", "zoe"), ("name", "\0")])
def test_the_authkey_is_there_while_only_an_unsigned_field_is_wrong(field: str, value: str) -> None:
    preview = compose(replace(ZOE, **{field: value}), SECRET)
    assert preview.authkey == compose(ZOE, SECRET).authkey
    assert preview.message == "48151623:zoe@example.org"
    assert preview.snippet == ""
    assert preview.problems == preview.about(field) == preview.remarks


@pytest.mark.parametrize(("field", "value"), [*product(("id", "email"), BAD)])
def test_there_is_no_authkey_while_a_signed_field_is_wrong(field: str, value: str) -> None:
    preview = compose(replace(ZOE, **{field: value}), SECRET)
    assert (preview.message, preview.authkey, preview.snippet) == ("", "", "")
    assert preview.problems == preview.about(field)


@pytest.mark.parametrize(("length", "is_whole"), [(26, True), (40, True), (41, False)])
def test_server_code_says_which_authkey_it_must_give(length: int, *, is_whole: bool) -> None:
    email = f"{'z' * (length - 14)}@example.org"
    preview = compose(Customer("7", email), SECRET, SERVER)
    signed, digest = f"7:{email}", authkey(SECRET, "7", email)
    shown = signed if is_whole else f"{signed[:39]}…"
    assert f"For {shown} it must give this authkey" in preview.gives
    assert not faults(preview.gives)
    assert preview.authkey == digest


@pytest.mark.parametrize("mode", Mode)
def test_server_code_is_there_for_everybody_in_either_mode(mode: Mode) -> None:
    for customer, secret in ((Customer(), None), (replace(ZOE, phone="1"), Secret(" "))):
        preview = compose(customer, secret, SERVER, mode=mode)
        assert (preview.problems, preview.obstacle, bool(preview.gives)) == ((), "", True)
        assert compose(customer, secret, SERVER) == preview


@pytest.mark.parametrize("mode", Mode)
def test_code_without_an_authkey_is_weak_sso_in_either_mode(mode: Mode) -> None:
    preview = compose(ZOE, SECRET, replace(SERVER, signs=False), mode=mode)
    assert Mode.WEAK.says in preview.gives
    assert (preview.authkey, preview.message) == ("", "")


def test_a_page_that_names_the_account_needs_it() -> None:
    page = replace(KEPT, needs_account=True)
    assert compose(ZOE, SECRET, page).obstacle == "Still missing: Account."
    assert compose(ZOE, SECRET, page, account="acme shop").obstacle == "Correct first: Account."
    assert compose(ZOE, SECRET, page, account="acme").obstacle == ""
    assert compose(ZOE, SECRET, KEPT, account="acme shop").obstacle == ""


def test_nothing_is_signed_for_an_account_that_is_wrong() -> None:
    address = "https://acme.reamaze.com"
    signed = compose(ZOE, SECRET, KEPT, account=address)
    assert (signed.authkey, signed.snippet) == ("", "")
    assert signed.obstacle == "Correct first: Account."
    assert compose(ZOE, SECRET, KEPT, mode=Mode.WEAK, account=address).snippet
    assert compose(ZOE, SECRET, SERVER, account=address).snippet


def test_a_format_about_one_field_needs_that_field_alone() -> None:
    line = replace(KEPT, only="avatar")
    assert compose(Customer(), None, line).obstacle == "Still missing: Avatar URL."
    assert compose(replace(Customer(), avatar="zoe"), None, line).obstacle == (
        "Correct first: Avatar URL."
    )
    weak = compose(replace(Customer(), avatar=ZOE.avatar), None, line, mode=Mode.WEAK)
    assert _sent(weak) == {"avatar": ZOE.avatar}


def test_the_region_is_used_to_correct_the_phone() -> None:
    phone = replace(ZOE, phone="020 7946 0958")
    (remark,) = compose(phone, SECRET, region="GB").about("phone")
    assert remark.fix
    assert remark.fix.value == "+442079460958"
    assert compose(phone, SECRET, region="US").about("phone")[0].fix is None


@given(
    customer=customers,
    secret=st.none() | st.builds(Secret, anything),
    mode=st.sampled_from(Mode),
    region=st.text(max_size=3),
)
def test_any_text_gives_either_a_snippet_or_an_obstacle(
    customer: Customer, secret: Secret | None, mode: Mode, region: str
) -> None:
    preview = compose(customer, secret, mode=mode, region=region)
    assert bool(preview.snippet) != bool(preview.obstacle)
    assert bool(preview.problems) == bool(preview.obstacle)
    assert all(remark.field and remark.says for remark in preview.remarks)
    assert preview.remarks == tuple(
        remark
        for field in (*(field.name for field in FIELDS), "secret")
        for remark in preview.about(field)
    )


@given(customer=customers, secret=st.builds(Secret, anything))
def test_what_is_signed_is_exactly_what_is_sent(customer: Customer, secret: Secret) -> None:
    preview = compose(customer, secret, KEPT)
    if preview.authkey:
        assert preview.message == f"{customer.id}:{customer.email}"
        assert preview.authkey == authkey(secret, customer.id, customer.email)
    if preview.snippet:
        typed = {field.name: getattr(customer, field.name) for field in FIELDS}
        sent = {name: value for name, value in typed.items() if value}
        assert _sent(preview) == sent | {"authkey": preview.authkey}


def _sent(preview: Preview) -> dict[str, str]:
    """Return what the format `KEPT` was given."""
    return dict(entry.split("=", 1) for entry in preview.snippet.split("\0"))


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("field", ["id", "email", "name", "phone", "avatar"])
@pytest.mark.parametrize("written", ["{}", "x {} y", "https://a.example/?k={}"])
def test_the_secret_in_a_field_keeps_the_snippet_back(mode: Mode, field: str, written: str) -> None:
    secret = Secret("opensesame-12345")
    leaking = replace(ZOE, **{field: written.format(secret.value)})
    preview = compose(leaking, secret, KEPT, mode=mode)
    if mode.sends(next(each for each in FIELDS if each.name == field)):
        what = "This is" if written == "{}" else "This contains"
        assert [each.says for each in preview.about(field)] == [
            f"{what} the SSO secret. Anyone who opens the page could read it."
        ]
        assert preview.problems
    assert secret.value not in preview.snippet + preview.gives


def test_the_secret_in_the_place_of_the_account_keeps_the_snippet_back() -> None:
    secret = Secret("0123456789abcdef0123456789abcdef")
    preview = compose(ZOE, secret, account=secret.value)
    assert [each.stops for each in preview.about("account")] == [True]
    assert not preview.snippet or secret.value not in preview.snippet


def test_a_word_that_the_secret_has_too_is_no_secret() -> None:
    preview = compose(replace(ZOE, name="Customer"), Secret("customer-48d1f"), KEPT)
    assert not preview.problems
