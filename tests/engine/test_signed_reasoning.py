"""What a vendor signed comes back to it unchanged after a restart: through the log, the fold and the next request."""

from __future__ import annotations

from contextlib import aclosing

import pytest

from inara_engine.events import (
    DurableEvent,
    ModelAsked,
    ModelFinished,
    TaskSubmitted,
    ToolFinished,
    ToolStarted,
    decode,
)
from inara_engine.folding import fold
from inara_engine.providers.anthropic import Anthropic
from inara_engine.providers.base import ModelRequest, Provider, Reply
from inara_engine.providers.gemini import Gemini
from tests.support import anthropic_server, gemini_server
from tests.support.scripted_server import ScriptedServer

SIGNED = {
    "anthropic": anthropic_server.message_turn(
        anthropic_server.thinking("Look.", "c2lnbmVk"),
        anthropic_server.text("Let me see."),
        anthropic_server.tool_use("read_file", {"path": "a"}),
        stop="tool_use",
    ),
    "gemini": gemini_server.stream_turn(
        [gemini_server.text("Let me see.")],
        [gemini_server.call("read_file", {"path": "a"}, signature="c2lnbmVk")],
    ),
}
ANSWER = {
    "anthropic": anthropic_server.message_turn(anthropic_server.text("Done.")),
    "gemini": gemini_server.stream_turn([gemini_server.text("Done.")]),
}


async def ask(provider: Provider, request: ModelRequest) -> Reply:
    async with aclosing(provider.stream(request)) as events:
        reply = [made async for made in events][-1]
    assert isinstance(reply, Reply)
    return reply


@pytest.mark.parametrize("vendor", SIGNED)
async def test_signatures_survive_the_log(vendor: str) -> None:
    async with ScriptedServer([SIGNED[vendor], ANSWER[vendor]]) as server:
        provider = (Anthropic if vendor == "anthropic" else Gemini)(f"http://127.0.0.1:{server.port}", "key")
        asked = TaskSubmitted(text="Read a.")
        reply = await ask(provider, ModelRequest("m", fold([asked]).messages))
        (call,) = (call.model_copy(update={"call_id": "c1"}) for call in reply.calls)
        rows: list[DurableEvent] = [
            asked,
            ModelAsked(round=1, model="m"),
            ModelFinished(text=reply.text, thinking=reply.thinking, calls=(call,), opaque=reply.opaque),
            ToolStarted(call_id="c1"),
            ToolFinished(call_id="c1", outcome="ok", output="What a holds."),
        ]
        after_restart = fold(decode(row.model_dump_json()) for row in rows)
        await ask(provider, ModelRequest("m", after_restart.messages))
        await provider.aclose()
        sent = server.requests[1].json
    if vendor == "anthropic":
        first, *_ = sent["messages"][1]["content"]
        assert first == {"type": "thinking", "thinking": "Look.", "signature": "c2lnbmVk"}
    else:
        assert sent["contents"][1]["parts"][1]["thoughtSignature"] == "c2lnbmVk"
