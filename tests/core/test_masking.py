"""A secret or an authkey is masked in a text, however it is encoded."""

import base64
import hashlib
import html
import json
from collections.abc import Callable
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.masking import mask_of

SECRET = "nH2pQ8rT5vX1yB4cE7fG0kL3mZ6s"
AUTHKEY = hashlib.sha256(b"any").hexdigest()
HIDE = mask_of([Secret(SECRET)], [AUTHKEY])


def grouped(text: str, size: int, sign: str) -> str:
    return sign.join(text[at : at + size] for at in range(0, len(text), size))


def bare(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


SPELLINGS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "upper case": str.upper,
    "lower case": str.lower,
    "hex": lambda text: text.encode().hex(),
    "HEX with colons": lambda text: text.encode().hex(":").upper(),
    "hex after 0x": lambda text: f"0x{text.encode().hex()}",
    "Base64": lambda text: base64.b64encode(text.encode()).decode(),
    "Base64 after one byte": lambda text: base64.b64encode(f"x{text}y".encode()).decode(),
    "Base64 after two bytes": lambda text: base64.b64encode(f"xx{text}yy".encode()).decode(),
    "Base64 for addresses": lambda text: base64.urlsafe_b64encode(text.encode()).decode(),
    "Base64 in lines": lambda text: grouped(base64.b64encode(text.encode()).decode(), 19, "\r\n"),
    "percent-encoded": lambda text: "".join(f"%{each:02X}" for each in text.encode()),
    "percent-encoded twice": lambda text: quote("".join(f"%{each:02x}" for each in text.encode())),
    "decimal entities": lambda text: "".join(f"&#{ord(each)};" for each in text),
    "hexadecimal entities": lambda text: "".join(f"&#x{ord(each):x};" for each in text),
    "escaped in JavaScript": lambda text: "".join(f"\\x{ord(each):02x}" for each in text),
    "JSON in JSON": lambda text: json.dumps(json.dumps(text)),
    "HTML in an address": lambda text: quote(html.escape(text)),
    "colons": lambda text: grouped(text, 4, ":"),
    "spaces": lambda text: grouped(text, 5, " "),
    "dashes": lambda text: grouped(text, 2, " - "),
    "lines": lambda text: grouped(text, 9, "\n> "),
}


@pytest.mark.parametrize("what", [SECRET, AUTHKEY], ids=["secret", "authkey"])
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_nothing_of_it_is_left_however_it_is_spelt(spelling: str, what: str) -> None:
    written = SPELLINGS[spelling](what)
    for masked in (HIDE.value(f"({written})"), HIDE.sentence(f"It is {written} indeed.")):
        assert "[the secret]" in masked or "[the authkey]" in masked
        left = bare(masked)
        assert not any(bare(written)[at : at + 12] in left for at in (6, 12, 18))


@pytest.mark.parametrize("length", range(8, len(SECRET)))
def test_a_part_of_eight_characters_is_too_much(length: int) -> None:
    for part in (SECRET[:length], SECRET[-length:]):
        assert HIDE.value(f"a {part} b") == "a [the secret] b"


@pytest.mark.parametrize("length", range(4, 28))
def test_what_a_cut_leaves_is_hidden_too(length: int) -> None:
    assert HIDE.value(f"{SECRET[:length]}…") == "[the secret]…"
    assert HIDE.value(f"…{SECRET[-length:]}") == "…[the secret]"


def test_the_ends_of_an_authkey_may_be_shown() -> None:
    shown = f"It begins {AUTHKEY[:6]}…{AUTHKEY[-4:]}."
    assert HIDE.sentence(shown) == HIDE.value(shown) == shown


def test_a_word_of_ours_is_left_in_a_sentence_and_hidden_in_a_value() -> None:
    hide = mask_of([Secret("customer-support-2024")])
    assert hide.sentence("The customer's browser") == "The customer's browser"
    assert hide.value("customer") == "[the secret]"
    assert hide.sentence("customer-support-2024") == "[the secret]"


def test_words_that_only_together_are_a_secret_are_left() -> None:
    assert mask_of([Secret("test-secret")]).sentence("The latest secret") == "The latest secret"
    assert mask_of([Secret("test-secret")]).sentence("A test secret") == "A [the secret]"


def test_a_secret_of_three_characters_would_blot_out_too_much() -> None:
    hide = mask_of([Secret("the"), Secret("that"), Secret("")])
    assert hide.sentence("the hat that") == "the hat [the secret]"


@pytest.mark.parametrize("values", [("sesame8", "sesame8street"), ("sesame8street", "sesame8")])
def test_of_a_secret_that_begins_like_another_one_nothing_is_left(values: tuple[str, str]) -> None:
    hide = mask_of(map(Secret, values))
    assert hide.value("sesame8street, sesame8") == "[the secret], [the secret]"


def test_two_that_touch_are_hidden_as_one() -> None:
    assert HIDE.value(f"{SECRET}{AUTHKEY}") == "[the secret]"


@given(st.text(st.characters(exclude_categories=()), min_size=4), st.text())
def test_no_secret_and_no_text_is_too_strange(secret: str, around: str) -> None:
    for hide in (mask_of([Secret(secret)]).value, mask_of([Secret(secret)]).sentence):
        if len(secret.strip()) >= 4:
            assert (
                secret.strip() not in hide(f"{around}{secret}{around}") or secret in "[the secret]"
            )


@given(st.text())
def test_without_a_secret_a_text_stays_as_it_is(text: str) -> None:
    assert mask_of([]).value(text) == mask_of([]).sentence(text) == text


def test_a_mask_shows_nothing_of_what_it_hides() -> None:
    assert SECRET[:8].casefold() not in repr(HIDE)


WORDS = st.lists(
    st.sampled_from(["customer", "support", "battery", "staples", "Winterland", "house", "Acme"]),
    min_size=3,
    max_size=5,
).map("-".join)
RANDOM = st.text("abcdefghijkmnpqrstuvwxyzABCDEFGHJK23456789", min_size=16, max_size=40).filter(
    lambda text: any(map(str.isdigit, text[4:12])) and any(map(str.isalpha, text[4:12]))
)


@given(secret=RANDOM | WORDS, before=st.text(max_size=9), after=st.text(max_size=9))
def test_a_field_that_holds_a_secret_in_whatever_spelling_is_reported(
    secret: str, before: str, after: str
) -> None:
    hide = mask_of([Secret(secret)])
    assert hide.holds(f"{before}{secret}{after}")
    assert all(hide.holds(write(secret)) for write in SPELLINGS.values())


@given(secret=RANDOM, start=st.integers(0, 4), length=st.integers(12, 40))
def test_a_field_with_a_part_of_it_is_reported(secret: str, start: int, length: int) -> None:
    assert mask_of([Secret(secret)]).holds(f"x {secret[start : start + length]}")


@given(secret=WORDS, data=st.data())
def test_a_word_that_a_passphrase_has_too_is_no_secret(secret: str, data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(secret.split("-")))
    for typed in (word, f"{word} since 2024", f"{word}@example.org", f"The {word}-desk"):
        assert len(typed) * 4 > len(secret) * 3 or not mask_of([Secret(secret)]).holds(typed)


@given(text=st.text(), secret=st.text(max_size=7))
def test_a_field_is_compared_with_a_short_secret_as_a_whole(text: str, secret: str) -> None:
    is_there = len(secret.strip()) >= 4 and secret.strip() in text
    assert mask_of([Secret(secret)]).holds(text) is is_there
