"""A value made from a secret is recognised, however it is encoded."""

import base64
from urllib.parse import quote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reamaze_gui.core.rules.disguise import disguise

SECRET = "nH2pQ8rT5vX1yB4cE7fG0kL3mZ6s"
DIGITS = SECRET.encode()


@pytest.mark.parametrize(
    ("value", "what"),
    [
        (SECRET, "{secret}"),
        (f" {SECRET}\n", "{secret}"),
        (SECRET[:10], "the first 10 characters of {secret}"),
        (f"{SECRET[:6]}…", "the first 6 characters of {secret}"),
        (SECRET[5:20], "15 characters of {secret}"),
        (SECRET.upper(), "{secret}, in another case"),
        (f"5:{SECRET}", "a text that contains {secret}"),
        (DIGITS.hex(), "{secret}, written in hexadecimal digits"),
        (DIGITS.hex(":").upper(), "{secret}, written in hexadecimal digits"),
        (f"0x{DIGITS[:8].hex()}", "the first 8 characters of {secret}, written in hexadecimal"),
        (base64.b64encode(DIGITS).decode(), "{secret}, written in Base64"),
        (base64.b64encode(DIGITS).decode()[:13], "the first 9 characters of {secret}, written in"),
        (f"{SECRET[:14]}{'*' * 14}", "the first 14 characters of {secret}"),
        ("-".join(SECRET[at : at + 4] for at in range(0, 28, 4)), "{secret}, in groups"),
        (SECRET[::-1], "{secret}, written backwards"),
        ("".join(f"%{each:02x}" for each in DIGITS), "{secret}, escaped"),
        ("".join(f"&#{each};" for each in DIGITS), "{secret}, escaped"),
        (
            base64.b64encode(DIGITS.hex().encode()).decode(),
            "{secret}, written in hexadecimal digits, written in Base64",
        ),
    ],
)
def test_it_is_said_what_was_made_of_the_secret(value: str, what: str) -> None:
    assert (disguise(value, SECRET) or "").startswith(what)


@pytest.mark.parametrize("value", ["", "nH2pQ", "2pQ8rT5", "0123456789" * 5, "hash", "%zz"])
def test_anything_else_is_not(value: str) -> None:
    assert disguise(value, SECRET) is None


def test_a_short_secret_is_known_whole() -> None:
    assert disguise("abc", "abc") == "{secret}"
    assert disguise("abcd", "abc") is None


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
@example("a%41=?\\f&amp;")
def test_no_secret_is_too_strange(inside: str) -> None:
    secret = f"s{inside}t"
    assert disguise(secret, secret)
    assert disguise(quote(secret, safe=""), secret)
