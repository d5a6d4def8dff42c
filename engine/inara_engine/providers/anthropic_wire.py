"""A request in the wire form of Anthropic's Messages.

The format: https://platform.claude.com/docs/en/api/messages. Each message's blocks are serialised once
and kept beside its value (`Message.encoded`). Three places are marked for the vendor's cache, so that a
round pays in full only for what it adds: the tools, the system prompt, and the newest two turns of the
person's side (https://platform.claude.com/docs/en/build-with-claude/prompt-caching).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from inara_engine.frozen import frozen
from inara_engine.messages import Image, Message, ToolSpec
from inara_engine.providers import opaque
from inara_engine.providers.base import ModelRequest
from inara_engine.providers.encoding import ToolsEncoder, dump, is_heavy

__all__ = ["ANTHROPIC", "Dialect", "RequestEncoder"]

ANTHROPIC = "anthropic"  # names our entry in `Message.opaque`
_OURS = frozenset({"model", "messages", "system", "tools", "stream"})
_MARK = b',"cache_control":{"type":"ephemeral"}}'
_MAX_TOKENS = 32_000  # the interface wants a number; models that write less say so once


@frozen
class Dialect:
    """What a model was found to want different. `thinking` false: neither asked for nor sent back."""

    max_tokens: int = _MAX_TOKENS
    thinking: bool = True

    @property
    def message_key(self) -> str:
        """Names the wire form of a message in `Message.encoded`."""
        return "anthropic" if self.thinking else "anthropic:plain"


class RequestEncoder:
    """Makes request bodies."""

    def __init__(self) -> None:
        self._tools = ToolsEncoder(_tools)

    def body(self, request: ModelRequest, dialect: Dialect) -> bytes:
        """The request as JSON. What is ours to say (`messages`, `system`, …) `extra` can't replace."""
        head: dict[str, Any] = {"model": request.model, "max_tokens": dialect.max_tokens, "stream": True}
        head.update({key: value for key, value in request.extra.items() if key not in _OURS})
        if not dialect.thinking:
            head.pop("thinking", None)
        parts = [dump(head)[:-1]]
        if system := _system(request.messages):
            parts += [b',"system":[', system, b"]"]
        parts += [b',"messages":[', _turns(request.messages, dialect), b"]"]
        if request.tools:
            parts += [b',"tools":', self._tools(request.tools)]
        return b"".join((*parts, b"}"))

    def is_heavy(self, request: ModelRequest, dialect: Dialect) -> bool:
        """Whether making the body takes longer than the loop can spare."""
        return is_heavy(request, dialect.message_key)


def _tools(tools: tuple[ToolSpec, ...]) -> bytes:
    made = [dump({"name": s.name, "description": s.description, "input_schema": s.parameters}) for s in tools]
    made[-1] = _marked(made[-1])
    return b"[" + b",".join(made) + b"]"


def _system(messages: Iterable[Message]) -> bytes:
    blocks: list[bytes] = []
    for message in messages:
        if message.role == "system" and message.text.strip():
            if not (encoded := message.encoded.get("anthropic")):
                encoded = message.encoded["anthropic"] = dump({"type": "text", "text": message.text})
            blocks.append(encoded)
    if blocks:
        blocks[-1] = _marked(blocks[-1])
    return b",".join(blocks)


def _turns(messages: tuple[Message, ...], dialect: Dialect) -> bytes:
    """The messages by side: one side's neighbours are one turn, as results must share one with each other."""
    turns: list[tuple[bytes, list[bytes]]] = []
    ids = _UniqueIds()
    for message in messages:
        if message.role == "system":
            continue
        side = b"assistant" if message.role == "assistant" else b"user"
        key = dialect.message_key + ids.enter(message)
        if (blocks := message.encoded.get(key)) is None:
            made = _reply_blocks(message, dialect, ids) if side == b"assistant" else _user_blocks(message, ids)
            blocks = message.encoded[key] = b",".join(map(dump, made))
        if not blocks:
            continue
        if turns and turns[-1][0] == side:
            turns[-1][1].append(blocks)
        else:
            turns.append((side, [blocks]))
    for _, blocks_of_turn in [turn for turn in turns if turn[0] == b"user"][-2:]:
        blocks_of_turn[-1] = _marked(blocks_of_turn[-1])
    return b",".join(b'{"role":"%b","content":[%b]}' % (side, b",".join(blocks)) for side, blocks in turns)


class _UniqueIds:
    """Call ids as this interface wants them: letters, digits, _ and -, each once in a request.

    Other servers number the calls of every reply from the same start, or set them apart by other characters.
    """

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._now: dict[str, str] = {}
        self._replies = 0

    def enter(self, message: Message) -> str:
        """Go on to this message; what makes its wire form differ from the usual one ("" mostly)."""
        if message.role == "assistant" and message.calls:
            self._replies += 1
            self._now = {}
            for call in message.calls:
                self._now[call.provider_id] = self._free(_plain_id(call.provider_id))
        given = [call.provider_id for call in message.calls] if message.role == "assistant" else [message.call_id]
        unusual = [self.of(each) for each in given if self.of(each) != _plain_id(each)]
        return ":" + ",".join(map(self.of, given)) if unusual else ""

    def of(self, provider_id: str) -> str:
        """The id on the wire."""
        return self._now.get(provider_id) or _plain_id(provider_id)

    def _free(self, plain: str) -> str:
        made, number = plain, self._replies
        while made in self._taken:
            made, number = f"{plain}_{number}", number + 1
        self._taken.add(made)
        return made


def _plain_id(provider_id: str) -> str:
    return re.sub(r"[^A-Za-z0-9_-]", "_", provider_id) or "call"


def _user_blocks(message: Message, ids: _UniqueIds) -> list[dict[str, Any]]:
    """Pictures before the words on them. Empty texts are refused by the interface, so there are none."""
    pictures = [_picture(image) for image in message.images]
    if message.role == "tool":
        content: str | list[dict[str, Any]] = message.text
        if pictures:
            content = [*([{"type": "text", "text": message.text}] if message.text.strip() else []), *pictures]
        return [{"type": "tool_result", "tool_use_id": ids.of(message.call_id), "content": content}]
    return [*pictures, *([{"type": "text", "text": message.text}] if message.text.strip() else [])]


def _reply_blocks(message: Message, dialect: Dialect, ids: _UniqueIds) -> list[dict[str, Any]]:
    """Reasoning goes back signed and in its place, or not at all: at the end of a reply it is refused."""
    blocks: list[dict[str, Any]] = []
    for kind, text, call, signature in opaque.parts_of(ANTHROPIC, message):
        if call is not None:
            name = re.sub(r"[^A-Za-z0-9_-]", "_", call.name)[:64] or "unnamed"
            blocks.append({"type": "tool_use", "id": ids.of(call.provider_id), "name": name, "input": call.arguments})
        elif kind == opaque.TEXT:
            if text.strip():
                blocks.append({"type": "text", "text": text})
        elif kind == "thinking" and dialect.thinking:
            blocks.append({"type": "thinking", "thinking": text, "signature": signature})
        elif kind == "redacted_thinking" and dialect.thinking:
            blocks.append({"type": "redacted_thinking", "data": text})
    while blocks and blocks[-1]["type"] in {"thinking", "redacted_thinking"}:
        blocks.pop()
    return blocks


def _picture(image: Image) -> dict[str, Any]:
    return {"type": "image", "source": {"type": "base64", "media_type": image.media_type, "data": image.data}}


def _marked(blocks: bytes) -> bytes:
    """The last of these blocks, marked as the end of what to keep in the vendor's cache."""
    return blocks[:-1] + _MARK
