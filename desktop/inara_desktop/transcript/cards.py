"""Tool calls, errors and notices: quiet cards and lines, with their buttons."""

from __future__ import annotations

from abc import abstractmethod
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from inara_desktop.transcript.block import Block, Target
from inara_desktop.transcript.code_block import CodeBlock
from inara_desktop.transcript.control import (
    BUTTON_HEIGHT,
    Control,
    Scene,
    action_controls,
    paint_buttons,
    paint_focus_ring,
)
from inara_desktop.transcript.glyphs import chevron_glyph, spinner_glyph, status_glyph
from inara_desktop.transcript.item import Item, Selected
from inara_desktop.transcript.label import Label
from inara_desktop.transcript.rows import ErrorRow, NoticeRow, ToolRow, ToolStatus
from inara_desktop.transcript.splitter import Span
from inara_desktop.transcript.style import Style

__all__ = ["ErrorItem", "NoticeItem", "ToolItem"]

_PAD = 16
_HEAD = 48
_GLYPH = 22
_SHOWN_LINES = 400  # of a tool's detail
_SUMMARY_LIMIT = 2000

_STATUS_WORDS: dict[ToolStatus, str] = {
    "waiting": "Waiting for you",
    "running": "Running",
    "ok": "Done",
    "failed": "Failed",
    "declined": "Declined",
    "denied": "Not allowed",
    "expired": "Expired",
    "cancelled": "Cancelled",
    "unknown": "Outcome unknown",
}


class _Card(Item):
    """A rounded box that is laid out as a whole."""

    def __init__(self, style: Style) -> None:
        super().__init__(style)
        self._height = 0

    @property
    def height(self) -> int:
        return self._height or self.estimate(self.width if self.width > 0 else 600)

    def lay_out(self, width: int, top: int, bottom: int) -> int | None:
        _ = top, bottom
        if width == self.width and not self.dirty:
            return None
        self.width = width
        self.dirty = False
        self._height = self._arrange(width)
        return 0

    @abstractmethod
    def _arrange(self, width: int) -> int:
        """Place everything for a width; gives the height."""

    def _paint_box(self, painter: QPainter, edge: QColor | None = None) -> None:
        style = self.style
        box = QRectF(0.5, 0.5, self.width - 1, self._height - 1)
        painter.setPen(QPen(style.tint(edge, 0.55), 1) if edge else style.border_pen)
        painter.setBrush(style.tint(edge, 0.05) if edge else style.card_fill)
        painter.drawRoundedRect(box, style.theme.radius_px, style.theme.radius_px)


