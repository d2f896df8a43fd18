"""The actions of Build, for the menu bar."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence

from reamaze_gui.core.preview import Mode
from reamaze_gui.core.snippets import SNIPPETS
from reamaze_gui.ui.build.build_page import BuildPage
from reamaze_gui.ui.widgets.action import Action, Choice, MenuEntry

StandardKey = QKeySequence.StandardKey

_ELSEWHERE = "This works on the Build tab. Press Ctrl+1."


def offers(
    page: BuildPage, is_shown: Callable[[], bool], switch_to: Callable[[], object]
) -> tuple[MenuEntry, ...]:
    """Return the actions; those about the snippet work only while the page `is_shown`."""

    def only_here(do: Callable[[], object], instead: str = "") -> Callable[[], None]:
        """Wrap a function to run only while the page is shown, and else say what to press."""

        def run() -> None:
            if is_shown():
                do()
            else:
                page.status_message.emit(f"{_ELSEWHERE} {instead}".rstrip())

        return run

    def shown_first(do: Callable[..., object]) -> Callable[..., None]:
        """Wrap a function to show the page first."""

        def run(*values: object) -> None:
            switch_to()
            do(*values)

        return run

    intake, trial, report = page.intake, page.trial, "Ctrl+Shift+R copies the reply."
    return (
        Action("File", "&New customer", shown_first(intake.clear), (StandardKey.New,)),
        Action("File", "&Paste customer", shown_first(intake.paste), ("Ctrl+Shift+V",)),
        Action(
            "File",
            "&Save snippet…",
            only_here(page.save_snippet),
            (StandardKey.Save,),
            page.save_snippet_button.isEnabled,
        ),
        Action(
            "File",
            "Try in &browser",
            only_here(trial.try_in_browser, "Ctrl+L takes this page's customer there."),
            ("Ctrl+B",),
            trial.try_button.isEnabled,
        ),
        None,
        Action(
            "Edit",
            "Copy &snippet",
            only_here(page.copy_snippet, report),
            ("Ctrl+Shift+C",),
            page.copy_snippet_button.isEnabled,
        ),
        Action(
            "Edit",
            "Copy &authkey",
            only_here(page.copy_authkey, report),
            ("Ctrl+Shift+K",),
            page.copy_authkey_button.isEnabled,
        ),
        Action(
            "Edit",
            "Copy a&ddress of the test page",
            only_here(trial.copy_address),
            can=trial.copy_button.isEnabled,
        ),
        Choice(
            "View",
            tuple((mode.value, mode) for mode in Mode),
            lambda: page.mode,
            shown_first(page.choose_mode),
            can=lambda: page.snippet.has_modes,
        ),
        Choice(
            "View",
            tuple((each.name, each.name) for each in SNIPPETS),
            lambda: page.snippet.name,
            shown_first(page.choose_format),
            text="&Format",
        ),
        None,
    )
