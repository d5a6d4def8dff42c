"""The OpenAI-compatible provider against a server that plays a script."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager
from typing import Any, cast

from inara_engine.errors import ProviderError
from inara_engine.messages import Message, ToolSpec
from inara_engine.providers.base import ModelEvent, ModelRequest
from inara_engine.providers.openai_compatible import OpenAICompatible
from tests.support.scripted_server import ScriptedServer, Turn, chunk, json_turn, sse
from tests.support.streams import everything

HELLO = ModelRequest("tiny", (Message("user", "Hello"),))
TOOL = ToolSpec("read_file", "Read a file.", {"type": "object", "properties": {"path": {"type": "string"}}})
PARTIAL = sse(chunk({"role": "assistant", "content": "par"}), chunk({"content": "tial"}))
MODELS = json_turn({"data": [{"id": "tiny"}, {"id": "large"}]})


@asynccontextmanager
async def provider_of(
    server: ScriptedServer, api_key: str | None = None, **options: Any
) -> AsyncIterator[OpenAICompatible]:
    provider = OpenAICompatible(server.base_url, api_key, config_id="local", **options)
    try:
        yield provider
    finally:
        await provider.aclose()


def events_of(provider: OpenAICompatible, request: ModelRequest = HELLO) -> aclosing[AsyncGenerator[ModelEvent, None]]:
    return aclosing(cast("AsyncGenerator[ModelEvent, None]", provider.stream(request)))


async def play(
    *turns: Turn, request: ModelRequest = HELLO, **options: Any
) -> tuple[list[ModelEvent], ProviderError | None]:
    async with (
        ScriptedServer(turns, pages={"/v1/models": MODELS}) as server,
        provider_of(server, **options) as provider,
    ):
        return await everything(provider, request)
