"""The connection doctor: what was looked at, line by line as each check ends, and what to do about what is not well."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from inara_desktop.connect_values import CheckItem, FindingItem
from inara_desktop.controls import IconLabel, Paragraph, TextButton, label
from inara_desktop.room import room_for
from inara_desktop.said import explained, said
from inara_desktop.scrolled import scrolls_in_the_edge
from inara_desktop.style import Appearance
from inara_desktop.wording import translate

__all__ = ["DoctorDialog"]

WIDTH_PX, HEIGHT_PX = 560, 520


class _FindingRow(QWidget):
    """One finding: well or not, what, and the next step. `named`: also of what, in a card with findings of several."""

    def __init__(self, appearance: Appearance, finding: FindingItem, *, named: bool) -> None:
        super().__init__()
        metrics = appearance.theme.metrics
        icon, color = ("check", "success_text") if finding.ok else ("warning", "warning")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Paragraph(_quoted(_found(finding, named=named))))
        if finding.next_step:
            words.addWidget(Paragraph(_quoted(said(finding.next_step)), "muted"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.gap_s)
        row.addWidget(IconLabel(appearance, icon, color), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        state = self.tr("well") if finding.ok else self.tr("needs attention")
        self.setAccessibleName(f"{said(finding.subject)}, {state}: {explained(finding)}")


class _CheckCard(QFrame):
    """One check: its title, and below it what was found, or that it is being looked at."""

    def __init__(self, appearance: Appearance, check: CheckItem) -> None:
        super().__init__()
        metrics = appearance.theme.metrics
        self._appearance = appearance
        self.check = check
        self.findings: tuple[FindingItem, ...] | None = None
        self.setProperty("kind", "card")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(metrics.gap_s)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.gap_l, metrics.gap_m, metrics.gap_l, metrics.gap_m)
        column.setSpacing(metrics.gap_s)
        column.addWidget(Paragraph(said(check.title), "strong"))
        column.addLayout(self._rows)
        self.show_looking()

    def show_looking(self) -> None:
        """It is being looked at (again)."""
        self.findings = None
        self._clear()
        self._rows.addWidget(label(self.tr("Looking…"), "muted"))

    def show_findings(self, findings: Sequence[FindingItem]) -> None:
        """What was found."""
        self.findings = tuple(findings)
        self._clear()
        for finding in findings:
            self._rows.addWidget(_FindingRow(self._appearance, finding, named=self.several))

    @property
    def of_a_model(self) -> tuple[FindingItem, ...]:
        """The findings, where it is a model that is looked at."""
        return self.findings or () if self.check.id.startswith("model:") else ()

    @property
    def several(self) -> bool:
        """Whether the findings are of several things."""
        return len({finding.subject for finding in self.findings or ()}) > 1

    def _clear(self) -> None:
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()


class DoctorDialog(QDialog):
    """`set_checks`, then `set_findings` for each as it ends. `open()` it; Esc closes it."""

    againRequested = Signal()
    modelsRequested = Signal()  # to change them

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        metrics = appearance.theme.metrics
        self._appearance = appearance
        self._cards: dict[str, _CheckCard] = {}
        self.setObjectName("doctorDialog")
        self.setWindowTitle(self.tr("Connection doctor"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._summary = Paragraph("", "muted")
        self._summary.setObjectName("doctorSummary")
        self._list = QVBoxLayout()
        self._list.setSpacing(metrics.gap_s)
        inner, body = QWidget(), QVBoxLayout()
        inner.setLayout(body)
        body.setContentsMargins(0, 0, 0, 0)
        body.addLayout(self._list)
        body.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("doctorFindings")
        scroll.setAccessibleName(self.tr("Findings"))
        scrolls_in_the_edge(scroll, metrics)
        scroll.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(*metrics.dialog_edges(bar=True))
        column.setSpacing(metrics.gap_m)
        column.addWidget(label(self.tr("Connection doctor"), "title"))
        column.addWidget(self._summary)
        column.addWidget(scroll, 1)
        column.addLayout(self._buttons())
        self.resize(room_for(parent, WIDTH_PX, HEIGHT_PX))

    def _buttons(self) -> QHBoxLayout:
        self.copy = TextButton(self._appearance, self.tr("Copy report"), icon="copy", ink="muted", kind="quiet")
        self.copy.setObjectName("doctorCopy")
        self.models = TextButton(self._appearance, self.tr("Change the models…"), kind="quiet")
        self.models.setObjectName("doctorModels")
        self.models.hide()
        self.again = TextButton(self._appearance, self.tr("Try again"), icon="retry")
        self.again.setObjectName("doctorAgain")
        close = TextButton(self._appearance, self.tr("Close"), kind="primary")
        close.setObjectName("doctorClose")
        close.setDefault(True)
        metrics = self._appearance.theme.metrics
        buttons = QHBoxLayout()
        buttons.setContentsMargins(*metrics.beside_bar())
        buttons.setSpacing(metrics.gap_s)
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        buttons.addWidget(self.models)
        buttons.addWidget(self.again)
        buttons.addWidget(close)
        self.copy.clicked.connect(self._on_copy)
        self.models.clicked.connect(self.modelsRequested)
        self.again.clicked.connect(self.againRequested)
        close.clicked.connect(self.accept)
        close.setFocus()
        return buttons

    def set_checks(self, checks: Sequence[CheckItem]) -> None:
        """What is looked at from now on, in this order."""
        if [card.check for card in self._cards.values()] == list(checks):
            for card in self._cards.values():
                card.show_looking()
        else:
            for card in self._cards.values():
                self._list.removeWidget(card)
                card.hide()
                card.deleteLater()
            self._cards = {check.id: _CheckCard(self._appearance, check) for check in checks}
            for card in self._cards.values():
                self._list.addWidget(card)
        self._sum_up()

    def set_findings(self, check: str, findings: Sequence[FindingItem]) -> None:
        """What one check found."""
        if card := self._cards.get(check):
            card.show_findings(findings)
            self._sum_up()

    def report(self) -> str:
        """All of it as text."""
        lines: list[str] = []
        for card in self._cards.values():
            lines.append(card.check.title)
            for finding in card.findings or ():
                subject = f"{finding.subject}: " if card.several else ""
                lines.append(f"  {'✓' if finding.ok else '✗'} {subject}{finding.message}")
                lines += [f"    → {finding.next_step}"] * bool(finding.next_step)
        return "\n".join(lines) + "\n"

    def _sum_up(self) -> None:
        looking = any(card.findings is None for card in self._cards.values())
        amiss = sum(not finding.ok for card in self._cards.values() for finding in card.findings or ())
        if amiss:
            told = self.tr("One thing needs attention.")
            if amiss > 1:
                told = self.tr("{count} things need attention.").format(count=amiss)
        else:
            told = "" if looking else self.tr("All is well.")
        self._summary.set_text(" ".join(filter(None, (told, self.tr("Still looking…") if looking else ""))))
        self.again.setEnabled(not looking)
        self.models.setVisible(any(not finding.ok for card in self._cards.values() for finding in card.of_a_model))

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report())


def _found(finding: FindingItem, *, named: bool) -> str:
    return f"{said(finding.subject)}: {said(finding.message)}" if named else said(finding.message)


def _quoted(text: str) -> str:
    """What is to be typed stands between backticks, as in a terminal; here between quotes."""
    quotes = translate("Doctor", "“{typed}”")
    return _TYPED.sub(lambda match: quotes.format(typed=match[1]), text)


_TYPED = re.compile(r"`([^`\n]*)`")
