"""A rule, and math as TeX."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from inara_desktop.transcript.block import Block
from inara_desktop.transcript.label import Label
from inara_desktop.transcript.splitter import Span
from inara_desktop.transcript.style import Style

__all__ = ["MathBlock", "RuleBlock"]


class RuleBlock(Block):
    __slots__ = ()

    def estimate(self, width: int) -> int:
        _ = width
        return self.gap + 1

    def lay_out(self, width: int) -> None:
        self.width = width
        self.height = self.estimate(width)

    def evict(self) -> None:
        """There is nothing to let go of."""

    def paint(self, painter: QPainter, clip: QRectF, selected: tuple[int, int] | None) -> None:
        _ = clip, selected
        painter.fillRect(QRectF(self.left, self.gap, self.width - self.left, 1), self.style.border)

    def plain(self) -> str:
        return ""


class MathBlock(Block):
    """A displayed formula, shown as the TeX it is written in, centred."""

    __slots__ = ("_label", "_source")

    def __init__(self, style: Style, span: Span, source: Callable[[Span], str]) -> None:
        super().__init__(style, span)
        self._source = source
        self._label: Label | None = None

    def tex(self) -> str:
        """The formula without its delimiters, or all of it while they are incomplete."""
        text = self._source(self.span).strip()
        for opens, closes in (("$$", "$$"), ("\\[", "\\]")):
            if text.startswith(opens):
                return text[2:].removesuffix(closes).strip()
        return text

    def estimate(self, width: int) -> int:
        _ = width
        return self.gap + self.style.code_line_px * 2 + 16

    def _made(self) -> Label:
        if self._label is None:
            self._label = Label(self.tex(), self.style.mono)
        return self._label

    def changed(self) -> None:
        super().changed()
        self._label = None

    def lay_out(self, width: int) -> None:
        self.width = width
        label = self._made()
        label.lay_out(max(40, width - self.left - 32))
        self.height = self.gap + label.height + 16

    def evict(self) -> None:
        self._label = None

    def paint(self, painter: QPainter, clip: QRectF, selected: tuple[int, int] | None) -> None:
        _ = clip
        label = self._made()
        room = self.width - self.left
        label.lay_out(max(40, room - 32))
        x = self.left + max(16.0, (room - label.natural) / 2)
        marked = (selected[0], min(selected[1], 2 * len(label.text)), self.style.selection) if selected else None
        label.paint(painter, x, self.gap + 8, self.style.text, marked)

    def position_at(self, point: QPointF) -> int:
        label = self._made()
        room = self.width - self.left
        return label.position_at(
            point.x() - self.left - max(16.0, (room - label.natural) / 2), point.y() - self.gap - 8
        )

    def areas(self, position: int, length: int) -> list[QRectF]:
        label = self._made()
        x = self.left + max(16.0, (self.width - self.left - label.natural) / 2)
        return [area.translated(x, self.gap + 8) for area in label.areas(position, length)]

    def plain(self) -> str:
        return self._made().text
