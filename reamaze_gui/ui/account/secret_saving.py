"""Saves a typed secret; one that looks wrong needs a second press of Save."""

from reamaze_gui.core.authkey import Secret, check_secret
from reamaze_gui.ui.runtime.secret_session import SecretSession

_DOUBTFUL = "see the warning. To save it anyway, press Save."


class SecretSaving:
    """Tries to save the session's secret, and remembers why that was refused."""

    def __init__(self, session: SecretSession) -> None:
        self._session = session
        self._fault = ""
        self._doubted: Secret | None = None  # the secret that was refused with a warning

    @property
    def refusal(self) -> str:
        """A sentence saying why the last attempt was refused, or ""."""
        return f"Not saved: {self._fault}" if self._fault else ""

    def try_to_save(self, *, on_purpose: bool) -> bool:
        """Save unless there is a fault, or a new warning; return whether it was saved.

        `on_purpose` is set for the button, which alone overrules a warning.
        """
        typed, fault = self._session.typed, self._find_fault()
        if on_purpose and fault == _DOUBTFUL and typed == self._doubted:
            fault = ""
        self._fault = fault
        self._doubted = typed if fault == _DOUBTFUL else None
        if not fault:
            self._session.save()
        return not fault

    def update(self, *, is_saved: bool) -> None:
        """Drop the refusal once the secret is saved or the fault is another one."""
        if is_saved or self._fault != self._find_fault():
            self._fault = ""
            self._doubted = None

    def _find_fault(self) -> str:
        typed = self._session.typed
        if (fault := self._session.fault) or not typed:
            return fault
        return _DOUBTFUL if any(remark.fix for remark in check_secret(typed.value)) else ""
