"""What the model was told, word for word: the request of a round as the engine makes it anew from the log."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from inara_desktop.controls import Choice, ListBox, Paragraph, PickerButton, TextButton
from inara_desktop.errands import Errands
from inara_desktop.field import Field
from inara_desktop.gone import is_gone
from inara_desktop.room import room_for
from inara_desktop.said import explained
from inara_desktop.style import Appearance
from inara_desktop.wording import later, number, translate
from inara_engine.errors import InaraError

if TYPE_CHECKING:
    from inara_engine.face import Told, ToldPart

__all__ = ["ToldView", "open_told"]

WIDTH_PX, HEIGHT_PX = 820, 600
LIST_PX = 240
_KINDS = {
    "system": later("ToldView", "Instructions"),
    "tool": later("ToldView", "Tool"),
    "user": later("ToldView", "You"),
    "assistant": later("ToldView", "Answer"),
    "result": later("ToldView", "Result of a tool"),
}


def open_told(window: QWidget, appearance: Appearance, errands: Errands, job_id: str, round_number: int = 0) -> None:
    """Show what a job's model was told in a round; 0 is the last one."""
    view = ToldView(appearance, window, partial(_read, errands, job_id))
    view.read(round_number)
    view.open()


def _read(errands: Errands, job_id: str, view: ToldView, round_number: int) -> None:
    errands.start(_show(errands, job_id, view, round_number))


async def _show(errands: Errands, job_id: str, view: ToldView, round_number: int) -> None:
    try:
        told = await (await errands.engine).requests.told(job_id, round_number)
    except InaraError as error:
        if not is_gone(view):  # it may have been closed meanwhile
            view.show_problem(explained(error))
    else:
        if not is_gone(view):
            view.show_told(told)


class ToldView(QDialog):
    """The parts on the left, the one chosen on the right. `ask(view, round)` has another round read."""

    def __init__(self, appearance: Appearance, parent: QWidget, ask: partial[None]) -> None:
        super().__init__(parent)
        metrics = appearance.theme.metrics
        self._ask = ask
        self._told: Told | None = None
        self.setObjectName("toldView")
        self.setWindowTitle(self.tr("What the model was told"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(room_for(parent, WIDTH_PX, HEIGHT_PX))
        self._summary = Paragraph(self.tr("Reading…"), "muted")
        self._summary.setObjectName("toldSummary")
        self._rounds = PickerButton(appearance, self.tr("Round"))
        self._rounds.setObjectName("toldRound")
        self._rounds.set_choices((), "")
        self._parts = ListBox()
        self._parts.setObjectName("toldParts")
        self._parts.setAccessibleName(self.tr("Parts of the request"))
        self._text = QPlainTextEdit()
        self._text.setObjectName("toldText")
        self._text.setAccessibleName(self.tr("Text of the part"))
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(self._parts)
        both.addWidget(_framed(appearance, self._text))
        both.setStretchFactor(1, 1)
        both.setSizes([LIST_PX, self.width() - LIST_PX])
        both.setChildrenCollapsible(False)
        both.setHandleWidth(metrics.gap_m)
        copy = TextButton(appearance, self.tr("Copy all"), icon="copy")
        copy.setObjectName("toldCopy")
        close = TextButton(appearance, self.tr("Close"), kind="primary")
        close.setObjectName("toldClose")
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._summary, 1)
        head.addWidget(self._rounds, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(copy)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(*metrics.dialog_edges())
        column.setSpacing(metrics.gap_m)
        column.addLayout(head)
        column.addWidget(both, 1)
        column.addLayout(foot)
        self._parts.currentRowChanged.connect(self._on_part)
        self._rounds.chosen.connect(self._on_round)
        copy.clicked.connect(self._on_copy)
        close.clicked.connect(self.accept)

    def read(self, round_number: int) -> None:
        """Have a round read; 0 is the last one."""
        self._ask(self, round_number)

    def show_problem(self, text: str) -> None:
        """It can't be said."""
        self._summary.set_text(text)

    def show_told(self, told: Told) -> None:
        """One request, its first part chosen."""
        self._told = told
        words = self.tr("{model}: about {tokens} of {window} tokens. Round {round} of {rounds}, asked as {role}.")
        if not told.window:
            words = self.tr("{model}: about {tokens} tokens. Round {round} of {rounds}, asked as {role}.")
        said = words.format(
            model=told.model_label or told.model,
            tokens=number(told.tokens),
            window=number(told.window or 0),
            round=told.round,
            rounds=len(told.rounds),
            role=told.role,
        )
        self._summary.set_text(said)
        rounds = [Choice(str(each), self.tr("Round {number}").format(number=each)) for each in told.rounds]
        self._rounds.set_choices(rounds if len(rounds) > 1 else (), str(told.round))
        self._parts.clear()
        self._parts.addItems([_title(part) for part in told.parts])
        self._parts.setCurrentRow(0)
        self._parts.setFocus()

    @Slot(int)
    def _on_part(self, index: int) -> None:
        shown = self._told is not None and 0 <= index < len(self._told.parts)
        self._text.setPlainText(self._told.parts[index].text if shown and self._told is not None else "")

    @Slot(str)
    def _on_round(self, number: str) -> None:
        self.read(int(number))

    @Slot()
    def _on_copy(self) -> None:
        if self._told is not None:
            whole = "\n\n".join(f"--- {_title(part)} ---\n{part.text}" for part in self._told.parts)
            QGuiApplication.clipboard().setText(whole)


def _title(part: ToldPart) -> str:
    kind = translate("ToldView", _KINDS.get(part.kind, part.kind))
    facts = [f"{kind} {part.name}".rstrip(), number(part.tokens)]
    if part.images == 1:
        facts.append(translate("ToldView", "1 picture"))
    elif part.images:
        facts.append(translate("ToldView", "{count} pictures").format(count=part.images))
    return " · ".join(facts)


def _framed(appearance: Appearance, text: QWidget) -> Field:
    metrics = appearance.theme.metrics
    frame = Field(appearance, sunken=True)
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(metrics.gap_m, metrics.gap_m, metrics.gap_s, metrics.gap_m)
    inside.addWidget(text)
    return frame
