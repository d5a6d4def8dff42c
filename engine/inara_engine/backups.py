"""Backups: a folder each, with the database, the settings, personas and templates; and putting one back. Blocks.

Putting back happens at the next start, before anything is open: `ask_for` leaves a note, `put_back` heeds it. What was
there before becomes a backup itself, so that nothing is lost either way.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from secrets import token_hex
from typing import Final

from inara_engine.errors import NotFound, StorageError
from inara_engine.frozen import frozen
from inara_engine.home import Home

__all__ = [
    "Backup",
    "ask_for",
    "begin",
    "complete",
    "delete",
    "found",
    "keep_as_is",
    "keep_files",
    "put_back",
    "size_of",
    "sweep",
    "wanted",
]

_NAME: Final = re.compile(r"(?:inara|before-restore)-\d{8}-\d{6}(?:-\d+)?|before-tables-\d+\.db")
_HALF: Final = "half-"  # how the name of one begins that is still being made
_NOTE: Final = "restore"  # beside the database: the name of the backup to put back
DATABASE: Final = "inara.db"


@frozen
class Backup:
    """A backup by its name; `at` in Unix seconds. "asked" for, or made "before" something that could go wrong."""

    name: str
    at: float
    size_bytes: int
    kind: str


def begin(home: Home, now: float) -> Path:
    """A new, empty folder for a backup, for this user only: none until it is `complete`. Raises StorageError."""
    return _folder_for(home, now, f"{_HALF}inara")


def complete(home: Home, folder: Path, now: float) -> Path:
    """What was begun becomes a backup, now that all is in it; where it lies. Raises StorageError."""
    try:
        _to_disk(folder / DATABASE)
        for path in _names(home, now, "inara"):
            if not path.exists():
                return folder.rename(path)
    except OSError as error:
        raise _unwritable(folder, error) from error
    raise _too_many(now)


def sweep(home: Home) -> None:
    """Take away what a run that was killed had begun."""
    for half in home.backups.glob(f"{_HALF}*"):
        _throw_away(half)


def keep_files(home: Home, folder: Path) -> None:
    """Copy settings, personas and templates into a backup. Raises StorageError."""
    try:
        if home.config_file.is_file():
            shutil.copyfile(home.config_file, folder / "config.toml")
        for inside, place in (("personas", home.personas), ("prompts", home.prompts)):
            if place.is_dir():
                shutil.copytree(place, folder / inside, symlinks=True)
    except (OSError, shutil.Error) as error:
        raise _unwritable(folder, error) from error


def found(home: Home) -> list[Backup]:
    """All backups, the newest first."""
    made: list[Backup] = []
    with suppress(OSError):
        for path in home.backups.iterdir():
            if _NAME.fullmatch(path.name) and (path.name.endswith(".db") or (path / DATABASE).is_file()):
                kind = "asked" if path.name.startswith("inara-") else "before"
                made.append(Backup(path.name, path.stat().st_mtime, size_of(path), kind))
    return sorted(made, key=lambda backup: backup.at, reverse=True)


def delete(home: Home, name: str) -> None:
    """Remove a backup for good. Raises: NotFound; StorageError."""
    path = _path(home, name)
    try:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    except OSError as error:
        raise _unwritable(path, error) from error


def ask_for(home: Home, name: str) -> None:
    """Have a backup put back at the next start. Raises: NotFound; StorageError where it is damaged."""
    path = _path(home, name)
    database = path if path.is_file() else path / DATABASE
    word = _checked(database) if size_of(database) else "nothing is in it"  # which SQLite finds in order
    if word != "ok":
        raise StorageError(f"The backup {name} is damaged ({word}).", next_step="Choose another one.")
    try:
        (home.data / _NOTE).write_text(name, encoding="utf-8")
    except OSError as error:
        raise _unwritable(home.data / _NOTE, error) from error


def wanted(home: Home) -> str:
    """The backup that is put back at the next start, "" for none."""
    try:
        return (home.data / _NOTE).read_text("utf-8").strip()
    except OSError:
        return ""


def put_back(home: Home, now: float) -> str:
    """Put back the backup that was asked for, if one was; its name. Nothing may be open.

    All copies are made before anything is moved. Raises: NotFound; StorageError, with everything as it was.
    """
    name = wanted(home)
    if not name:
        return ""
    note = home.data / _NOTE
    try:
        path = _path(home, name)
    except NotFound:
        note.unlink(missing_ok=True)
        raise
    staging = home.data / ".restoring"
    shutil.rmtree(staging, ignore_errors=True)
    try:
        if path.is_dir():
            shutil.copytree(path, staging, symlinks=True)
        else:
            staging.mkdir(mode=0o700)
            shutil.copyfile(path, staging / DATABASE)
        _to_disk(staging / DATABASE)
        kept = _folder_for(home, now, "before-restore")
        moves = [(home.data / f"{DATABASE}{end}", kept / f"{DATABASE}{end}") for end in ("", "-wal", "-shm")]
        # What was kept after a crash has its newest rows in the log beside it.
        moves += [(staging / f"{DATABASE}{end}", home.data / f"{DATABASE}{end}") for end in ("-wal", "")]
        files = ("config.toml", home.config_file), ("personas", home.personas), ("prompts", home.prompts)
        for inside, place in files:
            if (staging / inside).exists():
                moves += [(place, kept / inside), (staging / inside, place)]
        _move_all(moves)
    except OSError as error:
        failed = _unwritable(home.data, error)
        raise StorageError(
            f"The backup {name} could not be put back. {failed.message}",
            next_step="Try again: Inara then goes on with what is there.",
        ) from error
    finally:
        with suppress(OSError):
            note.unlink(missing_ok=True)  # asked for once: what failed is not tried at every start
        shutil.rmtree(staging, ignore_errors=True)
    return name


def keep_as_is(home: Home) -> None:
    """Put nothing back at the next start after all. Raises StorageError."""
    try:
        (home.data / _NOTE).unlink(missing_ok=True)
    except OSError as error:
        raise _unwritable(home.data / _NOTE, error) from error


def size_of(path: Path) -> int:
    """The bytes of a file, or of all files in a folder; links count nothing."""
    try:
        if not path.is_dir():
            return path.lstat().st_size
        return sum((Path(folder) / name).lstat().st_size for folder, _, names in os.walk(path) for name in names)
    except OSError:  # something went away meanwhile
        return 0


def _checked(database: Path) -> str:
    """What SQLite says of a database, "ok" where nothing is wrong with it."""
    try:
        with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro&immutable=1", uri=True)) as db:
            return str(db.execute("PRAGMA quick_check").fetchone()[0])
    except sqlite3.Error as error:
        return str(error)


def _folder_for(home: Home, now: float, prefix: str) -> Path:
    for folder in _names(home, now, prefix):
        try:
            folder.mkdir(mode=0o700, parents=True)
        except FileExistsError:
            continue
        except OSError as error:
            raise _unwritable(folder, error) from error
        return folder
    raise _too_many(now)


def _names(home: Home, now: float, prefix: str) -> Iterator[Path]:
    stamp = f"{prefix}-{_stamp(now)}"
    return (home.backups / (f"{stamp}-{number}" if number else stamp) for number in range(1000))


def _stamp(now: float) -> str:
    return f"{datetime.fromtimestamp(now).astimezone():%Y%m%d-%H%M%S}"


def _too_many(now: float) -> StorageError:
    return StorageError(f"There are too many backups of {_stamp(now)}.", next_step="Wait a moment.")


def _path(home: Home, name: str) -> Path:
    path = home.backups / name
    if not _NAME.fullmatch(name) or not path.exists():
        raise NotFound(f"There is no backup {name[:80]!r}.", next_step="`inara storage` lists them.")
    return path


def _move_all(moves: Iterable[tuple[Path, Path]]) -> None:
    """Make these moves, as far as there is something to move: all, or where one fails none. Raises OSError."""
    made: list[tuple[Path, Path]] = []
    try:
        for source, target in moves:
            if source.exists():
                _move(source, target)
                made.append((source, target))
    except OSError:
        for source, target in reversed(made):
            with suppress(OSError):
                _move(target, source)
        raise


def _move(source: Path, target: Path) -> None:
    """Move a file or a folder, onto another disk too: settings need not lie where the data do. Raises OSError."""
    try:
        os.replace(source, target)  # noqa: PTH105 - a file or a folder
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        beside = target.with_name(f".{target.name}-{token_hex(6)}.tmp")
        try:
            _copy(source, beside)
            beside.replace(target)
        except BaseException:
            _throw_away(beside)
            raise
        _throw_away(source)


def _copy(source: Path, target: Path) -> None:
    """Copy a file or a folder where nothing is yet. Raises OSError."""
    if source.is_dir():
        shutil.copytree(source, target, symlinks=True)
    else:
        target.touch(mode=0o600)
        shutil.copyfile(source, target)
        _to_disk(target)
        shutil.copystat(source, target)


def _throw_away(path: Path) -> None:
    """Delete a file or a folder, as far as it can be."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()


def _to_disk(path: Path) -> None:
    """Wait until the disk has a file: a loss of power must not leave an empty one under the database's name."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _unwritable(path: Path, error: Exception) -> StorageError:
    if isinstance(error, shutil.Error):  # of a folder: for each file its source, its target and a text
        why = str(error.args[0][0][2])[:200]
    else:
        why = error.strerror if isinstance(error, OSError) else str(error)[:200]
    return StorageError(f"{path} can't be written: {why}.", next_step="Make room, and check that you may write there.")
