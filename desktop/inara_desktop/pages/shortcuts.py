"""The page of the keys: the one that works everywhere, to be changed, and all of the window's own."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QKeySequenceEdit

from inara_desktop.controls import IconButton, Paragraph, TextButton, label
from inara_desktop.pages.page import Card, Page
from inara_desktop.shortcuts import SHORTCUTS, all_shown, translated
from inara_desktop.style import Appearance, mono_font
from inara_desktop.wrap_row import WrapRow
from inara_engine.settings import Settings

__all__ = ["ShortcutsPage"]


class ShortcutsPage(Page):
    """`chosen` carries the keys of the quick prompt, "" for none; `askedAgain`: the desktop shall be asked again."""

    chosen = Signal(str)
    askedAgain = Signal()

    def __init__(self, appearance: Appearance, command: str) -> None:
        super().__init__(appearance, "shortcutsPage")
        self.setAccessibleName(self.tr("Shortcuts"))
        self._command = command
        self.keys = QKeySequenceEdit()
        self.keys.setObjectName("quickKeys")
        self.keys.setAccessibleName(self.tr("Keys of the quick prompt"))
        self.keys.setMaximumSequenceLength(1)
        self.keys.setMinimumWidth(200)
        none = TextButton(appearance, self.tr("No keys"), kind="quiet")
        none.setObjectName("noQuickKeys")
        self._state = Paragraph("", "muted")
        self._state.setObjectName("quickState")
        row = WrapRow(appearance.theme.metrics.gap_s)
        row.addWidget(self.keys)
        row.addWidget(none)
        self._again = TextButton(appearance, self.tr("Ask the desktop again"), kind="quiet")
        self._again.setObjectName("askForKeysAgain")
        self._again.hide()
        row.addWidget(self._again)
        everywhere = Card(appearance, "globalShortcut")
        everywhere.column.addWidget(label(self.tr("From everywhere: the quick prompt"), "strong"))
        everywhere.column.addLayout(row)
        everywhere.column.addWidget(self._state)
        everywhere.column.addLayout(self._binding())
        self.column.addWidget(everywhere)
        for group, entries in groupby(SHORTCUTS, lambda one: one.group):
            self.column.addWidget(label(translated(group), "section"))
            grid = QGridLayout()
            grid.setVerticalSpacing(appearance.theme.metrics.gap_xs)
            for number, one in enumerate(entries):
                grid.addWidget(Paragraph(translated(one.words)), number, 0)
                keys = label(all_shown(one.keys), "muted")
                grid.addWidget(keys, number, 1, Qt.AlignmentFlag.AlignRight)
            grid.setColumnStretch(0, 1)
            self.column.addLayout(grid)
        self.keys.editingFinished.connect(self._on_keys)
        none.clicked.connect(self._on_none)
        self._again.clicked.connect(self.askedAgain)

    def set_settings(self, settings: Settings) -> None:
        with QSignalBlocker(self.keys):
            self.keys.setKeySequence(QKeySequence.fromString(settings.desktop.quick_shortcut))

    def show_state(self, problem: str, words: str = "", *, can_ask: bool = False) -> None:
        """Why the keys don't work here, "" where they do; else what there is to know of them."""
        self._state.set_text(problem or words)
        self._state.setVisible(bool(problem or words))
        self._again.setVisible(can_ask)
        self._state.setProperty("kind", "danger" if problem else "muted")
        self._state.style().polish(self._state)

    def _binding(self) -> QHBoxLayout:
        row = QHBoxLayout()
        words = self.tr("Where a desktop gives its keys to no program, bind this command in its settings:")
        row.addWidget(Paragraph(words, "small"), 1)
        command = label(self._command)
        command.setObjectName("quickCommand")
        command.setFont(mono_font(self.appearance.theme))
        command.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(command)
        copy = IconButton(self.appearance, "copy", self.tr("Copy the command"))
        copy.setObjectName("copyQuickCommand")
        copy.clicked.connect(self._on_copy)
        row.addWidget(copy)
        return row

    @Slot()
    def _on_keys(self) -> None:
        self.chosen.emit(self.keys.keySequence().toString(QKeySequence.SequenceFormat.PortableText))

    @Slot()
    def _on_none(self) -> None:
        self.keys.clear()
        self.chosen.emit("")

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._command)
        self.tell(self.tr("The command is in the clipboard."))
