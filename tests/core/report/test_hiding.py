"""A secret that the page gives away is blotted out wherever it would be shown."""

import pytest

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.report.hiding import hider


def test_without_a_secret_a_text_stays_as_it_is() -> None:
    assert hider([])("any.text") == "any.text"


@pytest.mark.parametrize("value", ["opensesame", "a+b.c*(d)[e]\\f", "two words"])
def test_a_secret_is_replaced_wherever_it_stands(value: str) -> None:
    hidden = hider([Secret(value)])(f"{value}, and again: {value}!")
    assert hidden == "[the secret], and again: [the secret]!"


@pytest.mark.parametrize("values", [("sesame8", "sesame8street"), ("sesame8street", "sesame8")])
def test_of_a_secret_that_begins_like_another_one_nothing_is_left(values: tuple[str, str]) -> None:
    hide = hider(map(Secret, values))
    assert hide("sesame8street sesame8") == "[the secret] [the secret]"


def test_a_secret_of_three_characters_would_blot_out_too_much() -> None:
    assert hider([Secret("the"), Secret("that")])("the hat that") == "the hat [the secret]"
