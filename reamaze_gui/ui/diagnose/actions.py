"""The actions of Diagnose, for the menu bar."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from reamaze_gui.ui.widgets.action import Action, MenuEntry

if TYPE_CHECKING:  # imported when first used
    from reamaze_gui.ui.diagnose.diagnose_page import DiagnosePage


def offers(
    page: "Callable[[], DiagnosePage]", made: "Callable[[], DiagnosePage | None]"
) -> tuple[MenuEntry, ...]:
    """Return the actions; `page` shows and returns the page, `made` returns it if it exists."""

    def on(do: "Callable[[DiagnosePage], object]") -> Callable[[], object]:
        return lambda: do(page())

    def can(test: "Callable[[DiagnosePage], bool]") -> Callable[[], bool]:
        def run() -> bool:
            shown = made()
            return shown is not None and test(shown)

        return run

    return (
        Action(
            "File",
            "Paste pa&ge",
            on(lambda shown: shown.input.paste()),
            ("Ctrl+Shift+P",),
        ),
        Action(
            "File",
            "&Open page or list…",
            on(lambda shown: shown.input.open_file()),
            (QKeySequence.StandardKey.Open,),
        ),
        Action(
            "File",
            "&Load into Build",
            on(lambda shown: shown.load()),
            ("Ctrl+L",),
            can(lambda shown: shown.result.load_button.isEnabled()),
        ),
        Action(
            "File",
            "Sav&e failing rows…",
            on(lambda shown: shown.save_failing_rows()),
            can=can(lambda shown: shown.result.rows_button.isEnabled()),
        ),
        None,
        Action(
            "Edit",
            "Copy rep&ly",
            on(lambda shown: shown.copy_reply()),
            ("Ctrl+Shift+R",),
            can(lambda shown: shown.result.copy_button.isEnabled()),
        ),
        Action(
            "Edit",
            "Copy technical &report",
            on(lambda shown: shown.copy_report()),
            ("Ctrl+Shift+T",),
            can(lambda shown: shown.result.report_button.isEnabled()),
        ),
        Action(
            "Edit",
            "Copy &console command",
            on(lambda shown: shown.input.copy_command()),
        ),
        Action(
            "Edit",
            "Cancel searc&h",
            on(lambda shown: shown.cancel()),
            can=can(lambda shown: shown.result.cancel_button.isEnabled()),
        ),
        None,
    )
