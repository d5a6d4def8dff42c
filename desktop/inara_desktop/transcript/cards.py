"""Errors and notices: a quiet card and a line, with their buttons."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from inara_desktop.transcript.card import GLYPH, PAD, SUMMARY_LIMIT, Card, is_marked
from inara_desktop.transcript.control import BUTTON_HEIGHT, Control, Scene, action_controls, paint_buttons
from inara_desktop.transcript.glyphs import spinner_glyph, status_glyph
from inara_desktop.transcript.item import Selected
from inara_desktop.transcript.label import Label
from inara_desktop.transcript.rows import ErrorRow, NoticeRow
from inara_desktop.transcript.style import Style
from inara_desktop.transcript.text import as_sentences
from inara_desktop.wording import translate

__all__ = ["ErrorItem", "NoticeItem"]


class ErrorItem(Card):
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
        return lines * self.style.line_px + 2 * PAD + (BUTTON_HEIGHT + 12 if self._row.actions else 0)

    def _arrange(self, width: int) -> int:
        row, style = self._row, self.style
        left = PAD + GLYPH + 12
        room = width - left - PAD
        self._title = Label(row.title[:SUMMARY_LIMIT], style.strong)
        self._title.lay_out(room)
        y = PAD + self._title.height
        self._next = None
        if row.next_step:
            self._next = Label(row.next_step[:SUMMARY_LIMIT], style.card)
            self._next.lay_out(room)
            y += 4 + self._next.height
        self._controls = []
        if row.actions:
            self._controls = action_controls(row.actions, style, left, y + 12, room)
            y = ceil(self._controls[-1].area.bottom())
        return y + PAD

    def controls(self) -> list[Control]:
        return self._controls

    def paint(self, painter: QPainter, clip: QRectF, scene: Scene, selected: Selected | None) -> None:
        _ = clip
        style = self.style
        self._paint_box(painter, style.danger, selected)
        left = PAD + GLYPH + 12
        if self._title:
            status_glyph(painter, QRectF(PAD, PAD - 1, GLYPH, GLYPH), style.danger, "error")
            self._title.paint(painter, left, PAD, style.text)
            if self._next:
                self._next.paint(painter, left, PAD + self._title.height + 4, style.muted)
        paint_buttons(painter, self._controls, style, scene)

    def source(self) -> str:
        row = self._row
        named = translate("ErrorItem", "Error: {what}").format(what=row.title)
        return f"{named} {row.next_step}".rstrip()

    def accessible_text(self) -> str:
        return as_sentences(self.source(), *(action.label for action in self._row.actions))


class NoticeItem(Card):
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
        self._label = Label(row.text[:SUMMARY_LIMIT], style.small)
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
        _ = clip
        style = self.style
        if self._label and is_marked(selected):
            left = 22 if self._row.busy else 0
            painter.fillRect(QRectF(left - 2, 0, self._label.natural + 4, max(24, self._label.height)), style.selection)
        if self._row.busy:
            spinner_glyph(painter, QRectF(1, 5, 14, 14), style.accent, scene.turn)
        if self._label:
            top = max(0, (24 - self._label.height) / 2)
            self._label.paint(painter, 22 if self._row.busy else 0, top, style.muted)
        paint_buttons(painter, self._controls, style, scene)

    def source(self) -> str:
        return self._row.text

    def accessible_text(self) -> str:
        return as_sentences(self._row.text, *(action.label for action in self._row.actions))
