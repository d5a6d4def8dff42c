"""What a tool may want of a person while it runs: an answer to a question, or that they see how far it is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import field
from typing import Any, Literal

from inara_engine.frozen import frozen

__all__ = ["Answer", "Asker", "Question", "Teller"]


@frozen
class Question:
    """A form (JSON schema of an object with simple values) or a page to visit; `source` is who asks."""

    source: str
    message: str
    form: dict[str, Any] | None = None
    url: str = ""


@frozen
class Answer:
    """What the person said to it; `content` only where they accept a form."""

    action: Literal["accept", "decline", "cancel"]
    content: dict[str, Any] = field(default_factory=dict[str, Any])


Asker = Callable[[Question], Awaitable[Answer]]
Teller = Callable[[str, float | None], None]  # a sentence on how far it is, and 0..1 where known
