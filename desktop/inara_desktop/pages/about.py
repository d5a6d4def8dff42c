"""The page about Inara: versions, paths, what the doctor says, licences; all of it to be copied as text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout

from inara_desktop.connect_values import FindingItem
from inara_desktop.controls import IconLabel, Paragraph, TextButton, label
from inara_desktop.pages.page import Card, Page, clear
from inara_desktop.said import explained, said
from inara_desktop.style import Appearance
from inara_desktop.visible import visible
from inara_desktop.wrap_row import WrapRow

__all__ = ["AboutPage"]

LICENCES_PX = 200


class AboutPage(Page):
    """See the module."""

    copyWanted = Signal()
    againWanted = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "aboutPage")
        self.setAccessibleName(self.tr("About"))
        metrics = appearance.theme.metrics
        self._version = label("Inara", "title")
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(metrics.gap_l)
        self._facts.setVerticalSpacing(metrics.gap_xs)
        self._findings = QVBoxLayout()
        self._findings.setSpacing(metrics.gap_xs)
        self._licences = QPlainTextEdit()
        self._licences.setObjectName("licences")
        self._licences.setAccessibleName(self.tr("Licences"))
        self._licences.setProperty("kind", "field")
        self._licences.setReadOnly(True)
        self._licences.setTabChangesFocus(True)
        self._licences.setFixedHeight(LICENCES_PX)
        copy = TextButton(appearance, self.tr("Copy as text"), icon="copy", ink="muted")
        copy.setObjectName("copyDiagnostics")
        again = TextButton(appearance, self.tr("Look again"), kind="quiet")
        again.setObjectName("diagnoseAgain")
        top = QHBoxLayout()
        top.setSpacing(metrics.gap_m)
        top.addWidget(IconLabel(appearance, "inara", "accent", 32))
        top.addWidget(self._version)
        buttons = WrapRow(metrics.gap_xs)
        buttons.add_spring()
        buttons.addWidget(again)
        buttons.addWidget(copy)
        top.addLayout(buttons, 1)
        facts = Card(appearance, "aboutFacts")
        facts.column.addWidget(label(self.tr("Versions and places"), "strong"))
        facts.column.addLayout(self._facts)
        found = Card(appearance, "aboutFindings")
        found.column.addWidget(label(self.tr("What the doctor says"), "strong"))
        found.column.addLayout(self._findings)
        free = Card(appearance, "aboutLicences")
        free.column.addWidget(label(self.tr("Licences"), "strong"))
        words = self.tr("Inara is free software. It stands on the work of others:")
        free.column.addWidget(Paragraph(words, "muted"))
        free.column.addWidget(self._licences)
        promise = self.tr("The text for a report has versions, places and findings, and no key, prompt or answer.")
        self.column.addLayout(top)
        self.column.addWidget(Paragraph(promise, "muted"))
        for card in (facts, found, free):
            self.column.addWidget(card)
        copy.clicked.connect(self.copyWanted)
        again.clicked.connect(self.againWanted)

    def show_facts(self, version: str, facts: Sequence[tuple[str, str]]) -> None:
        """Versions and places, by their names."""
        self._version.setText(f"Inara {version}")
        clear(self._facts)
        for row, (name, value) in enumerate(facts):
            self._facts.addWidget(label(name, "muted"), row, 0)
            self._facts.addWidget(Paragraph(visible(value)), row, 1)
        self._facts.setColumnStretch(1, 1)

    def show_looking(self) -> None:
        """The doctor is looking."""
        clear(self._findings)
        self._findings.addWidget(Paragraph(self.tr("Looking…"), "muted"))

    def show_findings(self, findings: Sequence[FindingItem]) -> None:
        """What was found."""
        clear(self._findings)
        for finding in findings:
            row = QHBoxLayout()
            row.setSpacing(self.appearance.theme.metrics.gap_s)
            icon, ink = ("check", "success_text") if finding.ok else ("warning", "warning_text")
            row.addWidget(IconLabel(self.appearance, icon, ink))
            text = f"{said(finding.subject)}: {explained(finding)}"
            row.addWidget(Paragraph(visible(text)), 1)
            self._findings.addLayout(row)

    def show_licences(self, text: str) -> None:
        """Whose work this stands on."""
        self._licences.setPlainText(text)
