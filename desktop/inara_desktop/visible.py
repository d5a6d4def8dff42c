"""Make text honest: what can't be seen, or reorders what is seen, is written as [U+XXXX].

A path with a right-to-left override reads as another path; a tag character carries text that no
eye meets. What the person approves must be what they read, so the confirm dialog shows nothing
that did not pass through here.

`str.isprintable` refuses exactly the categories Cc, Cf, Cs, Co, Cn, Zl, Zp and every Zs but the
space. The blanks and selectors of other categories (Lo, So, Mn) are listed by hand.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

__all__ = ["visible"]

_DISGUISED = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef\u180b-\u180d\u180f"
_SUSPECT = re.compile(f"[{_DISGUISED}]|[^\x00-\u02ff]")
_HIDDEN = re.compile(f"[{_DISGUISED}]")

MARKS_IN_A_ROW = 3  # Hebrew with vowels and accents needs three on a letter; more is a tower
SHOWN_IN_A_ROW = 16


def visible(text: str, *, lines: bool = False) -> str:
    """The text with every invisible character written out, e.g. "[U+202E]" or "[U+200B ×37]".

    `lines` keeps line breaks and tabs, for previews; a field of one line shows them as marks too.
    Runs of the same character are collapsed with their count; of a longer run of different ones
    the first 16 are named and the rest counted.
    """
    if lines:
        return "\n".join("\t".join(_line(cell) for cell in line.split("\t")) for line in text.split("\n"))
    return _line(text)


def _line(text: str) -> str:
    if text.isprintable() and not _SUSPECT.search(text):
        return text
    out: list[str] = []
    for hidden, run in groupby(_marked(text), key=_is_marked):
        characters = [character for character, _ in run]
        out.append(_named(characters) if hidden else "".join(characters))
    return "".join(out)


def _is_marked(item: tuple[str, bool]) -> bool:
    return item[1]


def _marked(text: str) -> list[tuple[str, bool]]:
    """Each character, and whether it must be written out."""
    marked: list[tuple[str, bool]] = []
    marks = MARKS_IN_A_ROW  # a mark with nothing before it would sit on our own words
    for character in text:
        if not character.isprintable() or _HIDDEN.match(character):
            marked.append((character, True))
            marks = MARKS_IN_A_ROW
        elif character > "\u02ff" and unicodedata.category(character) in {"Mn", "Me"}:
            marks += 1
            marked.append((character, marks > MARKS_IN_A_ROW))
        else:
            marks = 0
            marked.append((character, False))
    return marked


def _named(characters: list[str]) -> str:
    runs = [(character, len(list(run))) for character, run in groupby(characters)]
    names = [f"[U+{ord(c):04X}]" if count == 1 else f"[U+{ord(c):04X} ×{count}]" for c, count in runs[:SHOWN_IN_A_ROW]]
    left = sum(count for _, count in runs[SHOWN_IN_A_ROW:])
    return "".join(names) + (f"[and {left} more invisible characters]" if left else "")
