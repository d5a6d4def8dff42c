"""All keys of the window on one card (Ctrl+/)."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inara_desktop.controls import TextButton, label
from inara_desktop.shortcuts import SHORTCUTS, Shortcut, shown, translated
from inara_desktop.style import Appearance
from inara_desktop.wording import translate

__all__ = ["ShortcutsOverlay"]


class ShortcutsOverlay(QDialog):
    """Made from the table that the window binds. `open()` it; Esc closes it."""

    helpRequested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        metrics = appearance.theme.metrics
        self.setObjectName("shortcutsOverlay")
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        close = TextButton(appearance, self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        more = TextButton(appearance, self.tr("Help pages"), icon="help", kind="quiet")
        more.setObjectName("openHelp")
        more.clicked.connect(self.helpRequested)
        more.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(more)
        buttons.addStretch(1)
        buttons.addWidget(close)
        sides = QHBoxLayout()
        sides.setSpacing(metrics.gap_xxl)
        groups = {name: list(group) for name, group in groupby(SHORTCUTS, lambda shortcut: shortcut.group)}
        for names in (("Writing", "Conversations", "Window"), ("Conversation",)):
            side = QVBoxLayout()
            side.setSpacing(metrics.gap_m)
            for name in names:
                side.addWidget(label(translated(name), "section"))
                side.addLayout(_rows(groups[name], metrics.gap_s, metrics.gap_xl))
            side.addStretch(1)
            sides.addLayout(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.gap_xl, metrics.gap_xl, metrics.gap_xl, metrics.gap_l)
        column.setSpacing(metrics.gap_l)
        column.addWidget(label(self.tr("Keyboard shortcuts"), "title"))
        column.addLayout(sides)
        column.addLayout(buttons)


def _rows(shortcuts: list[Shortcut], gap: int, between: int) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(gap)
    grid.setHorizontalSpacing(between)
    grid.setColumnStretch(0, 1)
    for row, shortcut in enumerate(shortcuts):
        keys = translate("ShortcutsOverlay", "  or  ").join(shown(each) for each in shortcut.keys)
        name = label(translated(shortcut.words))
        name.setAccessibleName(f"{translated(shortcut.words)}: {keys}")
        grid.addWidget(name, row, 0)
        grid.addWidget(label(keys, "muted"), row, 1, Qt.AlignmentFlag.AlignRight)
    return grid
