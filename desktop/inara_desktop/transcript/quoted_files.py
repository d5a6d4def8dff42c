"""The text files of a message: a line each with name and size, which folds out what is in the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from inara_desktop.transcript.block import Target
from inara_desktop.transcript.control import Control, Scene, paint_focus_ring
from inara_desktop.transcript.flow import Flow
from inara_desktop.transcript.glyphs import chevron_glyph, file_glyph
from inara_desktop.transcript.laid_out import LaidOut
from inara_desktop.transcript.style import Style
from inara_desktop.wording import size, translate
from inara_engine.attached import Quoted

__all__ = ["QuotedFiles"]

_LINE = 36
_GAP = 8
_PAD = 12  # within the card, left and right of what is in it
_GLYPH = 16
_RADIUS = 8
_BELOW = 10  # of the text that is folded out


class QuotedFiles:
    """Cards below one another. What is in a file is laid out where it is folded out, as plain text."""

    __slots__ = ("_files", "_laid_out", "_opened", "_sizes", "_style", "_width")

    def __init__(self, style: Style, laid_out: LaidOut, files: Sequence[Quoted]) -> None:
        self._style = style
        self._laid_out = laid_out
        self._files = files
        self._sizes = [size(len(file.text.encode(errors="replace"))) for file in files]
        self._opened: dict[int, Flow] = {}
        self._width = -1

    def __len__(self) -> int:
        return len(self._files)

    @property
    def opened(self) -> bool:
        """Whether any of them is folded out."""
        return bool(self._opened)

    @property
    def natural_width(self) -> int:
        """What the widest line needs to show all of its name."""
        return max((self._wide(place) for place in range(len(self))), default=0)

    @property
    def height(self) -> int:
        return self.estimate() + sum(flow.height + _BELOW for flow in self._opened.values())

    def estimate(self) -> int:
        """The height where nothing is folded out."""
        return len(self) * (_LINE + _GAP) - _GAP if len(self) else 0

    def lay_out(self, width: int, top: int, bottom: int, seen: Callable[[int], None]) -> None:
        """Lay out what lies between two heights; `seen(y)` tells from where it looks different."""
        if width != self._width:
            self._width = width
            for flow in self._opened.values():
                flow.set_width(width - 2 * _PAD)
            seen(0)
        for flow, _, y in self.flows():

            def below(changed: int, y: int = y) -> None:
                seen(y + changed)

            flow.lay_out(top - y, bottom - y, below)

    def flows(self) -> list[tuple[Flow, int, int]]:
        """Those folded out: (flow, x, y)."""
        return [(self._opened[place], _PAD, y + _LINE) for place, y in self._tops() if place in self._opened]

    def toggle(self, place: int) -> None:
        """Fold a file out, or in."""
        if self._opened.pop(place, None) is None:
            flow = Flow(self._style, self._laid_out, plain=True, mono=True)
            flow.feed(self._files[place].text)
            self._opened = dict(sorted({**self._opened, place: flow}.items()))
            self._width = -1

    def locate(self, offset: int) -> tuple[int, int] | None:
        """The (place among the flows, offset in it) of an offset of the prompt, folded out if need be."""
        for place, file in enumerate(self._files):
            if 0 <= offset - file.start < len(file.text):
                if place not in self._opened:
                    self.toggle(place)
                return list(self._opened).index(place), offset - file.start
        return None

    def controls(self, x: float, y: float) -> list[Control]:
        made: list[Control] = []
        for place, top in self._tops():
            words = translate("QuotedFiles", "Attached: {file}, {size}")
            label = words.format(file=self._files[place].name, size=self._sizes[place])
            area = QRectF(x, y + top, self._width, _LINE)
            made.append(Control(Target("fold", f"file {place}", label), label, area))
        return made

    def spoken(self) -> list[str]:
        """How each is read out."""
        return [control.label for control in self.controls(0, 0)]

    def paint(self, painter: QPainter, x: float, y: float, scene: Scene) -> None:
        """All but what is folded out."""
        style = self._style
        for place, control in enumerate(self.controls(x, y)):
            area, flow = control.area, self._opened.get(place)
            card = area.adjusted(0.5, 0.5, -0.5, (flow.height + _BELOW if flow else 0) - 0.5)
            hot = scene.hovered == control.target
            painter.setPen(style.muted if hot else style.border_pen)
            painter.setBrush(style.background)
            painter.drawRoundedRect(card, _RADIUS, _RADIUS)
            self._paint_line(painter, area.adjusted(_PAD, 0, -_PAD, 0), place, opened=flow is not None)
            if scene.focused == control.target:
                paint_focus_ring(painter, area.adjusted(2, 2, -2, -2), style.accent)

    def _paint_line(self, painter: QPainter, area: QRectF, place: int, *, opened: bool) -> None:
        style, middle = self._style, area.center().y()
        file_glyph(painter, QRectF(area.left(), middle - _GLYPH / 2, _GLYPH, _GLYPH), style.muted)
        chevron_glyph(painter, QRectF(area.right() - 12, middle - 6, 12, 12), style.muted, opened=opened)
        words = area.adjusted(_GLYPH + 8, 0, -20, 0)
        how_much = self._sizes[place]
        room = words.width() - style.small_metrics.horizontalAdvance(how_much) - 12
        name = style.label_metrics.elidedText(self._files[place].name, Qt.TextElideMode.ElideMiddle, room)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.setFont(style.label)
        painter.setPen(style.text)
        painter.drawText(words, flags, name)
        painter.setFont(style.small)
        painter.setPen(style.muted)
        after = style.label_metrics.horizontalAdvance(name) + 12
        painter.drawText(words.adjusted(after, 0, 0, 0), flags, how_much)

    def _wide(self, place: int) -> int:
        style = self._style
        name = style.label_metrics.horizontalAdvance(self._files[place].name)
        return ceil(name + style.small_metrics.horizontalAdvance(self._sizes[place])) + 12 + 2 * _PAD + _GLYPH + 8 + 22

    def _tops(self) -> list[tuple[int, int]]:
        """(place, top of its line)."""
        tops: list[tuple[int, int]] = []
        y = 0
        for place in range(len(self)):
            tops.append((place, y))
            flow = self._opened.get(place)
            y += _LINE + _GAP + (flow.height + _BELOW if flow else 0)
        return tops
