"""What every snippet for a server does for a page's visitors, whatever its language."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from tests.formats.scripts import users_in
from tests.formats.shop import Shop, with_attributes
from tests.formats.visitors import (
    INVALID,
    NO_TEXT,
    NUMBERED,
    ORDINARY,
    PHONES,
    SECRET,
    SIGNED_IN,
    sent,
)

TOTAL = "€ 412 </script> {{ x }}"


class Contract:
    """The tests of a format, which subclasses it in a file whose `open_shop` runs its `SNIPPET`."""

    unsafe = "<>&\u2028\u2029"  # what HTML or old JavaScript would read

    @pytest.mark.parametrize("visitor", SIGNED_IN)
    def test_a_customer_is_signed_in(self, visitor: str, shop: Shop, users: dict[str, Any]) -> None:
        assert users[visitor] == sent(shop.known(SIGNED_IN[visitor]))

    @pytest.mark.parametrize("visitor", NUMBERED)
    def test_a_number_is_signed_and_printed_as_text(
        self, visitor: str, users: dict[str, Any]
    ) -> None:
        assert users[visitor] == sent(NUMBERED[visitor])

    @pytest.mark.parametrize("visitor", INVALID)
    def test_what_is_no_valid_text_is_made_valid_before_it_is_signed(
        self, visitor: str, shop: Shop, users: dict[str, Any]
    ) -> None:
        assert users[visitor] == sent(shop.known(INVALID[visitor]))

    @pytest.mark.parametrize("visitor", NO_TEXT)
    def test_an_object_is_signed_and_printed_as_its_text(
        self, visitor: str, shop: Shop, users: dict[str, Any]
    ) -> None:
        assert users[visitor] == sent(shop.known(ORDINARY))

    def test_the_example_of_attributes_sends_them_once_it_is_in_force(
        self, snippet: Path, shop: Shop, open_shop: Callable[[Path], Shop], tmp_path: Path
    ) -> None:
        source = snippet.read_text(encoding="utf-8")
        changed = tmp_path / snippet.name
        changed.write_text(with_attributes(source), encoding="utf-8")
        customer = shop.known(ORDINARY)
        row = {**asdict(customer), "total": TOTAL, "total_spent": TOTAL}
        assert users_in(open_shop(changed).pages(row)) == [
            {**sent(customer), "data": {"Total spent": TOTAL}}
        ]

    def test_a_phone_is_sent_only_where_it_is_e_164_from_end_to_end(
        self, shop: Shop, users: dict[str, Any]
    ) -> None:
        expected = {phone: sent(shop.known(customer)) for phone, customer in PHONES.items()}
        assert {phone: users[phone] for phone in PHONES} == expected

    def test_nothing_is_printed_for_a_guest(self, shop: Shop, printed: dict[str, str]) -> None:
        pages = {guest: printed[guest] for guest in shop.guests}
        assert pages == dict.fromkeys(shop.guests, shop.nothing)

    @pytest.mark.parametrize("secret", [None, ""], ids=["unset", "empty"])
    def test_nothing_is_signed_while_the_secret_is(self, secret: str | None, shop: Shop) -> None:
        assert shop.pages(asdict(ORDINARY), secret=secret) == [shop.nothing]

    def test_the_secret_is_on_no_page(self, printed: dict[str, str]) -> None:
        assert not [page for page in printed.values() if SECRET[:9] in page]

    def test_no_value_could_end_its_string_or_script(self, printed: dict[str, str]) -> None:
        for visitor in SIGNED_IN:
            [_, script] = printed[visitor].split("_support['user'] = ")
            assert not set(self.unsafe) & set(script.rpartition(";")[0])
