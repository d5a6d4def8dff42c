"""The rounded ground of what lies on a surface: a chip, a bar, a list that opens."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

__all__ = ["paint_panel"]


def paint_panel(widget: QWidget, ground: str, line: str, radius: float, *, behind: str = "") -> None:
    """Fill a widget with rounded corners and a thin line around it; to be called from its `paintEvent`.

    The colours are names or `#rrggbb`. `behind` fills the corners, where nothing shows through them.
    """
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if behind:
        painter.fillRect(widget.rect(), QColor(behind))
    painter.setPen(QPen(QColor(line), 1))
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.end()
