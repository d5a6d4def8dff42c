"""A dialog for one entry of a table by name: a model, a server, a schedule, a hook."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from inara_desktop.controls import Paragraph, TextButton, label
from inara_desktop.pages.table_form import TableForm
from inara_desktop.scrolled import scrolls_in_the_edge
from inara_desktop.style import Appearance

__all__ = ["Editor", "Refusals"]

WIDTH_PX, HEIGHT_PX = 560, 640

Refusals = Sequence[tuple[tuple[str | int, ...], str]]  # what is wrong, by its path in the file


class Editor(QDialog):
    """`saved` carries the name, `form` what is said; it stays open until somebody accepts it. `open()` it.

    What belongs to an entry besides its table goes into `extras`, above the form.
    """

    saved = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget, title: str, form: TableForm, name: str | None) -> None:
        super().__init__(parent)
        metrics = appearance.theme.metrics
        self.appearance = appearance
        self.form = form
        self.original = name or ""
        self.setObjectName("settingsEditor")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.name = QLineEdit(name or "")
        self.name.setObjectName("editorName")
        self.name.setAccessibleName(self.tr("Name"))
        self.name.setPlaceholderText(self.tr("Letters, digits and . _ -"))
        self._name_problem = Paragraph("", "danger")
        self._name_problem.hide()
        self._problem = Paragraph("", "danger")
        self._problem.setObjectName("editorProblem")
        self._problem.hide()
        self.extras = QVBoxLayout()
        self.extras.setSpacing(metrics.gap_s)
        self._lay_out(title)
        room = parent.window().size()
        self.resize(min(WIDTH_PX, max(420, room.width() - 60)), min(HEIGHT_PX, max(360, room.height() - 40)))
        if name:
            self.name.setEnabled(False)  # others name it: roles, keys, conversations
            form.setFocus()
        else:
            self.name.setFocus()

    def _lay_out(self, title: str) -> None:
        appearance, form = self.appearance, self.form
        metrics = appearance.theme.metrics
        inner = QWidget()
        body = QVBoxLayout(inner)
        body.setContentsMargins(0, 0, 0, metrics.gap_s)
        body.setSpacing(metrics.gap_l)
        naming = QVBoxLayout()
        naming.setSpacing(4)
        naming.addWidget(label(self.tr("Name"), "strong"))
        naming.addWidget(self.name)
        naming.addWidget(self._name_problem)
        body.addLayout(self.extras)
        body.addLayout(naming)
        body.addWidget(form)
        body.addStretch(1)
        scroll = QScrollArea()
        scrolls_in_the_edge(scroll, metrics)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        cancel = TextButton(appearance, self.tr("Cancel"))
        cancel.setObjectName("editorCancel")
        self.save = TextButton(appearance, self.tr("Save"), kind="primary")
        self.save.setObjectName("editorSave")
        self.save.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(*metrics.beside_bar())
        buttons.setSpacing(metrics.gap_s)
        buttons.addWidget(self._problem, 1)
        buttons.addStretch(0)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(*metrics.dialog_edges(bar=True))
        column.setSpacing(metrics.gap_m)
        column.addWidget(label(title, "title", wrap=True))
        column.addWidget(scroll, 1)
        column.addLayout(buttons)
        cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._on_save)

    def set_busy(self, busy: bool) -> None:
        """While what was saved is being written."""
        self.save.setEnabled(not busy)

    def refuse(self, prefix: tuple[str | int, ...], refusals: Refusals) -> None:
        """Say what is wrong, each beside its field; `prefix` leads to this entry."""
        self.set_busy(False)
        mine: dict[str, str] = {}
        others: list[str] = []
        for path, text in refusals:
            if path == prefix:
                self._tell_name(text)
            elif path[: len(prefix)] == prefix:
                mine[".".join(str(step) for step in path[len(prefix) :] if isinstance(step, str))] = text
            else:
                others.append(f"{'.'.join(map(str, path))}: {text}" if path else text)
        others += self.form.show_problems(mine)
        self.tell("\n".join(others))

    def tell(self, text: str) -> None:
        """Say what is wrong with the whole of it; "" for nothing."""
        self.set_busy(False)
        self._problem.set_text(text)
        self._problem.setVisible(bool(text))

    def _tell_name(self, text: str) -> None:
        self._name_problem.set_text(text)
        self._name_problem.setVisible(bool(text))

    @Slot()
    def _on_save(self) -> None:
        name = self.name.text().strip()
        self._tell_name("" if name else self.tr("It needs a name."))
        self.tell("")
        if self.form.check() and name:
            self.set_busy(True)
            self.saved.emit(name)
        elif not name:
            self.name.setFocus()
