"""The Go snippet signs in the customer of a page, and nobody else."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from reamaze_gui.core.customer import Customer
from tests.formats.visitors import ORDINARY, SECRET, SIGNED_IN, sent, user_in

SNIPPET = Path(__file__).parents[2] / "resources" / "snippets" / "go.go"
VARIABLE = "REAMAZE_SSO_SECRET"

Row = Mapping[str, str | int | None]  # a customer as the shop's database holds one
Shop = Callable[[Sequence[Row | None], str | None], list[str]]

E164 = ("+12", "+14155552671", "+123456789012345")
NOT_E164 = ("+1", "+0123", "+1234567890123456", "14155552671", "++14155552671", "+1415x", "+1٢٣")

NUMBERED = Customer(str(2**53 + 1), "zoe@example.org")
GUESTS: dict[str, Row | None] = {
    "who isn't signed in": None,
    "without an id": asdict(replace(ORDINARY, id="")),
    "without an email": {**asdict(ORDINARY), "email": None},
}
VISITORS: dict[str, Row | None] = {
    **{name: asdict(customer) for name, customer in SIGNED_IN.items()},
    **{phone: asdict(replace(ORDINARY, phone=phone)) for phone in (*E164, *NOT_E164)},
    "numbered": {"id": 2**53 + 1, "email": NUMBERED.email},
    **GUESTS,
}

# The merchant's program, which prints the shop's page for each visitor. Some ids are numbers.
SHOP = """
package main

import (
	"encoding/json"
	"html/template"
	"os"
)

type Customer struct {
	ID                         any
	Email, Name, Phone, Avatar string
}

var page = template.Must(template.New("page").
	Funcs(template.FuncMap{"reamazeUser": reamazeUser}).
	Parse("{{reamazeUser .}}\\x00"))

func main() {
	var visitors []*Customer
	input := json.NewDecoder(os.Stdin)
	input.UseNumber()
	if err := input.Decode(&visitors); err != nil {
		panic(err)
	}
	for _, visitor := range visitors {
		if visitor != nil {
			if number, ok := visitor.ID.(json.Number); ok {
				visitor.ID, _ = number.Int64()
			}
		}
		if err := page.Execute(os.Stdout, visitor); err != nil {
			panic(err)
		}
	}
}
"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Shop:
    if shutil.which("go") is None:
        missing = "Go is missing: sudo apt-get install golang-go"
        (pytest.fail if "CI" in os.environ else pytest.skip)(missing)
    folder = tmp_path_factory.mktemp("go")
    shutil.copy(SNIPPET, folder)
    (folder / "shop.go").write_text(SHOP)
    (folder / "go.mod").write_text("module shop\n\ngo 1.18\n")
    offline = {"GOPROXY": "off", "GOTOOLCHAIN": "local", "GOFLAGS": ""}
    kept = {"GOCACHE": str(pytestconfig.cache.mkdir("go-build"))}
    subprocess.run(["go", "build"], cwd=folder, env=os.environ | offline | kept, check=True)

    def pages(customers: Sequence[Row | None], secret: str | None) -> list[str]:
        environment = {name: value for name, value in os.environ.items() if name != VARIABLE}
        if secret is not None:
            environment[VARIABLE] = secret
        answer = subprocess.run(
            [folder / "shop"],
            input=json.dumps(customers).encode(),
            stdout=subprocess.PIPE,
            check=True,
            env=environment,
        )
        return answer.stdout.decode().split("\0")[:-1]

    return pages


@pytest.fixture(scope="module")
def printed(shop: Shop) -> dict[str, str]:
    return dict(zip(VISITORS, shop([*VISITORS.values()], SECRET), strict=True))


@pytest.mark.parametrize("visitor", SIGNED_IN)
def test_a_customer_is_signed_in(visitor: str, printed: dict[str, str]) -> None:
    assert user_in(printed[visitor]) == sent(SIGNED_IN[visitor])


def test_a_number_that_browsers_would_round_is_signed_and_printed_as_text(
    printed: dict[str, str],
) -> None:
    assert user_in(printed["numbered"]) == sent(NUMBERED)


@pytest.mark.parametrize("guest", GUESTS)
def test_nothing_is_printed_for_a_visitor(guest: str, printed: dict[str, str]) -> None:
    assert printed[guest] == ""


def test_a_phone_is_printed_only_in_e164(printed: dict[str, str]) -> None:
    assert [phone for phone in (*E164, *NOT_E164) if '"phone"' in printed[phone]] == [*E164]


def test_the_secret_is_on_no_page(printed: dict[str, str]) -> None:
    assert not [page for page in printed.values() if SECRET[:11] in page]


@pytest.mark.parametrize("secret", [None, ""], ids=["unset", "empty"])
def test_nothing_is_signed_while_the_secret_is(secret: str | None, shop: Shop) -> None:
    assert shop([asdict(ORDINARY)], secret) == [""]
