"""The signs before the items of a list: bullets, numbers, boxes of tasks.

Qt would draw them one space from the words, and tasks in the application's colours. They are no part of the text:
nothing that is selected, copied or read aloud changes with them.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QPainter,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextList,
    QTextListFormat,
)

from inara_desktop.transcript.glyphs import check_glyph
from inara_desktop.transcript.style import Style
from inara_engine.frozen import frozen

__all__ = ["Marker", "indent_for", "paint_markers", "take_markers"]

_STYLES = QTextListFormat.Style
_STYLE, _TASK = QTextFormat.Property.ListStyle, QTextFormat.Property.BlockMarker
_BULLETS = tuple(style.value for style in (_STYLES.ListDisc, _STYLES.ListCircle, _STYLES.ListSquare))
_NO_TASK, _DONE = QTextBlockFormat.MarkerType.NoMarker, QTextBlockFormat.MarkerType.Checked.value
_BESIDE = 16  # pixels that a number may stand out of the column


@frozen
class Marker:
    """The sign before a paragraph: a number, the box of a task, or else the bullet of a level (from 0)."""

    paragraph: int
    level: int = 0
    number: str = ""
    done: bool | None = None


def take_markers(document: QTextDocument, cursor: QTextCursor, depth: int) -> list[Marker]:
    """The signs of a document that is so deep in lists itself, which Qt then doesn't draw; the indents stay."""
    listed: list[tuple[QTextBlock, QTextList, QTextListFormat]] = []
    block = document.begin()
    while block.isValid():
        if found := block.textList():
            listed.append((block, found, found.format()))
        block = block.next()
    markers = [_marker(block, found, form, depth) for block, found, form in listed]
    hidden: set[int] = set()
    for (block, found, form), marker in zip(listed, markers, strict=True):
        if marker.done is not None:
            change = QTextBlockFormat()
            change.setMarker(_NO_TASK)
            cursor.setPosition(block.position())
            cursor.mergeBlockFormat(change)
        if found.objectIndex() not in hidden:
            hidden.add(found.objectIndex())
            form.setProperty(_STYLE, 0)
            found.setFormat(form)
    return markers


def _marker(block: QTextBlock, listed: QTextList, form: QTextListFormat, depth: int) -> Marker:
    if task := block.blockFormat().intProperty(_TASK):
        return Marker(block.blockNumber(), done=task == _DONE)
    if form.intProperty(_STYLE) in _BULLETS:
        return Marker(block.blockNumber(), level=depth + form.indent() - 1)
    return Marker(block.blockNumber(), number=listed.itemText(block))


def indent_for(markers: Sequence[Marker], style: Style) -> int:
    """How wide a level of a list is; a number that finds no room in it has as much as it needs."""
    long = [marker.number for marker in markers if len(marker.number) > 4]
    wide = max((ceil(style.body_metrics.horizontalAdvance(number)) + _gap(style) for number in long), default=0)
    return wide if wide > style.list_indent + _BESIDE else style.list_indent


def paint_markers(
    painter: QPainter, document: QTextDocument, markers: Sequence[Marker], clip: QRectF, style: Style
) -> None:
    """Beside the first line of each item, on the side it is read from; numbers end at one line."""
    painter.save()  # a brush that stays set would thicken the letters of some lines
    for marker in markers:
        block = document.findBlockByNumber(marker.paragraph)
        layout = block.layout()
        if not layout.lineCount():
            continue
        line, place = layout.lineAt(0), layout.position()
        top = place.y() + line.y()
        if top > clip.bottom() or top + line.height() < clip.top():
            continue
        from_right = block.textDirection() == Qt.LayoutDirection.RightToLeft
        edge = place.x() + line.x() + (line.width() + _gap(style) if from_right else -_gap(style))
        _paint(painter, marker, QPointF(edge, top + line.ascent()), style, from_right=from_right)
    painter.restore()


def _gap(style: Style) -> int:
    """Between a sign and the words."""
    return round(style.theme.text_px * 0.5)


def _paint(painter: QPainter, marker: Marker, place: QPointF, style: Style, *, from_right: bool) -> None:
    """A sign that ends at `place`, on the words' baseline; one that is read from the right begins there."""
    metrics, size = style.body_metrics, style.theme.text_px
    if marker.number:
        painter.setFont(style.body)
        painter.setPen(style.muted)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # Qt put the full stop where it belongs
        wide = 0.0 if from_right else metrics.horizontalAdvance(marker.number)
        painter.drawText(place - QPointF(wide, 0), marker.number)
        return
    task = marker.done is not None
    side = size - 1 if task else max(4, round(size / 3))
    middle = place.y() - (metrics.capHeight() if task else metrics.xHeight()) / 2
    left = place.x() + (1 if from_right else -1 - side)
    area = QRectF(round(left), round(middle - side / 2), side, side)
    if marker.done is not None:
        check_glyph(painter, area, style, done=marker.done)
        return
    level = marker.level % 3
    painter.setPen(style.muted if level == 1 else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if level == 1 else style.muted)
    if level == 2:
        painter.drawRect(area)
    elif level == 1:
        painter.drawEllipse(area.adjusted(0.5, 0.5, -0.5, -0.5))
    else:
        painter.drawEllipse(area)
