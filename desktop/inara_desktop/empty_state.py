"""An empty chat: a greeting and a few prompts that can be taken and changed before they are sent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout

from inara_desktop.column import ColumnPage
from inara_desktop.controls import TextButton, label
from inara_desktop.style import Appearance

__all__ = ["SAMPLES", "EmptyState"]

SAMPLES: tuple[tuple[str, str, str], ...] = (
    ("folder", "What is in my Documents folder?", "List my Documents folder and tell me what is in it."),
    ("edit", "Write a note for me", "Write a short note about my plans for this week and save it in my Documents."),
    ("search", "Find something in my files", "Search my files for notes about "),
    (
        "sparkles",
        "Explain something to me",
        "Explain how a heat pump works, in five sentences.",
    ),
)


class EmptyState(ColumnPage):
    """Emits `picked` with the words to put into the composer."""

    picked = Signal(str)

    def __init__(self, appearance: Appearance, samples: Sequence[tuple[str, str, str]] = SAMPLES) -> None:
        metrics = appearance.theme.metrics
        super().__init__(metrics, 560)
        self.setObjectName("emptyState")
        self.setAccessibleName(self.tr("Empty chat"))
        greeting = label(self.tr("What can I do for you?"), "display")
        greeting.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        promise = label(self.tr("I run on the model you choose, and ask before I change anything."), "muted", wrap=True)
        promise.setAlignment(Qt.AlignmentFlag.AlignHCenter)

        self._grid = QGridLayout()
        self._grid.setSpacing(metrics.gap_s)
        self._columns = 0
        self._prompts: dict[TextButton, str] = {}
        for place, (icon, words, prompt) in enumerate(samples):
            button = TextButton(appearance, self.tr(words), icon=icon, ink="accent_text", kind="card")
            button.setObjectName(f"sample{place + 1}")
            button.clicked.connect(self._on_clicked)
            self._prompts[button] = self.tr(prompt)

        self.column.setSpacing(metrics.gap_s)
        self.column.addWidget(greeting)
        self.column.addWidget(promise)
        self.column.addSpacing(metrics.gap_l)
        self.column.addLayout(self._grid)
        self._arrange(2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(2 if event.size().width() >= 520 else 1)

    def _arrange(self, columns: int) -> None:
        """The samples in two columns, or in one where it is narrow."""
        if columns == self._columns:
            return
        self._columns = columns
        for place, button in enumerate(self._prompts):
            self._grid.addWidget(button, place // columns, place % columns)
        for each in (0, 1):
            self._grid.setColumnStretch(each, 1 if each < columns else 0)

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, TextButton):
            self.picked.emit(self._prompts[button])
