"""Going from message to message by keyboard, and copying one: the message one is at has a bar at its left."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent, QPainter

from inara_desktop.transcript.answer_item import AnswerItem
from inara_desktop.transcript.canvas import Hit
from inara_desktop.transcript.cards import NoticeItem
from inara_desktop.transcript.item import Item
from inara_desktop.transcript.keyboard import KeyboardCanvas
from inara_desktop.transcript.stack import Place
from inara_desktop.transcript.tool_item import ToolItem

__all__ = ["MessageCanvas"]

_BAR = QRectF(-14, 0, 3, 0)


class MessageCanvas(KeyboardCanvas):
    messageReached = Signal(str)  # by keyboard; "" when it was left

    _message = ""  # the row one is at

    def next_message(self) -> None:
        """To the message below; from the last one to the end."""
        index = self._message_index(1)
        if index is None:
            self._message = ""
            self.messageReached.emit("")
            self.jump_to_latest()
        else:
            self._go_to_message(index)

    def message_before(self) -> None:
        """To the message above; first to the top of the one that is being read."""
        index = self._message_index(-1)
        if index is not None:
            self._go_to_message(index)

    @property
    def message(self) -> str:
        """The row one is at; "" for none."""
        return self._message

    def copy_message(self) -> bool:
        """The message one is at, else the last answer, as its Markdown to the clipboard; whether there is one."""
        item = self._stack.item(self._message) if self._message else None
        if item is None:
            item = next((item for item in reversed(self._stack.items) if isinstance(item, AnswerItem)), None)
        return item is not None and self.copy_row(item.row_id)

    def copy_row(self, row_id: str) -> bool:
        """A row as its source to the clipboard; whether there is one."""
        item = self._stack.item(row_id)
        if item is not None:
            QGuiApplication.clipboard().setText(item.source())
        return item is not None

    def left_of(self, row_id: str) -> int:
        """Where a row's own ground begins, in the reading column."""
        item = self._stack.item(row_id)
        return item.left if item is not None else 0

    def _message_index(self, by: int) -> int | None:
        """The next message in a direction; cards and notices belong to the answer above them."""
        items, stack = self._stack.items, self._stack
        if not items:
            return None
        value = self.verticalScrollBar().value()
        index = stack.index_of(self._message) if self._message else None
        if index is not None:
            top = stack.top_of(index) - value
            if not -self._stack.heights.values[index] < top < self.viewport().height():
                index = None  # scrolled away from: go on from what is read now
        if index is None:
            edge = value + self._style.theme.margin_px
            index = stack.index_at(edge)
            if by < 0:
                index = len(items) if self._follow else index + (stack.top_of(index) < edge)
        index += by
        while 0 <= index < len(items) and isinstance(items[index], ToolItem | NoticeItem):
            index += by
        return index if 0 <= index < len(items) else None

    def _go_to_message(self, index: int) -> None:
        self._message = row_id = self._stack.items[index].row_id
        self._focus = None
        self._follow = False
        self._place, self._place_y = Place(row_id, (-1, 0)), self._style.theme.margin_px
        self._changed(everything=True)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.messageReached.emit(row_id)
        self._tell_focus()

    def _before_first(self, stops: list[Hit], *, forward: bool) -> int:
        """Tab sets out from the message one is at."""
        there = self._stack.index_of(self._message) if self._message else None
        if there is None:
            return super()._before_first(stops, forward=forward)
        above = [stop for stop in stops if (self._stack.index_of(stop.row_id) or 0) < there]
        return len(above) - 1 if forward else len(above)

    def accessible_focus(self) -> tuple[str, int] | None:
        if self._focus is None and self._message and self.hasFocus():
            return self._message, -1
        return super().accessible_focus()

    def message_menu(self, row_id: str, at: QPoint) -> None:
        """Open the menu of a message."""
        if item := self._stack.item(row_id):
            self._open_menu(item, at)

    def _menu_of_message(self) -> bool:
        area = self.accessible_rect(self._message) if self._message else QRect()
        if area.isNull():
            return False
        left = area.left() + self.left_of(self._message) + 24
        self.message_menu(self._message, QPoint(left, max(area.top() + 24, self._top_on_screen())))
        return True

    def _top_on_screen(self) -> int:
        return self.viewport().mapToGlobal(QPoint(0, self._style.theme.margin_px)).y()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._message:
            self._message = ""
            self.messageReached.emit("")
        super().mousePressEvent(event)

    def _paint_marks(self, painter: QPainter, item: Item, clip: QRectF) -> None:
        super()._paint_marks(painter, item, clip)
        if self.hasFocus() and self._message == item.row_id:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._style.accent)
            painter.drawRoundedRect(_BAR.adjusted(0, 0, 0, item.height), 1.5, 1.5)
