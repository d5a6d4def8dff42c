"""The page of the memory: what is remembered at each level, the journal, and what distilling would change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout

from inara_desktop.controls import Choice, Paragraph, PickerButton, TextButton, label
from inara_desktop.pages.markdown_editor import MarkdownEditor
from inara_desktop.pages.page import Card, Page, clear
from inara_desktop.pages.personas import FileItem
from inara_desktop.style import Appearance, mono_font
from inara_desktop.visible import visible
from inara_desktop.wording import number
from inara_desktop.wrap_row import WrapRow

__all__ = ["DayItem", "MemoryPage", "ProposalItem"]

JOURNAL_PX, DIFF_PX = 180, 240


class DayItem(NamedTuple):
    """A day of the journal."""

    day: str
    text: str


class ProposalItem(NamedTuple):
    """What distilling would change: the differences, and what is to be said beside them."""

    diff: str
    remarks: tuple[str, ...] = ()


class MemoryPage(Page):
    """`editor` emits what is written."""

    personaChosen = Signal(str)
    forgetWanted = Signal(str)  # the file of a level
    distillWanted = Signal()
    keepWanted = Signal()
    discardWanted = Signal()
    forgetDayWanted = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "memoryPage")
        self.setAccessibleName(self.tr("Memory"))
        self.persona = ""
        self._level = "memory/long.md"
        self._files: dict[str, FileItem] = {}
        self._days: dict[str, DayItem] = {}
        self._day = ""
        self.picker = PickerButton(appearance, self.tr("Persona"))
        self.picker.setObjectName("memoryOfPage")
        self._levels = {
            "memory/long.md": TextButton(appearance, self.tr("Long"), kind="quiet"),
            "memory/mid.md": TextButton(appearance, self.tr("Mid"), kind="quiet"),
            "memory/short.md": TextButton(appearance, self.tr("Short"), kind="quiet"),
        }
        self.editor = MarkdownEditor(appearance, "memory")
        self.forget = TextButton(appearance, self.tr("Forget all of it…"), kind="quiet")
        self.forget.setObjectName("forgetLevel")
        self.distill = TextButton(appearance, self.tr("Distill now"))
        self.distill.setObjectName("distillNow")
        self._proposal = QVBoxLayout()
        self._doing = Paragraph("", "muted")
        self.days = PickerButton(appearance, self.tr("Day"))
        self.days.setObjectName("journalDays")
        self.forget_day = TextButton(appearance, self.tr("Forget this day…"), kind="quiet")
        self.forget_day.setObjectName("forgetDay")
        self.journal = _read_only(appearance, "journalText", self.tr("Journal"), JOURNAL_PX)
        self._no_days = Paragraph(self.tr("No turn was journalled yet."), "muted")
        self._lay_out()
        self._connect()

    def show_personas(self, names: Sequence[str], shown: str) -> None:
        """Which there are, and whose memory is shown."""
        if shown != self.persona:
            self.editor.keep()
        self.persona = shown
        self.picker.set_choices([Choice(name, name, "user") for name in names], shown)

    def show_levels(self, files: Sequence[FileItem]) -> None:
        """What is remembered at each level."""
        self._files = {file.path: file for file in files}
        for button in (self.forget, self.distill):
            button.setEnabled(True)
        self._show()

    def show_days(self, days: Sequence[DayItem]) -> None:
        """The journal, the newest day first."""
        self._days = {day.day: day for day in days}
        for widget in (self.days, self.forget_day, self.journal):
            widget.setVisible(bool(days))
        self._no_days.setVisible(not days)
        if days:
            self._show_day(self._day if self._day in self._days else days[0].day)

    def show_distilling(self) -> None:
        """A model is folding the memory."""
        self.distill.setEnabled(False)
        clear(self._proposal)
        self._doing.set_text(self.tr("Folding journal and notes; a model on this machine takes a while…"))
        self._doing.show()

    def show_proposal(self, item: ProposalItem | None) -> None:
        """What waits to be kept or discarded."""
        self.distill.setEnabled(True)
        self._doing.hide()
        clear(self._proposal)
        if item is None:
            return
        for remark in item.remarks:
            self._proposal.addWidget(Paragraph(visible(remark), "muted"))
        diff = _read_only(self.appearance, "proposalDiff", self.tr("What would change"), DIFF_PX)
        diff.setPlainText(visible(item.diff, lines=True))
        self._proposal.addWidget(diff)
        row = QHBoxLayout()
        row.setSpacing(self.appearance.theme.metrics.gap_s)
        keep = TextButton(self.appearance, self.tr("Keep it"), kind="primary")
        keep.setObjectName("keepProposal")
        keep.clicked.connect(self.keepWanted)
        discard = TextButton(self.appearance, self.tr("Discard it"))
        discard.setObjectName("discardProposal")
        discard.clicked.connect(self.discardWanted)
        row.addStretch(1)
        row.addWidget(discard)
        row.addWidget(keep)
        self._proposal.addLayout(row)

    def _show(self) -> None:
        path = self._level
        for name, button in self._levels.items():
            button.setProperty("open", "true" if name == path else "false")
            button.style().polish(button)
            button.setAccessibleDescription(self.tr("shown") if name == path else "")
        if (file := self._files.get(path)) is None:  # it has not been read yet
            return
        about = self.tr("{tokens} of {budget} tokens").format(tokens=number(file.tokens), budget=number(file.budget))
        self.editor.show_file(path, file.text, about, file.problem)

    def _show_day(self, day: str) -> None:
        self._day = day
        self.days.set_choices([Choice(one, one) for one in self._days], day)
        self.journal.setPlainText(visible(self._days[day].text, lines=True))

    def _lay_out(self) -> None:
        metrics = self.appearance.theme.metrics
        about = self.tr(
            "What goes along from tier 2 on: long stays, mid was folded out of short, short is what was noted lately. "
            "A line is a note; take it out, and it is forgotten."
        )
        top = WrapRow(metrics.gap_xs)
        top.addWidget(self.picker)
        for button in self._levels.values():
            top.addWidget(button)
        top.add_spring()
        top.addWidget(self.forget)
        folding = Card(self.appearance, "distillCard")
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(self.tr("Distill"), "strong"))
        why = self.tr(
            "A model folds the journal into short, short into mid, mid into long. You see the difference first."
        )
        words.addWidget(Paragraph(why, "muted"))
        row.addLayout(words, 1)
        row.addWidget(self.distill)
        folding.column.addLayout(row)
        folding.column.addWidget(self._doing)
        folding.column.addLayout(self._proposal)
        self._doing.hide()
        days = Card(self.appearance, "journalCard")
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Journal"), "strong"))
        row.addWidget(self.days)
        row.addStretch(1)
        row.addWidget(self.forget_day)
        days.column.addLayout(row)
        days.column.addWidget(self._no_days)
        days.column.addWidget(self.journal)
        self.column.addWidget(Paragraph(about, "muted"))
        self.column.addLayout(top)
        self.column.addWidget(self.editor)
        self.column.addWidget(folding)
        self.column.addWidget(days)

    def _connect(self) -> None:
        self.picker.chosen.connect(self.personaChosen)
        for name, button in self._levels.items():
            button.setObjectName(f"level_{name.removeprefix('memory/').removesuffix('.md')}")
            button.clicked.connect(self._on_level)
        for button in (self.forget, self.distill):  # until it is known whose memory this is
            button.setEnabled(False)
        self.forget.clicked.connect(self._on_forget)
        self.distill.clicked.connect(self.distillWanted)
        self.days.chosen.connect(self._show_day)
        self.forget_day.clicked.connect(self._on_forget_day)
        self.show_days(())

    @Slot()
    def _on_level(self) -> None:
        self.editor.keep()
        self._level = next(name for name, button in self._levels.items() if button is self.sender())
        self._show()

    @Slot()
    def _on_forget(self) -> None:
        self.forgetWanted.emit(self.editor.path)

    @Slot()
    def _on_forget_day(self) -> None:
        self.forgetDayWanted.emit(self._day)


def _read_only(appearance: Appearance, name: str, purpose: str, height_px: int) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setObjectName(name)
    made.setAccessibleName(purpose)
    made.setProperty("kind", "field")
    made.setReadOnly(True)
    made.setTabChangesFocus(True)
    made.setFont(mono_font(appearance.theme))
    made.setFixedHeight(height_px)
    return made
