"""How the rows of the sidebar's lists are painted: ground, heading, title, time, marks."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QApplication

from inara_desktop.style import Appearance
from inara_desktop.values import PendingItem, SessionItem

__all__ = ["BODY_PX", "HEADING_PX", "RowPainter", "one_line"]

BODY_PX = 36
HEADING_PX = 34


def one_line(text: str) -> str:
    """A title for a list: one line, and short however long the text is."""
    return " ".join(text[:300].split())


class RowPainter:
    """Paints parts of rows in the theme's colours."""

    def __init__(self, appearance: Appearance) -> None:
        self._appearance = appearance

    def heading(self, painter: QPainter, row: QRect, text: str) -> None:
        """The name of a group above its first row."""
        theme = self._appearance.theme
        painter.setFont(self._font(theme.type.small, QFont.Weight.DemiBold))
        painter.setPen(QColor(theme.colors.muted))
        where = QRect(row.left() + 18, row.top() + 8, row.width() - 36, HEADING_PX - 12)
        painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def ground(self, painter: QPainter, body: QRect, *, selected: bool, hovered: bool, focused: bool) -> None:
        """What lies behind a row."""
        colors = self._appearance.theme.colors
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or hovered:
            painter.setBrush(QColor(colors.selected if selected else colors.hover))
            painter.drawRoundedRect(QRectF(body), 8, 8)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colors.accent), 2))
            painter.drawRoundedRect(QRectF(body).adjusted(1, 1, -1, -1), 7, 7)

    def session(
        self, painter: QPainter, body: QRect, item: SessionItem, *, time: str, dots: bool, strong: bool
    ) -> None:
        """A conversation: its title, and on the right its time, mark, or the dots of its menu."""
        theme = self._appearance.theme
        right = body.right() - 10
        if dots:
            where = QRectF(right - 18, body.center().y() - 8, 18, 18)
            self._appearance.icons.paint(painter, "more", theme.colors.text, where)
            right -= 26
        elif item.state != "idle" or item.unread:
            self._mark(painter, QPointF(right - 5, body.center().y() + 0.5), item)
            right -= 20
        else:
            painter.setFont(self._font(theme.type.small, QFont.Weight.Normal))
            painter.setPen(QColor(theme.colors.muted))
            where = QRect(body.left(), body.top(), right - body.left(), body.height())
            painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, time)
            right -= QFontMetrics(painter.font()).horizontalAdvance(time) + 10
        title = one_line(item.title) or "New chat"
        weight = QFont.Weight.DemiBold if strong else QFont.Weight.Normal
        self._text(painter, QRect(body.left() + 10, body.top(), right - body.left() - 10, body.height()), title, weight)

    def pending(self, painter: QPainter, body: QRect, item: PendingItem) -> None:
        """A call that waits: what it would do, and where it came up."""
        theme = self._appearance.theme
        icon = QRectF(body.left() + 10, body.center().y() - 9, 18, 18)
        self._appearance.icons.paint(painter, "shield", theme.colors.warning_text, icon)
        left, width = body.left() + 38, body.width() - 48
        summary, session = one_line(item.summary), one_line(item.session_title) or "New chat"
        self._text(painter, QRect(left, body.top() + 5, width, 21), summary, QFont.Weight.Medium)
        painter.setFont(self._font(theme.type.small, QFont.Weight.Normal))
        painter.setPen(QColor(theme.colors.muted))
        metrics = QFontMetrics(painter.font())
        where = QRect(left, body.top() + 26, width, 18)
        shown = metrics.elidedText(session, Qt.TextElideMode.ElideRight, width)
        painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _mark(self, painter: QPainter, center: QPointF, item: SessionItem) -> None:
        """Waiting is a filled amber disc with a ring, running an open ring, unread a dot."""
        colors = self._appearance.theme.colors
        painter.setPen(Qt.PenStyle.NoPen)
        if item.state == "waiting":
            painter.setBrush(QColor(colors.warning))
            painter.drawEllipse(center, 5, 5)
        elif item.state == "running":
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = QPen(QColor(colors.accent), 2)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(QRectF(center.x() - 5, center.y() - 5, 10, 10), 40 * 16, 280 * 16)
        else:
            painter.setBrush(QColor(colors.accent))
            painter.drawEllipse(center, 4, 4)

    def _text(self, painter: QPainter, where: QRect, text: str, weight: QFont.Weight) -> None:
        theme = self._appearance.theme
        painter.setFont(self._font(theme.type.body, weight))
        painter.setPen(QColor(theme.colors.text))
        shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, where.width())
        painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    @staticmethod
    def _font(size_px: int, weight: QFont.Weight) -> QFont:
        font = QFont(QApplication.font())
        font.setPixelSize(size_px)
        font.setWeight(weight)
        return font
