"""What the transcript shows, as values. The bridge makes them from events; the view paints them."""

from __future__ import annotations

from typing import Literal

from inara_desktop.wording import later
from inara_engine.frozen import frozen

__all__ = [
    "RISK_WORDS",
    "AnswerRow",
    "ErrorRow",
    "NoticeRow",
    "Row",
    "RowAction",
    "RowDetail",
    "RowPicture",
    "ToolRow",
    "UserRow",
]

RISK_WORDS = (
    later("Risk", "No effect"),
    later("Risk", "Only reads"),
    later("Risk", "Makes a change"),
    later("Risk", "Serious"),
    later("Risk", "Forbidden"),
)
"""What the risk levels 0 to 4 are called, to be translated."""


@frozen
class RowAction:
    """A button on a card: `name` is what `actionTriggered` carries, `label` what it says."""

    name: str
    label: str
    primary: bool = False


@frozen
class RowPicture:
    """A picture that belongs to a row. What it shows is asked for when it is seen (see `pictures`)."""

    name: str = ""
    media_type: str = ""


@frozen
class RowDetail:
    """A part of what a card folds away: plain text under a label."""

    label: str
    text: str


@frozen
class UserRow:
    """What the person said. Shown as plain text (their own Markdown is theirs), never interpreted."""

    id: str
    text: str
    at: float = 0.0
    pictures: tuple[RowPicture, ...] = ()
    queued: bool = False
    branch: int = 1  # which of the messages that stand in the same place
    branches: int = 1


@frozen
class AnswerRow:
    """What a model said: Markdown `text`, folded `thinking`, and who it was.

    `streaming` rows grow by `TranscriptView.feed`. `footer` is e.g. "Qwen 3 · 214 tokens · 41 tokens/s".
    `badge` marks an answer that is no model's ("Demo, not an AI").
    """

    id: str
    text: str = ""
    thinking: str = ""
    label: str = ""
    badge: str = ""
    footer: str = ""
    streaming: bool = False
    partial: bool = False  # cut off: shown as such
    thinking_s: float = 0.0  # how long it thought; 0: not known


ToolStatus = Literal[
    "waiting", "running", "ok", "failed", "declined", "denied", "expired", "cancelled", "unknown", "undone"
]


@frozen
class ToolRow:
    """A tool call as a card. `details` (what it was given, what came of it) are folded until opened.

    `status` "waiting" shows the pending confirmation with its actions (e.g. review), "undone" that its effects were
    taken back. `allowed` says who let it run, `note` is a sentence that stays in sight.
    """

    id: str
    name: str
    summary: str
    status: ToolStatus
    risk: int = 0
    details: tuple[RowDetail, ...] = ()
    duration_ms: int = 0
    actions: tuple[RowAction, ...] = ()
    allowed: str = ""
    note: str = ""
    pictures: tuple[RowPicture, ...] = ()


@frozen
class ErrorRow:
    """An error with its next step and what may be done ("Try again", "Settings")."""

    id: str
    title: str
    next_step: str = ""
    actions: tuple[RowAction, ...] = ()


@frozen
class NoticeRow:
    """A quiet line: progress, "interrupted", "cancelled", "no byte for 30 s" with its actions."""

    id: str
    text: str
    busy: bool = False
    actions: tuple[RowAction, ...] = ()


Row = UserRow | AnswerRow | ToolRow | ErrorRow | NoticeRow