class ToolItem(_Card):
    def __init__(self, row: ToolRow, style: Style) -> None:
        super().__init__(style)
        self._row = row
        self._opened = False
        self._summary: Label | None = None
        self._detail: CodeBlock | None = None
        self._controls: list[Control] = []

    @property
    def row_id(self) -> str:
        return self._row.id

    @property
    def row(self) -> ToolRow:
        return self._row

    def settle(self, row: ToolRow) -> None:
        """Another state of the same call; whether it is opened stays."""
        if row.detail != self._row.detail:
            self._detail = None
        self._summary = None
        self._row = row
        self.dirty = True

    @property
    def busy(self) -> bool:
        return self._row.status == "running"

    @property
    def _foldable(self) -> bool:
        return bool(self._row.detail) or self._summary_is_cut

    @property
    def _summary_is_cut(self) -> bool:
        return self.style.small_metrics.horizontalAdvance(self._row.summary[:400]) > max(40, self._summary_room())

    def _name_width(self) -> float:
        return min(self.style.strong_metrics.horizontalAdvance(self._row.name), self.width * 0.4)

    def _summary_room(self) -> float:
        used = _PAD + _GLYPH + 12 + self._name_width() + 12
        return self.width - used - self._status_width() - 24 - _PAD - 12

    def _status_text(self) -> str:
        words = _STATUS_WORDS[self._row.status]
        took = self._row.duration_ms
        if took and self._row.status in {"ok", "failed", "cancelled"}:
            words += f" · {took / 1000:.1f} s" if took >= 1000 else f" · {took} ms"
        return words

    def _status_width(self) -> float:
        return self.style.small_metrics.horizontalAdvance(self._status_text())

    def estimate(self, width: int) -> int:
        _ = width
        return _HEAD + (BUTTON_HEIGHT + _PAD if self._row.actions else 0)

    def _arrange(self, width: int) -> int:
        style, row = self.style, self._row
        y = _HEAD
        self._controls = []
        if self._foldable:
            hint = "Hide details" if self._opened else "Show details"
            self._controls.append(Control(Target("fold", hint=hint), hint, QRectF(0, 0, width, _HEAD)))
        if self._opened:
            if self._summary is None:
                summary = row.summary
                if len(summary) > _SUMMARY_LIMIT:
                    more = len(summary) - _SUMMARY_LIMIT
                    summary = f"{summary[:_SUMMARY_LIMIT]} … {more:,} more characters"
                self._summary = Label(summary, style.card)
            self._summary.lay_out(width - 2 * _PAD)
            if row.summary:
                y += self._summary.height + 12
            if row.detail:
                detail = self._detail_block()
                detail.lay_out(width - 2 * _PAD)
                y += detail.height + _PAD
        if row.actions:
            left = _PAD + _GLYPH + 12
            buttons = action_controls(row.actions, style, left, y, width - left - _PAD)
            self._controls += buttons
            y = ceil(buttons[-1].area.bottom()) + _PAD
        return y

    def _detail_block(self) -> CodeBlock:
        if self._detail is None:
            text = self._row.detail.removesuffix("\n")
            lines = text.split("\n", _SHOWN_LINES)
            if len(lines) > _SHOWN_LINES:
                hidden = lines[-1].count("\n") + 1
                lines[-1] = f"… {hidden:,} more lines"
            block = CodeBlock(self.style, Span("code", 0, len(text), info="text"), header=False)
            block.append("\n".join(lines))
            self._detail = block
        return self._detail

    def controls(self) -> list[Control]:
        return self._controls

    def target_at(self, point: QPointF) -> Target | None:
        for control in reversed(self._controls):
            if control.area.contains(point):
                return control.target
        return None

    def press(self, target: Target) -> bool:
        if target.kind != "fold":
            return False
        self._opened = not self._opened
        self.dirty = True
        return True

    def block_at(self, point: QPointF) -> tuple[int, int, Block, QPointF] | None:
        if not self._opened or not self._detail or point.y() < self._detail_top:
            return None
        return 0, 0, self._detail, QPointF(point.x() - _PAD, point.y() - self._detail_top)

    @property
    def _detail_top(self) -> int:
        return _HEAD + (self._summary.height + 12 if self._summary and self._row.summary else 0)

    def anchor_at(self, y: int) -> tuple[int, int]:
        _ = y
        return (-1, 0)

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
        _ = selected
        style, row = self.style, self._row
        color = self._color()
        waiting = row.status == "waiting"
        self._paint_box(painter, color if waiting else None)
        glyph = QRectF(_PAD, (_HEAD - _GLYPH) / 2, _GLYPH, _GLYPH)
        if row.status == "running":
            spinner_glyph(painter, glyph.adjusted(2, 2, -2, -2), color, scene.turn)
        else:
            status_glyph(painter, glyph, color, row.status)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        x = glyph.right() + 12
        wide = self._name_width()
        painter.setFont(style.strong)
        painter.setPen(style.text)
        name = style.strong_metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, wide + 2)
        painter.drawText(QRectF(x, 0, wide + 4, _HEAD), flags, name)
        x += wide + 12
        room = self._summary_room()
        if room > 40 and not self._opened:
            painter.setFont(style.small)
            painter.setPen(style.muted)
            text = " ".join(row.summary[:400].split())
            text = style.small_metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(x, 0, room + 2, _HEAD), flags, text)
        right = self.width - _PAD - (24 if self._foldable else 0)
        painter.setFont(style.small)
        painter.setPen(color if row.status != "ok" else style.muted)
        painter.drawText(
            QRectF(right - 240, 0, 240, _HEAD),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            self._status_text(),
        )
        if self._foldable:
            box = QRectF(self.width - _PAD - 12, _HEAD / 2 - 6, 12, 12)
            chevron_glyph(painter, box, style.muted, opened=self._opened)
            fold = self._controls[0]
            if scene.focused == fold.target:
                paint_focus_ring(painter, fold.area.adjusted(4, 4, -4, -4), style.accent)
        if self._opened:
            if self._summary and row.summary:
                self._summary.paint(painter, _PAD, _HEAD, style.text)
            if self._detail and row.detail:
                top = self._detail_top
                painter.translate(_PAD, top)
                self._detail.paint(painter, clip.translated(-_PAD, -top), None)
                painter.translate(-_PAD, -top)
        paint_buttons(painter, self._controls, style, scene)

    def accessible_text(self) -> str:
        row = self._row
        parts = [f"Tool {row.name}: {_STATUS_WORDS[row.status]}", row.summary, *(a.label for a in row.actions)]
        if self._opened:
            parts.append(row.detail)
        return ". ".join(part for part in parts if part)


