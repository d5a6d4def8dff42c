"""Sleeping until a time of the wall clock, or until somebody rings.

asyncio's own timers count the seconds that the machine is awake. Where the system tells of the wall clock (see
`wall_timer`) nothing wakes before the time has come; elsewhere the alarm rings every few seconds, for who sleeps to
look at the clock.
"""

from __future__ import annotations

import asyncio
import sys
from contextlib import suppress
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inara_engine.scheduling.wall_timer import WallTimer

__all__ = ["Alarm"]

RING_EVERY_S = 20.0  # where nobody tells that the clock was set, or that the machine woke up


class Alarm:
    """For one sleeper, who looks at the clock when awake: it may ring too early. `close` it in the end."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()
        self._timer: WallTimer | None = None

    def ring(self) -> None:
        """End the sleep; the next one, if nobody sleeps now."""
        self._rung.set()

    async def sleep(self, seconds: float) -> None:
        """Until so many seconds have passed on the wall clock (inf: for ever), the clock is set, or it rings."""
        if self._timer is None and seconds != inf and sys.platform == "linux":
            from inara_engine.scheduling.wall_timer import WallTimer

            with suppress(OSError):  # a sandbox may refuse it
                self._timer = WallTimer(self.ring)
        if self._timer is not None:
            self._timer.set(seconds)
            await self._rung.wait()
        else:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._rung.wait(), min(seconds, RING_EVERY_S) if seconds != inf else None)
        self._rung.clear()

    def close(self) -> None:
        """Ring no more."""
        if self._timer is not None:
            self._timer.close()
            self._timer = None
