"""Which sentence of the engine a text is, and the same in the window's language.

A pattern is literals with fields between them, found one after the other from the left: time grows with the text's
length alone, whatever it says.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from inara_desktop.in_window import in_window, place_of
from inara_desktop.times_said import times_said
from inara_desktop.wording import number, translate
from inara_resources import sentences

__all__ = ["Catalogue", "deed_said", "known", "sentences_said"]

MOST_SENTENCES = 16
ENDS_TRIED = 5  # a field may have sentences in it: so many ends are tried for one
LEAST_WITHIN = 10  # letters of a pattern that is looked for in a field, where anything may stand
LONGEST_LABEL = 80
_AGAIN = "Do a task again and again: {1}"  # at times in words
_END = re.compile(r"(?<=[.?!…])[”\")]?(?=\s)|(?=\n)")
_BEFORE = re.compile(rf"{_END.pattern}|: ")  # in a field that begins a pattern: another sentence, or whose words it is
_FIELD = re.compile(r"\{\d+\}")
_COUNT = re.compile(r"\d{1,3}(?:,\d{3})*")  # as the engine writes one
_OF_A_DEED = (" lines ",)  # what it counts there; all else is what the deed is done to
_END_OF = 3  # characters by which patterns are told apart from behind
_QUOTES = "“`\"'"
_EDGES = " ;,:"


class Found(NamedTuple):
    """A pattern, and what stands in its fields."""

    pattern: str
    fields: tuple[str, ...] = ()


class _Pattern(NamedTuple):
    text: str
    literals: tuple[str, ...]
    letters: int

    @classmethod
    def of(cls, text: str) -> _Pattern:
        literals = tuple(_FIELD.split(text))
        return cls(text, literals, sum(map(str.isalpha, "".join(literals))))

    def fields(self, text: str) -> tuple[str, ...] | None:
        first, *middle, last = self.literals
        at, end = len(first), len(text) - len(last)
        if end < at or not text.startswith(first) or not text.endswith(last):
            return None
        found: list[str] = []
        for literal in middle:
            if (place := text.find(literal, at, end)) < 0:
                return None
            found.append(text[at:place])
            at = place + len(literal)
        found.append(text[at:end])
        return tuple(found) if first or (found[0] and not _BEFORE.search(found[0])) else None


class Catalogue:
    """Patterns by how they begin, or else by how they end; of several that fit, the one with the most of its own."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._whole = {pattern for pattern in patterns if not _FIELD.search(pattern)}
        self._by_word: dict[str, list[_Pattern]] = {}
        self._by_end: dict[str, list[_Pattern]] = {}
        made = [_Pattern.of(pattern) for pattern in patterns if pattern not in self._whole]
        for pattern in sorted(made, key=lambda each: (-each.letters, -len(each.text))):
            word, space, _ = pattern.literals[0].partition(" ")
            if space:
                self._by_word.setdefault(word, []).append(pattern)
            else:
                end = pattern.literals[-1]
                self._by_end.setdefault(end[-_END_OF:] if len(end) >= _END_OF else "", []).append(pattern)

    def find(self, text: str, least_letters: int = 0) -> Found | None:
        """The pattern that a whole text is of."""
        if text in self._whole:
            return Found(text)
        best: _Pattern | None = None
        fields: tuple[str, ...] = ()
        for listed in (
            self._by_word.get(text.partition(" ")[0], ()),
            self._by_end.get(text[-_END_OF:], ()),
            self._by_end.get("", ()),
        ):
            for pattern in listed:
                if pattern.letters < least_letters or (best is not None and pattern.letters <= best.letters):
                    break
                if (found := pattern.fields(text)) is not None:
                    best, fields = pattern, found
                    break
        return None if best is None else Found(best.text, fields)


@cache
def known(kind: str) -> Catalogue:
    """The engine's "sentences" or "deeds"."""
    return Catalogue(json.loads(sentences())[kind])


