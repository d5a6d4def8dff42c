"""A slim scroll bar in the transcript's colours; drawn by hand: a style's bar costs 1.5 ms a frame while streaming."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractSlider, QScrollBar, QStyle, QStyleOptionSlider, QWidget

from inara_desktop.transcript.style import Style

__all__ = ["SlimScrollBar"]

_WIDTH = 12
_FOLLOW_MS = 200


class SlimScrollBar(QScrollBar):
    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.look = style
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.follows = False  # what moves it now is text that comes, and not the person
        self._shown = QRect()  # the thumb, as it was painted last
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_FOLLOW_MS)
        self._later.timeout.connect(self._follow)
        self._moved = False  # while that waits

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        """As text streams in, the thumb goes by less than a pixel at a time: it follows a few times a second."""
        if self.follows and self._later.isActive():
            self._moved = True
        elif self._thumb() != self._shown:
            super().sliderChange(change)
            if self.follows:
                self._later.start()

    def _follow(self) -> None:
        if self._moved:
            self._moved = False
            self.update()

    def _thumb(self) -> QRect:
        if self.maximum() <= 0:
            return QRect()
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ScrollBarSlider
        return self.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, self)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, 60)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.look.background)
        thumb = self._shown = self._thumb()
        if not thumb.isEmpty():
            inset = 2 if self.underMouse() or self.isSliderDown() else 4
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.look.muted if self.isSliderDown() else self.look.thumb)
            wide = self.width() - 2 * inset
            painter.drawRoundedRect(QRectF(inset, thumb.top() + 2, wide, thumb.height() - 4), wide / 2, wide / 2)
        painter.end()
