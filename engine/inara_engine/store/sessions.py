"""The lists of sessions, read in pages along an index: the hundred-thousandth row costs what the first does."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from inara_engine.events import SessionId
from inara_engine.frozen import frozen

__all__ = [
    "COLUMNS",
    "Counts",
    "Folder",
    "Position",
    "SessionRow",
    "counts",
    "in_folder",
    "in_trash",
    "page",
    "rows",
    "tail",
    "titled_by",
]

COLUMNS = "id, title, created_at, updated_at, pinned, folder, trashed_at, unread"
_Values = tuple[str, str, float, float, int, str, float, int]
_AT_ONCE = 500  # ids in one query


@frozen
class SessionRow:
    """A session as the list shows it. Times are Unix seconds, `trashed_at` 0 outside the trash.

    `snippet` is set by a search.
    """

    id: SessionId
    title: str
    created_at: float
    updated_at: float
    pinned: bool = False
    folder: str = ""
    trashed_at: float = 0.0
    unread: bool = False
    snippet: str = ""

    @classmethod
    def of(cls, values: _Values, snippet: str = "") -> SessionRow:
        """The row of `COLUMNS`."""
        session_id, title, created_at, updated_at, pinned, folder, trashed_at, unread = values
        return cls(session_id, title, created_at, updated_at, bool(pinned), folder, trashed_at, bool(unread), snippet)


@frozen
class Position:
    """A place in a list, whether or not a session still is there; the next page begins after it.

    `at` is when the session was last used; in the trash, when it was put there.
    """

    at: float
    id: SessionId
    pinned: bool = False


@frozen
class Folder:
    """A folder and how many sessions lie in it."""

    name: str
    sessions: int
    unread: int


@frozen
class Counts:
    """How many sessions there are outside of the trash, and in it, and the folders by name."""

    sessions: int
    trashed: int
    folders: tuple[Folder, ...] = ()


def page(
    db: sqlite3.Connection,
    limit: int,
    before: Position | None,
    folder: str | None,
    pinned: bool | None,
    *,
    trashed: bool,
) -> list[SessionRow]:
    """Sessions after a place: pinned ones first, then by last use; those in the trash by when they came there."""
    conditions = ["trashed_at > 0" if trashed else "trashed_at = 0"]
    arguments: list[object] = []
    for column, value in (("folder", folder), ("pinned", None if pinned is None else int(pinned))):
        if value is not None:
            conditions.append(f"{column} = ?")
            arguments.append(value)
    order = ("trashed_at", "id") if trashed else ("pinned", "updated_at", "id")
    if before is not None:
        conditions.append(f"({', '.join(order)}) < ({', '.join('?' * len(order))})")
        arguments += [before.at, before.id] if trashed else [int(before.pinned), before.at, before.id]
    found = db.execute(
        f"SELECT {COLUMNS} FROM session WHERE {' AND '.join(conditions)}"
        f" ORDER BY {', '.join(f'{column} DESC' for column in order)} LIMIT ?",
        (*arguments, limit),
    )
    return [SessionRow.of(values) for values in found]


def titled_by(db: sqlite3.Connection, ids: Sequence[SessionId], by: str) -> list[SessionId]:
    """Those of the named sessions whose title is from there ("words", "model", "person")."""
    ask = "SELECT 1 FROM session WHERE id = ? AND titled_by = ?"
    return [session_id for session_id in ids if db.execute(ask, (session_id, by)).fetchone()]


def rows(db: sqlite3.Connection, ids: Sequence[SessionId]) -> list[SessionRow]:
    """Those of the named sessions that there are, in no order."""
    found: list[SessionRow] = []
    for first in range(0, len(ids), _AT_ONCE):
        some = ids[first : first + _AT_ONCE]
        named = db.execute(f"SELECT {COLUMNS} FROM session WHERE id IN ({', '.join('?' * len(some))})", some)
        found += [SessionRow.of(values) for values in named]
    return found


def counts(db: sqlite3.Connection) -> Counts:
    """How many there are, each from an index."""
    (listed,) = db.execute("SELECT count(*) FROM session WHERE trashed_at = 0").fetchone()
    (trashed,) = db.execute("SELECT count(*) FROM session WHERE trashed_at > 0").fetchone()
    unread = dict(
        db.execute("SELECT folder, count(*) FROM session WHERE trashed_at = 0 AND unread = 1 GROUP BY folder")
    )
    named = db.execute(
        "SELECT folder, count(*) FROM session WHERE trashed_at = 0 AND folder > '' GROUP BY folder ORDER BY folder"
    )
    folders = tuple(Folder(name, number, unread.get(name, 0)) for name, number in named)
    return Counts(listed, trashed, folders)


def tail(db: sqlite3.Connection, session_id: SessionId, jobs: int) -> int:
    """The row before the last so many tasks of a session; 0 where there are no more than that."""
    found = db.execute(
        "SELECT seq FROM event WHERE session_id = ? AND kind = 'task_submitted' ORDER BY seq DESC LIMIT 1 OFFSET ?",
        (session_id, jobs - 1),
    ).fetchone()
    return found[0] - 1 if found else 0


def in_folder(db: sqlite3.Connection, folder: str) -> list[SessionId]:
    """The sessions in a folder, also those that were put into the trash from there."""
    return [session_id for (session_id,) in db.execute("SELECT id FROM session WHERE folder = ?", (folder,))]


def in_trash(db: sqlite3.Connection, before: float, doubted: tuple[float, float]) -> list[SessionId]:
    """The sessions that were put into the trash before a moment, but not from `doubted[0]` up to `doubted[1]`."""
    found = db.execute(
        "SELECT id FROM session WHERE trashed_at > 0 AND trashed_at < ? AND NOT (trashed_at >= ? AND trashed_at < ?)",
        (before, *doubted),
    )
    return [session_id for (session_id,) in found]