class ErrorItem(_Card):
    def __init__(self, row: ErrorRow, style: Style) -> None:
        super().__init__(style)
        self._row = row
        self._title: Label | None = None
        self._next: Label | None = None
        self._controls: list[Control] = []

    @property
    def row_id(self) -> str:
        return self._row.id

    @property
    def row(self) -> ErrorRow:
        return self._row

    def settle(self, row: ErrorRow) -> None:
        self._row, self._title, self._next, self.dirty = row, None, None, True

    def estimate(self, width: int) -> int:
        size = len(self._row.title) + len(self._row.next_step)
        lines = min(60, int(size * self.style.char_px) // max(80, width - 70) + 2)
        return lines * self.style.line_px + 2 * _PAD + (BUTTON_HEIGHT + 12 if self._row.actions else 0)

    def _arrange(self, width: int) -> int:
        row, style = self._row, self.style
        left = _PAD + _GLYPH + 12
        room = width - left - _PAD
        self._title = Label(row.title[:_SUMMARY_LIMIT], style.strong)
        self._title.lay_out(room)
        y = _PAD + self._title.height
        self._next = None
        if row.next_step:
            self._next = Label(row.next_step[:_SUMMARY_LIMIT], style.card)
            self._next.lay_out(room)
            y += 4 + self._next.height
        self._controls = []
        if row.actions:
            self._controls = action_controls(row.actions, style, left, y + 12, room)
            y = ceil(self._controls[-1].area.bottom())
        return y + _PAD

    def controls(self) -> list[Control]:
        return self._controls

    def paint(self, painter: QPainter, clip: QRectF, scene: Scene, selected: Selected | None) -> None:
        _ = clip, selected
        style = self.style
        self._paint_box(painter, style.danger)
        left = _PAD + _GLYPH + 12
        if self._title:
            status_glyph(painter, QRectF(_PAD, _PAD - 1, _GLYPH, _GLYPH), style.danger, "error")
            self._title.paint(painter, left, _PAD, style.text)
            if self._next:
                self._next.paint(painter, left, _PAD + self._title.height + 4, style.muted)
        paint_buttons(painter, self._controls, style, scene)

    def accessible_text(self) -> str:
        row = self._row
        return ". ".join(
            part for part in (f"Error: {row.title}", row.next_step, *(a.label for a in row.actions)) if part
        )


class NoticeItem(_Card):
    def __init__(self, row: NoticeRow, style: Style) -> None:
        super().__init__(style)
        self._row = row
        self._label: Label | None = None
        self._controls: list[Control] = []

    @property
    def row_id(self) -> str:
        return self._row.id

    @property
    def row(self) -> NoticeRow:
        return self._row

    def settle(self, row: NoticeRow) -> None:
        self._row, self._label, self.dirty = row, None, True

    @property
    def busy(self) -> bool:
        return self._row.busy

    def estimate(self, width: int) -> int:
        _ = width
        return 24 + (BUTTON_HEIGHT + 8 if self._row.actions else 0)

    def _arrange(self, width: int) -> int:
        row, style = self._row, self.style
        left = 26 if row.busy else 0
        self._label = Label(row.text[:_SUMMARY_LIMIT], style.small)
        self._label.lay_out(width - left)
        y = max(24, self._label.height)
        self._controls = []
        if row.actions:
            self._controls = action_controls(row.actions, style, 0, y + 8, width)
            y = ceil(self._controls[-1].area.bottom())
        return y

    def controls(self) -> list[Control]:
        return self._controls

    def paint(self, painter: QPainter, clip: QRectF, scene: Scene, selected: Selected | None) -> None:
        _ = clip, selected
        style = self.style
        if self._row.busy:
            spinner_glyph(painter, QRectF(2, 4, 16, 16), style.accent, scene.turn)
        if self._label:
            top = max(0, (24 - self._label.height) / 2)
            self._label.paint(painter, 26 if self._row.busy else 0, top, style.muted)
        paint_buttons(painter, self._controls, style, scene)

    def accessible_text(self) -> str:
        return ". ".join((self._row.text, *(action.label for action in self._row.actions)))
