"""Turns of Gemini's stream for a `ScriptedServer`; the vendor's own client reads them too.

    turn = stream_turn([text("Hel")], [text("lo")], [call("read_file", {"path": "a"}, signature="c2ln")])

Each list is a chunk of parts; the last chunk carries the finish reason and the usage.
Format: https://ai.google.dev/api/generate-content#v1beta.GenerateContentResponse
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tests.support.scripted_server import Step, Turn, json_turn, sse

__all__ = ["USAGE", "blocked_turn", "call", "chunks", "error_body", "refused", "stream_turn", "text", "thought"]

USAGE = {
    "promptTokenCount": 112,
    "candidatesTokenCount": 7,
    "thoughtsTokenCount": 3,
    "cachedContentTokenCount": 100,
    "totalTokenCount": 122,
}

Part = dict[str, Any]


def text(words: str, signature: str = "") -> Part:
    return {"text": words, **({"thoughtSignature": signature} if signature else {})}


def thought(words: str) -> Part:
    return {"text": words, "thought": True}


def call(name: str, arguments: Mapping[str, Any], call_id: str = "", signature: str = "") -> Part:
    function = {"name": name, "args": dict(arguments), **({"id": call_id} if call_id else {})}
    return {"functionCall": function, **({"thoughtSignature": signature} if signature else {})}


def chunks(*groups: Sequence[Part], finish: str = "STOP", **end: Any) -> list[Step]:
    """The events of a reply, each its own HTTP chunk. `end` goes into the last candidate."""
    steps: list[Step] = []
    for place, parts in enumerate(groups, 1):
        candidate: dict[str, Any] = {"content": {"parts": list(parts), "role": "model"}, "index": 0}
        chunk: dict[str, Any] = {"candidates": [candidate], "modelVersion": "gemini-scripted", "responseId": "r1"}
        if place == len(groups) and finish:
            candidate |= {"finishReason": finish, **end}
            chunk["usageMetadata"] = USAGE
        steps.append(sse(chunk))
    return steps


def stream_turn(*groups: Sequence[Part], finish: str = "STOP", **end: Any) -> Turn:
    """A whole reply."""
    return Turn(chunks(*groups, finish=finish, **end))


def blocked_turn(reason: str) -> Turn:
    """The question was refused before an answer began."""
    return Turn([sse({"promptFeedback": {"blockReason": reason}, "usageMetadata": {"promptTokenCount": 4}})])


def error_body(code: int, status: str, message: str, *details: Mapping[str, Any]) -> dict[str, Any]:
    error: dict[str, Any] = {"code": code, "message": message, "status": status}
    if details:
        error["details"] = [dict(detail) for detail in details]
    return {"error": error}


def refused(code: int, status: str, message: str, *details: Mapping[str, Any], listed: bool = False) -> Turn:
    """An error answer; `listed`: inside a list, as the streaming method sends some."""
    body = error_body(code, status, message, *details)
    return json_turn([body] if listed else body, code)
