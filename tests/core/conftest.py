"""A JavaScript engine for the tests of the snippets."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtQml import QJSEngine

if TYPE_CHECKING:
    from PySide6.QtQml import QJSValue


@pytest.fixture(scope="module")
def run(qapp: QCoreApplication) -> Callable[[str], str]:
    """Return a function that runs a script, all in one engine, and returns its value as text."""
    engine = QJSEngine(qapp)
    return lambda script: cast("QJSValue", engine.evaluate(script)).toString()
