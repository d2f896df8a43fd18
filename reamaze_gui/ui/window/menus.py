"""Fills the menu bar from the rooms' actions."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from reamaze_gui.ui.widgets.action import Action, Choice, MenuEntry

MENUS = ("File", "Edit", "Account", "View", "Help")
"""The mnemonic of each is its first letter."""

_ROLES = {  # macOS moves these into the application menu
    "Quit": QAction.MenuRole.QuitRole,
    "Settings": QAction.MenuRole.PreferencesRole,
    "About Re:amaze SSO": QAction.MenuRole.AboutRole,
}


def fill(bar: QMenuBar, entries: Sequence[MenuEntry]) -> None:
    """Add all entries to the menus of a bar.

    Actions that can't be done are disabled only while their menu is open, since a disabled action's
    shortcut would do nothing, instead of saying why.
    """
    for name in MENUS:
        menu = bar.addMenu(f"&{name}")
        for entry in _within(name, entries):
            if entry is None:
                menu.addSeparator()
            elif isinstance(entry, Action):
                _add(menu, entry)
            else:
                _add_choice(menu.addMenu(entry.text) if entry.text else menu, entry)


def _within(name: str, entries: Sequence[MenuEntry]) -> Iterable[MenuEntry]:
    """Yield a menu's entries, with separators only between them."""
    has_entries = needs_separator = False
    for entry in entries:
        if entry is None:
            needs_separator = has_entries
        elif entry.menu == name:
            if needs_separator:
                yield None
            yield entry
            has_entries, needs_separator = True, False


def _add(menu: QMenu, entry: Action) -> None:
    action = menu.addAction(entry.text)
    action.setMenuRole(_ROLES.get(entry.name, QAction.MenuRole.NoRole))
    action.setShortcuts([QKeySequence(each) for each in entry.shortcuts])
    action.triggered.connect(lambda _checked: entry.do())

    def prepare() -> None:
        action.setEnabled(not entry.can or entry.can())

    menu.aboutToShow.connect(prepare)
    menu.aboutToHide.connect(lambda: action.setEnabled(True))


def _add_choice(menu: QMenu, entry: Choice) -> None:
    """Add a radio item for each option."""
    group = QActionGroup(menu)
    actions: list[tuple[QAction, object]] = []
    for label, value in entry.options:
        action = group.addAction(label.replace("&", "&&"))
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.setCheckable(True)
        action.triggered.connect(_chooses(entry, value))
        actions.append((action, value))
    menu.addActions(group.actions())

    def prepare() -> None:
        for action, value in actions:
            action.setChecked(value == entry.chosen())
            action.setEnabled(not entry.can or entry.can())

    menu.aboutToShow.connect(prepare)
    prepare()


def _chooses(entry: Choice, value: object) -> Callable[[bool], object]:
    return lambda _checked: entry.choose(value)
