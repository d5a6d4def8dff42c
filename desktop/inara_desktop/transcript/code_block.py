"""A block of code: lines are appended, never parsed again; only lines that are painted are laid out and coloured."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QTextLayout, QTextOption

from inara_desktop.transcript.block import Block, Target, Thumb, cursor_x, text_areas, thumb_of
from inara_desktop.transcript.glyphs import copy_glyph
from inara_desktop.transcript.highlight import highlight, language_name
from inara_desktop.transcript.markdown_lines import dedented
from inara_desktop.transcript.span import Span
from inara_desktop.transcript.style import Style
from inara_desktop.transcript.text import lowered, paintable, runs_both_ways, utf16_length, utf16_places, utf16_ranges
from inara_desktop.wording import more_characters, translate

__all__ = ["CodeBlock"]

_HEADER = 32
_PAD = 12
_LINE_LIMIT = 4000  # characters of a line that are laid out
_COLUMN_BITS = 20
_STATE_STEP = 4096  # lines coloured to find the state of a line far down; beyond that colouring starts afresh


class CodeBlock(Block):
    """`append` takes text as it comes. The body may be megabytes: cost per frame is that of the lines on screen."""

    __slots__ = (
        "_changed_line",
        "_dirty_line",
        "_hidden",
        "_layouts",
        "_longest",
        "_scroll",
        "_states",
        "consumed",
        "header",
        "lines",
    )

    def __init__(self, style: Style, span: Span, *, header: bool = True) -> None:
        super().__init__(style, span)
        self.header = header
        self.lines: list[str] = [""]
        self.consumed = span.body_start
        self._hidden: dict[int, int] = {}  # line -> characters beyond the limit
        self._layouts: dict[int, QTextLayout] = {}
        self._states: list[int] = [0]
        self._longest = 0
        self._scroll = 0
        self._dirty_line = 0  # lines from here on are not on screen as they are now
        self._changed_line = 0  # the first of those that the last layout was for

    def append(self, text: str) -> None:
        pieces = text.split("\n")
        last = len(self.lines) - 1
        self._dirty_line = min(self._dirty_line, last)
        self._layouts.pop(last, None)
        del self._states[last + 1 :]
        self._put(last, self.lines[last], pieces[0])
        more = pieces[1:]
        longest = max(map(len, more), default=0)
        if longest <= _LINE_LIMIT:
            self.lines += more
            self._longest = max(self._longest, longest if _is_plain(text) else max(map(_columns, more), default=0))
        else:
            for piece in more:
                self.lines.append("")
                self._put(len(self.lines) - 1, "", piece)
        self.width = -1

    def _put(self, index: int, before: str, piece: str) -> None:
        room = _LINE_LIMIT + self.span.indent - len(before)
        if len(piece) > room:
            self._hidden[index] = self._hidden.get(index, 0) + len(piece) - max(0, room)
            piece = piece[: max(0, room)]
        line = before + piece
        self.lines[index] = line
        self._longest = max(self._longest, _columns(line))

    @property
    def line_count(self) -> int:
        """Lines to show: what follows the last newline is a line only if it holds something."""
        count = len(self.lines)
        return max(1, count - (not self.lines[-1] and count > 1))

    def _text_of(self, index: int) -> str:
        line = dedented(self.lines[index].rstrip("\r").expandtabs(4), self.span.indent)
        hidden = self._hidden.get(index)
        return f"{line} {more_characters(hidden)}" if hidden else line

    @property
    def _top(self) -> int:
        return self.gap + (_HEADER if self.header else 8)

    def estimate(self, width: int) -> int:
        _ = width
        return self._top + self.line_count * self.style.code_line_px + _PAD

    @staticmethod
    def height_of(style: Style, code: str) -> int:
        """What a block of this code takes, with its header and without a gap: the same, without making its lines."""
        lines = code.count("\n") + (not code.endswith("\n"))
        return _HEADER + lines * style.code_line_px + _PAD

    def lay_out(self, width: int) -> None:
        self.width = width
        self.height = self.estimate(width)
        self._changed_line, self._dirty_line = self._dirty_line, len(self.lines)
        self._scroll = max(0, min(self._scroll, self._overflow()))

    def changed_top(self) -> int:
        return self._top + (self._changed_line - 1) * self.style.code_line_px if self._changed_line > 1 else 0

    def evict(self) -> None:
        self._layouts.clear()

    def _overflow(self) -> int:
        """How far it can be scrolled sideways."""
        wide = round((self._longest - self.span.indent) * self.style.code_char_px)
        wide += 220 if self._hidden else 0
        return max(0, wide + 2 * _PAD - (self.width - self.left))

    def scroll_by(self, delta: int) -> bool:
        moved = max(0, min(self._scroll + delta, self._overflow()))
        changed = moved != self._scroll
        self._scroll = moved
        return changed

    def thumb(self) -> Thumb | None:
        track = QRectF(self.left + 8, self.height - 7, self.width - self.left - 16, 4)
        return thumb_of(track, self._overflow(), self._scroll)

    def _state_before(self, index: int) -> int:
        states = self._states
        if index - len(states) > _STATE_STEP:
            return 0
        while len(states) <= index:
            n = len(states) - 1
            states.append(highlight(self._text_of(n), self.span.info, states[n])[1])
        return states[index]

    def _layout(self, index: int) -> QTextLayout:
        layout = self._layouts.get(index)
        if layout is None:
            text = paintable(self._text_of(index))
            layout = QTextLayout(text, self.style.mono)
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.NoWrap)
            layout.setTextOption(option)
            pieces, _ = highlight(text, self.span.info, self._state_before(index))
            if pieces:
                ranges: list[QTextLayout.FormatRange] = []
                places = utf16_ranges(text, [(piece.start, piece.length) for piece in pieces])
                for piece, (start, length) in zip(pieces, places, strict=True):
                    span = QTextLayout.FormatRange()
                    span.start, span.length = start, length
                    span.format = self.style.code_formats[piece.kind]
                    ranges.append(span)
                layout.setFormats(ranges)
            layout.setCacheEnabled(True)
            layout.beginLayout()
            layout.createLine()
            layout.endLayout()
            if len(self._layouts) > 400:
                self._layouts.clear()
            self._layouts[index] = layout
        return layout

    def paint(self, painter: QPainter, clip: QRectF, selected: tuple[int, int] | None) -> None:
        style = self.style
        box = QRectF(self.left, self.gap, self.width - self.left, self.height - self.gap)
        painter.setPen(style.border_pen)
        painter.setBrush(style.sunken)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        if self.header and clip.top() < self.gap + _HEADER:
            self._paint_header(painter, box)
        painter.save()
        painter.setClipRect(QRectF(box.left() + 1, self._top, box.width() - 2, self.height - self._top - 4))
        painter.setPen(style.text)
        step = style.code_line_px
        first = max(0, int((clip.top() - self._top) // step))
        last = min(self.line_count, int((clip.bottom() - self._top) // step) + 2)
        x = box.left() + _PAD - self._scroll
        lead = (step - style.mono_metrics.height()) / 2
        offsets = self._selected_lines(selected, first, last) if selected else {}
        for index in range(first, last):
            layout = self._layout(index)
            y = self._top + index * step
            if index in offsets:
                start, end = offsets[index]
                line = layout.lineAt(0)
                x0 = x + cursor_x(line.cursorToX(start))
                x1 = x + cursor_x(line.cursorToX(end)) + (4 if selected and selected[1] > end else 0)
                painter.fillRect(QRectF(x0, y, x1 - x0, step), style.selection)
            layout.draw(painter, QPointF(x, y + lead))
        painter.restore()
        if thumb := self.thumb():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.thumb)
            painter.drawRoundedRect(thumb.area, 2, 2)

    def _paint_header(self, painter: QPainter, box: QRectF) -> None:
        style = self.style
        line = QPainterPath()
        line.moveTo(box.left() + 1, box.top() + _HEADER - 3.5)
        line.lineTo(box.right() - 1, box.top() + _HEADER - 3.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(line)
        painter.setFont(style.small)
        painter.setPen(style.muted)
        head = QRectF(box.left() + _PAD, box.top(), box.width() - 2 * _PAD, _HEADER - 4)
        flags = Qt.AlignmentFlag.AlignVCenter
        name = style.small_metrics.elidedText(
            language_name(self.span.info), Qt.TextElideMode.ElideRight, head.width() - 90
        )
        painter.drawText(head, flags | Qt.AlignmentFlag.AlignLeft, name)
        copy = translate("CodeBlock", "Copy")
        painter.drawText(head, flags | Qt.AlignmentFlag.AlignRight, copy)
        wide = style.small_metrics.horizontalAdvance(copy)
        copy_glyph(painter, QRectF(head.right() - wide - 18, head.center().y() - 6, 12, 12), style.muted)

    def target_at(self, point: QPointF) -> Target | None:
        area = self.copy_area()
        return Target("copy", hint=translate("CodeBlock", "Copy this code")) if area and area.contains(point) else None

    def copy_area(self) -> QRectF | None:
        if not self.header:
            return None
        wide = ceil(self.style.small_metrics.horizontalAdvance(translate("CodeBlock", "Copy"))) + 18 + 12
        return QRectF(self.width - _PAD + 6 - wide, self.gap + 3, wide, _HEADER - 9)

    # ---- find: a position is the line's number and the place in it, so that none asks for the lines above

    def find(self, needle: str, top: float, bottom: float) -> list[int]:
        return [
            index << _COLUMN_BITS | column
            for index in self._between(top, bottom)
            for column in utf16_places(lowered(self._text_of(index)), needle)
        ]

    def in_sight(self, needle: str, top: float, bottom: float) -> list[int]:
        found: list[int] = []
        for index in self._between(top, bottom):
            text = lowered(self._text_of(index))
            columns = utf16_places(text, needle)
            if not runs_both_ways(text):  # else what stands beside is not what comes before
                line = self._layout(index).lineAt(0)
                first = line.xToCursor(self._scroll - _PAD) - utf16_length(needle)
                last = line.xToCursor(self._scroll + self.width - self.left)
                columns = columns[bisect_left(columns, first) : bisect_right(columns, last)]
            found += [index << _COLUMN_BITS | column for column in columns]
        return found

    def _between(self, top: float, bottom: float) -> range:
        """The lines that reach into a range of heights."""
        step = self.style.code_line_px
        first = max(0, min(self.line_count, int((max(top, 0.0) - self._top) // step)))
        last = self.line_count if bottom > self.height else int((bottom - self._top) // step) + 1
        return range(first, min(last, self.line_count))

    def areas(self, position: int, length: int) -> list[QRectF]:
        index, column = position >> _COLUMN_BITS, position & (1 << _COLUMN_BITS) - 1
        y = self._top + index * self.style.code_line_px
        x = self.left + _PAD - self._scroll
        height = self.style.code_line_px
        room = QRectF(self.left + 1, y, self.width - self.left - 2, height)
        found = text_areas(self._layout(index), column, column + length)
        return [QRectF(x + area.left(), y, area.width(), height) & room for area in found]

    def reveal(self, position: int) -> None:
        column = position & (1 << _COLUMN_BITS) - 1
        wide = self.width - self.left - 2 * _PAD
        x = round(column * self.style.code_char_px)
        if not self._scroll <= x < self._scroll + wide - 100:
            self.scroll_by(x - wide // 2 - self._scroll)

    # ---- text

    def code(self) -> str:
        """What the copy button copies, as far as lines are kept (see `source` of the flow for all of it)."""
        return "\n".join(self._text_of(i) for i in range(self.line_count))

    def plain(self) -> str:
        return self.code()

    def position_at(self, point: QPointF) -> int:
        index = int((point.y() - self._top) // self.style.code_line_px)
        index = max(0, min(self.line_count - 1, index))
        if point.y() < self._top:
            return 0
        line = self._layout(index).lineAt(0)
        column = line.xToCursor(point.x() - self.left - _PAD + self._scroll)
        return sum(utf16_length(self._text_of(i)) + 1 for i in range(index)) + column

    def _selected_lines(self, selected: tuple[int, int], first: int, last: int) -> dict[int, tuple[int, int]]:
        start, end = selected
        if start == 0 and end >= 1 << 30:
            return {index: (0, utf16_length(self._layout(index).text())) for index in range(first, last)}
        found: dict[int, tuple[int, int]] = {}
        offset = 0
        for index in range(last):
            size = utf16_length(self._text_of(index))
            if index >= first and start <= offset + size and end > offset:
                found[index] = (max(0, start - offset), min(size, end - offset))
            offset += size + 1
            if offset > end:
                break
        return found


def _is_plain(text: str) -> bool:
    """Whether each character takes one column."""
    return text.isascii() and "\t" not in text


def _columns(line: str) -> int:
    """How wide a line is: a tab goes on to the next fourth column, a Chinese character takes two."""
    if _is_plain(line):
        return len(line)
    line = line.expandtabs(4)
    return len(line) + sum(unicodedata.east_asian_width(character) in "WF" for character in line)
