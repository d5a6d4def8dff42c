"""A request in Ollama's own wire form, and its answer's lines as the chunks that `openai_stream` puts together.

https://docs.ollama.com/api/chat — used instead of /v1 because only here the context can be named (`num_ctx`) and
cutting refused (`truncate`, `shift`): on /v1 Ollama drops the oldest words of what does not fit, and says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from inara_engine.messages import Image, Message, ToolCall
from inara_engine.providers.base import ModelRequest
from inara_engine.providers.encoding import ToolsEncoder, dump, function_tools, is_heavy
from inara_engine.providers.openai_errors import as_object

__all__ = ["RequestEncoder", "chunk_of"]

_KEY = "ollama"  # names the wire form of a message in `Message.encoded`
_OURS = frozenset({"model", "messages", "tools", "stream", "stream_options", "options", "truncate", "shift"})
_OPTIONS = {"max_tokens": "num_predict", "max_completion_tokens": "num_predict"}  # OpenAI's name and Ollama's
_BESIDE = frozenset({"format", "keep_alive", "think"})  # what Ollama wants beside `options`


class RequestEncoder:
    """Makes request bodies."""

    def __init__(self) -> None:
        self._tools = ToolsEncoder(function_tools)

    def body(self, request: ModelRequest, num_ctx: int) -> bytes:
        """The request as JSON; `num_ctx` is the context it is answered in, whatever `extra` says."""
        head = {"model": request.model, "stream": True, "truncate": False, "shift": False, **_settings(request.extra)}
        head["options"] = {**_options(request.extra), "num_ctx": num_ctx}
        messages = b",".join(_each_message(request.messages))
        tools = b',"tools":' + self._tools(request.tools) if request.tools else b""
        return b"".join((dump(head)[:-1], b',"messages":[', messages, b"]", tools, b"}"))

    def is_heavy(self, request: ModelRequest) -> bool:
        """Whether making the body takes longer than the loop can spare."""
        return is_heavy(request, _KEY)


def chunk_of(line: Mapping[str, Any], calls: Iterator[int]) -> dict[str, Any]:
    """One line of the answer as a chunk of OpenAI's form. An `error` stays one: it comes under status 200.

    Calls come whole, mostly without an id: `calls` numbers them, so that none is taken for more of the one before.
    """
    if line.get("error"):
        return {"error": line["error"]}
    message = as_object(line.get("message")) or {}
    if isinstance(asked := message.get("tool_calls"), list):
        made = [as_object(call) for call in cast("list[object]", asked)]
        message = {**message, "tool_calls": [{**call, "index": next(calls)} for call in made if call]}
    choice: dict[str, Any] = {"index": 0, "delta": message}
    chunk: dict[str, Any] = {"model": line.get("model"), "choices": [choice]}
    if line.get("done") is True:
        choice["finish_reason"] = line.get("done_reason") or "stop"
        chunk["usage"] = {"prompt_tokens": line.get("prompt_eval_count"), "completion_tokens": line.get("eval_count")}
    return chunk


def _settings(extra: Mapping[str, Any]) -> dict[str, Any]:
    """What of `extra` stands beside the options; OpenAI's names for it are understood."""
    said = {key: value for key, value in extra.items() if key in _BESIDE}
    if (wanted := as_object(extra.get("response_format"))) is not None:
        schema = as_object(as_object(wanted.get("json_schema")) or {})
        said.setdefault("format", (schema or {}).get("schema", "json"))
    if isinstance(effort := extra.get("reasoning_effort"), str):
        said.setdefault("think", False if effort == "none" else effort)
    return said


def _options(extra: Mapping[str, Any]) -> dict[str, Any]:
    """What of `extra` is an option of the model (`temperature`, `top_p`, `seed`, `stop`, …)."""
    left_out = _OURS | _BESIDE | {"response_format", "reasoning_effort"}
    plain = {_OPTIONS.get(key, key): value for key, value in extra.items() if key not in left_out}
    return {**plain, **(as_object(extra.get("options")) or {})}


def _each_message(messages: Iterable[Message]) -> list[bytes]:
    """The messages on the wire. Pictures of tools' results are shown by the person, after all results of the round."""
    encoded: list[bytes] = []
    names: dict[str, str] = {}  # of the tools, by call
    shown: tuple[Image, ...] = ()
    for message in messages:
        if shown and message.role != "tool":
            encoded.append(_pictures(shown))
            shown = ()
        names.update((call.provider_id, call.name) for call in message.calls)
        known = message.encoded.get(_KEY)
        if known is None:
            known = message.encoded[_KEY] = dump(_wire(message, names.get(message.call_id, "")))
        encoded.append(known)
        if message.role == "tool":
            shown += message.images
    return [*encoded, _pictures(shown)] if shown else encoded


def _wire(message: Message, tool: str) -> dict[str, Any]:
    wire: dict[str, Any] = {"role": message.role, "content": message.text}
    if message.role == "tool":
        return {**wire, "tool_name": tool, "tool_call_id": message.call_id}
    if message.images:
        wire["images"] = [image.data for image in message.images]
    if message.calls:
        wire["tool_calls"] = [_call(call) for call in message.calls]
        if message.reasoning:
            wire["thinking"] = message.reasoning
    return wire


def _call(call: ToolCall) -> dict[str, Any]:
    """A call of the history. Arguments are an object here; those that were broken are sent as none."""
    return {"id": call.provider_id, "function": {"name": call.name, "arguments": call.arguments}}


def _pictures(images: tuple[Image, ...]) -> bytes:
    said = Message("user", "[Pictures from the tools' results]", images=images)
    return dump(_wire(said, ""))
