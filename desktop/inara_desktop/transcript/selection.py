"""What the person marked: from one place in the conversation to another, across rows; copied as Markdown source."""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF

from inara_desktop.transcript.block import Block
from inara_desktop.transcript.item import Item, Selected
from inara_desktop.transcript.stack import Stack
from inara_desktop.transcript.text import utf16_length, utf16_slice
from inara_engine.frozen import frozen

__all__ = ["END", "Selection", "Spot"]

END = 1 << 30
"""A character position beyond the end of any block."""

_WORD = re.compile(r"\w+|\ufffc")  # or a formula
_LINE = re.compile(r"[^\n]+")
_Key = tuple[int, int, int, int]


@frozen
class Spot:
    """A place between two characters. `char` counts UTF-16 units of the block's `plain()`, as Qt does."""

    row_id: str
    part: int
    block: int
    char: int


class Selection:
    """From `anchor`, where the drag began, to `head`, where it is now."""

    def __init__(self, stack: Stack) -> None:
        self._stack = stack
        self.anchor: Spot | None = None
        self.head: Spot | None = None

    def clear(self) -> None:
        self.anchor = self.head = None

    def select_all(self) -> None:
        items = self._stack.items
        if items:
            self.anchor = Spot(items[0].row_id, 0, 0, 0)
            self.head = Spot(items[-1].row_id, END, END, END)

    @property
    def empty(self) -> bool:
        return self._range() is None

    def _range(self) -> tuple[_Key, _Key] | None:
        if self.anchor is None or self.head is None or self.anchor == self.head:
            return None
        ends: list[_Key] = []
        for spot in (self.anchor, self.head):
            index = self._stack.index_of(spot.row_id)
            if index is None:
                return None
            ends.append((index, spot.part, spot.block, spot.char))
        return min(ends), max(ends)

    def spot_at(self, item: Item, point: QPointF) -> Spot:
        """The place nearest to a point in a row's coordinates."""
        found = item.block_at(point) if item.flows() else None
        if found is None:
            below = point.y() > item.height / 2
            return Spot(item.row_id, END if below and not item.flows() else 0, 0, 0)
        part, index, block, place = found
        return Spot(item.row_id, part, index, block.position_at(place))

    def select_word(self, item: Item, point: QPointF) -> None:
        """Mark the word at a point."""
        self._select(item, point, _WORD)

    def select_line(self, item: Item, point: QPointF) -> None:
        """Mark the paragraph at a point; of code the line, of a table the row."""
        self._select(item, point, _LINE)

    def _select(self, item: Item, point: QPointF, unit: re.Pattern[str]) -> None:
        found = item.block_at(point) if item.flows() else None
        if found is None:
            return
        part, index, block, place = found
        text = block.plain()
        at = len(utf16_slice(text, 0, block.position_at(place)))
        for match in unit.finditer(text):
            if match.start() <= at <= match.end():
                start = utf16_length(text[: match.start()])
                self.anchor = Spot(item.row_id, part, index, start)
                self.head = Spot(item.row_id, part, index, start + utf16_length(match[0]))
                return

    def painter_for(self, index: int) -> Selected | None:
        """What tells the row at `index` which of its text is marked; None when nothing is."""
        span = self._range()
        if span is None or not span[0][0] <= index <= span[1][0]:
            return None
        low, high = span

        def selected(part: int, number: int, block: Block | None) -> tuple[int, int] | None:
            _ = block
            key = (index, part, number)
            if key < low[:3] or key > high[:3]:
                return None
            start = low[3] if key == low[:3] else 0
            end = high[3] if key == high[:3] else END
            return (start, end) if end > start else None

        return selected

    def text(self) -> str:
        """The marked text: whole rows and blocks as their Markdown source, the blocks at the ends as they read."""
        span = self._range()
        if span is None:
            return ""
        low, high = span
        pieces: list[str] = []
        for index in range(low[0], high[0] + 1):
            item = self._stack.items[index]
            start = low[1:] if index == low[0] else (0, 0, 0)
            end = high[1:] if index == high[0] else (END, END, END)
            if piece := _between(item, start, end):
                pieces.append(piece)
        return "\n\n".join(pieces)


def _between(item: Item, start: tuple[int, int, int], end: tuple[int, int, int]) -> str:
    if start == (0, 0, 0) and end == (END, END, END):
        return item.source().strip()
    flows = item.flows()
    if not flows:
        return item.source().strip() if start[0] < END <= end[0] else ""
    made: list[str] = []
    for part, (flow, _, _) in enumerate(flows):
        for number in range(start[1] if part == start[0] else 0, len(flow.blocks)):
            key = (part, number)
            if key < start[:2]:
                continue
            if key > end[:2]:
                break
            block = flow.blocks[number]
            first = start[2] if key == start[:2] else 0
            last = end[2] if key == end[:2] else END
            if first == 0 and last >= utf16_length(block.plain() if last < END else ""):
                made.append(flow.source(block.span))
            else:
                made.append(block.excerpt(first, last))
                made.append("\n" if last >= END else "")
    return "".join(made).strip("\n")
