"""Events of a whole session: what a person made of it. Rows of the log, additive as those of a job."""

from __future__ import annotations

from typing import Literal

from inara_engine.events.values import Durable
from inara_engine.messages import Usage

__all__ = [
    "SessionFiled",
    "SessionPinned",
    "SessionRenamed",
    "SessionRestored",
    "SessionSeen",
    "SessionTrashed",
]


class SessionRenamed(Durable):
    """A session got a title: from its first words, from the person, or from a model, and what that came to."""

    kind: Literal["session_renamed"] = "session_renamed"
    title: str
    by: Literal["words", "model", "person"] = "words"
    model: str = ""
    model_label: str = ""
    usage: Usage = Usage()
    cost: float | None = None
    duration_ms: int = 0


class SessionPinned(Durable):
    """The person keeps a session on top of the list, or no longer does."""

    kind: Literal["session_pinned"] = "session_pinned"
    pinned: bool = True


class SessionFiled(Durable):
    """A session was put into a folder, which is nothing but its name; "" takes it out."""

    kind: Literal["session_filed"] = "session_filed"
    folder: str


class SessionTrashed(Durable):
    """A session was put into the trash; its text stays until it is deleted for good."""

    kind: Literal["session_trashed"] = "session_trashed"


class SessionRestored(Durable):
    """A session was taken out of the trash. A new task in it does the same."""

    kind: Literal["session_restored"] = "session_restored"


class SessionSeen(Durable):
    """The person has seen all there is in a session so far."""

    kind: Literal["session_seen"] = "session_seen"
