"""Formulas within a line of text: each stands in its document like one letter, on the baseline.

Until a formula is drawn, and wherever its TeX can't be read, the TeX is shown as code is.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from inara_desktop.transcript.formula import FormulaPicture
from inara_desktop.transcript.growing import fragments
from inara_desktop.transcript.inline import FORMULA
from inara_desktop.transcript.style import Style

__all__ = ["InlineMath", "formulas_between", "picture_of"]

_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
_TEX = QTextFormat.Property.UserProperty.value + 1
_PLACE = _TEX + 1
_OPENS, _CLOSES = FORMULA
_PIECES = re.compile(f"{_OPENS}([^{_OPENS}{_CLOSES}]*){_CLOSES}?|([^{_OPENS}{_CLOSES}]+)|{_CLOSES}")
_MIDDLE = QTextCharFormat.VerticalAlignment.AlignMiddle


class InlineMath(QPyTextObject):
    """The formulas of one document: gives their size, and draws them."""

    def __init__(self, document: QTextDocument, style: Style, color: str) -> None:
        super().__init__()
        self.waits = False  # for a picture that is still to come
        self._style = style
        self._color = color
        self._pictures: list[FormulaPicture] = []
        document.documentLayout().registerHandler(_OBJECT, self)

    def put(self, cursor: QTextCursor, text: str, form: QTextCharFormat, scale: float) -> None:
        """Put a stretch of code in place of what is selected, its formulas as pictures where there are any."""
        cursor.insertText("")
        for piece in _PIECES.finditer(text):
            tex, code = piece[1], piece[2]
            if code:
                cursor.insertText(code, form)
            elif tex:
                picture, waits = picture_of(tex, self._style, self._color, scale)
                self.waits |= waits
                if picture is None:
                    cursor.insertText(tex, form)
                else:
                    self._put_picture(cursor, tex, form, picture)

    def _put_picture(self, cursor: QTextCursor, tex: str, form: QTextCharFormat, picture: FormulaPicture) -> None:
        look = QTextCharFormat(form)
        look.clearBackground()
        look.setObjectType(_OBJECT)
        look.setProperty(_TEX, tex)
        look.setProperty(_PLACE, len(self._pictures))
        if picture.height - picture.ascent > self._below(picture.ascent) + 1:  # the last pixel is a margin
            look.setVerticalAlignment(_MIDDLE)
        self._pictures.append(picture)
        cursor.insertText("\ufffc", look)

    def _below(self, ascent: float) -> float:
        """How far a formula that reaches so far up may hang into the space below its line."""
        metrics = self._style.body_metrics
        line = max(ascent, metrics.ascent()) + metrics.descent()
        return metrics.descent() + line * self._style.leading

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:  # noqa: A002, N803 - Qt's names
        _ = doc, posInDocument
        picture = self._pictures[format.intProperty(_PLACE)]
        look = format.toCharFormat()
        if look.verticalAlignment() != _MIDDLE:
            return QSizeF(picture.width, picture.ascent)  # Qt puts its lower edge on the baseline
        lift = _lift(look)  # Qt puts its middle that much above the baseline
        return QSizeF(picture.width, 2 * max(picture.ascent - lift, picture.height - picture.ascent + lift))

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,  # noqa: N803 - Qt's name
        format: QTextFormat,  # noqa: A002 - Qt's name
    ) -> None:
        _ = doc, posInDocument
        picture = self._pictures[format.intProperty(_PLACE)]
        look = format.toCharFormat()
        area = QRectF(rect)
        baseline = area.bottom()
        if look.verticalAlignment() == _MIDDLE:
            baseline = area.center().y() + _lift(look)
        painter.drawImage(QPointF(round(area.left()), round(baseline - picture.ascent)), picture.image)


def picture_of(tex: str, style: Style, color: str, scale: float = 1.0) -> tuple[FormulaPicture | None, bool]:
    """The picture of TeX with its delimiters, if it is there; whether it is still to come."""
    if style.formulas is None:
        return None, False
    display = tex.startswith(("$$", "\\["))
    bare = (tex[2:-2] if display or tex.startswith("\\(") else tex[1:-1]).strip()
    size = round(style.math_px * scale)
    picture = style.formulas.picture(bare, size, color, inline=not display)
    return picture, picture is None and style.formulas.waits_for(bare, size, color, inline=not display)


def _lift(look: QTextCharFormat) -> float:
    return QFontMetricsF(look.font()).xHeight() / 4


def formulas_between(document: QTextDocument, start: int, end: int) -> list[str]:
    """The formulas between two positions as they were written, with their delimiters; a letter U+FFFC as itself."""
    found: list[str] = []
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        for position, text, form in fragments(block):
            tex = str(form.property(_TEX)) if form.objectType() == _OBJECT else ""
            found += [
                tex or letter for at, letter in enumerate(text, position) if letter == "\ufffc" and start <= at < end
            ]
        block = block.next()
    return found
