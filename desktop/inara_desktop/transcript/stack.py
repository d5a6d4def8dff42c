"""All rows one below the other: which are where, and laying out those that are seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from inara_desktop.transcript.answer_item import AnswerItem
from inara_desktop.transcript.cards import ErrorItem, NoticeItem
from inara_desktop.transcript.fenwick import Fenwick
from inara_desktop.transcript.item import Item
from inara_desktop.transcript.laid_out import LaidOut
from inara_desktop.transcript.rows import AnswerRow, ErrorRow, NoticeRow, Row, ToolRow, UserRow
from inara_desktop.transcript.style import Style
from inara_desktop.transcript.tool_item import ToolItem
from inara_desktop.transcript.user_item import UserItem
from inara_engine.frozen import frozen

__all__ = ["Place", "Stack"]


@frozen
class Place:
    """A place that stays with its text while heights around it change."""

    row_id: str
    anchor: tuple[int, int]


class Stack:
    """Rows with their heights; y is counted from the top of the first row's margin."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.laid_out = LaidOut()
        self.items: list[Item] = []
        self.heights = Fenwick()
        self.width = 600
        self.changes = 0  # how often a row came, went or changed
        self._index: dict[str, int] = {}  # where a row stands, counted from one that was the first at some time
        self._first = 0  # where the first row stands, so counted: rows put above it leave the others' places alone

    # ---- rows

    def load(self, rows: Sequence[Row]) -> None:
        self.changes += 1
        self.laid_out.clear()
        self.items = [self._made(row) for row in rows]
        self._reindex()
        self._space()
        self.heights.reset([item.estimate(self.width) + item.gap for item in self.items])

    def prepend(self, rows: Sequence[Row]) -> int:
        """Rows above all others; those that are there stay as they are laid out. Gives how much lower they stand."""
        self.changes += 1
        items = [self._made(row) for row in rows]
        before: Item | None = None
        for item in items:
            item.gap = self._gap_between(before, item)
            before = item
        below, lower = bool(self.items), 0
        if below:
            first, gap = self.items[0], self._gap_between(before, self.items[0])
            lower = gap - first.gap
            self.heights.set(0, self.heights.values[0] + lower)
            first.gap = gap
        self.items[:0] = items
        self._first -= len(items)
        self._index |= {item.row_id: place for place, item in enumerate(items, self._first)}
        self.heights.prepend([item.estimate(self.width) + item.gap for item in items])
        return lower + self.heights.prefix(len(items)) if below else 0

    def append(self, row: Row) -> None:
        self.changes += 1
        item = self._made(row)
        self._index[row.id] = self._first + len(self.items)
        item.gap = self._gap_between(self.items[-1] if self.items else None, item)
        self.items.append(item)
        self.heights.push(item.estimate(self.width) + item.gap)

    def remove(self, row_id: str) -> bool:
        index = self.index_of(row_id)
        if index is None:
            return False
        self.changes += 1
        del self.items[index]
        self._reindex()
        self._space()
        self.heights.reset([item.height + item.gap for item in self.items])
        return True

    def replace(self, row: Row) -> bool:
        """Show another value of a row; whether there is a row of that id."""
        index = self.index_of(row.id)
        if index is None:
            return False
        self.changes += 1
        match self.items[index], row:
            case (AnswerItem() as item, AnswerRow()):
                item.settle(row)
            case (ToolItem() as item, ToolRow()):
                item.settle(row)
            case (ErrorItem() as item, ErrorRow()):
                item.settle(row)
            case (NoticeItem() as item, NoticeRow()):
                item.settle(row)
            case _:
                self.items[index] = self._made(row)
                self._space()
        return True

    def item(self, row_id: str) -> Item | None:
        index = self.index_of(row_id)
        return None if index is None else self.items[index]

    def index_of(self, row_id: str) -> int | None:
        place = self._index.get(row_id)
        return None if place is None else place - self._first

    def restyle(self, style: Style) -> None:
        """The same rows in another look."""
        self.style = style
        self.load([item.row for item in self.items])

    def _reindex(self) -> None:
        self._first = 0
        self._index = {item.row_id: index for index, item in enumerate(self.items)}

    def _made(self, row: Row) -> Item:
        match row:
            case UserRow():
                return UserItem(row, self.style, self.laid_out)
            case AnswerRow():
                return AnswerItem(row, self.style, self.laid_out)
            case ToolRow():
                return ToolItem(row, self.style)
            case ErrorRow():
                return ErrorItem(row, self.style)
            case NoticeRow():
                return NoticeItem(row, self.style)

    # ---- geometry

    def _space(self) -> None:
        before: Item | None = None
        for item in self.items:
            item.gap = self._gap_between(before, item)
            before = item

    def _gap_between(self, before: Item | None, item: Item) -> int:
        """Cards that follow each other stand close together; turns are apart."""
        if before is None:
            return 0
        gap = self.style.theme.row_gap_px
        return gap // 3 if isinstance(before, ToolItem) and isinstance(item, ToolItem) else gap

    def measure(self, index: int) -> bool:
        """Take over what a row knows of its height; whether that changed."""
        item = self.items[index]
        return bool(self.heights.set(index, item.height + item.gap))

    @property
    def height(self) -> int:
        return self.heights.total + 2 * self.style.theme.margin_px

    def top_of(self, index: int) -> int:
        """Where the row itself begins, below the space above it."""
        return self.style.theme.margin_px + self.heights.prefix(index) + self.items[index].gap

    def index_at(self, y: int) -> int:
        return self.heights.find(max(0, y - self.style.theme.margin_px))

    def between(self, top: int, bottom: int) -> Iterator[tuple[int, Item, int]]:
        """(index, item, its top) of the rows that reach into a range of heights."""
        index = self.index_at(top)
        y = self.style.theme.margin_px + self.heights.prefix(index)
        while index < len(self.items) and y < bottom:
            item = self.items[index]
            yield index, item, y + item.gap
            y += self.heights.values[index]
            index += 1

    def lay_out(self, top: int, bottom: int, told: Callable[[int], None]) -> bool:
        """Lay out the rows in a range; `told(y)` from where one looks different. Whether any height changed."""
        moved = False
        index = self.index_at(top)
        y = self.style.theme.margin_px + self.heights.prefix(index)
        while index < len(self.items) and y < bottom:
            item = self.items[index]
            own = y + item.gap
            changed = item.lay_out(self.width, top - own, bottom - own)
            if changed is not None:
                told(own + changed)
            moved |= self.measure(index)
            y += self.heights.values[index]
            index += 1
        return moved

    def place_at(self, y: int) -> Place | None:
        if not self.items:
            return None
        index = self.index_at(y)
        item = self.items[index]
        return Place(item.row_id, item.anchor_at(y - self.top_of(index)))

    def y_of(self, place: Place) -> int | None:
        """Where a place is now; None when its row is gone."""
        index = self.index_of(place.row_id)
        return None if index is None else self.top_of(index) + self.items[index].top_of(place.anchor)
