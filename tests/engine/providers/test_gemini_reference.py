"""The vendor's own client as the reference: same server, same conversation, so what it sends and reads must be ours.

Inara speaks the wire format itself (see `hosted`); this is what proves that it is the format.
"""

from __future__ import annotations

import base64
import re
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, aclosing
from typing import Any

import httpx
import pytest
from google import genai
from google.genai import errors, types

from inara_engine.errors import ProviderError, RateLimited, Rejected, Unavailable
from inara_engine.messages import Image, Message, ToolCall, ToolSpec
from inara_engine.providers.base import ModelRequest, Reply
from inara_engine.providers.gemini import Gemini
from inara_engine.providers.gemini_schema import gemini_schema
from tests.support.gemini_server import call, refused, stream_turn, text, thought
from tests.support.scripted_server import ScriptedServer, Turn

KEY = "AIzaSy0123456789"
SCHEMA = {
    "type": "object",
    "properties": {
        "path": {"type": "string", "description": "Which file."},
        "lines": {"anyOf": [{"type": "integer"}, {"type": "null"}], "default": None},
    },
    "required": ["path"],
    "additionalProperties": False,
}


@pytest.fixture
async def reference() -> AsyncIterator[Callable[[ScriptedServer], genai.Client]]:
    """The vendor's client for a server, on the interface's version that we speak."""
    async with AsyncExitStack() as stack:

        def of(server: ScriptedServer) -> genai.Client:
            over = httpx.AsyncClient(trust_env=False)
            stack.push_async_callback(over.aclose)
            url = f"http://127.0.0.1:{server.port}"
            options = types.HttpOptions(base_url=url, api_version="v1beta", httpx_async_client=over)
            return genai.Client(api_key=KEY, http_options=options)

        yield of


async def ours(server: ScriptedServer, request: ModelRequest) -> Reply:
    provider = Gemini(f"http://127.0.0.1:{server.port}", KEY)
    try:
        async with aclosing(provider.stream(request)) as events:
            reply = [made async for made in events][-1]
    finally:
        await provider.aclose()
    assert isinstance(reply, Reply)
    return reply


async def their_parts(client: genai.Client, **request: Any) -> tuple[list[types.Part], types.GenerateContentResponse]:
    """All parts of a streamed answer, and its last chunk."""
    parts: list[types.Part] = []
    last = types.GenerateContentResponse()
    async for last in await client.aio.models.generate_content_stream(model="gemini-x", **request):
        content = last.candidates[0].content if last.candidates else None
        parts += (content.parts or []) if content else []
    return parts, last


def camel_case(value: Any) -> Any:
    """The vendor's client writes some names like `mime_type`; its server takes both spellings for the same."""
    if isinstance(value, dict):
        return {
            re.sub(r"_([a-z])", lambda found: found[1].upper(), key): camel_case(inner) for key, inner in value.items()
        }
    return [camel_case(inner) for inner in value] if isinstance(value, list) else value


REPLIES = {
    "text": stream_turn([text("Hel")], [text("lo "), text("ü😀")]),
    "thinking and calls": stream_turn(
        [thought("Look.")], [text("Let me see.")], [text("", "dGV4dA==")],
        [call("read_file", {"path": "ü"}, "x", "c2ln"), call("now", {}, "y")],
    ),
    "cut by length": stream_turn([text("Once")], finish="MAX_TOKENS"),
}  # fmt: skip


@pytest.mark.parametrize("name", REPLIES)
async def test_what_the_vendors_client_reads_from_a_stream_is_what_we_read(name: str, reference: Any) -> None:
    async with ScriptedServer([REPLIES[name], REPLIES[name]]) as server:
        parts, last = await their_parts(reference(server), contents="Hi")
        reply = await ours(server, ModelRequest("gemini-x", (Message("user", "Hi"),)))
    assert reply.text == "".join(part.text for part in parts if part.text and not part.thought)
    assert reply.thinking == "".join(part.text for part in parts if part.text and part.thought)
    assert [(made.provider_id, made.name, made.arguments) for made in reply.calls] == [
        (part.function_call.id, part.function_call.name, part.function_call.args)
        for part in parts
        if part.function_call
    ]
    assert last.candidates
    assert last.usage_metadata
    assert (reply.finish, reply.model) == (last.candidates[0].finish_reason, last.model_version)
    assert reply.usage.prompt_tokens == last.usage_metadata.prompt_token_count
    assert reply.usage.cached_tokens == last.usage_metadata.cached_content_token_count
    if name == "thinking and calls":  # what we keep to send back carries the vendor's signatures on the same parts
        said = Message("assistant", reply.text, reply.thinking, reply.calls, opaque=reply.opaque)
        async with ScriptedServer([REPLIES["text"]]) as server:
            await ours(server, ModelRequest("gemini-x", (Message("user", "Hi"), said)))
            sent = server.requests[0].json["contents"][1]["parts"]
        assert [part.get("thoughtSignature", "") for part in sent] == [
            base64.b64encode(part.thought_signature or b"").decode() for part in parts if not part.thought
        ]


