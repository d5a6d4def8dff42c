"""Scripted servers on a thread of their own, for tests that have no event loop: stories in the real window.

with apart(ScriptedServer([text_turn("Hello.")])) as (server,):
    app.configure(server.base_url)
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Generator
from contextlib import AsyncExitStack, contextmanager

from tests.support.scripted_server import ScriptedServer

__all__ = ["apart"]

LIMIT_S = 10.0


@contextmanager
def apart(*servers: ScriptedServer) -> Generator[tuple[ScriptedServer, ...]]:
    """Serve until this ends."""
    ready, ended = threading.Event(), threading.Event()

    async def serve() -> None:
        async with AsyncExitStack() as stack:
            for server in servers:
                await stack.enter_async_context(server)
            ready.set()
            await asyncio.to_thread(ended.wait)

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    try:
        assert ready.wait(LIMIT_S), "the servers did not start"
        yield servers
    finally:
        ended.set()
        thread.join(LIMIT_S)
