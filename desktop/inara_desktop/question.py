"""A short question before something is done. Opened without a loop of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from inara_desktop.controls import Paragraph, TextButton, label
from inara_desktop.style import Appearance

__all__ = ["Question"]


class Question(QDialog):
    """Yes means `accepted`. The harmless answer is the default; Esc is a no. `open()` it.

    `detail` is shown below, word for word. `harmless`: nothing is lost by a yes.
    """

    def __init__(
        self,
        appearance: Appearance,
        parent: QWidget,
        title: str,
        text: str,
        yes: str,
        *,
        detail: str = "",
        harmless: bool = False,
    ) -> None:
        super().__init__(parent)
        metrics = appearance.theme.metrics
        self.setObjectName("question")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        heading = label(title, "title", wrap=True)
        words = Paragraph(text, "muted")
        self.no = TextButton(appearance, self.tr("Cancel"))
        self.no.setObjectName("questionNo")
        self.no.setDefault(True)
        self.yes = TextButton(appearance, yes, kind="primary" if harmless else "danger")
        self.yes.setObjectName("questionYes")
        buttons = QHBoxLayout()
        buttons.setSpacing(metrics.gap_s)
        buttons.addStretch(1)
        buttons.addWidget(self.no)
        buttons.addWidget(self.yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(*metrics.dialog_edges())
        column.setSpacing(metrics.gap_m)
        column.addWidget(heading)
        column.addWidget(words)
        if detail:
            said = Paragraph(detail, "small")
            said.setObjectName("questionDetail")
            column.addWidget(said)
        column.addSpacing(metrics.gap_s)
        column.addLayout(buttons)
        self.setMinimumWidth(420)
        self.no.clicked.connect(self.reject)
        self.yes.clicked.connect(self.accept)
        self.no.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Words that wrap know their height once they have their font and their width."""
        super().showEvent(event)
        if layout := self.layout():
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))
