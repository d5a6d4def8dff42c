"""Whether the sidebar is there: as the person left it, and over a narrow window only until it has served."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

from inara_desktop.main_column import MainColumn
from inara_desktop.sidebar import Sidebar
from inara_desktop.theme import Metrics

__all__ = ["SidebarFolding"]


class SidebarFolding(QObject):
    """Shows and hides the sidebar, and gives the column beside it the room there is."""

    def __init__(self, window: QWidget, sidebar: Sidebar, column: MainColumn, metrics: Metrics) -> None:
        super().__init__(window)
        self._window, self._sidebar, self._column, self._metrics = window, sidebar, column, metrics
        self._wanted = True
        self._over = False  # folded out over a narrow window

    @property
    def wanted(self) -> bool:
        """Whether the person wants it beside the conversation, where there is room for both."""
        return self._wanted

    def set_wanted(self, wanted: bool) -> None:
        """As the person left it."""
        self._wanted = wanted
        self._fold()

    @Slot()
    def toggle(self) -> None:
        """Fold it in or out."""
        if self._narrow:
            self._over = not self._over
        else:
            self._wanted = not self._wanted
        self._fold()

    def put_away(self) -> None:
        """It has served: where it is folded out over a narrow window, fold it in."""
        if self._over:
            self._over = False
            self._fold()

    def fit(self) -> None:
        """The window has another size."""
        if not self._narrow:
            self._over = False
        self._fold()

    @property
    def _narrow(self) -> bool:
        return self._window.width() < self._metrics.narrow

    def _fold(self) -> None:
        shown = self._over if self._narrow else self._wanted
        if not shown and self._sidebar.isAncestorOf(QApplication.focusWidget() or self._window):
            self._column.composer.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._sidebar.setVisible(shown)
        self._column.header.set_folded(folded=not shown)
        room = self._window.width() - (self._metrics.sidebar_width if shown else 0)
        self._column.set_room(room, self._window.height())
