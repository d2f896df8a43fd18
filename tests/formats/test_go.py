"""The Go snippet signs in the customer of a page, and nobody else."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.formats.contract import Contract
from tests.formats.shop import Shop, needs, of_bytes

SNIPPET = "go.go"

# The merchant's program, which prints the shop's page for each visitor. Some ids are numbers.
SHOP = """
package main

import (
	"encoding/json"
	"html/template"
	"os"
	"strings"
)

type Customer struct {
	ID, Email, Name, Phone, Avatar, Total any
}

type Text struct{ text string }

func (text Text) String() string { return text.text }

func value(cell any) any {
	switch cell := cell.(type) {
	case json.Number:
		number, _ := cell.Int64()
		return number
	case string:
		return strings.ReplaceAll(cell, "\\uE000", "\\xEB")
	case map[string]any:
		return Text{cell["text"].(string)}
	}
	return cell
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
			*visitor = Customer{
				value(visitor.ID), value(visitor.Email), value(visitor.Name),
				value(visitor.Phone), value(visitor.Avatar), value(visitor.Total),
			}
		}
		if err := page.Execute(os.Stdout, visitor); err != nil {
			panic(err)
		}
	}
}
"""


@pytest.fixture(scope="module")
def open_shop(
    tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config
) -> Callable[[Path], Shop]:
    needs(shutil.which("go"), "Go is missing: sudo apt-get install golang-go")
    cache = str(pytestconfig.cache.mkdir("go-build"))
    return lambda snippet: built(snippet, tmp_path_factory.mktemp("go"), cache)


def built(snippet: Path, folder: Path, cache: str) -> Shop:
    shutil.copy(snippet, folder)
    (folder / "shop.go").write_text(SHOP)
    (folder / "go.mod").write_text("module shop\n\ngo 1.18\n")
    offline = {"GOPROXY": "off", "GOTOOLCHAIN": "local", "GOFLAGS": ""}
    subprocess.run(
        ["go", "build"], cwd=folder, env=os.environ | offline | {"GOCACHE": cache}, check=True
    )
    return Shop((folder / "shop",), dumps=of_bytes)


class TestGo(Contract):
    pass
