"""The blanks of a template, to be filled in before it is put into the message."""

from __future__ import annotations

from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from inara_desktop.controls import Paragraph, TextButton, label
from inara_desktop.scrolled import scrolls_in_the_edge
from inara_desktop.style import Appearance
from inara_desktop.visible import visible

if TYPE_CHECKING:
    from inara_engine.face import Template

__all__ = ["BlanksDialog"]

WIDTH_PX = 460


class BlanksDialog(QDialog):
    """`filled` carries the values by name. It stays open until `accept`: what is wrong is said in it. `open()` it.

    `put_in` has what came into a blank at once: pasted, dropped, and not typed.
    """

    filled = Signal(dict)

    def __init__(self, appearance: Appearance, parent: QWidget, template: Template) -> None:
        super().__init__(parent)
        metrics = appearance.theme.metrics
        self._lines: dict[str, QLineEdit] = {}
        self._before: dict[str, str] = {}  # what each said before the last change
        self.put_in: list[str] = []
        self.setObjectName("blanksDialog")
        self.setWindowTitle(visible(template.name)[:80])
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(*metrics.dialog_edges(bar=True))
        column.setSpacing(metrics.gap_m)
        column.addWidget(label(visible(template.name)[:80], "title", wrap=True))
        if template.description:
            about = Paragraph(visible(template.description), "muted")
            about.setContentsMargins(*metrics.beside_bar())
            column.addWidget(about)
        column.addWidget(self._form(appearance, template), 1)
        self._problem = Paragraph()
        self._problem.setObjectName("blanksProblem")
        self._problem.setProperty("tone", "error")
        self._problem.hide()
        column.addWidget(self._problem)
        words = self.tr("Attach") if template.kind == "resource" else self.tr("Put it into the message")
        self.yes = TextButton(appearance, words, kind="primary")
        self.yes.setObjectName("blanksYes")
        self.yes.setDefault(True)
        column.addLayout(self._buttons(appearance))
        self.setMinimumWidth(WIDTH_PX)
        self.resize(WIDTH_PX, min(560, 210 + 72 * len(template.blanks)))
        if self._lines:
            next(iter(self._lines.values())).setFocus()

    def _form(self, appearance: Appearance, template: Template) -> QWidget:
        metrics = appearance.theme.metrics
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 2, 0, 2)
        rows.setSpacing(metrics.gap_xs)
        for blank in template.blanks:
            line = QLineEdit()
            line.setObjectName(f"blank_{blank.name[:60]}")
            line.setAccessibleName(visible(blank.name))
            line.setAccessibleDescription(visible(blank.description))
            line.setPlaceholderText(visible(blank.default))
            line.textEdited.connect(partial(self._on_edited, blank.name))
            rows.addWidget(label(visible(blank.name), "section"))
            rows.addWidget(line)
            if blank.description:
                rows.addWidget(Paragraph(visible(blank.description), "small"))
            rows.addSpacing(metrics.gap_s)
            self._lines[blank.name] = line
        rows.addStretch(1)
        scroll = QScrollArea()
        scroll.setAccessibleName(self.tr("Blanks"))
        scrolls_in_the_edge(scroll, metrics)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        return scroll

    def _buttons(self, appearance: Appearance) -> QHBoxLayout:
        cancel = TextButton(appearance, self.tr("Cancel"))
        buttons = QHBoxLayout()
        metrics = appearance.theme.metrics
        buttons.setContentsMargins(*metrics.beside_bar())
        buttons.setSpacing(metrics.gap_s)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.yes)
        cancel.clicked.connect(self.reject)
        self.yes.clicked.connect(self._on_yes)
        return buttons

    def show_problem(self, text: str) -> None:
        """Say what is wrong, and let the person change it."""
        self._problem.set_text(visible(text)[:500])
        self._problem.show()
        self.yes.setEnabled(True)

    def _on_edited(self, name: str, text: str) -> None:
        before, self._before[name] = self._before.get(name, ""), text
        same = _same_start(before, text)
        after = _same_start(before[same:][::-1], text[same:][::-1])
        if len(new := text[same : len(text) - after]) > 1:
            self.put_in.append(new)

    @Slot()
    def _on_yes(self) -> None:
        self.yes.setEnabled(False)
        self.filled.emit({name: line.text() for name, line in self._lines.items()})


def _same_start(first: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, other, strict=False)))
