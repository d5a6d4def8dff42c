"""A stretch of plain text in a flow (what the person wrote or attached)."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter

from inara_desktop.transcript.block import Block, places_between
from inara_desktop.transcript.label import Label
from inara_desktop.transcript.span import Span
from inara_desktop.transcript.style import Style
from inara_desktop.transcript.text import utf16_length

__all__ = ["PlainBlock", "plain_spans"]

_PIECE = 2000


def plain_spans(text: str) -> list[Span]:
    """Plain text in pieces of about 2,000 characters, cut at line ends where there are any."""
    spans: list[Span] = []
    start, size = 0, len(text)
    while start < size:
        end = min(size, start + _PIECE)
        if end < size:
            cut = text.rfind("\n", start + 1, end) + 1 or text.rfind(" ", start + 1, end) + 1
            end = cut or end
        spans.append(Span("paragraph", start, end, continued=start > 0, closed=True))
        start = end
    return spans


class PlainBlock(Block):
    __slots__ = ("_font", "_label", "_source")

    def __init__(self, style: Style, span: Span, source: Callable[[Span], str], font: QFont) -> None:
        super().__init__(style, span)
        self._source = source
        self._font = font
        self._label: Label | None = None

    def estimate(self, width: int) -> int:
        size = self.span.end - self.span.start
        return self.gap + max(1, ceil(size * self.style.char_px / max(80, width))) * self.style.line_px

    def _made(self) -> Label:
        if self._label is None:
            text = self._source(self.span)
            self._label = Label(text.removesuffix("\n"), self._font, line_height=self.style.theme.line_height)
            self._label.lay_out(max(40, self.width))
        return self._label

    def lay_out(self, width: int) -> None:
        self.width = width
        label = self._made()
        label.lay_out(width)
        self.height = self.gap + label.height

    def natural_width(self) -> int:
        return self._made().natural

    def evict(self) -> None:
        self._label = None

    def paint(self, painter: QPainter, clip: QRectF, selected: tuple[int, int] | None) -> None:
        _ = clip
        label = self._made()
        marked = (selected[0], min(selected[1], 2 * len(label.text)), self.style.selection) if selected else None
        label.paint(painter, 0, self.gap, self.style.text, marked)

    def position_at(self, point: QPointF) -> int:
        return self._made().position_at(point.x(), point.y() - self.gap)

    def in_sight(self, needle: str, top: float, bottom: float) -> list[int]:
        return places_between(self, self.find(needle, top, bottom), utf16_length(needle), top, bottom)

    def areas(self, position: int, length: int) -> list[QRectF]:
        return [area.translated(0, self.gap) for area in self._made().areas(position, length)]

    def plain(self) -> str:
        return self._made().text
