"""A provider whose server still has to load its model: that is told, with how long it takes, instead of silence.

LM Studio, Ollama and llama.cpp's router load a model when it is first asked for, and say nothing until its first
word: for a large one that is a minute and more.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine
from contextlib import aclosing
from typing import Any

from inara_engine.events import Progress, Stalled
from inara_engine.providers.base import ModelEvent, ModelRequest, Provider

__all__ = ["TellsLoading"]


class TellsLoading:
    """`still_loading` asks the server; `tell_s` is the time between two words about it."""

    def __init__(
        self,
        provider: Provider,
        server: str,
        still_loading: Callable[[], Coroutine[Any, Any, bool]],
        *,
        tell_s: float = 1.0,
    ) -> None:
        self._provider = provider
        self._server = server
        self._still_loading = still_loading
        self._tell_s = tell_s
        self._loading = True

    async def stream(self, request: ModelRequest) -> AsyncGenerator[ModelEvent]:
        """See `Provider.stream`; silence is no stall while the model loads."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        async with aclosing(self._provider.stream(request)) as events:
            upcoming = loop.create_task(_next(events))
            try:
                while True:
                    await asyncio.wait({upcoming}, timeout=self._tell_s if self._loading else None)
                    if upcoming.done():
                        if not (self._loading and isinstance(upcoming.result(), Stalled)):
                            break
                        upcoming = loop.create_task(_next(events))
                    self._loading = await self._look(upcoming)
                    if self._loading and not upcoming.done():
                        yield Progress(f"{self._server} is loading “{request.model}”, {loop.time() - began:.0f} s")
            finally:
                upcoming.cancel()
                await asyncio.wait({upcoming})
            self._loading = False
            if (first := upcoming.result()) is not None:
                yield first
            async for event in events:
                yield event

    async def aclose(self) -> None:
        """Give back connections."""
        await self._provider.aclose()

    async def _look(self, upcoming: asyncio.Task[ModelEvent | None]) -> bool:
        """Whether it still loads; an answer that comes meanwhile does not wait for that."""
        looking = asyncio.create_task(self._still_loading())
        try:
            await asyncio.wait({upcoming, looking}, return_when=asyncio.FIRST_COMPLETED)
            return looking.result() if looking.done() else True
        finally:
            looking.cancel()
            await asyncio.wait({looking})


async def _next(events: AsyncGenerator[ModelEvent]) -> ModelEvent | None:
    return await anext(events, None)
