"""What the flow stacks: a block that knows its source, estimates its height, and lays itself out when it is seen."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from inara_desktop.transcript.splitter import Span
from inara_desktop.transcript.style import LIST_INDENT, Style

__all__ = ["Block", "Target"]


@dataclass(frozen=True, slots=True)
class Target:
    """Something under the pointer that can be pressed: a link, a button, a fold."""

    kind: Literal["link", "action", "copy", "fold", "show_all"]
    value: str = ""
    hint: str = ""


class Block(ABC):
    """One block of a flow.

    `height` includes `gap`, the space above it. Coordinates are the block's own: (0, 0) is its top left, gap included.
    """

    __slots__ = ("gap", "height", "span", "style", "width")

    def __init__(self, style: Style, span: Span) -> None:
        self.style = style
        self.span = span
        self.gap = 0
        self.height = 0
        self.width = -1  # the width it was laid out for; -1: the height is an estimate

    @property
    def left(self) -> int:
        return self.span.depth * LIST_INDENT

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

    def changed_top(self) -> int:
        """How far down what was painted before still holds, asked before `lay_out`."""
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

    def scroll_by(self, delta: int) -> bool:
        """Move sideways by pixels; whether anything moved."""
        _ = delta
        return False
