"""What the schedules did: how far their times have been seen to, and which were run.

A time of a schedule is claimed by the row's key before anything starts, so that no crash and no jump of the
clock runs it twice.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection

from inara_engine.events import JobId, SessionId
from inara_engine.frozen import frozen
from inara_engine.store.thread import DatabaseThread

__all__ = ["RunRow", "ScheduleRow", "ScheduleTable", "ScheduledRun", "start_run"]

ScheduledRun = tuple[str, float]  # of which schedule, and the time it is for

KEPT_RUNS = 500  # of each schedule


@frozen
class ScheduleRow:
    """A schedule as last seen; `cron` is "" while it is off. `missed` counts since its last run. Unix seconds."""

    name: str
    cron: str
    looked_at: float
    session_id: SessionId = ""
    missed: int = 0
    missed_at: float = 0


@frozen
class RunRow:
    """A run: the time it was for, when it began, its job ("" for none), and what came of it where no job says so."""

    due: float
    at: float
    job_id: JobId = ""
    result: str = ""


class ScheduleTable:
    """The tables `schedule` and `schedule_run`. All methods raise StorageError."""

    def __init__(self, thread: DatabaseThread) -> None:
        self._thread = thread

    async def row(self, name: str) -> ScheduleRow | None:
        """How far a schedule has been seen to; None for one that is new."""

        def read(db: sqlite3.Connection) -> ScheduleRow | None:
            columns = "name, cron, looked_at, session_id, missed, missed_at"
            row = db.execute(f"SELECT {columns} FROM schedule WHERE name = ?", (name,)).fetchone()
            return ScheduleRow(*row) if row else None

        return await self._thread.run(read)

    async def look(self, name: str, cron: str, at: float) -> None:
        """See a schedule anew from a moment on: it is new, changed, switched, or the clock went back."""
        await self._thread.transact(
            lambda db: db.execute(
                "INSERT INTO schedule(name, cron, looked_at) VALUES(?1, ?2, ?3)"
                " ON CONFLICT(name) DO UPDATE SET cron = ?2, looked_at = ?3",
                (name, cron, at),
            )
        )

    async def passed(self, name: str, at: float, *, missed: Collection[float], claim: float | None) -> bool:
        """Times of a schedule have passed: those missed, and perhaps one to run now. Whether that one was free."""

        def write(db: sqlite3.Connection) -> bool:
            db.execute("UPDATE schedule SET looked_at = ? WHERE name = ?", (at, name))
            if missed:
                db.execute(
                    "UPDATE schedule SET missed = missed + ?, missed_at = ? WHERE name = ?",
                    (len(missed), max(missed), name),
                )
            return claim is not None and _claim(db, name, claim, at)

        return await self._thread.transact(write)

    async def claim(self, name: str, due: float) -> bool:
        """Take a time that a person chose; False where it was taken."""
        return await self._thread.transact(lambda db: _claim(db, name, due, due))

    async def ended(self, name: str, due: float, result: str, *, well: bool) -> None:
        """A run without a job is over."""

        def write(db: sqlite3.Connection) -> None:
            db.execute("UPDATE schedule_run SET result = ? WHERE name = ? AND due = ?", (result, name, due))
            if well:
                db.execute("UPDATE schedule SET missed = 0 WHERE name = ?", (name,))

        await self._thread.transact(write)

    async def runs(self, name: str, after: float = 0, limit: int = KEPT_RUNS) -> list[RunRow]:
        """The runs of a schedule for times after a moment, the last begun first, whatever the clock said then."""

        def read(db: sqlite3.Connection) -> list[RunRow]:
            rows = db.execute(
                "SELECT due, at, job_id, result FROM schedule_run WHERE name = ? AND due > ?"
                " ORDER BY rowid DESC LIMIT ?",
                (name, after, limit),
            )
            return [RunRow(*row) for row in rows]

        return await self._thread.run(read)

    async def note_cut(self, result: str) -> None:
        """At the start: a run that was claimed and got nowhere was cut by the end of the process."""
        await self._thread.transact(
            lambda db: db.execute("UPDATE schedule_run SET result = ? WHERE job_id = '' AND result = ''", (result,))
        )

    async def forget(self, name: str) -> None:
        """The schedule is gone; its runs' jobs and conversation stay."""

        def delete(db: sqlite3.Connection) -> None:
            for table in ("schedule", "schedule_run"):
                db.execute(f"DELETE FROM {table} WHERE name = ?", (name,))

        await self._thread.transact(delete)


def start_run(db: sqlite3.Connection, run: ScheduledRun, job_id: JobId, session_id: SessionId) -> None:
    """The run has its job: in the transaction that writes it, or a kill in between would part them."""
    name, due = run
    db.execute("UPDATE schedule_run SET job_id = ? WHERE name = ? AND due = ?", (job_id, name, due))
    db.execute(  # one that is run before anybody kept its time has no row yet
        "INSERT INTO schedule(name, cron, looked_at, session_id) VALUES(?1, '', 0, ?2)"
        " ON CONFLICT(name) DO UPDATE SET session_id = ?2, missed = 0",
        (name, session_id),
    )


def _claim(db: sqlite3.Connection, name: str, due: float, at: float) -> bool:
    free = db.execute("INSERT OR IGNORE INTO schedule_run(name, due, at) VALUES(?, ?, ?)", (name, due, at)).rowcount
    db.execute(
        "DELETE FROM schedule_run WHERE name = ?1 AND rowid NOT IN"
        " (SELECT rowid FROM schedule_run WHERE name = ?1 ORDER BY rowid DESC LIMIT ?2)",
        (name, KEPT_RUNS),
    )
    return bool(free)
