"""Fonts, metrics, colours and formats made once from a theme and shared by everything that paints."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPen, QTextCharFormat, QTextFormat
from PySide6.QtWidgets import QApplication

from inara_desktop.transcript.theme import TranscriptTheme

if TYPE_CHECKING:
    from inara_desktop.transcript.formula import Formulas
    from inara_desktop.transcript.pictures import Pictures

__all__ = ["Style"]

_MATH_X_HEIGHT = 0.479  # of the letters in formulas, a pixel of size: they are as high as the text's beside them


class Style:
    """A theme turned into Qt values. A new theme is a new style: layouts keep the style they were made with."""

    def __init__(
        self, theme: TranscriptTheme, formulas: Formulas | None = None, pictures: Pictures | None = None
    ) -> None:
        self.theme = theme
        self.formulas = formulas
        self.pictures = pictures
        self.body = _font(theme.family, theme.text_px)
        self.small = _font(theme.family, theme.small_px)
        self.strong = _font(theme.family, theme.text_px - 1, weight=QFont.Weight.DemiBold)
        self.label = _font(theme.family, theme.small_px, weight=QFont.Weight.DemiBold)
        self.card = _font(theme.family, theme.text_px - 1)
        self.mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        if theme.mono_family:
            self.mono.setFamily(theme.mono_family)
        self.mono.setPixelSize(theme.code_px)
        self.mono.setStyleHint(QFont.StyleHint.Monospace)
        for ligature in ("calt", "liga"):  # code is read character by character: `->` is no arrow, `!=` two signs
            self.mono.setFeature(QFont.Tag(ligature), 0)
        self.inline_code = QTextCharFormat()  # what makes words code within a text
        self.inline_code.setFont(
            self.mono, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly
        )
        self.inline_code.clearProperty(QTextFormat.Property.FontPixelSize)
        self.body_metrics = QFontMetricsF(self.body)
        self.small_metrics = QFontMetricsF(self.small)
        self.strong_metrics = QFontMetricsF(self.strong)
        self.label_metrics = QFontMetricsF(self.label)
        self.mono_metrics = QFontMetricsF(self.mono)
        self.leading = theme.line_height / 1.16 - 1  # the space below a line, of the line's own height
        self.line_px = ceil(self.body_metrics.height() * theme.line_height / 1.16)
        self.code_line_px = ceil(self.mono_metrics.height() * 1.3)
        self.list_indent = 2 * theme.text_px  # of one level
        self.char_px = self.body_metrics.averageCharWidth()
        self.math_px = max(theme.text_px, round(self.body_metrics.xHeight() / _MATH_X_HEIGHT))
        self.code_char_px = self.mono_metrics.horizontalAdvance("x")
        self.background = QColor(theme.background)
        self.card_fill = QColor(theme.card)
        self.sunken = QColor(theme.sunken)
        self.border = QColor(theme.border)
        self.text = QColor(theme.text)
        self.muted = QColor(theme.muted)
        self.accent = QColor(theme.accent)
        self.on_accent = QColor(theme.on_accent)
        self.bubble = QColor(theme.bubble)
        self.link = QColor(theme.link)
        self.selection = QColor(theme.selection)
        self.found = QColor(theme.found)
        self.found_current = QColor(theme.found_current)
        self.success = QColor(theme.success)
        self.warning = QColor(theme.warning)
        self.danger = QColor(theme.danger)
        self.border_pen = QPen(self.border, 1)
        self.link_look = _link_look(self.link, self.tint(self.link, 0.4))
        self.thumb = self.tint(self.muted, 0.4)
        self.code_formats = {
            name: _format(color)
            for name, color in (
                ("keyword", theme.keyword),
                ("string", theme.string),
                ("number", theme.number),
                ("comment", theme.comment),
                ("function", theme.function),
                ("added", theme.success),
                ("removed", theme.danger),
            )
        }

    def tint(self, color: QColor, share: float) -> QColor:
        """`color` laid thinly over the background."""
        base = self.background
        return QColor(
            *(
                round(a * share + b * (1 - share))
                for a, b in (
                    (color.red(), base.red()),
                    (color.green(), base.green()),
                    (color.blue(), base.blue()),
                )
            )
        )


def _font(family: str, size_px: int, *, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(QApplication.font())
    if family:
        font.setFamily(family)
    font.setPixelSize(size_px)
    font.setWeight(weight)
    return font


def _format(color: str) -> QTextCharFormat:
    """Nothing is italic: slanted type of fixed width lacks whole scripts, which then are boxes."""
    made = QTextCharFormat()
    made.setForeground(QColor(color))
    return made


def _link_look(color: QColor, line: QColor) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(color)
    look.setFontUnderline(True)
    look.setUnderlineColor(line)
    return look
