"""The vendor's own client as the reference: same server, same conversation, so what it sends and reads must be ours.

Inara speaks the wire format itself (see `hosted`); this is what proves that it is the format. We ask for
the interface's version 2023-06-01, the client for 2026-10-21; for what we send they are the same, but that
the newer one refuses `temperature`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import aclosing
from typing import Any

import anthropic
import pytest

from inara_engine.errors import ContextTooLong, ProviderError, RateLimited, Rejected, Unavailable
from inara_engine.messages import Image, Message, ToolCall, ToolSpec
from inara_engine.providers.anthropic import Anthropic
from inara_engine.providers.base import ModelRequest, Reply
from tests.support.anthropic_server import (
    error_body,
    event,
    message_steps,
    message_turn,
    redacted,
    refused,
    text,
    thinking,
    tool_use,
)
from tests.support.scripted_server import ScriptedServer, Turn

KEY = "sk-ant-0123456789"
CACHED = {"type": "ephemeral"}
HELLO: dict[str, Any] = {"model": "claude-x", "max_tokens": 32000, "messages": [{"role": "user", "content": "Hi"}]}


@pytest.fixture
async def reference() -> AsyncIterator[Callable[[ScriptedServer], anthropic.AsyncAnthropic]]:
    made: list[anthropic.AsyncAnthropic] = []

    def of(server: ScriptedServer) -> anthropic.AsyncAnthropic:
        made.append(anthropic.AsyncAnthropic(api_key=KEY, base_url=f"http://127.0.0.1:{server.port}", max_retries=0))
        return made[-1]

    yield of
    for client in made:
        await client.close()


async def ours(server: ScriptedServer, request: ModelRequest) -> Reply:
    provider = Anthropic(f"http://127.0.0.1:{server.port}", KEY)
    try:
        async with aclosing(provider.stream(request)) as events:
            reply = [made async for made in events][-1]
    finally:
        await provider.aclose()
    assert isinstance(reply, Reply)
    return reply


REPLIES = {
    "text": message_turn(text("Hel", "lo ", "ü😀")),
    "thinking and calls": message_turn(
        thinking("Look.", "c2lnMQ=="), redacted("ZW5j"), text("Let me see."),
        tool_use("read_file", {"path": "ü"}, "x"), thinking("Then.", "c2lnMg=="), tool_use("now", {}, "y"), stop="tool_use",
    ),
    "cut by length": message_turn(text("Once"), stop="max_tokens"),
}  # fmt: skip


@pytest.mark.parametrize("name", REPLIES)
async def test_what_the_vendors_client_reads_from_a_stream_is_what_we_read(name: str, reference: Any) -> None:
    async with ScriptedServer([REPLIES[name], REPLIES[name]]) as server:
        async with reference(server).messages.stream(**HELLO) as stream:
            theirs = await stream.get_final_message()
        reply = await ours(server, ModelRequest("claude-x", (Message("user", "Hi"),)))
    blocks = [block.model_dump(exclude_none=True) for block in theirs.content]
    assert reply.text == "".join(block["text"] for block in blocks if block["type"] == "text")
    assert reply.thinking == "".join(block["thinking"] for block in blocks if block["type"] == "thinking")
    assert [(call.provider_id, call.name, call.arguments) for call in reply.calls] == [
        (block["id"], block["name"], block["input"]) for block in blocks if block["type"] == "tool_use"
    ]
    assert (reply.finish, reply.model) == (theirs.stop_reason, theirs.model)
    assert reply.usage.completion_tokens == theirs.usage.output_tokens
    assert reply.usage.cached_tokens == theirs.usage.cache_read_input_tokens
    assert reply.usage.prompt_tokens == (
        theirs.usage.input_tokens + theirs.usage.cache_creation_input_tokens + theirs.usage.cache_read_input_tokens
    )
    if name == "thinking and calls":  # what we keep to send back is the vendor's content, block by block
        said = Message("assistant", reply.text, reply.thinking, reply.calls, opaque=reply.opaque)
        async with ScriptedServer([REPLIES["text"]]) as server:
            await ours(server, ModelRequest("claude-x", (Message("user", "Hi"), said)))
            assert server.requests[0].json["messages"][1]["content"] == blocks


async def test_the_vendors_client_sends_the_request_we_send(reference: Any) -> None:
    tools = (ToolSpec("read_file", "Read a file.", {"type": "object", "properties": {"path": {"type": "string"}}}),)
    calls = tuple(
        ToolCall(call_id="", provider_id=call_id, name="read_file", arguments={"path": call_id}) for call_id in "xy"
    )
    messages = (
        Message("system", "Be kind."),
        Message("user", "What is this?", images=(Image(media_type="image/png", data="aGk="),)),
        Message("assistant", "Let me see.", calls=calls),
        Message("tool", "one", call_id="x"),
        Message("tool", "two", call_id="y", images=(Image(media_type="image/png", data="aGk="),)),
        Message("user", "And?"),
    )
    async with ScriptedServer([REPLIES["text"], REPLIES["text"]]) as server:
        await ours(server, ModelRequest("claude-x", messages, tools, {"temperature": 0.5, "max_tokens": 99}))
        async with reference(server).messages.stream(
            model="claude-x",
            max_tokens=99,
            extra_body={"temperature": 0.5},
            system=[{"type": "text", "text": "Be kind.", "cache_control": CACHED}],
            tools=[{"name": "read_file", "description": "Read a file.", "input_schema": tools[0].parameters, "cache_control": CACHED}],
            messages=[
                {"role": "user", "content": [
                    {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": "aGk="}},
                    {"type": "text", "text": "What is this?", "cache_control": CACHED},
                ]},
                {"role": "assistant", "content": [
                    {"type": "text", "text": "Let me see."},
                    {"type": "tool_use", "id": "x", "name": "read_file", "input": {"path": "x"}},
                    {"type": "tool_use", "id": "y", "name": "read_file", "input": {"path": "y"}},
                ]},
                {"role": "user", "content": [
                    {"type": "tool_result", "tool_use_id": "x", "content": "one"},
                    {"type": "tool_result", "tool_use_id": "y", "content": [
                        {"type": "text", "text": "two"},
                        {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": "aGk="}},
                    ]},
                    {"type": "text", "text": "And?", "cache_control": CACHED},
                ]},
            ],
        ) as stream:  # fmt: skip
            await stream.until_done()
        mine, theirs = server.requests
    assert mine.json == theirs.json
    assert (mine.method, mine.path) == (theirs.method, theirs.path.partition("?")[0])
    assert mine.headers["content-type"] == theirs.headers["content-type"]


@pytest.mark.parametrize(
    ("turn", "theirs", "mine"),
    [
        (refused(401, "authentication_error", "invalid x-api-key"), anthropic.AuthenticationError, Rejected),
        (refused(403, "permission_error", "No"), anthropic.PermissionDeniedError, Rejected),
        (refused(404, "not_found_error", "model: claude-x"), anthropic.NotFoundError, Rejected),
        (refused(413, "request_too_large", "Too large"), anthropic.APIStatusError, ContextTooLong),
        (refused(429, "rate_limit_error", "Slow down", retry_after="7"), anthropic.RateLimitError, RateLimited),
        (refused(500, "api_error", "Internal"), anthropic.InternalServerError, Unavailable),
        (refused(529, "overloaded_error", "Overloaded"), anthropic.InternalServerError, Unavailable),
        (
            Turn(
                [
                    *message_steps(text("So far"), stop=None),
                    event("error", **error_body("overloaded_error", "Overloaded")),
                ]
            ),
            anthropic.APIStatusError,
            Unavailable,
        ),
    ],
)
async def test_what_the_vendors_client_takes_for_an_error_we_do(
    turn: Turn, theirs: type[Exception], mine: type[ProviderError], reference: Any
) -> None:
    async with ScriptedServer([turn, turn]) as server:
        with pytest.raises(theirs):
            async with reference(server).messages.stream(**HELLO) as stream:
                await stream.until_done()
        with pytest.raises(mine):
            await ours(server, ModelRequest("claude-x", (Message("user", "Hi"),)))
