"""Putting a backup back, at the next start and before anything is open. What was there becomes a backup itself. Blocks.

`ask_for` leaves a note with the backup's name, `put_back` heeds it. Once each part of the backup is copied beside its
place, the note also says into which folder goes what was there. A start that finds such a note goes on where a kill cut
the last one: while a copy is beside its place, what is in that place is what was there before.
"""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from contextlib import closing, suppress
from itertools import count
from pathlib import Path
from typing import Final, NamedTuple

from inara_engine import backups
from inara_engine.backups import DATABASE, throw_away, to_disk
from inara_engine.errors import NotFound, StorageError
from inara_engine.home import Home

__all__ = ["ask_for", "keep_as_is", "put_back", "wanted"]

_NOTE: Final = "restore"  # beside the database
_WAL: Final = f"{DATABASE}-wal"  # what was kept after a crash has its newest rows in the log beside it
_SHM: Final = f"{DATABASE}-shm"
_PARTS: Final = (DATABASE, _WAL, "config.toml", "personas", "prompts")  # in the order in which they are put back


class _Wish(NamedTuple):
    """What the note says: a backup, and once that is being put back, a folder for what was there, and all it has."""

    name: str
    kept: str = ""
    parts: tuple[str, ...] = ()


def ask_for(home: Home, name: str) -> None:
    """Have a backup put back at the next start. Raises: NotFound; StorageError where it is damaged."""
    path = backups.path_of(home, name)
    database = path if path.is_file() else path / DATABASE
    word = _checked(database) if backups.size_of(database) else "nothing is in it"  # which SQLite finds in order
    if word != "ok":
        raise StorageError(f"The backup {name} is damaged ({word}).", next_step="Choose another one.")
    try:
        _write(home, _Wish(name))
    except OSError as error:
        raise backups.unwritable(home.data / _NOTE, error) from error


def wanted(home: Home) -> str:
    """The backup that is put back at the next start, "" for none."""
    return _read(home).name


def keep_as_is(home: Home) -> None:
    """Put nothing back at the next start after all. Raises StorageError."""
    try:
        (home.data / _NOTE).unlink(missing_ok=True)
    except OSError as error:
        raise backups.unwritable(home.data / _NOTE, error) from error


def put_back(home: Home, now: float) -> str:
    """Put back the backup that was asked for, if one was; its name. Nothing may be open.

    All copies are made before anything is moved. Raises: NotFound; StorageError, with everything as it was.
    """
    wish = _read(home)
    if not wish.name:
        _tidy(home)  # a kill may have come right before that
        return ""
    try:
        if not wish.kept:
            wish = _Wish(wish.name, backups.free_name(home, now, "before-restore"), _copied(home, wish.name))
            _write(home, wish)
        _exchange(home, wish)
    except (NotFound, StorageError):
        _tidy(home)
        raise
    except OSError as error:
        failed = backups.unwritable(home.data, error)
        message = f"The backup {wish.name} could not be put back. {failed.message}"
        try:
            _take_back(home, wish)
        except OSError:  # half of it may not be opened
            raise StorageError(message, next_step="Make room, then try again: Inara goes on with it.") from error
        _tidy(home)  # asked for once: what failed is not tried at every start
        raise StorageError(message, next_step="Try again: Inara then goes on with what is there.") from error
    _tidy(home)
    return wish.name


def _read(home: Home) -> _Wish:
    try:
        name, kept, *parts = [*(home.data / _NOTE).read_text("utf-8").splitlines(), "", ""]
    except (OSError, ValueError):
        return _Wish("")
    return _Wish(name.strip(), kept, tuple(filter(None, parts)))


def _write(home: Home, wish: _Wish) -> None:
    """Whole or not at all. Raises OSError."""
    note = home.data / _NOTE
    made = _passing(note)
    made.write_text("\n".join((wish.name, wish.kept, *wish.parts)), encoding="utf-8")
    to_disk(made)
    made.replace(note)


