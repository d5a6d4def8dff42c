"""The settings: a list of pages, each made when it is first looked at.

What is changed on a page is applied at once; there is nothing to confirm and nothing to forget.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from inara_desktop.controls import TextButton, label
from inara_desktop.pages.page import Page
from inara_desktop.room import room_for
from inara_desktop.style import Appearance
from inara_engine.settings import Settings

__all__ = ["Entry", "SettingsDialog"]

WIDTH_PX, HEIGHT_PX = 900, 720
LIST_PX = 164


class Entry(NamedTuple):
    """A page in the list. `key` names it for who opens the settings at it."""

    key: str
    title: str
    make: Callable[[], Page]


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
        self.pages = QListWidget()
        self.pages.setObjectName("settingsPages")
        self.pages.setAccessibleName(self.tr("Pages"))
        self.pages.setFixedWidth(LIST_PX)
        self._stack = QStackedWidget()
        for entry in self._entries:
            QListWidgetItem(entry.title, self.pages).setSizeHint(QSize(0, metrics.control))
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
        buttons.addWidget(edit)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.gap_xl, metrics.gap_xl, metrics.gap_xl, metrics.gap_l)
        column.setSpacing(metrics.gap_m)
        column.addWidget(label(self.tr("Settings"), "title"))
        column.addLayout(body, 1)
        column.addLayout(buttons)
        self.resize(room_for(parent, WIDTH_PX, HEIGHT_PX))
        self.pages.currentRowChanged.connect(self._on_row)
        self.pages.setCurrentRow(0)
        self.pages.setFocus()

    def set_settings(self, settings: Settings) -> None:
        """Show what is in force, on every page there is."""
        self._settings = settings
        for page in self._made.values():
            page.set_settings(settings)

    @Slot(int)
    def _on_row(self, row: int) -> None:
        entry = self._entries[row]
        page = self._made.get(entry.key)
        if page is None:
            page = self._made[entry.key] = entry.make()
            page.set_settings(self._settings)
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
