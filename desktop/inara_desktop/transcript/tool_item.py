"""A tool call as a card: what it did, how it ended, what may be done about it; the rest is folded away."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from inara_desktop.transcript.block import Block, Target
from inara_desktop.transcript.card import GLYPH, PAD, SUMMARY_LIMIT, Card
from inara_desktop.transcript.control import (
    BUTTON_HEIGHT,
    Control,
    Scene,
    action_controls,
    paint_buttons,
    paint_focus_ring,
)
from inara_desktop.transcript.glyphs import chevron_glyph, copy_glyph, spinner_glyph, status_glyph
from inara_desktop.transcript.item import Selected
from inara_desktop.transcript.label import Label
from inara_desktop.transcript.picture_strip import PictureStrip
from inara_desktop.transcript.rows import RISK_WORDS, ToolRow, ToolStatus
from inara_desktop.transcript.style import Style
from inara_desktop.transcript.text import as_sentences, paintable
from inara_desktop.transcript.tool_details import Section, part_of, sections
from inara_desktop.wording import later, number, shortened, translate

__all__ = ["ToolItem"]

_HEAD = 48
_NAME, _SUMMARY = 200, 400  # characters that may be seen in the head
_NOTE_LINES = 60  # as many as are laid out at once
_GAP = 12
_PICTURE = 128  # about what pictures take, before they are there
_CHIP_FROM = 2  # the risk that is said in the card's head
_NARROW = 520  # no room for it

_STATUS_WORDS: dict[ToolStatus, str] = {
    "waiting": later("ToolItem", "Waiting for you"),
    "running": later("ToolItem", "Running"),
    "ok": later("ToolItem", "Done"),
    "failed": later("ToolItem", "Failed"),
    "declined": later("ToolItem", "Declined"),
    "denied": later("ToolItem", "Not allowed"),
    "expired": later("ToolItem", "Expired"),
    "cancelled": later("ToolItem", "Cancelled"),
    "unknown": later("ToolItem", "Outcome unknown"),
    "undone": later("ToolItem", "Taken back"),
}


class ToolItem(Card):
    def __init__(self, row: ToolRow, style: Style) -> None:
        super().__init__(style)
        self._row = row
        self._name, self._summary = _head(row)
        self._opened = False
        self._labels: list[tuple[Label, int, QColor]] = []  # with where they stand
        self._sections: list[Section] | None = None
        self._pictures = PictureStrip(style, row.id, row.pictures)
        self._pictures_top = 0
        self._controls: list[Control] = []

    @property
    def row_id(self) -> str:
        return self._row.id

    @property
    def row(self) -> ToolRow:
        return self._row

    def settle(self, row: ToolRow) -> None:
        """Another state of the same call; whether it is opened stays."""
        if row.details != self._row.details:
            self._sections = None
        if row.pictures != self._row.pictures:
            self._pictures = PictureStrip(self.style, row.id, row.pictures)
        self._row = row
        self._name, self._summary = _head(row)
        self.dirty = True

    @property
    def busy(self) -> bool:
        return self._row.status == "running"

    # ---- the head

    @property
    def _foldable(self) -> bool:
        return bool(self._row.details) or self._summary_is_cut

    @property
    def _summary_is_cut(self) -> bool:
        return self.style.small_metrics.horizontalAdvance(self._summary) > max(40, self._summary_room())

    def _name_width(self) -> float:
        return min(self.style.strong_metrics.horizontalAdvance(self._name), self.width * 0.4)

    def _summary_room(self) -> float:
        used = PAD + GLYPH + 12 + self._name_width() + 12
        return self.width - used - self._status_width() - self._chip_width() - 24 - PAD - 12

    def _status_text(self) -> str:
        words = translate("ToolItem", _STATUS_WORDS[self._row.status])
        took = self._row.duration_ms
        if took and self._row.status in {"ok", "failed", "cancelled"}:
            words += f" · {number(took / 1000, 1)} s" if took >= 1000 else f" · {took} ms"
        return words

    def _status_width(self) -> float:
        return self.style.small_metrics.horizontalAdvance(self._status_text())

    @property
    def _risk_words(self) -> str:
        return translate("Risk", RISK_WORDS[max(0, min(self._row.risk, len(RISK_WORDS) - 1))])

    @property
    def _risk_said(self) -> str:
        words = self._risk_words
        return translate("ToolItem", "Risk: {words}").format(words=words[:1].lower() + words[1:])

    def _chip_width(self) -> float:
        """Of the risk, where the card says it in its head; with the space beside it."""
        if self._row.risk < _CHIP_FROM or self.width < _NARROW:
            return 0
        return self.style.small_metrics.horizontalAdvance(self._risk_words) + 16 + 12

    # ---- laying out

    def estimate(self, width: int) -> int:
        _ = width
        buttons = BUTTON_HEIGHT + PAD if self._row.actions else 0
        return _HEAD + buttons + (_PICTURE + PAD if self._row.pictures else 0)

    def _arrange(self, width: int) -> int:
        row, style = self._row, self.style
        left = PAD + GLYPH + 12
        y = _HEAD
        self._controls = []
        self._labels = []
        if self._foldable:
            hint = translate("ToolItem", "Hide details") if self._opened else translate("ToolItem", "Show details")
            self._controls.append(Control(Target("fold", hint=hint), hint, QRectF(0, 0, width, _HEAD)))
        if row.note:
            lines = row.note[:SUMMARY_LIMIT].split("\n", _NOTE_LINES)[:_NOTE_LINES]
            y = self._say("\n".join(lines), style.small, left, y - 4, style.muted)
        if self._opened:
            y = self._arrange_details(width, y)
        self._pictures_top = y
        if pictures := self._pictures.lay_out(width - left - PAD):
            self._controls += self._pictures.controls(left, y)
            y += pictures + PAD
        if row.actions:
            buttons = action_controls(row.actions, style, left, y, width - left - PAD)
            self._controls += buttons
            y = ceil(buttons[-1].area.bottom()) + PAD
        return y

    def _say(self, text: str, font: object, left: int, y: int, color: QColor) -> int:
        label = Label(text, font)  # type: ignore[arg-type]
        label.lay_out(self.width - left - PAD)
        self._labels.append((label, y, color))
        return y + label.height + _GAP

    def _arrange_details(self, width: int, y: int) -> int:
        row, style = self._row, self.style
        if row.summary:
            summary = row.summary
            if len(summary) > SUMMARY_LIMIT:
                summary = shortened(summary, SUMMARY_LIMIT)
            y = self._say(summary, style.card, PAD, y, style.text)
        facts = " · ".join(words for words in (self._risk_said, row.allowed) if words)
        y = self._say(facts, style.small, PAD, y, style.muted)
        if self._sections is None:
            self._sections = sections(row.details, style)
        for at, section in enumerate(self._sections):
            y = section.lay_out(width - 2 * PAD, y) + PAD
            if copy := section.copy_control(at, PAD):
                self._controls.append(copy)
        return y

    # ---- what can be pressed, and what is read

    def controls(self) -> list[Control]:
        return self._controls

    def target_at(self, point: QPointF) -> Target | None:
        for control in reversed(self._controls):
            if control.area.contains(point):
                return control.target
        return None

    def copy_text(self, target: Target) -> str | None:
        number = part_of(target)
        return self._sections[number].text if number is not None and self._sections else None

    def press(self, target: Target) -> bool:
        if target.kind != "fold":
            return False
        self._opened = not self._opened
        self.dirty = True
        return True

    def _shown_sections(self) -> Iterator[Section]:
        if self._opened and self._sections:
            yield from self._sections

    def block_at(self, point: QPointF) -> tuple[int, int, Block, QPointF] | None:
        for section in self._shown_sections():
            if section.top <= point.y() < section.bottom:
                return 0, 0, section.block, QPointF(point.x() - PAD, point.y() - section.top)
        return None

    def anchor_at(self, y: int) -> tuple[int, int]:
        _ = y
        return (-1, 0)

    # ---- painting

    def _color(self) -> QColor:
        style = self.style
        return {
            "waiting": style.warning,
            "running": style.accent,
            "ok": style.success,
            "failed": style.danger,
            "denied": style.danger,
            "unknown": style.warning,
        }.get(self._row.status, style.muted)

    def paint(self, painter: QPainter, clip: QRectF, scene: Scene, selected: Selected | None) -> None:
        self._paint_box(painter, self._color() if self._row.status == "waiting" else None, selected)
        self._paint_head(painter, scene)
        for label, y, color in self._labels:
            left = PAD + GLYPH + 12 if self._row.note and y < _HEAD else PAD
            label.paint(painter, left, y, color)
        for section in self._shown_sections():
            section.paint(painter, clip, PAD)
        self._pictures.paint(painter, PAD + GLYPH + 12, self._pictures_top, scene)
        paint_buttons(painter, self._controls, self.style, scene)
        for control in self._controls:
            if control.target.kind == "copy":
                self._paint_copy(painter, control, scene)

    def _paint_head(self, painter: QPainter, scene: Scene) -> None:
        style, row, color = self.style, self._row, self._color()
        glyph = QRectF(PAD, (_HEAD - GLYPH) / 2, GLYPH, GLYPH)
        if row.status == "running":
            spinner_glyph(painter, glyph.adjusted(2, 2, -2, -2), color, scene.turn)
        else:
            status_glyph(painter, glyph, color, row.status)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        x = glyph.right() + 12
        wide = self._name_width()
        painter.setFont(style.strong)
        painter.setPen(style.text)
        name = style.strong_metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, wide + 2)
        painter.drawText(QRectF(x, 0, wide + 4, _HEAD), flags, name)
        x += wide + 12
        painter.setFont(style.small)
        room = self._summary_room()
        if room > 40 and not self._opened:
            painter.setPen(style.muted)
            text = " ".join(self._summary.split())
            text = style.small_metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(x, 0, room + 2, _HEAD), flags, text)
        right = self.width - PAD - (24 if self._foldable else 0)
        painter.setPen(color if row.status != "ok" else style.muted)
        end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(right - 240, 0, 240, _HEAD), end, self._status_text())
        self._paint_chip(painter, right - self._status_width())
        if self._foldable:
            box = QRectF(self.width - PAD - 12, _HEAD / 2 - 6, 12, 12)
            chevron_glyph(painter, box, style.muted, opened=self._opened)
            fold = self._controls[0]
            if scene.focused == fold.target:
                paint_focus_ring(painter, fold.area.adjusted(4, 4, -4, -4), style.accent)

    def _paint_copy(self, painter: QPainter, control: Control, scene: Scene) -> None:
        style, middle = self.style, control.area.center()
        copy_glyph(
            painter,
            QRectF(middle.x() - 6, middle.y() - 6, 12, 12),
            style.text if scene.hovered == control.target else style.muted,
        )
        if scene.focused == control.target:
            paint_focus_ring(painter, control.area.adjusted(2, 2, -2, -2), style.accent)

    def _paint_chip(self, painter: QPainter, right: float) -> None:
        wide = self._chip_width()
        if not wide:
            return
        style = self.style
        color = style.warning if self._row.risk == _CHIP_FROM else style.danger
        box = QRectF(right - wide, (_HEAD - 20) / 2, wide - 12, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.tint(color, 0.12))
        painter.drawRoundedRect(box, 10, 10)
        painter.setPen(color)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._risk_words)

    def source(self) -> str:
        return as_sentences(*self._said())

    def accessible_text(self) -> str:
        return as_sentences(*self._said(*(action.label for action in self._row.actions)))

    def _said(self, *buttons: str) -> list[str]:
        row = self._row
        named = translate("ToolItem", "Tool {name}: {state}").format(name=row.name, state=self._status_text())
        parts = [named, row.summary, row.note]
        if row.risk >= _CHIP_FROM:
            parts.append(self._risk_said)
        said = translate("Picture", "Picture: {name}")
        parts += [said.format(name=picture.name or number) for number, picture in enumerate(row.pictures, 1)]
        parts += buttons
        if self._opened:
            parts += [row.allowed, *(f"{detail.label}: {detail.text}" for detail in row.details)]
        return parts


def _head(row: ToolRow) -> tuple[str, str]:
    """The name and the summary as the head shows them."""
    return paintable(row.name[:_NAME]), paintable(row.summary[:_SUMMARY])
