"""What was used, counted by day and model as replies come: a sum that outlives the conversations it came from."""

from __future__ import annotations

import sqlite3

from inara_engine.events import HistoryCompacted, ImagesDescribed, ModelFinished, Recorded, SessionRenamed
from inara_engine.frozen import frozen

__all__ = ["UsageDay", "add", "since"]


@frozen
class UsageDay:
    """What one model did on one local day (ISO).

    `replies` are all calls of the model, `answers` those that a person read. `cost` is None where nothing had a
    price. `timed_tokens` were written in `writing_ms`; `first_token_ms` is the sum over all replies.
    """

    day: str
    model: str
    label: str
    replies: int
    answers: int
    prompt_tokens: int
    cached_tokens: int
    completion_tokens: int
    cost: float | None
    timed_tokens: int
    writing_ms: int
    first_token_ms: int

    @property
    def tokens_per_s(self) -> float | None:
        """How fast it wrote; None where that was not timed."""
        return self.timed_tokens * 1000 / self.writing_ms if self.writing_ms else None

    @property
    def mean_first_token_ms(self) -> int:
        """How long the first token took, on average."""
        return round(self.first_token_ms / self.replies) if self.replies else 0


_COMMON = {"model", "model_label", "usage", "cost", "duration_ms"}

_ADD = """
INSERT INTO usage VALUES(date(?, 'unixepoch', 'localtime'), ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT(day, model) DO UPDATE SET
    label = excluded.label,
    replies = replies + 1,
    answers = answers + excluded.answers,
    prompt_tokens = prompt_tokens + excluded.prompt_tokens,
    cached_tokens = cached_tokens + excluded.cached_tokens,
    completion_tokens = completion_tokens + excluded.completion_tokens,
    cost = iif(cost IS NULL AND excluded.cost IS NULL, NULL, coalesce(cost, 0) + coalesce(excluded.cost, 0)),
    timed_tokens = timed_tokens + excluded.timed_tokens,
    writing_ms = writing_ms + excluded.writing_ms,
    first_token_ms = first_token_ms + excluded.first_token_ms
"""


def add(db: sqlite3.Connection, recorded: Recorded) -> None:
    """Count one more event; only replies count."""
    event = recorded.event
    if isinstance(event, HistoryCompacted | ImagesDescribed | SessionRenamed):
        event = ModelFinished(**event.model_dump(include=_COMMON), summary=True)
    if not isinstance(event, ModelFinished) or not event.model:
        return
    writing_ms = max(0, event.duration_ms - event.first_token_ms)
    db.execute(
        _ADD,
        (
            recorded.at,
            event.model,
            event.model_label,
            not event.calls and not event.summary,
            event.usage.prompt_tokens,
            event.usage.cached_tokens,
            event.usage.completion_tokens,
            event.cost,
            event.usage.completion_tokens if writing_ms else 0,
            writing_ms,
            event.first_token_ms,
        ),
    )


def since(db: sqlite3.Connection, day: str) -> list[UsageDay]:
    """The days from one on, oldest first, the models of each by their names."""
    rows = db.execute("SELECT * FROM usage WHERE day >= ? ORDER BY day, model", (day,))
    return [UsageDay(*row) for row in rows]
