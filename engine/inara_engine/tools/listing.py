"""The entries of an open folder, protected ones left out. Shared by listing and searching."""

from __future__ import annotations

import os
import stat
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from inara_engine.frozen import frozen
from inara_engine.tools.protected import Guard, ProtectedNow

__all__ = ["Entry", "entered", "entries"]

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


@frozen
class Entry:
    """One entry; `status` is its own (links not followed)."""

    name: str
    path: Path
    status: os.stat_result

    @property
    def is_folder(self) -> bool:
        return stat.S_ISDIR(self.status.st_mode)

    @property
    def is_file(self) -> bool:
        return stat.S_ISREG(self.status.st_mode)

    @property
    def is_link(self) -> bool:
        return stat.S_ISLNK(self.status.st_mode)


def entries(folder: int, path: Path, now: ProtectedNow, *, at_most: int) -> tuple[list[Entry], int]:
    """What is in the open `folder` at `path`, sorted by name, and how many protected entries were left out.

    Reads `at_most` entries: a folder with a million files must not fill the memory.
    """
    found: list[Entry] = []
    left_out = 0
    with os.scandir(folder) as scanned:
        for entry in scanned:
            if len(found) >= at_most:
                break
            try:
                status = entry.stat(follow_symlinks=False)
            except OSError:  # gone meanwhile
                continue
            if now.guard_entry(path / entry.name, status) is Guard.OPEN:
                found.append(Entry(entry.name, path / entry.name, status))
            else:
                left_out += 1
    return sorted(found, key=lambda entry: (entry.name.casefold(), entry.name)), left_out


@contextmanager
def entered(folder: int, entry: Entry) -> Generator[int]:
    """A descriptor of a folder in an open one; an OSError where it became something else."""
    opened = os.open(entry.name, _FOLDER, dir_fd=folder)
    try:
        status = os.fstat(opened)
        if (status.st_dev, status.st_ino) != (entry.status.st_dev, entry.status.st_ino):
            raise NotADirectoryError(entry.name)
        yield opened
    finally:
        os.close(opened)
