"""A block of a Markdown text, as the splitter cuts it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Kind", "Span"]

Kind = Literal["paragraph", "heading", "item", "quote", "code", "table", "math", "rule"]


@dataclass(slots=True)
class Span:
    """One block: `start`…`end` are offsets into the text.

    `depth` counts the list levels to its left, `indent` the columns to take off each of its lines. `lead` is Markdown
    to put before a block that goes on where the block before was cut (`continued`). For code and math, `body_start`
    and `body_end` enclose what is between the fences, and `info` is the language.
    """

    kind: Kind
    start: int
    end: int
    info: str = ""
    depth: int = 0
    indent: int = 0
    lead: str = ""
    continued: bool = False
    loose: bool = False
    body_start: int = 0
    body_end: int = 0
    closed: bool = False
