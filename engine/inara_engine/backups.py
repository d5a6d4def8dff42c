"""Backups: a folder each, with the database, the settings, personas and templates. Blocks.

`restoring` puts one back.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from inara_engine.errors import NotFound, StorageError
from inara_engine.frozen import frozen
from inara_engine.home import Home

__all__ = [
    "DATABASE",
    "Backup",
    "begin",
    "complete",
    "delete",
    "found",
    "free_name",
    "keep_files",
    "path_of",
    "size_of",
    "sweep",
    "throw_away",
    "to_disk",
    "unwritable",
]

_NAME: Final = re.compile(r"(?:inara|before-restore)-\d{8}-\d{6}(?:-\d+)?|before-tables-\d+\.db")
_HALF: Final = "half-"  # how the name of one begins that is still being made
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
        to_disk(folder / DATABASE)
        return folder.rename(home.backups / free_name(home, now, "inara"))
    except OSError as error:
        raise unwritable(folder, error) from error


def sweep(home: Home) -> None:
    """Take away what a run that was killed had begun."""
    for half in home.backups.glob(f"{_HALF}*"):
        throw_away(half)


def keep_files(home: Home, folder: Path) -> None:
    """Copy settings, personas and templates into a backup. Raises StorageError."""
    try:
        if home.config_file.is_file():
            shutil.copyfile(home.config_file, folder / "config.toml")
        for inside, place in (("personas", home.personas), ("prompts", home.prompts)):
            if place.is_dir():
                shutil.copytree(place, folder / inside, symlinks=True)
    except (OSError, shutil.Error) as error:
        raise unwritable(folder, error) from error


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
    path = path_of(home, name)
    try:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    except OSError as error:
        raise unwritable(path, error) from error


def size_of(path: Path) -> int:
    """The bytes of a file, or of all files in a folder; links count nothing."""
    try:
        if not path.is_dir():
            return path.lstat().st_size
        return sum((Path(folder) / name).lstat().st_size for folder, _, names in os.walk(path) for name in names)
    except OSError:  # something went away meanwhile
        return 0


def path_of(home: Home, name: str) -> Path:
    """Where a backup lies. Raises NotFound."""
    path = home.backups / name
    if not _NAME.fullmatch(name) or not path.exists():
        raise NotFound(f"There is no backup {name[:80]!r}.", next_step="`inara storage` lists them.")
    return path


def free_name(home: Home, now: float, prefix: str) -> str:
    """A name for a backup of now that none has. Raises StorageError."""
    for path in _names(home, now, prefix):
        if not path.exists():
            return path.name
    raise _too_many(now)


def throw_away(path: Path) -> None:
    """Delete a file or a folder, as far as it can be."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()


def to_disk(path: Path) -> None:
    """Wait until the disk has a file: a loss of power must not leave an empty one under the database's name."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def unwritable(path: Path, error: Exception) -> StorageError:
    """What to tell the person of it."""
    if isinstance(error, shutil.Error):  # of a folder: for each file its source, its target and a text
        why = str(error.args[0][0][2])[:200]
    else:
        why = error.strerror if isinstance(error, OSError) else str(error)[:200]
    return StorageError(f"{path} can't be written: {why}.", next_step="Make room, and check that you may write there.")


def _folder_for(home: Home, now: float, prefix: str) -> Path:
    for folder in _names(home, now, prefix):
        try:
            folder.mkdir(mode=0o700, parents=True)
        except FileExistsError:
            continue
        except OSError as error:
            raise unwritable(folder, error) from error
        return folder
    raise _too_many(now)


def _names(home: Home, now: float, prefix: str) -> Iterator[Path]:
    stamp = f"{prefix}-{_stamp(now)}"
    return (home.backups / (f"{stamp}-{number}" if number else stamp) for number in range(1000))


def _stamp(now: float) -> str:
    return f"{datetime.fromtimestamp(now).astimezone():%Y%m%d-%H%M%S}"


def _too_many(now: float) -> StorageError:
    return StorageError(f"There are too many backups of {_stamp(now)}.", next_step="Wait a moment.")
