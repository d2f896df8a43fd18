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
    """Return the actions; what is about the snippet works only while the page `is_shown`."""

    def here(do: Callable[[], object], instead: str = "") -> Callable[[], None]:
        """Return a function that acts where the page is shown, and else says what to press."""

        def done() -> None:
            if is_shown():
                do()
            else:
                page.status_message.emit(f"{_ELSEWHERE} {instead}".rstrip())

        return done

    def turned(do: Callable[..., object]) -> Callable[..., None]:
        """Return a function that turns to the page first."""

        def done(*values: object) -> None:
            switch_to()
            do(*values)

        return done

    intake, trial, report = page.intake, page.trial, "Ctrl+Shift+R copies the reply."
    return (
        Action("File", "&New customer", turned(intake.clear), (StandardKey.New,)),
        Action("File", "&Paste customer", turned(intake.paste), ("Ctrl+Shift+V",)),
        Action(
            "File",
            "&Save snippet…",
            here(page.save_snippet),
            (StandardKey.Save,),
            page.save_snippet_button.isEnabled,
        ),
        Action(
            "File",
            "Try in &browser",
            here(trial.try_in_browser, "Ctrl+L takes this page's customer there."),
            ("Ctrl+B",),
            trial.try_button.isEnabled,
        ),
        None,
        Action(
            "Edit",
            "Copy &snippet",
            here(page.copy_snippet, report),
            ("Ctrl+Shift+C",),
            page.copy_snippet_button.isEnabled,
        ),
        Action(
            "Edit",
            "Copy &authkey",
            here(page.copy_authkey, report),
            ("Ctrl+Shift+K",),
            page.copy_authkey_button.isEnabled,
        ),
        Action(
            "Edit",
            "Copy a&ddress of the test page",
            here(trial.copy_address),
            can=trial.copy_button.isEnabled,
        ),
        Choice(
            "View",
            tuple((mode.value, mode) for mode in Mode),
            lambda: page.mode,
            turned(page.choose_mode),
            can=lambda: page.snippet.has_modes,
        ),
        Choice(
            "View",
            tuple((each.name, each.name) for each in SNIPPETS),
            lambda: page.snippet.name,
            turned(page.choose_format),
            text="&Format",
        ),
        None,
    )
