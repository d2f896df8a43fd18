"""Which actions do the menus offer, and when can each be done?"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from reamaze_gui.core.preview import Mode
from reamaze_gui.core.snippets import SNIPPETS
from reamaze_gui.ui.runtime.settings import CLEARING_TIMES
from reamaze_gui.ui.widgets.mnemonics import Mnemonics
from reamaze_gui.ui.widgets.style import Scheme

if TYPE_CHECKING:
    from reamaze_gui.ui.customers.customers_menu import CustomersMenu
    from reamaze_gui.ui.diagnose.diagnose_page import DiagnosePage
    from reamaze_gui.ui.window.main_window import MainWindow

T = TypeVar("T")

BUILD, DIAGNOSE = range(2)
"""The tabs."""

MENUS = ("File", "Edit", "Account", "Customers", "Page", "View", "Help")
"""Alt and its first letter open each."""


class Menus(QObject):
    """Puts every action of a window into its menus, once it is painted: nobody opens one before.

    An action is enabled or not when its menu is opened. Its shortcut works at any time, so what
    it does must say what stands in its way.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._menus = {name: window.menuBar().addMenu(f"&{name}") for name in MENUS}
        window.painted.connect(self._fill)

    @Slot()
    def _fill(self) -> None:
        self._add_file()
        self._add_edit()
        self._add_account()
        self._add_customers()
        self._add_page()
        self._add_view()
        self._add_help()
        for name in MENUS:
            if name != "Customers":  # which the user names, after any action
                menu = self._menus[name]
                menu.aboutToShow.connect(partial(_draw_icons, menu))

    def _add_file(self) -> None:
        window, page, keys = self._window, self._window.build_page, QKeySequence.StandardKey
        self._add("File", "&New customer", window.new_customer, keys.New)
        self._add("File", "&Paste customer", window.paste_customer, "Ctrl+Shift+V")
        save = self._in_build(page.save_snippet)
        self._add("File", "&Save snippet…", save, keys.Save, can=page.save_snippet_button.isEnabled)
        trial = page.trial
        tries = self._in_build(trial.try_in_browser, "Ctrl+L takes this page's customer there.")
        self._add("File", "Try in &browser", tries, "Ctrl+B", can=trial.try_button.isEnabled)
        copies = self._in_build(trial.copy_address)
        self._add("File", "Copy a&ddress", copies, can=trial.copy_button.isEnabled)
        self._menus["File"].addSeparator()
        leave = self._add("File", "&Quit", window.close, keys.Quit)
        leave.setMenuRole(QAction.MenuRole.QuitRole)

    def _add_edit(self) -> None:
        window, page, menu = self._window, self._window.build_page, self._menus["Edit"]
        self._add("Edit", "&Undo", window.undo, QKeySequence.StandardKey.Undo, can=window.can_undo)
        copies = {
            "Copy &snippet": (page.copy_snippet, page.copy_snippet_button, "Ctrl+Shift+C"),
            "Copy &authkey": (page.copy_authkey, page.copy_authkey_button, "Ctrl+Shift+K"),
        }
        for text, (copy, button, keys) in copies.items():
            self._add(
                "Edit",
                text,
                self._in_build(copy, "Ctrl+Shift+R copies the report."),
                keys,
                can=button.isEnabled,
            )
        times = [(minutes_later(minutes), minutes) for minutes in CLEARING_TIMES]
        clearing = menu.addMenu("&Clear the clipboard")
        _add_choice(clearing, times, lambda: window.settings.clearing, window.choose_clearing)
        menu.addSeparator()
        sets = self._add("Edit", "S&ettings…", window.beside.show_settings, "Ctrl+,")
        sets.setMenuRole(QAction.MenuRole.PreferencesRole)

    def _add_account(self) -> None:
        bar, menu = self._window.account_bar, self._menus["Account"]
        buttons = {
            "&Save secret": bar.save,
            "&Change secret…": bar.change,
            "&Forget secret": bar.forget,
            "S&how secret": bar.shown,
        }
        actions = {
            text: self._add("Account", text, button.click, can=button.isEnabled)
            for text, button in buttons.items()
        }
        keeps = bar.keep
        self._add("Account", "&Keep saved", keeps.click, can=lambda: not keeps.isHidden())
        shows = actions["S&how secret"]
        shows.setCheckable(True)
        menu.aboutToShow.connect(lambda: shows.setChecked(bar.shown.isChecked()))
        act = self._add("Account", "&Try again", bar.act.click, can=lambda: bool(bar.act.text()))
        menu.aboutToShow.connect(lambda: act.setText(bar.act.text() or "&Try again"))
        menu.addSeparator()
        self._add("Account", "&Remove from the list", self._window.accounts.drop)

    def _add_customers(self) -> None:
        """Add what is done with saved customers, which are read when they are first wanted."""
        window, menu = self._window, self._menus["Customers"]
        do, add = self._with_customers, partial(self._add, "Customers")
        add("&Save customer…", do(lambda customers: customers.save()), "Ctrl+Shift+S")
        add("&Manage customers…", do(lambda customers: customers.manage()), "Ctrl+Shift+M")
        menu.addSeparator()
        menu.aboutToShow.connect(lambda: window.customers.offer(menu))

    def _add_page(self) -> None:
        """Add what Diagnose does: each action turns to it first."""
        do, can = self._in_diagnose, self._can_in_diagnose
        add = partial(self._add, "Page")
        add("&Paste page", do(lambda page: page.input.paste()), "Ctrl+Shift+P")
        add("&Open file…", do(lambda page: page.input.open_file()), QKeySequence.StandardKey.Open)
        add("Copy &console command", do(lambda page: page.input.copy_command()))
        self._menus["Page"].addSeparator()
        copies = can(lambda page: page.result.report_button.isEnabled())
        add("Copy &report", do(lambda page: page.copy_report()), "Ctrl+Shift+R", can=copies)
        loads = can(lambda page: page.result.load_button.isEnabled())
        add("&Load into Build", do(lambda page: page.load()), "Ctrl+L", can=loads)
        cancels = can(lambda page: page.result.cancel_button.isEnabled())
        add("Cancel &search", do(lambda page: page.cancel()), can=cancels)

    def _add_view(self) -> None:
        window, page, menu = self._window, self._window.build_page, self._menus["View"]
        self._add("View", "&Build", lambda: window.turn_to(BUILD), "Ctrl+1", "Ctrl+PgUp")
        self._add("View", "&Diagnose", lambda: window.turn_to(DIAGNOSE), "Ctrl+2", "Ctrl+PgDown")
        menu.addSeparator()
        modes = [(mode.value, mode) for mode in Mode]
        _add_choice(
            menu,
            modes,
            lambda: page.mode,
            window.choose_mode,
            can=lambda: page.snippet.has_modes,
        )
        formats = [(each.name, each.name) for each in SNIPPETS]
        _add_choice(
            menu.addMenu("&Format"), formats, lambda: page.snippet.name, window.choose_format
        )
        menu.addSeparator()
        schemes = [(scheme.value, scheme) for scheme in Scheme]
        _add_choice(menu, schemes, lambda: window.settings.scheme, window.choose_scheme)

    def _add_help(self) -> None:
        beside, menu = self._window.beside, self._menus["Help"]
        self._add(
            "Help", "&Help for this field", beside.show_help, QKeySequence.StandardKey.HelpContents
        )
        self._add("Help", "&Search help…", beside.search_help)
        menu.addSeparator()
        end = menu.addSeparator()
        about = self._add("Help", "&About Re:amaze SSO", beside.show_about)
        about.setMenuRole(QAction.MenuRole.AboutRole)

        def list_topics() -> None:
            """Add the topics, whose titles stand in files, when the menu is first opened."""
            menu.aboutToShow.disconnect(list_topics)
            from reamaze_gui.ui.help.help_topics import TOPICS, title_of

            letters = Mnemonics(taken="hsa")
            for topic in TOPICS:
                title = letters.mark(title_of(topic))
                menu.insertAction(end, self._add("Help", title, partial(beside.show_help, topic)))

        menu.aboutToShow.connect(list_topics)

    def _in_build(self, do: Callable[[], object], instead: str = "") -> Callable[[], None]:
        """Return what does something of Build where that is in sight, else tells what to press."""

        def done() -> None:
            if self._window.tabs.currentIndex() == BUILD:
                do()
            else:
                self._window.say(f"That is for Build: press Ctrl+1 first. {instead}".rstrip())

        return done

    def _with_customers(self, do: "Callable[[CustomersMenu], object]") -> Callable[[], object]:
        """Return what does something with the saved customers."""
        return lambda: do(self._window.customers)

    def _in_diagnose(self, do: "Callable[[DiagnosePage], object]") -> Callable[[], None]:
        """Return what turns to Diagnose and does something there."""

        def done() -> None:
            self._window.tabs.setCurrentIndex(DIAGNOSE)
            do(self._window.diagnose_page)

        return done

    def _can_in_diagnose(self, can: "Callable[[DiagnosePage], bool]") -> Callable[[], bool]:
        """Return what tells whether Diagnose can do something, once there is one."""
        return lambda: self._window.has_diagnose_page and can(self._window.diagnose_page)

    def _add(
        self,
        menu: str,
        text: str,
        slot: Callable[[], object],
        *shortcuts: QKeySequence.StandardKey | str,
        can: Callable[[], bool] | None = None,
    ) -> QAction:
        """Add an action to a menu and return it; `can` tells whether it can be done."""
        action = self._menus[menu].addAction(text)
        action.setMenuRole(QAction.MenuRole.NoRole)  # or macOS guesses one from the text
        action.setShortcuts([QKeySequence(each) for each in shortcuts])
        action.triggered.connect(lambda _checked: slot())
        if can:
            self._menus[menu].aboutToShow.connect(lambda: action.setEnabled(can()))
            self._menus[menu].aboutToHide.connect(lambda: action.setEnabled(True))
        return action


def _draw_icons(menu: QMenu) -> None:
    from reamaze_gui.ui.widgets.icons import draw

    draw(menu)


def _add_choice(
    menu: QMenu,
    values: Iterable[tuple[str, T]],
    chosen: Callable[[], T],
    slot: Callable[[T], object],
    *,
    can: Callable[[], bool] | None = None,
) -> None:
    """Add one action for each value, of which the one that is `chosen` is checked."""
    group = QActionGroup(menu)
    actions: list[tuple[QAction, T]] = []
    for text, value in values:
        action = group.addAction(text.replace("&", "&&"))
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.setCheckable(True)
        action.triggered.connect(lambda _checked, value=value: slot(value))
        actions.append((action, value))
    menu.addActions(group.actions())

    def refresh() -> None:
        for action, value in actions:
            action.setChecked(value == chosen())
            action.setEnabled(not can or can())

    menu.aboutToShow.connect(refresh)
    refresh()


def minutes_later(minutes: int) -> str:
    """Say when something is done, which for 0 it never is."""
    unit = "minute" if minutes == 1 else "minutes"
    return f"After {minutes} {unit}" if minutes else "Never"
