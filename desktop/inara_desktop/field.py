"""A rounded ground for what can be typed into or read through, with a ring while it has the focus.

Painted by itself: a style sheet would have to be looked through again at each change of the focus.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from inara_desktop.style import Appearance
from inara_desktop.theme import Theme

__all__ = ["Field", "FieldText"]


class Field(QWidget):
    """Put something into its layout and tell it of its focus. `sunken` is for what is only read."""

    def __init__(self, appearance: Appearance, *, sunken: bool = False) -> None:
        super().__init__()
        self._appearance = appearance
        self._sunken = sunken
        self._focused = False
        self._off_record = False
        appearance.changed.connect(self.update)

    @Slot(bool)
    def set_focused(self, focused: bool) -> None:
        """Whether what is inside has the focus."""
        self._focused = focused
        self.update()

    def set_off_record(self, off_record: bool) -> None:
        """Whether what is typed here is off the record: another ground, and a broken line around it."""
        self._off_record = off_record
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme: Theme = self._appearance.theme
        colors, metrics = theme.colors, theme.metrics
        radius = metrics.radius_m if self._sunken else metrics.radius_l
        quiet = colors.border if self._sunken else colors.border_strong
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._off_record:
            pen = QPen(QColor(colors.private), 2 if self._focused else 1.5, Qt.PenStyle.DashLine)
            ground = colors.private_soft
        else:
            pen = QPen(QColor(colors.accent if self._focused else quiet), 1.5 if self._focused else 1)
            ground = colors.sunken if self._sunken else colors.surface
        painter.setPen(pen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)
        painter.end()


class FieldText(QPlainTextEdit):
    """Plain text that tells its field of its focus."""

    focusChanged = Signal(bool)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focusChanged.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focusChanged.emit(False)
