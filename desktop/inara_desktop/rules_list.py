"""The rules there are, each spelled out with its uses, and a button that takes it back. For any window to put in."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from inara_desktop.controls import Paragraph, TextButton, label
from inara_desktop.moments import short
from inara_desktop.style import Appearance
from inara_desktop.values import RuleItem
from inara_desktop.visible import visible

__all__ = ["RulesList"]

_NONE = (
    "There are no rules. Where Inara asks before a change that can be taken back, “Always allow” makes one; "
    "it is then listed here."
)


class _Row(QFrame):
    """One rule. Those of config.toml are changed there."""

    deleteAsked = Signal(str)

    def __init__(self, appearance: Appearance, rule: RuleItem) -> None:
        super().__init__()
        self._id = rule.id
        self.setProperty("kind", "card")
        words = visible(rule.words)
        heading = Paragraph(words if rule.allows else f"Never: {words}", "strong")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 10, 10)
        row.setSpacing(10)
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(heading)
        text.addWidget(Paragraph(_about(rule), "small"))
        row.addLayout(text, 1)
        if rule.deletable:
            self.delete = TextButton(appearance, "Delete", icon="trash", ink="danger_text")
            self.delete.setObjectName(f"deleteRule_{rule.id}")
            self.delete.setAccessibleName(f"Delete the rule {words}")
            self.delete.clicked.connect(self._on_delete)
            row.addWidget(self.delete)
        else:
            row.addWidget(label("config.toml", "small"))

    @Slot()
    def _on_delete(self) -> None:
        self.deleteAsked.emit(self._id)


class RulesList(QScrollArea):
    """Shows `set_rules`; `deleteAsked` carries the id of one that the person wants gone."""

    deleteAsked = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._shown: tuple[RuleItem, ...] | None = None
        self.setObjectName("rulesList")
        self.setAccessibleName("Rules")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.set_rules(())

    def set_rules(self, rules: Sequence[RuleItem]) -> None:
        """Show these; the place one has scrolled to stays."""
        if tuple(rules) == self._shown:
            return
        self._shown = tuple(rules)
        place = self.verticalScrollBar().value()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, self._appearance.theme.metrics.scroll_bar, 0)
        column.setSpacing(8)
        for rule in rules:
            row = _Row(self._appearance, rule)
            row.deleteAsked.connect(self.deleteAsked)
            column.addWidget(row)
        if not rules:
            column.addWidget(Paragraph(_NONE, "muted"))
        column.addStretch(1)
        self.setWidget(page)
        self.verticalScrollBar().setValue(place)


def _about(rule: RuleItem) -> str:
    parts = [f"For the profile {visible(rule.profile)}"]
    if rule.made_at is not None:
        parts.append(
            f"made {_when(rule.made_at)}"
            + (f", in the {rule.made_by}" if rule.made_by in {"window", "terminal"} else "")
        )
    if rule.hits is not None:
        times = {0: "not used yet", 1: "used once"}.get(rule.hits, f"used {rule.hits} times")
        parts.append(times + (f", last {_when(rule.last_used)}" if rule.last_used is not None else ""))
    return " · ".join(parts)


def _when(at: float) -> str:
    moment = short(at, time.time())
    return f"{moment} ago" if moment.endswith("min") else moment
