"""The conversation as it is searched: lower-case copies of many rows at a time.

To go from row to row costs more than to look through what a row has; so rows that follow each other are read, and
later searched, as one text of some ten thousand characters. A row that is longer is a volume of its own, read in
pieces. Of answers there is a copy without marks, too: it is where words without any are looked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from operator import attrgetter, is_

from inara_desktop.transcript.item import Item
from inara_desktop.transcript.rows import AnswerRow, Row
from inara_desktop.transcript.text import lowered
from inara_desktop.transcript.unmarked import has_marks, unmarked
from inara_engine.frozen import frozen

__all__ = ["PIECE", "Reading", "Volume", "as_searched"]

PIECE = 65_536
"""Characters that are read before the time is looked at again: 0.6 ms at most, however they are written."""
_ROWS = 256  # of a volume at most
_SEPARATOR = "\0"  # between rows: in nothing that is looked for
_row = attrgetter("row")


def as_searched(words: str) -> str:
    """Lower case; what stands between rows is no character of theirs."""
    return lowered(words).replace(_SEPARATOR, "\1")


@frozen
class Volume:
    """Rows that follow each other, as they were when they were read."""

    rows: list[Row]
    ids: list[str]
    sizes: list[int]  # characters of each row
    answers: str  # in lower case, one after the other
    plain: str  # the same without marks
    others: str  # rows that aren't answers: they have no marks, only characters

    def holds(self, items: Sequence[Item], start: int) -> bool:
        """Whether the items from `start` on are these rows still, and one that is very long is searched as far."""
        here = items[start : start + len(self.rows)]
        same = len(here) == len(self.rows) and all(map(is_, map(_row, here), self.rows))
        return same and (len(here) > 1 or len(here[0].searchable()) == self.sizes[0])

    @property
    def sealed(self) -> bool:
        """Whether it is large enough to stay as it is when rows follow."""
        return 2 * sum(self.sizes) > PIECE or 2 * len(self.rows) > _ROWS

    def count(self, needle: str) -> int:
        """How often words occur, given as they are searched."""
        answers = self.answers if has_marks(needle) else self.plain
        return answers.count(needle) + self.others.count(needle)

    def counts(self, needle: str) -> list[int]:
        """How often in each row."""
        if len(self.rows) == 1:
            return [self.count(needle)]
        marked = has_marks(needle)
        return [(low if marked else plain).count(needle) for low, plain in self._copies()]

    def copies(self, row: int) -> tuple[str, str]:
        """A row's text in lower case, and the same without marks."""
        return next(islice(self._copies(), row, None))

    def _copies(self) -> Iterator[tuple[str, str]]:
        if len(self.rows) == 1:
            yield (self.answers, self.plain) if _is_answer(self.rows[0]) else (self.others, self.others)
            return
        answers = others = 0
        for row, size in zip(self.rows, self.sizes, strict=True):
            if _is_answer(row):
                low = self.answers[answers : answers + size]
                answers += size + 1
                yield low, unmarked(low)
            else:
                low = self.others[others : others + size]
                others += size + 1
                yield low, low


@dataclass(slots=True)
class Reading:
    """A volume that is being made, of rows as they were when that began: one step, or one for each piece of a row."""

    rows: list[Row]
    texts: list[str]
    _low: list[str] = field(default_factory=list[str])
    _plain: list[str] = field(default_factory=list[str])
    _at: int = 0

    @classmethod
    def begun(cls, items: Sequence[Item], start: int, known: dict[str, Volume]) -> Reading:
        """Of the items from `start` on, up to one that begins a volume that is known (by its first row's id)."""
        rows: list[Row] = []
        texts: list[str] = []
        size = 0
        for item in islice(items, start, start + _ROWS):
            row, text = item.row, item.searchable()
            size += len(text)
            if rows and (size > PIECE or item.row_id in known):
                break
            rows.append(row)
            texts.append(text)
        made = cls(rows, texts)
        made._go_on_after(known.get(items[start].row_id))
        return made

    def _go_on_after(self, before: Volume | None) -> None:
        """Of an answer that streams only what is new is to be read."""
        if before is None or not len(self.rows) == len(before.rows) == 1:
            return
        now, then = self.rows[0], before.rows[0]
        if isinstance(now, AnswerRow) and isinstance(then, AnswerRow) and then.streaming:
            shown, text = then.text, self.texts[0]
            if len(shown) == len(before.answers) and text.startswith(shown):
                self._low, self._plain, self._at = [before.answers], [before.plain], len(shown)

    def go_on(self) -> bool:
        """Make one step; whether it was the last one."""
        if len(self.texts) > 1:
            return True  # as quick as they are put together
        text = self.texts[0]
        if self._at < len(text):
            piece = _low([text[self._at : self._at + PIECE]])
            self._low.append(piece)
            if _is_answer(self.rows[0]):
                self._plain.append(unmarked(piece))
            self._at += PIECE
            return self._at >= len(text) and len(self._low) == 1
        for pieces in (self._low, self._plain):
            if len(pieces) > 1:
                pieces[:] = ["".join(pieces)]
                return pieces is self._plain
        return True

    def made(self) -> Volume:
        """The volume, after the last step."""
        ids = [row.id for row in self.rows]
        sizes = list(map(len, self.texts))
        if len(self.rows) > 1:
            of_answers = [text for row, text in zip(self.rows, self.texts, strict=True) if _is_answer(row)]
            others = _low(text for row, text in zip(self.rows, self.texts, strict=True) if not _is_answer(row))
            answers = _low(of_answers)
            return Volume(self.rows, ids, sizes, answers, unmarked(answers), others)
        low = "".join(self._low)
        if not _is_answer(self.rows[0]):
            return Volume(self.rows, ids, sizes, "", "", low)
        return Volume(self.rows, ids, sizes, low, "".join(self._plain), "")


def _is_answer(row: Row) -> bool:
    return isinstance(row, AnswerRow)


def _low(texts: Iterable[str]) -> str:
    """Texts as they are searched, one after the other."""
    parts = [text.replace(_SEPARATOR, "\1") for text in texts]
    whole = _SEPARATOR.join(parts)
    return whole.lower() if whole.isascii() else _SEPARATOR.join(map(lowered, parts))
