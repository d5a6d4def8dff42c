"""Events that only pass by: nobody hears of them later."""

from __future__ import annotations

from typing import ClassVar, Literal

from inara_engine.events.values import (
    ErrorInfo,
)
from inara_engine.frozen import frozen

__all__ = [
    "CaughtUp",
    "Halted",
    "ImportProgressed",
    "Progress",
    "PullProgressed",
    "QueueChanged",
    "ServersChanged",
    "SessionRemoved",
    "SettingsChanged",
    "Stalled",
    "TextDelta",
    "ThinkingDelta",
    "TransientEvent",
]


@frozen
class TextDelta:
    """Text of the running answer, as read: one event per read, not per token."""

    durable: ClassVar[bool] = False
    text: str
    kind: Literal["text_delta"] = "text_delta"


@frozen
class ThinkingDelta:
    """Reasoning text of the running answer."""

    durable: ClassVar[bool] = False
    text: str
    kind: Literal["thinking_delta"] = "thinking_delta"


@frozen
class Progress:
    """A sentence on what is going on ("The model is loading, 12 s"); `fraction` 0..1 where known."""

    durable: ClassVar[bool] = False
    text: str
    fraction: float | None = None
    kind: Literal["progress"] = "progress"


@frozen
class Stalled:
    """No byte for so long. The person may wait or stop; nothing is cut off by itself."""

    durable: ClassVar[bool] = False
    silent_s: float
    kind: Literal["stalled"] = "stalled"


@frozen
class Halted:
    """The disk refused, so the job stands still where its rows end; it can be resumed."""

    durable: ClassVar[bool] = False
    error: ErrorInfo
    kind: Literal["halted"] = "halted"


@frozen
class ImportProgressed:
    """How far the import of a file is: so many of its sessions are there."""

    durable: ClassVar[bool] = False
    path: str
    done: int
    total: int
    kind: Literal["import_progressed"] = "import_progressed"


@frozen
class ServersChanged:
    """Something about the servers that offer tools is new: a state, a list, an approval (see the part `mcp`)."""

    durable: ClassVar[bool] = False
    kind: Literal["servers_changed"] = "servers_changed"


@frozen
class SettingsChanged:
    """Other settings are in force, or something else is wrong with them, whoever changed them.

    Also said when the interface's token is another.
    """

    durable: ClassVar[bool] = False
    kind: Literal["settings_changed"] = "settings_changed"


@frozen
class QueueChanged:
    """What waits in the session's queue is new (see the part `queue`)."""

    durable: ClassVar[bool] = False
    kind: Literal["queue_changed"] = "queue_changed"


@frozen
class PullProgressed:
    """How far a model is that is being fetched; `state` as in `pulling.Pull`, bytes over all its files."""

    durable: ClassVar[bool] = False
    pull: str
    model: str
    state: str
    done: int
    total: int
    message: str
    kind: Literal["pull_progressed"] = "pull_progressed"


@frozen
class CaughtUp:
    """All stored events have been replayed; what follows is live."""

    durable: ClassVar[bool] = False
    kind: Literal["caught_up"] = "caught_up"


@frozen
class SessionRemoved:
    """A session's rows are gone."""

    durable: ClassVar[bool] = False
    kind: Literal["session_removed"] = "session_removed"


TransientEvent = (
    CaughtUp
    | ImportProgressed
    | PullProgressed
    | Halted
    | TextDelta
    | ThinkingDelta
    | Progress
    | Stalled
    | SessionRemoved
    | ServersChanged
    | SettingsChanged
    | QueueChanged
)
