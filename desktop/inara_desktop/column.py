"""A page whose content stands in a centred column and scrolls where the window is too low for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from inara_desktop.theme import Metrics

__all__ = ["ColumnPage"]


class _Page(QWidget):
    """What scrolls. It tells of its content by itself: a filter would make Qt's scroll bars known to PySide as well."""

    unsettled = Signal()  # what is in it wants other room

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.unsettled.emit()
        return super().event(event)


class ColumnPage(QScrollArea):
    """Add to `column`. Qt's own resizable scroll area ignores what wrapped words need in height; this asks."""

    def __init__(self, metrics: Metrics, width_px: int) -> None:
        super().__init__()
        self._metrics, self._width_px = metrics, width_px
        self._room = QSize()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        page = self._page = _Page()
        page.setObjectName("page")
        self.column = QVBoxLayout()
        self._outer = QVBoxLayout(page)
        self._outer.addStretch(2)
        self._outer.addLayout(self.column)
        self._outer.addStretch(3)
        self.setWidget(page)
        page.unsettled.connect(self._place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._room = event.size()  # the viewport's; to ask for it costs the start 10 ms (see style.Appearance)
        self._place()

    @Slot()
    def _place(self) -> None:
        """Give the page the width there is and the height its words need at that width."""
        room, metrics = self._room, self._metrics
        whole = self.width() - metrics.scroll_bar  # the same place with a scroll bar and without
        width = min(self._width_px, whole - 2 * metrics.gap_xl)
        left = (whole - width) // 2
        self._outer.setContentsMargins(left, metrics.gap_l, room.width() - left - width, metrics.gap_l)
        needed = self._outer.totalHeightForWidth(room.width())
        self._page.resize(room.width(), max(room.height(), needed))
