"""The confirm dialog over the engine's pending calls: opened, answered, withdrawn when answered elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from inara_desktop.confirm_dialog import ConfirmDialog
from inara_desktop.style import Appearance
from inara_desktop.values import Decision, PendingCall
from inara_desktop.window import MainWindow
from inara_engine import face
from inara_engine.events import CallId, SessionId

__all__ = ["Consent"]


class Consent:
    """At most one dialog at a time. Closed without an answer, its calls stay pending and on their cards."""

    def __init__(
        self, window: MainWindow, appearance: Appearance, on_answer: Callable[[tuple[Decision, ...]], None]
    ) -> None:
        self._window = window
        self._appearance = appearance
        self._on_answer = on_answer
        self._dialog: ConfirmDialog | None = None

    @property
    def asking(self) -> tuple[CallId, ...]:
        """The calls the open dialog asks about."""
        return self._dialog.call_ids if self._dialog is not None else ()

    def ask(self, pending: list[face.PendingCall], session: SessionId) -> None:
        """Ask about the calls of the session's waiting job; nothing if a dialog is open already."""
        calls = [call for call in pending if call.session_id == session]
        calls = [call for call in calls if call.job_id == calls[0].job_id]
        if not calls or self._dialog is not None:
            return
        self._dialog = ConfirmDialog(self._appearance, map(_shown, calls), self._window)
        self._dialog.answered.connect(self._answered)
        self._dialog.finished.connect(self._closed)
        self._window.open_when_quiet(self._dialog)

    def withdraw(self, call: CallId) -> None:
        """A call was answered elsewhere."""
        if self._dialog is not None:
            self._dialog.withdraw(call)

    def close(self) -> None:
        """Put the dialog away without an answer."""
        if self._dialog is not None:
            self._dialog.reject()

    def _answered(self, decisions: tuple[Decision, ...]) -> None:
        self._on_answer(decisions)

    def _closed(self, _: int) -> None:
        self._dialog = None


def _shown(call: face.PendingCall) -> PendingCall:
    return PendingCall(
        call_id=call.call_id,
        tool=call.tool,
        summary=call.action.summary,
        digest=call.digest,
        risk=int(call.action.risk),
        reason=call.reason,
        details=tuple((detail.label, detail.value) for detail in (*call.action.details, *call.action.asides)),
        preview=call.action.preview,
        preview_kind=call.action.preview_kind,
    )
