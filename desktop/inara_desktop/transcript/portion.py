"""How much of a very long text is on the canvas: its beginning, and more when it is asked for.

The whole text stays with its row: it is what is copied, kept and saved.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter

from inara_desktop.transcript.block import Target
from inara_desktop.transcript.control import Control, Scene, paint_focus_ring
from inara_desktop.transcript.style import Style
from inara_desktop.wording import number, translate

__all__ = ["MORE_HEIGHT", "Portion", "paint_more"]

MORE_HEIGHT = 32
"""What the line below a cut text takes."""


class Portion:
    """The first `limit` characters, at first and each time more of them are asked for, `step` more."""

    __slots__ = ("_step", "limit")

    def __init__(self, step: int) -> None:
        self._step = self.limit = step

    def of(self, text: str) -> str:
        """What is shown of a text; the text itself where that is all."""
        return text[: self.limit]

    def more(self) -> None:
        """Show a step more."""
        self.limit += self._step

    def control(self, size: int, style: Style, place: QPointF, *, offers: bool = True) -> Control:
        """The line that says how much of `size` characters is shown, and where it `offers` so shows more if pressed."""
        label = translate("Portion", "{shown} of {whole} characters are shown.")
        label = label.format(shown=number(self.limit), whole=number(size))
        if offers:
            label = " ".join((label, translate("Portion", "Show more")))
        wide = ceil(style.small_metrics.horizontalAdvance(label)) + 8
        return Control(Target("show_more", hint=label), label, QRectF(place, QSizeF(wide, MORE_HEIGHT - 4)))


def paint_more(painter: QPainter, control: Control, style: Style, scene: Scene, *, offers: bool = True) -> None:
    """The line of a cut text; muted where it offers nothing yet."""
    painter.setFont(style.small)
    painter.setPen(style.link if offers else style.muted)
    painter.drawText(control.area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, control.label)
    if scene.focused == control.target:
        paint_focus_ring(painter, control.area.adjusted(-4, 2, 0, -2), style.accent)
