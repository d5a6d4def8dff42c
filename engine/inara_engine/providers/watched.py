"""A provider whose every question is noted: who is spoken to, before a byte goes out."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from weakref import WeakSet

from inara_engine.providers.base import ModelEvent, ModelRequest, Provider

__all__ = ["Watched"]


class Watched:
    """`note` is called each time the model is asked. The stream is the provider's own: no token passes by here.

    `streams` has each of them as long as somebody reads it.
    """

    def __init__(
        self, provider: Provider, note: Callable[[], None], streams: WeakSet[AsyncGenerator[ModelEvent, None]]
    ) -> None:
        self._provider = provider
        self._note = note
        self._streams = streams

    def stream(self, request: ModelRequest) -> AsyncGenerator[ModelEvent, None]:
        """See `Provider.stream`."""
        self._note()
        stream = self._provider.stream(request)
        self._streams.add(stream)
        return stream

    async def aclose(self) -> None:
        """Give back connections."""
        await self._provider.aclose()
