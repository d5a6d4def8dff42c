"""Find in the conversation: every occurrence is marked where it is seen, the current one is brought to the middle.

Counting asks the rows' texts only (`Finder`). While rows come and stream, it is done again a few times a second.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from unicodedata import normalize

from PySide6.QtCore import QPointF, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from inara_desktop.transcript.block import Block
from inara_desktop.transcript.canvas import Hit
from inara_desktop.transcript.find import Finder, Found, Match
from inara_desktop.transcript.footnotes import AFTER, is_ours, places_of
from inara_desktop.transcript.item import Item
from inara_desktop.transcript.messages import MessageCanvas
from inara_desktop.transcript.selection import Spot
from inara_desktop.transcript.stack import Place
from inara_desktop.transcript.text import lowered, utf16_length
from inara_desktop.transcript.unmarked import has_marks, unmarked
from inara_engine.frozen import frozen

__all__ = ["SearchableCanvas"]

_AGAIN_MS = 250
_SLICE_S = 0.004
_NOTES_TRIED = 20  # places of a footnote, those in code included


@frozen
class _Here:
    """The current match on the canvas; no block where the row has none (a card)."""

    row_id: str
    block: Block | None = None
    position: int = 0


class SearchableCanvas(MessageCanvas):
    foundChanged = Signal(Found)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finder = Finder(lambda: self._stack.items, changes=lambda: self._stack.changes)
        self._needle = ""
        self._spellings: list[str] = []  # others of the same words, to be tried where these are nowhere
        self._here: _Here | None = None
        self._jump_due = False
        self._changed_since = False  # rows came or changed while they were counted
        self._counting = QTimer(self)
        self._counting.setInterval(0)
        self._counting.timeout.connect(self._count)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self._start_counting)

    # ---- what the person does

    def find_words(self, words: str) -> None:
        """Mark these words, whatever their case, and go to the first ones from what is on screen on.

        Where they are nowhere as they are, they are looked for with their accents composed, then with them apart.
        """
        self._needle = lowered(words)
        others = dict.fromkeys(lowered(normalize(form, words)) for form in ("NFC", "NFD"))
        self._spellings = [*others, self._needle] if others.keys() != {self._needle} else []
        self._jump_due = bool(words)
        self._start_counting()

    def find_next(self) -> None:
        self._step(1)

    def find_previous(self) -> None:
        self._step(-1)

    def end_find(self) -> None:
        """Take the marks away; the person stays where they are."""
        self._needle, self._here = "", None
        self._again.stop()
        self._counting.stop()
        self._finder.clear()
        self.viewport().update()

    # ---- counting

    def _start_counting(self) -> None:
        self._changed_since = False
        self._finder.look_for(self._needle)
        self._count()

    def _count(self) -> None:
        if not self._finder.go_on(_SLICE_S):
            if not self._counting.isActive():
                self._counting.start()
            return
        self._counting.stop()
        if self._spellings and not self._finder.found.total:
            self._needle = self._spellings.pop(0)
            self._start_counting()
            return
        self._spellings = []
        if self._changed_since:
            self._again.start()
        if self._jump_due:
            self._jump_due = False
            self._step(0)
        else:
            self.foundChanged.emit(self._finder.found)

    def _settled(self) -> None:
        super()._settled()
        if self._counting.isActive():
            self._changed_since = True
        elif self._needle and not self._again.isActive():
            self._again.start()

    # ---- going there

    def _step(self, by: int) -> None:
        match = self._finder.step(by, self.first_visible_row())
        self._here = None
        if match:
            self._go_to(match)
        self.foundChanged.emit(self._finder.found)
        self.viewport().update()

    def _go_to(self, match: Match) -> None:
        item = self._stack.item(match.row_id)
        if item is None:
            return
        self._follow = False
        middle = self.viewport().height() // 2
        anchor = item.locate(match.offset)
        self._here = _Here(match.row_id)
        if anchor is None:
            self._put(Place(match.row_id, (-1, 0)), middle - item.height // 2)
            return
        self._put(Place(match.row_id, anchor), middle)
        flow = item.flows()[anchor[0]][0]
        block = flow.lay_out_one(anchor[1])  # so that its lines have places
        before = lowered(flow.source(block.span)[: item.within(anchor[0], match.offset) - block.span.start])
        number = (before if has_marks(self._needle) else unmarked(before)).count(self._needle)
        positions = block.find(self._needle, 0, float("inf"))
        if not positions:  # in what isn't shown: a link's target, a mark
            return
        position = positions[min(number, len(positions) - 1)]
        block.reveal(position)
        self._here = _Here(match.row_id, block, position)
        areas = block.areas(position, self._length)
        if areas:
            self._put(Place(match.row_id, anchor), middle - int(areas[0].center().y()))

    def _put(self, place: Place, y: int) -> None:
        self._place, self._place_y = place, y
        self._stale = self._repaint_all = True
        self._settle()

    @property
    def _length(self) -> int:
        return utf16_length(self._needle)

    def _activate(self, hit: Hit, point: QPointF | None = None) -> None:
        item = self._stack.item(hit.row_id)
        if hit.target.kind != "link" or item is None or not is_ours(hit.target.value):
            super()._activate(hit, point)
        else:
            for offset, begins in islice(places_of(hit.target.value, item.searchable()), _NOTES_TRIED):
                if self._show_note(item, offset, begins):
                    break

    def _show_note(self, item: Item, offset: int, begins: str) -> bool:
        """Bring a footnote, or the mark that leads to it, to the middle, selected; False where there is code."""
        anchor = item.locate(offset)
        if anchor is None:
            return False
        block = item.flows()[anchor[0]][0].lay_out_one(anchor[1])
        text = block.plain()
        start = text.find(begins)
        if block.kind == "code" or start < 0:
            return False
        self._follow = False
        middle = self.viewport().height() // 2
        self._put(Place(item.row_id, anchor), middle)
        words = text[start:].partition("\n")[0] if begins.endswith(AFTER) else begins
        at, length = utf16_length(text[:start]), utf16_length(words)
        if areas := block.areas(at, length):
            self._put(Place(item.row_id, anchor), middle - int(areas[0].center().y()))
        self._selection.anchor = Spot(item.row_id, *anchor, at)
        self._selection.head = Spot(item.row_id, *anchor, at + length)
        self.viewport().update()
        return True

    # ---- marking

    def _paint_marks(self, painter: QPainter, item: Item, clip: QRectF) -> None:
        super()._paint_marks(painter, item, clip)
        if not self._needle:
            return
        style, here = self._style, self._here
        modes = QPainter.CompositionMode
        painter.save()
        # The letters stay as they are: dark ones on light take the colour's ground, light ones on dark too.
        painter.setCompositionMode(
            modes.CompositionMode_Lighten if style.theme.dark else modes.CompositionMode_Multiply
        )
        for block, position, area in self._occurrences(item, clip):
            current = here is not None and here.block is block and here.position == position
            painter.fillRect(area.adjusted(-1, 0, 1, 0), style.found_current if current else style.found)
        painter.restore()
        if here and here.block is None and here.row_id == item.row_id:
            painter.setBrush(style.found_current)
            painter.setPen(style.found_current)
            painter.drawRoundedRect(QRectF(-12, 0, 3, item.height), 1.5, 1.5)

    def _occurrences(self, item: Item, clip: QRectF) -> Iterator[tuple[Block, int, QRectF]]:
        """(block, position, area in the row) of what is painted."""
        length = self._length
        for flow, x, y in item.flows():
            for _, block, top in flow.between(int(clip.top()) - y, int(clip.bottom()) - y + 1):
                for position in block.in_sight(self._needle, clip.top() - y - top, clip.bottom() - y - top):
                    for area in block.areas(position, length):
                        yield block, position, area.translated(x, y + top)
