"""What a card folds away, each part in a box of its own: plain text as it is, data (JSON) laid out and coloured.

Made when a card is opened, of texts that are bounded already.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from inara_desktop.transcript.block import Target
from inara_desktop.transcript.code_block import CodeBlock
from inara_desktop.transcript.control import Control
from inara_desktop.transcript.rows import RowDetail
from inara_desktop.transcript.span import Span
from inara_desktop.transcript.style import Style
from inara_desktop.wording import number, translate

__all__ = ["Section", "part_of", "sections"]

SHOWN_LINES = 400
LONGEST_DATA = 50_000  # characters; longer ones would hold up a frame
_LABEL = 22
_PART = "part "


class Section:
    """A label and the block below it; `top` and `bottom` are the block's, `text` is all that the label names."""

    def __init__(self, label: str, block: CodeBlock, style: Style, text: str) -> None:
        self._label = label
        self.text = text
        self._style = style
        self.block = block
        self.top = self.bottom = 0

    def lay_out(self, width: int, y: int) -> int:
        """Place it; gives where it ends."""
        self.block.lay_out(width)
        self.top = y + (_LABEL if self._label else 0)
        self.bottom = self.top + self.block.height
        return self.bottom

    def copy_control(self, number: int, left: int) -> Control | None:
        """The button beside the label that copies what it names, once it has been placed."""
        if not self._label:
            return None
        hint = translate("ToolDetails", "Copy “{part}”").format(part=self._label)
        area = QRectF(left + self.block.width - 24, self.top - _LABEL - 2, 24, _LABEL)
        return Control(Target("copy", f"{_PART}{number}", hint), hint, area)

    def paint(self, painter: QPainter, clip: QRectF, left: int) -> None:
        style = self._style
        if self._label:
            painter.setFont(style.label)
            painter.setPen(style.muted)
            area = QRectF(left, self.top - _LABEL, self.block.width, _LABEL - 4)
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._label)
        painter.translate(left, self.top)
        self.block.paint(painter, clip.translated(-left, -self.top), None)
        painter.translate(-left, -self.top)


def part_of(target: Target) -> int | None:
    """Which section's text a button copies, if it is one of these."""
    return int(target.value.removeprefix(_PART)) if target.value.startswith(_PART) else None


def sections(details: Sequence[RowDetail], style: Style) -> list[Section]:
    """The boxes of a card; data that follows words gets a box of its own."""
    made: list[Section] = []
    for detail in details:
        for place, (text, info) in enumerate(_parts(detail.text)):
            made.append(Section("" if place else detail.label, _block(text, info, style), style, detail.text))
    return made


def _parts(text: str) -> Iterator[tuple[str, str]]:
    data = _data(text)
    if data:
        yield data, "json"
        return
    for opens in ("\n{", "\n["):
        at = text.find(opens)
        if at >= 0 and (data := _data(text[at + 1 :])):
            yield text[:at], "text"
            yield data, "json"
            return
    yield text, "text"


def _data(text: str) -> str:
    """JSON as one reads it; "" where it is none."""
    if len(text) > LONGEST_DATA or not text.lstrip().startswith(("{", "[")):
        return ""
    try:
        value = json.loads(text)
        return json.dumps(value, ensure_ascii=False, indent=2) if value else ""
    except (ValueError, RecursionError):
        return ""


def _block(text: str, info: str, style: Style) -> CodeBlock:
    text = text.removesuffix("\n")
    lines = text.split("\n", SHOWN_LINES)
    if len(lines) > SHOWN_LINES:
        lines[-1] = translate("ToolDetails", "… {count} more lines").format(count=number(lines[-1].count("\n") + 1))
    block = CodeBlock(style, Span("code", 0, len(text), info=info), header=False)
    block.append("\n".join(lines))
    return block
