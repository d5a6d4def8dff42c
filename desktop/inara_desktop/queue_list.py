"""What waits for its turn, above the composer: a line each, to be changed, moved and taken out.

By mouse: a row is dragged to its place, its buttons change it and take it out. By keys, on the row one is at: Enter
changes, Delete takes out, Alt with the arrows moves, Esc goes back to the text.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from inara_desktop.controls import ElidedLabel, IconButton, IconLabel, TextButton
from inara_desktop.panel import paint_panel
from inara_desktop.style import Appearance
from inara_desktop.values import QueueItem, QueueValue
from inara_desktop.wording import translate

__all__ = ["QueueList"]

ROW_PX = 34
ROWS_SHOWN = 3
LONGEST = 500  # characters of a prompt
DRAG_PX = 6  # moved so far with the button down, it is no click
ID = Qt.ItemDataRole.UserRole


class _Row(QWidget):
    """A prompt's first words and its two buttons. The mouse goes through it to the list, but for the buttons."""

    editWanted = Signal(str)
    withdrawn = Signal(str)

    def __init__(self, appearance: Appearance, item: QueueItem) -> None:
        super().__init__()
        metrics = appearance.theme.metrics
        self._id = item.id
        edit = IconButton(appearance, "edit", self.tr("Change it"), edge_px=ROW_PX, tip=self.tr("Change it (Enter)"))
        edit.setObjectName("queueEdit")
        take_out = IconButton(
            appearance, "cross", self.tr("Take it out"), edge_px=ROW_PX, tip=self.tr("Take it out (Delete)")
        )
        take_out.setObjectName("queueWithdraw")
        for button in (edit, take_out):  # by keys one is in the list
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.gap_m + 6, 0, metrics.gap_s, 0)
        row.setSpacing(metrics.gap_xs)
        row.addWidget(ElidedLabel(_said(item)), 1)
        row.addWidget(edit)
        row.addWidget(take_out)
        edit.clicked.connect(self._on_edit)
        take_out.clicked.connect(self._on_take_out)

    @Slot()
    def _on_edit(self) -> None:
        self.editWanted.emit(self._id)

    @Slot()
    def _on_take_out(self) -> None:
        self.withdrawn.emit(self._id)


