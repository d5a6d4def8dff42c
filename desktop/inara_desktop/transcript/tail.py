"""The last lines of a paragraph that grows, laid out apart from those above.

For each word that is put behind it Qt shapes a whole paragraph: once to find its lines, and once more to paint them.
The words that stream in are plain, mostly, and change nothing above the last lines: those alone are laid out again
here, and the document takes the words once somebody looks for them in it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextBlock, QTextDocument, QTextLayout

from inara_desktop.transcript.growing import fragments

__all__ = ["Tail", "paint_lines"]

_KEPT = 2  # lines that are laid out again with what comes: a word that grows may leave its line, and go to the next
_MOST = 4  # lines that are; those above the last of them stay as they are then
_SIMPLE = re.compile("[ -\u02ff\u0370-\u058f\u2010-\u2027]*")  # no marks to combine, nothing read from the right


class Tail:
    """The end of a document of one paragraph; `begun` makes one where that looks as the document would."""

    __slots__ = ("_above", "_count", "_growing", "_height", "_place", "_text", "_width", "first", "more")

    def __init__(self, paragraph: QTextLayout, growing: QTextLayout, text: str, height: float) -> None:
        self.first = paragraph.lineCount() - _KEPT
        """The number of the document's line that is the first one here."""
        self.more = ""
        """What the document lacks."""
        first, last = paragraph.lineAt(self.first), paragraph.lineAt(self.first + 1)
        self._above: list[tuple[QTextLayout, int]] = []  # with the number of their lines that hold
        self._growing = growing
        self._text = text
        self._place = first.position()  # of the first line that grows
        self._width = first.width()
        self._height = _Heights(first.height(), last.y() - first.y(), height - last.y())
        self._count = _KEPT

    @classmethod
    def begun(cls, document: QTextDocument) -> Tail | None:
        """The tail of a document, if its last lines are plain text in one direction."""
        paragraph = document.lastBlock()
        lines = paragraph.layout()
        count = lines.lineCount()
        if count < _KEPT or paragraph.textDirection() != Qt.LayoutDirection.LeftToRight:
            return None
        first, last = lines.lineAt(count - _KEPT), lines.lineAt(count - 1)
        text, start = paragraph.text(), first.textStart()
        if len(text) + 1 != paragraph.length():  # Qt's places are others
            return None
        if not (_breaks_at(text, start) and _SIMPLE.fullmatch(text, start) and first.height() == last.height()):
            return None
        if not _is_plain(paragraph, start):
            return None
        return cls(lines, _made(document.defaultFont(), lines), text[start:], document.size().height())

    def grow(self, more: str) -> bool:
        """Take more words in; False where the document has to show them, as they look otherwise."""
        self.more += more
        if not _SIMPLE.fullmatch(more):
            return False
        if self._count > _MOST:
            self._leave_above()
        self._text += more
        layout, x, y = self._growing, self._place.x(), self._place.y()
        line_height, pitch, _ = self._height
        layout.setText(self._text)
        layout.beginLayout()
        count, same = 0, True
        while (line := layout.createLine()).isValid():
            line.setLeadingIncluded(True)
            line.setLineWidth(self._width)
            line.setPosition(QPointF(x, y))
            same = same and line.height() == line_height
            y += pitch
            count += 1
        layout.endLayout()
        self._count = count
        return same

    def _leave_above(self) -> None:
        """All but the last lines stay as they are: no word comes to them any more."""
        layout, above = self._growing, self._count - _KEPT
        line = layout.lineAt(above)
        start = line.textStart()
        if not _breaks_at(self._text, start):
            return
        self._above.append((layout, above))
        self._growing = _made(layout.font(), layout)
        self._text = self._text[start:]
        self._place = line.position()

    @property
    def last_line_top(self) -> int:
        """Where the last line begins."""
        return int(self._growing.position().y() + self._last_line_y)

    @property
    def height(self) -> float:
        """Of the whole document, with these lines instead of its last ones."""
        return self._last_line_y + self._height.rest

    @property
    def _last_line_y(self) -> float:
        return self._place.y() + (self._count - 1) * self._height.pitch

    def paint(self, painter: QPainter, clip: QRectF) -> bool:
        """Paint the lines in `clip`; whether those above may lie in it."""
        goes_on = paint_lines(painter, self._growing, clip, self._count)
        for layout, count in reversed(self._above):
            goes_on = goes_on and paint_lines(painter, layout, clip, count)
        return goes_on


class _Heights(NamedTuple):
    line: float
    pitch: float  # from one line to the next
    rest: float  # from where the last line begins to the end of the document


def paint_lines(painter: QPainter, layout: QTextLayout, clip: QRectF, count: int) -> bool:
    """Of the first `count` lines those that lie in `clip`, which are the last ones while text streams in.

    As Qt's layout of a document paints a paragraph, in a quarter of the time: it has neither list signs nor frames.
    Gives whether more above them may lie in it.
    """
    place = layout.position()
    for number in range(count - 1, -1, -1):
        line = layout.lineAt(number)
        top = place.y() + line.y()
        if top + line.height() < clip.top():
            return False
        if top <= clip.bottom():
            line.draw(painter, place)
    return True


def _made(font: QFont, like: QTextLayout) -> QTextLayout:
    """A layout for lines that follow those of another one."""
    layout = QTextLayout()
    layout.setFont(font)
    layout.setTextOption(like.textOption())
    layout.setPosition(like.position())
    layout.setCacheEnabled(True)  # what was shaped to be laid out is painted as well
    return layout


def _breaks_at(text: str, start: int) -> bool:
    """Whether a line begins with a word there, and not within a long one."""
    return not start or text[start - 1] == " "


def _is_plain(paragraph: QTextBlock, start: int) -> bool:
    """Whether what stands behind a place in a paragraph looks like a document's text does by itself."""
    position, _, form = fragments(paragraph)[-1]
    return position - paragraph.position() <= start and not form.propertyCount()
