"""What of a text a hit shows: some words around where most of what was asked stands together.

FTS5's own snippets compare every match with every other: a long log with a word in each line took seconds.
"""

from __future__ import annotations

import re
from itertools import islice

from inara_engine.store.spelling import CUT, MATCH_END, MATCH_START

__all__ = ["snippet"]

WORDS = 14
_LEAD, _SENTENCE = 4, 8  # words before the match: so many, or from where a sentence begins
_REACH = 160  # characters before and behind the match that are looked at, and of a match that is shown
_MATCHES = 500  # looked at
_NEAR = 4  # matches that may stand together
_MATCH = re.compile(f"{MATCH_START}([^{MATCH_END}]*){MATCH_END}")
_WORD = re.compile(r"[^\s\x1f]+")
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "\n")


def snippet(marked: str) -> str:
    """A part of a text in which all matches stand between their marks; CUT where the text goes on."""
    matches = list(islice(_MATCH.finditer(marked), _MATCHES))
    if not matches:
        return marked[:_REACH]
    best = matches[max(range(len(matches)), key=lambda n: _kinds(matches[n : n + _NEAR]))]
    start, end = best.start(), min(best.end(), best.start() + _REACH)
    begin, before = _begin(marked, start)
    finish = _finish(marked, end, WORDS - before - 1) if end == best.end() else end
    part = marked[begin:finish]
    if 0 <= part.find(MATCH_END) < part.find(MATCH_START):
        part = MATCH_START + part
    if part.rfind(MATCH_START) > part.rfind(MATCH_END):
        rest = marked[finish : finish + _REACH].partition(MATCH_END)[0]
        finish += len(rest) + 1
        part += rest + MATCH_END
    return f"{CUT * (begin > 0)}{part}{CUT * (finish < len(marked))}"


def _kinds(near: list[re.Match[str]]) -> int:
    """How many different words matches have that stand near the first of them."""
    return len({match[1].lower() for match in near if match.start() - near[0].start() < _REACH})


def _begin(marked: str, start: int) -> tuple[int, int]:
    """Where to begin before a match, and how many words that shows before it."""
    first = max(0, start - _REACH)
    lead = marked[first:start]
    words = [word.start() for word in _WORD.finditer(lead)]
    if first:
        words = words[1:]  # of a cut word there may be the end only
    elif len(words) <= _SENTENCE:
        return 0, len(words)
    some = range(min(_SENTENCE, len(words)), 0, -1)
    shown = next((n for n in some if lead[: words[-n]].rstrip(" ").endswith(_SENTENCE_ENDS)), min(_LEAD, len(words)))
    return (first + words[-shown] if shown else start), shown


def _finish(marked: str, end: int, words: int) -> int:
    """Where to end behind a match after so many words."""
    tail = marked[end : end + _REACH]
    ends = [word.end() for word in _WORD.finditer(tail)]
    if end + _REACH < len(marked):
        ends = ends[:-1]
    elif len(ends) <= words:
        return len(marked)
    return end + (ends[:words] or [0])[-1]
