"""Buttons of cards: where they are, what they do, how they look. Painted in the canvas; no widget for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from inara_desktop.transcript.block import Target
from inara_desktop.transcript.rows import RowAction
from inara_desktop.transcript.style import Style
from inara_engine.frozen import frozen

__all__ = ["BUTTON_HEIGHT", "Control", "Scene", "action_controls", "paint_buttons", "paint_focus_ring"]

BUTTON_HEIGHT = 32


@frozen
class Control:
    """Something the keyboard can reach. `area` is in the item's coordinates.

    A link has an area a line in `parts`, and in `place` what tells it from others that lead to the same.
    """

    target: Target
    label: str
    area: QRectF
    primary: bool = False
    place: str = ""
    parts: tuple[QRectF, ...] = ()


@dataclass(slots=True)
class Scene:
    """What painting an item depends on besides the item itself."""

    hovered: Target | None = None
    focused: Target | None = None
    turn: float = 0.0  # of the busy sign, 0…1


def action_controls(actions: Sequence[RowAction], style: Style, x: float, y: float, room: float) -> list[Control]:
    """Buttons from left to right, wrapping to further lines when they don't fit."""
    made: list[Control] = []
    left = x
    for action in actions:
        wide = min(room, ceil(style.small_metrics.horizontalAdvance(action.label)) + 32)
        if left > x and left + wide > x + room:
            left, y = x, y + BUTTON_HEIGHT + 8
        area = QRectF(left, y, wide, BUTTON_HEIGHT)
        made.append(Control(Target("action", action.name, action.label), action.label, area, action.primary))
        left += wide + 8
    return made


def paint_buttons(painter: QPainter, controls: Sequence[Control], style: Style, scene: Scene) -> None:
    for control in controls:
        if control.target.kind != "action":
            continue
        box = control.area.adjusted(0.5, 0.5, -0.5, -0.5)
        hovered = scene.hovered == control.target
        if control.primary:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.accent.lighter(110) if hovered else style.accent)
            ink = style.on_accent
        else:
            painter.setPen(style.border_pen)
            painter.setBrush(style.sunken if hovered else style.background)
            ink = style.text
        painter.drawRoundedRect(box, 8, 8)
        painter.setPen(ink)
        painter.setFont(style.label)
        label = style.small_metrics.elidedText(control.label, Qt.TextElideMode.ElideRight, box.width() - 16)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, label)
        if scene.focused == control.target:
            paint_focus_ring(painter, control.area, style.accent)


def paint_focus_ring(painter: QPainter, area: QRectF, color: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, 2))
    painter.drawRoundedRect(area.adjusted(-3, -3, 3, 3), 10, 10)
