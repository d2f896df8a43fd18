"""The actions of the main window, for the menu bar."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QKeySequence

from reamaze_gui import desktop_entry
from reamaze_gui.ui.customers.customers import Customers
from reamaze_gui.ui.help.help_topics import SHORTCUTS, START
from reamaze_gui.ui.runtime.settings import Settings
from reamaze_gui.ui.widgets.action import Action, Choice, MenuEntry
from reamaze_gui.ui.widgets.style import Scheme
from reamaze_gui.ui.window.side_windows import SideWindows

StandardKey = QKeySequence.StandardKey


def first(
    undo: Callable[[], object],
    can_undo: Callable[[], bool],
    show_build: Callable[[], object],
    show_diagnose: Callable[[], object],
) -> tuple[MenuEntry, ...]:
    """Return the actions before those of the pages."""
    return (
        Action("Edit", "&Undo", undo, (StandardKey.Undo,), can_undo),
        Action("View", "&Build", show_build, ("Ctrl+1", "Ctrl+PgUp")),
        Action("View", "&Diagnose", show_diagnose, ("Ctrl+2", "Ctrl+PgDown")),
        None,
    )


def of_customers(customers: Customers) -> tuple[MenuEntry, ...]:
    """Return the actions on saved customers."""
    return (
        Action("File", "Save c&ustomer…", customers.save, ("Ctrl+Shift+S",)),
        Action("File", "&Find a saved customer…", customers.pick, ("Ctrl+Shift+F",)),
        Action("File", "Sa&ved customers…", customers.manage, ("Ctrl+Shift+M",)),
        None,
    )


def last(
    settings: Settings,
    beside: SideWindows,
    say: Callable[[str], object],
    leave: Callable[[], object],
) -> tuple[MenuEntry, ...]:
    """Return the actions after those of the pages."""
    schemes = tuple((scheme.value, scheme) for scheme in Scheme)
    return (
        Action("Edit", "S&ettings…", beside.show_settings, ("Ctrl+,",)),
        Choice("View", schemes, lambda: settings.scheme, partial(setattr, settings, "scheme")),
        Action("Help", "&Help for this field", beside.show_help, (StandardKey.HelpContents,)),
        Action("Help", "&Search help…", beside.search_help),
        Action("Help", "&First steps", partial(beside.show_help, START)),
        Action("Help", "&Keyboard shortcuts", partial(beside.show_help, SHORTCUTS)),
        None,
        *(_of_desktop(say) if desktop_entry.can_be_added() else ()),
        Action("Help", "&About Re:amaze SSO", beside.show_about),
        Action("File", "&Quit", leave, ("Ctrl+Q",)),
    )


def _of_desktop(say: Callable[[str], object]) -> tuple[MenuEntry, ...]:
    """Return the action that adds the program to the applications menu."""

    def add() -> None:
        try:
            desktop_entry.install()
        except OSError as error:
            say(f"The applications menu could not be changed: {error.strerror}.")
        else:
            say("Re:amaze SSO is now in your applications menu.")

    return (Action("Help", "Add to the applications &menu", add),)
