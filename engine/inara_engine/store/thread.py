"""One SQLite connection on one thread, awaited from the loop."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

from inara_engine.errors import StorageError, UserError

__all__ = ["DatabaseThread", "storage_error"]

Result = TypeVar("Result")


class _Written(asyncio.Future[Result]):
    """What a transaction gives. Who waits for it learns its result even when cancelled meanwhile.

    A future that refuses to be cancelled is waited for to its end; only then is the one who waits told.
    """

    def cancel(self, msg: Any | None = None) -> bool:  # noqa: ARG002 - the name is asyncio's
        """Not possible: the rows are being written."""
        return False


class DatabaseThread:
    """Runs functions of a connection on a thread of its own, in the order they were given.

    The connection is made by `connect` on that thread, at the first call, to the file `path` (None: in memory).
    """

    def __init__(self, connect: Callable[[], sqlite3.Connection], path: Path | None = None) -> None:
        self._connect = connect
        self._path = path
        self._file: tuple[int, int] | None = None  # which file that was
        self._connection: sqlite3.Connection | None = None
        self._closed = False
        self._durable: bool | None = None  # what the connection's `synchronous` is set to
        # No executor: its futures are twice the work of ours, and a round of a job waits for one.
        self._given: SimpleQueue[tuple[asyncio.Future[Any], Callable[[sqlite3.Connection], Any] | None]] = SimpleQueue()
        self._thread: Thread | None = None

    def run(self, work: Callable[[sqlite3.Connection], Result]) -> asyncio.Future[Result]:
        """Run `work`; await what it gives. Raises StorageError; a cancelled caller does not cut the work."""
        return self._run_for(asyncio.get_running_loop().create_future(), work)

    def _run_for(
        self, answer: asyncio.Future[Result], work: Callable[[sqlite3.Connection], Result]
    ) -> asyncio.Future[Result]:
        if self._closed:
            raise StorageError("The database is closed.", next_step="Start Inara again.")
        if self._thread is None:
            self._thread = Thread(target=self._serve, name="inara-store", daemon=True)
            self._thread.start()
        self._given.put((answer, work))
        return answer

    def transact(
        self,
        work: Callable[[sqlite3.Connection], Result],
        *,
        durable: bool = True,
        meanwhile: Callable[[], None] | None = None,
    ) -> asyncio.Future[Result]:
        """Run `work` in one transaction; `durable` waits until the disk has it (synchronous FULL).

        Raises StorageError also where the file is no longer at its path: what is written then is gone at the end.
        A cancelled caller is told so when that has ended, with the result at hand: `future.done()`. `meanwhile` is
        called on the loop when only the disk is waited for: begun earlier, it would hold up what comes before that,
        as one of the two threads computes at a time.
        """
        loop = asyncio.get_running_loop()

        def transaction(connection: sqlite3.Connection) -> Result:
            if _file_at(self._path) != self._file:
                raise StorageError(
                    f"The database {self._path} was moved, replaced or deleted, so nothing more can be saved.",
                    next_step="Put it back, or export what you need and start Inara again.",
                )
            if durable != self._durable:
                connection.execute(f"PRAGMA synchronous={'FULL' if durable else 'NORMAL'}")
                self._durable = durable
            connection.execute("BEGIN IMMEDIATE")
            try:
                result = work(connection)
                if meanwhile is not None and not loop.is_closed():
                    loop.call_soon_threadsafe(meanwhile)
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            return result

        return self._run_for(_Written(loop=loop), transaction)

    async def close(self) -> None:
        """Close the connection (SQLite then folds the WAL into the file) and end the thread."""
        was_closed, self._closed = self._closed, True
        if self._thread is not None and not was_closed:
            answer: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._given.put((answer, None))
            await answer

    def _serve(self) -> None:
        while True:
            answer, work = self._given.get()
            result = error = None
            try:
                result = self._run(work) if work is not None else self._disconnect()
            except BaseException as raised:  # noqa: BLE001 - whoever waits for it is told
                error = raised
            loop = answer.get_loop()
            if not loop.is_closed():
                loop.call_soon_threadsafe(_settle, answer, result, error)
            if work is None:
                return
            del answer, work, result, error  # nothing is kept until the next one comes

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _run(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        try:
            if self._connection is None:
                self._connection = self._connect()
                self._file = _file_at(self._path)
            return work(self._connection)
        except sqlite3.Error as error:
            raise storage_error(error) from error
        except UnicodeEncodeError as error:  # from a shell, or a text that was cut
            raise UserError(
                "There is half a character in it, and nothing has such a name.", next_step="Type it again."
            ) from error


def _file_at(path: Path | None) -> tuple[int, int] | None:
    try:
        status = path.stat() if path is not None else None
    except OSError:
        return None
    return (status.st_dev, status.st_ino) if status is not None else None


def _settle(answer: asyncio.Future[Any], result: Any, error: BaseException | None) -> None:
    if answer.done():  # cancelled meanwhile
        return
    if error is None:
        answer.set_result(result)
    else:
        answer.set_exception(error)


def storage_error(error: sqlite3.Error) -> StorageError:
    """What SQLite says, as a person needs it. Codes: sqlite.org/rescode.html."""
    code = getattr(error, "sqlite_errorname", "") or ""
    if code.startswith("SQLITE_FULL") or "disk is full" in str(error):
        return StorageError(
            "The disk is full, so nothing more can be saved.",
            next_step="Free some space and try again. Everything saved so far is safe.",
        )
    if code.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return StorageError(
            "The database can't be written.",
            next_step="Check that Inara's folder is not read-only (`inara doctor` shows where it is).",
        )
    if code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return StorageError(
            "The database is damaged.",
            next_step="Nothing was changed or deleted. `inara doctor` says where it and its backups are.",
        )
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StorageError(
            "Another program is using Inara's database.", next_step="Close it (or the other Inara) and try again."
        )
    return StorageError(f"The database failed: {error}.", next_step="Check the disk; `inara doctor` tells more.")
