"""The transcript: a virtualised canvas of rows and blocks.

Only what is seen is laid out; what streams in costs a bounded time a frame. Everything shown is inert: nothing is
fetched, opened or read as HTML. Links and buttons are told to the outside, which decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inara_desktop.transcript.accessible import Announcer
from inara_desktop.transcript.answer_item import AnswerItem
from inara_desktop.transcript.interaction import MenuOpening, RowActionEvent
from inara_desktop.transcript.rows import AnswerRow, ErrorRow, Row, ToolRow
from inara_desktop.transcript.searchable import SearchableCanvas
from inara_desktop.transcript.style import Style
from inara_desktop.transcript.theme import TranscriptTheme
from inara_desktop.transcript.token_feed import TokenFeed

__all__ = ["MenuOpening", "RowActionEvent", "TranscriptView"]

ZOOMS = (70, 80, 90, 100, 110, 125, 150, 175, 200, 250)  # percent
USUAL_ZOOM = 100
_READING_SHOWN_S = 0.1  # between two looks at a text that came whole and is split by frames


class TranscriptView(SearchableCanvas):
    """Shows rows; follows the end until the person scrolls away from it.

    Signals: `actionTriggered(RowActionEvent)` for a row's button, `linkActivated(str)` with a link's full target.
    """

    moved = Signal()  # something else is where the pointer is

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transcript")
        self.setAccessibleName(self.tr("Conversation"))
        self._feed = TokenFeed(self._deliver, self._on_frame, self._room_to_feed, self)
        self._reading: set[str] = set()  # rows whose text came whole, and is split by frames
        self._streamed = False  # something came since the last frame that did not come whole
        self._shown = 0.0
        self._announcer = Announcer(self)
        self._theme = TranscriptTheme()
        self._zoom = USUAL_ZOOM
        self.zoomAsked.connect(self.zoom_by)

    @property
    def zoom(self) -> int:
        """The size of the text in percent of the theme's."""
        return self._zoom

    def set_zoom(self, percent: int) -> None:
        """Show the text larger or smaller; the reading place stays."""
        percent = max(ZOOMS[0], min(ZOOMS[-1], percent))
        if percent != self._zoom:
            self._zoom = percent
            self.set_theme(self._theme)

    def zoom_by(self, step: int) -> None:
        """One step larger (1), smaller (-1), or back to the usual size (0)."""
        if step > 0:
            self.set_zoom(next((zoom for zoom in ZOOMS if zoom > self._zoom), ZOOMS[-1]))
        elif step < 0:
            self.set_zoom(next((zoom for zoom in reversed(ZOOMS) if zoom < self._zoom), ZOOMS[0]))
        else:
            self.set_zoom(USUAL_ZOOM)

    def set_theme(self, theme: TranscriptTheme) -> None:
        self._theme = theme
        self._style = Style(theme.zoomed(self._zoom), self._formulas, self.pictures)
        self._stack.restyle(self._style)
        self._jump.look = self._bar.look = self._style
        self._bar.update()
        self._jump.update()
        self._hover = self._pressed = None
        self._changed(everything=True)

    def load(self, rows: Sequence[Row]) -> None:
        """Show these rows and their end. Nothing is parsed before it is seen."""
        self._feed.clear()
        self._reading.clear()
        self.pictures.clear()
        self._stack.load(rows)
        self._follow = True
        self._hover = self._pressed = self._focus = None
        self._selection.clear()
        self._changed(everything=True)

    def prepend(self, rows: Sequence[Row]) -> None:
        """Show these above all others; what is on screen stays where it is."""
        lower = self._stack.prepend(rows)
        self._painted += lower
        self._move_to(self._bar.value() + lower)
        self._changed()

    def append(self, row: Row) -> None:
        self._stack.append(row)
        self._announcer.say(self._stack.items[-1].accessible_text, urgent=isinstance(row, ErrorRow))
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
            self._announcer.say(item.accessible_text, urgent=waits)
        self._changed(everything=not isinstance(row, AnswerRow))

    def _settle_later(self, row: AnswerRow) -> bool:
        pending = self._feed.pending(row.id)
        item = self._stack.item(row.id)
        if not any(pending) or not isinstance(item, AnswerItem):
            return False
        if not item.shows(row, pending):
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

    def row(self, row_id: str) -> Row | None:
        """A row as it is now."""
        item = self._stack.item(row_id)
        return item.row if item else None

    @property
    def drained(self) -> bool:
        """Whether all text that was fed is on screen."""
        return self._feed.idle and not self._stale and not self._late

    # ---- streaming

    def _deliver(self, row_id: str, text: str, thinking: str) -> None:
        item = self._stack.item(row_id)
        if isinstance(item, AnswerItem):
            item.feed(text, thinking)
            self._stack.changes += 1
            if row_id not in self._reading:
                self._streamed = True
                self._announcer.stream(row_id, text)
            index = self._stack.index_of(row_id)
            if index is not None:
                self._stack.measure(index)

    def _room_to_feed(self) -> float:
        return 0 if self._waits() else self._stack.laid_out.room_s / 2

    def _on_frame(self, spent_s: float = 0.0) -> None:
        now = perf_counter()
        if not (self._streamed or self._feed.idle or now - self._shown > _READING_SHOWN_S):
            self._stack.laid_out.spend(spent_s)
            return  # what is only read needs no picture of each of its frames
        self._streamed, self._shown = False, now
        self._stale = True
        self._settle(spent_s)

    def _settled(self) -> None:
        super()._settled()
        self._feed_unread()
        self.moved.emit()

    def _feed_unread(self) -> None:
        """A very long answer that came whole is split by frames, like a stream."""
        bar = self.verticalScrollBar().value()
        for _, item, _ in self._stack.between(bar, bar + self.viewport().height()):
            if isinstance(item, AnswerItem) and item.unread:
                row = item.row
                text, thinking = item.take_unread()
                self._reading.add(row.id)
                self._feed.add(row.id, text, thinking)
                self._feed.when_drained(row.id, lambda row=row: self._has_read(row))

    def _has_read(self, row: AnswerRow) -> None:
        self._reading.discard(row.id)
        self.replace(row)
