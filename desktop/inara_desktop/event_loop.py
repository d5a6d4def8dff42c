"""asyncio on Qt's loop, at a cost that lets an answer stream.

qasync makes each callback that is due a timer of its own, and so a turn of Qt's loop: a piece of an answer takes ten
from the socket to the screen. Here those that are due run one after another, for a short time; then it is Qt's turn.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from contextvars import Context
from time import perf_counter
from typing import TYPE_CHECKING, Any, Self

import qasync
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

__all__ = ["EventLoop"]

TURN_S = 0.002  # what is due after that waits until Qt has painted and heard the keys

if TYPE_CHECKING:
    _QtLoop = asyncio.SelectorEventLoop
else:
    _QtLoop = qasync.QEventLoop


class EventLoop(_QtLoop):
    """Callbacks run in the order they came, as asyncio promises; also those added meanwhile, if time is left."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)  # type: ignore[arg-type] - qasync's, which is untyped
        self._due: deque[asyncio.Handle] = deque()
        self._turn = QTimer()
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._run_due)

    def call_soon(self, callback: Callable[..., object], *args: Any, context: Context | None = None) -> asyncio.Handle:
        handle = asyncio.Handle(callback, args, self, context)
        self._due.append(handle)
        if not self._turn.isActive():
            self._turn.start()
        return handle

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_args: object) -> None:
        self.stop()
        self.close()

    def close(self) -> None:
        super().close()
        self._turn.stop()
        self._due.clear()

    def run_forever(self) -> None:
        if self._due:
            self._turn.start()
        super().run_forever()

    def _run_due(self) -> None:
        until = perf_counter() + TURN_S
        due = self._due
        while due and self.is_running() and perf_counter() < until:
            handle = due.popleft()
            if not handle.cancelled():
                handle._run()  # noqa: SLF001 - how a loop runs a handle
        if not (due and self.is_running()):
            self._turn.stop()  # what is left is for the next time it runs
