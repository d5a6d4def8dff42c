"""Where tools may work: the granted folders, what is out of reach, and opening without a race.

A path is judged once (`locate`) and then walked from "/" name by name, each step refusing links, so that
what is opened is what was judged: something swapped in between is an error, not another file.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

from inara_engine.errors import ToolError
from inara_engine.frozen import frozen
from inara_engine.tools.failures import explained
from inara_engine.tools.paths import Resolved, printable, resolve, spelled, within
from inara_engine.tools.protected import Guard, Protected, ProtectedNow

__all__ = ["OFF_RECORD", "Place", "Workspace", "check_ordinary", "identity", "same_file"]

# O_PATH needs no read permission on the folders on the way; where it doesn't exist (macOS), reading them does.
_STEP = getattr(os, "O_PATH", os.O_RDONLY) | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC

OFF_RECORD = "off-record"  # the folder of such copies, in that of the others


@frozen
class Place:
    """A resolved path and what is known of it. `root` is the granted folder it lies in, or None.

    `status` is what was there when it was looked at (links not followed), None for nothing. `shown` is
    the path for people, "~" for the home. `now` judged it and judges what is opened.
    """

    path: Path
    root: Path | None
    guard: Guard
    status: os.stat_result | None
    shown: str
    now: ProtectedNow

    @property
    def is_file(self) -> bool:
        return self.status is not None and stat.S_ISREG(self.status.st_mode)

    @property
    def is_folder(self) -> bool:
        return self.status is not None and stat.S_ISDIR(self.status.st_mode)


class Workspace:
    """The granted `roots` (they need not exist yet), the protected places, and where undo copies go."""

    def __init__(self, roots: tuple[Path, ...], protected: Protected, undo_dir: Path, home: Path) -> None:
        self.roots = roots
        self.protected = protected
        self.undo_dir = undo_dir
        self.home = home

    def off_the_record(self) -> Workspace:
        """The same places for a conversation that leaves nothing behind: its copies lie apart, and go with it."""
        return Workspace(self.roots, self.protected, self.undo_dir / OFF_RECORD, self.home)

    def locate(self, given: str, *, follow_last: bool = True) -> Place:
        """What `given` means: "" and relative paths under the first root, "~" the person's home.

        Nothing is opened. Blocks on the disk: call it in a thread. Raises ToolError for what is no path.
        """
        base = self.roots[0] if self.roots else None
        return self.place(resolve(spelled(given, base, self.home), follow_last=follow_last))

    def place(self, resolved: Resolved, now: ProtectedNow | None = None) -> Place:
        """The same for a path that is resolved already; `now` shares one look at the protected places."""
        now = now or self.protected.now()
        path = resolved.path
        if not str(path).isprintable() and printable(str(path)) != str(path):
            raise ToolError(
                f"A link leads to {printable(str(path))}, which no tool can name.", next_step="Use another file."
            )
        guard = now.guard(resolved)
        status = None if guard is Guard.NO_ACCESS else _status(path)
        if status is not None and _is_secret(status, now):
            guard, status = Guard.NO_ACCESS, None
        return Place(
            path=path,
            root=next((root for root in self._real_roots() if within(path, root)), None),
            guard=guard,
            status=status,
            shown=self.shown(path),
            now=now,
        )

    def shown(self, path: Path) -> str:
        """`path` for people: "~/Documents/notes.md"."""
        for home in (self.home, Path(os.path.realpath(self.home))):
            if within(path, home):
                return printable(str(Path("~") / path.relative_to(home)))
        return printable(str(path))

    @contextmanager
    def folder(self, place: Place, path: Path | None = None, *, readable: bool = False) -> Generator[int]:
        """A descriptor of `path` (the place itself unless given), reached without following a single link.

        `readable` asks for one that can be listed or synced. Raises ToolError.
        """
        with explained(place.shown):
            opened = _walk(path or place.path, place.now, readable=readable)
        try:
            yield opened
        finally:
            os.close(opened)

    @contextmanager
    def file(self, place: Place) -> Generator[tuple[int, os.stat_result]]:
        """A descriptor of the ordinary file at `place`, open for reading, and its status. Raises ToolError."""
        with self.folder(place, place.path.parent) as parent, explained(place.shown):
            opened = os.open(place.path.name, _FILE, dir_fd=parent)
        try:
            status = os.fstat(opened)
            check_ordinary(place, status)
            yield opened, status
        finally:
            os.close(opened)

    def _real_roots(self) -> Iterator[Path]:
        return (resolve(root).path for root in self.roots)


def check_ordinary(place: Place, status: os.stat_result) -> None:
    """Refuse what is no ordinary file, and another name of a protected one. Raises ToolError."""
    if stat.S_ISDIR(status.st_mode):
        raise ToolError(f"{place.shown} is a folder.", next_step="Name a file in it; list_files shows what is there.")
    if not stat.S_ISREG(status.st_mode):
        raise ToolError(
            f"{place.shown} is not an ordinary file (a pipe, socket or device).",
            next_step="Only ordinary files are read and written.",
        )
    if _is_secret(status, place.now):
        raise ToolError(
            f"{place.shown} is another name of a protected file.", next_step="No tool may open it. Use another file."
        )


def identity(status: os.stat_result | None) -> str:
    """A file's identity and state as one string: "device:inode:size:mtime_ns", or "absent"."""
    if status is None:
        return "absent"
    return f"{status.st_dev}:{status.st_ino}:{status.st_size}:{status.st_mtime_ns}"


def same_file(status: os.stat_result) -> str:
    """Which file or folder it is, whatever is in it: "device:inode"."""
    return f"{status.st_dev}:{status.st_ino}"


def _is_secret(status: os.stat_result, now: ProtectedNow) -> bool:
    """Whether it is another name (a hard link) of a file in a protected place."""
    several_names = stat.S_ISREG(status.st_mode) and status.st_nlink > 1
    return several_names and (status.st_dev, status.st_ino) in now.secret_files


def _status(path: Path) -> os.stat_result | None:
    try:
        return os.lstat(path)
    except OSError:
        return None


def _walk(path: Path, now: ProtectedNow, *, readable: bool) -> int:
    names = path.parts[1:]
    here = os.open("/", _STEP if names else _FOLDER)
    try:
        for position, name in enumerate(names, start=1):
            inside = os.open(name, _FOLDER if readable and position == len(names) else _STEP, dir_fd=here)
            os.close(here)
            here = inside
            _check_passable(here, path, now)
    except BaseException:
        os.close(here)
        raise
    return here


def _check_passable(folder: int, path: Path, now: ProtectedNow) -> None:
    status = os.fstat(folder)
    if now.bars((status.st_dev, status.st_ino)):
        raise ToolError(f"{printable(str(path))} leads through a protected folder.", next_step="No tool may open it.")
