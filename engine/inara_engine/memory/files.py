"""Reading and changing a persona's files. All of it blocks: call it in a thread.

A file is read only if it is what it should be: an ordinary file inside the personas folder, of
sensible size, UTF-8. Anything else becomes a `FileProblem`, which says what to do, and the job
goes on without that file.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from secrets import token_hex
from typing import Final

from inara_engine.errors import StorageError, UserError
from inara_engine.frozen import frozen

__all__ = ["MAX_BYTES", "FileProblem", "append", "read", "real", "replace"]

MAX_BYTES: Final = 1_000_000
_READ = os.O_RDONLY | os.O_NONBLOCK | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_APPEND = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


@frozen
class FileProblem:
    """A file that was left out, why, and what to do about it."""

    path: Path
    message: str
    next_step: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message} {self.next_step}"


def read(path: Path, root: Path) -> str | FileProblem:
    """The text of a file below `root`; "" where there is none."""
    if _is_missing(path):
        return ""
    place = real(path, root)
    if place is None:
        return FileProblem(
            path, "It is a link to a place outside the personas folder.", "Put the file itself there instead."
        )
    try:
        opened = os.open(place, _READ)
    except FileNotFoundError:
        return ""
    except OSError as error:
        return FileProblem(path, f"It can't be read: {error.strerror}.", "Check its permissions.")
    try:
        status = os.fstat(opened)
        if not stat.S_ISREG(status.st_mode):
            return FileProblem(path, "It is not an ordinary file.", "Put a Markdown file in its place.")
        if status.st_size > MAX_BYTES:
            return FileProblem(
                path,
                f"It has {status.st_size / 1e6:.1f} MB; at most {MAX_BYTES / 1e6:.0f} MB are read.",
                "Shorten it, or split it up.",
            )
        data = _all(opened)
    except OSError as error:
        return FileProblem(path, f"It can't be read: {error.strerror}.", "Check the disk and its permissions.")
    finally:
        os.close(opened)
    return _decoded(path, data)


def append(path: Path, root: Path, text: str) -> None:
    """Add a text to the end of a file, on a line of its own; the file and its folder are made where missing.

    All of it or nothing, but for a crash in the middle.

    Raises: UserError where the file leads out of `root`; StorageError.
    """
    place = _writable(path, root)
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        opened = os.open(place, _APPEND, 0o600)
        try:
            end = os.fstat(opened).st_size
            broken = end > 0 and os.pread(opened, 1, end - 1) != b"\n" if hasattr(os, "pread") else False
            try:
                _write(opened, (("\n" if broken else "") + text).encode())
            except OSError:  # a full disk takes a part: half a note would be told as a whole one
                os.ftruncate(opened, end)
                raise
        finally:
            os.close(opened)
    except OSError as error:
        raise _unwritable(path, error) from error


def replace(path: Path, root: Path, text: str) -> None:
    """Give a file another text: all of it or nothing, on the disk when this returns.

    Raises: UserError where the file leads out of `root`; StorageError.
    """
    place = _writable(path, root)
    beside = place.with_name(f".{place.name}-{token_hex(6)}.tmp")
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            opened = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            try:
                _write(opened, text.encode())
                os.fsync(opened)
            finally:
                os.close(opened)
            beside.replace(place)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise _unwritable(path, error) from error


def real(path: Path, root: Path) -> Path | None:
    """Where a path really leads, or None where that is outside `root`."""
    try:
        place = path.resolve()
        top = os.path.realpath(root)
        return place if f"{place}{os.sep}".startswith(f"{top}{os.sep}") else None
    except (OSError, RuntimeError, ValueError):  # links in a circle; a NUL in a name
        return None


def _is_missing(path: Path) -> bool:
    """Whether nothing is there, not even a link: where most files of a persona lead then needs no looking."""
    try:
        os.lstat(path)
    except FileNotFoundError:
        return True
    except (OSError, ValueError):
        pass  # opening it will tell
    return False


def _decoded(path: Path, data: bytes) -> str | FileProblem:
    if b"\0" in data:
        return FileProblem(path, "It is binary data, not text.", "Put a Markdown file in its place.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return FileProblem(path, f"Line {line} is not UTF-8.", "Save the file again with the encoding UTF-8.")
    return text.replace("\r\n", "\n")


def _all(opened: int) -> bytes:
    pieces: list[bytes] = []
    room = MAX_BYTES + 1  # it may grow while it is read
    while room > 0 and (piece := os.read(opened, room)):
        pieces.append(piece)
        room -= len(piece)
    return b"".join(pieces)


def _write(opened: int, data: bytes) -> None:
    while data:
        data = data[os.write(opened, data) :]


def _writable(path: Path, root: Path) -> Path:
    place = real(path, root)
    if place is None:
        raise UserError(
            f"{path} leads to a place outside the personas folder, so nothing was written.",
            next_step="Remove the link; a file is made there then.",
        )
    return place


def _unwritable(path: Path, error: OSError) -> StorageError:
    return StorageError(
        f"{path} can't be written: {error.strerror}.",
        next_step="Check that the disk is not full and that you may write in that folder.",
    )
