"""A rule, and math as TeX."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from inara_desktop.transcript.block import Block
from inara_desktop.transcript.label import Label
from inara_desktop.transcript.span import Span
from inara_desktop.transcript.style import Style

__all__ = ["MathBlock", "RuleBlock"]

_TYPE_SCALE = 1.25  # letters of formulas are smaller than the text's at the same size


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
    """A displayed formula, centred: its picture, or the TeX it is written in until (or unless) there is one."""

    __slots__ = ("_label", "_picture", "_source")

    def __init__(self, style: Style, span: Span, source: Callable[[Span], str]) -> None:
        super().__init__(style, span)
        self._source = source
        self._label: Label | None = None
        self._picture: QImage | None = None

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
        self._label = self._picture = None

    def lay_out(self, width: int) -> None:
        self.width = width
        style = self.style
        self._picture = None
        if self.span.closed and style.formulas is not None:
            size = round(style.theme.text_px * _TYPE_SCALE)
            drawn = style.formulas.picture(self.tex(), size, style.theme.text)
            self._picture = drawn.image if drawn else None
        if self._picture is None:
            label = self._made()
            label.lay_out(max(40, width - self.left - 32))
            self.height = self.gap + label.height + 16
        else:
            self.height = self.gap + ceil(self._picture_area(self._picture).height()) + 16

    def _picture_area(self, picture: QImage) -> QRectF:
        """Centred, and no wider than the block."""
        room = max(40, self.width - self.left - 32)
        size = picture.deviceIndependentSize()
        scale = min(1.0, room / size.width())
        wide, high = size.width() * scale, size.height() * scale
        return QRectF(self.left + 16 + (room - wide) / 2, self.gap + 8, wide, high)

    def formulas_came(self) -> bool:
        self.changed()
        return True

    def evict(self) -> None:
        self._label = self._picture = None
        self.width = -1

    def paint(self, painter: QPainter, clip: QRectF, selected: tuple[int, int] | None) -> None:
        _ = clip
        if self._picture is not None:
            area = self._picture_area(self._picture)
            if selected:
                painter.fillRect(area.adjusted(-4, -4, 4, 4), self.style.selection)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(area, self._picture)
            return
        label = self._made()
        room = self.width - self.left
        label.lay_out(max(40, room - 32))
        x = self.left + max(16.0, (room - label.natural) / 2)
        marked = (selected[0], min(selected[1], 2 * len(label.text)), self.style.selection) if selected else None
        label.paint(painter, x, self.gap + 8, self.style.text, marked)

    def position_at(self, point: QPointF) -> int:
        if self._picture is not None:
            return super().position_at(point)
        label = self._made()
        room = self.width - self.left
        return label.position_at(
            point.x() - self.left - max(16.0, (room - label.natural) / 2), point.y() - self.gap - 8
        )

    def areas(self, position: int, length: int) -> list[QRectF]:
        if self._picture is not None:
            return [self._picture_area(self._picture)]
        label = self._made()
        x = self.left + max(16.0, (self.width - self.left - label.natural) / 2)
        return [area.translated(x, self.gap + 8) for area in label.areas(position, length)]

    def plain(self) -> str:
        return self._made().text
