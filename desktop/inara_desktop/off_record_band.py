"""The band above a conversation off the record: what that means, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from inara_desktop.controls import ElidedLabel, IconLabel, TextButton, label
from inara_desktop.style import Appearance

__all__ = ["OffRecordBand"]


class OffRecordBand(QFrame):
    """As wide as the conversation; `closeRequested` asks to close and forget it."""

    closeRequested = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        metrics = appearance.theme.metrics
        self.setObjectName("offRecordBand")
        name, promise = self.tr("Off the record"), self.tr("Nothing of this is kept: closing it, or Inara, forgets it.")
        self.setAccessibleName(f"{name}. {promise}")
        words = ElidedLabel(promise)
        close = TextButton(appearance, self.tr("Close and forget"))
        close.setObjectName("offRecordClose")
        close.setToolTip(self.tr("Close and forget (Ctrl+Shift+W)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.gap_l, metrics.gap_s, metrics.gap_m, metrics.gap_s)
        row.setSpacing(metrics.gap_s)
        row.addWidget(IconLabel(appearance, "off-record", "private_text", 20))
        row.addWidget(label(name, "private"))
        row.addSpacing(metrics.gap_xs)
        row.addWidget(words, 1)
        row.addWidget(close)
        close.clicked.connect(self.closeRequested)
