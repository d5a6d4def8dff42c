"""Where words occur in the conversation: counted over the rows' source text, without laying anything out.

Lower-case copies are made once a row and dropped when the search ends; a search is then one scan of them. Both are
done in slices, and the time is looked at after each piece: a row may have megabytes. Of an answer there is a copy
without marks, too: it is where words without any are looked for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from time import perf_counter
from typing import NamedTuple

from inara_desktop.transcript.item import Item
from inara_desktop.transcript.rows import AnswerRow, Row
from inara_desktop.transcript.text import lowered
from inara_desktop.transcript.unmarked import has_marks, source_offset, unmarked

__all__ = ["PIECE", "Finder", "Found", "Match"]

PIECE = 65_536
"""Characters that are read before the time is looked at again: 0.6 ms at most, however they are written."""
_COUNTED = 4 * PIECE  # counting is as much quicker
_LOOKED_AT = 256  # rows that turned out to be as they were


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


class _Copies(NamedTuple):
    """A row's text in lower case; `plain` is the same string where nothing was taken out of it."""

    low: str
    plain: str

    def of(self, needle: str) -> str:
        """The copy in which these words are looked for."""
        return self.low if has_marks(needle) else self.plain


@dataclass(slots=True)
class _Reading:
    """A row whose text is being made lower case, piece by piece, as it was when that began."""

    row: Row
    text: str
    low: list[str]
    plain: list[str]
    at: int

    def go_on(self) -> bool:
        """Read one piece, or put what was read together; whether that was the last step."""
        if self.at < len(self.text):
            piece = lowered(self.text[self.at : self.at + PIECE])
            self.low.append(piece)
            self.plain.append(unmarked(piece) if isinstance(self.row, AnswerRow) else piece)
            self.at += PIECE
            return self.at >= len(self.text) and len(self.low) == 1
        for pieces in (self.low, self.plain):
            if len(pieces) > 1:
                pieces[:] = ["".join(pieces)]
                return pieces is self.plain
        return True

    @property
    def made(self) -> _Copies:
        (low,), (plain,) = self.low or [""], self.plain or [""]
        return _Copies(low, low if plain == low else plain)


@dataclass(slots=True)
class _Pass:
    """One search over all rows, as far as it came: the first `read` rows are as they are now."""

    needle: str = ""
    rows: list[Row] = field(default_factory=list[Row])
    texts: list[_Copies] = field(default_factory=list[_Copies])
    read: int = 0
    counts: list[int] = field(default_factory=list[int])
    ends: list[int] = field(default_factory=list[int])  # occurrences up to and including each row

    @property
    def total(self) -> int:
        return self.ends[-1] if self.ends else 0


