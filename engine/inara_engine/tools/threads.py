"""Blocking work of tools, off the event loop and stoppable."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import TypeVar

__all__ = ["in_thread"]

_T = TypeVar("_T")
_GRACE_S = 2.0


async def in_thread(work: Callable[[threading.Event], _T], *, finish: bool = False) -> _T:
    """Run `work` in a thread. On cancel its event is set; looking is left behind at once.

    With `finish` it gets a moment to come to an end: a change to a file is then either made or not, and what became
    of it is given (or raised) as if nobody had cancelled. Work that hangs (a dead network folder) holds the
    cancellation up no longer than that.
    """
    stop = threading.Event()
    running = asyncio.ensure_future(asyncio.to_thread(work, stop))
    try:
        return await asyncio.shield(running)
    except asyncio.CancelledError:
        stop.set()
        running.add_done_callback(_heard)
        if finish:
            await asyncio.wait({running}, timeout=_GRACE_S)
            if running.done() and not running.cancelled():
                return running.result()
        raise


def _heard(finished: asyncio.Future[_T]) -> None:
    """Nobody waits for the result any more, whatever it was."""
    if not finished.cancelled():
        finished.exception()
