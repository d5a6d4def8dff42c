"""The canvas: which part of the rows is on screen, laid out and painted, and what stays where while things change."""

from __future__ import annotations

from time import thread_time

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from inara_desktop.transcript.block import Block, Target
from inara_desktop.transcript.control import Scene
from inara_desktop.transcript.formula import Formulas
from inara_desktop.transcript.item import Item
from inara_desktop.transcript.jump_button import JumpButton
from inara_desktop.transcript.pictures import Pictures
from inara_desktop.transcript.scroll_bar import SlimScrollBar
from inara_desktop.transcript.selection import Selection
from inara_desktop.transcript.stack import Place, Stack
from inara_desktop.transcript.style import Style
from inara_desktop.transcript.theme import TranscriptTheme
from inara_engine.frozen import frozen

__all__ = ["Canvas", "Hit"]

_SPIN_MS = 50
_TURN_S = 1.1
_LATE_MS = 2  # after which what had no time comes: what is there is painted first, and keys are heard
_FAR = 120  # pixels from the end at which the jump button appears


@frozen
class Hit:
    """A target in a row; `place` tells links apart that lead to the same."""

    row_id: str
    target: Target
    place: str = ""


class Canvas(QAbstractScrollArea):
    """Lays out and paints what is on screen; knows nothing of where rows come from or what pressing them does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMinimumSize(240, 120)
        self.setViewport(QWidget())  # Qt's own: see `style.Appearance`; 0.7 MB of classes that nothing needs
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._formulas = Formulas(self)
        self._formulas.drawn.connect(self._on_formulas)
        self.pictures = Pictures(self)
        self.pictures.came.connect(self._on_picture)
        self._style = Style(TranscriptTheme(), self._formulas, self.pictures)
        self._bar = SlimScrollBar(self._style, self)
        self.setVerticalScrollBar(self._bar)
        self._bar.setSingleStep(24)
        self._stack = Stack(self._style)
        self._selection = Selection(self._stack)
        self._follow = True
        self._place: Place | None = None  # what stays where it is while the end isn't followed
        self._place_y = 0  # where on the screen
        self._painted = 0  # the scroll value the pixels on screen were painted at
        self._stale = True
        self._late = False  # something that is seen had no time in the last frame
        self._repaint_all = True
        self._moving = False
        self._hover: Hit | None = None
        self._focus: Hit | None = None
        self._turn = 0.0
        self._jump = JumpButton(self._style, self)
        self._jump.hide()
        self._jump.clicked.connect(self.jump_to_latest)
        self.leads_to_latest = True  # by the button; a page that is read from its top has no use for it
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self._settle_rest)
        self._spin = QTimer(self)
        self._spin.setInterval(_SPIN_MS)
        self._spin.timeout.connect(self._turn_busy_signs)

    def _changed(self, *, everything: bool = False) -> None:
        self._stale = True
        self._repaint_all |= everything
        if not self._settling.isActive():
            self._settling.start(0)

    def _on_formulas(self) -> None:
        """Pictures came: formulas that show their TeX are laid out again."""
        came = [block.formulas_came() for block in self._stack.laid_out.blocks()]
        if any(came):
            self._changed(everything=True)

    def _on_picture(self, row_id: str) -> None:
        """A picture of a row came, and takes the room it needs."""
        item = self._stack.item(row_id)
        if item is not None:
            item.dirty = True
            self._changed(everything=True)

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

    def _settle_rest(self) -> None:
        if self._waits():
            self._settling.start(_LATE_MS)
            return
        self._stale |= self._late
        self._settle()

    def _waits(self) -> bool:
        """Whether what was laid out is to be painted before there is more."""
        return self._stack.laid_out.waits

    def _settle(self, spent_s: float = 0.0) -> None:
        """Lay out what is seen, keep the anchor, move the pixels that stay equal, repaint the rest.

        What there is no time for in this frame comes with the next; `spent_s` is what was spent on what was fed. While
        a text is read that will soon be there, the screen stays as it is.
        """
        if not self._stale:
            return
        self._stale = self._late = False
        stack, view_height = self._stack, self.viewport().height()
        stack.width = self._column()[1]
        kept = stack.place_at(self._painted)
        kept_y = (stack.y_of(kept) or 0) - self._painted if kept else 0
        lowest: list[int] = []
        stack.laid_out.begin(spent_s)
        while True:
            value = self._value_for(stack.height)
            if not stack.lay_out(value, value + view_height, lowest.append) and value == self._value_for(stack.height):
                break
        if stack.laid_out.reading:
            stack.laid_out.end(paints=False)
            if kept is not None and not self._follow:  # heights may be others by now: what is where counts from them
                self._move_to(value)
                self._painted = (stack.y_of(kept) or 0) - kept_y
            self._stale = self._repaint_all = True
            self._settling.start(0)
            return
        self._move_to(value)
        stack.laid_out.trim()
        painted = self._show_changes(value, kept, kept_y, min(lowest, default=None))
        stack.laid_out.end(paints=painted and self.isVisible() and not self.window().isMinimized())
        self._remember_place(value)
        self._settled()
        self._update_overlays()
        if stack.laid_out.late:
            self._late = self._repaint_all = True
            self._settling.start(_LATE_MS)

    def _move_to(self, value: int) -> None:
        bar = self._bar
        height = self.viewport().height()
        self._moving = bar.follows = True
        bar.setPageStep(height)
        bar.setRange(0, max(0, self._stack.height - height))
        bar.setValue(value)
        self._moving = bar.follows = False

    def _show_changes(self, value: int, kept: Place | None, kept_y: int, lowest: int | None) -> bool:
        """Move and repaint what is on screen; whether something has to be painted."""
        viewport = self.viewport()
        self._painted = value
        now = self._stack.y_of(kept) if kept else None
        shift = 0 if now is None else (now - value) - kept_y
        size = viewport.height()
        if self._repaint_all or now is None or abs(shift) >= size or (lowest is not None and lowest <= now):
            self._repaint_all = False
            viewport.update()
            return True
        if shift:
            viewport.scroll(0, shift)
        below = lowest is not None and lowest - value < size
        if lowest is not None and below:
            viewport.update(0, max(0, lowest - value), viewport.width(), size)
        return bool(shift) or below

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
            self._follow, self._place, self._place_y = False, Place(row_id, (-1, 0)), self._style.theme.margin_px
            self._changed(everything=True)

    @property
    def following(self) -> bool:
        """Whether the view stays at the end as text comes."""
        return self._follow

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
        away = self.leads_to_latest and not self._follow and bar.maximum() - bar.value() > _FAR
        if away != self._jump.isVisibleTo(self):
            self._jump.setVisible(away)
        turns = self.isVisible() and not self._style.theme.still
        busy = turns and any(item.busy for _, item, _ in self._visible())
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

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._stale:
            self._repaint_all = True
            self._settle()
        begun = thread_time()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = event.rect()
        painter.fillRect(area.adjusted(-1, -1, 1, 1), self._style.background)  # else its edge is half a pixel at 150 %
        value = self.verticalScrollBar().value()
        left, width = self._column()
        for index, item, top in self._stack.between(value + area.top(), value + area.bottom() + 1):
            y = top - value
            painter.translate(left, y)
            clip = QRectF(-left, area.top() - y, width + 2 * left, area.height() + 1)
            item.paint(painter, clip, self._scene(item), self._selection.painter_for(index))
            self._paint_marks(painter, item, clip)
            painter.translate(-left, -y)
        painter.end()
        self._stack.laid_out.painted(thread_time() - begun)

    def _scene(self, item: Item) -> Scene:
        row_id = item.row_id
        hovered = self._hover.target if self._hover and self._hover.row_id == row_id else None
        focused = None
        if self._focus and self._focus.row_id == row_id and self.hasFocus():
            focused = self._focus.target
        return Scene(hovered, focused, self._turn)

    def _settled(self) -> None:
        """Called after each layout."""

    def _paint_marks(self, painter: QPainter, item: Item, clip: QRectF) -> None:
        """Called after a row was painted, in its coordinates."""

    def _repaint_row(self, row_id: str) -> None:
        index = self._stack.index_of(row_id)
        if index is not None:
            top = self._stack.top_of(index) - self.verticalScrollBar().value()
            self.viewport().update(0, top - 4, self.viewport().width(), self._stack.heights.values[index] + 8)

    # ---- what is where

    def _item_at(self, point: QPointF) -> tuple[Item, QPointF] | None:
        y = int(point.y()) + self.verticalScrollBar().value()
        if not self._stack.items:
            return None
        index = self._stack.index_at(y)
        place = QPointF(point.x() - self._column()[0], y - self._stack.top_of(index))
        return self._stack.items[index], place

    def _block_at(self, point: QPointF) -> tuple[Item, Block] | None:
        found = self._item_at(point)
        if found is None:
            return None
        item, place = found
        block = item.block_at(place)
        return (item, block[2]) if block else None
