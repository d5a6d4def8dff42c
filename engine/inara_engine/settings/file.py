"""`config.toml`: read by hand and by machine, changed without disturbing what a person wrote.

A broken file never stops Inara: every mistake is told with its line, and the last good settings hold.
Inara never overwrites a file that is broken, and never leaves a half-written one.
"""

from __future__ import annotations

import errno
import os
import stat
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from inara_engine.errors import StorageError, UserError
from inara_engine.frozen import frozen
from inara_engine.settings.declarations import Settings
from inara_engine.settings.problems import Problem, read_settings

__all__ = ["Loaded", "MakesChange", "SettingsChange", "SettingsFile", "SettingsRefused"]

_LARGEST_BYTES = 1_000_000


class SettingsRefused(UserError):
    """A change with values that don't fit; nothing was changed. `problems` tells each by its path."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        told = "; ".join(
            f"{problem.key}: {problem.message}" + (f", expected {problem.expected}" if problem.expected else "")
            for problem in problems
        )
        super().__init__(f"This can't be set: {told}.", next_step="Nothing was changed.")
        self.problems = problems


@frozen
class Loaded:
    """The settings that hold, and what is wrong with the file if it could not give them."""

    settings: Settings
    problems: tuple[Problem, ...] = ()


@frozen
class SettingsChange:
    """Paths and their new values, for example `((("defaults", "tier"), 3),)`; None removes a key.

    A dict stands for a whole table, a list for a whole list; what is equal already stays untouched.
    """

    sets: tuple[tuple[tuple[str, ...], Any], ...]


MakesChange = Callable[[Settings], SettingsChange]
"""Makes a change of what the file says now, for what is added to a list or taken out of it. In a thread, perhaps
more than once; what it raises ends the change, with nothing written."""


class SettingsFile:
    """The file at one path. Its methods read and write the disk: call them in a thread."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._last_good = Settings()
        self._writing = threading.Lock()

    def load(self) -> Loaded:
        """Read it. A missing file means the defaults; a broken one the last good settings, with the problems."""
        text = self._read()
        if isinstance(text, Problem):
            return Loaded(self._last_good, (text,))
        match read_settings(text or "", self.path.name):
            case Settings() as settings:
                self._last_good = settings
                return Loaded(settings)
            case problems:
                return Loaded(self._last_good, problems)

    def change(self, change: SettingsChange | MakesChange) -> Settings:
        """Write the change into what the file says now, and give the settings that come of it.

        The first change of all makes the file, from `starter_text()`.
        Raises: what makes the change; UserError if the file is broken or the new value is refused; StorageError if
        it can't be written.
        """
        from inara_engine.settings.edit import edited
        from inara_engine.settings.starter import starter_text

        with self._writing:
            for _ in range(3):
                before = self._read()
                present = self._unbroken(before)
                made = change if isinstance(change, SettingsChange) else change(present)
                text = edited(starter_text() if before is None else str(before), made.sets)
                settings = self._checked(text)
                if self._read() == before:  # nobody wrote it meanwhile
                    self._replace(text.encode())
                    self._last_good = settings
                    return settings
        raise StorageError(
            f"{self.path} is being changed by another program.", next_step="Close it there, then try again."
        )

    def _read(self) -> str | Problem | None:
        """The text, a problem that keeps it from being read, or None if there is no file."""
        name = self.path.name
        try:
            with open(self.path, "rb", opener=_open_regular) as file:
                content = file.read(_LARGEST_BYTES + 1)
        except FileNotFoundError:
            return None
        except OSError as error:
            return Problem(name, 1, "", f"{self.path} can't be read: {error.strerror}")
        if len(content) > _LARGEST_BYTES:
            return Problem(name, 1, "", "too large", "at most 1 MB of text")
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            return Problem(name, content.count(b"\n", 0, error.start) + 1, "", "not UTF-8 text")

    def _unbroken(self, text: str | Problem | None) -> Settings:
        found = (text,) if isinstance(text, Problem) else read_settings(text or "", self.path.name)
        if isinstance(found, Settings):
            return found
        raise UserError(
            f"{self.path} has a mistake, so Inara does not write to it. {found[0]}.",
            next_step=f"Mend line {found[0].line} of it, then try again.",
        )

    def _checked(self, text: str) -> Settings:
        match read_settings(text, self.path.name):
            case Settings() as settings:
                return settings
            case problems:
                raise SettingsRefused(problems)

    def _replace(self, content: bytes) -> None:
        """All or nothing, for this user only. A link keeps pointing where it does."""
        import tempfile

        target = Path(os.path.realpath(self.path))
        try:
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)  # mode 0600
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(content)
                    file.flush()
                    os.fsync(file.fileno())
                os.replace(name, target)  # noqa: PTH105 - the name is text already
            except BaseException:
                with suppress(OSError):
                    os.unlink(name)  # noqa: PTH108 - the name is text already
                raise
            _sync_folder(target.parent)
        except OSError as error:
            raise _unwritable(target, error) from error


def _open_regular(name: str, flags: int) -> int:
    """Open a regular file only: a pipe or a device in its place would block for ever."""
    handle = os.open(name, flags | getattr(os, "O_NONBLOCK", 0))
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, "it is not a regular file")
    return handle


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable, where folders can be synced."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _unwritable(path: Path, error: OSError) -> StorageError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return StorageError(
            f"The settings could not be saved: there is no room left in {path.parent}.",
            next_step="Make room, then try again. The old settings are untouched.",
        )
    return StorageError(
        f"The settings could not be saved to {path}: {error.strerror}.",
        next_step="Give yourself write access to that folder, then try again. The old settings are untouched.",
    )
