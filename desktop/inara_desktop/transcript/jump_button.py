"""The round button that goes to the newest message."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from inara_desktop.transcript.glyphs import arrow_down_glyph
from inara_desktop.transcript.style import Style

__all__ = ["JumpButton"]


class JumpButton(QAbstractButton):
    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = style
        self.setObjectName("jumpToLatest")
        self.setAccessibleName(self.tr("Jump to the latest message"))
        self.setToolTip(self.tr("Jump to the latest message"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(40, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        _ = event
        look = self.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        painter.setPen(QPen(look.accent, 2) if self.hasFocus() else QPen(look.thumb, 1))
        painter.setBrush(look.sunken if self.underMouse() else look.background)
        painter.drawEllipse(circle)
        arrow_down_glyph(painter, circle.adjusted(10, 10, -10, -10), look.text)
        painter.end()
