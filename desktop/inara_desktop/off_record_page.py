"""An empty chat off the record: what is not kept, and what that can't prevent."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from inara_desktop.column import ColumnPage
from inara_desktop.controls import IconLabel, Paragraph, label
from inara_desktop.style import Appearance

__all__ = ["OffRecordPage"]


class OffRecordPage(ColumnPage):
    """Says what off the record means before anything is said."""

    def __init__(self, appearance: Appearance) -> None:
        metrics = appearance.theme.metrics
        super().__init__(metrics, 520)
        self.setObjectName("offRecordPage")
        self.setAccessibleName(self.tr("Empty chat off the record"))
        mark = IconLabel(appearance, "off-record", "private_text", 40)
        heading = label(self.tr("Off the record"), "display")
        heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.column.setSpacing(metrics.gap_m)
        self.column.addWidget(mark, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addWidget(heading)
        self.column.addSpacing(metrics.gap_s)
        for icon, color, words in (
            (
                "check",
                "private_text",
                self.tr("In memory only: no history, no draft, no notes, no journal, no usage. Closing it forgets it."),
            ),
            (
                "check",
                "private_text",
                self.tr("What waits for your consent waits in memory too, and is gone with the conversation."),
            ),
            (
                "info",
                "muted",
                self.tr(
                    "The model still gets your words. One in the cloud may keep them; one on this machine is safer."
                ),
            ),
            (
                "info",
                "muted",
                self.tr("What a tool does with your consent stays done: a file that it writes stays written."),
            ),
        ):
            row = QHBoxLayout()
            row.setSpacing(metrics.gap_m)
            row.addWidget(IconLabel(appearance, icon, color, 18), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Paragraph(words), 1)
            self.column.addLayout(row)
