"""Copies of what tools replace or delete, and taking an effect back.

Copies lie in one private folder of Inara's. A copy's name has the file's in it, so that it is found by hand where a
crash left no word of it, and ends in the permission bits ("…-notes.txt.644"), since it is readable by its owner alone.
"""

from __future__ import annotations

import asyncio
import errno
import os
import re
import shutil
import stat
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from inara_engine.errors import ToolError
from inara_engine.events import Undo
from inara_engine.tools.effects import changed, copy_into, move, put, rename_new, status_in
from inara_engine.tools.failures import explained
from inara_engine.tools.half_written import half_written, new_name
from inara_engine.tools.paths import resolve
from inara_engine.tools.protected import Guard
from inara_engine.tools.workspace import OFF_RECORD, Place, Workspace, identity, same_file

__all__ = ["forget_off_record", "keep_copy", "mark", "prune", "standing", "take_away", "undo"]

_READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_OWNER_ONLY = 0o600


async def undo(workspace: Workspace, effect: Undo) -> Undo | None:
    """Take one effect back; several are taken back last first.

    What stands there now is kept first, so nothing is lost by it: gives the effect that would bring it
    back, or None where there is nothing to bring back. Raises ToolError.
    """
    return await asyncio.to_thread(_undo, workspace, effect)


def mark(status: os.stat_result | None) -> str:
    """What stands somewhere, to see later whether it still does; a folder whatever is in it."""
    return same_file(status) if status is not None and stat.S_ISDIR(status.st_mode) else identity(status)


async def standing(path: str) -> str:
    """The mark of what is at a path now, links not followed."""
    return await asyncio.to_thread(_standing, path)


def keep_copy(workspace: Workspace, source: int, name: str) -> Path:
    """Copy the open file `source`, which has this name, into the undo folder. Blocks. Raises OSError."""
    copy = _new_copy(workspace, os.fstat(source), name)
    with _undo_folder(workspace) as kept:
        put(
            kept,
            copy.name,
            copy_into(source),
            half=new_name(),
            expected="absent",
            shown="The undo copy",
            mode=_OWNER_ONLY,
        )
    return copy


def take_away(workspace: Workspace, folder: int, name: str, *, expected: str, shown: str) -> Path:
    """Take a file out of its open folder into the undo folder, if it is still the one `expected`.

    One rename where both are on one disk, so that a full disk doesn't keep anybody from deleting.
    Blocks. Raises ToolError where another file stands there, OSError.
    """
    status = status_in(folder, name)
    if status is None or identity(status) != expected:
        raise changed(shown)
    if status.st_nlink > 1:  # moved, the copy would share its permissions and content with the other names
        return _copy_away(workspace, folder, name, expected=expected, shown=shown)
    copy = _new_copy(workspace, status, name)
    with _undo_folder(workspace) as kept:
        try:
            os.rename(name, copy.name, src_dir_fd=folder, dst_dir_fd=kept)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            return _copy_away(workspace, folder, name, expected=expected, shown=shown)
        if identity(status_in(kept, copy.name)) != expected:  # swapped in the last moment
            rename_new(kept, copy.name, folder, name, shown=shown)
            raise changed(shown)
        copy.chmod(_OWNER_ONLY)
        os.utime(copy)  # `prune` goes by how long it has been here
    return copy


def prune(undo_dir: Path, *, before: float, doubted: tuple[float, float] = (0.0, 0.0)) -> int:
    """Delete the copies made before this moment (Unix seconds); gives how many. What can't be deleted stays. Blocks.

    A copy's time from `doubted[0]` up to `doubted[1]` says nothing: it stays, too.
    """
    gone = 0
    for copy in undo_dir.glob("*.*"):
        with suppress(OSError):
            made = copy.lstat().st_mtime
            if made < before and not doubted[0] <= made < doubted[1]:
                copy.unlink()
                gone += 1
    return gone


def forget_off_record(undo_dir: Path) -> None:
    """Delete the copies made off the record, of this run or of one that crashed. Blocks."""
    shutil.rmtree(undo_dir / OFF_RECORD, ignore_errors=True)


