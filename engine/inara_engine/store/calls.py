"""What tools did: one row for each call, made from the log, for the activity list and its filters."""

from __future__ import annotations

import sqlite3
from typing import Literal

from inara_engine.events import (
    ConfirmationAnswered,
    ConfirmationRequested,
    ModelFinished,
    Recorded,
    ToolFinished,
    ToolStarted,
    ToolUndone,
)
from inara_engine.frozen import frozen

__all__ = ["Allowed", "CallFilter", "CallRow", "forget", "project", "read"]

Allowed = Literal["", "person", "rule", "reads", "risk"]
_PEOPLE = "('window', 'terminal', 'http')"


@frozen
class CallRow:
    """A call. `by` is who let it run (see `events.ToolStarted`), `outcome` "" while it waits or runs.

    `undo` counts the effects on files that can be taken back, `undone` says that they were. `at` is Unix
    seconds, `title` the session's.
    """

    seq: int
    call_id: str
    job_id: str
    session_id: str
    title: str
    tool: str
    summary: str
    risk: int
    at: float
    by: str
    rule: str
    outcome: str
    undo: int
    undone: bool


@frozen
class CallFilter:
    """Which calls: `text` occurs in what was done, the tool or the session's title; the rest is "" for any."""

    text: str = ""
    outcome: str = ""
    by: Allowed = ""
    session: str = ""


def project(db: sqlite3.Connection, recorded: Recorded) -> None:
    """Bring the rows up to one more event."""
    match recorded.event:
        case ModelFinished(calls=calls) if calls:
            db.executemany(
                "INSERT OR IGNORE INTO call(call_id, seq, job_id, session_id, tool, summary, at)"
                " VALUES(?, ?, ?, ?, ?, '', ?)",
                [
                    (call.call_id, recorded.seq, recorded.job_id, recorded.session_id, call.name, recorded.at)
                    for call in calls
                ],
            )
        case ConfirmationRequested(call_id=call_id, action=action):
            db.execute(
                "UPDATE call SET summary = ?, risk = ? WHERE call_id = ?", (action.summary, int(action.risk), call_id)
            )
        case ConfirmationAnswered(call_id=call_id, by=by):
            db.execute("UPDATE call SET by = ? WHERE call_id = ?", (by, call_id))
        case ToolStarted(call_id=call_id):
            event = recorded.event
            db.execute(
                "UPDATE call SET summary = ?, risk = ?, at = ?, by = coalesce(nullif(?, ''), by), rule = ?"
                " WHERE call_id = ?",
                (event.summary, int(event.risk), recorded.at, event.allowed_by, event.rule, call_id),
            )
        case ToolFinished(call_id=call_id, outcome=outcome, undo=undo):
            db.execute(
                "UPDATE call SET outcome = ?, undo = ?, at = ? WHERE call_id = ?",
                (outcome, len(undo), recorded.at, call_id),
            )
        case ToolUndone(call_id=call_id, outcome="ok"):
            db.execute("UPDATE call SET undone = 1 WHERE call_id = ?", (call_id,))
        case _:
            pass


def read(db: sqlite3.Connection, wanted: CallFilter, limit: int, before: str) -> list[CallRow]:
    """Calls that ended or are under way, the newest first, behind the call `before`."""
    rows = db.execute(
        "SELECT seq, call_id, job_id, call.session_id, coalesce(title, ''), tool, summary, risk, at, by, rule, outcome,"
        " undo, undone FROM call LEFT JOIN session ON session.id = call.session_id"
        " WHERE (:before = '' OR (seq, call_id) < (SELECT seq, call_id FROM call WHERE call_id = :before))"
        " AND (:outcome = '' OR outcome = :outcome) AND (:session = '' OR call.session_id = :session)"
        f" AND (:by = '' OR by = :by OR (:by = 'person' AND by IN {_PEOPLE}))"
        " AND (:text = '' OR instr(lower(summary || ' ' || tool || ' ' || coalesce(title, '')), lower(:text)))"
        " ORDER BY seq DESC, call_id DESC LIMIT :limit",
        {
            "before": before,
            "outcome": wanted.outcome,
            "session": wanted.session,
            "by": wanted.by,
            "text": wanted.text,
            "limit": limit,
        },
    )
    return [CallRow(*row[:-1], undone=bool(row[-1])) for row in rows]


def forget(db: sqlite3.Connection, session_id: str) -> None:
    """Remove a session's calls."""
    db.execute("DELETE FROM call WHERE session_id = ?", (session_id,))
