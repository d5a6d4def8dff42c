"""What happened, in the order it happened: the only truth about a session.

`durable` events are rows of the log (`store`); `transient` ones only pass by.
Events are additive: a field may be added with a default, a changed meaning is a new kind.
"""

from __future__ import annotations

from typing import Annotated, Any, TypeGuard

from pydantic import Field, TypeAdapter

from inara_engine.events.durable import (
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
    TaskSubmitted,
    ToolFinished,
    ToolStarted,
    ToolUndone,
)
from inara_engine.events.sessions import (
    SessionFiled,
    SessionPinned,
    SessionRenamed,
    SessionRestored,
    SessionSeen,
    SessionTrashed,
)
from inara_engine.events.transient import (
    CaughtUp,
    Halted,
    ImportProgressed,
    Progress,
    PullProgressed,
    QueueChanged,
    ServersChanged,
    SessionRemoved,
    SettingsChanged,
    Stalled,
    TextDelta,
    ThinkingDelta,
    TransientEvent,
)
from inara_engine.events.values import (
    Action,
    CallId,
    Detail,
    ErrorInfo,
    JobId,
    Mode,
    Outcome,
    RuleOffer,
    SessionId,
    Undo,
)
from inara_engine.frozen import frozen

__all__ = [
    "Action",
    "ArgumentsEdited",
    "CallId",
    "CaughtUp",
    "ConfirmationAnswered",
    "ConfirmationRequested",
    "Detail",
    "DurableEvent",
    "ErrorInfo",
    "Event",
    "Halted",
    "HistoryCompacted",
    "ImagesDescribed",
    "ImportProgressed",
    "JobFinished",
    "JobId",
    "JobInterrupted",
    "JobResumed",
    "JobStopping",
    "Mode",
    "ModelAsked",
    "ModelFinished",
    "ModelStopped",
    "Outcome",
    "Progress",
    "PromptSet",
    "PullProgressed",
    "QuestionAnswered",
    "QuestionAsked",
    "QuestionWithdrawn",
    "QueueChanged",
    "Recorded",
    "RuleOffer",
    "ServersChanged",
    "SessionFiled",
    "SessionId",
    "SessionPinned",
    "SessionRemoved",
    "SessionRenamed",
    "SessionRestored",
    "SessionSeen",
    "SessionTrashed",
    "SettingsChanged",
    "Stalled",
    "TaskSubmitted",
    "TextDelta",
    "ThinkingDelta",
    "ToolFinished",
    "ToolStarted",
    "ToolUndone",
    "Undo",
    "decode",
    "is_durable",
]

Event = DurableEvent | TransientEvent


AnyEvent = Annotated[Event, Field(discriminator="kind")]  # for adapters that carry events over a socket


@frozen
class Recorded:
    """An event with its place. `seq` is the row's number; a transient event carries the last row's.

    `job_id` is "" for events of a session as a whole. `at` is Unix time in seconds.
    """

    seq: int
    session_id: SessionId
    job_id: JobId
    at: float
    event: AnyEvent


_ADAPTER: TypeAdapter[DurableEvent] = TypeAdapter(Annotated[DurableEvent, Field(discriminator="kind")])


def is_durable(event: Event) -> TypeGuard[DurableEvent]:
    """Whether an event is a row of the log."""
    return event.durable


def decode(body: str | bytes | dict[str, Any]) -> DurableEvent:
    """A durable event from its JSON. Raises pydantic.ValidationError where it is none."""
    return _ADAPTER.validate_python(body) if isinstance(body, dict) else _ADAPTER.validate_json(body)
