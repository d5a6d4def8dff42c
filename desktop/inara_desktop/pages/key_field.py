"""A key beside a form: how it stands, a place to type another one, and forgetting it. Nothing shows one."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from inara_desktop.controls import Paragraph, TextButton, label
from inara_desktop.style import Appearance

__all__ = ["KeyField"]


class KeyField(QWidget):
    """`forgetWanted` asks to take the kept key out of the keyring. `text` is what was typed, "" for nothing.

    `typed` comes when the person is done with it, for where no button keeps it.
    """

    forgetWanted = Signal()
    typed = Signal()

    def __init__(self, appearance: Appearance, title: str, about: str) -> None:
        super().__init__()
        self._line = QLineEdit()
        self._line.setObjectName("editorKey")
        self._line.setAccessibleName(title)
        self._line.setEchoMode(QLineEdit.EchoMode.Password)
        self._line.setPlaceholderText(self.tr("Paste a key to keep it"))
        self.forget = TextButton(appearance, self.tr("Forget key"), kind="quiet")
        self.forget.setObjectName("forgetKey")
        self.forget.hide()
        self._state = Paragraph("", "muted")
        self._state.setObjectName("keyState")
        row = QHBoxLayout()
        row.setSpacing(appearance.theme.metrics.gap_s)
        row.addWidget(self._line, 1)
        row.addWidget(self.forget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(title, "strong"))
        column.addLayout(row)
        column.addWidget(self._state)
        column.addWidget(Paragraph(about, "muted"))
        self.forget.clicked.connect(self.forgetWanted)
        self._line.editingFinished.connect(self._on_edited)
        self.show_state("", stored=False)

    @property
    def text(self) -> str:
        """What was typed."""
        return self._line.text().strip()

    def clear(self) -> None:
        """Forget what was typed."""
        self._line.clear()

    def show_state(self, text: str, *, stored: bool) -> None:
        """How the key stands."""
        self._state.set_text(text)
        self._state.setVisible(bool(text))
        self.forget.setVisible(stored)

    @Slot()
    def _on_edited(self) -> None:
        if self.text:
            self.typed.emit()
