"""An empty chat: a greeting and a few prompts that can be taken and changed before they are sent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

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


class EmptyState(QWidget):
    """Emits `picked` with the words to put into the composer."""

    picked = Signal(str)

    def __init__(self, appearance: Appearance, samples: Sequence[tuple[str, str, str]] = SAMPLES) -> None:
        super().__init__()
        metrics = appearance.theme.metrics
        self.setObjectName("emptyState")
        greeting = label("What can I do for you?", "display")
        greeting.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        promise = label("I run on the model you choose, and ask before I change anything.", "muted", wrap=True)
        promise.setAlignment(Qt.AlignmentFlag.AlignHCenter)

        grid = QGridLayout()
        grid.setSpacing(metrics.gap_s)
        self._prompts: dict[TextButton, str] = {}
        for place, (icon, words, prompt) in enumerate(samples):
            button = TextButton(appearance, words, icon=icon, ink="accent_text", kind="card")
            button.setObjectName(f"sample{place + 1}")
            button.clicked.connect(self._on_clicked)
            self._prompts[button] = prompt
            grid.addWidget(button, place // 2, place % 2)

        body = QWidget()
        body.setMaximumWidth(620)
        column = QVBoxLayout(body)
        column.setContentsMargins(metrics.gap_xl, 0, metrics.gap_xl, 0)
        column.setSpacing(metrics.gap_s)
        column.addWidget(greeting)
        column.addWidget(promise)
        column.addSpacing(metrics.gap_l)
        column.addLayout(grid)

        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(2)
        outer.addWidget(body, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, TextButton):
            self.picked.emit(self._prompts[button])
