"""What a model said: who it was, its thinking (folded), the answer as blocks, what it took."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from inara_desktop.transcript.block import Block, Target
from inara_desktop.transcript.control import Control, Scene, paint_focus_ring
from inara_desktop.transcript.first_reading import FirstReading
from inara_desktop.transcript.flow import Flow
from inara_desktop.transcript.glyphs import chevron_glyph, spinner_glyph
from inara_desktop.transcript.item import Item, Selected
from inara_desktop.transcript.laid_out import LaidOut
from inara_desktop.transcript.portion import MORE_HEIGHT, Portion, paint_more
from inara_desktop.transcript.rows import AnswerRow
from inara_desktop.transcript.spoken import spoken
from inara_desktop.transcript.stream_text import StreamText
from inara_desktop.transcript.style import Style
from inara_desktop.wording import translate

__all__ = ["AnswerItem"]

_HEAD = 28
_FOLD = 32
_FOOT = 28
_WAIT = 28
_HUGE = 250_000  # characters that aren't split at once in place of others
_SHOWN = 4_000_000  # characters that are shown of a text before more is asked for
_SLICE = 8192
_INSET = 16  # of the thinking text, right of its line


class AnswerItem(Item):
    def __init__(self, row: AnswerRow, style: Style, laid_out: LaidOut) -> None:
        super().__init__(style)
        self._row = row
        self._laid_out = laid_out
        self._body: Flow | None = None
        self._thinking: Flow | None = None
        self._reading: tuple[Flow, Flow, FirstReading] | None = None  # what will be the two
        self._line_ends = -1  # of what is shown of the text; -1: not counted
        self._opened = False
        self._portion = Portion(_SHOWN)
        self._cut = len(row.text) > _SHOWN  # not all of it is shown
        self._held = StreamText()  # what came of a streaming text beyond what is shown
        self.unread = False  # too long to be split at once: the view feeds the rest by frames

    # ---- content

    @property
    def row_id(self) -> str:
        return self._row.id

    @property
    def row(self) -> AnswerRow:
        if not self._row.streaming or self._body is None:
            return self._row
        thinking = self._thinking.text if self._thinking else self._row.thinking
        text = self._body.text + self._held.text() if len(self._held) else self._body.text
        return replace(self._row, text=text, thinking=thinking)

    def shows(self, row: AnswerRow, more: tuple[int, int]) -> bool:
        """Whether it shows this row's text and thinking but for so many characters that are still to be fed.

        Told by what is shown and by lengths, without joining or comparing what may be many megabytes.
        """
        body, thoughts = self._made(self.width)
        sizes = len(body) + len(self._held) + more[0], len(thoughts) + more[1]
        if sizes != (len(row.text), len(row.thinking)):
            return False
        return row.text.startswith(body.text) and row.thinking.startswith(thoughts.text)

    def feed(self, text: str, thinking: str) -> None:
        body, thoughts = self._made()
        if thinking:
            thoughts.feed(thinking)
        if text:
            room = max(0, self._portion.limit - len(body))
            body.feed(text[:room])
            if len(text) > room:
                self._held.append(text[room:])
                self._measure()
        self.dirty = True

    def settle(self, row: AnswerRow) -> None:
        """The row's final values; blocks whose text is the same keep their layout."""
        if len(row.text) > _HUGE and self._body is not None and not row.text.startswith(self._body.text):
            self._body = self._thinking = None  # another text: it is split by frames
        if self._body is not None and self._thinking is not None:
            self._show(self._body, row.text, streaming=row.streaming)
            if row.streaming or self._opened or len(self._thinking):
                self._show(self._thinking, row.thinking, streaming=row.streaming)
            self._held = StreamText(row.text[self._portion.limit :] if row.streaming else "")
        self._row = row
        self._reading, self._line_ends = None, -1
        self._measure()
        self.dirty = True

    def _measure(self) -> None:
        self._cut = self._size > self._portion.limit

    def _show(self, flow: Flow, text: str, *, streaming: bool) -> None:
        """As much of the text as is shown at most. Where it is cut, the last block stays open: more may follow."""
        shown = max(self._portion.limit, len(flow))  # thinking that streamed is there whole
        cut = len(text) > shown
        if not (cut and flow.streaming and len(flow) == shown and text.startswith(flow.text)):
            flow.set_text(text[:shown], streaming=streaming or cut)

    def take_unread(self) -> tuple[str, str]:
        """The (text, thinking) that still has to be fed, once."""
        body, thoughts = self._made()
        self.unread = False
        limit, row = self._portion.limit, self._row
        return row.text[len(body) : limit], row.thinking[len(thoughts) : limit] if len(thoughts) else ""

    def _made(self, width: int = -1) -> tuple[Flow, Flow]:
        """(text, thinking), at least as much of both as is shown first."""
        if self._body is None or self._thinking is None:
            self._read(width, lambda: True)
        if self._body is None or self._thinking is None:
            raise RuntimeError("a text that was read has no blocks")
        return self._body, self._thinking

    def _read(self, width: int, has_time: Callable[[], bool]) -> bool:
        """Split what is seen first while there is time; whether there are blocks to show now."""
        row, limit = self._row, self._portion.limit
        if self._reading is None:
            thinking = row.thinking if row.streaming or self._opened else ""  # folded: not before it is opened
            body = Flow(self.style, self._laid_out, width=width)
            thoughts = Flow(self.style, self._laid_out, width=width - _INSET, muted=True)
            reading = FirstReading([(body, row.text), (thoughts, thinking)], limit, streams=row.streaming)
            self._reading = body, thoughts, reading
        body, thoughts, reading = self._reading
        if not reading.go_on(has_time):
            return False
        self._body, self._thinking, self._reading = body, thoughts, None
        self.unread = self.unread or not reading.whole
        if row.streaming:
            self._held = StreamText(row.text[limit:])
        return True

    @property
    def _has_thinking(self) -> bool:
        return bool(self._row.thinking) or (self._thinking is not None and len(self._thinking) > 0)

    @property
    def _waiting(self) -> bool:
        """Streaming, and nothing to show yet."""
        return self._row.streaming and not (self._body and len(self._body)) and not self._has_thinking

    @property
    def busy(self) -> bool:
        return self._row.streaming and not (self._body and len(self._body))

    # ---- geometry

    @property
    def _head_height(self) -> int:
        return _HEAD if self._row.label or self._row.badge else 0

    @property
    def _foot_height(self) -> int:
        return _FOOT if self._row.footer or self._row.partial else 0

    @property
    def _size(self) -> int:
        """Characters of the text, or of the thinking that is folded out, whichever is longer."""
        body = len(self._body) + len(self._held) if self._body and self._row.streaming else len(self._row.text)
        return max(body, len(self._row.thinking) if self._opened else 0)

    @property
    def _more_height(self) -> int:
        return MORE_HEIGHT if self._cut else 0

    @property
    def _thinking_top(self) -> int:
        return self._head_height + _FOLD

    @property
    def _body_top(self) -> int:
        top = self._head_height
        if self._has_thinking:
            top += _FOLD + 4
            if self._opened and self._thinking:
                top += self._thinking.height + 8
        return top

    def estimate(self, width: int) -> int:
        text, limit = self._row.text, self._portion.limit
        size = min(len(text), limit)
        if self._line_ends < 0:  # to count them takes milliseconds, and the height is asked for in each slice
            self._line_ends = text.count("\n", 0, limit)
        lines = int(size * self.style.char_px) // max(80, width) + self._line_ends // 2 + 1
        fold = _FOLD + 4 if self._row.thinking else 0
        return self._head_height + fold + lines * self.style.line_px + self._more_height + self._foot_height

    @property
    def height(self) -> int:
        if self._body is None:
            return self.estimate(self.width if self.width > 0 else 600)
        waiting = _WAIT if self._waiting else 0
        return self._body_top + self._body.height + self._more_height + self._foot_height + waiting

    def lay_out(self, width: int, top: int, bottom: int) -> int | None:
        fresh = self._body is None
        # What took more than a frame to read is laid out in one of its own, and so painted once.
        begun = self._reading is not None and len(self._row.text) > _HUGE
        if fresh and (not self._read(width, self._laid_out.has_time) or begun):
            self._laid_out.reading = True
            return None
        body, thoughts = self._made(width)
        changed: list[int] = [0] if fresh or (self.dirty and not len(body)) else []
        self.dirty = False
        if width != self.width:
            self.width = width
            body.set_width(width)
            thoughts.set_width(width - _INSET)
            changed.append(0)
        offset = 0

        def seen(y: int) -> None:
            changed.append(offset + y)

        if self._opened and self._has_thinking:
            offset = self._thinking_top
            thoughts.lay_out(top - offset, bottom - offset, seen)
        offset = self._body_top
        body.lay_out(top - offset, bottom - offset, seen)
        return min(changed) if changed else None

    def flows(self) -> list[tuple[Flow, int, int]]:
        shown: list[tuple[Flow, int, int]] = []
        if self._thinking and self._opened and self._has_thinking:
            shown.append((self._thinking, _INSET, self._thinking_top))
        if self._body:
            shown.append((self._body, 0, self._body_top))
        return shown

    def controls(self) -> list[Control]:
        made: list[Control] = []
        if self._has_thinking:
            label = self._thinking_label()
            wide = ceil(self.style.small_metrics.horizontalAdvance(label)) + 40
            made.append(Control(Target("fold", hint=label), label, QRectF(0, self._head_height, wide, _FOLD - 4)))
        if self._more_height and not self._row.streaming:
            made.append(self._more())
        return made

    def _more(self) -> Control:
        """What says that a very long text is cut, and shows more once all of it is there."""
        place = QPointF(0, self._body_top + (self._body.height if self._body else 0) + 4)
        return self._portion.control(self._size, self.style, place, offers=not self._row.streaming)

    def _thinking_label(self) -> str:
        if self.busy:
            return translate("AnswerItem", "Thinking…")
        seconds = round(self._row.thinking_s)
        if seconds < 1:
            return translate("AnswerItem", "Thoughts")
        if seconds < 60:
            return translate("AnswerItem", "Thought for {seconds} s").format(seconds=seconds)
        words = translate("AnswerItem", "Thought for {minutes} min {seconds} s")
        return words.format(minutes=seconds // 60, seconds=seconds % 60)

    def locate(self, offset: int) -> tuple[int, int] | None:
        body, _ = self._made(self.width)
        return (len(self.flows()) - 1, body.index_of(offset)) if body.blocks else None

    def press(self, target: Target) -> bool:
        if target.kind == "show_more":
            self._portion.more()
            self._measure()
            self.unread = True
            return True
        if target.kind != "fold":
            return False
        self._opened = not self._opened
        _, thoughts = self._made()
        if self._opened and not len(thoughts):
            first = self._row.thinking[:_SLICE]
            self.unread = len(first) < len(self._row.thinking)
            thoughts.set_text(first, streaming=self._row.streaming or self.unread)
        self._measure()
        return True

    # ---- painting

    def paint(self, painter: QPainter, clip: QRectF, scene: Scene, selected: Selected | None) -> None:
        style, row = self.style, self._row
        if self._head_height and clip.top() < _HEAD:
            self._paint_head(painter)
        if self._has_thinking and clip.top() < self._body_top:
            self._paint_fold(painter, scene)
        if self._opened and self._has_thinking and self._thinking:
            area = QRectF(3, self._thinking_top + 2, 2, self._thinking.height - 2)
            painter.fillRect(area, style.border)
        for part, (flow, x, y) in enumerate(self.flows()):
            painter.translate(x, y)

            def chosen(index: int, block: Block, part: int = part) -> tuple[int, int] | None:
                return selected(part, index, block) if selected else None

            flow.paint(painter, clip.translated(-x, -y), chosen if selected else None)
            painter.translate(-x, -y)
        if self._waiting:
            spinner_glyph(painter, QRectF(2, self._body_top + 6, 16, 16), style.accent, scene.turn)
        if self._more_height:
            paint_more(painter, self._more(), style, scene, offers=not self._row.streaming)
        if self._foot_height and clip.bottom() > self.height - _FOOT:
            area = QRectF(0, self.height - _FOOT + 8, self.width, _FOOT - 8)
            painter.setFont(style.small)
            note = translate("AnswerItem", "Cut off") if row.partial else ""
            wide = style.small_metrics.horizontalAdvance(note) + 12 if note else 0
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            if note:
                painter.setPen(style.warning)
                painter.drawText(area, flags, note)
            painter.setPen(style.muted)
            text = style.small_metrics.elidedText(row.footer, Qt.TextElideMode.ElideRight, area.width() - wide)
            painter.drawText(area.adjusted(wide, 0, 0, 0), flags, text)

    def _paint_head(self, painter: QPainter) -> None:
        style, row = self.style, self._row
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(style.label)
        painter.setPen(style.text)
        x = 0.0
        if row.label:
            label = style.small_metrics.elidedText(row.label, Qt.TextElideMode.ElideRight, self.width * 0.6)
            wide = style.label_metrics.horizontalAdvance(label)
            painter.drawText(QRectF(0, 0, wide + 8, 20), flags, label)
            x = wide + 8
        if row.badge:
            badge = style.small_metrics.elidedText(row.badge, Qt.TextElideMode.ElideRight, self.width - x - 24)
            wide = style.small_metrics.horizontalAdvance(badge) + 16
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.tint(style.warning, 0.14))
            painter.drawRoundedRect(QRectF(x, 0, wide, 20), 10, 10)
            painter.setPen(style.warning)
            painter.setFont(style.small)
            painter.drawText(QRectF(x, 0, wide, 20), Qt.AlignmentFlag.AlignCenter, badge)

    def _paint_fold(self, painter: QPainter, scene: Scene) -> None:
        style = self.style
        control = self.controls()[0]
        ink = style.text if scene.hovered == control.target else style.muted
        area = control.area
        if self.busy:
            spinner_glyph(painter, QRectF(1, area.center().y() - 7, 14, 14), style.accent, scene.turn)
        else:
            chevron_glyph(painter, QRectF(2, area.center().y() - 6, 12, 12), ink, opened=self._opened)
        painter.setFont(style.small)
        painter.setPen(ink)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area.adjusted(22, 0, 0, 0), flags, control.label)
        if scene.focused == control.target:
            paint_focus_ring(painter, area.adjusted(3, 3, -3, -3), style.accent)

    def source(self) -> str:
        return self.row.text

    def searchable(self) -> str:
        return self._body.text if self._body and self._row.streaming else self._portion.of(self._row.text)

    def accessible_text(self) -> str:
        row = self.row
        who = " ".join(
            part for part in (row.label or translate("AnswerItem", "Answer"), row.badge and f"({row.badge})") if part
        )
        said, cut = f"{who}: {spoken(self._portion.of(row.text))}", translate("AnswerItem", "cut off")
        thoughts = f"{self._thinking_label()}: {spoken(row.thinking)}\n" if self._opened and row.thinking else ""
        return f"{thoughts}{said} ({cut})" if row.partial else thoughts + said

    def accessible_description(self) -> str:
        return self._row.footer
