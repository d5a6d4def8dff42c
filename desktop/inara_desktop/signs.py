"""Signs that are painted on controls: Qt's own come as files, which know neither the theme nor the scale."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QWidget

__all__ = ["paint_sign"]


def paint_sign(widget: QWidget, points: Sequence[QPointF], role: QPalette.ColorRole, width: float) -> None:
    """A line with round ends through these points of a widget, in a colour of its palette. In its `paintEvent`."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(widget.palette().color(role), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(points)
    painter.end()
