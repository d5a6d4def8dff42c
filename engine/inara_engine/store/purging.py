"""Taking what was removed out of the files, in steps between which others get their turn.

The search index is merged without the removed words (see `index.purge_step`), and the write-ahead log folded into the
file. Then there is what SQLite leaves in a page: `secure_delete` zeroes a row where it stands, but the rows beside it
may move to another page then, and their old place, between the cells' pointers and the cells, keeps their bytes until
something is written over them. Once those rows are removed too, that would be the last place that has them. Nothing
reads it, so it can be zeroed in the file: whatever of that a crash cuts, the page says the same as before.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import IO

from inara_engine.errors import StorageError
from inara_engine.store import index
from inara_engine.store.thread import DatabaseThread

__all__ = ["Purging", "gaps"]

STEP_BYTES = 2 * 2**20  # of the file, looked through at once: some milliseconds
_HEADERS = {2: 12, 5: 12, 10: 8, 13: 8}  # the bytes before a page's pointers, by its kind: sqlite.org/fileformat2.html
_FILE_HEADER = 100  # bytes before those, in the first page


class Purging:
    """Of the database at `path` (None: in memory), whose connection is on `thread`."""

    def __init__(self, thread: DatabaseThread, path: Path | None) -> None:
        self._thread = thread
        self._path = path
        self._one_at_a_time = asyncio.Lock()
        self._file: IO[bytes] | None = None  # closed after the connection: closing any lets go of SQLite's locks

    async def purge(self) -> None:
        """Do all of it. Raises StorageError."""
        async with self._one_at_a_time:
            while volumes := await self._thread.run(index.dirty):
                for volume in volumes:
                    first = True
                    while await self.step(volume, first=first):
                        first = False
            at = 0
            try:
                while at >= 0:
                    at = await self._thread.run(partial(self._blank, at=at))
            except OSError as error:
                raise StorageError(
                    f"{self._path} can't be written: {error.strerror}.",
                    next_step="Make room, and check that you may write there.",
                ) from error

    def step(self, volume: int, *, first: bool) -> asyncio.Future[bool]:
        """A piece of the index; whether more of this volume is to do."""
        return self._thread.transact(lambda db: index.purge_step(db, volume, first=first), durable=False)

    async def close(self) -> None:
        """Let go of the file. Call it when the connection is closed."""
        if self._file is not None:
            await asyncio.to_thread(self._file.close)

    def _blank(self, db: sqlite3.Connection, at: int) -> int:
        """Zero what is between the cells of the pages from byte `at` on; where to go on, -1 at the end."""
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()  # the file has the pages of now,
        db.execute("PRAGMA shrink_memory")  # and no older one is kept to be written again
        if self._path is None:
            return -1
        if self._file is None:
            self._file = self._path.open("r+b", buffering=0)
        size = db.execute("PRAGMA page_size").fetchone()[0]
        self._file.seek(at)
        pages = self._file.read(STEP_BYTES)
        found = list(gaps(pages, size, first=not at))
        for begin, end in found:
            self._file.seek(at + begin)
            self._file.write(bytes(end - begin))
        if found:
            os.fsync(self._file.fileno())
        return at + STEP_BYTES if len(pages) == STEP_BYTES else -1


def gaps(pages: bytes, size: int, *, first: bool) -> Iterator[tuple[int, int]]:
    """Where in these pages of a database something stands between the cells' pointers and the cells."""
    for page in range(0, len(pages) - size + 1, size):
        head = page + (_FILE_HEADER if first and not page else 0)
        header = _HEADERS.get(pages[head])
        if header is None:  # what a long row goes on in, or a page that nobody uses
            continue
        begin = head + header + 2 * int.from_bytes(pages[head + 3 : head + 5])
        end = page + (int.from_bytes(pages[head + 5 : head + 7]) or 65_536)
        if begin < end <= page + size and pages.count(0, begin, end) < end - begin:
            yield begin, end
