"""Tables within a quote: they are part of the quote's document, where other tables are blocks of their own."""

from __future__ import annotations

from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextTable,
    QTextTableFormat,
)

from inara_desktop.transcript.style import Style

__all__ = ["dress_tables"]

_PAD = 6


def dress_tables(document: QTextDocument, style: Style, left: int) -> None:
    """Give the tables of a document thin lines and a ground for their heads, `left` pixels from its edge.

    Qt puts what it knows of the quote, and an empty paragraph, into the first cell.
    """
    for table in document.rootFrame().childFrames():
        if not isinstance(table, QTextTable):
            continue
        look = QTextTableFormat(table.format().toTableFormat())
        look.setBorder(1)
        look.setBorderCollapse(True)
        look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        look.setBorderBrush(style.border)
        look.setCellPadding(_PAD)
        look.setCellSpacing(0)
        look.setLeftMargin(left)
        look.setTopMargin(8)
        look.setBottomMargin(4)
        table.setFormat(look)
        for row in range(table.rows()):
            for column in range(table.columns()):
                _dress_cell(table, row, column, style)


def _dress_cell(table: QTextTable, row: int, column: int, style: Style) -> None:
    cell = table.cellAt(row, column)
    cursor = cell.firstCursorPosition()
    if not cursor.block().text() and cursor.block() != cell.lastCursorPosition().block():
        cursor.deleteChar()
    cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
    plain = QTextBlockFormat()
    plain.setAlignment(cursor.blockFormat().alignment())
    cursor.setBlockFormat(plain)
    if row == 0:
        strong = QTextCharFormat()
        strong.setFontWeight(QFont.Weight.DemiBold)
        cursor.mergeCharFormat(strong)
        ground = cell.format()
        ground.setBackground(style.sunken)
        cell.setFormat(ground)
