"""The cards of a session's tool calls, from its events. No Qt."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from inara_desktop.operations import Append, Operation, Replace
from inara_desktop.said import deed, labelled, said
from inara_desktop.transcript.rows import RowAction, RowDetail, RowPicture, ToolRow, ToolStatus
from inara_desktop.wording import more_characters, translate
from inara_engine.events import (
    Action,
    ArgumentsEdited,
    CallId,
    ConfirmationAnswered,
    ConfirmationRequested,
    JobId,
    ToolFinished,
    ToolStarted,
    ToolUndone,
)
from inara_engine.face import who_allowed
from inara_engine.messages import Image, ToolCall

__all__ = ["CardEvent", "ToolCards", "row_pictures"]

DETAIL_CHARACTERS = 20_000  # of a call's arguments and output on its card; the log has all

CardEvent = ConfirmationRequested | ArgumentsEdited | ConfirmationAnswered | ToolStarted | ToolFinished | ToolUndone


class ToolCards:
    """Knows each call's card; `take` gives what an event makes of it."""

    def __init__(self) -> None:
        self._rows: dict[CallId, ToolRow] = {}
        self._given: dict[CallId, str] = {}
        self._undoable: dict[JobId, dict[CallId, None]] = {}

    def called(self, call: ToolCall) -> Operation:
        """A model asked for a call."""
        shown = call.malformed if call.malformed is not None else _pretty(call.arguments)
        self._given[call.call_id] = _cut(shown)
        row = ToolRow(
            call.call_id, call.name, call.name.replace("_", " "), "running", details=self._details(call.call_id)
        )
        self._rows[call.call_id] = row
        return Append(row)

    def take(self, event: CardEvent) -> Iterator[Operation]:
        """What happened to a call."""
        match event:
            case ConfirmationRequested(call_id=call_id, action=action, reason=reason):
                details = (RowDetail(translate("ToolCards", "What it would do"), _question(action, reason)),)
                yield self._show(
                    call_id,
                    "waiting",
                    summary=deed(action.summary),
                    details=details,
                    risk=action.risk,
                    actions=(_review(),),
                )
            case ArgumentsEdited(call_id=call_id, arguments=arguments):
                self._given[call_id] = _cut(_pretty(arguments))
            case ConfirmationAnswered(call_id=call_id, approved=approved):
                yield self._show(call_id, "running" if approved else "declined", actions=())
            case ToolStarted(call_id=call_id):
                allowed = "" if event.allowed_by == "reads" else said(who_allowed(event.allowed_by))
                yield self._show(
                    call_id,
                    "running",
                    summary=deed(event.summary),
                    details=self._details(call_id),
                    risk=event.risk,
                    allowed=translate("ToolCards", "Allowed by {whom}").format(whom=allowed) if allowed else "",
                )
            case ToolFinished(call_id=call_id):
                if event.undo:
                    self._undoable.setdefault(_job(call_id), {})[call_id] = None
                yield self._show(
                    call_id,
                    event.outcome,
                    details=self._details(call_id, event.output if event.outcome == "ok" else said(event.output)),
                    duration_ms=event.duration_ms,
                    pictures=row_pictures(event.images),
                    actions=(),
                )
            case ToolUndone(call_id=call_id, message=message):
                if event.outcome == "ok":
                    self._undoable.get(_job(call_id), {}).pop(call_id, None)
                    yield self._show(call_id, "undone", note=said(message), actions=())
                else:
                    yield self._show(call_id, None, note=said(message))

    def offer_undo(self, job: JobId) -> Iterator[Operation]:
        """The job has ended: what its calls did to files may be taken back."""
        for call_id in self._undoable.get(job, ()):
            yield self._show(call_id, None, actions=(_undo(),))

    def withdraw_undo(self, job: JobId) -> Iterator[Operation]:
        """The job goes on: not while it does."""
        for call_id in self._undoable.get(job, ()):
            yield self._show(call_id, None, actions=())

    def _details(self, call_id: CallId, output: str = "") -> tuple[RowDetail, ...]:
        parts = (
            RowDetail(translate("ToolCards", "Given"), self._given.get(call_id, "")),
            RowDetail(translate("ToolCards", "Result"), _cut(output)),
        )
        return tuple(part for part in parts if part.text)

    def _show(
        self,
        call_id: CallId,
        status: ToolStatus | None,
        *,
        summary: str = "",
        details: tuple[RowDetail, ...] | None = None,
        risk: int | None = None,
        **more: object,
    ) -> Operation:
        """The card with these changes; what isn't named stays."""
        known = self._rows.get(call_id)
        row = known or ToolRow(call_id, "tool", "tool", status or "unknown")
        row = replace(
            row,
            status=status or row.status,
            summary=summary or row.summary,
            details=row.details if details is None else details,
            risk=row.risk if risk is None else int(risk),
            **more,
        )
        self._rows[call_id] = row
        return Replace(row) if known else Append(row)


def row_pictures(images: tuple[Image, ...]) -> tuple[RowPicture, ...]:
    """What a row knows of its pictures: not what they show."""
    return tuple(RowPicture(image.name, image.media_type) for image in images)


def _job(call_id: CallId) -> JobId:
    return call_id.split(".", 1)[0]


def _review() -> RowAction:
    return RowAction("review", translate("ToolCards", "Review…"), primary=True)


def _undo() -> RowAction:
    return RowAction("undo", translate("ToolCards", "Undo"))


def _question(action: Action, reason: str) -> str:
    lines = [": ".join(labelled(detail)) for detail in (*action.details, *action.asides)]
    because = translate("ToolCards", "Asked because: {reason}").format(reason=said(reason, deep=False))
    return _cut("\n".join([*lines, because, *([action.preview] if action.preview else [])]))


def _pretty(arguments: dict[str, object]) -> str:
    return "\n".join(
        f"{name}: {value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}"
        for name, value in arguments.items()
    )


def _cut(text: str) -> str:
    if len(text) <= DETAIL_CHARACTERS:
        return text
    return f"{text[:DETAIL_CHARACTERS]}\n{more_characters(len(text) - DETAIL_CHARACTERS)}"