def _standing(path: str) -> str:
    try:
        return mark(os.lstat(path))
    except (FileNotFoundError, NotADirectoryError):
        return mark(None)
    except OSError as error:
        raise ToolError(f"{path} can't be looked at: {error.strerror}.", next_step="Check its permissions.") from error


def _undo(workspace: Workspace, effect: Undo) -> Undo | None:
    place = _writable(workspace, effect.path)
    if effect.moved_to:
        moved = _writable(workspace, effect.moved_to)
        with (
            workspace.folder(moved, moved.path.parent, readable=True) as source,
            workspace.folder(place, place.path.parent, readable=True) as target,
            explained(moved.shown),
        ):
            if place.status is not None:
                raise _in_the_way(place)
            with half_written(workspace.undo_dir, place.path.parent) as half:
                move(source, moved.path.name, target, place.path.name, half=half, expected="absent", shown=place.shown)
        return Undo(path=effect.moved_to, moved_to=effect.path)
    with (
        workspace.folder(place, place.path.parent, readable=True) as folder,
        explained(place.shown),
    ):
        if effect.copy_path:
            return _put_back(workspace, place, folder, Path(effect.copy_path))
        if place.is_folder:
            return _remove_if_empty(place, folder)
        if place.status is None:
            return None
        copy = take_away(workspace, folder, place.path.name, expected=identity(place.status), shown=place.shown)
        return Undo(path=effect.path, copy_path=str(copy))


def _put_back(workspace: Workspace, place: Place, folder: int, copy: Path) -> Undo:
    if place.status is not None and not place.is_file:
        raise _in_the_way(place)
    try:
        source = os.open(copy, _READ)
    except FileNotFoundError as error:
        raise ToolError(f"The kept copy of {place.shown} is gone.", next_step="It can't be taken back.") from error
    try:
        replaced = ""
        if place.status is not None:
            with workspace.file(place) as (present, _):
                replaced = str(keep_copy(workspace, present, place.path.name))
        with half_written(workspace.undo_dir, place.path.parent) as half:
            put(
                folder,
                place.path.name,
                copy_into(source),
                half=half,
                expected=identity(place.status),
                shown=place.shown,
                mode=int(copy.suffix[1:], 8),
            )
    finally:
        os.close(source)
    return Undo(path=str(place.path), copy_path=replaced)


def _remove_if_empty(place: Place, folder: int) -> None:
    try:
        os.rmdir(place.path.name, dir_fd=folder)
    except OSError as error:
        if error.errno not in {errno.ENOTEMPTY, errno.EEXIST}:
            raise  # what somebody put there since stays


def _copy_away(workspace: Workspace, folder: int, name: str, *, expected: str, shown: str) -> Path:
    source = os.open(name, _READ, dir_fd=folder)
    try:
        copy = keep_copy(workspace, source, name)
        if identity(os.fstat(source)) != expected or identity(status_in(folder, name)) != expected:
            copy.unlink()
            raise changed(shown)
    finally:
        os.close(source)
    os.unlink(name, dir_fd=folder)
    return copy


def _writable(workspace: Workspace, path: str) -> Place:
    resolved = resolve(Path(path))
    place = workspace.place(resolved)
    if resolved.crossed:
        raise ToolError(f"{place.shown} is reached through a link now.", next_step="Put the file back by hand.")
    if place.guard is not Guard.OPEN:
        raise ToolError(f"{place.shown} is protected now.", next_step="Put the file back by hand.")
    return place


def _in_the_way(place: Place) -> ToolError:
    return ToolError(f"{place.shown} is there again.", next_step="Move it away first, then take this back.")


def _new_copy(workspace: Workspace, status: os.stat_result, name: str) -> Path:
    plain = re.sub(r"[^\w.-]+", "_", name, flags=re.ASCII)[:60]
    return workspace.undo_dir / f"{token_hex(12)}-{plain}.{stat.S_IMODE(status.st_mode):o}"


@contextmanager
def _undo_folder(workspace: Workspace) -> Generator[int]:
    workspace.undo_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder = os.open(workspace.undo_dir, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield folder
    finally:
        os.close(folder)
