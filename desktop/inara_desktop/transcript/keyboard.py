"""The keyboard on the canvas: scrolling both ways, and Tab to each button and link that can be seen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QKeySequence, QPainter

from inara_desktop.transcript.block import Block
from inara_desktop.transcript.canvas import Hit
from inara_desktop.transcript.control import paint_focus_ring
from inara_desktop.transcript.interaction import InteractiveCanvas
from inara_desktop.transcript.item import Item

__all__ = ["KeyboardCanvas"]

_SIDEWAYS = 60  # pixels a key


class KeyboardCanvas(InteractiveCanvas):
    @property
    def _page(self) -> int:
        return max(40, self.viewport().height() - 48)

    def scroll_pages(self, by: int) -> None:
        """As far as can be read at once; down is positive."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + by * self._page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        steps = {
            Qt.Key.Key_Up: -bar.singleStep() * 2,
            Qt.Key.Key_Down: bar.singleStep() * 2,
            Qt.Key.Key_PageUp: -self._page,
            Qt.Key.Key_PageDown: self._page,
        }
        sideways = {Qt.Key.Key_Left: -_SIDEWAYS, Qt.Key.Key_Right: _SIDEWAYS}
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif key in steps:
            bar.setValue(bar.value() + steps[key])
        elif key in sideways and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._scroll_sideways(sideways[key])
        elif key == Qt.Key.Key_Home:
            bar.setValue(0)
        elif key == Qt.Key.Key_End:
            self.jump_to_latest()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self._focus:
            self._activate(self._focus)
        elif key == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self._menu_of_message()  # X11 makes a context menu's event of the menu key only
        else:
            super().keyPressEvent(event)

    def _scroll_sideways(self, by: int) -> None:
        """The code whose button has the focus, else each block on screen that is wider than its column."""
        value, height = self.verticalScrollBar().value(), self.viewport().height()
        for _, item, top in self._visible():
            for part, (flow, _, y) in enumerate(item.flows()):
                for index, block, _ in flow.between(value - top - y, value + height - top - y):
                    if self._is_meant(item, f"{part}/{index}", block) and block.scroll_by(by):
                        self._repaint_row(item.row_id)

    def _is_meant(self, item: Item, place: str, block: Block) -> bool:
        focus = self._focus
        if focus is None or focus.target.kind != "copy":
            return block.thumb() is not None
        return (focus.row_id, focus.target.value) == (item.row_id, place)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        """Tab goes through the buttons and links that are on screen, then on to the next widget."""
        stops = self._stops()
        if stops and self.hasFocus():
            at = stops.index(self._focus) if self._focus in stops else self._before_first(stops, forward=next)
            at += 1 if next else -1
            if 0 <= at < len(stops):
                self._focus = stops[at]
                self.viewport().update()
                self._tell_focus()
                return True
        self._focus = None
        self.viewport().update()
        return super().focusNextPrevChild(next)

    def _before_first(self, stops: list[Hit], *, forward: bool) -> int:
        """The number of the stop from which Tab sets out, where none has the focus."""
        return -1 if forward else len(stops)

    def _stops(self) -> list[Hit]:
        """The buttons and links on screen, in reading order."""
        value, height = self.verticalScrollBar().value(), self.viewport().height()
        stops: list[Hit] = []
        for _, item, top in self._visible():
            first, last = value - top, value + height - top
            controls = [*item.controls(), *item.copy_controls(first, last), *item.link_controls(first, last)]
            controls.sort(key=lambda control: (control.area.top(), control.area.left()))
            stops += [
                Hit(item.row_id, control.target, control.place)
                for control in controls
                if control.area.bottom() > first and control.area.top() < last
            ]
        return stops

    def _tell_focus(self) -> None:
        """Tell a screen reader where the keyboard is."""
        if QAccessible.isActive() and (there := self.accessible_interface()):
            there.tell_focus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _paint_marks(self, painter: QPainter, item: Item, clip: QRectF) -> None:
        super()._paint_marks(painter, item, clip)
        focus = self._focus
        if focus is None or focus.row_id != item.row_id or not self.hasFocus():
            return
        seen = int(clip.top()), int(clip.bottom()) + 1
        if focus.target.kind == "copy":
            controls = item.copy_controls(*seen)
        elif focus.target.kind == "link":
            controls = item.link_controls(*seen)
        else:
            return  # the item paints it
        for control in controls:
            if (control.target, control.place) == (focus.target, focus.place):
                for area in control.parts or (control.area,):
                    paint_focus_ring(
                        painter, area.adjusted(2, 2, -2, -2) if control.parts else area, self._style.accent
                    )
