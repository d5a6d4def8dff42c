"""What is left of Markdown when it is read aloud: the words, without the signs that say how they look."""

from __future__ import annotations

import re

__all__ = ["spoken"]

_LONGEST = 100_000  # characters; a longer text is read as it is, since whoever asks waits for it
_FENCE = re.compile(r"^[ \t]*(?:```+|~~~+)([^\n`]*)$", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\([^()\s]*\)")
_LINE_MARK = re.compile(
    r"^(?:[ \t]*>)+[ \t]?|^[ \t]{0,3}#{1,6}[ \t]+|^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[-:| \t]*)?$", re.MULTILINE
)
_MARK = re.compile(  # but for what formulas have; a star between blanks is one
    r"(\$\$.+?\$\$|\$(?=\S)[^$\n]+\$|\\\(.+?\\\)|\\\[.+?\\\])"
    r"|\*+(?=\S)|(?<=\S)\*+|`+|~~|(?<!\w)_+(?=\w)|(?<=\S)_+(?!\w)",
    re.DOTALL,
)
_CELL = re.compile(r"[ \t]*\|[ \t]*")


def spoken(source: str) -> str:
    """The words of a text or of a piece of one; code in fences keeps its signs."""
    if len(source) > _LONGEST:
        return source
    parts = _FENCE.split(source)  # words, language, code, language, words …
    said: list[str] = []
    for number, part in enumerate(parts):
        match number % 4:
            case 0:
                said.append(_words(part))
            case 3:
                pass  # what stands behind the fence that closes
            case _:
                said.append(part)
    return "".join(said)


def _words(text: str) -> str:
    text = _LINK.sub(r"\1", text)
    text = _LINE_MARK.sub("", text)
    text = _MARK.sub(lambda mark: mark[1] or "", text)
    return _CELL.sub(" ", text) if "|" in text else text
