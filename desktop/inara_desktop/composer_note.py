"""The line in the composer that says where what is typed will go, where that is not simply the end."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inara_desktop.controls import ElidedLabel, IconButton, IconLabel
from inara_desktop.style import Appearance

__all__ = ["ComposerNote"]


class ComposerNote(QWidget):
    """Words with an icon, and a button to get out of it."""

    closed = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        metrics = appearance.theme.metrics
        self.setObjectName("composerNote")
        self._words = ElidedLabel("", "small")
        close = IconButton(appearance, "cross", self.tr("Cancel"), edge_px=28, tip=self.tr("Cancel (Esc)"))
        close.setObjectName("composerNoteCancel")
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.gap_s, 0, 0, 0)
        row.setSpacing(metrics.gap_s)
        row.addWidget(IconLabel(appearance, "edit", "accent_text", 14))
        row.addWidget(self._words, 1)
        row.addWidget(close)
        close.clicked.connect(self.closed)

    def set_words(self, words: str) -> None:
        """What it says."""
        self._words.set_text(words)
        self.setAccessibleName(words)
