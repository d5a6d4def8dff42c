"""Opening the database: a file for this user alone, checked where it may be damaged, with the tables of today."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from inara_engine.errors import StorageError
from inara_engine.store.schema import MIGRATIONS
from inara_engine.store.thread import storage_error

__all__ = ["COPY", "connect", "left_open"]

COPY = "before-tables-"  # how the names of the copies begin that are made before the tables change
CHECKED_BYTES = 32 * 2**20  # checking takes 10 ms a megabyte: a larger file only where it was not closed in order

_PRAGMAS = (
    "locking_mode=EXCLUSIVE",  # the WAL's index in memory: no -shm file, which a full disk would refuse to map
    "journal_mode=WAL",
    "temp_store=MEMORY",
    "cache_size=-512",  # KiB of the file's pages: the system keeps them too, and checking alone would fill 2 MB
    "secure_delete=ON",
    "foreign_keys=ON",
    "wal_autocheckpoint=1000",
)


def connect(path: Path | None, backups: Path | None) -> sqlite3.Connection:
    """A connection to the file (None: in memory), checked and migrated. `backups` is where a copy goes before that.

    Raises: StorageError where the file can't be used as it is.
    """
    try:
        cut = path is not None and left_open(path)
        if path is not None and not path.exists() and not cut:
            _make(path)
        elif path is not None and (not path.exists() or not path.stat().st_size):
            raise _damaged(path, "nothing is in it", backups)  # SQLite would begin anew, and drop the log beside it
        db = sqlite3.connect(path or ":memory:", isolation_level=None, check_same_thread=False)
    except sqlite3.Error as error:
        raise storage_error(error) from error
    except OSError as error:
        raise StorageError(
            f"{path} can't be opened: {error.strerror or error}.",
            next_step="Check the folder's permissions and the disk, or name another with INARA_HOME.",
        ) from error
    try:
        for pragma in _PRAGMAS:
            db.execute(f"PRAGMA {pragma}")
        if cut or path is None or path.stat().st_size < CHECKED_BYTES:
            _check(db, path, backups)
        _migrate(db, path, backups)
    except sqlite3.Error as error:
        db.close()
        raise storage_error(error) from error
    except BaseException:
        db.close()
        raise
    return db


def left_open(path: Path) -> bool:
    """Whether the last run did not close the database: that leaves no log. Blocks."""
    return Path(f"{path}-wal").exists()


def _check(db: sqlite3.Connection, path: Path | None, backups: Path | None) -> None:
    problems = [row[0] for row in db.execute("PRAGMA quick_check(3)") if row[0] != "ok"]
    if problems:
        raise _damaged(path, problems[0], backups)


def _make(path: Path) -> None:
    """An empty database, private from its first byte, and there only once it is one."""
    new = path.with_name(f"{path.name}.new")
    new.unlink(missing_ok=True)
    os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    db = sqlite3.connect(new, isolation_level=None)
    try:
        db.execute("PRAGMA journal_mode=WAL").fetchall()  # only at its end does it say that the disk refused
    finally:
        db.close()
    new.rename(path)


def _damaged(path: Path | None, problem: str, backups: Path | None) -> StorageError:
    return StorageError(
        f"The database {path} is damaged ({problem}).",
        next_step=f"Nothing was changed. Move it away and put back a copy from {backups}, or start anew.",
    )


def _migrate(db: sqlite3.Connection, path: Path | None, backups: Path | None) -> None:
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    if version > len(MIGRATIONS):
        raise StorageError(
            f"{path} was written by a newer Inara (tables {version}, this one knows {len(MIGRATIONS)}).",
            next_step="Install the newer version again.",
        )
    if 0 < version < len(MIGRATIONS) and backups is not None:
        _copy(db, backups / f"{COPY}{version + 1}.db")
    for number, script in enumerate(MIGRATIONS[version:], start=version + 1):
        db.executescript(f"BEGIN IMMEDIATE; {script} PRAGMA user_version={number}; COMMIT;")


def _copy(db: sqlite3.Connection, path: Path) -> None:
    """All of the database in a new file, for this user alone, or no such file. Raises StorageError."""
    half = path.with_name(f"{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        half.unlink(missing_ok=True)
        half.touch(mode=0o600)
        try:
            with closing(sqlite3.connect(half)) as copy:
                db.backup(copy)
            half.replace(path)
        finally:
            half.unlink(missing_ok=True)
    except OSError as error:
        raise StorageError(
            f"The tables have to change, and {path} can't be made to copy them before: {error.strerror}.",
            next_step="Check that folder's permissions and the disk, then start Inara again. Nothing was changed.",
        ) from error
