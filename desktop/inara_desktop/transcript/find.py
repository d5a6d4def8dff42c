"""Where words occur in the conversation: counted over the rows' source text, without laying anything out.

Lower-case copies are made once a row, in slices, and dropped when the search ends; a search is then one scan of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from time import perf_counter

from inara_desktop.transcript.item import Item
from inara_desktop.transcript.rows import AnswerRow, Row
from inara_desktop.transcript.text import lowered

__all__ = ["Finder", "Found", "Match"]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search says: the match one is at, counted from 1 (0: at none), and how many there are."""

    current: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Match:
    """The `number`th occurrence (from 0) in a row, at `offset` of its source text."""

    row_id: str
    number: int
    offset: int


class Finder:
    """Searches the rows that `items` gives. `sync` first, until it says that all are read."""

    def __init__(self, items: Callable[[], Sequence[Item]]) -> None:
        self._items = items
        self._known: dict[str, tuple[Row, str]] = {}
        self._texts: list[str] = []
        self._ids: list[str] = []
        self._counts: list[int] = []
        self._ends: list[int] = []  # occurrences up to and including each row
        self._synced = 0
        self._current: tuple[str, int] | None = None
        self.needle = ""

    def clear(self) -> None:
        """Forget the search and the copies."""
        self.__init__(self._items)

    def start_sync(self) -> None:
        """Rows may have changed: look at all of them again."""
        self._synced = 0

    def sync(self, budget_s: float) -> bool:
        """Read rows that are new or changed for a while; whether all have been read."""
        items, known = self._items(), self._known
        end = perf_counter() + budget_s
        while self._synced < len(items):
            index = self._synced
            item = items[index]
            row_id, row = item.row_id, item.row
            before = known.get(row_id)
            if before is None or before[0] is not row:
                known[row_id] = before = (row, self._read(item, row, before))
            if index < len(self._texts):
                self._texts[index], self._ids[index] = before[1], row_id
            else:
                self._texts.append(before[1])
                self._ids.append(row_id)
            self._synced += 1
            if not index % 64 and perf_counter() > end:
                break
        if self._synced < len(items):
            return False
        del self._texts[len(items) :], self._ids[len(items) :]
        return True

    def _read(self, item: Item, row: Row, before: tuple[Row, str] | None) -> str:
        """The row's text in lower case; of an answer that streams only what is new is read."""
        text = item.searchable()
        if before and isinstance(row, AnswerRow) and isinstance(before[0], AnswerRow) and before[0].streaming:
            shown = before[0].text
            if text.startswith(shown) and len(shown) == len(before[1]):
                return before[1] + lowered(text[len(shown) :])
        return lowered(text)

    def search(self, needle: str) -> None:
        """Count what is looked for in all rows read."""
        self.needle = needle = lowered(needle)
        self._counts = [text.count(needle) for text in self._texts] if needle else []
        self._ends = list(accumulate(self._counts))
        if self._current and self._index() is None:
            self._current = None

    def _index(self) -> int | None:
        """How many occurrences stand before the current one, if it is still there."""
        if self._current is None:
            return None
        row_id, number = self._current
        try:
            row = self._ids.index(row_id)
        except ValueError:
            return None
        if row >= len(self._counts) or number >= self._counts[row]:
            return None
        return self._ends[row] - self._counts[row] + number

    @property
    def found(self) -> Found:
        index = self._index()
        return Found(0 if index is None else index + 1, self._ends[-1] if self._ends else 0)

    def step(self, by: int, first_row: int = 0) -> Match | None:
        """Go to the next match (1), the one before (-1), or stay (0); around at the ends.

        Without a current match: the first one in `first_row` or below it.
        """
        total = self._ends[-1] if self._ends else 0
        if not total:
            self._current = None
            return None
        index = self._index()
        if index is None:
            index = self._ends[first_row - 1] if 0 < first_row <= len(self._ends) else 0
            by = min(by, 0)
        return self._match((index + by) % total)

    def _match(self, index: int) -> Match:
        row = bisect_right(self._ends, index)
        number = index - (self._ends[row] - self._counts[row])
        self._current = (self._ids[row], number)
        offset = -len(self.needle)
        for _ in range(number + 1):
            offset = self._texts[row].find(self.needle, offset + len(self.needle))
        return Match(self._ids[row], number, offset)
