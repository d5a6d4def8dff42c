"""Small signs drawn with the painter: crisp at any scale, in any colour, no files."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from inara_desktop.transcript.style import Style

__all__ = [
    "arrow_down_glyph",
    "check_glyph",
    "chevron_glyph",
    "copy_glyph",
    "file_glyph",
    "spinner_glyph",
    "status_glyph",
]


def _pen(color: QColor, width: float = 1.6) -> QPen:
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _line(painter: QPainter, box: QRectF, *points: tuple[float, float]) -> None:
    places = [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in points]
    painter.drawPolyline(places)


def copy_glyph(painter: QPainter, box: QRectF, color: QColor) -> None:
    painter.setPen(_pen(color, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    side = box.width() * 0.66
    painter.drawRoundedRect(QRectF(box.left() + box.width() - side, box.top() + box.height() - side, side, side), 2, 2)
    _line(painter, box, (0.2, 0.68), (0.06, 0.68), (0.06, 0.06), (0.68, 0.06), (0.68, 0.2))


def file_glyph(painter: QPainter, box: QRectF, color: QColor) -> None:
    """A page with a corner folded."""
    painter.setPen(_pen(color, 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    outline = ((0.58, 0.06), (0.17, 0.06), (0.17, 0.94), (0.83, 0.94), (0.83, 0.31), (0.58, 0.06))
    _line(painter, box, *outline)
    _line(painter, box, (0.58, 0.06), (0.58, 0.31), (0.83, 0.31))


def check_glyph(painter: QPainter, box: QRectF, style: Style, *, done: bool) -> None:
    """The box before a task."""
    painter.setPen(_pen(style.accent if done else style.muted, 1.4))
    painter.setBrush(style.accent if done else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    if done:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_pen(style.on_accent))
        _line(painter, box.adjusted(3, 3, -3, -3), (0.0, 0.55), (0.35, 0.9), (1.0, 0.12))


def chevron_glyph(painter: QPainter, box: QRectF, color: QColor, *, opened: bool) -> None:
    painter.setPen(_pen(color))
    if opened:
        _line(painter, box, (0.15, 0.35), (0.5, 0.7), (0.85, 0.35))
    else:
        _line(painter, box, (0.35, 0.15), (0.7, 0.5), (0.35, 0.85))


def arrow_down_glyph(painter: QPainter, box: QRectF, color: QColor) -> None:
    painter.setPen(_pen(color, 1.8))
    _line(painter, box, (0.5, 0.1), (0.5, 0.9))
    _line(painter, box, (0.15, 0.55), (0.5, 0.9), (0.85, 0.55))


def spinner_glyph(painter: QPainter, box: QRectF, color: QColor, turn: float) -> None:
    """`turn` in 0…1 is how far round it is."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(color, 1.8))
    painter.drawArc(box.adjusted(1, 1, -1, -1), round(-turn * 360 * 16), -270 * 16)


def status_glyph(painter: QPainter, box: QRectF, color: QColor, status: str) -> None:
    """The sign of a tool call's state, as `ToolStatus` names them."""
    fill = QColor(color)
    fill.setAlphaF(0.14)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawEllipse(box)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(color))
    inner = box.adjusted(box.width() * 0.28, box.height() * 0.28, -box.width() * 0.28, -box.height() * 0.28)
    match status:
        case "ok":
            _line(painter, inner, (0.0, 0.55), (0.35, 0.9), (1.0, 0.12))
        case "failed" | "error":
            _line(painter, inner, (0.5, 0.0), (0.5, 0.6))
            _line(painter, inner, (0.5, 0.98), (0.5, 1.0))
        case "declined" | "denied":
            _line(painter, inner, (0.05, 0.05), (0.95, 0.95))
            _line(painter, inner, (0.95, 0.05), (0.05, 0.95))
        case "waiting":
            _line(painter, inner, (0.3, 0.05), (0.3, 0.95))
            _line(painter, inner, (0.7, 0.05), (0.7, 0.95))
        case "unknown":
            _line(painter, inner, (0.2, 0.25), (0.5, 0.0), (0.8, 0.25), (0.5, 0.6))
            _line(painter, inner, (0.5, 0.98), (0.5, 1.0))
        case "undone":
            _line(painter, inner, (0.3, 0.05), (0.0, 0.35), (0.3, 0.65))
            _line(painter, inner, (0.0, 0.35), (0.7, 0.35), (0.95, 0.6), (0.7, 0.95), (0.3, 0.95))
        case "expired":
            _line(painter, inner, (0.5, 0.1), (0.5, 0.55), (0.85, 0.75))
        case _:
            _line(painter, inner, (0.1, 0.5), (0.9, 0.5))
