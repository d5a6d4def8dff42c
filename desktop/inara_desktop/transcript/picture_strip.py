"""The pictures of one row, side by side and wrapped; each can be pressed to be seen large."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath

from inara_desktop.transcript.block import Target
from inara_desktop.transcript.control import Control, Scene, paint_focus_ring
from inara_desktop.transcript.label import Label
from inara_desktop.transcript.pictures import PREVIEW_HEIGHT_PX, PREVIEW_WIDTH_PX
from inara_desktop.transcript.rows import RowPicture
from inara_desktop.transcript.style import Style
from inara_desktop.wording import translate

__all__ = ["PictureStrip"]

_GAP = 8
_SEVERAL_HEIGHT_PX = 160  # of each, where there are several
_PLACE = QSizeF(200, 120)  # of one that isn't there yet
_WORDS_PX = 260  # the width of a sentence in a picture's place
_RADIUS = 8


class PictureStrip:
    """`right` sets them to the right edge. Sizes are kept, so that a picture that comes again moves nothing."""

    __slots__ = ("_areas", "_pictures", "_right", "_row_id", "_sizes", "_style", "_words")

    def __init__(self, style: Style, row_id: str, pictures: Sequence[RowPicture], *, right: bool = False) -> None:
        self._style = style
        self._row_id = row_id
        self._pictures = pictures
        self._right = right
        self._sizes: dict[int, QSizeF] = {}
        self._words: dict[int, Label] = {}
        self._areas: list[QRectF] = []

    def __len__(self) -> int:
        return len(self._pictures)

    def lay_out(self, width: int) -> int:
        """Place them; gives the height, 0 where there are none."""
        lines: list[list[QRectF]] = []
        x, y, high = 0.0, 0.0, 0.0
        for number in range(len(self._pictures)):
            size = self._size(number, width)
            if not lines or x + size.width() > width:
                y += high + _GAP if lines else 0
                lines.append([])
                x = high = 0.0
            lines[-1].append(QRectF(x, y, size.width(), size.height()))
            x += size.width() + _GAP
            high = max(high, size.height())
        if self._right:
            for line in lines:
                spare = width - line[-1].right()
                line[:] = [area.translated(spare, 0) for area in line]
        self._areas = [area for line in lines for area in line]
        return int(max((area.bottom() for area in self._areas), default=0))

    def _size(self, number: int, width: int) -> QSizeF:
        found = self._found(number)
        if isinstance(found, QImage):
            tallest = PREVIEW_HEIGHT_PX if len(self) == 1 else _SEVERAL_HEIGHT_PX
            size = found.deviceIndependentSize()
            room = QSizeF(min(width, PREVIEW_WIDTH_PX), tallest)
            if size.width() > room.width() or size.height() > room.height():
                size.scale(room, Qt.AspectRatioMode.KeepAspectRatio)
            self._sizes[number] = size.expandedTo(QSizeF(24, 24))
        elif isinstance(found, str):
            words = self._words.setdefault(number, Label(found, self._style.small))
            words.lay_out(min(width, _WORDS_PX) - 24)
            self._sizes[number] = QSizeF(min(width, _WORDS_PX), words.height + 24)
        return self._sizes.get(number) or _PLACE.boundedTo(QSizeF(width, _PLACE.height()))

    def _found(self, number: int) -> QImage | str | None:
        pictures = self._style.pictures
        return pictures.picture(self._row_id, number) if pictures else None

    def controls(self, x: float, y: float) -> list[Control]:
        made: list[Control] = []
        for number, area in enumerate(self._areas):
            name = self._pictures[number].name or number + 1
            hint = translate("Picture", "Picture: {name}").format(name=name)
            made.append(Control(Target("picture", str(number), hint), hint, area.translated(x, y)))
        return made

    def paint(self, painter: QPainter, x: float, y: float, scene: Scene) -> None:
        style = self._style
        for control in self.controls(x, y):
            number, area = int(control.target.value), control.area
            found = self._found(number)
            outline = QPainterPath()
            outline.addRoundedRect(area, _RADIUS, _RADIUS)
            painter.fillPath(outline, style.sunken)
            if isinstance(found, QImage):
                painter.save()
                painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                size = found.deviceIndependentSize()
                place = QRectF(0, 0, size.width(), size.height())
                if size.width() > area.width() or size.height() > area.height():
                    size.scale(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
                    place.setSize(size)
                place.moveCenter(area.center())
                painter.drawImage(place, found)
                painter.restore()
            elif number in self._words:
                self._words[number].paint(painter, area.left() + 12, area.top() + 12, style.muted)
            else:
                painter.setFont(style.small)
                painter.setPen(style.muted)
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, translate("Picture", "Picture"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(style.muted if scene.hovered == control.target else style.border_pen)
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
            if scene.focused == control.target:
                paint_focus_ring(painter, area, style.accent)