class Finder:
    """Searches the rows that `items` gives: `look_for` words, then `go_on` until it says that all are counted.

    Until then it answers by the search before. `clock` gives seconds.
    """

    def __init__(self, items: Callable[[], Sequence[Item]], clock: Callable[[], float] = perf_counter) -> None:
        self._items = items
        self._clock = clock
        self._known: dict[str, tuple[Row, _Copies]] = {}
        self._reading: _Reading | None = None
        self._made = _Pass()
        self._done = _Pass()
        self._current: tuple[str, int] | None = None

    @property
    def needle(self) -> str:
        """What was counted."""
        return self._done.needle

    def clear(self) -> None:
        """Forget the search and the copies."""
        self.__init__(self._items, self._clock)

    def look_for(self, needle: str) -> None:
        """Begin a search; the rows may be others than they were, and so may the words."""
        self._made = _Pass(lowered(needle), self._made.rows.copy(), self._made.texts.copy())

    def go_on(self, budget_s: float) -> bool:
        """Read what is new or changed, then count, for about as long; whether all is counted."""
        end = self._clock() + budget_s
        if not (self._read(end) and self._count(end)):
            return False
        self._done = self._made
        if self._current and self._index() is None:
            self._current = None
        return True

    def _read(self, end: float) -> bool:
        items, made = self._items(), self._made
        for index in range(made.read, len(items)):
            item = items[index]
            if index >= len(made.rows) or made.rows[index] is not item.row:
                found = self._row_read(item, end)
                if found is None:
                    made.read = index
                    return False
                made.rows[index : index + 1], made.texts[index : index + 1] = [found[0]], [found[1]]
            elif index % _LOOKED_AT:
                continue
            if self._clock() > end:
                made.read = index + 1
                return False
        made.read = len(items)
        del made.rows[made.read :], made.texts[made.read :]
        return True

    def _row_read(self, item: Item, end: float) -> tuple[Row, _Copies] | None:
        """The row with its copies; None when there is no time for all of them."""
        row, before = item.row, self._known.get(item.row_id)
        if before is not None and before[0] is row:
            return before
        reading = self._reading
        if reading is None or reading.row.id != row.id:
            reading = self._reading = _begun(row, item.searchable(), before)
        while not reading.go_on():
            if self._clock() > end:
                return None
        self._reading = None
        self._known[row.id] = made = (reading.row, reading.made)
        return made

    def _count(self, end: float) -> bool:
        made = self._made
        needle, counts, size = made.needle, made.counts, 0
        if not needle:
            return True
        marked = has_marks(needle)
        for copies in made.texts[len(counts) :]:
            text = copies.low if marked else copies.plain
            if size > _COUNTED:
                if self._clock() > end:
                    return False
                size = 0
            counts.append(text.count(needle))
            size += len(text)
        made.ends = list(accumulate(counts))
        return True

    def _index(self) -> int | None:
        """How many occurrences stand before the current one, if it is still there."""
        if self._current is None:
            return None
        done, (row_id, number) = self._done, self._current
        row = next((index for index, row in enumerate(done.rows) if row.id == row_id), None)
        if row is None or row >= len(done.counts) or number >= done.counts[row]:
            return None
        return done.ends[row] - done.counts[row] + number

    @property
    def found(self) -> Found:
        index = self._index()
        return Found(0 if index is None else index + 1, self._done.total)

    def step(self, by: int, first_row: int = 0) -> Match | None:
        """Go to the next match (1), the one before (-1), or stay (0); around at the ends.

        Without a current match: the first one in `first_row` or below it.
        """
        ends, total = self._done.ends, self._done.total
        if not total:
            self._current = None
            return None
        index = self._index()
        if index is None:
            index = ends[first_row - 1] if 0 < first_row <= len(ends) else 0
            by = min(by, 0)
        return self._match((index + by) % total)

    def _match(self, index: int) -> Match:
        done = self._done
        row = bisect_right(done.ends, index)
        number = index - (done.ends[row] - done.counts[row])
        self._current = (done.rows[row].id, number)
        copies = done.texts[row]
        text = copies.of(done.needle)
        place = _place_of(done.needle, number, text)
        return Match(done.rows[row].id, number, place if text is copies.low else source_offset(copies.low, place))


def _begun(row: Row, text: str, before: tuple[Row, _Copies] | None) -> _Reading:
    """A row's reading; of an answer that streams only what is new is to be read."""
    if before and isinstance(row, AnswerRow) and isinstance(before[0], AnswerRow) and before[0].streaming:
        shown, copies = before[0].text, before[1]
        if text.startswith(shown) and len(shown) == len(copies.low):
            return _Reading(row, text, [copies.low], [copies.plain], len(shown))
    return _Reading(row, text, [], [], 0)


def _place_of(needle: str, number: int, text: str) -> int:
    """Where the `number`th occurrence (from 0) begins; those before it are blotted out, as a loop would be slow."""
    blot = next(character for character in map(chr, range(len(needle) + 1)) if character not in needle)
    return text.replace(needle, blot * len(needle), number).find(needle)
