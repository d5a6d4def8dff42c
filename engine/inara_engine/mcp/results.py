"""What a server answers, as text for a model and pictures for a person: everything bounded, nothing interpreted.

Works on the plain JSON of a result (`CallToolResult`, `ReadResourceResult`, `GetPromptResult`).
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterable, Mapping
from typing import Any, cast

from inara_engine.mcp.values import Result
from inara_engine.messages import Image

__all__ = ["of_call", "of_prompt", "of_resource"]

MOST_IMAGES = 6
LARGEST_IMAGE = 5 << 20  # bytes
LONGEST_TEXT = 200_000  # characters in all
_PICTURES = {
    "image/png": b"\x89PNG\r\n\x1a\n",
    "image/jpeg": b"\xff\xd8\xff",
    "image/gif": b"GIF8",
    "image/webp": b"RIFF",
}


class _Told:
    """Text and pictures, in order."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.images: list[Image] = []

    def say(self, text: str) -> None:
        self.pieces.append(text)

    def show(self, data: str, media_type: str, name: str = "") -> None:
        """A picture where it is one that can be shown; else a line that says what there was."""
        size = len(data) * 3 // 4
        if media_type not in _PICTURES or size > LARGEST_IMAGE or len(self.images) >= MOST_IMAGES:
            self.say(f"[{media_type or 'Data'}, {_size(size)}: not shown]")
        elif not _is_picture(data, media_type):
            self.say(f"[{media_type}, {_size(size)}: not a readable picture]")
        else:
            self.images.append(Image(media_type=media_type, data=data, name=name))
            self.say(f"[Picture {len(self.images)}: {name or media_type}, {_size(size)}]")

    def result(self, *, failed: bool = False) -> Result:
        text = "\n".join(self.pieces)
        if len(text) > LONGEST_TEXT:
            text = f"{text[:LONGEST_TEXT]}\n[{len(text) - LONGEST_TEXT:,} more characters were left out]"
        return Result(text, tuple(self.images), failed)


def of_call(result: Mapping[str, Any]) -> Result:
    """What a tool answered."""
    told = _Told()
    for block in _list(result, "content"):
        _block(told, block)
    structured = result.get("structuredContent")
    if structured is not None and not _said_already(structured, told.pieces):
        told.say(json.dumps(structured, ensure_ascii=False, indent=1))
    return told.result(failed=result.get("isError") is True)


def of_resource(result: Mapping[str, Any]) -> Result:
    """What a resource holds."""
    told = _Told()
    for content in _list(result, "contents"):
        _content(told, content, heading=False)
    return told.result()


def of_prompt(result: Mapping[str, Any]) -> Result:
    """A prompt's messages; who says each is told where it is not the person."""
    told = _Told()
    for message in _list(result, "messages"):
        if message.get("role") != "user":
            told.say(f"[{message.get('role')}]")
        content = message.get("content")
        if isinstance(content, dict):
            _block(told, content)  # pyright: ignore[reportUnknownArgumentType] - JSON
    return told.result()


def _block(told: _Told, block: Mapping[str, Any]) -> None:
    match block.get("type"):
        case "text":
            told.say(str(block.get("text", "")))
        case "image":
            told.show(str(block.get("data", "")), str(block.get("mimeType", "")))
        case "resource":
            _content(told, block.get("resource") or {}, heading=True)
        case "resource_link":
            parts = (block.get("name"), block.get("uri"), block.get("description"))
            told.say("[Link: " + ", ".join(str(part) for part in parts if part) + "]")
        case kind:
            size = len(str(block.get("data", ""))) * 3 // 4
            told.say(f"[{block.get('mimeType') or kind}, {_size(size)}: not shown]")


def _content(told: _Told, content: Mapping[str, Any], *, heading: bool) -> None:
    uri, media_type = str(content.get("uri", "")), str(content.get("mimeType") or "")
    if (blob := content.get("blob")) is not None:
        told.show(str(blob), media_type, uri.rsplit("/", 1)[-1][:100])
        return
    if heading:
        told.say(f"[{uri}]")
    told.say(str(content.get("text", "")))


def _list(result: Mapping[str, Any], key: str) -> Iterable[Mapping[str, Any]]:
    value = result.get(key)
    items = cast("list[object]", value) if isinstance(value, list) else []
    return [cast("dict[str, Any]", item) for item in items if isinstance(item, dict)]


def _said_already(structured: object, pieces: list[str]) -> bool:
    """Servers should send structured results as text as well, for clients that know no better."""
    if isinstance(structured, dict):  # a text that somebody put into a box: {"result": …}, {"content": …}
        values = list(cast("dict[str, object]", structured).values())
        if len(values) == 1 and values[0] == "\n".join(pieces):
            return True
    for piece in pieces:
        try:
            if json.loads(piece) == structured:
                return True
        except (ValueError, RecursionError):  # no JSON, or none that anybody could read
            continue
    return False


def _is_picture(data: str, media_type: str) -> bool:
    try:
        return base64.b64decode(data, validate=True).startswith(_PICTURES[media_type])
    except (binascii.Error, ValueError):
        return False


def _size(size: int) -> str:
    return (
        f"{size:,} bytes"
        if size < 1024
        else f"{size / 1024:,.0f} KB"
        if size < 1 << 20
        else f"{size / (1 << 20):,.1f} MB"
    )
