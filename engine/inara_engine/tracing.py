"""A job's whole course as a list: every event with its time, in words, decisions and who made them included."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from inara_engine.events import (
    ArgumentsEdited,
    ConfirmationAnswered,
    ConfirmationRequested,
    DurableEvent,
    HistoryCompacted,
    ImagesDescribed,
    JobFinished,
    JobInterrupted,
    JobResumed,
    JobStopping,
    ModelAsked,
    ModelFinished,
    ModelStopped,
    PromptSet,
    QuestionAnswered,
    QuestionAsked,
    QuestionWithdrawn,
    Recorded,
    TaskSubmitted,
    ToolFinished,
    ToolStarted,
    ToolUndone,
    is_durable,
)
from inara_engine.policy import who_allowed

__all__ = ["trace"]


def trace(rows: Iterable[Recorded]) -> list[dict[str, Any]]:
    """Each stored event as `{seq, at, kind, summary, event}`; images are named by their type only."""
    return [
        {
            "seq": row.seq,
            "at": row.at,
            "kind": row.event.kind,
            "summary": _summary(row.event),
            "event": _body(row.event),
        }
        for row in rows
        if is_durable(row.event)
    ]


def _body(event: DurableEvent) -> dict[str, Any]:
    body = event.model_dump(mode="json", exclude={"kind", "opaque"})
    if isinstance(event, TaskSubmitted):
        body["images"] = [image.media_type for image in event.images]
    return body


def _summary(event: DurableEvent) -> str:
    match event:
        case TaskSubmitted():
            return f"Given by {event.origin}{', off the record' if event.off_record else ''}: {event.text}"
        case PromptSet(system=system, tools=tools):
            return f"A prompt of {len(system)} characters with {len(tools)} tools."
        case HistoryCompacted(turns=turns, model_label=label):
            return f"The first {turns} turns were summed up by {label}."
        case ImagesDescribed(text=""):
            return "Nobody could look at the pictures; it goes on without them."
        case ImagesDescribed(model_label=label, text=text):
            return f"{label} described the pictures: {text}"
        case ModelAsked():
            return f"Round {event.round}: {event.model_label or event.model} was asked, as {event.role}."
        case ModelFinished():
            names = ", ".join(call.name for call in event.calls)
            did = f"It calls {names}." if names else f"It says: {event.text}"
            tokens = f"{event.usage.prompt_tokens} + {event.usage.completion_tokens} tokens"
            return f"{did} ({event.duration_ms / 1000:.1f} s, {tokens})"
        case ModelStopped(error=None):
            return f"The reply was cut ({event.reason})."
        case ModelStopped(error=error):
            return f"The reply ended with an error: {error.message if error else ''}"
        case ConfirmationRequested():
            return f"Asks: {event.action.summary} (risk {int(event.action.risk)}). {event.reason}"
        case ArgumentsEdited():
            return f"A person changed what it is given, in the {event.by}."
        case ConfirmationAnswered():
            decided = "Approved" if event.approved else "Declined"
            return f"{decided} by a person, in the {event.by}." + (f" Reason: {event.reason}" if event.reason else "")
        case ToolStarted():
            allowed = f" Allowed: {who_allowed(event.allowed_by)}." if event.allowed_by else ""
            return f"Runs: {event.summary} (risk {int(event.risk)}).{allowed}"
        case ToolFinished():
            took = f" ({event.duration_ms / 1000:.1f} s)" if event.duration_ms else ""
            return f"{event.call_id.rpartition('.')[2]}: {event.outcome}{took}. {event.output}".strip()
        case QuestionAsked():
            return f"{event.source} asks: {event.message}"
        case QuestionAnswered():
            return f"The person answers ({event.action}), in the {event.by}."
        case QuestionWithdrawn():
            return f"The question is withdrawn: {event.reason}"
        case ToolUndone():
            return f"Taken back ({event.outcome}): {event.message}"
        case JobInterrupted():
            return "Inara ended in the middle of the answer."
        case JobResumed():
            return f"Went on ({event.how})."
        case JobStopping():
            return "The answer was stopped; what was at work came to its end."
        case JobFinished(error=None):
            return f"Ended: {event.status}."
        case JobFinished(error=error):
            return f"Ended: {event.status}. {error.message if error else ''}"
        case _:
            return event.kind.replace("_", " ")
