"""A box to tick: as plain to see as the round ones beside it, in light and in dark."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from inara_desktop.signs import paint_sign

__all__ = ["WORDS_PX", "CheckBox"]

WORDS_PX = 20  # where its words begin, and what is said of it below them
TICK = ((0.24, 0.52), (0.43, 0.71), (0.77, 0.31))  # of the box


class CheckBox(QCheckBox):
    """The style sheet fills the box; a sign in it would have to be a file, so it is painted."""

    def paintEvent(self, arg__1: QPaintEvent) -> None:
        super().paintEvent(arg__1)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        tick = [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in TICK]
        paint_sign(self, tick, QPalette.ColorRole.HighlightedText, 1.8)
