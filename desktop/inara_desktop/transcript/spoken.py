"""What is left of Markdown when it is read aloud: the words, without the signs that say how they look."""

from __future__ import annotations

import re

__all__ = ["Speech", "spoken"]

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
_SENTENCE = re.compile(r"[.!?…。！？:](?:\s|$)|\n")
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


class Speech:
    """A text said while it comes, by sentences and lines. What is within a fence stays so, however it is cut."""

    def __init__(self, longest: int) -> None:
        self._longest = longest  # characters that wait for the end of their sentence
        self._waiting = ""
        self._in_code = False

    def feed(self, text: str) -> str:
        """What can be said now; "" nothing yet."""
        came = self._waiting + text
        end = max((match.end() for match in _SENTENCE.finditer(came)), default=0)
        self._waiting = came[end:][-self._longest :]
        return self._said(came[:end])

    def rest(self) -> str:
        """What is left at the end, without a full stop."""
        rest, self._waiting = self._waiting, ""
        return self._said(rest)

    def _said(self, piece: str) -> str:
        within = self._in_code
        self._in_code ^= bool(len(_FENCE.findall(piece)) % 2)
        return spoken(f"```\n{piece}" if within else piece)
