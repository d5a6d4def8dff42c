"""A timer of Linux that follows the wall clock: `man 2 timerfd_create`, which Python itself knows from 3.13 on."""

from __future__ import annotations

import asyncio
import ctypes
import os
import time
from collections.abc import Callable
from contextlib import suppress
from errno import ECANCELED
from math import inf

__all__ = ["WallTimer"]

ABSOLUTE, CANCEL_ON_SET = 1, 2  # TFD_TIMER_…


class _Setting(ctypes.Structure):
    """`struct itimerspec`."""

    _fields_ = [(name, ctypes.c_long) for name in ("interval_s", "interval_ns", "value_s", "value_ns")]


class WallTimer:
    """Rings at its time, and at once when the clock is set or the machine wakes up. Of the loop that is running."""

    def __init__(self, rings: Callable[[], None]) -> None:
        self._rings = rings
        self._libc = ctypes.CDLL(None, use_errno=True)
        self.file: int = self._libc.timerfd_create(time.CLOCK_REALTIME, os.O_NONBLOCK | os.O_CLOEXEC)
        if self.file < 0:
            raise OSError(ctypes.get_errno(), "no timer is to be had")
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(self.file, self._on_ready)

    def set(self, seconds: float) -> None:
        """Ring in so many seconds; inf for never. What was set before is forgotten."""
        setting = _Setting()
        if seconds != inf:
            at_ns = time.time_ns() + max(1, int(seconds * 1e9))
            setting.value_s, setting.value_ns = divmod(at_ns, 10**9)
        if self._libc.timerfd_settime(self.file, ABSOLUTE | CANCEL_ON_SET, ctypes.byref(setting), None) < 0:
            if ctypes.get_errno() != ECANCELED:
                raise OSError(ctypes.get_errno(), "the timer can't be set")
            self._rings()  # the clock has just been set

    def close(self) -> None:
        """Ring no more."""
        self._loop.remove_reader(self.file)
        os.close(self.file)

    def _on_ready(self) -> None:
        with suppress(OSError):  # ECANCELED: the clock was set, or the machine woke up
            os.read(self.file, 8)
        self._rings()
