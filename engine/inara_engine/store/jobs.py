"""Jobs as lists show them: a projection of their events."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from inara_engine.events import JobId, SessionId
from inara_engine.frozen import frozen

__all__ = ["JobRow", "page", "row", "unfinished"]

_SELECT = "SELECT id, session_id, status, task, created_at, updated_at, origin FROM job WHERE"


@frozen
class JobRow:
    """A job as lists show it. Times are Unix seconds."""

    id: JobId
    session_id: SessionId
    status: str
    task: str
    created_at: float
    updated_at: float
    origin: str = ""


def page(db: sqlite3.Connection, limit: int, before: JobId, session_id: SessionId, origin: str) -> list[JobRow]:
    """Jobs, the most recent first; with `before` those that follow it, with the others only those of it."""
    wanted = (
        " (?1 = '' OR (created_at, rowid) < (SELECT created_at, rowid FROM job WHERE id = ?1))"
        " AND (?2 = '' OR session_id = ?2) AND (?3 = '' OR origin = ?3)"
        " ORDER BY created_at DESC, rowid DESC LIMIT ?4"
    )
    return _rows(db, wanted, (before, session_id, origin, limit))


def row(db: sqlite3.Connection, job_id: JobId) -> JobRow | None:
    """One job, or None."""
    return next(iter(_rows(db, " id = ?", (job_id,))), None)


def unfinished(db: sqlite3.Connection) -> list[JobRow]:
    """Those that were under way or wait for a person, oldest first."""
    return _rows(db, " status IN ('queued', 'running', 'awaiting_confirmation') ORDER BY created_at, rowid", ())


def _rows(db: sqlite3.Connection, wanted: str, arguments: Sequence[object]) -> list[JobRow]:
    return [JobRow(*values) for values in db.execute(f"{_SELECT}{wanted}", arguments)]
