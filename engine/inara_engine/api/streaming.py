"""Server-sent events: pieces as they come, a sign of life in silence, an end when either side leaves."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine
from contextlib import aclosing
from typing import Any

from starlette.types import Receive, Scope, Send

__all__ = ["EventStream", "comment", "data", "left"]


class EventStream:
    """An ASGI response of `pieces`, each sent whole before the next is asked for: a slow reader waits alone.

    `alive` makes what is sent after each `silence`. On the reader's leaving, and when `closing` is set, the
    generator is closed.
    """

    def __init__(
        self,
        pieces: AsyncGenerator[bytes],
        *,
        alive: Callable[[], bytes],
        silence: Callable[[], Awaitable[None]],
        closing: asyncio.Event,
        headers: tuple[tuple[str, str], ...] = (),
    ) -> None:
        self._pieces = pieces
        self._alive = alive
        self._silence = silence
        self._closing = closing
        self._headers = (("content-type", "text/event-stream; charset=utf-8"), *headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - ASGI's form
        headers = [(name.encode(), value.encode()) for name, value in self._headers]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        async with aclosing(self._pieces):
            await self._send_all(receive, send)
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _send_all(self, receive: Receive, send: Send) -> None:
        over = {_task(left(receive)), _task(self._closing.wait())}
        upcoming, quiet = _task(self._next()), _task(self._quiet())
        try:
            while True:
                done, _ = await asyncio.wait({*over, upcoming, quiet}, return_when=asyncio.FIRST_COMPLETED)
                if done & over:
                    return
                if upcoming in done:
                    piece = upcoming.result()
                    if piece is None:
                        return
                    upcoming = _task(self._next())
                else:
                    piece = self._alive()
                quiet.cancel()
                quiet = _task(self._quiet())
                await send({"type": "http.response.body", "body": piece, "more_body": True})
        finally:
            open_tasks = (*over, upcoming, quiet)
            for task in open_tasks:
                task.cancel()
            await asyncio.gather(*open_tasks, return_exceptions=True)

    async def _next(self) -> bytes | None:
        return await anext(self._pieces, None)

    async def _quiet(self) -> None:
        await self._silence()


def data(value: object, place: int | None = None) -> bytes:
    """One event; with a place, a reader that comes back says it."""
    head = "" if place is None else f"id: {place}\n"
    return f"{head}data: {json.dumps(value)}\n\n".encode()


def comment(text: str) -> bytes:
    """A line that clients pass over and people read."""
    return f": {' '.join(text.split())}\n\n".encode()


def _task(work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
    return asyncio.create_task(work)


async def left(receive: Receive) -> None:
    """Return once the client has left; its body must have been read."""
    while (await receive())["type"] != "http.disconnect":
        pass
