"""What lists and searches read: made from the log's rows, in the same transaction, and from nothing else."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from typing import TypeVar

from inara_engine.events import (
    ConfirmationAnswered,
    ConfirmationRequested,
    JobFinished,
    JobInterrupted,
    JobResumed,
    ModelAsked,
    ModelFinished,
    ModelStopped,
    Recorded,
    SessionRenamed,
    TaskSubmitted,
    ToolFinished,
)

__all__ = ["project", "sessions"]

Row = TypeVar("Row")
TASK_CHARACTERS = 200  # of a task in lists


def project(db: sqlite3.Connection, recorded: Recorded) -> None:
    """Bring the projections up to one more event."""
    session_id, job_id, at = recorded.session_id, recorded.job_id, recorded.at
    match recorded.event:
        case TaskSubmitted(text=text):
            db.execute(
                "INSERT INTO session VALUES(?, '', 'words', ?, ?) ON CONFLICT(id) DO UPDATE SET updated_at = ?",
                (session_id, at, at, at),
            )
            db.execute(
                "INSERT INTO job VALUES(?, ?, 'queued', ?, ?, ?)", (job_id, session_id, text[:TASK_CHARACTERS], at, at)
            )
            _index(db, recorded, "user", text)
        case ModelAsked():
            db.execute("DELETE FROM partial WHERE job_id = ?", (job_id,))
            _status(db, recorded, "running")
        case JobResumed() | ConfirmationAnswered():
            _status(db, recorded, "running")
        case ModelFinished(text=text) | ModelStopped(text=text):
            db.execute("DELETE FROM partial WHERE job_id = ?", (job_id,))
            _index(db, recorded, "assistant", text)
        case ConfirmationRequested():
            _status(db, recorded, "awaiting_confirmation")
        case ToolFinished(output=output):
            _index(db, recorded, "tool", output)
        case JobInterrupted():
            _status(db, recorded, "interrupted")
        case JobFinished(status=status):
            db.execute("DELETE FROM partial WHERE job_id = ?", (job_id,))
            _status(db, recorded, status)
            db.execute("UPDATE session SET updated_at = ? WHERE id = ?", (at, session_id))
        case SessionRenamed(title=title, by=by):
            db.execute(
                "INSERT INTO session VALUES(?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET title = ?, titled_by = ?",
                (session_id, title, by, at, at, title, by),
            )
        case _:
            pass


def sessions(db: sqlite3.Connection, query: str, limit: int, row: Callable[..., Row]) -> list[Row]:
    """Sessions by last use; a query matches words by their beginnings, in titles and texts."""
    words = re.findall(r"\w+", query)
    if not words:
        rows = db.execute(
            "SELECT id, title, created_at, updated_at FROM session ORDER BY updated_at DESC LIMIT ?", (limit,)
        )
        return [row(*values) for values in rows]
    match = " ".join(f'"{word}"*' for word in words)
    title = " AND ".join("title LIKE ? ESCAPE '\\'" for _ in words)
    likes = ["%" + re.sub(r"([%_\\])", r"\\\1", word) + "%" for word in words]
    found = db.execute(
        "SELECT id, title, created_at, updated_at, max(snippet) FROM ("
        " SELECT s.id, s.title, s.created_at, s.updated_at,"
        "  snippet(search, 0, '', '', ' … ', 12) AS snippet"
        " FROM search JOIN session s ON s.id = search.session_id WHERE search MATCH ?"
        f" UNION ALL SELECT id, title, created_at, updated_at, '' FROM session WHERE {title})"
        " GROUP BY id ORDER BY updated_at DESC LIMIT ?",
        (match, *likes, limit),
    )
    return [row(*values) for values in found]


def _status(db: sqlite3.Connection, recorded: Recorded, status: str) -> None:
    db.execute("UPDATE job SET status = ?, updated_at = ? WHERE id = ?", (status, recorded.at, recorded.job_id))


def _index(db: sqlite3.Connection, recorded: Recorded, role: str, text: str) -> None:
    if text:
        db.execute("INSERT INTO search VALUES(?, ?, ?, ?)", (text, recorded.session_id, recorded.seq, role))
