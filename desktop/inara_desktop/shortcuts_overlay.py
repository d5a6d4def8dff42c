"""All keys of the window on one card (Ctrl+/)."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from inara_desktop.controls import TextButton, label
from inara_desktop.room import room_for
from inara_desktop.scrolled import scrolls_in_the_edge
from inara_desktop.shortcuts import SHORTCUTS, Shortcut, all_shown, translated
from inara_desktop.style import Appearance

__all__ = ["ShortcutsOverlay"]

SIDES = (("Writing", "Window"), ("Conversation", "Conversations"))
NARROW_PX = 960  # a window that has no room for both sides


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
        buttons.setContentsMargins(*metrics.beside_bar())
        buttons.addWidget(more)
        buttons.addStretch(1)
        buttons.addWidget(close)
        keys = QWidget()
        sides = QHBoxLayout(keys)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(metrics.gap_xxl)
        groups = {name: list(group) for name, group in groupby(SHORTCUTS, lambda shortcut: shortcut.group)}
        for names in SIDES if parent.width() > NARROW_PX else (sum(SIDES, ()),):
            side = QVBoxLayout()
            side.setSpacing(metrics.gap_m)
            for name in names:
                if side.count():
                    side.addSpacing(metrics.gap_s)
                side.addWidget(label(translated(name), "section"))
                side.addLayout(_rows(groups[name], metrics.gap_s, metrics.gap_xl))
            side.addStretch(1)
            sides.addLayout(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(*metrics.dialog_edges(bar=True))
        column.setSpacing(metrics.gap_l)
        column.addWidget(label(self.tr("Keyboard shortcuts"), "title"))
        scroll = QScrollArea()
        scrolls_in_the_edge(scroll, metrics)
        scroll.setWidget(keys)
        column.addWidget(scroll, 1)
        column.addLayout(buttons)
        margins = column.contentsMargins()
        around = self.minimumSizeHint().height() - scroll.minimumSizeHint().height()
        wanted = keys.sizeHint()
        width = wanted.width() + margins.left() + margins.right() + metrics.beside_bar()[2]
        self.resize(room_for(parent, width, wanted.height() + around))
        close.setFocus()


def _rows(shortcuts: list[Shortcut], gap: int, between: int) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(gap)
    grid.setHorizontalSpacing(between)
    grid.setColumnStretch(0, 1)
    for row, shortcut in enumerate(shortcuts):
        keys = all_shown(shortcut.keys)
        name = label(translated(shortcut.words))
        name.setAccessibleName(f"{translated(shortcut.words)}: {keys}")
        grid.addWidget(name, row, 0)
        grid.addWidget(label(keys, "muted"), row, 1, Qt.AlignmentFlag.AlignRight)
    return grid
