"""A cell of a table: its inline Markdown laid out in one layout, with its links and formulas."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from math import ceil
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout

from inara_desktop.transcript.block import cursor_x
from inara_desktop.transcript.formula import FormulaPicture
from inara_desktop.transcript.inline import Run, runs
from inara_desktop.transcript.inline_math import picture_of
from inara_desktop.transcript.style import Style
from inara_desktop.transcript.text import is_upright, paintable, reads_from_right
from inara_desktop.wording import shortened

__all__ = ["MOST_SHOWN", "Cell", "cell_of"]

MOST_SHOWN = 600
"""Characters of a cell that are shown."""

_ROOM = 10  # pixels that a formula may be higher than its line
_BREAK = re.compile(r"[ \t]*<br[ \t]*/?>[ \t]*", re.IGNORECASE)  # a table has no other way to break a line
_LETTER = "x"  # not seen, and as wide as the formula that stands there


@dataclass(slots=True)
class _Formula:
    """A picture that stands where the layout has a letter as wide, which is not seen; `place` counts as Qt does."""

    place: int
    tex: str
    picture: FormulaPicture
    scale: float

    def paint(self, painter: QPainter, layout: QTextLayout, x: float, y: float) -> None:
        line = layout.lineForTextPosition(self.place)
        if line.isValid():
            left = min(cursor_x(line.cursorToX(self.place)), cursor_x(line.cursorToX(self.place + 1)))
            baseline = y + line.y() + line.ascent()
            place = QPointF(round(x + left), round(baseline - self.picture.ascent * self.scale))
            size = QSizeF(self.picture.width * self.scale, self.picture.height * self.scale)
            painter.drawImage(QRectF(place, size), self.picture.image)


@dataclass(slots=True)
class Cell:
    """`natural` is the width of its text on one line."""

    layout: QTextLayout
    natural: int
    links: list[tuple[int, int, str]]
    formulas: list[_Formula] = field(default_factory=list["_Formula"])
    waits: bool = False  # for a formula that is still to come
    height: int = 0

    @property
    def from_right(self) -> bool:
        """Whether it is in a script that is read from the right."""
        return reads_from_right(self.layout.text())

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        self.layout.draw(painter, QPointF(x, y))
        for formula in self.formulas:
            formula.paint(painter, self.layout, x, y)

    def plain(self) -> str:
        """Its text; a formula is one letter U+FFFC."""
        text = self.layout.text().replace("\u2028", " ")
        if not self.formulas:
            return text
        units = bytearray(text.encode("utf-16-le"))
        for formula in self.formulas:
            units[2 * formula.place : 2 * formula.place + 2] = "\ufffc".encode("utf-16-le")
        return units.decode("utf-16-le")


def cell_of(text: str, style: Style, *, header: bool) -> Cell:
    """Read a cell's Markdown and measure it."""
    text = paintable(shortened(text, MOST_SHOWN)).replace("\ufffc", "\ufffd")
    if "<" in text:
        text = _BREAK.sub("\u2028", text)
    pieces = runs(text) if any(mark in text for mark in "*_`[~<\\$") else [Run(text)]
    pictures, waits = _pictures(pieces, style)
    shown = "".join(_LETTER if index in pictures else piece.text for index, piece in enumerate(pieces))
    font = QFont(style.card)
    if header:
        font.setWeight(QFont.Weight.DemiBold)
    layout = QTextLayout(shown, font)
    layout.setCacheEnabled(True)
    links: list[tuple[int, int, str]] = []
    ranges: list[QTextLayout.FormatRange] = []
    formulas: list[_Formula] = []
    start = 0
    for index, piece in enumerate(pieces):
        if index in pictures:
            formulas.append(_formula(start, piece.text, pictures[index], style))
            size, form = 1, _room(formulas[-1], style)
        else:
            size, form = len(piece.text.encode("utf-16-le")) // 2, _format(piece, style)
        if form:
            made: Any = QTextLayout.FormatRange()
            made.start, made.length, made.format = start, size, form
            ranges.append(made)
        if piece.href:
            links.append((start, start + size, piece.href))
        start += size
    if ranges:
        layout.setFormats(ranges)
    layout.beginLayout()
    natural = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(100_000)
        natural = max(natural, line.naturalTextWidth())
    layout.endLayout()
    return Cell(layout, ceil(natural) + 1, links, formulas, waits)


def _pictures(pieces: list[Run], style: Style) -> tuple[dict[int, FormulaPicture], bool]:
    """The formulas among the pieces that are drawn; whether others are still to come."""
    found: dict[int, FormulaPicture] = {}
    later = False
    for index, piece in enumerate(pieces):
        if piece.math:
            picture, waits = picture_of(piece.text, style, style.theme.text)
            later |= waits
            if picture is not None:
                found[index] = picture
    return found, later


def _formula(place: int, tex: str, picture: FormulaPicture, style: Style) -> _Formula:
    """As large as it is in text, unless the row is too low for it."""
    room = ceil(style.body_metrics.height() * 1.3) + _ROOM
    return _Formula(place, tex, picture, min(1.0, room / picture.height))


def _room(formula: _Formula, style: Style) -> QTextCharFormat:
    """The format that makes a letter as wide as the formula, and not seen."""
    form = QTextCharFormat()
    form.setForeground(Qt.GlobalColor.transparent)
    form.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    wide = QFontMetricsF(style.card).horizontalAdvance(_LETTER)
    form.setFontLetterSpacing(formula.picture.width * formula.scale - wide)
    return form


def _format(piece: Run, style: Style) -> QTextCharFormat | None:
    if not (piece.bold or piece.italic or piece.strike or piece.code or piece.href):
        return None
    form = QTextCharFormat()
    upright = is_upright(piece.text)
    if piece.bold or (piece.italic and upright):
        form.setFontWeight(700)
    form.setFontItalic(piece.italic and not upright)
    form.setFontStrikeOut(piece.strike)
    if piece.code:
        form.merge(style.inline_code)
        form.setBackground(style.sunken)
    if piece.href:
        form.setForeground(style.link)
        form.setFontUnderline(True)
    return form
