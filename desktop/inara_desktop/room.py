"""How large a window may be: a dialog stays within the window behind it, what stands by itself within the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

__all__ = ["room_beside", "room_for", "room_on_screen"]

EDGE_PX = 40  # of the window that stays visible, both sides together
FRAME = QSize(8, 40)  # what a window manager may put around a window
LEAST = QSize(440, 360)  # as the smallest window allows


def room_for(parent: QWidget, width_px: int, height_px: int) -> QSize:
    """The size for a dialog over `parent` that would like to be so large."""
    behind = parent.window().size() - QSize(EDGE_PX, EDGE_PX)
    return QSize(width_px, height_px).boundedTo(behind.expandedTo(LEAST))


def room_beside(window: QWidget, width_px: int, height_px: int) -> QSize:
    """The size for a window beside `window` that would like to be so large: within the screen, or as large as it is."""
    return QSize(width_px, height_px).boundedTo(_screen(window).expandedTo(window.window().size()))


def room_on_screen(window: QWidget) -> QSize:
    """The size of a window that is not shown yet, made as small as its screen is."""
    return window.size().boundedTo(_screen(window))


def _screen(window: QWidget) -> QSize:
    return window.screen().availableSize() - FRAME
