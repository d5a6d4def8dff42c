"""What every reader of a foreign export gives, and what they share in looking at hostile JSON."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, Literal, cast

from inara_engine.frozen import frozen
from inara_engine.messages import Image
from inara_engine.nesting import is_deeper

__all__ = [
    "ImportedMessage",
    "ImportedSession",
    "as_json",
    "entries",
    "fenced",
    "fields",
    "joined",
    "moment",
    "words",
]

LATEST = 4_102_444_800.0  # 2100: what is beyond is no time of a message


@frozen
class ImportedMessage:
    """One message in Markdown. `at` is Unix seconds, None where the file doesn't say.

    `turn` is what the file calls it, and `follows` the turn it goes on from: "" for none, None for the one before it.
    """

    role: Literal["user", "assistant"]
    text: str
    at: float | None = None
    model: str = ""
    thinking: str = ""
    images: tuple[Image, ...] = ()
    turn: str = ""
    follows: str | None = None


@frozen
class ImportedSession:
    """One conversation, of other programs as it was last seen by the person: other branches are left out."""

    title: str
    created_at: float | None
    messages: tuple[ImportedMessage, ...]


def fields(value: object) -> dict[str, Any]:
    """A JSON object, empty for anything else."""
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def entries(value: object) -> list[Any]:
    """A JSON array, empty for anything else."""
    return cast("list[Any]", value) if isinstance(value, list) else []


def words(value: object) -> str:
    """A text, empty for anything else."""
    return value if isinstance(value, str) else ""


def moment(value: object) -> float | None:
    """Unix seconds of a number or an ISO 8601 text; None for what is no time."""
    if isinstance(value, str):
        try:
            read = datetime.fromisoformat(value)
        except ValueError:
            return None
        value = (read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp()
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if 0 < value < LATEST and math.isfinite(value) else None


def fenced(text: str, language: str = "") -> str:
    """A Markdown code block that no text can end early."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    language = language if re.fullmatch(r"[\w+#.-]{1,30}", language) else ""
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"


def as_json(value: object) -> str:
    """A JSON value as a Markdown code block."""
    text = "nested too deeply to be shown" if is_deeper(value) else json.dumps(value, indent=1, ensure_ascii=False)
    return fenced(text, "json")


def joined(parts: Iterable[str]) -> str:
    """Parts as paragraphs, the empty ones left out."""
    return "\n\n".join(part.strip("\n") for part in parts if part.strip())
