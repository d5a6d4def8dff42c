"""What was put into a message and not typed there: whoever wrote it may want a model to do something.

A message that holds some of it says so, and what would follow from it is asked about, as after a web page. A word, a
path or an address that is pasted alone orders nothing.
"""

from __future__ import annotations

__all__ = ["Pastes"]

SHORTEST = 40  # characters that could order something
PIECE = 20  # by which a text is known again, whatever is changed around them
KEPT_PIECES = 2500  # the longest paste


class Pastes:
    """Those of this run of the app, known by their pieces: a text is put back by undo, moved, and kept as a draft."""

    def __init__(self) -> None:
        self._pieces: dict[str, None] = {}  # the oldest first

    def add(self, text: str) -> None:
        """This was put in."""
        words = _in_line(text)
        if len(words) >= SHORTEST and not (words.isascii() and " " not in words):
            for at in range(0, len(words) - PIECE + 1, PIECE):
                self._pieces.pop(words[at : at + PIECE], None)
                self._pieces[words[at : at + PIECE]] = None
            for piece in list(self._pieces)[:-KEPT_PIECES]:
                del self._pieces[piece]

    def within(self, text: str) -> bool:
        """Whether a text holds some of it. The cost is that of the text, however much was put in."""
        if not self._pieces:
            return False
        words = _in_line(text)
        windows = map(slice, range(len(words) - PIECE + 1), range(PIECE, len(words) + 1))
        return not self._pieces.keys().isdisjoint(map(words.__getitem__, windows))


def _in_line(text: str) -> str:
    """The words as they are in every field: line ends and blanks come back from one as others."""
    return " ".join(text.split())
