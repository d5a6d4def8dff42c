"""The event log on disk: SQLite, one connection, one thread, one writer.

Rows a person relies on are committed with synchronous FULL before anybody hears of them; the
partial text of a running answer with NORMAL. Sessions, jobs and the search index are projections
of the same rows, written in the same transaction. `Store(None)` is the same store in memory,
which leaves nothing on disk (temp_store keeps even sorting there).
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from pydantic import ValidationError

from inara_engine.errors import StorageError
from inara_engine.events import DurableEvent, JobId, Recorded, SessionId, SessionRenamed, decode
from inara_engine.store import calls, decisions, index, jobs, projections, queue, rules, search, sessions, usage
from inara_engine.store.calls import CallFilter, CallRow
from inara_engine.store.connecting import COPY, connect, left_open
from inara_engine.store.decisions import DecisionTable
from inara_engine.store.jobs import JobRow
from inara_engine.store.purging import Purging
from inara_engine.store.queue import QueueTable
from inara_engine.store.rows import VERSION, body, checksum
from inara_engine.store.rules import RuleRow, RuleTable
from inara_engine.store.schedules import ScheduledRun, ScheduleTable, start_run
from inara_engine.store.search import Hit, Search
from inara_engine.store.servers import ServerTable
from inara_engine.store.sessions import Counts, Position, SessionRow
from inara_engine.store.thread import DatabaseThread

__all__ = ["JobRow", "SessionRow", "Store"]

_log = logging.getLogger(__name__)
READ_ROWS = 500  # rows a read fetches at once, so that no call holds the thread for long


class Store:
    """The log and its projections. `path` None keeps everything in memory.

    `backups` is where a copy goes before the tables change. All methods raise StorageError.
    `damaged` counts rows whose checksum did not match: they are kept on disk and left out.
    """

    def __init__(self, path: Path | None, backups: Path | None = None) -> None:
        self.path = path
        self.damaged = 0
        self._backups = backups
        self._thread = DatabaseThread(partial(connect, path, backups), path)
        self.schedules = ScheduleTable(self._thread)
        self.servers = ServerTable(self._thread)
        self.queue = QueueTable(self._thread)
        self.rules = RuleTable(self._thread)
        self.decisions = DecisionTable(self._thread)
        self._purging = Purging(self._thread, path)
        self._upkeep: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Connect, check and migrate. Raises StorageError where the file can't be used as it is.

        What an earlier run left undone of the index goes on in the background; one that was killed may have left
        what it was removing in the log or in the file.
        """
        killed = self.path is not None and await asyncio.to_thread(left_open, self.path)
        if await self._thread.run(lambda db: bool(index.dirty(db) or index.backlog(db) is not None)) or killed:
            self._upkeep = asyncio.create_task(self._keep_up(), name="search index")

    async def settled(self) -> None:
        """Wait until what an earlier run left undone of the index is done."""
        if self._upkeep is not None:
            await asyncio.wait([self._upkeep])

    async def close(self) -> None:
        """Fold the write-ahead log into the file and let go of it."""
        if self._upkeep is not None:
            self._upkeep.cancel()
            await asyncio.wait([self._upkeep])
        await self._thread.close()
        await self._purging.close()

    def append(
        self,
        session_id: SessionId,
        job_id: JobId,
        position: int,
        at: float,
        events: Sequence[DurableEvent],
        rule: RuleRow | None = None,
        queued: str = "",
        run: ScheduledRun | None = None,
        title: SessionRenamed | None = None,
        meanwhile: Callable[[], None] | None = None,
    ) -> asyncio.Future[list[Recorded]]:
        """Write events as the job's rows `position`, `position + 1`, … in one durable transaction.

        An empty `job_id` writes events of the session itself. `rule` is one that is made with them, `queued` the id of
        a prompt that waited and becomes this, `run` that of a schedule whose job it is. `title` is the session's, after
        the events where they are its first. `meanwhile` is called when only the disk is waited for. Raises StorageError
        if a position is taken (somebody else wrote this job), NotFound where the prompt waits no more.
        """

        def write(db: sqlite3.Connection) -> list[Recorded]:
            if rule is not None:
                rules.insert(db, rule)
            if queued:
                queue.take(db, queued)
            if run is not None:
                start_run(db, run, job_id, session_id)
            new = title is not None and not sessions.rows(db, [session_id])
            rows: list[Recorded] = []
            for n, event in enumerate(events):
                rows.append(self._insert(db, session_id, job_id, position + n, at, event))
                decisions.project(db, rows[-1])
                usage.add(db, rows[-1])
            if new and title is not None:
                rows.append(self._insert(db, session_id, "", 0, at, title))
            return rows

        return self._thread.transact(write, meanwhile=meanwhile)

    async def append_to_sessions(
        self, session_ids: Sequence[SessionId], at: float, event: DurableEvent, *, if_titled_by: str = ""
    ) -> list[Recorded]:
        """Write an event of each of these sessions in one durable transaction.

        `if_titled_by` leaves out those that are gone, or whose title is not from there.
        """

        def write(db: sqlite3.Connection) -> list[Recorded]:
            ids = sessions.titled_by(db, session_ids, if_titled_by) if if_titled_by else session_ids
            rows = [self._insert(db, session_id, "", 0, at, event) for session_id in ids]
            for row in rows:
                usage.add(db, row)
            return rows

        return await self._thread.transact(write)

    async def calls(self, wanted: CallFilter, limit: int, before: str = "") -> list[CallRow]:
        """What tools did, the newest first, behind the call `before`."""
        return await self._thread.run(lambda db: calls.read(db, wanted, limit, before))

    async def append_jobs(
        self,
        session_id: SessionId,
        jobs: Sequence[tuple[JobId, Sequence[DurableEvent]]],
        at: float,
        times: Sequence[Sequence[float]] = (),
        also: Sequence[DurableEvent] = (),
    ) -> list[Recorded]:
        """Write whole ended jobs of one session in one transaction: all of an import or nothing.

        `times` has a time for each event of each job, where they happened at other times than `at`. Nothing of it is
        counted as used or decided here: that was where it happened. `also` are events of the session itself, which
        are given back as rows.
        """

        def write(db: sqlite3.Connection) -> list[Recorded]:
            for number, (job_id, events) in enumerate(jobs):
                for position, event in enumerate(events):
                    happened = times[number][position] if times else at
                    self._insert(db, session_id, job_id, position, happened, event)
            return [self._insert(db, session_id, "", 0, at, event) for event in also]

        return await self._thread.transact(write)

    async def save_partial(self, job_id: JobId, position: int, first: int, texts: Sequence[tuple[str, str]]) -> None:
        """Keep (kind, text) pieces of a running answer, numbered from `first`; "text" or "thinking".

        Nothing is kept where the job has a row `position` already: the answer has ended meanwhile.
        """
        rows = [(job_id, first + n, kind, text) for n, (kind, text) in enumerate(texts)]

        def write(db: sqlite3.Connection) -> None:
            at = job_id, position
            if db.execute("SELECT 1 FROM event WHERE job_id = ? AND position = ?", at).fetchone() is None:
                db.executemany("INSERT OR REPLACE INTO partial VALUES(?, ?, ?, ?)", rows)

        await self._thread.transact(write, durable=False)

    async def partial(self, job_id: JobId) -> tuple[str, str]:
        """The text and thinking that a cut answer had said."""

        def read(db: sqlite3.Connection) -> tuple[str, str]:
            rows = db.execute("SELECT kind, text FROM partial WHERE job_id = ? ORDER BY n", (job_id,)).fetchall()
            said = {kind: "".join(text for k, text in rows if k == kind) for kind in ("text", "thinking")}
            return said["text"], said["thinking"]

        return await self._thread.run(read)

    async def events(self, session_id: SessionId, after: int = 0) -> list[Recorded]:
        """Up to `READ_ROWS` events of a session after a row, oldest first; none when all was read."""
        return await self._read("session_id = ? AND seq > ? ORDER BY seq LIMIT ?", (session_id, after, READ_ROWS))

    async def all_events(self, after: int = 0) -> list[Recorded]:
        """Up to `READ_ROWS` events of all sessions after a row, oldest first."""
        return await self._read("seq > ? ORDER BY seq LIMIT ?", (after, READ_ROWS))

    async def job_events(self, job_id: JobId) -> list[Recorded]:
        """All events of one job in order."""
        return await self._read("job_id = ? ORDER BY position", (job_id,))

    async def next_position(self, job_id: JobId) -> int:
        """The place of a job's next row."""

        def read(db: sqlite3.Connection) -> int:
            query = "SELECT coalesce(max(position) + 1, 0) FROM event WHERE job_id = ?"
            return db.execute(query, (job_id,)).fetchone()[0]

        return await self._thread.run(read)

    async def last_seq(self) -> int:
        """The newest row's number, 0 in an empty log."""
        return await self._thread.run(lambda db: db.execute("SELECT coalesce(max(seq), 0) FROM event").fetchone()[0])

    async def sessions(self, query: str = "", limit: int = 1_000_000) -> list[SessionRow]:
        """Sessions, the newest first; with a query those whose titles or texts match, with a snippet."""
        return await self._thread.run(lambda db: search.sessions(db, query, limit))

    async def page(
        self,
        limit: int,
        before: Position | None = None,
        folder: str | None = None,
        pinned: bool | None = None,
        *,
        trashed: bool = False,
    ) -> list[SessionRow]:
        """The next sessions of a list, the pinned ones first, then by last use (see `store.sessions`)."""
        return await self._thread.run(lambda db: sessions.page(db, limit, before, folder, pinned, trashed=trashed))

    async def rows(self, session_ids: Sequence[SessionId]) -> list[SessionRow]:
        """Those of the named sessions that there are, in no order."""
        return await self._thread.run(lambda db: sessions.rows(db, session_ids))

    async def counts(self) -> Counts:
        """How many sessions there are, in all and by folder."""
        return await self._thread.run(sessions.counts)

    async def tail(self, session_id: SessionId, jobs: int) -> int:
        """The row before the last so many tasks of a session; 0 where there are no more."""
        return await self._thread.run(lambda db: sessions.tail(db, session_id, jobs))

    async def in_folder(self, folder: str) -> list[SessionId]:
        """The sessions that lie in a folder."""
        return await self._thread.run(lambda db: sessions.in_folder(db, folder))

    async def in_trash(self, before: float, doubted: tuple[float, float] = (0.0, 0.0)) -> list[SessionId]:
        """The sessions that were put into the trash before a moment, but not in the time that is `doubted`."""
        return await self._thread.run(lambda db: sessions.in_trash(db, before, doubted))

    async def search(self, query: str, limit: int = 50, session_id: SessionId = "") -> list[Hit]:
        """Messages, tool results and titles that match, the best first (see `store.search`).

        In slices of some milliseconds, between which others get their turn: a search holds up no answer that
        is being written, and one that is cancelled ends with its slice.
        """
        searching = Search(query, limit, session_id)
        while not await self._thread.run(searching.go_on):
            pass
        return searching.hits

    async def usage(self, since: str) -> list[usage.UsageDay]:
        """What was used from a local day (ISO) on, oldest first."""
        return await self._thread.run(lambda db: usage.since(db, since))

    async def session(self, session_id: SessionId) -> SessionRow | None:
        """One session, or None."""

        def read(db: sqlite3.Connection) -> SessionRow | None:
            return next(iter(sessions.rows(db, [session_id])), None)

        return await self._thread.run(read)

    async def titled_by(self, session_id: SessionId, by: str) -> bool:
        """Whether there is such a session with a title from there ("words", "model", "person")."""
        return bool(await self._thread.run(lambda db: sessions.titled_by(db, [session_id], by)))

    async def jobs(
        self, limit: int = 100, before: JobId = "", session_id: SessionId = "", origin: str = ""
    ) -> list[JobRow]:
        """Jobs, the most recent first."""
        return await self._thread.run(lambda db: jobs.page(db, limit, before, session_id, origin))

    async def job(self, job_id: JobId) -> JobRow | None:
        """One job, or None."""
        return await self._thread.run(lambda db: jobs.row(db, job_id))

    async def unfinished(self) -> list[JobRow]:
        """Jobs that were under way or wait for a person, oldest first: what a restart takes up."""
        return await self._thread.run(jobs.unfinished)

    async def delete_session(self, session_id: SessionId) -> None:
        """Remove a session's rows so that its text is in no file any more (secure_delete, no WAL left)."""
        await self.remove_session(session_id)
        await self.purge()

    async def remove_session(self, session_id: SessionId) -> None:
        """Remove a session's rows. Its words stay in the search index's file until `purge`, also after a crash.

        The copy from before the tables last changed goes at once: it has them too.
        """

        def delete(db: sqlite3.Connection) -> None:
            index.forget(db, session_id)
            calls.forget(db, session_id)
            queue.forget(db, session_id)
            db.execute("DELETE FROM partial WHERE job_id IN (SELECT id FROM job WHERE session_id = ?)", (session_id,))
            for table, column in (("event", "session_id"), ("job", "session_id"), ("session", "id")):
                db.execute(f"DELETE FROM {table} WHERE {column} = ?", (session_id,))
            for copy in self._backups.glob(f"{COPY}*.db") if self._backups is not None else ():
                copy.unlink(missing_ok=True)

        try:
            await self._thread.transact(delete)
        except OSError as error:
            raise StorageError(
                f"A copy of the database in {self._backups} could not be removed: {error.strerror or error}.",
                next_step="Check that folder's permissions, then delete the conversation again.",
            ) from error

    async def copy_to(self, path: Path) -> None:
        """Write all of it into a new file, for this user only; writers wait meanwhile. Raises StorageError."""

        def copy(db: sqlite3.Connection) -> None:
            path.touch(mode=0o600)
            target = sqlite3.connect(path)
            try:
                db.backup(target)
            finally:
                target.close()

        try:
            await self._thread.run(copy)
        except OSError as error:
            raise StorageError(
                f"{path} can't be written: {error.strerror}.",
                next_step="Make room, and check that you may write there.",
            ) from error

    async def purge(self) -> None:
        """Take the words of removed sessions out of the files, in steps between which others get their turn."""
        await self._purging.purge()

    async def _keep_up(self) -> None:
        try:
            await self._catch_up()
        except StorageError as error:
            _log.warning("the search index is not whole; the next start goes on with it: %s", error)

    async def _catch_up(self) -> None:
        def page(db: sqlite3.Connection) -> bool:
            return projections.reindex_page(db, partial(self._rows, db))

        while await self._thread.transact(page, durable=False):
            pass
        await self.purge()

    async def _read(self, where: str, arguments: tuple[object, ...]) -> list[Recorded]:
        return await self._thread.run(lambda db: list(self._rows(db, where, arguments)))

    def _rows(self, db: sqlite3.Connection, where: str, arguments: tuple[object, ...]) -> Iterator[Recorded]:
        rows = db.execute(
            f"SELECT seq, session_id, job_id, position, at, kind, body, checksum FROM event WHERE {where}", arguments
        )
        return (recorded for row in rows if (recorded := self._recorded(row)) is not None)

    def _recorded(self, row: tuple[int, str, str | None, int | None, float, str, str, int]) -> Recorded | None:
        seq, session_id, job_id, position, at, kind, text, expected = row
        try:
            if checksum(session_id, job_id, position, kind, text) == expected:
                return Recorded(seq, session_id, job_id or "", at, decode(text))
        except (ValidationError, TypeError):
            pass
        self.damaged += 1
        return None

    def _insert(
        self,
        db: sqlite3.Connection,
        session_id: SessionId,
        job_id: JobId,
        position: int,
        at: float,
        event: DurableEvent,
    ) -> Recorded:
        event, text = body(event)
        key = (session_id, job_id or None, position if job_id else None)
        seq = db.execute(
            "INSERT INTO event(session_id, job_id, position, at, kind, version, body, checksum)"
            " VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
            (*key, at, event.kind, VERSION, text, checksum(*key, event.kind, text)),
        ).lastrowid
        recorded = Recorded(seq or 0, session_id, job_id, at, event)
        projections.project(db, recorded)
        return recorded
