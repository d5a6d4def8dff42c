"""What the flow stacks: a block that knows its source, estimates its height, and lays itself out when it is seen."""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from math import inf
from typing import Literal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextLayout

from inara_desktop.transcript.span import Span
from inara_desktop.transcript.style import Style
from inara_desktop.transcript.text import lowered, utf16_places, utf16_slice
from inara_engine.frozen import frozen

__all__ = ["Block", "Link", "Target", "Thumb", "cursor_x", "text_areas", "thumb_of"]


@frozen
class Target:
    """Something under the pointer that can be pressed: a link, a button, a fold."""

    kind: Literal["link", "action", "copy", "fold", "show_all", "show_more", "picture"]
    value: str = ""
    hint: str = ""


@frozen
class Link:
    """A link in a block: its words, where it leads, and where it stands, one area a line."""

    words: str
    target: str
    areas: tuple[QRectF, ...]


@frozen
class Thumb:
    """What shows how far a block is scrolled sideways; dragged by a pixel, the block moves by `per_px`."""

    area: QRectF
    per_px: float


class Block(ABC):
    """One block of a flow.

    `height` includes `gap`, the space above it. Coordinates are the block's own: (0, 0) is its top left, gap included.
    """

    __slots__ = ("gap", "height", "kind", "span", "style", "width")

    def __init__(self, style: Style, span: Span) -> None:
        self.style = style
        self.span = span
        self.kind = span.kind  # what it was made for: lines that follow may make another of the span
        self.gap = 0
        self.height = 0
        self.width = -1  # the width it was laid out for; -1: the height is an estimate

    @property
    def left(self) -> int:
        return self.span.depth * self.style.list_indent

    @abstractmethod
    def estimate(self, width: int) -> int:
        """A height without laying out, gap included."""

    @abstractmethod
    def lay_out(self, width: int) -> None:
        """Make what painting needs; sets `height` and `width`. Cheap when nothing changed."""

    @abstractmethod
    def paint(self, painter: QPainter, clip: QRectF, selected: tuple[int, int] | None) -> None:
        """Paint what lies in `clip`; `selected` are positions as `position_at` gives them."""

    @abstractmethod
    def evict(self) -> None:
        """Let go of the layout, keep the height."""

    def changed(self) -> None:
        """The source changed: lay out again when seen."""
        self.width = -1

    def formulas_came(self) -> bool:
        """Some formulas were drawn; whether one of them belongs here and is shown now."""
        return False

    def changed_top(self) -> int:
        """How far down what was painted before the last `lay_out` still holds."""
        return 0

    def target_at(self, point: QPointF) -> Target | None:
        _ = point
        return None

    def position_at(self, point: QPointF) -> int:
        """The character position (in `plain()`) nearest to a point."""
        return 0 if point.y() < self.height / 2 else len(self.plain())

    @abstractmethod
    def plain(self) -> str:
        """The text as it reads on screen."""

    def excerpt(self, start: int, end: int) -> str:
        """What is copied of the text between two positions."""
        return utf16_slice(self.plain(), start, end)

    def find(self, needle: str, top: float, bottom: float) -> list[int]:
        """Where lower-case words occur, in reading order, as positions that `areas` takes.

        Those between two heights; a block that is small gives all.
        """
        _ = top, bottom
        return utf16_places(lowered(self.plain()), needle)

    def in_sight(self, needle: str, top: float, bottom: float) -> list[int]:
        """Of those between two heights, the ones that may be on screen: a block that scrolls sideways knows better."""
        return self.find(needle, top, bottom)

    def areas(self, position: int, length: int) -> list[QRectF]:
        """Where `length` UTF-16 units from a position on stand; several areas where they wrap."""
        _ = position, length
        return []

    def links(self) -> list[Link]:
        """Those that can be seen, in reading order; none of a block that is not laid out."""
        return []

    def copy_area(self) -> QRectF | None:
        """Where its copy button is, if it has one."""
        return None

    def reveal(self, position: int) -> None:
        """Scroll sideways until a position can be seen."""
        _ = position

    def scroll_by(self, delta: int) -> bool:
        """Move sideways by pixels; whether anything moved."""
        _ = delta
        return False

    def thumb(self) -> Thumb | None:
        """Its scroll bar's, if it can be scrolled sideways."""
        return None


def thumb_of(track: QRectF, overflow: int, scrolled: int) -> Thumb | None:
    """The thumb in a track as wide as the block, whose content is wider by `overflow` pixels."""
    if overflow <= 0:
        return None
    wide = max(24.0, track.width() * track.width() / (track.width() + overflow))
    room = track.width() - wide
    area = QRectF(track.left() + room * scrolled / overflow, track.top(), wide, track.height())
    return Thumb(area, overflow / max(1.0, room))


def cursor_x(value: object) -> float:
    """`cursorToX` gives a number, or (in PySide) a pair of it and the cursor."""
    return float(value[0] if isinstance(value, tuple) else value)  # type: ignore[arg-type]


def text_areas(layout: QTextLayout, start: int, end: int) -> list[QRectF]:
    """Where a range of a laid out text stands, one area a line, from the layout's own origin."""
    found: list[QRectF] = []
    begun = layout.lineForTextPosition(start)
    for index in range(begun.lineNumber() if begun.isValid() else 0, layout.lineCount()):
        line = layout.lineAt(index)
        if line.textStart() >= end:
            break
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = cursor_x(line.cursorToX(first)), cursor_x(line.cursorToX(last))
            found.append(QRectF(min(left, right), line.y(), abs(right - left), line.height()))
    return found


def places_between(block: Block, places: Sequence[int], length: int, top: float, bottom: float) -> list[int]:
    """Those between two heights of a block whose lines all stand below each other: few of them are asked for."""

    def end(place: int) -> float:
        areas = block.areas(place, length)
        return areas[-1].bottom() if areas else inf

    def begin(place: int) -> float:
        areas = block.areas(place, length)
        return areas[0].top() if areas else -inf

    return list(places[bisect_left(places, top, key=end) : bisect_right(places, bottom, key=begin)])
