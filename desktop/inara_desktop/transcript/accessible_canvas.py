"""The canvas as assistive technology sees it: rows with their words, and what can be pressed in them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from inara_desktop.transcript.accessible import ViewAccessible, install
from inara_desktop.transcript.canvas import Canvas
from inara_desktop.transcript.control import Control

__all__ = ["AccessibleCanvas"]


class AccessibleCanvas(Canvas):
    """What `ViewAccessible` asks for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._accessible: ViewAccessible | None = None
        self._withdrawn = False
        install()

    def accessible_interface(self) -> ViewAccessible | None:
        if self._withdrawn:
            return None
        if self._accessible is None:
            self._accessible = ViewAccessible(self, self)
        return self._accessible

    def withdraw(self) -> None:
        """The window is about to go, and what assistive technology holds of this with it."""
        self._withdrawn = True
        if self._accessible is not None:
            self._accessible.withdraw()
            self._accessible = None

    def accessible_count(self) -> int:
        return len(self._stack.items)

    def accessible_id(self, index: int) -> str:
        return self._stack.items[index].row_id

    def accessible_index(self, row_id: str) -> int:
        index = self._stack.index_of(row_id)
        return -1 if index is None else index

    def accessible_text(self, row_id: str) -> str:
        item = self._stack.item(row_id)
        return item.accessible_text() if item else ""

    def accessible_description(self, row_id: str) -> str:
        item = self._stack.item(row_id)
        return item.accessible_description() if item else ""

    def accessible_rect(self, row_id: str) -> QRect:
        index = self._stack.index_of(row_id)
        if index is None:
            return QRect()
        left, width = self._column()
        top = self._stack.top_of(index) - self.verticalScrollBar().value()
        return QRect(self.viewport().mapToGlobal(QPoint(left, top)), QSize(width, self._stack.items[index].height))

    def accessible_buttons(self, row_id: str) -> list[tuple[str, QRect]]:
        corner = self.accessible_rect(row_id).topLeft()
        return [(each.label, each.area.toRect().translated(corner)) for each in self._buttons_of(row_id)]

    def accessible_links(self, row_id: str) -> list[tuple[str, QRect, str]]:
        corner = self.accessible_rect(row_id).topLeft()
        found = self._links_of(row_id)
        return [(each.label, each.area.toRect().translated(corner), each.target.value) for each in found]

    def accessible_focus(self) -> tuple[str, int] | None:
        focus = self._focus
        if focus is None or not self.hasFocus():
            return None
        controls = [*self._buttons_of(focus.row_id), *self._links_of(focus.row_id)]
        found = (n for n, each in enumerate(controls) if (each.target, each.place) == (focus.target, focus.place))
        return focus.row_id, next(found, -1)

    def _buttons_of(self, row_id: str) -> list[Control]:
        item = self._stack.item(row_id)
        return [*item.controls(), *item.copy_controls(0, item.height)] if item else []

    def _links_of(self, row_id: str) -> list[Control]:
        """Those that are on screen: of what is far away nothing is laid out."""
        item, index = self._stack.item(row_id), self._stack.index_of(row_id)
        if item is None or index is None:
            return []
        top = self.verticalScrollBar().value() - self._stack.top_of(index)
        return item.link_controls(top, top + self.viewport().height())
