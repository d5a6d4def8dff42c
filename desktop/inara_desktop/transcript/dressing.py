"""The typography of a block's document: line height, headings, inline code, links, formulas; pictures in words."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from inara_desktop.transcript.growing import fragments
from inara_desktop.transcript.inline import FORMULA
from inara_desktop.transcript.inline_math import InlineMath
from inara_desktop.transcript.markdown import BREAK
from inara_desktop.transcript.markers import Marker, take_markers
from inara_desktop.transcript.quoted_tables import dress_tables
from inara_desktop.transcript.style import Style
from inara_desktop.transcript.text import is_upright, utf16_length, utf16_ranges
from inara_desktop.wording import translate

__all__ = ["HEADING_SCALE", "QUOTE_STEP", "dress"]

HEADING_SCALE = (1.6, 1.35, 1.15, 1.0, 1.0, 1.0)
QUOTE_STEP = 16
"""How far one level of a quote moves to the right, in pixels."""

_OPENS, _CLOSES = FORMULA
_QUOTE, _CODE = QTextFormat.Property.BlockQuoteLevel, QTextFormat.Property.BlockCodeFence
_BREAK = re.compile(f" ?{BREAK} ?")


def dress(
    document: QTextDocument, style: Style, *, depth: int, muted: bool = False, quoted: bool = False
) -> tuple[InlineMath | None, list[Marker]]:
    """Make a document that Qt read from Markdown look as the style says; `quoted`: all of it is in a quote.

    Gives its formulas, if it has any, and the signs of its lists, which are left to paint.
    """
    math: InlineMath | None = None
    cursor = QTextCursor(document)
    cursor.beginEditBlock()  # one layout for all changes, not one for each
    cursor.select(QTextCursor.SelectionType.Document)
    whole = QTextBlockFormat()
    whole.setLineHeight(style.theme.line_height * 100 / 1.16, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    whole.setTopMargin(0)
    whole.setBottomMargin(0)
    cursor.mergeBlockFormat(whole)
    block = document.begin()
    first = True
    while block.isValid():
        _break_lines(cursor, block)
        formulas = _dress_block(cursor, block, style, first=first, quoted=quoted)
        for start, text, form in formulas:
            if math is None:
                math = InlineMath(document, style, style.theme.muted if muted else style.theme.text)
            cursor.setPosition(start)
            cursor.setPosition(start + utf16_length(text), QTextCursor.MoveMode.KeepAnchor)
            math.put(cursor, text, form, _scale(block))
        first = False
        block = block.next()
    if quoted:
        dress_tables(document, style, QUOTE_STEP)
    markers = take_markers(document, cursor, depth)
    cursor.endEditBlock()
    return math, markers


def _break_lines(cursor: QTextCursor, block: QTextBlock) -> None:
    """Lines that end within their paragraph; at its end there is nothing to break."""
    text = block.text()
    if BREAK not in text:
        return
    places = [(found.start(), len(found[0])) for found in _BREAK.finditer(text)]
    end = utf16_length(text)
    for start, size in reversed(utf16_ranges(text, places)):
        cursor.setPosition(block.position() + start)
        cursor.setPosition(block.position() + start + size, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText("\u2028" if start + size < end else "")


def _scale(block: QTextBlock) -> float:
    level = block.blockFormat().headingLevel()
    return HEADING_SCALE[min(level, 6) - 1] if level else 1.0


def _dress_block(
    cursor: QTextCursor, block: QTextBlock, style: Style, *, first: bool, quoted: bool
) -> list[tuple[int, str, QTextCharFormat]]:
    """Dress a paragraph; gives its pieces that have formulas in them, the last one first."""
    formulas: list[tuple[int, str, QTextCharFormat]] = []
    look = block.blockFormat()
    quote = _quote_level(block) if quoted else 0
    code = quoted and look.hasProperty(_CODE)
    if quote or not first:
        change = QTextBlockFormat()
        if quote:
            mirrored = block.textDirection() == Qt.LayoutDirection.RightToLeft
            change.setLeftMargin(0 if mirrored else QUOTE_STEP * quote)
            if mirrored:
                change.setRightMargin(QUOTE_STEP * quote)
            change.setProperty(_QUOTE, quote)
        if code:
            change.setBackground(style.sunken)
            change.setRightMargin(0)
            change.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)  # else in stripes
        if not first:
            within = code and block.previous().blockFormat().hasProperty(_CODE)
            change.setTopMargin(0 if within else 4 if block.textList() else 10)
        cursor.setPosition(block.position())
        cursor.mergeBlockFormat(change)
    level = look.headingLevel()
    for start, text, form in reversed(fragments(block)):  # so that replacing one leaves the places of those before it
        if _OPENS in text:
            formulas.append((start, text, _dressed(form, text, style, level, quote, code=code) or form))
        elif changed := _dressed(form, text, style, level, quote, code=code):
            cursor.setPosition(start)
            cursor.setPosition(start + utf16_length(text), QTextCursor.MoveMode.KeepAnchor)
            if changed.isImageFormat():
                _describe(cursor, changed, style)
            else:
                cursor.setCharFormat(changed)
    return formulas


def _quote_level(block: QTextBlock) -> int:
    """How deep in quotes a paragraph is. Qt forgets it of headings: they are where their neighbours are."""
    for near in (block, block.next(), block.previous()):
        if near.isValid() and (level := near.blockFormat().intProperty(_QUOTE)):
            return level
    return 1


def _dressed(
    form: QTextCharFormat, text: str, style: Style, level: int, quote: int, *, code: bool
) -> QTextCharFormat | None:
    if not (level or quote or form.propertyCount()):
        return None  # plain words, as most are
    if form.isImageFormat():
        return form
    changed = False
    if level:
        form.clearProperty(QTextFormat.Property.FontSizeAdjustment)
        size = round(style.theme.text_px * HEADING_SCALE[min(level, 6) - 1])
        form.setProperty(QTextFormat.Property.FontPixelSize, size)
        form.setFontWeight(600)
        changed = True
    if form.fontItalic() and is_upright(text):
        form.setFontItalic(False)
        form.setFontWeight(600)
        changed = True
    if form.fontFixedPitch() or code:
        form.merge(style.inline_code)
        form.setProperty(QTextFormat.Property.FontPixelSize, style.theme.code_px + (level > 0 and 2))
        form.setBackground(style.sunken)
        changed = True
    if form.isAnchor():
        form.merge(style.link_look)
        changed = True
    elif quote:
        form.setForeground(style.muted)
        changed = True
    return form if changed else None


def _describe(cursor: QTextCursor, form: QTextCharFormat, style: Style) -> None:
    """A picture's place taken by its description, as a link to where it is."""
    picture = form.toImageFormat()
    words = picture.stringProperty(QTextFormat.Property.ImageAltText) or picture.name()
    words = words.replace(_OPENS, "").replace(_CLOSES, "")
    chip = QTextCharFormat()
    chip.setAnchor(True)
    chip.setAnchorHref(form.anchorHref() or picture.name())
    chip.setForeground(style.link)
    chip.setBackground(style.sunken)
    said = translate("ProseBlock", "Image: {words}").format(words=words)
    cursor.insertText(f"\u00a0{said}\u00a0", chip)
