"""The thread in which servers are spoken to: made at the first word, with a loop of its own and the SDK loaded."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from inara_engine.mcp.connection import Connection

__all__ = ["Worker"]

_T = TypeVar("_T")


class Worker:
    """Close it with `aclose`."""

    def __init__(self) -> None:
        self._thread: threading.Thread | None = None
        self._loop: asyncio.Future[asyncio.AbstractEventLoop] | None = None
        self._ended = asyncio.Event()  # of the thread's loop

    async def run(self, work: Callable[[], Coroutine[Any, Any, _T]]) -> _T:
        """Run a coroutine there; who is cancelled here cancels it there."""
        loop = await asyncio.shield(self._started())
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work(), loop))

    async def connection_type(self) -> type[Connection]:
        """The SDK's side, loaded."""
        await asyncio.shield(self._started())
        from inara_engine.mcp.connection import Connection  # loaded by now

        return Connection

    async def aclose(self) -> None:
        """End the thread; whatever ran there has been stopped before."""
        if self._loop is None or self._thread is None:
            return
        loop = await asyncio.shield(self._loop)
        loop.call_soon_threadsafe(self._ended.set)
        await asyncio.to_thread(self._thread.join, 5.0)
        self._thread = self._loop = None

    def _started(self) -> asyncio.Future[asyncio.AbstractEventLoop]:
        if self._loop is None:
            started: Future[asyncio.AbstractEventLoop] = Future()
            self._thread = threading.Thread(target=_work, args=(started, self._ended), name="inara-mcp", daemon=True)
            self._thread.start()
            self._loop = asyncio.wrap_future(started)
        return self._loop


def _work(started: Future[asyncio.AbstractEventLoop], ended: asyncio.Event) -> None:
    async def serve() -> None:
        started.set_result(asyncio.get_running_loop())
        await ended.wait()

    try:
        import_module("inara_engine.mcp.connection")  # seconds; here, where nobody waits for a frame
        asyncio.run(serve())
    except BaseException as error:
        if started.done():
            raise
        started.set_exception(error)  # whoever asked must hear of it
