"""Arrows point inward, and the core knows neither Qt nor keyring nor the network."""

import ast
import json
import subprocess
import sys
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import reamaze_gui

PACKAGE = Path(reamaze_gui.__file__).parent
MODULES = {
    ".".join((PACKAGE.name, *path.relative_to(PACKAGE).with_suffix("").parts)): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
# From the inside out: each may import what stands before it. What is listed with nothing before it
# is alone: it imports nothing of ours, and everybody may import it.
LAYERS = (
    *(
        "core",
        "secret_store",
        "try_server",
        "customer_file",
        "list_file",
        "page_file",
        "desktop_entry",
    ),
    *("arguments", "single_instance", "ui", "app", "__main__"),
)
ALONE = (
    "__init__",
    "prerequisites",
    "process_memory",
    "resources",
    "secret_service",
    "task_bar",
    "terminal",
    "text_file",
    "atomic_write",
)

ALL = {"widgets", "runtime"}
ROOMS = {  # of ui, and which others each may import
    "": set[str](),
    "widgets": set[str](),
    "runtime": {"widgets"},
    "account": ALL,
    "build": ALL,
    "diagnose": ALL,
    "customers": ALL,
    "help": ALL,
    "window": ALL | {"account", "build", "customers", "diagnose", "help"},
}

LOAD_CORE = """
import importlib, json, pkgutil, sys
from reamaze_gui import core
for module in pkgutil.walk_packages(core.__path__, "reamaze_gui.core."):
    importlib.import_module(module.name)
print(json.dumps([*sys.modules]))
"""
OUTSIDE = {"PySide6", "shiboken6", "keyring", "jeepney", "secretstorage", "socket", "ssl", "http"}


def _layer(module: str) -> str:
    """Return the part of the package that a module belongs to: "core" of reamaze_gui.core.phone."""
    return module.split(".")[1] if module.count(".") else "__init__"


def test_the_core_loads_neither_qt_nor_keyring_nor_the_network() -> None:
    command = [sys.executable, "-c", LOAD_CORE]
    answer = subprocess.run(command, cwd=PACKAGE.parent, capture_output=True, text=True, check=True)
    loaded = set(json.loads(answer.stdout))
    ours = {name.removesuffix(".__init__") for name in MODULES if _layer(name) == "core"}
    assert ours <= loaded
    assert not OUTSIDE & {name.partition(".")[0] for name in loaded}


def test_a_module_imports_only_what_stands_further_in() -> None:
    for name, path in MODULES.items():
        layer = _layer(name)
        inner = (*ALONE, *LAYERS[: LAYERS.index(layer) + 1]) if layer in LAYERS else ("__init__",)
        ours = {_layer(each) for each in _imports(path) if each.startswith(PACKAGE.name)}
        assert ours <= set(inner), name


def test_no_module_imports_itself_by_way_of_others() -> None:
    imports = {
        name: {each for each in _imports(path) if each in MODULES} for name, path in MODULES.items()
    }
    assert len([*TopologicalSorter(imports).static_order()]) == len(MODULES)  # or CycleError


def test_a_room_of_the_window_knows_no_other() -> None:
    for name in (name for name in MODULES if _layer(name) == "ui"):
        room = _room(name)
        others = {_room(each) for each in _imports(MODULES[name]) if _layer(each) == "ui"} - {room}
        assert others <= ROOMS[room], name


@pytest.mark.parametrize(
    ("library", "users"),
    [
        ("PySide6", {"ui", "app", "single_instance"}),
        ("keyring", {"secret_store", "secret_service"}),
        ("http", {"try_server"}),
    ],
)
def test_a_library_is_imported_only_where_it_belongs(library: str, users: set[str]) -> None:
    found = {
        _layer(name)
        for name, path in MODULES.items()
        if library in {imported.partition(".")[0] for imported in _imports(path)}
    }
    assert found == users


def test_core_opens_no_file() -> None:
    calls = {
        (name, node.func.id)
        for name, path in MODULES.items()
        if _layer(name) == "core"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not [call for call in calls if call[1] in {"open", "print", "input", "exec", "eval"}]


def _room(module: str) -> str:
    """Return the room of a module of ui: "build" of reamaze_gui.ui.build.footer."""
    return module.split(".")[2] if module.count(".") > 2 else ""


@cache
def _imports(path: Path) -> frozenset[str]:
    """Return the dotted names of all that a module imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.module, f"{path} has a relative import"
            names = (f"{node.module}.{alias.name}" for alias in node.names)
            found |= {name if name in MODULES else node.module for name in names}
    return frozenset(found)
