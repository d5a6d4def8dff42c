"""The last lines of a paragraph that grows, laid out apart from those above.

For each word that is put behind it Qt shapes a whole paragraph: once to find its lines, and once more to paint them.
The words that stream in are plain, mostly, and change nothing above the last lines: those alone are laid out again
here, and the document takes the words later, all at once.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextBlock, QTextDocument, QTextLayout

from inara_desktop.transcript.growing import fragments

__all__ = ["Tail", "paint_lines"]

_KEPT = 2  # of the document's lines: a word that grows may leave its line, and go to the next
_MOST = 10  # lines: more are laid out in about the time that the document takes for each of the few times it is asked
_SIMPLE = re.compile("[ -\u02ff\u0370-\u058f\u2010-\u2027]*")  # no marks to combine, nothing read from the right


class Tail:
    """The end of a document of one paragraph; `begun` makes one where that looks as the document would."""

    __slots__ = ("_height", "_layout", "_line_height", "_pitch", "_place", "_text", "_width", "count", "first", "more")

    def __init__(self, layout: QTextLayout, paragraph: QTextLayout, text: str, height: float) -> None:
        self.first = paragraph.lineCount() - _KEPT
        """The number of the document's line that is the first one here."""
        self.count = _KEPT
        self.more = ""
        """What the document lacks."""
        first, last = paragraph.lineAt(self.first), paragraph.lineAt(self.first + 1)
        self._layout = layout
        self._text = text
        self._place = first.position()
        self._width = first.width()
        self._line_height = first.height()
        self._pitch = last.y() - first.y()
        self._height = height - _KEPT * self._pitch

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
        if (start and text[start - 1] != " ") or not _SIMPLE.fullmatch(text, start) or first.height() != last.height():
            return None
        if not _is_plain(paragraph, start):
            return None
        layout = QTextLayout()
        layout.setFont(document.defaultFont())
        layout.setTextOption(lines.textOption())
        layout.setPosition(lines.position())
        layout.setCacheEnabled(True)  # what was shaped to be laid out is painted as well
        return cls(layout, lines, text[start:], document.size().height())

    def grow(self, more: str) -> bool:
        """Take more words in; False where the document has to show them: for their number, or their letters."""
        self.more += more
        if self.count > _MOST or not _SIMPLE.fullmatch(more):
            return False
        self._text += more
        layout, x, y = self._layout, self._place.x(), self._place.y()
        layout.setText(self._text)
        layout.beginLayout()
        self.count, same = 0, True
        while (line := layout.createLine()).isValid():
            line.setLeadingIncluded(True)
            line.setLineWidth(self._width)
            line.setPosition(QPointF(x, y))
            same = same and line.height() == self._line_height
            y += self._pitch
            self.count += 1
        layout.endLayout()
        return same

    @property
    def last_line_top(self) -> int:
        """Where the last line begins."""
        return int(self._layout.position().y() + self._place.y() + (self.count - 1) * self._pitch)

    @property
    def height(self) -> float:
        """Of the whole document, with these lines instead of its last ones."""
        return self._height + self.count * self._pitch

    def paint(self, painter: QPainter, clip: QRectF) -> bool:
        """Paint the lines in `clip`; whether those above may lie in it."""
        return paint_lines(painter, self._layout, clip, self.count)


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


def _is_plain(paragraph: QTextBlock, start: int) -> bool:
    """Whether what stands behind a place in a paragraph looks like a document's text does by itself."""
    position, _, form = fragments(paragraph)[-1]
    return position - paragraph.position() <= start and not form.propertyCount()
