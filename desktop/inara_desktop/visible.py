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

from inara_desktop.wording import number, translate

__all__ = ["visible"]

_DISGUISED = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef\u180b-\u180d\u180f"
_HIDDEN = re.compile(f"[{_DISGUISED}]")
_PERHAPS_MARKS = re.compile(r"^[^\w -~]|[^\w -~]{4,}")  # letters of all scripts are \w, marks are not
_PIECES = re.compile(rf"(?:(?![{_DISGUISED}])[\w -~])+|.", re.DOTALL)
_MARKS = frozenset({"Mn", "Me"})

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
    if text.isprintable() and not _HIDDEN.search(text) and not _PERHAPS_MARKS.search(text):
        return text  # nearly all text, at the speed of C
    out: list[str] = []
    hidden: list[str] = []
    marks = MARKS_IN_A_ROW  # a mark with nothing before it would sit on our own words
    for piece in _PIECES.findall(text):
        if not piece.isprintable() or _HIDDEN.match(piece):
            hidden.append(piece)
            marks = MARKS_IN_A_ROW
            continue
        if piece > "\u02ff" and unicodedata.category(piece[0]) in _MARKS:
            marks += 1
            if marks > MARKS_IN_A_ROW:
                hidden.append(piece)
                continue
        else:
            marks = 0
        if hidden:
            out.append(_named(hidden))
            hidden = []
        out.append(piece)
    return "".join(out) + (_named(hidden) if hidden else "")


def _named(characters: list[str]) -> str:
    runs = [(character, len(list(run))) for character, run in groupby(characters)]
    names = [f"[U+{ord(c):04X}]" if count == 1 else f"[U+{ord(c):04X} ×{count}]" for c, count in runs[:SHOWN_IN_A_ROW]]
    left = sum(count for _, count in runs[SHOWN_IN_A_ROW:])
    return "".join(names) + (_left(left) if left else "")


def _left(count: int) -> str:
    return translate("Visible", "[and {count} more invisible characters]").format(count=number(count))
