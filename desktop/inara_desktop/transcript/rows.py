"""What the transcript shows, as values. The bridge makes them from events; the view paints them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["AnswerRow", "ErrorRow", "NoticeRow", "Row", "RowAction", "ToolRow", "UserRow"]


@dataclass(frozen=True, slots=True)
class RowAction:
    """A button on a card: `name` is what `actionTriggered` carries, `label` what it says."""

    name: str
    label: str
    primary: bool = False


@dataclass(frozen=True, slots=True)
class UserRow:
    """What the person said. Shown as plain text (their own Markdown is theirs), never interpreted."""

    id: str
    text: str
    at: float = 0.0
    images: int = 0
    queued: bool = False
    branch: int = 1  # which of the messages that stand in the same place
    branches: int = 1


@dataclass(frozen=True, slots=True)
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


ToolStatus = Literal["waiting", "running", "ok", "failed", "declined", "denied", "expired", "cancelled", "unknown"]


@dataclass(frozen=True, slots=True)
class ToolRow:
    """A tool call as a card. `detail` is plain text (arguments or output), folded until opened.

    `status` "waiting" shows the pending confirmation with its actions (e.g. review).
    """

    id: str
    name: str
    summary: str
    status: ToolStatus
    risk: int = 0
    detail: str = ""
    duration_ms: int = 0
    actions: tuple[RowAction, ...] = ()


@dataclass(frozen=True, slots=True)
class ErrorRow:
    """An error with its next step and what may be done ("Try again", "Settings")."""

    id: str
    title: str
    next_step: str = ""
    actions: tuple[RowAction, ...] = ()


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """A quiet line: progress, "interrupted", "cancelled", "no byte for 30 s" with its actions."""

    id: str
    text: str
    busy: bool = False
    actions: tuple[RowAction, ...] = ()


Row = UserRow | AnswerRow | ToolRow | ErrorRow | NoticeRow
