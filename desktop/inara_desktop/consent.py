"""The confirm dialog over the engine's pending calls: opened, answered, renewed, withdrawn when answered elsewhere."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping
from typing import Any

from PySide6.QtCore import QObject, Slot

from inara_desktop.confirm_dialog import ConfirmDialog
from inara_desktop.consent_values import Decision, PendingCall, RuleChoice
from inara_desktop.errands import Errands
from inara_desktop.said import deed, explained, labelled, said, step
from inara_desktop.style import Appearance
from inara_desktop.window import MainWindow
from inara_desktop.wording import later, translate
from inara_engine import face
from inara_engine.errors import InaraError
from inara_engine.events import CallId, Recorded, RuleOffer, SessionId
from inara_engine.ids import is_private

__all__ = ["Consent"]

IN_MEMORY = (
    later("Consent", "Off the record"),
    later("Consent", "This question is in memory only: it is gone when you close the conversation or Inara."),
)
ASK_AFTER_S = 0.05  # the calls of one round come as events one by one; the dialog asks about all of them


class Consent(QObject):
    """At most one dialog at a time. Closed without an answer, its calls stay pending and on their cards."""

    def __init__(self, window: MainWindow, appearance: Appearance, errands: Errands) -> None:
        super().__init__(window)
        self._window = window
        self._appearance = appearance
        self._errands = errands
        self._dialog: ConfirmDialog | None = None
        self._session: SessionId = ""
        self._due = False

    def ask_soon(self, session: SessionId) -> None:
        """Ask about the calls of the session's waiting job, unless a dialog is open already."""
        self._session = session
        if not self._due:
            self._due = True
            self._errands.start(self._ask())

    def heed(self, recorded: Recorded, waiting: Collection[CallId]) -> None:
        """Something happened in the session shown, in which these calls wait now."""
        for call in self._dialog.call_ids if self._dialog is not None else ():
            if call not in waiting and self._dialog is not None:
                self._dialog.withdraw(call)
        if recorded.event.kind == "confirmation_requested":
            self.ask_soon(recorded.session_id)

    def close(self) -> None:
        """Put the dialog away without an answer, and ask nothing that was about to be asked."""
        self._session = ""
        if self._dialog is not None:
            self._dialog.reject_all()

    async def _ask(self) -> None:
        await asyncio.sleep(ASK_AFTER_S)
        self._due = False
        engine = await self._errands.engine
        pending = [call for call in await engine.pending() if call.session_id == self._session]
        if self._dialog is not None:
            for call in pending:
                self._dialog.renew(_shown(call))
            return
        if not pending:
            return
        calls = [_shown(call) for call in pending if call.job_id == pending[0].job_id]
        self._dialog = ConfirmDialog(self._appearance, calls, self._window)
        self._dialog.answered.connect(self._on_answered)
        self._dialog.revised.connect(self._on_revised)
        self._dialog.finished.connect(self._on_closed)
        self._window.open_when_quiet(self._dialog)

    @Slot(tuple)
    def _on_answered(self, decisions: tuple[Decision, ...]) -> None:
        self._errands.start(self._answer(decisions))

    async def _answer(self, decisions: tuple[Decision, ...]) -> None:
        engine = await self._errands.engine
        for one in decisions:
            rule = RuleOffer(**one.rule._asdict()) if one.rule is not None else None
            decision = face.Decision(one.approved, one.digest, one.reason, by="window", remember=rule)
            try:
                await engine.answer(one.call_id, decision)
            except InaraError as error:
                self._errands.say("answer", error)

    @Slot(str, str, dict)
    def _on_revised(self, call_id: CallId, digest: str, arguments: Mapping[str, Any]) -> None:
        self._errands.start(self._revise(call_id, digest, dict(arguments)))

    async def _revise(self, call_id: CallId, digest: str, arguments: dict[str, Any]) -> None:
        dialog = self._dialog
        engine = await self._errands.engine
        try:
            await engine.revise(call_id, digest, arguments, by="window")
        except InaraError as error:
            if dialog is not None and dialog is self._dialog:  # and not one about something else by now
                dialog.show_problem(explained(error))
            return
        for call in await engine.pending():
            if call.call_id == call_id and self._dialog is not None:
                self._dialog.renew(_shown(call))

    @Slot(int)
    def _on_closed(self, _: int) -> None:
        self._dialog = None


def _in_memory() -> tuple[str, str]:
    label, words = IN_MEMORY
    return translate("Consent", label), translate("Consent", words)


def _shown(call: face.PendingCall) -> PendingCall:
    return PendingCall(
        call_id=call.call_id,
        tool=call.tool,
        summary=deed(call.action.summary),
        digest=call.digest,
        risk=int(call.action.risk),
        reason=said(call.reason, deep=False),
        details=(
            *map(labelled, (*call.action.details, *call.action.asides)),
            *([_in_memory()] if is_private(call.session_id) else []),
        ),
        preview=call.action.preview,
        preview_kind=call.action.preview_kind,
        because=tuple(map(step, call.because)),
        offers=tuple(RuleChoice(offer.profile, offer.tool, offer.under, offer.words) for offer in call.offers),
        arguments=call.arguments,
        edited=call.edited,
        expires_at=call.expires_at,
    )
