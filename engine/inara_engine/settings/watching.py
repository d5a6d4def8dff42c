"""A settings file that a person edits while Inara runs, noticed by itself.

Where the system tells of changes (a window has its own way of hearing them) nothing wakes until it does; elsewhere the
file is looked at every few seconds.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from inara_engine.errors import InaraError
from inara_engine.settings.file import SettingsFile

__all__ = ["FileWatcher", "SettingsWatch"]

_log = logging.getLogger(__name__)
LOOK_EVERY_S = 3.0
SETTLE_S = 0.2  # an editor writes a file in several steps


class FileWatcher(Protocol):
    """Who hears from the system that a file has changed."""

    async def watch(self, path: Path, changed: Callable[[], None]) -> bool:
        """Call `changed`, on the loop's thread, when the file may be another one; False where that can't be told.

        The file, and the folder it is in, may be missing. Each change asks again: what is there now is watched.
        """
        ...

    def close(self) -> None:
        """Tell no more."""
        ...


class SettingsWatch:
    """Calls `changed` when the file has become another one. `start` and `close` frame its life."""

    def __init__(
        self, file: SettingsFile, changed: Callable[[], Awaitable[None]], watcher: FileWatcher | None = None
    ) -> None:
        self._file = file
        self._changed = changed
        self._watcher = watcher
        self._seen: tuple[int, ...] | None = None  # the first look reads it once more: who knows what came between
        self._watching: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Look from now on."""
        self._watching = asyncio.create_task(self._watch(), name="settings file")

    async def close(self) -> None:
        """Look no more."""
        if self._watching is not None:
            self._watching.cancel()
            with suppress(asyncio.CancelledError):
                await self._watching
            self._watching = None
        if self._watcher is not None:
            self._watcher.close()

    async def look(self) -> None:
        """Look now."""
        signature = await asyncio.to_thread(_signature, self._file)
        if signature != self._seen:
            self._seen = signature
            await self._changed()

    async def _watch(self) -> None:
        told = asyncio.Event()
        told.set()
        watched = self._watcher is not None
        while True:
            if watched:
                await told.wait()
            await asyncio.sleep(SETTLE_S if watched else LOOK_EVERY_S)
            told.clear()
            try:
                watched = self._watcher is not None and await self._watcher.watch(self._file.path, told.set)
                await self.look()
            except (OSError, InaraError) as error:  # a folder that is gone, say; the next edit is another chance
                _log.warning("the settings could not be read again: %s", error)
            except Exception:  # noqa: BLE001 - a fault of ours with one edit is no reason to heed none any more
                _log.exception("the edited settings could not be used")


def _signature(file: SettingsFile) -> tuple[int, ...]:
    try:
        status = os.stat(file.path)  # noqa: PTH116 - a stat, not a path's method
    except OSError:
        return ()
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns
