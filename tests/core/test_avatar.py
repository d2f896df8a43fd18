"""A picture that Re:amaze can't show is reported with the reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reamaze_gui.core.avatar import check


@pytest.mark.parametrize(
    "avatar",
    [
        *("https://cdn.example.com/zoe.png", "https://example.com", "HTTPS://EXAMPLE.COM/A.PNG"),
        *("https://example.com:8443/a.png?size=80#top", "https://exämple.com/zoë day.png"),
        *("https://8.8.8.8/a.png", "https://[2606:4700::1111]/a.png"),
        "https://example.com/" + "a" * 1_900,
    ],
)
def test_there_is_no_remark_about_an_address_on_the_web(avatar: str) -> None:
    assert not [*check(avatar, "US")]


@pytest.mark.parametrize(
    ("avatar", "part"),
    [
        ("data:image/png;base64,iVBORw0KGgo=", "picture itself"),
        ("DATA:,", "picture itself"),
        ("https://zoe:opensesame@example.com/a.png", "password"),
        ("https://:opensesame@example.com/a.png", "password"),
        ("https://token@example.com/a.png", "password"),
        ("https://", "Not a web address"),
        ("https://exa mple.com/a.png", "Not a web address"),
        ("https://example.com:99999/a.png", "Not a web address"),
        ("https://[::1/a.png", "Not a web address"),
        ("ftp://example.com/a.png", "Not a web address"),
        ("javascript:alert(1)", "Not a web address"),
        ("file:///home/zoe/a.png", "Not a web address"),
        ("blob:https://example.com/1", "Not a web address"),
        ("C:\\Users\\zoe\\a.png", "Not a web address"),
        ("https:\\\\example.com\\a.png", "Not a web address"),
        ("example.com:8080/a.png", "Not a web address"),
        ("zoe@example.org", "Not a web address"),
        ("zoe", "Not a web address"),
    ],
    ids=lambda text: ascii(text[:40]),
)
def test_what_can_be_no_picture_is_a_problem_that_says_why(avatar: str, part: str) -> None:
    (remark,) = check(avatar, "US")
    assert remark.stops
    assert remark.fix is None
    assert part in remark.says


@pytest.mark.parametrize("avatar", ["cdn.example.com/zoe.png", "//cdn.example.com/zoe.png"])
def test_where_only_the_scheme_is_missing_it_is_offered(avatar: str) -> None:
    (remark,) = check(avatar, "US")
    assert remark.stops
    assert remark.fix
    assert remark.fix.value == "https://cdn.example.com/zoe.png"


@pytest.mark.parametrize(
    "avatar",
    [
        *("zoe.png", "/zoe.png", "./zoe.png", "../zoe.png", "7", "1.5"),
        *("localhost/zoe.png", "nas.local/zoe.png", "10.0.0.1/z.png", "999.999.999.999/z.png"),
    ],
)
def test_no_scheme_is_offered_for_a_file_or_where_it_would_lead_nowhere(avatar: str) -> None:
    (remark,) = check(avatar, "US")
    assert (remark.stops, remark.fix) == (True, None)


@pytest.mark.parametrize(
    "host",
    [
        *(
            "localhost",
            "LOCALHOST",
            "intranet",
            "shop.test",
            "nas.local",
            "nas.local.",
            "a.localhost",
        ),
        *("db.internal", "127.0.0.1", "127.1", "2130706433", "0x7f.1", "0", "10.1.2.3"),
        *("172.16.0.1", "192.168.1.1", "192.168.1.1.", "169.254.169.254", "100.64.0.1"),
        *("[::1]", "[::]", "[fe80::1]", "[fd00::1]", "[::ffff:10.0.0.1]", "①⓪.1.1.1"),
    ],
)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_an_address_that_only_some_network_reaches_is_a_warning(scheme: str, host: str) -> None:
    (remark,) = check(f"{scheme}://{host}/zoe.png", "US")
    assert not remark.stops
    assert "network" in remark.says


def test_http_is_a_warning() -> None:
    (remark,) = check("http://example.com/zoe.png", "US")
    assert not remark.stops
    assert "https:" in remark.says


@pytest.mark.parametrize(
    "avatar",
    [
        *(" https://example.com/a.png", "https://example.com/a.png\n"),
        *("https://example.com/\u200ba.png", "https://example.com/\ud800", "\u202ehttps://a.com"),
    ],
    ids=ascii,
)
def test_what_a_browser_would_skip_is_a_problem_with_its_correction(avatar: str) -> None:
    (remark,) = check(avatar, "US")
    assert remark.stops
    assert remark.fix
    assert not [*check(remark.fix.value, "US")]


@given(
    st.text(st.characters(exclude_categories=()))
    | st.text("htps:/\\.@[]1a%?# é-")
    | st.text(":/@.1a-é").map(lambda text: f"https://{text}")
)
def test_a_scheme_that_is_offered_makes_a_web_address(avatar: str) -> None:
    fixes = [remark.fix for remark in check(avatar, "US") if remark.fix]
    added = [fix.value for fix in fixes if fix.label.startswith("Use ")]
    assert not [remark for value in added for remark in check(value, "US") if remark.stops]
