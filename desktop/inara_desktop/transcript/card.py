"""A rounded box on the canvas, laid out as a whole."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from inara_desktop.transcript.item import Item, Selected
from inara_desktop.transcript.style import Style

__all__ = ["GLYPH", "PAD", "SUMMARY_LIMIT", "Card", "is_marked"]

PAD = 16
GLYPH = 22
SUMMARY_LIMIT = 2000


class Card(Item):
    """`_arrange` places everything for a width, `_paint_box` draws the ground."""

    def __init__(self, style: Style) -> None:
        super().__init__(style)
        self._height = 0

    @property
    def height(self) -> int:
        return self._height or self.estimate(self.width if self.width > 0 else 600)

    def lay_out(self, width: int, top: int, bottom: int) -> int | None:
        _ = top, bottom
        if width == self.width and not self.dirty:
            return None
        self.width = width
        self.dirty = False
        self._height = self._arrange(width)
        return 0

    @abstractmethod
    def _arrange(self, width: int) -> int:
        """Place everything for a width; gives the height."""

    def _paint_box(self, painter: QPainter, edge: QColor | None = None, selected: Selected | None = None) -> None:
        """The ground, in the colour of what is marked where all of the card is: it is copied whole."""
        style = self.style
        box = QRectF(0.5, 0.5, self.width - 1, self._height - 1)
        painter.setPen(QPen(style.tint(edge, 0.55), 1) if edge else style.border_pen)
        painter.setBrush(style.tint(edge, 0.05) if edge else style.card_fill)
        if is_marked(selected):
            painter.setBrush(style.selection)
        painter.drawRoundedRect(box, style.theme.radius_px, style.theme.radius_px)


def is_marked(selected: Selected | None) -> bool:
    """Whether all of a row that has no blocks is marked."""
    return selected is not None and selected(0, 0, None) is not None
