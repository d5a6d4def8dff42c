"""A window of its own: what tools did and who allowed it, the log of decisions, and the rules by which tools may.

It holds no truth: it shows what it is given and says what the person wants.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from inara_desktop.activity_list import ActivityListView
from inara_desktop.consent_values import ActivityFilter, RuleItem
from inara_desktop.controls import Choice, Paragraph, PickerButton, TextButton, label
from inara_desktop.decisions_page import DecisionsPage
from inara_desktop.paged_list import NOTHING_PX
from inara_desktop.question import Question
from inara_desktop.room import room_beside
from inara_desktop.rules_list import RulesList
from inara_desktop.style import Appearance
from inara_desktop.visible import visible
from inara_desktop.wording import later, number, translate

__all__ = ["ActivityWindow"]

TYPED_MS = 200  # after the last letter the list is read
_OUTCOMES = (
    Choice("", later("Activity", "However it ended")),
    Choice("ok", later("Activity", "Done")),
    Choice("failed", later("Activity", "Failed")),
    Choice("declined", later("Activity", "Refused by you")),
    Choice("denied", later("Activity", "Not allowed")),
    Choice("expired", later("Activity", "Nobody answered")),
    Choice("cancelled", later("Activity", "Stopped")),
    Choice("unknown", later("Activity", "End unknown")),
)
_BY = (
    Choice("", later("Activity", "Allowed by anybody")),
    Choice("person", later("Activity", "Answered by you")),
    Choice("rule", later("Activity", "Allowed by a rule")),
    Choice("reads", later("Activity", "Only reads")),
    Choice("risk", later("Activity", "Below a task's risk")),
)


class ActivityWindow(QDialog):
    """`show` it; Esc closes it. It stays as it is until it is shown again."""

    filterChanged = Signal(ActivityFilter)
    sessionWanted = Signal(str)
    undoWanted = Signal(str)  # the job whose effects are to be taken back; the person has confirmed it
    deleteWanted = Signal(str)  # the rule; the person has confirmed it
    decisionsShown = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._job = self._rule = ""
        self._filter = ActivityFilter()
        self.setObjectName("activityWindow")
        self.setWindowTitle(self.tr("Activity – Inara"))
        self.setAccessibleName(self.tr("Activity, decisions and rules"))
        self.list = ActivityListView(appearance)
        self.decisions = DecisionsPage(appearance)
        self.rules = RulesList(appearance)
        self.search = QLineEdit()
        self.outcome = PickerButton(appearance, self.tr("How it ended"))
        self.by = PickerButton(appearance, self.tr("Who allowed it"))
        self.undo = TextButton(appearance, self.tr("Take back…"), icon="retry")
        self.open_session = TextButton(appearance, self.tr("Open conversation"))
        self.to_activity = TextButton(appearance, self.tr("Activity"), kind="quiet")
        self.to_decisions = TextButton(appearance, self.tr("Decisions"), kind="quiet")
        self.to_rules = TextButton(appearance, self.tr("Rules"), kind="quiet")
        self._typed = QTimer(self, singleShot=True, interval=TYPED_MS)
        self._lay_out()
        self._connect()
        self.show_page("activity")
        self._show_filter()
        self._on_chosen()
        self.list.setFocus()
        self.resize(room_beside(parent, 820, 620))

    def show_page(self, page: Literal["activity", "decisions", "rules"]) -> None:
        """Turn to this page."""
        self.page = page
        for index, (name, button) in enumerate(self._tabs.items()):
            button.setProperty("open", "true" if name == page else "false")
            button.style().polish(button)
            button.setAccessibleDescription(self.tr("shown") if name == page else "")
            if name == page:
                self._pages.setCurrentIndex(index)
        if page == "decisions":
            self.decisionsShown.emit()

    def set_rules(self, rules: Sequence[RuleItem]) -> None:
        """Show these rules."""
        self.rules.set_rules(rules)
        self.to_rules.setText(
            self.tr("Rules ({count})").format(count=number(len(rules))) if rules else self.tr("Rules")
        )

    def tell(self, text: str) -> None:
        """Say what came of something, below the list."""
        self._told.set_text(visible(text, lines=True)[:2000])
        self._told.setVisible(bool(text))

    def show_count(self) -> None:
        """A word where the list is empty."""
        filtered = self._filter != ActivityFilter()
        self._nothing.setText(self.tr("Nothing like that.") if filtered else self.tr("No tool has run yet."))
        self._nothing.setVisible(not self.list.activity.rowCount())

    # -- what the person does --------------------------------------------------------------------

    @Slot()
    def _on_filter(self) -> None:
        self._filter = self._filter._replace(text=self.search.text().strip())
        self._show_filter()
        self.filterChanged.emit(self._filter)

    @Slot(str)
    def _on_outcome(self, outcome: str) -> None:
        self._filter = self._filter._replace(outcome=outcome)
        self._on_filter()

    @Slot(str)
    def _on_by(self, by: str) -> None:
        self._filter = self._filter._replace(by=by)
        self._on_filter()

    @Slot()
    def _on_chosen(self) -> None:
        item = self.list.activity.item(self.list.currentIndex())
        self.open_session.setEnabled(item is not None)
        self.undo.setEnabled(item is not None and item.can_undo)

    @Slot()
    def _on_open(self) -> None:
        item = self.list.activity.item(self.list.currentIndex())
        if item is not None:
            self.sessionWanted.emit(item.session_id)

    @Slot()
    def _on_undo(self) -> None:
        item = self.list.activity.item(self.list.currentIndex())
        if item is None:
            return
        self._job = item.job_id
        text = self.tr(
            "Everything that this turn did to files is taken back, from its last change to its first. "
            "What was changed since stays as it is."
        )
        title = self.tr("Take this turn's changes back?")
        question = Question(self._appearance, self, title, text, self.tr("Take back"))
        question.accepted.connect(self._on_undo_confirmed)
        question.open()

    @Slot()
    def _on_undo_confirmed(self) -> None:
        self.undoWanted.emit(self._job)

    @Slot(str)
    def _on_delete(self, rule: str) -> None:
        self._rule = rule
        text = self.tr("What it allowed asks again from now on.")
        question = Question(self._appearance, self, self.tr("Delete this rule?"), text, self.tr("Delete"))
        question.accepted.connect(self._on_delete_confirmed)
        question.open()

    @Slot()
    def _on_delete_confirmed(self) -> None:
        self.deleteWanted.emit(self._rule)

    @Slot()
    def _on_to_activity(self) -> None:
        self.show_page("activity")

    @Slot()
    def _on_to_decisions(self) -> None:
        self.show_page("decisions")

    @Slot()
    def _on_to_rules(self) -> None:
        self.show_page("rules")

    # -- how it is put together ------------------------------------------------------------------

    def _show_filter(self) -> None:
        self.outcome.set_choices(_translated(_OUTCOMES), self._filter.outcome)
        self.by.set_choices(_translated(_BY), self._filter.by)

    def _lay_out(self) -> None:
        metrics = self._appearance.theme.metrics
        for part, name in (
            (self.search, "activitySearch"),
            (self.outcome, "activityOutcome"),
            (self.by, "activityBy"),
            (self.undo, "activityUndo"),
            (self.open_session, "activityOpen"),
            (self.to_activity, "showActivity"),
            (self.to_decisions, "showDecisions"),
            (self.to_rules, "showRules"),
        ):
            part.setObjectName(name)
        self.search.setAccessibleName(self.tr("Search what tools did"))
        self.search.setPlaceholderText(self.tr("Search what was done, a tool or a conversation"))
        self.search.setMaxLength(200)
        self._nothing = label("", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setFixedHeight(NOTHING_PX)
        self._told = Paragraph("", "small")
        self._told.setObjectName("activityTold")
        self._told.hide()
        top = QHBoxLayout()
        top.setSpacing(metrics.gap_xs)
        self._tabs = {"activity": self.to_activity, "decisions": self.to_decisions, "rules": self.to_rules}
        for button in self._tabs.values():
            top.addWidget(button)
        top.addStretch(1)
        filters = QHBoxLayout()
        filters.setSpacing(metrics.gap_s)
        filters.addWidget(self.search, 1)
        filters.addWidget(self.outcome)
        filters.addWidget(self.by)
        buttons = QHBoxLayout()
        buttons.setSpacing(metrics.gap_s)
        buttons.addWidget(self._told, 9)
        buttons.addStretch(1)
        buttons.addWidget(self.open_session)
        buttons.addWidget(self.undo)
        activity = QWidget()
        inside = QVBoxLayout(activity)
        inside.setContentsMargins(*metrics.beside_bar())
        inside.setSpacing(metrics.gap_m)
        inside.addLayout(filters)
        inside.addWidget(self._nothing)
        inside.addWidget(self.list, 1)
        inside.addLayout(buttons)
        self._pages = QStackedWidget()
        self._pages.addWidget(activity)
        self._pages.addWidget(self.decisions)
        self._pages.addWidget(self.rules)
        column = QVBoxLayout(self)
        column.setContentsMargins(*metrics.window_edges(bar=True))
        column.setSpacing(metrics.gap_m)
        column.addLayout(top)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._typed.start)
        self._typed.timeout.connect(self._on_filter)
        self.outcome.chosen.connect(self._on_outcome)
        self.by.chosen.connect(self._on_by)
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(self.sessionWanted)
        self.list.activity.modelReset.connect(self._on_chosen)
        self.list.activity.dataChanged.connect(self._on_chosen)
        self.open_session.clicked.connect(self._on_open)
        self.undo.clicked.connect(self._on_undo)
        self.rules.deleteAsked.connect(self._on_delete)
        self.to_activity.clicked.connect(self._on_to_activity)
        self.to_decisions.clicked.connect(self._on_to_decisions)
        self.to_rules.clicked.connect(self._on_to_rules)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.search.setFocus)


def _translated(choices: Sequence[Choice]) -> list[Choice]:
    return [choice._replace(label=translate("Activity", choice.label)) for choice in choices]
