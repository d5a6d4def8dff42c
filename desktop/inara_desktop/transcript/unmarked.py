"""What is left of Markdown for a search: words that stand beside each other on screen do so here, too.

`**Total** cost` is found by "total cost", and so is what two lines of one paragraph say.
"""

from __future__ import annotations

from bisect import bisect_left

__all__ = ["has_marks", "source_offset", "unmarked"]

_MARKS = ("*", "`", "~")  # single characters, so that a text may be read in pieces; many names have a "_"
_ASCII = str.maketrans({**dict.fromkeys(_MARKS), "\n": " "})
_LONG = 2048  # characters from which one go is quicker
_PIECE = 65_536


def has_marks(words: str) -> bool:
    """Whether words have signs that `unmarked` takes away: they are looked for in the source."""
    return any(mark in words for mark in _MARKS)


def unmarked(source: str) -> str:
    """Without the marks of emphasis and code; breaks of lines are spaces, two of them between paragraphs."""
    if len(source) > _LONG and source.isascii():
        return source.translate(_ASCII)  # in one go
    for mark in _MARKS:
        source = source.replace(mark, "")
    return source.replace("\n", " ")


def source_offset(source: str, place: int) -> int:
    """Where in the source the character begins that is the `place`th of `unmarked`."""
    start = 0
    while start < len(source):
        size = len(unmarked(source[start : start + _PIECE]))
        if place < size:
            break
        place -= size
        start += _PIECE
    piece = source[start : start + _PIECE]
    return start + bisect_left(range(1, len(piece)), place + 1, key=lambda end: len(unmarked(piece[:end])))
