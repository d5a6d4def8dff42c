"""Plain text in a box: wrapped, measured, painted; never read as Markdown or HTML."""

from __future__ import annotations

from math import ceil
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from inara_desktop.transcript.block import text_areas
from inara_desktop.transcript.text import paintable

__all__ = ["Label"]


class Label:
    """Text laid out for a width; `natural` is the width of its longest line."""

    __slots__ = ("_layout", "_step", "font", "height", "natural", "text", "width")

    def __init__(self, text: str, font: QFont, *, line_height: float = 1.4) -> None:
        self.text = paintable(text)
        self.font = font
        self._step = ceil(QFontMetricsF(font).height() * line_height / 1.16)
        self._layout: QTextLayout | None = None
        self.width = -1
        self.height = 0
        self.natural = 0

    def lay_out(self, width: int) -> None:
        if width == self.width and self._layout is not None:
            return
        layout = QTextLayout(self.text.replace("\n", "\u2028"), self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        y = 0
        natural = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(8, width))
            line.setPosition(QPointF(0, y + (self._step - line.height()) / 2))
            natural = max(natural, line.naturalTextWidth())
            y += self._step
        layout.endLayout()
        self._layout = layout
        self.width = width
        self.height = max(y, self._step)
        self.natural = ceil(natural)

    def paint(
        self,
        painter: QPainter,
        x: float,
        y: float,
        color: QColor,
        selected: tuple[int, int, QColor] | None = None,
    ) -> None:
        if self._layout is None:
            return
        painter.setPen(color)
        ranges: list[QTextLayout.FormatRange] = []
        if selected:
            made: Any = QTextLayout.FormatRange()
            made.start, made.length = selected[0], selected[1] - selected[0]
            form = made.format
            form.setBackground(selected[2])
            made.format = form
            ranges.append(made)
        self._layout.draw(painter, QPointF(x, y), ranges)

    def position_at(self, x: float, y: float) -> int:
        if self._layout is None or not self._layout.lineCount():
            return 0
        index = max(0, min(self._layout.lineCount() - 1, int(y // self._step)))
        if y < 0:
            return 0
        return int(self._layout.lineAt(index).xToCursor(x))

    def areas(self, start: int, length: int) -> list[QRectF]:
        """Where a range of the text stands, from the label's origin."""
        return text_areas(self._layout, start, start + length) if self._layout else []

    def evict(self) -> None:
        self._layout = None
        self.width = -1
