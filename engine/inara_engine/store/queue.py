"""Prompts that wait for their turn: not yet part of a conversation, so no events, and gone without a trace when sent.

A prompt leaves this table in the transaction that makes it a task: it can be neither lost nor sent twice.
"""

from __future__ import annotations

import sqlite3

from inara_engine.errors import NotFound, UserError
from inara_engine.events import SessionId
from inara_engine.frozen import frozen
from inara_engine.store.thread import DatabaseThread

__all__ = ["QueueRow", "QueueTable", "forget", "take"]

MOST = 50  # prompts of one session
MOST_BYTES = 48_000_000  # of them all, with their pictures

_COLUMNS = "id, session_id, at, prompt"


@frozen
class QueueRow:
    """A prompt that waits: `prompt` is the task as JSON. `at` is Unix seconds."""

    id: str
    session_id: SessionId
    at: float
    prompt: str


class QueueTable:
    """The rows of all sessions. Those of one are in the order in which they go out."""

    def __init__(self, thread: DatabaseThread) -> None:
        self._thread = thread

    async def sessions(self) -> list[SessionId]:
        """The sessions in which something waits."""
        return await self._thread.run(
            lambda db: [row[0] for row in db.execute("SELECT DISTINCT session_id FROM queued ORDER BY session_id")]
        )

    async def of(self, session_id: SessionId) -> list[QueueRow]:
        """What waits in a session, the next to go out first."""
        return await self._thread.run(
            lambda db: [
                QueueRow(*row)
                for row in db.execute(
                    f"SELECT {_COLUMNS} FROM queued WHERE session_id = ? ORDER BY place", (session_id,)
                )
            ]
        )

    async def row(self, prompt_id: str) -> QueueRow:
        """One prompt. Raises NotFound."""

        def read(db: sqlite3.Connection) -> QueueRow:
            row = db.execute(f"SELECT {_COLUMNS} FROM queued WHERE id = ?", (prompt_id,)).fetchone()
            if row is None:
                raise _gone()
            return QueueRow(*row)

        return await self._thread.run(read)

    async def add(self, row: QueueRow, place: int | None = None) -> None:
        """Put a prompt behind the others of its session, or at a place (from 0). Raises UserError where it is full."""

        def write(db: sqlite3.Connection) -> None:
            ids = _ids(db, row.session_id)
            room = MOST_BYTES - _bytes(db, row.session_id) - len(row.prompt)
            if len(ids) >= MOST or room < 0:
                raise _full()
            db.execute(
                "INSERT INTO queued(id, session_id, place, at, prompt) VALUES(?, ?, ?, ?, ?)",
                (row.id, row.session_id, len(ids), row.at, row.prompt),
            )
            if place is not None:
                ids.insert(place, row.id)
                _order(db, ids)

        await self._thread.transact(write)

    async def change(self, prompt_id: str, prompt: str) -> None:
        """Give a prompt that waits other contents. Raises NotFound; UserError where there is no room for them."""

        def write(db: sqlite3.Connection) -> None:
            row = db.execute("SELECT session_id, length(prompt) FROM queued WHERE id = ?", (prompt_id,)).fetchone()
            if row is None:
                raise _gone()
            if _bytes(db, row[0]) - row[1] + len(prompt) > MOST_BYTES:
                raise _full()
            db.execute("UPDATE queued SET prompt = ? WHERE id = ?", (prompt, prompt_id))

        await self._thread.transact(write)

    async def move(self, prompt_id: str, place: int) -> None:
        """Let a prompt go out as the one at `place` (from 0) of its session. Raises NotFound."""

        def write(db: sqlite3.Connection) -> None:
            row = db.execute("SELECT session_id FROM queued WHERE id = ?", (prompt_id,)).fetchone()
            if row is None:
                raise _gone()
            ids = [each for each in _ids(db, row[0]) if each != prompt_id]
            ids.insert(max(0, place), prompt_id)
            _order(db, ids)

        await self._thread.transact(write)

    async def remove(self, prompt_id: str) -> None:
        """Take a prompt out. Raises NotFound."""
        await self._thread.transact(lambda db: take(db, prompt_id))


def take(db: sqlite3.Connection, prompt_id: str) -> None:
    """Take a prompt out, in the caller's transaction. Raises NotFound: somebody withdrew or sent it."""
    if not db.execute("DELETE FROM queued WHERE id = ?", (prompt_id,)).rowcount:
        raise _gone()


def forget(db: sqlite3.Connection, session_id: SessionId) -> None:
    """Take out all of a session that is removed."""
    db.execute("DELETE FROM queued WHERE session_id = ?", (session_id,))


def _ids(db: sqlite3.Connection, session_id: SessionId) -> list[str]:
    return [row[0] for row in db.execute("SELECT id FROM queued WHERE session_id = ? ORDER BY place", (session_id,))]


def _bytes(db: sqlite3.Connection, session_id: SessionId) -> int:
    query = "SELECT coalesce(sum(length(prompt)), 0) FROM queued WHERE session_id = ?"
    return db.execute(query, (session_id,)).fetchone()[0]


def _order(db: sqlite3.Connection, ids: list[str]) -> None:
    db.executemany("UPDATE queued SET place = ? WHERE id = ?", list(enumerate(ids)))


def _full() -> UserError:
    return UserError("The queue of this conversation is full.", next_step="Let some of it go out first.")


def _gone() -> NotFound:
    return NotFound(
        "No such prompt waits: it was sent, withdrawn, or never there.", next_step="`inara queue` shows what waits."
    )
