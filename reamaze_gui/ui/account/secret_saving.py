"""Saves a typed secret, or says why not: one that looks as if copied wrong, on purpose only."""

from reamaze_gui.core.authkey import Secret, check_secret
from reamaze_gui.ui.runtime.secret_session import SecretSession

_DOUBTED = "see the warning. To save it all the same, press Save."


class SecretSaving:
    """Holds why the last try failed, for as long as that is so."""

    def __init__(self, session: SecretSession) -> None:
        self._session = session
        self._fault = ""
        self._doubted: Secret | None = None  # the one that was warned of when it was to be saved

    @property
    def refusal(self) -> str:
        """Why nothing was saved, in a sentence; empty where nothing was refused."""
        return f"Not saved: {self._fault}" if self._fault else ""

    def try_to_save(self, *, on_purpose: bool) -> bool:
        """Save, and return True, if nothing speaks against it, or no more than a seen warning."""
        typed, fault = self._session.typed, self._find_fault()
        if on_purpose and fault == _DOUBTED and typed == self._doubted:
            fault = ""
        self._fault = fault
        self._doubted = typed if fault == _DOUBTED else None
        if not fault:
            self._session.save()
        return not fault

    def follow(self, *, is_kept: bool) -> None:
        """Drop the refusal where the secret is saved, or something else is in the way by now."""
        if is_kept or self._fault != self._find_fault():
            self._fault = ""
            self._doubted = None

    def _find_fault(self) -> str:
        typed = self._session.typed
        if (fault := self._session.fault) or not typed:
            return fault
        return _DOUBTED if any(remark.fix for remark in check_secret(typed.value)) else ""
