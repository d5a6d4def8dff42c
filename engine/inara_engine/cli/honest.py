"""Text of a question as it is: what no eye meets is written out, so that nobody agrees to what they don't see.

An answer may have joiners and selectors in it, which emoji and some scripts are written with. A question may not
have any that isn't seen: tag characters alone can spell a whole instruction inside a harmless word.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["shown", "shown_lines"]

# Blanks and selectors that `str.isprintable` takes for letters and marks.
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
_MARKS = frozenset({"Mn", "Me"})
_MARKS_IN_A_ROW = 3  # on one letter; more are a tower over other lines


def shown(text: str) -> str:
    """A field of one line: a line end in it must not write lines of its own into the question."""
    if text.isascii() and text.isprintable():
        return text
    written: list[str] = []
    marks = _MARKS_IN_A_ROW  # one with nothing before it would sit on our own words
    for character in text:
        marks = marks + 1 if unicodedata.category(character) in _MARKS else 0
        seen = character.isprintable() and not _BLANK.match(character) and marks <= _MARKS_IN_A_ROW
        written.append(character if seen else f"⟨U+{ord(character):04X}⟩")
    return "".join(written)


def shown_lines(text: str) -> list[str]:
    """A preview's lines. Only a line feed ends one, as in files and shells; tabs stay."""
    return ["\t".join(map(shown, line.split("\t"))) for line in text.removesuffix("\n").split("\n")] if text else []
