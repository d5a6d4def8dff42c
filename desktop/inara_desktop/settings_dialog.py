"""The settings: a list of pages, each made when it is first looked at.

What is changed on a page is applied at once; there is nothing to confirm and nothing to forget.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from inara_desktop.controls import TextButton, label
from inara_desktop.pages.page import Page
from inara_desktop.reading_order import step
from inara_desktop.room import room_for
from inara_desktop.style import Appearance
from inara_engine.settings import Settings

__all__ = ["Entry", "SettingsDialog"]

WIDTH_PX, HEIGHT_PX = 900, 720  # at least, where the window has room
AROUND_PX = 158  # beside the list: heading, buttons, edges
LIST_PX = 164
ROW_PX, HEADING_PX = 28, 30
LEAP = 6  # pages that Page Up and Page Down pass


class Entry(NamedTuple):
    """A page in the list, or, where nothing makes one, a heading. `key` names it for who opens the settings at it."""

    key: str
    title: str
    make: Callable[[], Page] | None = None


class SettingsDialog(QDialog):
    """`open()` it; Esc closes it."""

    fileWanted = Signal()

    def __init__(self, appearance: Appearance, settings: Settings, entries: Sequence[Entry], parent: QWidget) -> None:
        super().__init__(parent)
        metrics = appearance.theme.metrics
        self._settings = settings
        self._entries = tuple(entries)
        self._made: dict[str, Page] = {}
        self.setObjectName("settingsDialog")
        self.setWindowTitle(self.tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pages = _PageList()
        self.pages.setObjectName("settingsPages")
        self.pages.setAccessibleName(self.tr("Pages"))
        self.pages.setFixedWidth(LIST_PX)
        self._stack = QStackedWidget()
        for entry in self._entries:
            item = QListWidgetItem(entry.title, self.pages)
            item.setSizeHint(QSize(0, ROW_PX if entry.make else HEADING_PX))
            if entry.make is None:
                _as_heading(item, appearance)
        body = QHBoxLayout()
        body.setSpacing(metrics.gap_l)
        body.addWidget(self.pages)
        body.addWidget(self._stack, 1)
        edit = TextButton(appearance, self.tr("Open the file…"), kind="quiet")
        edit.setObjectName("settingsFile")
        edit.setAccessibleDescription(self.tr("config.toml has these settings and all others, with their words"))
        edit.clicked.connect(self.fileWanted)
        close = TextButton(appearance, self.tr("Close"), kind="primary")
        close.setObjectName("settingsClose")
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(*metrics.beside_bar())
        buttons.addWidget(edit)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(*metrics.dialog_edges(bar=True))
        column.setSpacing(metrics.gap_m)
        column.addWidget(label(self.tr("Settings"), "title"))
        column.addLayout(body, 1)
        column.addLayout(buttons)
        rows = sum(self.pages.item(row).sizeHint().height() for row in range(self.pages.count()))
        self.resize(room_for(parent, WIDTH_PX, max(HEIGHT_PX, rows + AROUND_PX)))
        self.pages.currentRowChanged.connect(self._on_row)
        self.pages.setCurrentRow(next(row for row, entry in enumerate(self._entries) if entry.make))
        self.pages.setFocus()

    def set_settings(self, settings: Settings) -> None:
        """Show what is in force, on every page there is."""
        self._settings = settings
        for page in self._made.values():
            page.set_settings(settings)

    def show_page(self, key: str) -> None:
        """Go to a page."""
        self.pages.setCurrentRow(next(row for row, entry in enumerate(self._entries) if entry.key == key))

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        return step(self, forward=next)

    @Slot(int)
    def _on_row(self, row: int) -> None:
        entry = self._entries[row]
        page = self._made.get(entry.key)
        if page is None:
            if entry.make is None:
                return
            page = self._made[entry.key] = entry.make()
            page.set_settings(self._settings)
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)


class _PageList(QListWidget):
    """Keys go from page to page, over the headings: Qt's own would stop at one for Home, and show nothing."""

    def moveCursor(
        self,
        cursorAction: QAbstractItemView.CursorAction,  # noqa: N803 - Qt's name
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        del modifiers
        rows = [row for row in range(self.count()) if self.item(row).flags() & Qt.ItemFlag.ItemIsEnabled]
        here = rows.index(self.currentRow()) if self.currentRow() in rows else 0
        move = QAbstractItemView.CursorAction
        match cursorAction:
            case move.MoveHome:
                there = 0
            case move.MoveEnd:
                there = len(rows) - 1
            case move.MoveUp | move.MoveLeft | move.MovePrevious:
                there = here - 1
            case move.MovePageUp:
                there = here - LEAP
            case move.MovePageDown:
                there = here + LEAP
            case _:
                there = here + 1
        row = rows[max(0, min(there, len(rows) - 1))]
        if row == rows[0]:
            self.scrollToTop()  # the heading above it too
        return self.model().index(row, 0)


def _as_heading(item: QListWidgetItem, appearance: Appearance) -> None:
    """Words above a group, which nobody can choose."""
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
    font = item.font()
    font.setPixelSize(appearance.theme.type.small)
    font.setWeight(QFont.Weight.DemiBold)
    item.setFont(font)
