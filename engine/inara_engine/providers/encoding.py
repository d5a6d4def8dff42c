"""What the requests of all wire formats have in common: JSON in the fewest bytes, each thing encoded once."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import takewhile
from typing import Any, Final

from inara_engine.messages import ToolSpec
from inara_engine.providers.base import ModelRequest

__all__ = ["ToolsEncoder", "dump", "function_tools", "is_heavy"]

_HEAVY_CHARS = 500_000
_JSON: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def dump(value: Any) -> bytes:
    """A value as JSON. Half a surrogate pair in somebody's file becomes a question mark: it must not end the job."""
    return _JSON.encode(value).encode("utf-8", "replace")


def is_heavy(request: ModelRequest, key: str) -> bool:
    """Whether encoding takes longer than the loop can spare: much that `Message.encoded` does not have yet.

    That is at the end: what stands before a message was sent when it was.
    """
    new = takewhile(lambda message: key not in message.encoded, reversed(request.messages))
    return sum(len(m.text) + sum(len(image.data) for image in m.images) for m in new) > _HEAVY_CHARS


def function_tools(tools: tuple[ToolSpec, ...]) -> bytes:
    """Tools in OpenAI's form, which others took over."""
    made = [{"name": one.name, "description": one.description, "parameters": one.parameters} for one in tools]
    return dump([{"type": "function", "function": one} for one in made])


class ToolsEncoder:
    """Encodes a list of tools; remembers the last one, which seldom changes."""

    def __init__(self, encode: Callable[[tuple[ToolSpec, ...]], bytes]) -> None:
        self._encode = encode
        self._tools: tuple[ToolSpec, ...] = ()
        self._encoded = b""

    def __call__(self, tools: tuple[ToolSpec, ...]) -> bytes:
        """The tools as JSON."""
        if tools is not self._tools and tools != self._tools:
            self._encoded = self._encode(tools)
            self._tools = tools
        return self._encoded
