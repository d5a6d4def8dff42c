"""The transcript: a virtualised canvas of rows and blocks.

Only what is seen is laid out; what streams in costs a bounded time a frame. Everything shown is inert: nothing is
fetched, opened or read as HTML. Links and buttons are told to the outside, which decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QMenu, QToolTip, QWidget

from inara_desktop.transcript.accessible import Announcer, ViewAccessible, install
from inara_desktop.transcript.answer_item import AnswerItem
from inara_desktop.transcript.block import Block, Target
from inara_desktop.transcript.code_block import CodeBlock
from inara_desktop.transcript.control import Scene
from inara_desktop.transcript.item import Item
from inara_desktop.transcript.jump_button import JumpButton
from inara_desktop.transcript.rows import AnswerRow, ErrorRow, Row, ToolRow
from inara_desktop.transcript.scroll_bar import SlimScrollBar
from inara_desktop.transcript.selection import Selection
from inara_desktop.transcript.stack import Place, Stack
from inara_desktop.transcript.style import Style
from inara_desktop.transcript.theme import TranscriptTheme
from inara_desktop.transcript.token_feed import TokenFeed

__all__ = ["RowActionEvent", "TranscriptView"]

_SPIN_MS = 50
_TURN_S = 1.1
_FAR = 120  # pixels from the end at which the jump button appears


@dataclass(frozen=True, slots=True)
class RowActionEvent:
    """A button of a row was pressed: `action_name` is the `RowAction.name`."""

    row_id: str
    action_name: str


@dataclass(frozen=True, slots=True)
class _Hit:
    row_id: str
    target: Target


class TranscriptView(QAbstractScrollArea):
    """Shows rows; follows the end until the person scrolls away from it."""

    actionTriggered = Signal(object)
    linkActivated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transcript")
        self.setAccessibleName("Conversation")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 120)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._style = Style(TranscriptTheme())
        self._bar = SlimScrollBar(self._style, self)
        self.setVerticalScrollBar(self._bar)
        self._bar.setSingleStep(24)
        self._stack = Stack(self._style)
        self._feed = TokenFeed(self._deliver, self._on_frame, self)
        self._selection = Selection(self._stack)
        self._dragging = False
        self._drag_scroll = QTimer(self)
        self._drag_scroll.setInterval(30)
        self._drag_scroll.timeout.connect(self._scroll_while_dragging)
        self._drag_point = QPointF()
        self._follow = True
        self._place: Place | None = None  # what stays where it is while the end isn't followed
        self._place_y = 0  # where on the screen
        self._painted = 0  # the scroll value the pixels on screen were painted at
        self._stale = True
        self._repaint_all = True
        self._moving = False
        self._hover: _Hit | None = None
        self._pressed: _Hit | None = None
        self._focus: _Hit | None = None
        self._turn = 0.0
        self._accessible: ViewAccessible | None = None
        self._announcer = Announcer(self)
        install()
        self._jump = JumpButton(self._style, self)
        self._jump.hide()
        self._jump.clicked.connect(self.jump_to_latest)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self._settle)
        self._spin = QTimer(self)
        self._spin.setInterval(_SPIN_MS)
        self._spin.timeout.connect(self._turn_busy_signs)

    # ---- rows

    def set_theme(self, theme: TranscriptTheme) -> None:
        self._style = Style(theme)
        self._stack.restyle(self._style)
        self._jump.look = self._bar.look = self._style
        self._bar.update()
        self._jump.update()
        self._hover = self._pressed = None
        self._changed(everything=True)

    def load(self, rows: Sequence[Row]) -> None:
        """Show these rows and their end. Nothing is parsed before it is seen."""
        self._feed.clear()
        self._stack.load(rows)
        self._follow = True
        self._hover = self._pressed = self._focus = None
        self._selection.clear()
        self._changed(everything=True)

    def append(self, row: Row) -> None:
        self._stack.append(row)
        item = self._stack.items[-1]
        self._announcer.say(item.accessible_text(), urgent=isinstance(row, ErrorRow))
        self._changed()

    def replace(self, row: Row) -> None:
        """Show another value of the row with the same id.

        Text that was fed and isn't shown yet keeps coming by frames; the answer settles after its last piece.
        """
        if isinstance(row, AnswerRow) and self._settle_later(row):
            return
        if not self._stack.replace(row):
            return
        if isinstance(row, AnswerRow):
            self._announcer.finish(row.id)
        elif item := self._stack.item(row.id):
            waits = isinstance(row, ToolRow) and row.status == "waiting"
            self._announcer.say(item.accessible_text(), urgent=waits)
        self._changed(everything=not isinstance(row, AnswerRow))

    def _settle_later(self, row: AnswerRow) -> bool:
        text, thinking = self._feed.pending(row.id)
        item = self._stack.item(row.id)
        if not (text or thinking) or not isinstance(item, AnswerItem):
            return False
        shown = item.row
        if shown.text + text != row.text or shown.thinking + thinking != row.thinking:
            self._feed.drop(row.id)
            return False
        self._feed.when_drained(row.id, lambda: self.replace(row))
        return True

    def remove(self, row_id: str) -> None:
        self._feed.drop(row_id)
        if self._stack.remove(row_id):
            self._changed(everything=True)

    def feed(self, row_id: str, text: str = "", thinking: str = "") -> None:
        """More of a streaming answer. Costs an append; shown with the next frame."""
        self._feed.add(row_id, text, thinking)

    def clear(self) -> None:
        self.load(())

    def rows(self) -> Sequence[Row]:
        """The rows as they are now, streamed text included."""
        return [item.row for item in self._stack.items]

    # ---- streaming

    def _deliver(self, row_id: str, text: str, thinking: str) -> None:
        item = self._stack.item(row_id)
        if isinstance(item, AnswerItem):
            item.feed(text, thinking)
            self._announcer.stream(row_id, text)
            index = self._stack.index_of(row_id)
            if index is not None:
                self._stack.measure(index)

    def _on_frame(self) -> None:
        self._stale = True
        self._settle()

    def _read_on(self) -> None:
        """A very long answer that came whole is split by frames, like a stream."""
        bar = self.verticalScrollBar().value()
        for _, item, _ in self._stack.between(bar, bar + self.viewport().height()):
            if isinstance(item, AnswerItem) and item.unread:
                row = item.row
                text, thinking = item.take_unread()
                self._feed.add(row.id, text, thinking)
                self._feed.when_drained(row.id, lambda row=row: self.replace(row))

    # ---- geometry

    def _changed(self, *, everything: bool = False) -> None:
        self._stale = True
        self._repaint_all |= everything
        if not self._settling.isActive():
            self._settling.start(0)

    def _column(self) -> tuple[int, int]:
        """(left, width) of the reading column."""
        theme = self._style.theme
        room = self.viewport().width()
        width = max(120, min(theme.column_px, room - 2 * theme.margin_px))
        return (room - width) // 2, width

    def _value_for(self, height: int) -> int:
        most = max(0, height - self.viewport().height())
        if self._follow or self._place is None:
            return most
        y = self._stack.y_of(self._place)
        return most if y is None else max(0, min(most, y - self._place_y))

    def _settle(self) -> None:
        """Lay out what is seen, keep the anchor, move the pixels that stay equal, repaint the rest."""
        if not self._stale:
            return
        self._stale = False
        stack, view_height = self._stack, self.viewport().height()
        stack.width = self._column()[1]
        kept = stack.place_at(self._painted)
        kept_y = (stack.y_of(kept) or 0) - self._painted if kept else 0
        lowest: list[int] = []
        while True:
            value = self._value_for(stack.height)
            if not stack.lay_out(value, value + view_height, lowest.append) and value == self._value_for(stack.height):
                break
        self._move_to(value)
        stack.laid_out.trim(0)
        self._show_changes(value, kept, kept_y, min(lowest, default=None))
        self._remember_place(value)
        self._read_on()
        self._update_overlays()

    def _move_to(self, value: int) -> None:
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        self._moving = True
        bar.setPageStep(height)
        bar.setRange(0, max(0, self._stack.height - height))
        bar.setValue(value)
        self._moving = False

    def _show_changes(self, value: int, kept: Place | None, kept_y: int, lowest: int | None) -> None:
        viewport = self.viewport()
        self._painted = value
        now = self._stack.y_of(kept) if kept else None
        shift = 0 if now is None else (now - value) - kept_y
        size = viewport.height()
        if self._repaint_all or now is None or abs(shift) >= size or (lowest is not None and lowest <= now):
            self._repaint_all = False
            viewport.update()
            return
        if shift:
            viewport.scroll(0, shift)
        if lowest is not None and lowest - value < size:
            viewport.update(0, max(0, lowest - value), viewport.width(), size)

    def _remember_place(self, value: int) -> None:
        if self._follow:
            return
        self._place = self._stack.place_at(value)
        y = self._stack.y_of(self._place) if self._place else None
        self._place_y = (y or 0) - value

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        _ = dx, dy
        if self._moving:
            return
        value = self.verticalScrollBar().value()
        self._follow = value >= self.verticalScrollBar().maximum() - 2
        stack = self._stack
        near = abs(value - self._painted) < self.viewport().height()
        self._place = stack.place_at(self._painted if near else value)
        y = stack.y_of(self._place) if self._place else None
        self._place_y = (y or 0) - value
        self._stale = True
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._jump.move(
            self.viewport().x() + (self.viewport().width() - self._jump.width()) // 2,
            self.viewport().y() + self.viewport().height() - self._jump.height() - 12,
        )
        self._stale = self._repaint_all = True
        self._settle()

    def jump_to_latest(self) -> None:
        self._follow = True
        self._changed(everything=True)

    def scroll_to_row(self, row_id: str) -> None:
        """Bring a row's top to the top of the view."""
        if self._stack.index_of(row_id) is not None:
            self._follow = False
            self._place, self._place_y = Place(row_id, (-1, 0)), self._style.theme.margin_px
            self._changed(everything=True)

    @property
    def following(self) -> bool:
        """Whether the view stays at the end as text comes."""
        return self._follow

    @property
    def drained(self) -> bool:
        """Whether all text that was fed is on screen."""
        return self._feed.idle and not self._stale

    @property
    def animating(self) -> bool:
        """Whether a busy sign turns on screen."""
        return self._spin.isActive()

    @property
    def laid_out_blocks(self) -> int:
        """How many blocks hold a layout; bounded however long the conversation is."""
        return len(self._stack.laid_out)

    def first_visible_row(self) -> int:
        """The index of the topmost row on screen."""
        return self._stack.index_at(self.verticalScrollBar().value())

    def blocks_of(self, row_id: str) -> list[Block]:
        """The blocks of an answer, in order; none for a row that has no blocks or wasn't seen yet."""
        item = self._stack.item(row_id)
        flows = item.flows() if item else []
        return list(flows[-1][0].blocks) if flows else []

    def _update_overlays(self) -> None:
        bar = self.verticalScrollBar()
        away = not self._follow and bar.maximum() - bar.value() > _FAR
        if away != self._jump.isVisibleTo(self):
            self._jump.setVisible(away)
        busy = self.isVisible() and any(item.busy for _, item, _ in self._visible())
        if busy and not self._spin.isActive():
            self._spin.start()
        elif not busy and self._spin.isActive():
            self._spin.stop()

    def _visible(self) -> list[tuple[int, Item, int]]:
        value = self.verticalScrollBar().value()
        return list(self._stack.between(value, value + self.viewport().height()))

    def _turn_busy_signs(self) -> None:
        self._turn = (self._turn + _SPIN_MS / 1000 / _TURN_S) % 1.0
        value, left = self.verticalScrollBar().value(), self._column()[0]
        busy = [(item, top) for _, item, top in self._visible() if item.busy]
        for item, top in busy:
            self.viewport().update(QRect(left, top - value, 48, min(item.height, 72)))
        if not busy:
            self._spin.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._changed(everything=True)

    def hideEvent(self, event: QHideEvent) -> None:
        self._spin.stop()
        super().hideEvent(event)

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._stale:
            self._repaint_all = True
            self._settle()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = event.rect()
        painter.fillRect(area, self._style.background)
        value = self.verticalScrollBar().value()
        left, width = self._column()
        for index, item, top in self._stack.between(value + area.top(), value + area.bottom() + 1):
            y = top - value
            painter.translate(left, y)
            clip = QRectF(-left, area.top() - y, width + 2 * left, area.height() + 1)
            item.paint(painter, clip, self._scene(item), self._selection.painter_for(index))
            painter.translate(-left, -y)
        painter.end()

    def _scene(self, item: Item) -> Scene:
        row_id = item.row_id
        hovered = self._hover.target if self._hover and self._hover.row_id == row_id else None
        focused = None
        if self._focus and self._focus.row_id == row_id and self.hasFocus():
            focused = self._focus.target
        return Scene(hovered, focused, self._turn)

    # ---- pointer

    def _item_at(self, point: QPointF) -> tuple[Item, QPointF] | None:
        y = int(point.y()) + self.verticalScrollBar().value()
        if not self._stack.items:
            return None
        index = self._stack.index_at(y)
        place = QPointF(point.x() - self._column()[0], y - self._stack.top_of(index))
        return self._stack.items[index], place

    def _hit(self, point: QPointF) -> _Hit | None:
        found = self._item_at(point)
        if found is None:
            return None
        item, place = found
        target = item.target_at(place)
        return _Hit(item.row_id, target) if target else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if not self._dragging:
            self._set_hover(self._hit(point))
            return
        self._drag_point = point
        self._extend_selection(point)
        inside = 0 <= point.y() < self.viewport().height()
        if inside:
            self._drag_scroll.stop()
        elif not self._drag_scroll.isActive():
            self._drag_scroll.start()

    def _extend_selection(self, point: QPointF) -> None:
        found = self._item_at(point)
        if found:
            self._selection.head = self._selection.spot_at(*found)
            self.viewport().update()

    def _scroll_while_dragging(self) -> None:
        y, height = self._drag_point.y(), self.viewport().height()
        step = y if y < 0 else y - height
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + max(-60, min(60, int(step))))
        self._extend_selection(QPointF(self._drag_point.x(), max(0.0, min(float(height - 1), y))))

    def _set_hover(self, hit: _Hit | None) -> None:
        if hit == self._hover:
            return
        before, self._hover = self._hover, hit
        for one in (before, hit):
            if one and one.target.kind != "link":
                self._repaint_row(one.row_id)
        shape = Qt.CursorShape.PointingHandCursor if hit else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def _repaint_row(self, row_id: str) -> None:
        index = self._stack.index_of(row_id)
        if index is not None:
            top = self._stack.top_of(index) - self.verticalScrollBar().value()
            self.viewport().update(0, top - 4, self.viewport().width(), self._stack.heights.values[index] + 8)

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hover(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._focus = None
        self._pressed = self._hit(event.position())
        found = self._item_at(event.position())
        if found and (self._pressed is None or self._pressed.target.kind == "link"):
            self._dragging = True
            self._selection.head = self._selection.spot_at(*found)
            if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier or self._selection.anchor is None:
                self._selection.anchor = self._selection.head
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        self._dragging = False
        self._drag_scroll.stop()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if pressed and self._selection.empty and pressed == self._hit(event.position()):
            self._activate(pressed, event.position())
        clipboard = QGuiApplication.clipboard()
        if not self._selection.empty and clipboard.supportsSelection():
            clipboard.setText(self._selection.text(), QClipboard.Mode.Selection)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self._item_at(event.position())
        if found and event.button() == Qt.MouseButton.LeftButton and not self._hit(event.position()):
            self._selection.select_word(*found)
            self.viewport().update()
        else:
            self.mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        point = QPointF(self.viewport().mapFromGlobal(event.globalPos()))
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction("Copy")
        copy.setEnabled(not self._selection.empty)
        copy.triggered.connect(self.copy_selection)
        hit = self._hit(point)
        found = self._item_at(point)
        if hit and hit.target.kind == "link":
            menu.addAction("Copy link").triggered.connect(partial(_to_clipboard, hit.target.value))
        if found:
            menu.addAction("Copy message").triggered.connect(partial(_to_clipboard, found[0].source()))
        menu.addAction("Select all").triggered.connect(self.select_all)
        menu.popup(event.globalPos())

    # ---- selection

    def copy_selection(self) -> None:
        """The marked text, as Markdown source, to the clipboard."""
        if not self._selection.empty:
            QGuiApplication.clipboard().setText(self._selection.text())

    def select_all(self) -> None:
        self._selection.select_all()
        self.viewport().update()

    def selected_text(self) -> str:
        return self._selection.text()

    def _activate(self, hit: _Hit, point: QPointF | None = None) -> None:
        match hit.target.kind:
            case "link":
                self.linkActivated.emit(hit.target.value)
            case "action":
                self.actionTriggered.emit(RowActionEvent(hit.row_id, hit.target.value))
            case "copy":
                self._copy_code(point)
            case "fold" | "show_all":
                self._fold(hit)

    def _fold(self, hit: _Hit) -> None:
        item = self._stack.item(hit.row_id)
        if item is None:
            return
        value = self.verticalScrollBar().value()
        self._follow = False
        self._place = Place(hit.row_id, (-1, 0))
        self._place_y = (self._stack.y_of(self._place) or 0) - value
        if item.press(hit.target):
            self._changed(everything=True)

    def _copy_code(self, point: QPointF | None) -> None:
        found = self._block_at(point) if point else None
        if found and isinstance(found[1], CodeBlock):
            item, block = found
            for flow, _, _ in item.flows():
                if block in flow.blocks:
                    QGuiApplication.clipboard().setText(flow.code_of(block.span))
            if point:
                QToolTip.showText(self.viewport().mapToGlobal(point.toPoint()), "Copied", self.viewport())

    def _block_at(self, point: QPointF) -> tuple[Item, Block] | None:
        found = self._item_at(point)
        if found is None:
            return None
        item, place = found
        block = item.block_at(place)
        return (item, block[2]) if block else None

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta() / 2
        sideways = event.modifiers() & Qt.KeyboardModifier.ShiftModifier or abs(delta.x()) > abs(delta.y())
        if sideways and (found := self._block_at(event.position())):
            if found[1].scroll_by(-(delta.x() or delta.y())):
                self._repaint_row(found[0].row_id)
            event.accept()
            return
        super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            hit = self._hit(QPointF(event.pos()))
            if hit and hit.target.hint and hit.target.kind in {"link", "copy"}:
                hint = hit.target.hint[:300].replace("&", "&amp;").replace("<", "&lt;")
                QToolTip.showText(event.globalPos(), f"<span>{hint}</span>", self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    # ---- keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        page = max(40, self.viewport().height() - 48)
        steps = {
            Qt.Key.Key_Up: -bar.singleStep() * 2,
            Qt.Key.Key_Down: bar.singleStep() * 2,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
        }
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif key in steps:
            bar.setValue(bar.value() + steps[key])
        elif key == Qt.Key.Key_Home:
            bar.setValue(0)
        elif key == Qt.Key.Key_End:
            self.jump_to_latest()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self._focus:
            self._activate(self._focus)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        """Tab goes through the buttons that are on screen, then on to the next widget."""
        stops = [_Hit(item.row_id, control.target) for _, item, _ in self._visible() for control in item.controls()]
        if stops and self.hasFocus():
            at = stops.index(self._focus) if self._focus in stops else (-1 if next else len(stops))
            at += 1 if next else -1
            if 0 <= at < len(stops):
                self._focus = stops[at]
                self.viewport().update()
                return True
        self._focus = None
        self.viewport().update()
        return super().focusNextPrevChild(next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # ---- for screen readers

    def accessible_interface(self) -> ViewAccessible:
        if self._accessible is None:
            self._accessible = ViewAccessible(self, self)
        return self._accessible

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

    def accessible_rect(self, row_id: str) -> QRect:
        index = self._stack.index_of(row_id)
        if index is None:
            return QRect()
        left, width = self._column()
        top = self._stack.top_of(index) - self.verticalScrollBar().value()
        return QRect(self.viewport().mapToGlobal(QPoint(left, top)), QSize(width, self._stack.items[index].height))

    def accessible_buttons(self, row_id: str) -> list[tuple[str, QRect]]:
        item, area = self._stack.item(row_id), self.accessible_rect(row_id)
        controls = item.controls() if item else []
        return [(control.label, control.area.toRect().translated(area.topLeft())) for control in controls]


def _to_clipboard(text: str, checked: bool = False) -> None:
    _ = checked  # what `triggered` brings along
    QGuiApplication.clipboard().setText(text)
