"""Paragraphs, headings, list items and quotes: one small QTextDocument a block, made when seen, dropped when far."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from math import ceil
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QImage,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLayout,
    QTextOption,
)

from inara_desktop.transcript.block import Block, Link, Target, places_between, text_areas
from inara_desktop.transcript.dressing import QUOTE_STEP, dress
from inara_desktop.transcript.footnotes import is_ours
from inara_desktop.transcript.growing import (
    Looks,
    appended,
    cut_at_end,
    fragments,
    last_line_top,
    looks_of,
    put_at_end,
    top_of_change,
)
from inara_desktop.transcript.inline_math import InlineMath, formulas_between
from inara_desktop.transcript.markers import Marker, indent_for, paint_markers
from inara_desktop.transcript.span import Span
from inara_desktop.transcript.style import Style
from inara_desktop.transcript.tail import Tail, paint_lines
from inara_desktop.transcript.text import utf16_length

__all__ = ["InertDocument", "ProseBlock", "estimated", "heading_gap"]

_FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
_SEPARATORS = re.compile("[\u2028\u2029\ufdd0\ufdd1]")  # of lines and paragraphs, and of cells in a quote's table
_HEADING_GAP = (28, 24, 20, 16, 16, 16)


class InertDocument(QTextDocument):
    """A document that never loads anything: every image is one transparent pixel made here.

    Returning nothing would not do: Qt then opens the path itself.
    """

    def loadResource(self, type: int, name: QUrl | str) -> Any:  # noqa: A002 - Qt's name
        _ = type, name
        pixel = QImage(1, 1, QImage.Format.Format_ARGB32)
        pixel.fill(Qt.GlobalColor.transparent)
        return pixel


class ProseBlock(Block):
    """Markdown that runs as text. `markdown` gives the prepared source whenever a layout is needed."""

    __slots__ = (
        "_bars",
        "_changed_top",
        "_document",
        "_evicted_width",
        "_left",
        "_looks",
        "_markdown",
        "_markers",
        "_math",
        "_muted",
        "_shown",
        "_tail",
    )

    def __init__(self, style: Style, span: Span, markdown: Callable[[Span], str], *, muted: bool = False) -> None:
        super().__init__(style, span)
        self._markdown = markdown
        self._document: QTextDocument | None = None
        self._math: InlineMath | None = None
        self._shown: str = ""
        self._looks: Looks | None = None  # of a block that grows
        self._changed_top = 0
        self._tail: Tail | None = None  # of a block that grows: words that the document lacks
        self._markers: Sequence[Marker] = ()
        self._left = 0  # as its words are read from the left or the right
        self._bars: Sequence[QRectF] = ()
        self._muted = muted
        self._evicted_width = 600  # the last one

    def estimate(self, width: int) -> int:
        return self.gap + estimated(self.style, self.span, width)

    def lay_out(self, width: int) -> None:
        text = self._markdown(self.span)
        room = max(40, width - self.left)
        document = self._document
        if document is None:
            document = self._document = self._empty()
            self._read(document, text, room)
            self._changed_top = 0
        elif document.textWidth() != room:
            if text != self._shown:
                self._read(document, text, room)
            self._complete(document)
            document.setTextWidth(room)
            self._changed_top = 0
        elif text == self._shown:
            self._changed_top = self.height
            if self.span.closed:
                self._complete(document)
        elif more := appended(self._shown, text):
            self._changed_top = self.gap + self._grow(document, more)
            self._looks = None
        elif less := appended(text, self._shown):  # a long paragraph is cut in two
            self._complete(document)
            cut_at_end(document, less)
            self._changed_top = self.gap + last_line_top(document)
            self._looks = None
        else:
            self._complete(document)
            before = self._looks or looks_of(document)
            self._read(document, text, room)
            self._looks = looks_of(document)
            self._changed_top = self.gap + top_of_change(document, before, self._looks)
        self._shown = text
        self.width = width
        self._bars = _quote_bars(document) if self.span.kind == "quote" else ()
        self.height = self.gap + ceil(self._tail.height if self._tail else document.size().height())

    def _grow(self, document: QTextDocument, more: str) -> int:
        """Put words at the end; gives the height from which on it looks different."""
        if self._tail is None and self.span.kind != "quote" and document.blockCount() == 1:
            self._tail = Tail.begun(document)
        if self._tail is None:
            top = last_line_top(document)
            put_at_end(document, more)
            return top
        top = self._tail.last_line_top
        if not self._tail.grow(more):
            self._complete(document)
        return top

    def _complete(self, document: QTextDocument) -> None:
        """Give the document the words that it lacks."""
        if self._tail is not None:
            put_at_end(document, self._tail.more)
            self._tail = None

    def changed_top(self) -> int:
        return self._changed_top

    def formulas_came(self) -> bool:
        if self._math is None or not self._math.waits:
            return False
        self.evict()
        self.changed()
        return True

    def evict(self) -> None:
        self._evicted_width = self.width if self.width > 0 else self._evicted_width
        self.width = -1  # seen again, it is laid out when there is time, and not while it is painted
        self._document = self._math = self._tail = None
        self._shown = ""
        self._looks = None

    def _empty(self) -> QTextDocument:
        document = InertDocument()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(self.style.body)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        return document

    def _read(self, document: QTextDocument, text: str, room: int) -> None:
        self._tail = None
        document.setMarkdown(text, _FEATURES)
        quoted = self.span.kind == "quote"
        muted = self._muted or quoted
        self._math, self._markers = dress(document, self.style, depth=self.span.depth, muted=muted, quoted=quoted)
        if document.indentWidth() != (indent := indent_for(self._markers, self.style)):
            document.setIndentWidth(indent)
        from_right = document.firstBlock().textDirection() == Qt.LayoutDirection.RightToLeft
        self._left = 0 if from_right else self.left
        document.setTextWidth(room)

    def _laid_out(self, *, whole: bool = True) -> QTextDocument:
        if self._document is None:
            self.lay_out(self.width if self.width > 0 else self._evicted_width)
        if self._document is None:
            raise RuntimeError("a block that was laid out has no document")
        if whole:
            self._complete(self._document)
        return self._document

    def paint(self, painter: QPainter, clip: QRectF, selected: tuple[int, int] | None) -> None:
        document = self._laid_out(whole=selected is not None)
        clip = clip.translated(-self._left, -self.gap)
        painter.save()
        painter.translate(self._left, self.gap)
        for bar in self._bars:
            painter.fillRect(bar, self.style.border)
        if self._markers:
            paint_markers(painter, document, self._markers, clip, self.style)
        if selected is None and document.blockCount() == 1:
            painter.setPen(self.style.muted if self._muted else self.style.text)
            self._paint_lines(painter, document.firstBlock().layout(), clip)
        else:
            self._paint_document(painter, document, clip, selected)
        painter.restore()

    def _paint_lines(self, painter: QPainter, lines: QTextLayout, clip: QRectF) -> None:
        if self._tail is None:
            paint_lines(painter, lines, clip, lines.lineCount())
        elif self._tail.paint(painter, clip):
            paint_lines(painter, lines, clip, self._tail.first)

    def _paint_document(
        self, painter: QPainter, document: QTextDocument, clip: QRectF, selected: tuple[int, int] | None
    ) -> None:
        context = QAbstractTextDocumentLayout.PaintContext()
        shown: Any = context
        palette = QPalette(shown.palette)
        palette.setColor(QPalette.ColorRole.Text, self.style.muted if self._muted else self.style.text)
        shown.palette = palette
        shown.clip = clip
        if selected:
            shown.selections = [_selection(document, *selected, self.style.selection)]
        document.documentLayout().draw(painter, context)

    def target_at(self, point: QPointF) -> Target | None:
        if self._document is None:
            return None
        place = QPointF(point.x() - self._left, point.y() - self.gap)
        link = self._document.documentLayout().anchorAt(place)
        return Target("link", link, "" if is_ours(link) else link) if link else None

    def position_at(self, point: QPointF) -> int:
        document = self._laid_out()
        place = QPointF(point.x() - self._left, point.y() - self.gap)
        return max(0, document.documentLayout().hitTest(place, Qt.HitTestAccuracy.FuzzyHit))

    def in_sight(self, needle: str, top: float, bottom: float) -> list[int]:
        return places_between(self, self.find(needle, top, bottom), utf16_length(needle), top, bottom)

    def areas(self, position: int, length: int) -> list[QRectF]:
        document = self._laid_out()
        found: list[QRectF] = []
        block = document.findBlock(position)
        end = position + length
        while block.isValid() and block.position() < end:
            layout = block.layout()
            origin = layout.position() + QPointF(self._left, self.gap)
            parts = text_areas(layout, max(0, position - block.position()), end - block.position())
            found += [part.translated(origin) for part in parts]
            block = block.next()
        return found

    def links(self) -> list[Link]:
        if self._document is None:
            return []
        runs: list[tuple[int, str, str]] = []  # (position, words, target); its looks may change within a link
        block = self._document.begin()
        while block.isValid():
            for position, words, form in fragments(block):
                if target := form.anchorHref():
                    before = runs[-1] if runs else (0, "", "")
                    if before[2] == target and before[0] + utf16_length(before[1]) == position:
                        runs[-1] = before[0], before[1] + words, target
                    else:
                        runs.append((position, words, target))
            block = block.next()
        return [Link(words, target, tuple(self.areas(at, utf16_length(words)))) for at, words, target in runs]

    def plain(self) -> str:
        return _SEPARATORS.sub("\n", self._laid_out().toRawText())

    def excerpt(self, start: int, end: int) -> str:
        text = super().excerpt(start, end)
        if self._math is None or "\ufffc" not in text:
            return text
        formulas = iter(formulas_between(self._laid_out(), start, end))
        return re.sub("\ufffc", lambda letter: next(formulas, letter[0]), text)


def estimated(style: Style, span: Span, width: int) -> int:
    """The height of Markdown that wasn't laid out, without a gap."""
    room = max(80, width - span.depth * style.list_indent)
    return (ceil((span.end - span.start) * style.char_px / room) or 1) * style.line_px


