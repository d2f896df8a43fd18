"""The ASP.NET snippet signs in the customer of a page, and nobody else."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.formats.contract import Contract
from tests.formats.shop import Shop, needs

SNIPPET = "aspnet.cs"

PACKAGES = "mono-mcs mono-runtime libmono-system-web-extensions4.0-cil"

# The merchant's program, which prints the shop's page for each visitor. Some ids are numbers.
SHOP = """
using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Web.Script.Serialization;

public class Customer
{
    public object Id { get; set; }
    public object Email { get; set; }
    public object Name { get; set; }
    public object Phone { get; set; }
    public object Avatar { get; set; }
    public object Total { get; set; }
}

public class Text
{
    private readonly object text;
    public Text(object text) { this.text = text; }
    public override string ToString() { return (string)text; }
}

public static class Shop
{
    public static void Main()
    {
        var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8).ReadToEnd();
        using (var output = new StreamWriter(Console.OpenStandardOutput()))
            foreach (var visitor in new JavaScriptSerializer().Deserialize<Customer[]>(input))
            {
                if (visitor != null)
                    foreach (var property in typeof(Customer).GetProperties())
                        property.SetValue(visitor, Value(property.GetValue(visitor)));
                output.Write(Reamaze.User(visitor) + '\\0');
            }
    }

    private static object Value(object cell)
    {
        var parts = cell as IDictionary<string, object>;
        return parts == null ? cell : new Text(parts["text"]);
    }
}
"""


@pytest.fixture(scope="module")
def open_shop(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Shop]:
    found = shutil.which("mcs") and shutil.which("mono")
    needs(found, f"Mono is missing: sudo apt-get install {PACKAGES}")
    return lambda snippet: compiled(snippet, tmp_path_factory.mktemp("aspnet"))


def compiled(snippet: Path, folder: Path) -> Shop:
    (folder / "shop.cs").write_text(SHOP)
    compiler = ["mcs", "-warnaserror", "-r:System.Web.Extensions.dll"]
    subprocess.run([*compiler, "shop.cs", snippet], cwd=folder, check=True)
    return Shop(("mono", folder / "shop.exe"))


class TestAspNet(Contract):
    def test_a_page_is_plain_ascii(self, printed: dict[str, str]) -> None:
        assert printed["hostile"].isascii()
