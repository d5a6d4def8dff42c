"""Finding notes and journal entries by words; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from inara_engine.memory.marks import Marks

__all__ = ["Found", "best", "words_of"]

_CHINESE_JAPANESE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"  # written without spaces: each character is a word
_WORD: Final = re.compile(rf"[{_CHINESE_JAPANESE}]|[^\W{_CHINESE_JAPANESE}]+")
_SHORTEST_STEM: Final = 3
_ENDING: Final = 3  # letters: -ing, -ed, -es


@dataclass(frozen=True, slots=True)
class Found:
    """A note or journal entry. `source` is its file ("memory/short.md"), `at` when it was written or ""."""

    source: str
    at: str
    text: str
    marks: Marks


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, each once, in order."""
    return tuple(dict.fromkeys(_WORD.findall(text.casefold())))


def best(candidates: Iterable[Found], query: str, at_most: int) -> list[Found]:
    """Those in which most words of the query occur, the newest first among equals; all, for an empty query.

    A word counts where one begins with it ("recipe" finds "recipes"), and half where one shares all
    but its last letters ("baking" finds "bake"): never fewer than the first three.
    """
    wanted = words_of(query)
    scored = [(score, found) for found in candidates if (score := _score(wanted, words_of(found.text))) or not wanted]
    scored.sort(key=lambda item: (item[0], item[1].at), reverse=True)
    return [found for _, found in scored[:at_most]]


def _score(wanted: tuple[str, ...], words: tuple[str, ...]) -> int:
    """Twice for each word that begins a word there, once for one that only shares a stem with it."""
    return sum(2 if any(word.startswith(want) for word in words) else _stem_in(want, words) for want in wanted)


def _stem_in(want: str, words: tuple[str, ...]) -> int:
    stem = want[: max(_SHORTEST_STEM, len(want) - _ENDING)]
    return int(len(stem) < len(want) and any(word.startswith(stem) for word in words))
