"""Rules that people made from calls ("always allow this, here"): rows of their own, for they outlive the session.

They are settings rather than projections: what made them may be deleted, they stay until a person
deletes them. Only their use is counted from the log (see `projections`).
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

__all__ = ["RuleRow", "delete", "insert", "read"]


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule: `tool` runs unasked for `profile`, in the folder `under` where that is not "". Times are Unix seconds."""

    id: str
    profile: str
    tool: str
    under: str
    made_at: float
    made_by: str
    hits: int = 0
    last_used: float | None = None


def insert(db: sqlite3.Connection, row: RuleRow) -> None:
    """Add a rule, unless there is one that says the same."""
    db.execute(
        "INSERT INTO rule(id, profile, tool, under, made_at, made_by) VALUES(?, ?, ?, ?, ?, ?)"
        " ON CONFLICT(profile, tool, under) DO NOTHING",
        (row.id, row.profile, row.tool, row.under, row.made_at, row.made_by),
    )


def read(db: sqlite3.Connection) -> list[RuleRow]:
    """All rules, the newest first."""
    rows = db.execute(
        "SELECT id, profile, tool, under, made_at, made_by, hits, last_used FROM rule ORDER BY made_at DESC, id DESC"
    )
    return [RuleRow(*row) for row in rows]


def delete(db: sqlite3.Connection, rule_id: str) -> bool:
    """Remove a rule; whether there was one."""
    return db.execute("DELETE FROM rule WHERE id = ?", (rule_id,)).rowcount > 0
