"""What lists and searches read: made from the log's rows, in the same transaction, and from nothing else.

So the search index of an older version is made anew in pages (`reindex_page`), behind the scenes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable

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
    SessionFiled,
    SessionPinned,
    SessionRenamed,
    SessionRestored,
    SessionSeen,
    SessionTrashed,
    TaskSubmitted,
    ToolStarted,
)
from inara_engine.store import calls, index

__all__ = ["project", "reindex_page"]

TASK_CHARACTERS = 200  # of a task in lists
SEEN_THERE = "'terminal', 'import'"  # origins of jobs whose end makes nothing unread
PAGE_EVENTS, PAGE_CHARACTERS = 200, 200_000  # indexed at once, some 20 ms

Read = Callable[[str, tuple[object, ...]], Iterable[Recorded]]


def project(db: sqlite3.Connection, recorded: Recorded) -> None:
    """Bring the projections up to one more event."""
    if isinstance(recorded.event, ModelAsked | ModelFinished | ModelStopped | JobFinished):
        db.execute("DELETE FROM partial WHERE job_id = ?", (recorded.job_id,))
    if isinstance(recorded.event, ToolStarted) and recorded.event.allowed_by == "rule":
        used = recorded.at, recorded.event.rule
        db.execute("UPDATE rule SET hits = hits + 1, last_used = ? WHERE id = ?", used)
    _list(db, recorded)
    calls.project(db, recorded)
    _index(db, recorded)


def reindex_page(db: sqlite3.Connection, read: Read) -> bool:
    """Index the newest events that are not yet; whether there may be more. `read(where, arguments)` gives events."""
    last = index.backlog(db)
    if last is None:
        return False
    if index.drop_outdated(db, last):
        return True
    if not last:
        db.execute("DELETE FROM backlog")
        return False
    first = characters = 0
    for seq, size in db.execute(
        "SELECT seq, length(body) FROM event WHERE seq <= ? ORDER BY seq DESC LIMIT ?", (last, PAGE_EVENTS)
    ):
        first, characters = seq, characters + size
        if characters > PAGE_CHARACTERS:
            break
    for recorded in read("seq BETWEEN ? AND ? ORDER BY seq", (first, last)):
        _index(db, recorded)
    db.execute("UPDATE backlog SET last = ?", (max(0, first - 1),))
    return True


def _list(db: sqlite3.Connection, recorded: Recorded) -> None:
    session_id, job_id, at = recorded.session_id, recorded.job_id, recorded.at
    match recorded.event:
        case TaskSubmitted(text=text, origin=origin):
            db.execute(
                "INSERT INTO session(id, title, titled_by, created_at, updated_at) VALUES(?, '', 'words', ?, ?)"
                " ON CONFLICT(id) DO UPDATE SET updated_at = ?, trashed_at = 0",
                (session_id, at, at, at),
            )
            db.execute(
                "INSERT INTO job(id, session_id, status, task, created_at, updated_at, origin)"
                " VALUES(?, ?, 'queued', ?, ?, ?, ?)",
                (job_id, session_id, text[:TASK_CHARACTERS], at, at, origin),
            )
        case ModelAsked() | JobResumed() | ConfirmationAnswered():
            _status(db, recorded, "running")
        case ConfirmationRequested():
            _status(db, recorded, "awaiting_confirmation")
        case JobInterrupted():
            _status(db, recorded, "interrupted")
        case JobFinished(status=status):
            _status(db, recorded, status)
            db.execute("UPDATE session SET updated_at = ? WHERE id = ?", (at, session_id))
            if status != "cancelled":  # that was the person, who knows
                _unread(db, session_id, job_id)
        case SessionRenamed(title=title, by=by):
            db.execute(
                "INSERT INTO session(id, title, titled_by, created_at, updated_at) VALUES(?, ?, ?, ?, ?)"
                " ON CONFLICT(id) DO UPDATE SET title = ?, titled_by = ?",
                (session_id, title, by, at, at, title, by),
            )
        case SessionPinned(pinned=pinned):
            db.execute("UPDATE session SET pinned = ? WHERE id = ?", (int(pinned), session_id))
        case SessionFiled(folder=folder):
            db.execute("UPDATE session SET folder = ? WHERE id = ?", (folder, session_id))
        case SessionTrashed():
            db.execute("UPDATE session SET trashed_at = ? WHERE id = ?", (at, session_id))
        case SessionRestored():
            db.execute("UPDATE session SET trashed_at = 0 WHERE id = ?", (session_id,))
        case SessionSeen():
            db.execute("UPDATE session SET unread = 0 WHERE id = ?", (session_id,))
        case _:
            pass


def _unread(db: sqlite3.Connection, session_id: str, job_id: str) -> None:
    """An answer came. In a terminal it was read as it came; what was imported has been read elsewhere."""
    db.execute(
        f"UPDATE session SET unread = 1 WHERE id = ?"
        f" AND EXISTS (SELECT 1 FROM job WHERE id = ? AND origin NOT IN ({SEEN_THERE}))",
        (session_id, job_id),
    )


def _index(db: sqlite3.Connection, recorded: Recorded) -> None:
    if not isinstance(recorded.event, SessionRenamed):
        index.add(db, recorded)
        return
    (before,) = db.execute("SELECT title_seq FROM session WHERE id = ?", (recorded.session_id,)).fetchone()
    if recorded.seq >= before:  # an older title may be indexed late, and this one anew
        index.add_title(db, recorded.seq, recorded.event.title, instead_of=before)
        db.execute("UPDATE session SET title_seq = ? WHERE id = ?", (recorded.seq, recorded.session_id))


def _status(db: sqlite3.Connection, recorded: Recorded, status: str) -> None:
    db.execute("UPDATE job SET status = ?, updated_at = ? WHERE id = ?", (status, recorded.at, recorded.job_id))
