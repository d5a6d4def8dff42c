"""What the loop knows of a model: a request in, a stream of values out."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import field
from typing import Any, Protocol

from inara_engine.events import Progress, Stalled, TextDelta, ThinkingDelta
from inara_engine.frozen import frozen
from inara_engine.messages import Message, ToolCall, ToolSpec, Usage

__all__ = ["ModelEvent", "ModelRequest", "Provider", "Reply", "whole_reply"]


@frozen
class ModelRequest:
    """One model call. `model` is the server's own name for it; `extra` goes into the body as it is."""

    model: str
    messages: tuple[Message, ...]
    tools: tuple[ToolSpec, ...] = ()
    extra: dict[str, Any] = field(default_factory=dict[str, Any])


@frozen
class Reply:
    """The last value of a stream: everything that was said, whole.

    `calls` carry the server's ids as `provider_id`; their `call_id` is empty until the loop gives one.
    `opaque` belongs into the assistant's `Message` of this reply (see there).
    """

    text: str = ""
    thinking: str = ""
    calls: tuple[ToolCall, ...] = ()
    usage: Usage = Usage()
    finish: str = ""
    model: str = ""  # what the server says it was
    opaque: str = ""


ModelEvent = TextDelta | ThinkingDelta | Progress | Stalled | Reply


class Provider(Protocol):
    """A model's server, or something that plays one."""

    def stream(self, request: ModelRequest) -> AsyncGenerator[ModelEvent]:
        """Ask, and yield what comes; the last value is the `Reply`.

        An async generator: closing it closes the connection. Deltas are yielded once per read,
        not per token. Raises: ProviderError (what had been yielded stays valid).
        """
        ...

    async def aclose(self) -> None:
        """Give back connections."""
        ...


async def whole_reply(provider: Provider, request: ModelRequest) -> Reply:
    """Ask, and wait for the end; an empty `Reply` where the stream ended without one. Raises: ProviderError."""
    async with aclosing(provider.stream(request)) as stream:
        async for event in stream:
            if isinstance(event, Reply):
                return event
    return Reply()
