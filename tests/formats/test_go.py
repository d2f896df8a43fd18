"""The Go snippet signs in the customer of a page, and nobody else."""

import os
import shutil
import subprocess

import pytest

from tests.formats.contract import Contract
from tests.formats.shop import SNIPPETS, Shop, needs

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
    needs(shutil.which("go"), "Go is missing: sudo apt-get install golang-go")
    folder = tmp_path_factory.mktemp("go")
    shutil.copy(SNIPPETS / "go.go", folder)
    (folder / "shop.go").write_text(SHOP)
    (folder / "go.mod").write_text("module shop\n\ngo 1.18\n")
    offline = {"GOPROXY": "off", "GOTOOLCHAIN": "local", "GOFLAGS": ""}
    kept = {"GOCACHE": str(pytestconfig.cache.mkdir("go-build"))}
    subprocess.run(["go", "build"], cwd=folder, env=os.environ | offline | kept, check=True)
    return Shop((folder / "shop",))


class TestGo(Contract):
    pass
