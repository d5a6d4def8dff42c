"""Text made safe to hand to Qt, and positions counted the way Qt counts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

__all__ = [
    "as_sentences",
    "is_upright",
    "lowered",
    "paintable",
    "reads_from_right",
    "runs_both_ways",
    "utf16_length",
    "utf16_places",
    "utf16_ranges",
    "utf16_slice",
]

_FROM_RIGHT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI", "FSI"})
_UNPAINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\u2028\u2029\ufdd0-\ufdef]")
_COMBINING = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{4})[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+"
)


_JOINED = re.compile("((?:[^\u200d]\u200d){12})((?:[^\u200d]\u200d)+)")
_DIRECTED = re.compile("([\u200e\u200f\u202a-\u202e\u2066-\u2069]{16})[\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


def paintable(text: str) -> str:
    """Control characters and lone surrogates as U+FFFD; cut short is what no writing has and shaping is slow at.

    That is: towers of combining marks, endless chains of joined emoji, and signs of direction without a letter.
    """
    if text.isascii():
        return text if text.isprintable() else _UNPAINTABLE.sub("\ufffd", text)
    if "\u200d" in text:
        text = _JOINED.sub(lambda chain: chain[1] + chain[2].replace("\u200d", ""), text)
    return _COMBINING.sub(r"\1", _DIRECTED.sub(r"\1", _UNPAINTABLE.sub("\ufffd", text)))


def as_sentences(*parts: str) -> str:
    """What is there of these one after the other, each ended as a sentence once: how a card is read aloud."""
    return ". ".join(part.removesuffix(".") for part in parts if part)


_UPRIGHT = re.compile("[\u0590-\u1cff\u2e80-\ud7ff\uf900-\uffef\U00020000-\U0003ffff]")


def is_upright(text: str) -> bool:
    """Whether it is in a script without italics: slanted type has no such letters, or boxes in their place."""
    return not text.isascii() and _UPRIGHT.search(text) is not None


def reads_from_right(text: str) -> bool:
    """Whether the first letter with a direction is Arabic, Hebrew or the like."""
    if text.isascii():
        return False
    directions = (unicodedata.bidirectional(character) for character in text[:400])
    return next((direction for direction in directions if direction in {"L", "R", "AL"}), "L") != "L"


def runs_both_ways(text: str) -> bool:
    """Whether some of it may stand from the right to the left."""
    return not text.isascii() and any(unicodedata.bidirectional(character) in _FROM_RIGHT for character in text)


def lowered(text: str) -> str:
    """Lower case, every character by itself: İ stays one and as it is, both small sigmas are one letter."""
    if text.isascii():
        return text.lower()
    made = "İ".join(part.lower() for part in text.split("İ"))
    return made.replace("ς", "σ")


def utf16_ranges(text: str, ranges: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """(start, length) in characters as (start, length) in Qt's UTF-16 units; `ranges` in rising order."""
    if text.isascii() or max(text) < "\U00010000":
        return ranges
    units = at = 0
    found: list[tuple[int, int]] = []
    for start, length in ranges:
        units += utf16_length(text[at:start])
        found.append((units, utf16_length(text[start : start + length])))
        at = start
    return found


def utf16_places(text: str, needle: str) -> list[int]:
    """Where a needle occurs, in Qt's UTF-16 units, one behind the other."""
    size, at = len(needle), text.find(needle)
    places: list[tuple[int, int]] = []
    while at >= 0:
        places.append((at, size))
        at = text.find(needle, at + size)
    return [start for start, _ in utf16_ranges(text, places)]


def utf16_length(text: str) -> int:
    """How many UTF-16 units a text takes."""
    return len(text) if text.isascii() else len(text) + sum(character > "\uffff" for character in text)


def utf16_slice(text: str, start: int, end: int) -> str:
    """`text[start:end]` with positions in UTF-16 units."""
    if text.isascii():
        return text[start:end]
    return text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * end].decode("utf-16-le", "replace")
