"""A request in the wire form of Gemini's generateContent.

The format: https://ai.google.dev/api/generate-content. Each message is serialised once and kept beside
its value (`Message.encoded`). Signatures the model put on its parts go back on the same parts; without
them newer models refuse a history with calls (https://ai.google.dev/gemini-api/docs/thought-signatures).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from inara_engine.frozen import frozen
from inara_engine.messages import Image, Message, ToolCall, ToolSpec
from inara_engine.providers import opaque
from inara_engine.providers.base import ModelRequest
from inara_engine.providers.encoding import ToolsEncoder, dump, is_heavy
from inara_engine.providers.gemini_schema import gemini_schema
from inara_engine.providers.openai_errors import as_object

__all__ = ["GEMINI", "Dialect", "RequestEncoder"]

GEMINI = "gemini"  # names our entry in `Message.opaque`
_TOP_LEVEL = frozenset({"safetySettings", "toolConfig", "cachedContent", "labels", "serviceTier", "store"})
_OURS = frozenset({"contents", "systemInstruction", "system_instruction", "tools", "generationConfig", "model"})
# The vendor's own word for "this call is not yours, take it without a signature".
_FOREIGN_CALL = "skip_thought_signature_validator"


@frozen
class Dialect:
    """What a model was found to want different.

    `thoughts`: its reasoning is asked for, to be shown. `excuse_calls`: calls of another model in the
    history are marked as such.
    """

    thoughts: bool = True
    excuse_calls: bool = False

    @property
    def message_key(self) -> str:
        """Names the wire form of a message in `Message.encoded`."""
        return "gemini:excused" if self.excuse_calls else "gemini"


class RequestEncoder:
    """Makes request bodies."""

    def __init__(self) -> None:
        self._tools = ToolsEncoder(_tools)

    def body(self, request: ModelRequest, dialect: Dialect) -> bytes:
        """The request as JSON. `extra` goes into the generation settings, but for what stands above them."""
        settings = dict(as_object(request.extra.get("generationConfig")) or {})
        settings |= {key: value for key, value in request.extra.items() if key not in _OURS | _TOP_LEVEL}
        if dialect.thoughts and not {"thinkingConfig", "thinking_config"} & settings.keys():
            settings["thinkingConfig"] = {"includeThoughts": True}
        head = {key: value for key, value in request.extra.items() if key in _TOP_LEVEL}
        if settings:
            head["generationConfig"] = settings
        parts = [b'{"contents":[', _contents(request.messages, dialect), b"]"]
        system = [{"text": m.text} for m in request.messages if m.role == "system" and m.text.strip()]
        if system:
            parts += [b',"systemInstruction":', dump({"parts": system, "role": "user"})]
        if request.tools:
            parts += [b',"tools":', self._tools(request.tools)]
        if head:
            parts += [b",", dump(head)[1:-1]]
        return b"".join((*parts, b"}"))

    def is_heavy(self, request: ModelRequest, dialect: Dialect) -> bool:
        """Whether making the body takes longer than the loop can spare."""
        return is_heavy(request, dialect.message_key)


def _tools(tools: tuple[ToolSpec, ...]) -> bytes:
    return dump([{"functionDeclarations": [_declaration(spec) for spec in tools]}])


def _declaration(spec: ToolSpec) -> dict[str, Any]:
    made: dict[str, Any] = {"description": spec.description, "name": spec.name}
    if parameters := gemini_schema(spec.parameters):
        made["parameters"] = parameters
    return made


def _contents(messages: tuple[Message, ...], dialect: Dialect) -> bytes:
    """The messages by side. Results of one round of calls share one content, as the calls did."""
    contents: list[tuple[bytes, bool, list[bytes]]] = []
    names: dict[str, str] = {}
    for message in messages:
        if message.role == "system":
            continue
        names.update((call.provider_id, call.name) for call in message.calls)
        if (parts := message.encoded.get(dialect.message_key)) is None:
            made = _model_parts(message, dialect) if message.role == "assistant" else _user_parts(message, names)
            parts = message.encoded[dialect.message_key] = b",".join(map(dump, made))
        if not parts:
            continue
        side, is_result = (b"model" if message.role == "assistant" else b"user"), message.role == "tool"
        if contents and contents[-1][:2] == (side, is_result):
            contents[-1][2].append(parts)
        else:
            contents.append((side, is_result, [parts]))
    return b",".join(b'{"parts":[%b],"role":"%b"}' % (b",".join(parts), side) for side, _, parts in contents)


def _user_parts(message: Message, names: Mapping[str, str]) -> list[dict[str, Any]]:
    pictures = [_picture(image) for image in message.images]
    if message.role == "tool":
        result: dict[str, Any] = {"name": _name(names.get(message.call_id, "unnamed"))}
        if call_id := _sent_id(message.call_id):
            result["id"] = call_id
        result["response"] = {"output": message.text}
        return [{"functionResponse": result}, *pictures]
    return [*pictures, *([{"text": message.text}] if message.text else [])]


def _model_parts(message: Message, dialect: Dialect) -> list[dict[str, Any]]:
    parts: list[dict[str, Any]] = []
    calls = 0
    for kind, text, call, signature in opaque.parts_of(GEMINI, message):
        part: dict[str, Any] | None = None
        if call is not None:
            part = {"functionCall": _call(call)}
            calls += 1
            if calls == 1 and not signature and dialect.excuse_calls:
                signature = _FOREIGN_CALL  # noqa: PLW2901 - only the first call of a reply is looked at
        elif kind == opaque.TEXT and (text or signature):
            part = {"text": text}
        if part is not None:
            parts.append({**part, "thoughtSignature": signature} if signature else part)
    return parts


def _call(call: ToolCall) -> dict[str, Any]:
    made: dict[str, Any] = {"name": _name(call.name), "args": call.arguments}
    if call_id := _sent_id(call.provider_id):
        made["id"] = call_id
    return made


def _sent_id(provider_id: str) -> str:
    """The id on the wire: none where it is only a place we gave it ("call_0"), as those come again each round."""
    return "" if re.fullmatch(r"call_\d+", provider_id) else provider_id


def _name(name: str) -> str:
    """As the interface wants one: it begins with a letter or an underscore."""
    return re.sub(r"[^A-Za-z0-9_.:-]|^(?=[^A-Za-z_])", "_", name)[:64] or "unnamed"


def _picture(image: Image) -> dict[str, Any]:
    return {"inlineData": {"data": image.data, "mimeType": image.media_type}}
