"""Laws of what reads the vendors' streams and commands: whatever comes, it ends in a reply or a clear error."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from inara_engine.errors import ProviderError
from inara_engine.messages import Message
from inara_engine.providers import anthropic_stream, gemini_stream, opaque
from inara_engine.providers.anthropic_wire import Dialect as AnthropicDialect
from inara_engine.providers.anthropic_wire import RequestEncoder as AnthropicEncoder
from inara_engine.providers.base import ModelRequest, Reply
from inara_engine.providers.command_line_output import CommandOutput
from inara_engine.providers.gemini_errors import complaint_error, read_gemini_complaint
from inara_engine.providers.gemini_wire import Dialect as GeminiDialect
from inara_engine.providers.gemini_wire import RequestEncoder as GeminiEncoder
from inara_engine.providers.openai_errors import Where
from tests.support.anthropic_server import message_steps, text, thinking, tool_use
from tests.support.gemini_server import call, chunks
from tests.support.gemini_server import text as gemini_text

WHERE = Where("127.0.0.1:1", label="Vendor", model="m")
NAMES = [
    "type",
    "index",
    "delta",
    "content_block",
    "text",
    "thinking",
    "signature",
    "partial_json",
    "id",
    "name",
    "input",
    "message",
    "usage",
    "stop_reason",
    "stop_details",
    "explanation",
    "error",
    "model",
    "candidates",
    "content",
    "parts",
    "functionCall",
    "args",
    "thought",
    "thoughtSignature",
    "finishReason",
    "finishMessage",
    "promptFeedback",
    "blockReason",
    "usageMetadata",
    "event",
    "tools",
    "subtype",
    "role",
    "result",
    "is_error",
    "status",
    "stats",
    "severity",
    "details",
    "retryDelay",
    "@type",
    "code",
    "input_tokens",
]
WORDS = [
    "content_block_start",
    "content_block_delta",
    "message_start",
    "message_delta",
    "message_stop",
    "error",
    "text",
    "thinking",
    "tool_use",
    "redacted_thinking",
    "text_delta",
    "thinking_delta",
    "input_json_delta",
    "signature_delta",
    "end_turn",
    "STOP",
    "SAFETY",
    "system",
    "init",
    "stream_event",
    "assistant",
    "result",
    "success",
    "x.RetryInfo",
    "5s",
    "�",
    "�",
]
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-1, 3) | st.floats() | st.sampled_from(WORDS) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=5),
    max_leaves=12,
)
PROPER: list[dict[str, Any]] = [
    json.loads(step.partition(b"data: ")[2])
    for step in (
        *message_steps(thinking("Hm", "s"), text("Hi"), tool_use("t", {"a": 1}), stop="tool_use"),
        *chunks([gemini_text("Hi", "s")], [call("t", {"a": 1}, signature="s")]),
    )
    if isinstance(step, bytes)
]
RANDOM = st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=6)
# Proper events in any order, with some of their values put out, among random ones.
SPOILT = st.builds(
    lambda event, key, value: {**event, key: value}, st.sampled_from(PROPER), st.sampled_from(NAMES), VALUES
)
WILD = st.lists(RANDOM | st.sampled_from(PROPER) | SPOILT, max_size=5)
EVENTS = WILD | st.builds(lambda at, wild: [*PROPER[:at], *wild, *PROPER[at:]], st.integers(0, len(PROPER)), WILD)


def lines(events: list[dict[str, Any]], before: str = "") -> bytes:
    return "".join(f"{before}{json.dumps(event)}\n\n" for event in events).encode()


def check(reply: Reply) -> None:
    """It can be stored, and said again to either vendor."""
    json.dumps(reply.opaque).encode()
    reply.text.encode()
    reply.thinking.encode()
    said = Message("assistant", reply.text, reply.thinking, reply.calls, opaque=reply.opaque)
    request = ModelRequest("m", (Message("user", "Go"), said))
    json.loads(AnthropicEncoder().body(request, AnthropicDialect()))
    json.loads(GeminiEncoder().body(request, GeminiDialect()))


@given(EVENTS, st.integers(1, 200))
def test_any_events_end_in_a_reply_or_a_clear_error(events: list[dict[str, Any]], step: int) -> None:
    stream = lines(events, "data: ")
    for assembler in (anthropic_stream.ReplyAssembler(WHERE), gemini_stream.ReplyAssembler(WHERE)):
        given_out = ""
        for at in range(0, len(stream), step):
            given_out += "".join(delta.text for delta in assembler.feed(stream[at : at + step]))
        given_out += "".join(delta.text for delta in assembler.feed_end())
        given_out.encode()
        with suppress(ProviderError):
            check(assembler.finish())


@given(EVENTS, st.integers(1, 200), st.booleans())
def test_any_output_of_a_command_is_read(events: list[dict[str, Any]], step: int, streams: bool) -> None:
    written = lines(events)
    output = CommandOutput(streams=streams)
    for at in range(0, len(written), step):
        for delta in output.feed(written[at : at + step]):
            delta.text.encode()
    output.feed_end()
    check(output.reply())


@given(VALUES)
def test_any_complaint_of_gemini_becomes_an_error(value: Any) -> None:
    error = complaint_error(read_gemini_complaint(json.dumps({"error": value}).encode()), WHERE, 400)
    assert error.message
    assert error.next_step


@given(st.text(max_size=40) | VALUES.map(lambda value: json.dumps({"anthropic": value, "gemini": value})))
def test_a_damaged_log_only_loses_the_signatures(kept: str) -> None:
    message = Message("assistant", "Hi", opaque=kept)
    for vendor in ("anthropic", "gemini"):
        assert "".join(part.text for part in opaque.parts_of(vendor, message) if part.kind == opaque.TEXT) == "Hi"
