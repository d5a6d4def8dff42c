"""A settings file that a person edits while Inara runs: noticed within seconds, without a library."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Awaitable, Callable
from contextlib import suppress

from inara_engine.errors import InaraError
from inara_engine.settings.file import SettingsFile

__all__ = ["SettingsWatch"]

_log = logging.getLogger(__name__)
LOOK_EVERY_S = 3.0


class SettingsWatch:
    """Calls `changed` when the file has become another one. `start` and `close` frame its life."""

    def __init__(self, file: SettingsFile, changed: Callable[[], Awaitable[None]]) -> None:
        self._file = file
        self._changed = changed
        self._seen: tuple[int, ...] | None = None  # the first look reads it once more: who knows what came between
        self._watcher: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Look from now on."""
        self._watcher = asyncio.create_task(self._watch(), name="settings file")

    async def close(self) -> None:
        """Look no more."""
        if self._watcher is not None:
            self._watcher.cancel()
            with suppress(asyncio.CancelledError):
                await self._watcher
            self._watcher = None

    async def look(self) -> None:
        """Look now."""
        signature = await asyncio.to_thread(_signature, self._file)
        if signature != self._seen:
            self._seen = signature
            await self._changed()

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(LOOK_EVERY_S)
            try:
                await self.look()
            except (OSError, InaraError) as error:  # a folder that is gone, say; the next edit is another chance
                _log.warning("the settings could not be read again: %s", error)


def _signature(file: SettingsFile) -> tuple[int, ...]:
    try:
        status = os.stat(file.path)  # noqa: PTH116 - a stat, not a path's method
    except OSError:
        return ()
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns
