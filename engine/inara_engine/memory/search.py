"""Finding notes and journal entries by words; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from heapq import nlargest
from typing import Final

from inara_engine.frozen import frozen
from inara_engine.memory.marks import Marks

__all__ = ["Found", "Query", "best", "words_of"]

_CHINESE_JAPANESE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"  # written without spaces: each character is a word
_WORD: Final = re.compile(rf"[{_CHINESE_JAPANESE}]|[^\W{_CHINESE_JAPANESE}]+")
_NO_SPACES: Final = re.compile(f"[{_CHINESE_JAPANESE}]")
_SHORTEST_STEM: Final = 3
_ENDING: Final = 3  # letters: -ing, -ed, -es


@frozen
class Found:
    """A note or journal entry. `source` is its file ("memory/short.md"), `at` when it was written or ""."""

    source: str
    at: str
    text: str
    marks: Marks


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, each once, in order."""
    return tuple(dict.fromkeys(_WORD.findall(text.casefold())))


class Query:
    """Words to look for. `matches` is a quick look that may be wrong one way: True for a text without any."""

    def __init__(self, text: str) -> None:
        words = words_of(text)
        self._stems = [_stem(word) for word in words]
        self._patterns = [(_beginning(word), _beginning(stem)) for word, stem in zip(words, self._stems, strict=True)]

    @property
    def empty(self) -> bool:
        """Whether nothing is looked for, so that everything is found."""
        return not self._stems

    def matches(self, text: str) -> bool:
        """Whether it is worth looking closer."""
        folded = text.casefold()
        return self.empty or any(stem in folded for stem in self._stems)

    def score(self, text: str) -> int:
        """Two for each word that begins a word there, one for a word that only shares its stem."""
        if not self.matches(text):
            return 0
        folded = text.casefold()
        return sum(2 if word.search(folded) else bool(stem.search(folded)) for word, stem in self._patterns)


def best(candidates: Iterable[Found], query: Query, at_most: int) -> list[Found]:
    """Those in which most words of the query occur, the newest first among equals; all, for an empty query.

    A word counts where one begins with it ("recipe" finds "recipes"), and half where one shares all
    but its last letters ("baking" finds "bake"): never fewer than the first three.
    """
    scored = [(score, found) for found in candidates if (score := query.score(found.text)) or query.empty]
    return [found for _, found in nlargest(at_most, scored, key=lambda item: (item[0], item[1].at))]


def _stem(word: str) -> str:
    return word[: max(_SHORTEST_STEM, len(word) - _ENDING)]


def _beginning(word: str) -> re.Pattern[str]:
    """Where a word begins so; in a script without spaces each place is such a beginning."""
    return re.compile(re.escape(word) if _NO_SPACES.match(word) else rf"(?<!\w){re.escape(word)}")
