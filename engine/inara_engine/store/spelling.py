"""Texts as the search index has them, and what of one a snippet shows as it was written.

The same word is written in several ways: its accents apart or not, pointed or not, in narrow signs or wide ones.
The index and the queries have one of them. `as_written` gives a person back the letters that stand in the text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

__all__ = ["CUT", "MATCH_END", "MATCH_START", "as_indexed", "as_written", "one_line"]

MATCH_START, MATCH_END = "\ue000", "\ue001"  # around what matched; private use, so no text of value has them
CUT = "\x1e"  # where a snippet goes on in the text
_SEPARATOR = "\x1f"  # between the signs of scripts without spaces; no word for the tokenizer
_OURS = (MATCH_START, MATCH_END, CUT, _SEPARATOR, "\0")  # FTS5's snippets end at the last

# Scripts written without spaces, which the tokenizer would take for one long word.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\ua9e0-\ua9ff\uaa60-\uaa7f"  # Thai, Lao, Burmese, Khmer
    "\u1950-\u19df\u1a20-\u1aaf\uaa80-\uaadf"  # of the Tai peoples
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\U0001aff0-\U0001b16f"  # 々〆〇, kana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Han
)
_MARKS = "".join(  # of these, which belong to the sign before
    chr(code)
    for code in (*range(0x0E00, 0x1AB0), *range(0x3099, 0x309B), *range(0xA9E0, 0xAAE0))
    if unicodedata.category(chr(code)).startswith("M")
)
_SIGN_OR_WORDS = re.compile(f"[{_UNSPACED}][{_MARKS}]*|[^{_UNSPACED}]+")
_NARROW_OR_WIDE = re.compile("[\uff01-\uffdc]+")  # letters and signs in the other width than usual

# What people leave out when they ask, and what is not to be seen.
_SILENT = (
    "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"  # accents no letter has of its own
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # Hebrew points
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08e1\u08e3-\u08ff"
    "\u0711\u0730-\u074a"  # Syriac
    "\u00ad\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"  # breaks, joints and directions
    "\ufe00-\ufe0f\U000e0100-\U000e01ef"  # variants of the sign before
)
_LEFT_OUT = re.compile(f"[{_SILENT}]+")
_UNUSUAL = re.compile(f"[{_SILENT}\uff01-\uffdc]")
# Spelled in one way only, and spaced: the letters of Europe and common signs. Most texts are of these.
_ONE_SPELLING = re.compile(
    "[\0-\u00ac\u00ae-\u02ff\u0375-\u037d\u037f-\u0386\u0388-\u0482\u048a-\u0588"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u22ff\u2500-\u27bf]*"
)
# More marks on one letter than any writing has: putting them in order takes the square of their number.
_TOWER_MARKS = 32
_SLICE = 4096
_TOWER = re.compile(f"[^\\w\\s\\0-\\x7f]{{{_TOWER_MARKS + 1},}}")
_MARKED = re.compile(f"([{MATCH_START}{MATCH_END}])")
_LOOKED_AT = 4096  # characters from the word on in which a snippet begins, beside its own


def as_indexed(text: str) -> str:
    """A text as it is indexed and searched: in one spelling, each sign of an unspaced script a word."""
    text = _without_ours(text)
    return text if _has_one_spelling(text) else _SEPARATOR.join(_SIGN_OR_WORDS.findall(_folded(text)))


def as_written(snippet: str, text: str) -> str:
    """A snippet of `as_indexed(text)` in the letters of the text, each match with all that belongs to its letters."""
    snippet = snippet.replace(_SEPARATOR, "")
    text = _without_ours(text)
    folded = text if _has_one_spelling(text) else _folded(text)
    shown = snippet.strip(CUT)
    begin = folded.find(_MARKED.sub("", shown)) if folded != text else -1
    if begin < 0:
        return snippet
    word = folded.rfind(" ", 0, begin) + 1
    rest = text.split(" ", folded.count(" ", 0, word))[-1][: _LOOKED_AT + 4 * len(shown)]
    pieces = _MARKED.split(shown)
    at, start = begin - word, _place(rest, begin - word)
    for n, piece in enumerate(pieces):
        if not _MARKED.match(piece):
            at += len(piece)
            end = _place(rest, at)
            pieces[n], start = rest[start:end], end
    before, after = (CUT * snippet.startswith(CUT), CUT * snippet.endswith(CUT))
    return f"{before}{''.join(pieces)}{after}"


def one_line(snippet: str) -> str:
    """A snippet as a person reads it."""
    return " ".join(snippet.replace(CUT, "…").split())


def _without_ours(text: str) -> str:
    for mark in _OURS:
        text = text.replace(mark, " ")
    return text


def _has_one_spelling(text: str) -> bool:
    return text.isascii() or _ONE_SPELLING.fullmatch(text) is not None


def _folded(text: str) -> str:
    """Word by word, so that a word is spelled here as it is in any text; spaces stay."""
    silent = _UNUSUAL.search(text)
    if silent:
        text = _NARROW_OR_WIDE.sub(lambda signs: unicodedata.normalize("NFKC", signs[0]), text)
    text = unicodedata.normalize("NFC", _TOWER.sub(_lower_tower, text))
    return _LEFT_OUT.sub("", text) if silent else text


def _lower_tower(marks: re.Match[str]) -> str:
    run = marks[0]
    starts = range(_TOWER_MARKS, len(run), _SLICE)  # at once, a page of pictures would be an object for each
    rest = ("".join(sign for sign in run[at : at + _SLICE] if not unicodedata.combining(sign)) for at in starts)
    return run[:_TOWER_MARKS] + "".join(rest)


def _place(text: str, folded_place: int) -> int:
    """Where in a text the letter ends behind which there are so many characters of it `_folded`."""
    return bisect_right(range(len(text) + 1), folded_place, key=lambda end: len(_folded(text[:end]))) - 1
