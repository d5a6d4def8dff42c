"""Where everything lives on disk, and the lock that gives one data directory one writer.

`INARA_HOME=DIR` puts everything under DIR; otherwise the system's own places are used
(`~/.config/inara`, `~/.local/share/inara`, … on Linux). Nothing is written anywhere else.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Literal, NamedTuple

from inara_engine.errors import StorageError

__all__ = ["Doing", "Home", "Lock", "documents_folder", "find_home", "person_folder"]

Doing = Literal["", "opening", "ending"]


class Home(NamedTuple):
    """The paths the app reads and writes. Finding them creates nothing; `ensure()` does.

    A named tuple, because the window needs it before its first paint. `run` belongs to the data and
    not to the login session: a cron job without XDG_RUNTIME_DIR must meet the same lock as the window.
    """

    config_file: Path
    data: Path  # holds the database, and all that is worth a backup
    database: Path
    personas: Path
    backups: Path
    undo: Path  # copies of files taken before a tool changed them
    run: Path
    logs: Path
    cache: Path

    @property
    def prompts(self) -> Path:
        """The person's templates (see `templates`); made when the first one is kept."""
        return self.config_file.parent / "prompts"

    @property
    def clock_file(self) -> Path:
        """What is known of the clock (see `reckoning`)."""
        return self.run / "clock.json"

    @property
    def lock_file(self) -> Path:
        return self.run / "inara.lock"

    @property
    def socket(self) -> Path:
        return self.run / "inara.sock"

    @property
    def folders(self) -> tuple[Path, ...]:
        """Every folder of the app, parents first."""
        return (
            self.config_file.parent,
            self.data,
            self.personas,
            self.backups,
            self.undo,
            self.run,
            self.logs,
            self.cache,
        )

    def ensure(self) -> None:
        """Make the folders that are missing, for this user only (mode 0700).

        A folder that exists keeps the mode its owner gave it. Raises: StorageError.
        """
        for folder in self.folders:
            try:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            except FileExistsError as error:
                raise StorageError(
                    f"{folder} is a file, and Inara needs a folder there.",
                    next_step="Move the file away, or set INARA_HOME to another folder.",
                ) from error
            except OSError as error:
                raise StorageError(
                    f"The folder {folder} can't be made: {error.strerror}.",
                    next_step="Give yourself write access there, or set INARA_HOME to another folder.",
                ) from error


def find_home(environ: Mapping[str, str] = os.environ) -> Home:
    """The home that INARA_HOME names, or the system's places for an app called "inara". Raises: StorageError."""
    chosen = environ.get("INARA_HOME", "").strip()
    try:
        return _named(chosen) if chosen else _usual()
    except RuntimeError:  # what `expanduser` raises
        if not chosen:
            raise _homeless() from None
        raise StorageError(
            f"INARA_HOME is {chosen}, and this system knows no such folder.", next_step="Set it to a whole path."
        ) from None


def person_folder() -> Path:
    """The person's home folder. Raises: StorageError where the system knows of none."""
    try:
        return Path.home()
    except RuntimeError:
        raise _homeless() from None


def _homeless() -> StorageError:
    return StorageError(
        "This system knows no home folder of yours.", next_step="Set HOME to the whole path of a folder."
    )


def _named(chosen: str) -> Home:
    root = Path(chosen).expanduser().absolute()
    return _home(config=root, data=root, logs=root / "logs", cache=root / "cache")


def _usual() -> Home:
    from platformdirs import PlatformDirs

    dirs = PlatformDirs("inara", appauthor=False)
    return _home(
        config=Path(dirs.user_config_dir),
        data=Path(dirs.user_data_dir),
        logs=Path(dirs.user_log_dir),
        cache=Path(dirs.user_cache_dir),
    )


def documents_folder() -> Path:
    """The person's documents folder as the system names it: the workspace unless they choose another."""
    import platformdirs

    return Path(platformdirs.user_documents_dir())


class Lock:
    """One data directory, one writer. The system frees it when the process ends, however it ends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None

    def acquire(self) -> bool:
        """Take the lock without waiting; False if another process (or another Lock) has it.

        Raises: StorageError if the lock file can't be opened or locked at all.
        """
        if self._file is not None:
            return True
        try:
            file = open(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600), "r+b", buffering=0)  # noqa: PTH123, SIM115 - a mode at birth; kept open
        except OSError as error:
            raise self._unusable(error) from error
        try:
            taken = _try_lock(file)
            if taken:
                _write(file, f"{os.getpid()}\n")
        except OSError as error:
            file.close()
            raise self._unusable(error) from error
        if not taken:
            file.close()
            return False
        self._file = file
        return True

    def release(self) -> None:
        """Give it back. The file stays: removing it would let two processes lock two files of one name."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def say(self, doing: Doing) -> None:
        """Tell those who wait for the lock why its holder does not answer them: it opens the data, or ends."""
        if self._file is not None:
            with suppress(OSError):  # a full disk: they are told the usual
                _write(self._file, f"{os.getpid()} {doing}\n")

    def holder(self) -> int | None:
        """The process id of whoever took the lock last; for messages only."""
        words = self._words()
        return int(words[0]) if words and words[0].isdecimal() else None

    def doing(self) -> str:
        """What its holder said it does (see `say`)."""
        return " ".join(self._words()[1:2])

    def _words(self) -> list[str]:
        try:
            return self._path.read_text("ascii", "replace").split()
        except OSError:
            return []

    def _unusable(self, error: OSError) -> StorageError:
        return StorageError(
            f"The lock {self._path} can't be used: {error.strerror}.",
            next_step="Check that you may write in that folder and that the disk is not full.",
        )


def _home(*, config: Path, data: Path, logs: Path, cache: Path) -> Home:
    return Home(
        config_file=config / "config.toml",
        data=data,
        database=data / "inara.db",
        personas=data / "personas",
        backups=data / "backups",
        undo=data / "undo",
        run=data / "run",
        logs=logs,
        cache=cache,
    )


def _write(file: IO[bytes], text: str) -> None:
    file.seek(0)
    file.truncate(0)
    file.write(text.encode())


if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: IO[bytes]) -> bool:
        file.seek(1 << 30)  # far behind the process id, which others want to read: Windows locks bytes, not files
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        finally:
            file.seek(0)
        return True

else:
    import fcntl

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