async def test_the_vendors_client_sends_the_request_we_send(reference: Any) -> None:
    spec = ToolSpec("read_file", "Read a file.", SCHEMA)
    made = ToolCall(call_id="", provider_id="x", name="read_file", arguments={"path": "a"})
    messages = (
        Message("system", "Be kind."),
        Message("user", "What is this?", images=(Image(media_type="image/png", data="aGk="),)),
        Message("assistant", "Let me see.", calls=(made,), opaque='{"gemini":[["text",11,""],["call",0,"c2ln"]]}'),
        Message("tool", "one", call_id="x", images=(Image(media_type="image/png", data="aGk="),)),
        Message("user", "And?"),
    )
    contents = [
        types.Content(role="user", parts=[types.Part(inline_data=types.Blob(data=b"hi", mime_type="image/png")), types.Part(text="What is this?")]),
        types.Content(role="model", parts=[
            types.Part(text="Let me see."),
            types.Part(function_call=types.FunctionCall(id="x", name="read_file", args={"path": "a"}), thought_signature=b"sig"),
        ]),
        types.Content(role="user", parts=[
            types.Part(function_response=types.FunctionResponse(id="x", name="read_file", response={"output": "one"})),
            types.Part(inline_data=types.Blob(data=b"hi", mime_type="image/png")),
        ]),
        types.Content(role="user", parts=[types.Part(text="And?")]),
    ]  # fmt: skip
    config = types.GenerateContentConfig(
        system_instruction="Be kind.",
        temperature=0.5,
        thinking_config=types.ThinkingConfig(include_thoughts=True),
        tools=[
            types.Tool(
                function_declarations=[
                    types.FunctionDeclaration(
                        name="read_file",
                        description="Read a file.",
                        parameters=types.Schema.model_validate(gemini_schema(SCHEMA)),
                    )
                ]
            )
        ],
    )
    async with ScriptedServer([REPLIES["text"], REPLIES["text"]]) as server:
        await ours(server, ModelRequest("gemini-x", messages, (spec,), {"temperature": 0.5}))
        await their_parts(reference(server), contents=contents, config=config)
        mine, theirs = server.requests
    assert mine.json == camel_case(theirs.json)
    assert (mine.method, mine.path) == (theirs.method, theirs.path)
    for header in ("x-goog-api-key", "content-type"):
        assert mine.headers[header] == theirs.headers[header]


def test_the_vendors_own_schema_type_knows_every_word_we_send() -> None:
    """It refuses unknown words, as the server does."""
    made = gemini_schema(SCHEMA)
    assert types.Schema.model_validate(made).properties
    with pytest.raises(ValueError, match="additional_words"):
        types.Schema.model_validate({**(made or {}), "additional_words": 1})


@pytest.mark.parametrize(
    ("turn", "theirs", "mine"),
    [
        (refused(400, "INVALID_ARGUMENT", "API key not valid."), errors.ClientError, Rejected),
        (refused(404, "NOT_FOUND", "models/gemini-x is not found"), errors.ClientError, Rejected),
        (refused(429, "RESOURCE_EXHAUSTED", "Quota exceeded"), errors.ClientError, RateLimited),
        (refused(500, "INTERNAL", "Internal error"), errors.ServerError, Unavailable),
        (refused(503, "UNAVAILABLE", "The model is overloaded."), errors.ServerError, Unavailable),
    ],
)
async def test_what_the_vendors_client_takes_for_an_error_we_do(
    turn: Turn, theirs: type[Exception], mine: type[ProviderError], reference: Any
) -> None:
    async with ScriptedServer([turn] * 2) as server:
        with pytest.raises(mine):
            await ours(server, ModelRequest("gemini-x", (Message("user", "Hi"),)))
        with pytest.raises(theirs):
            await their_parts(reference(server), contents="Hi")
