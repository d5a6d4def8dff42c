"""Where words occur in the conversation: counted over the rows' source text, without laying anything out.

Lower-case copies are made once (`volume`) and dropped when the search ends; a search is then one scan of them. Both
are done in slices, and the time is looked at after each piece: a row may have megabytes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from time import perf_counter

from inara_desktop.transcript.item import Item
from inara_desktop.transcript.unmarked import has_marks, source_offset
from inara_desktop.transcript.volume import PIECE, Reading, Volume, as_searched
from inara_engine.frozen import frozen

__all__ = ["Finder", "Found", "Match"]

_COUNTED = 4 * PIECE  # characters after which the time is looked at: counting is as much quicker than reading


@frozen
class Found:
    """What a search says: the match one is at, counted from 1 (0: at none), and how many there are."""

    current: int = 0
    total: int = 0


@frozen
class Match:
    """The `number`th occurrence (from 0) in a row, at `offset` of its source text."""

    row_id: str
    number: int
    offset: int


@dataclass(slots=True)
class _Pass:
    """One search over all rows, as far as it came: the first `read` rows are as they are now."""

    needle: str = ""
    changes: int = -1  # how often a row had changed when it began
    volumes: list[Volume] = field(default_factory=list[Volume])
    read: int = 0
    counts: list[int] = field(default_factory=list[int])  # by volume
    ends: list[int] = field(default_factory=list[int])  # occurrences up to and including each volume

    @property
    def total(self) -> int:
        return self.ends[-1] if self.ends else 0


class Finder:
    """Searches the rows that `items` gives: `look_for` words, then `go_on` until it says that all are counted.

    Until then it answers by the search before. `clock` gives seconds; `changes` how often a row came, went or changed:
    as long as that is the same, the rows of the search before are not looked at one by one.
    """

    def __init__(
        self,
        items: Callable[[], Sequence[Item]],
        clock: Callable[[], float] = perf_counter,
        changes: Callable[[], int] | None = None,
    ) -> None:
        self._items = items
        self._clock = clock
        self._changes = changes
        self._known: dict[str, Volume] = {}  # by the first row's id
        self._reading: Reading | None = None
        self._made = _Pass()
        self._done = _Pass()
        self._current: tuple[str, int] | None = None

    @property
    def needle(self) -> str:
        """What was counted."""
        return self._done.needle

    def clear(self) -> None:
        """Forget the search and the copies."""
        self.__init__(self._items, self._clock, self._changes)

    def look_for(self, needle: str) -> None:
        """Begin a search; the rows may be others than they were, and so may the words."""
        done, made = self._done, _Pass(as_searched(needle))
        if self._changes is not None:
            made.changes = self._changes()
            if made.changes == done.changes:
                made.volumes, made.read = done.volumes, done.read
        self._made = made

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
        while made.read < len(items):
            volume = self._volume(items, made.read, end)
            if volume is None:
                return False
            made.volumes.append(volume)
            made.read += len(volume.rows)
            if self._clock() > end:
                return False
        self._known = {volume.ids[0]: volume for volume in made.volumes}
        return True

    def _volume(self, items: Sequence[Item], start: int, end: float) -> Volume | None:
        """The rows from `start` on, as they are known or read anew; None when there is no time for all of them."""
        row_id, reading = items[start].row_id, self._reading
        if reading is None or reading.rows[0].id != row_id:
            known = self._known.get(row_id)
            if known is not None and known.holds(items, start) and self._stays(known, items, start):
                return known
            reading = self._reading = Reading.begun(items, start, self._known)
        while not reading.go_on():
            if self._clock() > end:
                return None
        self._reading = None
        self._known[row_id] = made = reading.made()
        return made

    def _stays(self, volume: Volume, items: Sequence[Item], start: int) -> bool:
        """Whether it is as it should be: a small one takes in the new rows that follow."""
        after = start + len(volume.rows)
        return volume.sealed or after >= len(items) or items[after].row_id in self._known

    def _count(self, end: float) -> bool:
        made = self._made
        needle, counts, size = made.needle, made.counts, 0
        if not needle:
            return True
        for volume in made.volumes[len(counts) :]:
            if size > _COUNTED:
                if self._clock() > end:
                    return False
                size = 0
            counts.append(volume.count(needle))
            size += len(volume.answers) + len(volume.others)
        made.ends = list(accumulate(counts))
        return True

    def _index(self) -> int | None:
        """How many occurrences stand before the current one, if it is still there."""
        if self._current is None:
            return None
        done, (row_id, number) = self._done, self._current
        place = next((place for place, volume in enumerate(done.volumes) if row_id in volume.ids), None)
        if place is None or place >= len(done.counts):
            return None
        volume = done.volumes[place]
        row, counts = volume.ids.index(row_id), volume.counts(done.needle)
        if number >= counts[row]:
            return None
        return done.ends[place] - done.counts[place] + sum(counts[:row]) + number

    @property
    def found(self) -> Found:
        index = self._index()
        return Found(0 if index is None else index + 1, self._done.total)

    def step(self, by: int, first_row: int = 0) -> Match | None:
        """Go to the next match (1), the one before (-1), or stay (0); around at the ends.

        Without a current match: the first one in `first_row` or below it.
        """
        total = self._done.total
        if not total:
            self._current = None
            return None
        index = self._index()
        if index is None:
            index = self._above(first_row)
            by = min(by, 0)
        return self._match((index + by) % total)

    def _above(self, first_row: int) -> int:
        """How many occurrences stand in the rows above one; none where there is no such row."""
        done, row = self._done, 0
        for place, volume in enumerate(done.volumes):
            if first_row < row + len(volume.rows):
                counts = volume.counts(done.needle)[: first_row - row] if first_row > row else []
                return done.ends[place] - done.counts[place] + sum(counts)
            row += len(volume.rows)
        return done.total if first_row == row else 0

    def _match(self, index: int) -> Match:
        done = self._done
        place = bisect_right(done.ends, index)
        volume, number = done.volumes[place], index - (done.ends[place] - done.counts[place])
        ends = list(accumulate(volume.counts(done.needle)))
        row = bisect_right(ends, number)
        number -= ends[row - 1] if row else 0
        row_id = volume.ids[row]
        self._current = (row_id, number)
        low, plain = volume.copies(row)
        if has_marks(done.needle) or low == plain:
            return Match(row_id, number, _place_of(done.needle, number, low))
        return Match(row_id, number, source_offset(low, _place_of(done.needle, number, plain)))


def _place_of(needle: str, number: int, text: str) -> int:
    """Where the `number`th occurrence (from 0) begins; those before it are blotted out, as a loop would be slow."""
    blot = next(character for character in map(chr, range(len(needle) + 1)) if character not in needle)
    return text.replace(needle, blot * len(needle), number).find(needle)
