"""Changes to files that happen whole or not at all.

Everything works on open folder descriptors, so a path can't be bent between the check and the change.
New content is written beside its place and then takes it in one step; on any failure, nothing is left.
All of it blocks: call it in a thread.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable

from inara_engine.errors import ToolError
from inara_engine.tools.workspace import identity

__all__ = ["changed", "copy_into", "move", "put", "rename_new", "status_in", "write_into"]

_NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.EMLINK, errno.EACCES}
_NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_NOFOLLOW | os.O_CLOEXEC
_COPY_SLICE = 1 << 20


def changed(shown: str) -> ToolError:
    """The error for what is no longer as it was when the person or policy saw it."""
    return ToolError(f"{shown} changed since it was looked at; nothing was done.", next_step="Look again, then retry.")


def status_in(folder: int, name: str) -> os.stat_result | None:
    """What stands at `name` in an open folder, links not followed; None for nothing."""
    try:
        return os.stat(name, dir_fd=folder, follow_symlinks=False)
    except FileNotFoundError:
        return None


def put(
    folder: int,
    name: str,
    fill: Callable[[int], None],
    *,
    half: str,
    expected: str,
    shown: str,
    mode: int | None = None,
    owner: tuple[int, int] | None = None,
) -> None:
    """Make `name` a file with what `fill` writes to its descriptor: all of it or nothing.

    `half` is what it is called until it is whole (see `half_written`). `expected` is the identity of what it replaces,
    or "absent": then a file that came in between stays. `mode` are the permission bits; None leaves a new file's to
    the system. `owner` (user, group) is kept where the system lets us. Raises ToolError, OSError.
    """
    written = os.open(half, _NEW, 0o666 if mode is None else 0o600, dir_fd=folder)
    try:
        try:
            fill(written)
            if owner is not None:
                _own(written, owner)
            if mode is not None:
                os.fchmod(written, mode)
            os.fsync(written)
        finally:
            os.close(written)
        if expected == "absent":
            rename_new(folder, half, folder, name, shown=shown)
        else:
            _check_still(folder, name, expected, shown)
            os.rename(half, name, src_dir_fd=folder, dst_dir_fd=folder)
    except BaseException:
        if status_in(folder, half):
            os.unlink(half, dir_fd=folder)
        raise
    _sync(folder)


def rename_new(source_folder: int, source: str, target_folder: int, target: str, *, shown: str) -> None:
    """Give a file another name, never over what is there. Raises ToolError where something is; OSError."""
    try:
        os.link(source, target, src_dir_fd=source_folder, dst_dir_fd=target_folder, follow_symlinks=False)
    except FileExistsError as error:
        raise changed(shown) from error
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # A disk without hard links (FAT, some network folders): look, then rename.
        if status_in(target_folder, target):
            raise changed(shown) from error
        os.rename(source, target, src_dir_fd=source_folder, dst_dir_fd=target_folder)
    else:
        os.unlink(source, dir_fd=source_folder)
    _sync(target_folder)


def move(
    source_folder: int, source: str, target_folder: int, target: str, *, half: str, expected: str, shown: str
) -> None:
    """Move an ordinary file, onto another disk too; what it replaces must still be `expected` ("absent": nothing).

    `half` is what it is called there until it is whole. Raises ToolError, OSError.
    """
    try:
        if expected == "absent":
            rename_new(source_folder, source, target_folder, target, shown=shown)
            return
        _check_still(target_folder, target, expected, shown)
        os.rename(source, target, src_dir_fd=source_folder, dst_dir_fd=target_folder)
        _sync(target_folder)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        _copy_over(source_folder, source, target_folder, target, half=half, expected=expected, shown=shown)


def write_into(data: bytes) -> Callable[[int], None]:
    """What `put` fills a file with: these bytes."""

    def fill(written: int) -> None:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(written, rest) :]

    return fill


def copy_into(source: int) -> Callable[[int], None]:
    """What `put` fills a file with: everything in the open file `source`, from its start."""

    def fill(written: int) -> None:
        os.lseek(source, 0, os.SEEK_SET)
        while piece := os.read(source, _COPY_SLICE):
            write_into(piece)(written)

    return fill


def _check_still(folder: int, name: str, expected: str, shown: str) -> None:
    if identity(status_in(folder, name)) != expected:
        raise changed(shown)


def _copy_over(
    source_folder: int, source: str, target_folder: int, target: str, *, half: str, expected: str, shown: str
) -> None:
    """A move by copying. What others write into the source meanwhile is neither lost nor left behind unsaid."""
    opened = os.open(source, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=source_folder)
    try:
        status = os.fstat(opened)

        def is_as_copied() -> bool:
            here = identity(os.fstat(opened)), identity(status_in(source_folder, source))
            return here == (identity(status), identity(status))

        def fill(written: int) -> None:
            copy_into(opened)(written)
            os.fsync(written)  # may take long
            if not is_as_copied():
                raise changed(shown)

        mode, owner = stat.S_IMODE(status.st_mode), (status.st_uid, status.st_gid)
        put(target_folder, target, fill, half=half, expected=expected, shown=shown, mode=mode, owner=owner)
        if not is_as_copied():
            raise ToolError(
                f"It was changed just as it was moved: {shown} has what it was, and its old place what it is now.",
                next_step="Look at both, then delete one.",
            )
        os.unlink(source, dir_fd=source_folder)
    finally:
        os.close(opened)


def _own(written: int, owner: tuple[int, int]) -> None:
    status = os.fstat(written)
    if (status.st_uid, status.st_gid) == owner:
        return
    try:
        os.fchown(written, *owner)
    except OSError:  # only root may give a file away; the content matters more
        return


def _sync(folder: int) -> None:
    """Make a changed name durable, where the disk can (some network and FUSE folders refuse)."""
    try:
        os.fsync(folder)
    except OSError:
        return
