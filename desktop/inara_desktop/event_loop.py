"""asyncio on Qt's loop, at a cost that lets an answer stream.

qasync makes each callback that is due a timer of its own, and so a turn of Qt's loop: a piece of an answer takes ten
from the socket to the screen. Here those that are due run one after another, for a short time; then it is Qt's turn.
Those that are due later share one timer of Qt's, so that one which is cancelled costs nothing and wakes nobody.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context
from heapq import heapify, heappop, heappush
from math import ceil
from time import perf_counter
from typing import TYPE_CHECKING, Any, Self

import qasync
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

__all__ = ["EventLoop"]

TURN_S = 0.002  # what is due after that waits until Qt has painted and heard the keys
THREADS = 10  # at most, for what blocks
SWEPT_FROM = 100  # timers; fewer that are cancelled may lie about until their time has come
LONGEST_MS = 24 * 3600 * 1000  # Qt counts milliseconds in 32 bits; it just looks again then

if TYPE_CHECKING:
    _QtLoop = asyncio.SelectorEventLoop
else:
    _QtLoop = qasync.QEventLoop


class _Bell(QObject):
    """Rung from any thread, heard on the loop's."""

    rung = Signal()


class EventLoop(_QtLoop):
    """Callbacks run in the order they came, as asyncio promises; also those added meanwhile, if time is left."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)  # type: ignore[arg-type] - qasync's, which is untyped
        self._due: deque[asyncio.Handle] = deque()
        self._turn = QTimer()
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._run_due)
        self._later: list[asyncio.TimerHandle] = []  # a heap by time
        self._cancelled = 0  # of those, about
        self._alarm = QTimer(singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._alarm.timeout.connect(self._run_later)
        self._bell = _Bell()
        self._bell.rung.connect(self._run_due, Qt.ConnectionType.QueuedConnection)
        # As many as qasync's own, which starts them all at once and asks four loggers about each call.
        self.set_default_executor(ThreadPoolExecutor(THREADS, thread_name_prefix="inara"))

    def call_soon(self, callback: Callable[..., object], *args: Any, context: Context | None = None) -> asyncio.Handle:
        handle = asyncio.Handle(callback, args, self, context)
        self._due.append(handle)
        if not self._turn.isActive():
            self._turn.start()
        return handle

    def call_soon_threadsafe(
        self, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> asyncio.Handle:
        handle = asyncio.Handle(callback, args, self, context)
        self._due.append(handle)
        self._bell.rung.emit()
        return handle

    def call_later(
        self, delay: float, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> asyncio.TimerHandle:
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(
        self, when: float, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> asyncio.TimerHandle:
        handle = asyncio.TimerHandle(when, callback, args, self, context)
        heappush(self._later, handle)
        if self._later[0] is handle:
            self._set_alarm()
        return handle

    def _timer_handle_cancelled(self, handle: asyncio.TimerHandle) -> None:
        self._cancelled += 1
        if self._later and self._later[0] is handle:
            heappop(self._later)
            self._next_later()
        elif self._cancelled > SWEPT_FROM and self._cancelled * 2 > len(self._later):
            self._later = [handle for handle in self._later if not handle.cancelled()]
            heapify(self._later)
            self._cancelled = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_args: object) -> None:
        self.stop()
        self.close()

    def close(self) -> None:
        super().close()
        self._turn.stop()
        self._alarm.stop()
        self._due.clear()
        self._later.clear()

    def run_forever(self) -> None:
        if self._due:
            self._turn.start()
        self._set_alarm()
        super().run_forever()

    def _next_later(self) -> asyncio.TimerHandle | None:
        """What is due next; without it no alarm runs. One that rings for what was cancelled finds nothing due."""
        while self._later and self._later[0].cancelled():
            heappop(self._later)
        if self._later:
            return self._later[0]
        self._alarm.stop()
        return None

    def _set_alarm(self) -> None:
        if (handle := self._next_later()) is not None:
            self._alarm.start(min(LONGEST_MS, max(0, ceil((handle.when() - self.time()) * 1000))))

    def _run_later(self) -> None:
        """What is due by now, ahead of what waits for no time: behind fifty streams it came a frame late."""
        now = self.time()
        rung: list[asyncio.TimerHandle] = []
        while (handle := self._next_later()) is not None and handle.when() <= now:
            rung.append(heappop(self._later))
        self._due.extendleft(reversed(rung))
        self._set_alarm()
        self._run_due()

    def _run_due(self) -> None:
        until = perf_counter() + TURN_S
        due = self._due
        while due and self.is_running() and perf_counter() < until:
            handle = due.popleft()
            if not handle.cancelled():
                handle._run()  # noqa: SLF001 - how a loop runs a handle
        if not (due and self.is_running()):
            self._turn.stop()  # what is left is for the next time it runs
        elif not self._turn.isActive():
            self._turn.start()
