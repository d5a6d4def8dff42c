"""The page of the personas: their files with editor and preview, and what of them goes into a prompt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidgetItem, QVBoxLayout

from inara_desktop.controls import Choice, ListBox, Paragraph, PickerButton, TextButton, label
from inara_desktop.pages.markdown_editor import MarkdownEditor
from inara_desktop.pages.page import Card, Page
from inara_desktop.style import Appearance
from inara_desktop.wording import number

__all__ = ["FileItem", "PersonasPage"]

LIST_PX = 150
ROW_PX = 46
TIERS = range(4)


class FileItem(NamedTuple):
    """A file of a persona. `tier` is from which on it goes along, `budget` the tokens it may take."""

    path: str
    text: str
    tier: int
    tokens: int
    budget: int
    built_in: bool = False
    problem: str = ""


class PersonasPage(Page):
    """See the module. `editor` emits what is written."""

    personaChosen = Signal(str)
    newWanted = Signal()
    paperWanted = Signal()
    removeWanted = Signal(str)  # a paper
    answersWanted = Signal(str)  # let this persona answer
    tierChosen = Signal(int)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "personasPage")
        self.setAccessibleName(self.tr("Personas"))
        self._files: dict[str, FileItem] = {}
        self.persona = ""
        self.picker = PickerButton(appearance, self.tr("Persona"))
        self.picker.setObjectName("personaOfPage")
        self.answers = TextButton(appearance, self.tr("Let it answer"), kind="quiet")
        self.answers.setObjectName("personaAnswers")
        new = TextButton(appearance, self.tr("New persona…"), icon="plus", ink="muted", kind="quiet")
        new.setObjectName("newPersona")
        self.files = ListBox()
        self.files.setObjectName("personaFiles")
        self.files.setAccessibleName(self.tr("Files"))
        self.files.setFixedWidth(LIST_PX)
        self.editor = MarkdownEditor(appearance, "persona")
        self.paper = TextButton(appearance, self.tr("New paper…"), icon="plus", ink="muted", kind="quiet")
        self.paper.setObjectName("newPaper")
        self.remove = TextButton(appearance, self.tr("Take away…"), kind="quiet")
        self.remove.setObjectName("removePaper")
        for button in (self.answers, self.remove):  # until it is known whose they are
            button.hide()
        self._tiers = [TextButton(appearance, str(tier), kind="quiet") for tier in TIERS]
        self._total = QLabel()
        self._parts = Paragraph("", "muted")
        self._parts.setObjectName("personaPrompt")
        self._lay_out(new)
        self.picker.chosen.connect(self.personaChosen)
        self.answers.clicked.connect(self._on_answers)
        new.clicked.connect(self.newWanted)
        self.paper.clicked.connect(self.paperWanted)
        self.remove.clicked.connect(self._on_remove)
        self.files.currentItemChanged.connect(self._on_file)
        for button in self._tiers:
            button.clicked.connect(self._on_tier)

    def show_personas(self, names: Sequence[str], shown: str, answers: str) -> None:
        """Which there are, which is shown, which answers."""
        if shown != self.persona:
            self.editor.keep()
            self._files = {}
            self.files.clear()
        self.persona = shown
        words = self.tr("{name} (answers)")
        choices = [Choice(name, words.format(name=name) if name == answers else name, "user") for name in names]
        self.picker.set_choices(choices, shown)
        self.answers.setVisible(shown != answers)

    def show_files(self, files: Sequence[FileItem], select: str = "") -> None:
        """The files of the persona shown."""
        before = select or self.editor.path
        self._files = {file.path: file for file in files}
        self.files.blockSignals(True)
        self.files.clear()
        for file in files:
            tokens = self.tr("{tokens} of {budget} tokens").format(
                tokens=number(file.tokens), budget=number(file.budget)
            )
            item = QListWidgetItem(f"{file.path}\n{number(file.tokens)} / {number(file.budget)}", self.files)
            item.setData(Qt.ItemDataRole.UserRole, file.path)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{file.path}, {tokens}")
            item.setSizeHint(QSize(0, ROW_PX))
            if file.problem:
                item.setIcon(self.appearance.icons.icon("warning", self.appearance.theme.colors.warning, 16))
        paths = list(self._files)
        self.files.setCurrentRow(paths.index(before) if before in paths else 0)
        self.files.blockSignals(False)
        self._show(self._files[before if before in paths else paths[0]])

    def show_prompt(self, tier: int, tokens: int, text: str) -> None:
        """What of the persona a model is told at a tier."""
        for at, button in enumerate(self._tiers):
            button.setProperty("open", "true" if at == tier else "false")
            button.style().polish(button)
            button.setAccessibleName(self.tr("Tier {number}").format(number=at))
            button.setAccessibleDescription(self.tr("shown") if at == tier else "")
        self._total.setText(self.tr("{tokens} tokens at tier {tier}").format(tokens=number(tokens), tier=tier))
        self._parts.set_text(text or self.tr("Nothing: the model is told neither who it is nor who you are."))

    def _lay_out(self, new: TextButton) -> None:
        metrics = self.appearance.theme.metrics
        top = QHBoxLayout()
        top.setSpacing(metrics.gap_xs)
        for widget in (self.picker, self.answers):
            top.addWidget(widget)
        top.addStretch(1)
        top.addWidget(new)
        left = QVBoxLayout()
        left.setSpacing(metrics.gap_xs)
        left.addWidget(self.files, 1)
        left.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignLeft)
        left.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        body = QHBoxLayout()
        body.setSpacing(metrics.gap_m)
        body.addLayout(left)
        body.addWidget(self.editor, 1)
        about = self.tr(
            "A persona is a folder of Markdown files, for any editor. What stands in <!-- … --> is told to nobody."
        )
        prompt = Card(self.appearance, "personaTold")
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(label(self.tr("In the prompt, by tier"), "strong"))
        row.addSpacing(metrics.gap_s)
        for button in self._tiers:
            button.setFixedWidth(40)
            row.addWidget(button)
        row.addStretch(1)
        prompt.column.addLayout(row)
        prompt.column.addWidget(self._total)
        prompt.column.addWidget(self._parts)
        self.column.addWidget(Paragraph(about, "muted"))
        self.column.addLayout(top)
        self.column.addLayout(body)
        self.column.addWidget(prompt)

    def _show(self, file: FileItem) -> None:
        about = self.tr("from tier {tier} on").format(tier=file.tier)
        if file.built_in:
            about = self.tr("as it came; write, and it is yours")
        self.editor.show_file(file.path, file.text, about, file.problem)
        self.remove.setVisible(file.path.startswith("papers/"))

    @Slot()
    def _on_file(self) -> None:
        item = self.files.item(self.files.currentRow())
        if self.files.currentRow() >= 0 and (file := self._files.get(str(item.data(Qt.ItemDataRole.UserRole)))):
            self.editor.keep()
            self._show(file)

    @Slot()
    def _on_answers(self) -> None:
        self.answersWanted.emit(self.persona)

    @Slot()
    def _on_remove(self) -> None:
        self.removeWanted.emit(self.editor.path)

    @Slot()
    def _on_tier(self) -> None:
        self.tierChosen.emit(next(tier for tier, button in enumerate(self._tiers) if button is self.sender()))