class _Rows(QListWidget):
    """The list itself. `moved` has the prompt's id and its new place, from 0."""

    editWanted = Signal(str)
    withdrawn = Signal(str)
    moved = Signal(str, int)
    left = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._pressed = -1
        self._pressed_y = 0
        self._target = -1  # the gap that a dragged row would go to
        self.setObjectName("queueList")
        self.setAccessibleName(self.tr("Waiting for their turn"))
        self.setAccessibleDescription(
            self.tr("Enter changes a prompt, Delete takes it out, Alt with the arrow keys moves it.")
        )
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)

    @property
    def current_id(self) -> str:
        return str(self.currentItem().data(ID)) if self.currentRow() >= 0 else ""

    def set_items(self, items: tuple[QueueItem, ...]) -> None:
        """Show these; the one that one was at stays it."""
        current, row = self.current_id, self.currentRow()
        self._pressed = self._target = -1
        self.clear()
        for number, each in enumerate(items, start=1):
            item = QListWidgetItem()
            item.setData(ID, each.id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{number}. {_said(each)}")
            item.setSizeHint(QSize(0, ROW_PX))
            self.addItem(item)
            shown = _Row(self._appearance, each)
            shown.editWanted.connect(self.editWanted)
            shown.withdrawn.connect(self.withdrawn)
            self.setItemWidget(item, shown)
        ids = [each.id for each in items]
        if current in ids:
            self.setCurrentRow(ids.index(current))
        elif row >= 0 and items:
            self.setCurrentRow(min(row, len(items) - 1))
        self.setFixedHeight(ROW_PX * min(len(items), ROWS_SHOWN))

    def event(self, event: QEvent) -> bool:
        """Here Alt with the arrows moves a prompt; in the rest of the window it goes through the messages."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if alt and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
                event.accept()
                return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentRow() < 0:
            self.setCurrentRow(self.count() - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, alt = self.currentRow(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2 if row >= 0:
                self.editWanted.emit(self.current_id)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if row >= 0:
                self.withdrawn.emit(self.current_id)
            case Qt.Key.Key_Up if alt and row > 0:
                self.moved.emit(self.current_id, row - 1)
            case Qt.Key.Key_Down if alt and 0 <= row < self.count() - 1:
                self.moved.emit(self.current_id, row + 1)
            case Qt.Key.Key_Up | Qt.Key.Key_Down if alt:
                pass
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        position = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._pressed_y = self.indexAt(position).row(), position.y()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        y = round(event.position().y())
        if self._pressed < 0 or (self._target < 0 and abs(y - self._pressed_y) < DRAG_PX):
            return
        target = max(0, min(self.count(), (y + self.verticalScrollBar().value() + ROW_PX // 2) // ROW_PX))
        if target != self._target:
            self._target = target
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, target = self._pressed, self._target
        self._pressed = self._target = -1
        self.viewport().update()
        place = target - (target > pressed)  # once it is gone from where it was
        if target >= 0 and place != pressed:
            self.moved.emit(str(self.item(pressed).data(ID)), place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        if item is not None:
            self.editWanted.emit(str(item.data(ID)))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = self._appearance.theme
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() and self.currentRow() >= 0:
            ring = QRectF(self.visualItemRect(self.currentItem())).adjusted(5, 2, -5, -2)
            painter.setPen(QPen(QColor(theme.colors.accent), 2))
            painter.drawRoundedRect(ring, theme.metrics.radius_s, theme.metrics.radius_s)
        if self._target >= 0:
            y = max(1, min(self._target * ROW_PX - self.verticalScrollBar().value(), self.viewport().height() - 1))
            painter.fillRect(QRect(8, y - 1, self.viewport().width() - 16, 2), QColor(theme.colors.accent))
        painter.end()


class QueueList(QWidget):
    """The rows under a line that says when the next one goes out, or why it does not."""

    editWanted = Signal(str)
    withdrawn = Signal(str)
    moved = Signal(str, int)
    sendWanted = Signal(str)
    left = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        metrics = appearance.theme.metrics
        self._appearance = appearance
        self._value = QueueValue()
        self.setObjectName("queue")
        self.setAccessibleName(self.tr("Queue"))
        self._icon = IconLabel(appearance, "clock", "muted", 14)
        self._note = ElidedLabel("", "small")
        self._note.setObjectName("queueNote")
        self._send = TextButton(appearance, self.tr("Send now"), kind="quiet")
        self._send.setObjectName("queueSend")
        self.rows = _Rows(appearance)
        head = QHBoxLayout()
        head.setContentsMargins(metrics.gap_l + 2, 0, metrics.gap_s, 0)
        head.setSpacing(metrics.gap_s)
        head.addWidget(self._icon)
        head.addWidget(self._note, 1)
        head.addWidget(self._send)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, metrics.gap_xs, 1, metrics.gap_xs)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.rows)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._note.setMinimumHeight(metrics.control - 6)
        self.rows.editWanted.connect(self.editWanted)
        self.rows.withdrawn.connect(self.withdrawn)
        self.rows.moved.connect(self.moved)
        self.rows.left.connect(self.left)
        self._send.clicked.connect(self._on_send)
        appearance.changed.connect(self.update)

    def set_value(self, value: QueueValue) -> None:
        """Show this; hidden where nothing waits."""
        if value.items != self._value.items:
            had_focus = self.rows.hasFocus()
            self.rows.set_items(value.items)
            if had_focus and not value.items:
                self.left.emit()
        self._value = value
        held = value.hold not in {"", "running"}
        self._icon.set_icon("waiting" if held else "clock", "warning_text" if held else "muted")
        self._note.set_text(self._words(value))
        self._send.setVisible(held and value.hold != "edited")
        self.setVisible(bool(value.items))

    def _words(self, value: QueueValue) -> str:
        match value.hold:
            case "waiting":
                return self.tr("Held back: the answer before it waits for you.")
            case "failed":
                return self.tr("Held back: the answer before it failed.")
            case "stopped":
                return self.tr("Held back: you stopped the answer before it.")
            case "interrupted":
                return self.tr("Held back: Inara ended in the middle of the answer before it.")
            case "edited":
                return self.tr("You are changing the next one.")
            case "unsent":
                return value.reason
            case _:
                return self.tr("Goes out when the answer before it is done.")

    @Slot()
    def _on_send(self) -> None:
        if self._value.items:
            self.sendWanted.emit(self._value.items[0].id)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        paint_panel(self, theme.colors.sunken, theme.colors.border, theme.metrics.radius_l)


def _said(item: QueueItem) -> str:
    """A prompt that waits, in a line: its words, and what goes with it."""
    words, attached = " ".join(item.text[:LONGEST].split()), ", ".join(item.attached)
    if words and attached:
        return words + translate("QueueList", " · with {0}").format(attached)
    return words or attached or translate("QueueList", "Picture")
