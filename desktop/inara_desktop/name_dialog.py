"""Asks for a name: one line, one button. Opened without a loop of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from inara_desktop.controls import Paragraph, TextButton, label
from inara_desktop.style import Appearance

__all__ = ["NameDialog"]


class NameDialog(QDialog):
    """`named` carries what was typed; Esc and Cancel say nothing. `open()` it."""

    named = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget, title: str, text: str, yes: str) -> None:
        super().__init__(parent)
        metrics = appearance.theme.metrics
        self.setObjectName("nameDialog")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field = QLineEdit()
        self.field.setObjectName("nameField")
        self.field.setAccessibleName(self.tr("Name"))
        self.field.setPlaceholderText(self.tr("Name"))
        self.field.setMaxLength(80)
        self.no = TextButton(appearance, self.tr("Cancel"))
        self.yes = TextButton(appearance, yes, kind="primary")
        self.yes.setObjectName("nameYes")
        self.yes.setDefault(True)
        self.yes.setEnabled(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(metrics.gap_s)
        buttons.addStretch(1)
        buttons.addWidget(self.no)
        buttons.addWidget(self.yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(*metrics.dialog_edges())
        column.setSpacing(metrics.gap_m)
        column.addWidget(label(title, "title", wrap=True))
        column.addWidget(Paragraph(text, "muted"))
        column.addWidget(self.field)
        column.addSpacing(metrics.gap_s)
        column.addLayout(buttons)
        self.setMinimumWidth(380)
        self.no.clicked.connect(self.reject)
        self.yes.clicked.connect(self.accept)
        self.field.textChanged.connect(self._on_text)
        self.accepted.connect(self._on_accepted)
        self.field.setFocus()

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self.yes.setEnabled(bool(text.strip()))

    @Slot()
    def _on_accepted(self) -> None:
        self.named.emit(self.field.text().strip())