def _copied(home: Home, name: str) -> tuple[str, ...]:
    """Copy each part of a backup beside its place; what it has. Raises: NotFound; OSError."""
    path = backups.path_of(home, name)
    inside = {part: path / part for part in _PARTS} if path.is_dir() else {DATABASE: path}
    parts = tuple(part for part, source in inside.items() if source.exists())
    for part in parts:
        throw_away(_copy_of(home, part))
        _copy(inside[part], _copy_of(home, part))
    return parts


def _exchange(home: Home, wish: _Wish) -> None:
    """Keep what is there, part by part, and put there what was copied: from wherever that was cut. Raises OSError."""
    kept = home.backups / wish.kept
    kept.mkdir(mode=0o700, exist_ok=True)
    for part in _PARTS:
        if (copy := _copy_of(home, part)).exists():
            for name in _formerly(part):
                _keep(_place(home, name), kept / name)
            _move(copy, _place(home, part))
    if not home.database.exists():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(home.database))


def _take_back(home: Home, wish: _Wish) -> None:
    """Have everything as it was before, the last part first. Raises OSError; then `_exchange` can go on."""
    if not wish.kept:
        return
    kept = home.backups / wish.kept
    for part in reversed(wish.parts):
        copy, place = _copy_of(home, part), _place(home, part)
        if not copy.exists() and place.exists():
            _move(place, copy)
        for name in _formerly(part):
            if (kept / name).exists():
                _keep(_place(home, name), kept / name)
                _move(kept / name, _place(home, name))
    for part in _PARTS:
        throw_away(_passing(kept / part))
    with suppress(OSError):
        kept.rmdir()


def _formerly(part: str) -> tuple[str, ...]:
    """What makes room for a part: the old database goes whole, before any of the new one comes."""
    return {DATABASE: (DATABASE, _WAL, _SHM), _WAL: ()}.get(part, (part,))


def _place(home: Home, part: str) -> Path:
    return {"config.toml": home.config_file, "personas": home.personas, "prompts": home.prompts}.get(
        part, home.data / part
    )


def _copy_of(home: Home, part: str) -> Path:
    """On the disk of its place, so that it gets there in one step."""
    place = _place(home, part)
    return place.with_name(f".{place.name}.restoring")


def _passing(path: Path) -> Path:
    """Where something is made that will have this name, or is taken away that had it."""
    return path.with_name(f".{path.name}.passing")


def _tidy(home: Home) -> None:
    """Take away the note, then what is of no use without it."""
    with suppress(OSError):
        (home.data / _NOTE).unlink(missing_ok=True)
    for part in (*_PARTS, _NOTE):
        throw_away(_copy_of(home, part))
        throw_away(_passing(_place(home, part)))


def _keep(place: Path, target: Path) -> None:
    """Move away what was there. What came into its place after a kill is kept beside it. Raises OSError."""
    if not place.exists() or (target.exists() and place.is_dir() and not any(place.iterdir())):
        return  # a start makes the folders that are missing
    names = (target.with_name(f"{target.name}-{number}" if number else target.name) for number in count())
    _move(place, next(name for name in names if not name.exists()))


def _move(source: Path, target: Path) -> None:
    """Move a file or a folder, onto another disk too: settings need not lie where the data do. Raises OSError."""
    try:
        os.replace(source, target)  # noqa: PTH105 - a file or a folder
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        made, gone = _passing(target), _passing(source)
        throw_away(made)
        throw_away(gone)
        try:
            _copy(source, made)
            made.replace(target)
        except BaseException:
            throw_away(made)
            raise
        os.replace(source, gone)  # noqa: PTH105 - or a kill would leave half a folder under the name of a whole one
        throw_away(gone)


def _copy(source: Path, target: Path) -> None:
    """Copy a file or a folder where nothing is yet. Raises OSError."""
    if source.is_dir():
        shutil.copytree(source, target, symlinks=True)
    else:
        target.touch(mode=0o600)
        shutil.copyfile(source, target)
        to_disk(target)
        shutil.copystat(source, target)


def _checked(database: Path) -> str:
    """What SQLite says of a database, "ok" where nothing is wrong with it."""
    try:
        with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro&immutable=1", uri=True)) as db:
            return str(db.execute("PRAGMA quick_check").fetchone()[0])
    except sqlite3.Error as error:
        return str(error)
