"""Desktops to move into, and stores on their keyrings or on one made for the test."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.desktop import Desktop
from tests.secret_store.process import Choose, MoveInto, Store

BACKEND = """
from keyring.backend import KeyringBackend
from keyring.errors import *

class Keyring(KeyringBackend):
    priority = {priority}
    kept = {{}}
    __module__ = {module!r}

    def get_password(self, service, user):
        {get}

    def set_password(self, service, user, password):
        {set}

    def delete_password(self, service, user):
        self.kept.clear()
"""
KEEP, GIVE = "self.kept[user] = password", "return self.kept.get(user)"


@pytest.fixture
def move_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MoveInto]:
    with ExitStack() as stack:

        def move(*, accessibility: bool = False, **kind: str) -> Desktop:
            desktop = Desktop(tmp_path, accessibility=accessibility, **kind)  # type: ignore[arg-type]
            stack.enter_context(desktop)
            for name, value in desktop.environment.items():
                monkeypatch.setenv(name, value)
            return desktop

        yield move


@pytest.fixture
def store() -> Iterator[Store]:
    with Store() as store:
        yield store
        store.ask("forget", "acme")


@pytest.fixture
def choose(tmp_path: Path) -> Iterator[Choose]:
    """Start stores on a keyring whose methods have the bodies given."""
    with ExitStack() as stack:

        def choose(
            get: str = GIVE, set: str = KEEP, module: str = "of_a_test", priority: str = "1"
        ) -> Store:
            source = BACKEND.format(get=get, set=set, module=module, priority=priority)
            (tmp_path / "of_a_test.py").write_text(source)
            chosen = {"PYTHON_KEYRING_BACKEND": "of_a_test.Keyring", "PYTHONPATH": str(tmp_path)}
            return stack.enter_context(Store(**chosen))

        yield choose
