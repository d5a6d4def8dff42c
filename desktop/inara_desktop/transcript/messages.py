"""Going from message to message by keyboard, and copying one: the message one is at has a bar at its left."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication, QMouseEvent, QPainter

from inara_desktop.transcript.answer_item import AnswerItem
from inara_desktop.transcript.cards import NoticeItem, ToolItem
from inara_desktop.transcript.control import paint_focus_ring
from inara_desktop.transcript.interaction import InteractiveCanvas
from inara_desktop.transcript.item import Item
from inara_desktop.transcript.stack import Place

__all__ = ["MessageCanvas"]

_BAR = QRectF(-14, 0, 3, 0)


class MessageCanvas(InteractiveCanvas):
    _message = ""  # the row one is at

    def next_message(self) -> None:
        """To the message below; from the last one to the end."""
        index = self._message_index(1)
        if index is None:
            self._message = ""
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
        if item is None:
            return False
        QGuiApplication.clipboard().setText(item.source())
        return True

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
        if QAccessible.isActive():
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild(index)
            QAccessible.updateAccessibility(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._message = ""
        super().mousePressEvent(event)

    def _paint_marks(self, painter: QPainter, item: Item, clip: QRectF) -> None:
        super()._paint_marks(painter, item, clip)
        if not self.hasFocus():
            return
        if self._message == item.row_id:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._style.accent)
            painter.drawRoundedRect(_BAR.adjusted(0, 0, 0, item.height), 1.5, 1.5)
        if self._focus and self._focus.row_id == item.row_id and self._focus.target.kind == "copy":
            for control in item.copy_controls(int(clip.top()), int(clip.bottom()) + 1):
                if control.target == self._focus.target:
                    paint_focus_ring(painter, control.area, self._style.accent)