def heading_gap(level: int) -> int:
    """The space above a heading of level 1…6."""
    return _HEADING_GAP[min(level, 6) - 1]


def _selection(document: QTextDocument, start: int, end: int, color: QColor) -> QAbstractTextDocumentLayout.Selection:
    made: Any = QAbstractTextDocumentLayout.Selection()
    last = document.characterCount() - 1
    cursor = QTextCursor(document)
    cursor.setPosition(min(start, last))
    cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
    look = QTextCharFormat()
    look.setBackground(color)
    made.cursor, made.format = cursor, look
    return made


def _quote_bars(document: QTextDocument) -> list[QRectF]:
    """A bar at the left of each level, without gaps between the paragraphs of a level, nor beside a table."""
    bars: list[QRectF] = []
    layout = document.documentLayout()
    ends: list[float] = []  # where the bars of the block above end, level by level
    free = 0.0  # below the table above
    block = document.begin()
    while block.isValid():
        level = min(8, block.blockFormat().intProperty(QTextFormat.Property.BlockQuoteLevel))
        if not level and block.next().isValid():  # of a table
            if table := QTextCursor(block).currentTable():
                free = layout.frameBoundingRect(table).bottom()
            block = block.next()
            continue
        area = layout.blockBoundingRect(block)
        for step in range(level):
            top = ends[step] if step < len(ends) else max(area.top(), free)
            x = step * QUOTE_STEP
            if block.textDirection() == Qt.LayoutDirection.RightToLeft:
                x = document.textWidth() - 3 - x
            bars.append(QRectF(x, top, 3, area.bottom() - top))
        ends = [area.bottom()] * level
        block = block.next()
    return bars