def deed_said(summary: str) -> str:
    """`Action.summary`, its fields letter by letter."""
    found = known("deeds").find(summary)
    if found is None:
        return summary
    if found.pattern == _AGAIN:
        return _filled(translate("Deeds", found.pattern), tuple(map(times_said, found.fields)))
    behind = _FIELD.split(f"{found.pattern} ")[1:]
    fields = [
        _counted(field) if words.startswith(_OF_A_DEED) else field
        for field, words in zip(found.fields, behind, strict=True)
    ]
    return _filled(translate("Deeds", found.pattern), fields)


@lru_cache(maxsize=512)
def sentences_said(text: str, deep: bool, language: str) -> str:
    """The sentences of a text in turn. `language` is one in it: a window that changes its language asks anew."""
    del language
    return "".join(_pieces(text, deep))


def _pieces(text: str, deep: bool) -> Iterator[str]:
    """The sentences in turn, with the spaces between them."""
    ends = [match.end() for match in _END.finditer(text)][:MOST_SENTENCES]
    ends = [*(end for end in ends if end < len(text)), len(text)]
    start = 0
    while start < len(text):
        here = start + len(text[start:]) - len(text[start:].lstrip())
        yield text[start:here]
        ahead = [end for end in ends if end > here]
        tried = ahead[:ENDS_TRIED] if here else [*ahead[:ENDS_TRIED], len(text)]
        for end in tried:
            if (sentence := _sentence(text[here:end], deep)) is not None:
                yield sentence
                start = end
                break
        else:
            start = ahead[0] if ahead else len(text)
            yield text[here:start]


def _sentence(text: str, deep: bool) -> str | None:
    catalogue = known("sentences")
    if found := catalogue.find(text):
        return _translated(found, deep)
    label, colon, rest = text.partition(": ")  # whose words: "notes: It ended."
    if colon and len(label) <= LONGEST_LABEL and (found := catalogue.find(rest, LEAST_WITHIN)):
        whose = catalogue.find(label)
        return f"{_translated(whose, deep) if whose else label}: {_translated(found, deep)}"
    first, comma, rest = text.partition(", ")
    if comma and (found := catalogue.find(first)) and (behind := _listed(rest)):
        return f"{_translated(found, deep)}, {behind}"
    return None


def _listed(text: str, most: int = 4) -> str | None:
    """One or several things the engine says within others, with commas between them."""
    if found := _sure(text):
        return _translated(found, deep=False)
    first, comma, rest = text.partition(", ")
    if comma and most and (found := _sure(first)) and (behind := _listed(rest, most - 1)):
        return f"{_translated(found, deep=False)}, {behind}"
    return None


def _sure(text: str) -> Found | None:
    """What the engine says where anything may stand: with enough words of its own, or about numbers alone."""
    found = known("sentences").find(text, LEAST_WITHIN)
    if found is None and text[:1].isdigit() and (counted := known("sentences").find(text)):
        return counted if all(map(_COUNT.fullmatch, counted.fields)) else None
    return found


def _translated(found: Found, deep: bool) -> str:
    words = in_window(found.pattern)
    if not deep:
        return _filled(words, found.fields)
    literals = _FIELD.split(found.pattern)
    fields = [
        field if literals[place][-1:] and literals[place][-1:] in _QUOTES else _within(field)
        for place, field in enumerate(found.fields)
    ]
    return _filled(words, fields)


def _within(field: str) -> str:
    """A field that is itself something the engine says, a number, or where a model is set up."""
    for written in (_counted(field), place_of(field)):
        if written != field:
            return written
    core = field.strip(_EDGES)
    words = _listed(core) if core else None
    return field if words is None else words.join(field.split(core, 1))


def _counted(field: str) -> str:
    """A count of a thousand and more, which the engine writes as English has it; all else as it is."""
    return number(int(field.replace(",", ""))) if "," in field and _COUNT.fullmatch(field) else field


def _filled(pattern: str, fields: Sequence[str]) -> str:
    return _FIELD.sub(lambda match: fields[int(match[0][1:-1]) - 1], pattern)
