"""The person's own templates: made, changed and deleted. What was typed and not saved stays while it is open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from inara_desktop.controls import ListBox, Paragraph, TextButton, label
from inara_desktop.question import Question
from inara_desktop.room import room_for
from inara_desktop.style import Appearance
from inara_desktop.visible import visible

if TYPE_CHECKING:
    from inara_engine.face import Template

__all__ = ["TemplatesDialog"]

ID = Qt.ItemDataRole.UserRole


class _Typed(NamedTuple):
    """What stands in the fields."""

    name: str = ""
    description: str = ""
    text: str = ""


class TemplatesDialog(QDialog):
    """`saved` carries name, text, description and the id of the one it was; `deleted` an id. `open()` it."""

    saved = Signal(str, str, str, str)
    deleted = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._templates: dict[str, Template] = {}
        self._shown = ""  # the id of the one in the fields; "" a new one
        self._unsaved: dict[str, _Typed] = {}  # by id, of those that are not in the fields
        self._asked: tuple[str, _Typed | None] = "", None  # the one to be saved, and as what; None: to be deleted
        self.setObjectName("templatesDialog")
        self.setWindowTitle(self.tr("Templates"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = ListBox()
        self.list.setObjectName("templatesList")
        self.list.setAccessibleName(self.tr("Your templates"))
        self.list.setFixedWidth(190)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.new = TextButton(appearance, self.tr("New template"), icon="plus", ink="muted", kind="quiet")
        self.new.setObjectName("templateNew")
        self.name = self._line("templateName", self.tr("Name"), 60)
        self.description = self._line("templateDescription", self.tr("What it is for"), 300)
        self.text = QPlainTextEdit()
        self.text.setProperty("kind", "field")
        self.text.setObjectName("templateText")
        self.text.setAccessibleName(self.tr("Text"))
        self.text.setPlaceholderText(self.tr("Write to {{to}} about {{about: the weather}}."))
        self.text.setTabChangesFocus(True)
        self._problem = Paragraph()
        self._problem.setObjectName("templateProblem")
        self._problem.setProperty("tone", "error")
        self._problem.hide()
        self.delete = TextButton(appearance, self.tr("Delete"))
        self.delete.setObjectName("templateDelete")
        self.close_button = TextButton(appearance, self.tr("Close"))
        self.close_button.setObjectName("templatesClose")
        self.save = TextButton(appearance, self.tr("Save"), kind="primary")
        self.save.setObjectName("templateSave")
        self.save.setDefault(True)
        self._lay_out()
        self.resize(room_for(parent, 680, 480))
        self.list.currentItemChanged.connect(self._on_current)
        self.new.clicked.connect(self._on_new)
        self.save.clicked.connect(self._on_save)
        self.delete.clicked.connect(self._on_delete)
        self.close_button.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        metrics = self._appearance.theme.metrics
        left = QVBoxLayout()
        left.setSpacing(metrics.gap_s)
        left.addWidget(self.list, 1)
        left.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)
        right = QVBoxLayout()
        right.setSpacing(metrics.gap_xs)
        for words, widget in ((self.tr("Name"), self.name), (self.tr("What it is for"), self.description)):
            right.addWidget(label(words, "section"))
            right.addWidget(widget)
            right.addSpacing(metrics.gap_xs)
        right.addWidget(label(self.tr("Text"), "section"))
        right.addWidget(self.text, 1)
        right.addWidget(Paragraph(self.tr("{{name}} is a blank, {{name: value}} one that may stay empty."), "small"))
        right.addWidget(self._problem)
        halves = QHBoxLayout()
        halves.setSpacing(metrics.gap_l)
        halves.addLayout(left)
        halves.addLayout(right, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(metrics.gap_s)
        buttons.addWidget(self.delete)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(*metrics.dialog_edges())
        column.setSpacing(metrics.gap_m)
        column.addWidget(label(self.tr("Templates"), "title"))
        column.addLayout(halves, 1)
        column.addLayout(buttons)

    def set_templates(self, templates: Sequence[Template], current: str = "") -> None:
        """Show these, and of them one to change ("": a new one), unless the person has gone on to another one.

        What was to be saved is, or is not wanted; what was typed since then stays.
        """
        self._put_aside()
        self._templates = {template.id: template for template in templates}
        asked, saved = self._asked
        since = self._unsaved.pop(asked, saved)
        if saved is not None and since is not None and since != saved:
            self._unsaved[current] = since
        if self._shown != asked:
            current = self._shown
        self.list.blockSignals(True)
        self.list.clear()
        for template in templates:
            item = QListWidgetItem(visible(template.name))
            item.setData(ID, template.id)
            self.list.addItem(item)
        ids = list(self._templates)
        self.list.setCurrentRow(ids.index(current) if current in ids else -1)
        self.list.blockSignals(False)
        self._show(current if current in ids else "")

    def show_problem(self, text: str) -> None:
        """Say what is wrong with what was to be saved; "" nothing."""
        self._problem.set_text(text)
        self._problem.setVisible(bool(text))

    def _line(self, object_name: str, name: str, most: int) -> QLineEdit:
        made = QLineEdit()
        made.setObjectName(object_name)
        made.setAccessibleName(name)
        made.setMaxLength(most)
        return made

    def _show(self, template_id: str) -> None:
        self._shown = template_id
        typed = self._unsaved.pop(template_id, self._kept(template_id))
        if typed != self._typed():  # else the caret would go to the beginning, under the person's fingers
            self.name.setText(typed.name)
            self.description.setText(typed.description)
            self.text.setPlainText(typed.text)
        self.delete.setVisible(template_id in self._templates)
        self.show_problem("")

    def _kept(self, template_id: str) -> _Typed:
        template = self._templates.get(template_id)
        return _Typed(template.name, template.description, template.text) if template else _Typed()

    def _typed(self) -> _Typed:
        return _Typed(self.name.text(), self.description.text(), self.text.toPlainText())

    def _put_aside(self) -> None:
        typed = self._typed()
        self._unsaved.pop(self._shown, None)
        if typed != self._kept(self._shown):
            self._unsaved[self._shown] = typed

    def reject(self) -> None:
        """Close it; where something is not saved, only if the person says so."""
        self._put_aside()
        if not self._unsaved:
            super().reject()
            return
        text = self.tr("What you typed is not saved yet.")
        question = Question(self._appearance, self, self.tr("Close without saving?"), text, self.tr("Close"))
        question.accepted.connect(self._close)
        question.open()

    @Slot()
    def _close(self) -> None:
        self.done(int(QDialog.DialogCode.Rejected))

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_current(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None:
            self._put_aside()
            self._show(str(item.data(ID)))

    @Slot()
    def _on_new(self) -> None:
        self.list.setCurrentRow(-1)
        self._put_aside()
        self._show("")
        self.name.setFocus()

    @Slot()
    def _on_save(self) -> None:
        typed = self._typed()
        self._asked = self._shown, typed
        self.saved.emit(typed.name, typed.text, typed.description, self._shown)

    @Slot()
    def _on_delete(self) -> None:
        self._asked = self._shown, None
        self.deleted.emit(self._shown)
