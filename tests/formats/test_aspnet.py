"""The ASP.NET snippet signs in the customer of a page, and nobody else."""

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

SNIPPET = Path(__file__).parents[2] / "resources" / "snippets" / "aspnet.cs"
VARIABLE = "REAMAZE_SSO_SECRET"
PACKAGES = "mono-mcs mono-runtime libmono-system-web-extensions4.0-cil"

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
using System;
using System.IO;
using System.Text;
using System.Web.Script.Serialization;

public class Customer
{
    public object Id { get; set; }
    public string Email { get; set; }
    public string Name { get; set; }
    public string Phone { get; set; }
    public string Avatar { get; set; }
}

public static class Shop
{
    public static void Main()
    {
        var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8).ReadToEnd();
        using (var output = new StreamWriter(Console.OpenStandardOutput()))
            foreach (var visitor in new JavaScriptSerializer().Deserialize<Customer[]>(input))
                output.Write(Reamaze.User(visitor) + '\\0');
    }
}
"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    if not (shutil.which("mcs") and shutil.which("mono")):
        missing = f"Mono is missing: sudo apt-get install {PACKAGES}"
        (pytest.fail if "CI" in os.environ else pytest.skip)(missing)
    folder = tmp_path_factory.mktemp("aspnet")
    (folder / "shop.cs").write_text(SHOP)
    compiler = ["mcs", "-warnaserror", "-r:System.Web.Extensions.dll"]
    subprocess.run([*compiler, "shop.cs", SNIPPET], cwd=folder, check=True)

    def pages(customers: Sequence[Row | None], secret: str | None) -> list[str]:
        environment = {name: value for name, value in os.environ.items() if name != VARIABLE}
        if secret is not None:
            environment[VARIABLE] = secret
        answer = subprocess.run(
            ["mono", folder / "shop.exe"],
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


def test_a_page_is_plain_ascii_and_safe_inside_its_script(printed: dict[str, str]) -> None:
    page = printed["hostile"]
    assert page.isascii()
    assert not set("<>&") & set(page.removeprefix("<script>").removesuffix("</script>"))
