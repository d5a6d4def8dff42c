"""The pointer on the canvas: pressing, selecting, copying, scrolling. What is pressed is told, never done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from inara_desktop.transcript.accessible_canvas import AccessibleCanvas
from inara_desktop.transcript.block import Block
from inara_desktop.transcript.canvas import Hit
from inara_desktop.transcript.code_block import CodeBlock
from inara_desktop.transcript.item import Item
from inara_desktop.transcript.stack import Place
from inara_engine.frozen import frozen

__all__ = ["InteractiveCanvas", "MenuOpening", "RowActionEvent"]


@frozen
class RowActionEvent:
    """A button of a row was pressed: `action_name` is the `RowAction.name`."""

    row_id: str
    action_name: str


@frozen
class MenuOpening:
    """The menu of a row is about to open: what the row is good for may be added to it."""

    row_id: str
    menu: QMenu


@dataclass(slots=True)
class _Pulled:
    """A wide block that is moved by its scroll bar: where the pointer began, and by how much it has moved."""

    row_id: str
    block: Block
    per_px: float
    begun: float
    moved: int = 0


class InteractiveCanvas(AccessibleCanvas):
    actionTriggered = Signal(object)
    linkActivated = Signal(str)
    pictureOpened = Signal(str, int)  # of which row, which of its pictures
    quoteRequested = Signal(str)
    zoomAsked = Signal(int)  # 1: larger, -1: smaller
    rowHovered = Signal(str)  # the row under the pointer, "" for none
    menuOpening = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self._pressed: Hit | None = None
        self._dragging = False
        self._pulled: _Pulled | None = None
        self._over_thumb = False
        self._hovered_row = ""
        self._drag_point = QPointF()
        self._twice_at = (0, QPointF())  # the time and place of the last double click
        self._drag_scroll = QTimer(self)
        self._drag_scroll.setInterval(30)
        self._drag_scroll.timeout.connect(self._scroll_while_dragging)

    # ---- pointer

    def _hit(self, point: QPointF) -> Hit | None:
        found = self._item_at(point)
        if found is None:
            return None
        item, place = found
        target = item.target_at(place)
        return Hit(item.row_id, target) if target else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if self._pulled:
            self._pull(self._pulled, point.x())
            return
        if not self._dragging:
            self._set_hover(self._hit(point), thumb=self._thumb_at(point) is not None)
            found = self._item_at(point)
            self._set_hovered_row(found[0].row_id if found else "")
            return
        self._drag_point = point
        self._extend_selection(point)
        inside = 0 <= point.y() < self.viewport().height()
        if inside:
            self._drag_scroll.stop()
        elif not self._drag_scroll.isActive():
            self._drag_scroll.start()

    def _thumb_at(self, point: QPointF) -> _Pulled | None:
        """The scroll bar of a wide block at a point."""
        found = self._item_at(point)
        block = found[0].block_at(found[1]) if found else None
        thumb = block[2].thumb() if block else None
        if found is None or block is None or thumb is None or not thumb.area.adjusted(-4, -5, 4, 7).contains(block[3]):
            return None
        return _Pulled(found[0].row_id, block[2], thumb.per_px, point.x())

    def _pull(self, pulled: _Pulled, x: float) -> None:
        delta = round((x - pulled.begun) * pulled.per_px) - pulled.moved
        pulled.moved += delta
        if pulled.block.scroll_by(delta):
            self._repaint_row(pulled.row_id)

    def _set_hover(self, hit: Hit | None, *, thumb: bool = False) -> None:
        if hit == self._hover and thumb == self._over_thumb:
            return
        self._over_thumb = thumb
        before, self._hover = self._hover, hit
        for one in (before, hit):
            if one and one.target.kind != "link":
                self._repaint_row(one.row_id)
        shapes = Qt.CursorShape
        self.viewport().setCursor(
            shapes.PointingHandCursor if hit else shapes.ArrowCursor if thumb else shapes.IBeamCursor
        )

    def _set_hovered_row(self, row_id: str) -> None:
        if row_id != self._hovered_row:
            self._hovered_row = row_id
            self.rowHovered.emit(row_id)

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hover(None)
        if not self.underMouse():
            self._set_hovered_row("")
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._focus = None
        self._pulled = self._thumb_at(event.position())
        if self._pulled:
            return
        self._pressed = self._hit(event.position())
        if self._pressed is None and self._is_third(event):
            self._mark(event.position(), self._selection.select_line)
            return
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
        self._pulled = None
        self._drag_scroll.stop()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        dragged = pressed is not None and pressed.target.kind == "link" and not self._selection.empty
        if pressed and not dragged and pressed == self._hit(event.position()):
            self._activate(pressed, event.position())
        clipboard = QGuiApplication.clipboard()
        if not self._selection.empty and clipboard.supportsSelection():
            clipboard.setText(self._selection.text(), QClipboard.Mode.Selection)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self._hit(event.position()):
            self._twice_at = event.timestamp(), event.position()
            self._mark(event.position(), self._selection.select_word)
        else:
            self.mousePressEvent(event)

    def _is_third(self, event: QMouseEvent) -> bool:
        """Whether a click follows a double one, at the same place."""
        hints, (at, place) = QGuiApplication.styleHints(), self._twice_at
        near = (event.position() - place).manhattanLength() < hints.startDragDistance()
        return bool(at) and near and event.timestamp() - at < hints.mouseDoubleClickInterval()

    def _mark(self, point: QPointF, select: Callable[[Item, QPointF], None]) -> None:
        if found := self._item_at(point):
            select(*found)
            self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self._menu_of_message():
            return
        point = QPointF(self.viewport().mapFromGlobal(event.globalPos()))
        found = self._item_at(point)
        self._open_menu(found[0] if found else None, event.globalPos(), self._hit(point))

    def _menu_of_message(self) -> bool:
        """Open the menu of the message that the keyboard is at; whether there is one."""
        return False

    def _open_menu(self, item: Item | None, at: QPoint, hit: Hit | None = None) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(self.tr("Copy"))
        copy.setEnabled(not self._selection.empty)
        copy.triggered.connect(self.copy_selection)
        if hit and hit.target.kind == "link":
            menu.addAction(self.tr("Copy link")).triggered.connect(partial(_to_clipboard, hit.target.value))
        if item:
            menu.addAction(self.tr("Copy message")).triggered.connect(partial(_to_clipboard, item.source()))
        if not self._selection.empty:
            menu.addAction(self.tr("Quote in the message")).triggered.connect(self.quote_selection)
        if item:
            self.menuOpening.emit(MenuOpening(item.row_id, menu))
        menu.addSeparator()
        menu.addAction(self.tr("Select all")).triggered.connect(self.select_all)
        menu.popup(at)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoomAsked.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
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

    def _activate(self, hit: Hit, point: QPointF | None = None) -> None:
        match hit.target.kind:
            case "link":
                self.linkActivated.emit(hit.target.value)
            case "action":
                self.actionTriggered.emit(RowActionEvent(hit.row_id, hit.target.value))
            case "copy":
                self._copy_code(hit, point)
            case "picture":
                self.pictureOpened.emit(hit.row_id, int(hit.target.value))
            case "fold" | "show_all" | "show_more":
                self._fold(hit)

    def _fold(self, hit: Hit) -> None:
        item = self._stack.item(hit.row_id)
        if item is None:
            return
        value = self.verticalScrollBar().value()
        self._follow = False
        self._place = Place(hit.row_id, (-1, 0))
        self._place_y = (self._stack.y_of(self._place) or 0) - value
        if item.press(hit.target):
            self._stack.changes += 1  # more of it may be searched
            self._changed(everything=True)

    def _copy_code(self, hit: Hit, point: QPointF | None) -> None:
        """Of the block under the pointer, or of the one whose button has the focus; or what a button of a card says."""
        item, block = self._stack.item(hit.row_id), None
        if item and (text := item.copy_text(hit.target)) is not None:
            self._copied(text, point)
            return
        if point and (found := self._block_at(point)):
            block = found[1]
        elif item and hit.target.value:
            part, index = map(int, hit.target.value.split("/"))
            block = item.flows()[part][0].blocks[index]
        if item is None or not isinstance(block, CodeBlock):
            return
        flow = next(flow for flow, _, _ in item.flows() if block in flow.blocks)
        self._copied(flow.code_of(block.span), point)

    def _copied(self, text: str, point: QPointF | None) -> None:
        """Put it on the clipboard, and say so."""
        QGuiApplication.clipboard().setText(text)
        middle = QPointF(self.viewport().width() / 2, self.viewport().height() / 2)
        QToolTip.showText(self.viewport().mapToGlobal((point or middle).toPoint()), self.tr("Copied"), self.viewport())

    # ---- selection

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

    def copy_selection(self) -> None:
        """The marked text, as Markdown source, to the clipboard."""
        if not self._selection.empty:
            QGuiApplication.clipboard().setText(self._selection.text())

    def quote_selection(self) -> None:
        """Offer the marked text as a quote for the next message."""
        if not self._selection.empty:
            self.quoteRequested.emit(self._selection.text())

    def select_all(self) -> None:
        self._selection.select_all()
        self.viewport().update()

    def selected_text(self) -> str:
        return self._selection.text()


def _to_clipboard(text: str, checked: bool = False) -> None:
    _ = checked  # what `triggered` brings along
    QGuiApplication.clipboard().setText(text)
