"""One event as one row of the log: its JSON, and a checksum over what the row says."""

from __future__ import annotations

import zlib
from typing import Any, cast

from pydantic_core import PydanticSerializationError

from inara_engine.events import DurableEvent, decode

__all__ = ["VERSION", "body", "checksum"]

VERSION = 1  # of the event bodies; an older one is brought up on reading


def body(event: DurableEvent) -> tuple[DurableEvent, str]:
    """An event and its JSON. Half surrogates, which no UTF-8 can hold, become U+FFFD in both."""
    try:
        return event, event.model_dump_json()
    except PydanticSerializationError:
        event = decode(_whole(event.model_dump()))
        return event, event.model_dump_json()


def checksum(session_id: str, job_id: str | None, position: int | None, kind: str, text: str) -> int:
    """CRC-32 over what a row says: finds a flipped byte, which SQLite's own check does not."""
    return zlib.crc32(f"{session_id}\0{job_id}\0{position}\0{kind}\0{text}".encode("utf-8", "surrogatepass"))


def _whole(value: Any) -> Any:
    match value:
        case str():
            return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        case dict():
            items = cast("dict[Any, Any]", value)
            return {_whole(key): _whole(item) for key, item in items.items()}
        case list() | tuple() | frozenset():
            return [_whole(item) for item in cast("list[Any]", value)]
        case _:
            return value
