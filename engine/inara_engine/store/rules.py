"""Rules that people made from calls ("always allow this, here"): rows of their own, for they outlive the session.

They are settings rather than projections: what made them may be deleted, they stay until a person
deletes them. Only their use is counted from the log (see `projections`).
"""

from __future__ import annotations

import hashlib
import json
import sqlite3

from inara_engine.frozen import frozen
from inara_engine.store import decisions
from inara_engine.store.decisions import Decision
from inara_engine.store.thread import DatabaseThread

__all__ = ["RuleRow", "RuleTable", "insert"]


@frozen
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


_COLUMNS = "id, profile, tool, under, made_at, made_by, hits, last_used"


class RuleTable:
    """The table `rule`. All methods raise StorageError."""

    def __init__(self, thread: DatabaseThread) -> None:
        self._thread = thread

    async def rows(self) -> list[RuleRow]:
        """All rules, the newest first."""

        def read(db: sqlite3.Connection) -> list[RuleRow]:
            rows = db.execute(f"SELECT {_COLUMNS} FROM rule ORDER BY made_at DESC, id DESC")
            return [RuleRow(*row) for row in rows]

        return await self._thread.run(read)

    async def delete(self, rule_id: str, at: float) -> bool:
        """Remove a rule; whether there was one."""

        def delete(db: sqlite3.Connection) -> bool:
            row = db.execute(f"DELETE FROM rule WHERE id = ? RETURNING {_COLUMNS}", (rule_id,)).fetchone()
            if row is not None:
                decisions.append(db, at, _decision("rule_deleted", RuleRow(*row), "person"))
            return row is not None

        return await self._thread.transact(delete)


def insert(db: sqlite3.Connection, row: RuleRow) -> None:
    """Add a rule, unless there is one that says the same."""
    added = db.execute(
        "INSERT INTO rule(id, profile, tool, under, made_at, made_by) VALUES(?, ?, ?, ?, ?, ?)"
        " ON CONFLICT(profile, tool, under) DO NOTHING",
        (row.id, row.profile, row.tool, row.under, row.made_at, row.made_by),
    )
    if added.rowcount > 0:
        decisions.append(db, row.made_at, _decision("rule_made", row, row.made_by))


def _decision(what: str, row: RuleRow, by: str) -> Decision:
    says = json.dumps([row.profile, row.tool, row.under])
    return Decision(what, by, row.tool, action=hashlib.sha256(says.encode()).hexdigest(), rule=row.id)
