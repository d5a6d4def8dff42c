"""Turns of Anthropic's Messages stream for a `ScriptedServer`; the vendor's own client reads them too.

    turn = message_turn(thinking("Hm.", "c2ln"), text("Hel", "lo"), tool_use("read_file", {"path": "a"}))

Format: https://platform.claude.com/docs/en/build-with-claude/streaming
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.support.scripted_server import Step, Turn, json_turn

__all__ = [
    "Block",
    "error_body",
    "event",
    "message_steps",
    "message_turn",
    "redacted",
    "refused",
    "text",
    "thinking",
    "tool_use",
]


@dataclass(frozen=True, slots=True)
class Block:
    """A content block: how it starts, and the deltas that follow."""

    start: Mapping[str, Any]
    deltas: tuple[Mapping[str, Any], ...] = ()


def text(*pieces: str) -> Block:
    return Block({"type": "text", "text": ""}, tuple({"type": "text_delta", "text": piece} for piece in pieces))


def thinking(words: str, signature: str) -> Block:
    deltas = ({"type": "thinking_delta", "thinking": words}, {"type": "signature_delta", "signature": signature})
    return Block({"type": "thinking", "thinking": "", "signature": ""}, deltas)


def redacted(data: str) -> Block:
    return Block({"type": "redacted_thinking", "data": data})


def tool_use(name: str, arguments: Mapping[str, Any] | str, call_id: str = "toolu_a") -> Block:
    """A call; arguments given as a str are sent as they are. They come in two fragments."""
    raw = arguments if isinstance(arguments, str) else json.dumps(arguments)
    half = len(raw) // 2
    deltas = tuple({"type": "input_json_delta", "partial_json": piece} for piece in ("", raw[:half], raw[half:]))
    return Block({"type": "tool_use", "id": call_id, "name": name, "input": {}}, deltas)


def event(kind: str, **fields: Any) -> bytes:
    """One event of the stream."""
    return f"event: {kind}\ndata: {json.dumps({'type': kind, **fields})}\n\n".encode()


def message_steps(*blocks: Block, stop: str | None = "end_turn", **end: Any) -> list[Step]:
    """The events of a reply, each its own chunk. `end` goes into the delta that carries the stop reason."""
    usage = {
        "input_tokens": 12,
        "cache_creation_input_tokens": 100,
        "cache_read_input_tokens": 1000,
        "output_tokens": 1,
    }
    message = {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": "claude-scripted",
        "content": [],
        "stop_reason": None,
        "stop_sequence": None,
        "usage": usage,
    }
    steps: list[Step] = [event("message_start", message=message), event("ping")]
    for index, block in enumerate(blocks):
        steps.append(event("content_block_start", index=index, content_block=block.start))
        steps += [event("content_block_delta", index=index, delta=delta) for delta in block.deltas]
        steps.append(event("content_block_stop", index=index))
    if stop:
        delta = {"stop_reason": stop, "stop_sequence": None, **end}
        steps += [event("message_delta", delta=delta, usage={"output_tokens": 7}), event("message_stop")]
    return steps


def message_turn(*blocks: Block, stop: str = "end_turn", **end: Any) -> Turn:
    """A whole reply."""
    return Turn(message_steps(*blocks, stop=stop, **end))


def error_body(kind: str, message: str) -> dict[str, Any]:
    return {"type": "error", "error": {"type": kind, "message": message}, "request_id": "req_1"}


def refused(status: int, kind: str, message: str, **headers: str) -> Turn:
    """An error answer. Header names are given with underscores."""
    return json_turn(error_body(kind, message), status, **headers)
