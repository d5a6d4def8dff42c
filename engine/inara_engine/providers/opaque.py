"""The order of a reply's parts, kept where a vendor signs some of them and wants them back unchanged.

A reply is stored as one text and a list of calls. What that loses (where a signed part stood, and the
signature) is kept beside them as JSON: `{vendor: [[kind, value, signature], ...]}`, where `value` is
the length of a piece of the text, the number of a call, or the text of a kind the vendor alone knows.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple, cast

from inara_engine.messages import Message, ToolCall

__all__ = ["CALL", "TEXT", "Entry", "Part", "packed", "parts_of"]

TEXT = "text"
CALL = "call"
Entry = tuple[str, int | str, str]  # kind, value, signature


class Part(NamedTuple):
    """One part of a reply; `text` is empty for a call, `signature` is "" where it has none."""

    kind: str
    text: str = ""
    call: ToolCall | None = None
    signature: str = ""


def packed(vendor: str, entries: Sequence[Entry], text: str) -> str:
    """The JSON for `Reply.opaque`; "" where the lengths don't add up to the text."""
    if sum(value for kind, value, _ in entries if kind == TEXT and isinstance(value, int)) != len(text):
        return ""
    return json.dumps({vendor: entries}, ensure_ascii=False, separators=(",", ":"))


def parts_of(vendor: str, message: Message) -> list[Part]:
    """The reply's parts in their order, as this vendor signed them.

    Where nothing of this vendor's is kept, or it doesn't fit (another text, damage): the text, then the calls.
    """
    try:
        return _signed(vendor, message)
    except (ValueError, KeyError, TypeError, IndexError):
        return [Part(TEXT, message.text), *(Part(CALL, call=call) for call in message.calls)]


def _signed(vendor: str, message: Message) -> list[Part]:
    entries = cast("list[tuple[str, object, str]]", json.loads(message.opaque)[vendor])
    made: list[Part] = []
    at = calls = 0
    for kind, value, signature in entries:
        if kind == TEXT and isinstance(value, int) and value >= 0:
            made.append(Part(TEXT, message.text[at : at + value], signature=str(signature)))
            at += value
        elif kind == CALL and value == calls:
            made.append(Part(CALL, call=message.calls[calls], signature=str(signature)))
            calls += 1
        elif kind not in {TEXT, CALL} and isinstance(value, str):
            made.append(Part(str(kind), value, signature=str(signature)))
        else:
            raise ValueError(kind)
    if at != len(message.text) or calls != len(message.calls):
        raise ValueError(at)
    return made
