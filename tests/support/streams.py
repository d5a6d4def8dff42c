"""What a provider's stream brings, whole."""

from __future__ import annotations

from contextlib import aclosing

from inara_engine.errors import ProviderError
from inara_engine.events import TextDelta
from inara_engine.providers.base import ModelEvent, ModelRequest, Provider, Reply

__all__ = ["everything", "reply_of", "text_of"]


async def everything(provider: Provider, *requests: ModelRequest) -> tuple[list[ModelEvent], ProviderError | None]:
    """All events of these requests, sent one after the other, and the error that ended them."""
    got: list[ModelEvent] = []
    try:
        for request in requests:
            async with aclosing(provider.stream(request)) as events:
                async for event in events:
                    got.append(event)  # noqa: PERF401 - what came before the error counts
    except ProviderError as error:
        return got, error
    return got, None


def text_of(events: list[ModelEvent]) -> str:
    """The text, as it came."""
    return "".join(event.text for event in events if isinstance(event, TextDelta))


def reply_of(events: list[ModelEvent]) -> Reply:
    """The reply, which comes last."""
    reply = events[-1]
    assert isinstance(reply, Reply)
    return reply
