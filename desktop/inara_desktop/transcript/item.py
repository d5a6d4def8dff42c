"""A row on the canvas: its height, its parts, what can be pressed in it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from inara_desktop.transcript.block import Block, Target
from inara_desktop.transcript.control import Control, Scene
from inara_desktop.transcript.flow import Flow
from inara_desktop.transcript.footnotes import is_ours
from inara_desktop.transcript.rows import Row
from inara_desktop.transcript.style import Style
from inara_desktop.wording import translate

__all__ = ["Item", "Selected"]

Selected = Callable[[int, int, Block | None], "tuple[int, int] | None"]
"""(part, index of the block, block) -> the selected range of its text, if any."""


class Item(ABC):
    """Coordinates are the row's own; `width` is that of the reading column."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.width = -1
        self.gap = 0  # the space above the row
        self.dirty = True

    @property
    @abstractmethod
    def row(self) -> Row:
        """The row as it is now, streamed text included."""

    @property
    @abstractmethod
    def row_id(self) -> str:
        """The row's id, without making the row."""

    @property
    @abstractmethod
    def height(self) -> int:
        """What is known of the height; an estimate for parts that weren't seen."""

    @abstractmethod
    def estimate(self, width: int) -> int:
        """A height from the row alone, without making anything."""

    @abstractmethod
    def lay_out(self, width: int, top: int, bottom: int) -> int | None:
        """Lay out what lies between two heights; the top of the first part that changed, None when nothing did."""

    @abstractmethod
    def paint(self, painter: QPainter, clip: QRectF, scene: Scene, selected: Selected | None) -> None:
        """Paint what lies in `clip`."""

    @abstractmethod
    def accessible_text(self) -> str:
        """The row as it is read out."""

    def accessible_description(self) -> str:
        """What is said about the row besides."""
        return ""

    def source(self) -> str:
        """The row as it is copied: Markdown for an answer, plain text for others."""
        return self.accessible_text()

    def searchable(self) -> str:
        """The part of the source in which words are looked for: what is shown, or can be folded out."""
        return self.source()

    def flows(self) -> list[tuple[Flow, int, int]]:
        """The flows that are shown: (flow, x, y), top to bottom."""
        return []

    def controls(self) -> list[Control]:
        """What the keyboard can reach, in reading order."""
        return []

    def copy_controls(self, top: float, bottom: float) -> list[Control]:
        """The copy buttons of code blocks that are laid out between two heights."""
        found: list[Control] = []
        for part, (flow, x, y) in enumerate(self.flows()):
            for index, block, block_top in flow.between(int(top) - y, int(bottom) - y):
                area = block.copy_area()
                if area is not None:
                    target = Target("copy", f"{part}/{index}", translate("CodeBlock", "Copy this code"))
                    found.append(Control(target, target.hint, area.translated(x, y + block_top)))
        return found

    def link_controls(self, top: float, bottom: float) -> list[Control]:
        """The links between two heights, where they are laid out."""
        found: list[Control] = []
        for part, (flow, x, y) in enumerate(self.flows()):
            for index, block, block_top in flow.between(int(top) - y, int(bottom) - y):
                for number, link in enumerate(block.links()):
                    parts = tuple(area.translated(x, y + block_top) for area in link.areas)
                    if parts and parts[0].bottom() >= top and parts[0].top() <= bottom:
                        note = is_ours(link.target)
                        target = Target("link", link.target, "" if note else link.target)
                        words = translate("Item", "Footnote {mark}").format(mark=link.words) if note else link.words
                        place = f"{part}/{index}/{number}"
                        found.append(Control(target, words, parts[0], place=place, parts=parts))
        return found

    @property
    def left(self) -> int:
        """Where its ground begins, in its own coordinates."""
        return 0

    @property
    def busy(self) -> bool:
        """Whether a busy sign turns in it."""
        return False

    def target_at(self, point: QPointF) -> Target | None:
        for control in self.controls():
            if control.area.contains(point):
                return control.target
        found = self.block_at(point)
        if found is None:
            return None
        _, _, block, place = found
        return block.target_at(place)

    def block_at(self, point: QPointF) -> tuple[int, int, Block, QPointF] | None:
        """(part, index, block, the point in the block's coordinates), of the flow nearest above or at the point."""
        best: tuple[int, int, Block, QPointF] | None = None
        for part, (flow, x, y) in enumerate(self.flows()):
            if best is not None and point.y() < y:
                break
            if found := flow.block_at(point.y() - y):
                index, block, top = found
                best = (part, index, block, QPointF(point.x() - x, point.y() - y - top))
        return best

    def anchor_at(self, y: int) -> tuple[int, int]:
        """A place that stays with the text when heights change: (part, block) of what is at `y`; (-1, 0): the top."""
        found = self.block_at(QPointF(0, y))
        flows = self.flows()
        if found is None or not flows or y < flows[0][2]:
            return (-1, 0)
        return found[0], found[1]

    def top_of(self, anchor: tuple[int, int]) -> int:
        part, index = anchor
        flows = self.flows()
        if part < 0 or part >= len(flows):
            return 0
        flow, _, y = flows[part]
        return y + flow.top_of(index)

    def locate(self, offset: int) -> tuple[int, int] | None:
        """The (part, block) that shows an offset of the source text, folded out if need be; None: no block does."""
        _ = offset
        return None

    def within(self, part: int, offset: int) -> int:
        """Where an offset of the source text is in the text of the flow that `locate` gave for it."""
        _ = part
        return offset

    def copy_text(self, target: Target) -> str | None:
        """What a button of the item's own copies; None for one that isn't."""
        _ = target
        return None

    def press(self, target: Target) -> bool:
        """React to a target of the item's own (a fold); whether the layout changed."""
        _ = target
        return False
