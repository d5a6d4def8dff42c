"""A table: its own layout, rows appended; a long one is several blocks that share their columns.

Qt's own table costs 25 ms a frame at 3 kB while it streams; here a new row costs its own cells.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextOption

from inara_desktop.transcript.block import Block, Link, Target, Thumb, text_areas, thumb_of
from inara_desktop.transcript.inline import heal
from inara_desktop.transcript.markdown_lines import first_cells
from inara_desktop.transcript.span import Span
from inara_desktop.transcript.style import Style
from inara_desktop.transcript.table_cell import MOST_SHOWN, Cell, cell_of
from inara_desktop.transcript.text import utf16_length, utf16_slice
from inara_desktop.wording import number, translate

__all__ = ["TableBlock"]

_MAX_COLUMNS = 40
_PAD = 12
_ROW_PAD = 7
_MIN_COLUMN = 56
_MAX_COLUMN = 340
_DASHES = re.compile(r":?-+:?$")
_FORMULA_SIGN = re.compile(r"[$\\]")


@dataclass(slots=True)
class _Columns:
    """What the blocks of one table share."""

    widths: list[int] = field(default_factory=list[int])
    aligns: list[Qt.AlignmentFlag] = field(default_factory=list[Qt.AlignmentFlag])
    version: int = 0
    scroll: int = 0
    from_right: bool = False  # the first column is the rightmost


@dataclass(slots=True)
class _Row:
    line: str
    cells: list[Cell]
    version: int = -1
    height: int = 0
    header: bool = False
    healed: bool = False  # its last cell was half said, and shows what it is to be

    @property
    def size(self) -> int:
        """The UTF-16 units of its text, each cell with what separates it from the next."""
        return sum(utf16_length(cell.layout.text()) + 1 for cell in self.cells)


class TableBlock(Block):
    """`grows` tells whether more of a span is to come; `before` is the part of the same table above this one."""

    __slots__ = ("_columns", "_grows", "_head", "_rows", "_source", "_step")

    def __init__(
        self,
        style: Style,
        span: Span,
        source: Callable[[Span], str],
        grows: Callable[[Span], bool],
        before: TableBlock | None,
    ) -> None:
        super().__init__(style, span)
        self._source = source
        self._grows = grows
        self._head = before is None
        self._columns = before.columns if before else _Columns()
        self._rows: list[_Row] | None = None
        self._step = ceil(style.body_metrics.height() * 1.3)

    @property
    def columns(self) -> _Columns:
        """What the table's next block shares with this one."""
        return self._columns

    def estimate(self, width: int) -> int:
        _ = width
        lines = self._source(self.span).count("\n") if self.span.end - self.span.start < 65536 else 32
        return self.gap + max(1, lines) * (self._step + 2 * _ROW_PAD + 1)

    def lay_out(self, width: int) -> None:
        rows = self._read()
        columns = self._columns
        if self._head or not columns.widths:
            self._columns.from_right = bool(rows) and any(cell.from_right for cell in rows[0].cells)
            self._fit(rows, width - self.left)
        for row in rows:
            if row.version != columns.version:
                self._lay_out_row(row)
        self.width = width
        self.height = self.gap + sum(row.height for row in rows) + 1
        columns.scroll = max(0, min(columns.scroll, self._overflow()))

    def formulas_came(self) -> bool:
        if not any(cell.waits for row in self._rows or () for cell in row.cells):
            return False
        self._rows = None
        self.changed()
        return True

    def evict(self) -> None:
        self._rows = None

    def _read(self) -> list[_Row]:
        source = self._source(self.span)
        lines = [line for line in source.split("\n") if line.strip()]
        half = len(lines) - 1 if not source.endswith("\n") and self._grows(self.span) else len(lines)
        if self._head and len(lines) > 1:
            marks = [mark.strip() for mark in first_cells(lines[1], _MAX_COLUMNS)[0]]
            if all(_DASHES.match(mark) for mark in marks):
                self._columns.aligns = [_align(mark) for mark in marks]
                del lines[1]
                half -= 1
        known = self._rows or []
        rows: list[_Row] = []
        for index, line in enumerate(lines):
            if index < len(known) and known[index].line == line and (index == half or not known[index].healed):
                rows.append(known[index])
            else:
                rows.append(self._made(line, header=self._head and index == 0, half=index == half))
        self._rows = rows
        return rows

    def _made(self, line: str, *, header: bool, half: bool) -> _Row:
        texts, beyond = first_cells(line, _MAX_COLUMNS)
        last = texts[-1] if half and texts and not line.rstrip().endswith("|") else ""
        literal = len(last) > MOST_SHOWN or _FORMULA_SIGN.search(last)  # its end isn't seen, or may be half a formula
        whole = last if literal else heal(last).rstrip()
        if beyond:
            texts.append(_more_columns(beyond))
        elif last:
            texts[-1] = whole
        cells = [cell_of(text, self.style, header=header) for text in texts]
        return _Row(line, cells, header=header, healed=whole != last)

    def _fit(self, rows: list[_Row], room: int) -> None:
        count = max((len(row.cells) for row in rows), default=0)
        natural = [_MIN_COLUMN] * count
        for row in rows:
            for index, cell in enumerate(row.cells):
                natural[index] = max(natural[index], min(_MAX_COLUMN, cell.natural) + 2 * _PAD)
        total = sum(natural)
        if total > room:
            floor = [min(width, 120) for width in natural]
            spare = max(0, room - sum(floor))
            wish = max(1, total - sum(floor))
            natural = [low + (width - low) * spare // wish for low, width in zip(floor, natural, strict=True)]
        if natural != self._columns.widths:
            self._columns.widths = natural
            self._columns.version += 1

    def _lay_out_row(self, row: _Row) -> None:
        widths = self._columns.widths
        tallest = self._step
        for index, cell in enumerate(row.cells):
            width = (widths[index] if index < len(widths) else _MIN_COLUMN) - 2 * _PAD
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            if index < len(self._columns.aligns):
                option.setAlignment(self._columns.aligns[index])
            layout = cell.layout
            layout.setTextOption(option)
            layout.beginLayout()
            y = 0
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(16, width))
                line.setPosition(QPointF(0, y))
                y += self._step
            layout.endLayout()
            cell.height = y
            tallest = max(tallest, y)
        row.height = tallest + 2 * _ROW_PAD + 1
        row.version = self._columns.version

    def _overflow(self) -> int:
        return max(0, sum(self._columns.widths) - (self.width - self.left))

    def scroll_by(self, delta: int) -> bool:
        columns = self._columns
        delta = -delta if columns.from_right else delta
        moved = max(0, min(columns.scroll + delta, self._overflow()))
        changed = moved != columns.scroll
        columns.scroll = moved
        return changed

    def _ground(self) -> tuple[int, int]:
        """(left, width) of what can be seen of the table."""
        room = self.width - self.left
        wide = min(room, sum(self._columns.widths))
        return (self.left + room - wide if self._columns.from_right else self.left), wide

    def _placed(self, row: _Row) -> Iterator[tuple[Cell, int, int]]:
        """(cell, left, width) in reading order."""
        columns = self._columns
        left, wide = self._ground()
        x = left + wide + columns.scroll if columns.from_right else left - columns.scroll
        for index, cell in enumerate(row.cells):
            width = columns.widths[index] if index < len(columns.widths) else _MIN_COLUMN
            if columns.from_right:
                x -= width
                yield cell, x, width
            else:
                yield cell, x, width
                x += width

    def _visible_rows(self) -> list[_Row]:
        if self._rows is None or any(row.version != self._columns.version for row in self._rows):
            self.lay_out(self.width if self.width > 0 else 600)
        return self._rows or []

    def paint(self, painter: QPainter, clip: QRectF, selected: tuple[int, int] | None) -> None:
        style = self.style
        rows = self._visible_rows()
        left, wide = self._ground()
        painter.save()
        painter.setClipRect(QRectF(left, self.gap, wide, self.height - self.gap))
        y, offset = self.gap, 0
        for row in rows:
            if y > clip.bottom():
                break
            size = row.size
            if y + row.height >= clip.top():
                if row.header:
                    painter.fillRect(QRectF(left, y, wide, row.height), style.sunken)
                if selected and selected[0] < offset + size and selected[1] > offset:
                    painter.fillRect(QRectF(left, y, wide, row.height), style.selection)
                painter.setPen(style.text)
                for cell, x, width in self._placed(row):
                    if x + width > left and x < left + wide:
                        cell.paint(painter, x + _PAD, y + _ROW_PAD + 1)
                painter.fillRect(QRectF(left, y + row.height - 1, wide, 1), style.border)
            y += row.height
            offset += size
        painter.restore()
        if thumb := self.thumb():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.thumb)
            painter.drawRoundedRect(thumb.area, 2, 2)

    def thumb(self) -> Thumb | None:
        columns, overflow = self._columns, self._overflow()
        moved = overflow - columns.scroll if columns.from_right else columns.scroll
        return thumb_of(QRectF(self.left, self.height - 5, self.width - self.left, 4), overflow, moved)

    def links(self) -> list[Link]:
        found: list[Link] = []
        y, (left, wide) = float(self.gap), self._ground()
        for row in self._rows or ():
            room = QRectF(left, y, wide, row.height)
            for cell, x, _ in self._placed(row):
                for start, end, target in cell.links:
                    areas = [
                        area.translated(x + _PAD, y + _ROW_PAD + 1) & room
                        for area in text_areas(cell.layout, start, end)
                    ]
                    if seen := tuple(area for area in areas if area.isValid()):
                        found.append(Link(utf16_slice(cell.layout.text(), start, end), target, seen))
            y += row.height
        return found

    def _cell_at(self, point: QPointF) -> tuple[Cell, QPointF] | None:
        y = float(self.gap)
        for row in self._visible_rows():
            if y <= point.y() < y + row.height:
                for cell, x, width in self._placed(row):
                    if x <= point.x() < x + width:
                        return cell, QPointF(point.x() - x - _PAD, point.y() - y - _ROW_PAD)
                return None
            y += row.height
        return None

    def target_at(self, point: QPointF) -> Target | None:
        if self._rows is None or not (found := self._cell_at(point)):
            return None
        cell, place = found
        if not cell.links or not cell.layout.lineCount():
            return None
        line = cell.layout.lineAt(max(0, min(cell.layout.lineCount() - 1, int(place.y() // self._step))))
        at = int(line.xToCursor(place.x()))
        for start, end, href in cell.links:
            if start <= at <= end:
                return Target("link", href, href)
        return None

    def position_at(self, point: QPointF) -> int:
        y, offset = self.gap, 0
        for row in self._visible_rows():
            if point.y() < y + row.height / 2:
                break
            y += row.height
            offset += row.size
        return offset

    def areas(self, position: int, length: int) -> list[QRectF]:
        y, offset = float(self.gap), 0
        left, wide = self._ground()
        for row in self._visible_rows():
            for cell, x, _ in self._placed(row):
                size = utf16_length(cell.layout.text()) + 1
                if position < offset + size:
                    room = QRectF(left, y, wide, row.height)
                    found = text_areas(cell.layout, position - offset, position - offset + length)
                    return [area.translated(x + _PAD, y + _ROW_PAD + 1) & room for area in found]
                offset += size
            y += row.height
        return []

    def plain(self) -> str:
        return "\n".join("\t".join(cell.plain() for cell in row.cells) for row in self._visible_rows())

    def excerpt(self, start: int, end: int) -> str:
        text = super().excerpt(start, end)
        if "\ufffc" not in text:
            return text
        before = utf16_slice(self.plain(), 0, start).count("\ufffc")
        formulas = [formula.tex for row in self._visible_rows() for cell in row.cells for formula in cell.formulas]
        following = iter(formulas[before:])
        return re.sub("\ufffc", lambda letter: next(following, letter[0]), text)


def _align(mark: str) -> Qt.AlignmentFlag:
    if mark.endswith(":"):
        return Qt.AlignmentFlag.AlignHCenter if mark.startswith(":") else Qt.AlignmentFlag.AlignRight
    return Qt.AlignmentFlag.AlignLeft


def _more_columns(count: int) -> str:
    return translate("Table", "… {count} more columns").format(count=number(count))
