"""How large a dialog may be: it stays within the window behind it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

__all__ = ["room_for"]

EDGE_PX = 40  # of the window that stays visible, both sides together
LEAST = QSize(440, 360)  # as the smallest window allows


def room_for(parent: QWidget, width_px: int, height_px: int) -> QSize:
    """The size for a dialog over `parent` that would like to be so large."""
    behind = parent.window().size() - QSize(EDGE_PX, EDGE_PX)
    return QSize(width_px, height_px).boundedTo(behind.expandedTo(LEAST))
