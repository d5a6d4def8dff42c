"""What a refusal teaches about a server: the same request again, said its way."""

from __future__ import annotations

import re
from dataclasses import replace

from inara_engine.providers.openai_wire import Dialect

__all__ = ["adapted"]

_NINE_CHARACTERS = re.compile(r"tool.?call.?id.{0,120}length of 9", re.IGNORECASE | re.DOTALL)
_WANTS_REASONING = re.compile(
    r"must be (?:passed|provided|included|sent)|pass(?:ed)? back|missing|required", re.IGNORECASE
)
_NO_STREAM = re.compile(
    r"stream(?:ing|=true|: ?true)? (?:is |are )?(?:not supported|unsupported|not available)"
    r"|does(?: not|n't) support stream"
    r"|stream must be false",
    re.IGNORECASE,
)


def adapted(dialect: Dialect, status: int, words: str) -> Dialect | None:
    """The dialect to try next, or None where the refusal (its kind and message) is about something else."""
    if status not in {400, 404, 405, 415, 422, 500, 501}:
        return None
    lowered = words.lower()
    if "stream_options" in lowered or "include_usage" in lowered:
        return replace(dialect, usage_in_stream=False) if dialect.usage_in_stream else None
    if "return_progress" in lowered:
        return replace(dialect, progress=False) if dialect.progress else None
    if "reasoning_content" in lowered:
        return _other_reasoning(dialect, words)
    if _NINE_CHARACTERS.search(words):
        return replace(dialect, short_ids=True) if not dialect.short_ids else None
    if _NO_STREAM.search(words):
        return replace(dialect, stream=False) if dialect.stream else None
    return None


def _other_reasoning(dialect: Dialect, words: str) -> Dialect | None:
    wanted = "always" if _WANTS_REASONING.search(words) else "never"
    return replace(dialect, reasoning=wanted) if dialect.reasoning == "with_calls" else None
