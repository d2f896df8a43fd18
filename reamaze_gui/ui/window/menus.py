"""The menu bar, made of the actions that the rooms offer."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from reamaze_gui.ui.widgets.action import Action, Choice, MenuEntry

MENUS = ("File", "Edit", "Account", "View", "Help")
"""Alt and its first letter open each."""

_ROLES = {  # macOS moves these into the menu of the application
    "Quit": QAction.MenuRole.QuitRole,
    "Settings": QAction.MenuRole.PreferencesRole,
    "About Re:amaze SSO": QAction.MenuRole.AboutRole,
}


def fill(bar: QMenuBar, offers: Sequence[MenuEntry]) -> None:
    """Put everything that is offered into the menus of a bar.

    An action is enabled or not while its menu is open, and always otherwise: its shortcut then
    says what stands in the way.
    """
    for name in MENUS:
        menu = bar.addMenu(f"&{name}")
        for offer in _within(name, offers):
            if offer is None:
                menu.addSeparator()
            elif isinstance(offer, Action):
                _add(menu, offer)
            else:
                _add_choice(menu.addMenu(offer.text) if offer.text else menu, offer)


def _within(name: str, offers: Sequence[MenuEntry]) -> Iterable[MenuEntry]:
    """Yield what belongs in a menu, with a None where one stands between two of its entries."""
    is_parted = is_begun = False
    for offer in offers:
        if offer is None:
            is_parted = is_begun
        elif offer.menu == name:
            if is_parted:
                yield None
            yield offer
            is_begun, is_parted = True, False


def _add(menu: QMenu, offer: Action) -> None:
    action = menu.addAction(offer.text)
    action.setMenuRole(_ROLES.get(offer.name, QAction.MenuRole.NoRole))
    action.setShortcuts([QKeySequence(each) for each in offer.shortcuts])
    action.triggered.connect(lambda _checked: offer.do())

    def prepare() -> None:
        action.setEnabled(not offer.can or offer.can())

    menu.aboutToShow.connect(prepare)
    menu.aboutToHide.connect(lambda: action.setEnabled(True))


def _add_choice(menu: QMenu, offer: Choice) -> None:
    """Add one action for each value, of which the one that is in force is checked."""
    group = QActionGroup(menu)
    actions: list[tuple[QAction, object]] = []
    for label, value in offer.options:
        action = group.addAction(label.replace("&", "&&"))
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.setCheckable(True)
        action.triggered.connect(_chooses(offer, value))
        actions.append((action, value))
    menu.addActions(group.actions())

    def prepare() -> None:
        for action, value in actions:
            action.setChecked(value == offer.chosen())
            action.setEnabled(not offer.can or offer.can())

    menu.aboutToShow.connect(prepare)
    prepare()


def _chooses(offer: Choice, value: object) -> Callable[[bool], object]:
    return lambda _checked: offer.choose(value)
