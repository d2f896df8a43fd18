"""Nothing of a secret or of a whole authkey is in an answer, wherever the page has it."""

import base64
import hashlib
import html
import json
from collections.abc import Callable
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reamaze_gui.core.authkey import Secret, authkey
from reamaze_gui.core.report import details, reply
from reamaze_gui.core.report.masked import ends, masked
from reamaze_gui.core.report.wording import answer
from tests.core.diagnosed import first_report

SECRET = Secret("nH2pQ8rT5vX1yB4cE7fG0kL3mZ6s")
KNOWN = {"acme": SECRET}
RIGHT = authkey(SECRET, "5", "zoe@example.org")
WRONG = hashlib.sha256(b"another").hexdigest()


def said(page: str) -> str:
    """Return all that is said of a page before the search has begun."""
    report = first_report(page, KNOWN)
    everything = (answer(report, secrets=[SECRET]), reply(report, secrets=[SECRET]))
    return " ".join(map(repr, everything)) + details(report, secrets=[SECRET])


def user(**values: str) -> str:
    entries = {"id": "5", "email": "zoe@example.org", **values}
    return f"_support['user'] = {{{', '.join(f'{name}: {v!r}' for name, v in entries.items())}}};"


@pytest.mark.parametrize("field", ["id", "email", "name", "phone", "note"])
@pytest.mark.parametrize("written", [WRONG, f"https://shop.example.org/?key={WRONG}"])
def test_no_authkey_of_anybody_else_is_said_wherever_it_stands(field: str, written: str) -> None:
    shown = said(user(**{"authkey": RIGHT, field: written}))
    assert WRONG not in shown
    assert WRONG not in said(user(**{"authkey": RIGHT, written: "7"}))


@pytest.mark.parametrize("authkey", ["Xk82nQx7vLw03Tz Rb5Yh", "(Xk82nQx7vLw03TzRb5Yh)"])
def test_what_may_be_a_secret_is_hidden_with_what_surrounds_it(authkey: str) -> None:
    assert "vLw03Tz" not in said(user(authkey=authkey))


@pytest.mark.parametrize(
    "written",
    [
        f"<Buffer {bytes.fromhex(WRONG).hex(' ')}>",
        str(bytes.fromhex(WRONG)),
        json.dumps({"type": "Buffer", "data": [*bytes.fromhex(WRONG)]}),
    ],
)
def test_an_authkey_whose_bytes_can_be_read_is_hidden(written: str) -> None:
    assert f"[hidden, {len(written)} characters]" in said(user(authkey=written))
    assert "Promise" in said(user(authkey="[object Promise]"))


@pytest.mark.parametrize("field", ["authkey", "authKey", "avatar", "id", "note", "name"])
def test_no_whole_authkey_is_said_wherever_it_stands(field: str) -> None:
    for key, written in (
        (RIGHT, RIGHT),
        (RIGHT, base64.b64encode(RIGHT.encode()).decode()),
        (WRONG, WRONG.upper()),
        (WRONG, f"%20{WRONG}"),
        (WRONG, f"sig_{RIGHT}"),
    ):
        shown = said(user(**{"authkey": key, field: written}))
        assert written not in shown
        assert key not in shown


@given(
    field=st.sampled_from(["id", "email", "name", "avatar", "phone", "authkey", "note", "plan"]),
    before=st.integers(0, 1_200),
    after=st.integers(0, 1_200),
    filling=st.sampled_from(["x", "x ", "é", "\\x41", "&amp;", "%41", "a@b.c,"]),
    write=st.sampled_from(
        [str, str.upper, quote, html.escape, lambda text: json.dumps(text)[1:-1]]
    ),
)
@settings(max_examples=15)
def test_wherever_a_text_is_cut_nothing_of_the_secret_is_left(
    field: str, before: int, after: int, filling: str, write: Callable[[str], str]
) -> None:
    value = f"{(filling * before)[:before]}{write(SECRET.value)}{(filling * after)[:after]}"
    shown = said(user(**{"authkey": WRONG, field: value})).casefold()
    secret = SECRET.value.casefold()
    assert not any(secret[at : at + 5] in shown for at in range(len(secret) - 4))


@pytest.mark.parametrize("length", range(6, 28, 3))
def test_the_beginning_of_the_secret_as_authkey_is_not_shown(length: int) -> None:
    assert SECRET.value[:6] not in said(user(authkey=SECRET.value[:length]))


@pytest.mark.parametrize("value", ["opensesame-12345", WRONG, "k9Lm2"])
def test_what_the_page_calls_the_secret_is_not_shown_though_it_is_not_known(value: str) -> None:
    shown = said(f"{user()} var ssoKey = '{value}'; {user(sso_key=value, name=value, note=value)}")
    assert value not in shown


def test_what_may_be_a_secret_is_not_shown_as_an_authkey() -> None:
    assert "unheard-of-98765" not in said(user(authkey="unheard-of-98765"))


@pytest.mark.parametrize("key", ["undefined", "[object Promise]", "{{ key }}", "zoe@example.org"])
def test_what_tells_the_mistake_is_shown(key: str) -> None:
    report = first_report(user(authkey=key), KNOWN)
    assert key in repr(answer(report, secrets=[SECRET]))


@pytest.mark.parametrize("short", ["", "abc123", RIGHT[:20]])
def test_what_would_be_no_shorter_by_its_ends_is_shown_whole(short: str) -> None:
    assert ends(short) == short
    assert ends(f"{RIGHT[:20]}0") == f"{RIGHT[:6]}…{RIGHT[17:20]}0"


def test_the_email_that_stands_in_the_authkey_is_shown_and_the_rest_is_not() -> None:
    page = user(authkey=f"zoe@example.org:{WRONG}")
    report, mask = masked(first_report(page, KNOWN), [SECRET])
    assert report.customer.email == "zoe@example.org"
    shown = said(page)
    assert "zoe@example.org" in shown
    assert WRONG not in shown
    assert WRONG not in mask.sentence(f"It is {WRONG}.")


def test_a_page_without_a_customer_is_masked_too() -> None:
    report, mask = masked(first_report("SSO key: opensesame-12345", KNOWN), [SECRET])
    assert report.page.user is None
    assert mask.sentence("opensesame-12345") == "[the secret]"
