"""What servers said they offer, and which of it a person approved: so that jobs are offered it without starting them.

It is written by people's answers and servers' words only, and stays until a person forgets it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from inara_engine.frozen import frozen
from inara_engine.store import decisions
from inara_engine.store.decisions import Decision
from inara_engine.store.thread import DatabaseThread

__all__ = ["ServerRow", "ServerTable"]


@frozen
class ServerRow:
    """A server: `target` is a hash of how it is reached, `listing` and `pins` are JSON. `listed_at` is Unix seconds."""

    name: str
    target: str
    listed_at: float
    listing: str
    pins: str


class ServerTable:
    """The table `server`. All methods raise StorageError."""

    def __init__(self, thread: DatabaseThread) -> None:
        self._thread = thread

    async def rows(self) -> list[ServerRow]:
        """All servers that ever said what they have."""

        def read(db: sqlite3.Connection) -> list[ServerRow]:
            return [ServerRow(*row) for row in db.execute("SELECT name, target, listed_at, listing, pins FROM server")]

        return await self._thread.run(read)

    async def save(self, row: ServerRow, decided: Iterable[Decision], at: float) -> None:
        """Remember a server as it is now, and what was decided with that."""

        def write(db: sqlite3.Connection) -> None:
            db.execute(
                "INSERT OR REPLACE INTO server(name, target, listed_at, listing, pins) VALUES(?, ?, ?, ?, ?)",
                (row.name, row.target, row.listed_at, row.listing, row.pins),
            )
            for decision in decided:
                decisions.append(db, at, decision)

        await self._thread.transact(write)

    async def delete(self, name: str, decided: Iterable[Decision], at: float) -> None:
        """Forget a server; what was decided with that is kept."""

        def delete(db: sqlite3.Connection) -> None:
            db.execute("DELETE FROM server WHERE name = ?", (name,))
            for decision in decided:
                decisions.append(db, at, decision)

        await self._thread.transact(delete)
