"""A choice out of a list that drops down: as narrow as its place is, and with the sign that there are others."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QComboBox

from inara_desktop.signs import paint_sign

__all__ = ["DropDown"]

LEAST_CHARACTERS = 8  # by their longest words, choices would make a page wider than its window
SIGN_PX, FROM_RIGHT_PX = 8, 20


class DropDown(QComboBox):
    """The style sheet takes Qt's own arrow away with the frame."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(LEAST_CHARACTERS)

    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        middle, below, half = self.width() - FROM_RIGHT_PX, self.height() / 2 + SIGN_PX / 4, SIGN_PX / 2
        sign = [QPointF(middle - half, below - half), QPointF(middle, below), QPointF(middle + half, below - half)]
        paint_sign(self, sign, QPalette.ColorRole.PlaceholderText, 1.5)
