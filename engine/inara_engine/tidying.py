"""Throwing away what has been kept long enough: what lies in the trash, and the copies of what tools changed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from inara_engine.errors import StorageError
from inara_engine.home import Home
from inara_engine.reckoning import KEPT_S, reckoned
from inara_engine.tools.undo import prune

__all__ = ["Tidying", "prune_copies"]

_log = logging.getLogger(__name__)
A_DAY_S = 86_400


class Tidying:
    """Once a day, from `start` to `close`. `expire` deletes what was in the trash long enough (see `Reckoned`)."""

    def __init__(
        self, home: Home, clock: Callable[[], float], expire: Callable[[float, tuple[float, float]], Awaitable[int]]
    ) -> None:
        self._home = home
        self._clock = clock
        self._expire = expire
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Tidy up now, and each day from now on."""
        self._task = asyncio.create_task(self._keep_tidy(), name="trash")

    async def close(self) -> None:
        """No longer."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])

    async def tidy(self) -> None:
        """Delete what has been in the trash long enough. Raises StorageError."""
        time = await asyncio.to_thread(reckoned, self._home.clock_file, self._clock())
        await self._expire(time.now, time.doubted)

    async def _keep_tidy(self) -> None:
        while True:
            try:
                await self.tidy()
            except StorageError as error:
                _log.warning("the trash was not emptied: %s", error)
            await asyncio.sleep(A_DAY_S)


def prune_copies(home: Home, now: float) -> None:
    """Delete the copies of files that are old enough, at a start. Blocks."""
    time = reckoned(home.clock_file, now)
    prune(home.undo, before=time.now - KEPT_S, doubted=time.doubted)
