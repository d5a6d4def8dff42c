"""A request in the wire form of OpenAI-compatible servers.

The format: https://platform.openai.com/docs/api-reference/chat/create. Each message is serialised
once and kept beside its value (`Message.encoded`), so that a round costs what it adds and not what
the conversation is long.
"""

from __future__ import annotations

import hashlib
import json
import re
import string
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final, Literal

from inara_engine.frozen import frozen
from inara_engine.messages import Message, ToolCall
from inara_engine.providers.base import ModelRequest
from inara_engine.providers.encoding import ToolsEncoder, dump, function_tools, is_heavy

__all__ = ["Dialect", "RequestEncoder", "nine_character_id"]

_OURS = frozenset({"model", "messages", "tools", "stream", "stream_options", "return_progress"})
_ID_ALPHABET = string.ascii_letters + string.digits
_LONGEST_ID = 40  # characters; OpenAI refuses a longer one, as other servers make them
_NO_NAME: Final = re.compile(r"[^A-Za-z0-9_-]")
_ARGUMENTS: Final = json.JSONEncoder(ensure_ascii=False)


@frozen
class Dialect:
    """What one server wants different from the others, learnt from its refusals.

    `reasoning`: in which assistant messages it is sent back (DeepSeek's contract changed several
    times: https://api-docs.deepseek.com/guides/thinking_mode).
    """

    stream: bool = True
    usage_in_stream: bool = True
    progress: bool = False  # llama.cpp's return_progress
    short_ids: bool = False  # Mistral: exactly nine letters and digits
    reasoning: Literal["always", "with_calls", "never"] = "with_calls"

    @property
    def message_key(self) -> str:
        """Names the wire form of a message in `Message.encoded`."""
        return f"openai:{self.reasoning}{':short' if self.short_ids else ''}"


class RequestEncoder:
    """Makes request bodies."""

    def __init__(self) -> None:
        self._tools = ToolsEncoder(function_tools)

    def body(self, request: ModelRequest, dialect: Dialect) -> bytes:
        """The request as JSON. What is ours to say (`messages`, `stream`, …) `extra` can't replace."""
        head: dict[str, Any] = {"model": request.model, "stream": dialect.stream}
        if dialect.stream and dialect.usage_in_stream:
            head["stream_options"] = {"include_usage": True}
        if dialect.stream and dialect.progress:
            head["return_progress"] = True
        head.update({key: value for key, value in request.extra.items() if key not in _OURS})
        key = dialect.message_key
        messages = b",".join(_each_message(request.messages, key, dialect))
        tools = b',"tools":' + self._tools(request.tools) if request.tools else b""
        return b"".join((dump(head)[:-1], b',"messages":[', messages, b"]", tools, b"}"))

    def is_heavy(self, request: ModelRequest, dialect: Dialect) -> bool:
        """Whether making the body takes longer than the loop can spare."""
        return is_heavy(request, dialect.message_key)


def nine_character_id(provider_id: str) -> str:
    """The same nine letters and digits for the same id; an id of that form stays as it is."""
    if re.fullmatch(r"[A-Za-z0-9]{9}", provider_id):
        return provider_id
    number = int.from_bytes(hashlib.sha256(provider_id.encode("utf-8", "replace")).digest()[:8])
    letters: list[str] = []
    for _ in range(9):
        number, letter = divmod(number, len(_ID_ALPHABET))
        letters.append(_ID_ALPHABET[letter])
    return "".join(letters)


def _each_message(messages: Sequence[Message], key: str, dialect: Dialect) -> list[bytes]:
    """The messages on the wire. A tool's message can't hold pictures here: the person shows them after the results."""
    encoded: list[bytes] = []
    shown: Message | None = None
    for message in messages:
        if shown is not None and message.role != "tool":
            encoded.append(_pictures(shown, key))
            shown = None
        encoded.append(message.encoded.get(key) or _encoded(message, key, dialect))
        if message.role == "tool" and message.images:
            images = shown.images + message.images if shown is not None else message.images
            shown = message if images is message.images else replace(message, images=images, encoded={})
    return [*encoded, _pictures(shown, key)] if shown is not None else encoded


def _pictures(result: Message, key: str) -> bytes:
    """The pictures of tools' results as a message of their own, kept as all messages are."""
    place = f"{key}:pictures"
    if (known := result.encoded.get(place)) is None:
        shown = Message("user", "[Pictures from the tools' results]", images=result.images)
        known = result.encoded[place] = dump({"role": "user", "content": _content(shown)})
    return known


def _encoded(message: Message, key: str, dialect: Dialect) -> bytes:
    encoded = message.encoded[key] = dump(_wire(message, dialect))
    return encoded


def _wire(message: Message, dialect: Dialect) -> dict[str, Any]:
    if message.role == "tool":
        return {"role": "tool", "tool_call_id": _id(message.call_id, dialect), "content": message.text}
    if message.role != "assistant":
        return {"role": message.role, "content": _content(message)}
    # "" beside tool calls: null is refused by some chat templates.
    wire: dict[str, Any] = {"role": "assistant", "content": message.text}
    if message.reasoning and (dialect.reasoning == "always" or (dialect.reasoning == "with_calls" and message.calls)):
        wire["reasoning_content"] = message.reasoning
    if message.calls:
        wire["tool_calls"] = [_call(call, dialect) for call in message.calls]
    return wire


def _content(message: Message) -> str | list[dict[str, Any]]:
    """A plain string unless there are pictures: some servers refuse parts. Pictures go inline."""
    if not message.images:
        return message.text
    parts: list[dict[str, Any]] = [{"type": "text", "text": message.text}] if message.text else []
    parts.extend(
        {"type": "image_url", "image_url": {"url": f"data:{image.media_type};base64,{image.data}"}}
        for image in message.images
    )
    return parts


def _call(call: ToolCall, dialect: Dialect) -> dict[str, Any]:
    """A call of the history. Arguments that were broken are sent as {}: servers fail on broken JSON."""
    name = _NO_NAME.sub("_", call.name)[:64] or "unnamed"
    arguments = _ARGUMENTS.encode(call.arguments)
    return {
        "id": _id(call.provider_id, dialect),
        "type": "function",
        "function": {"name": name, "arguments": arguments},
    }


def _id(provider_id: str, dialect: Dialect) -> str:
    short = dialect.short_ids or len(provider_id) > _LONGEST_ID
    return nine_character_id(provider_id) if short else provider_id
