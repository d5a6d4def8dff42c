"""The rules there are, each spelled out with its uses, and a button that takes it back. For any window to put in."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from inara_desktop.consent_values import RuleItem
from inara_desktop.controls import Paragraph, TextButton, label
from inara_desktop.moments import short
from inara_desktop.said import said
from inara_desktop.scrolled import scrolls_in_the_edge
from inara_desktop.style import Appearance
from inara_desktop.visible import visible
from inara_desktop.wording import later, number, translate

__all__ = ["RulesList"]

_NONE = later(
    "RulesList",
    "There are no rules. Where Inara asks before a change that can be taken back, “Always allow” makes one; "
    "it is then listed here.",
)


class _Row(QFrame):
    """One rule. Those of config.toml are changed there."""

    deleteAsked = Signal(str)

    def __init__(self, appearance: Appearance, rule: RuleItem) -> None:
        super().__init__()
        self._id = rule.id
        self.setProperty("kind", "card")
        words = visible(said(rule.words, deep=False))
        heading = Paragraph(words if rule.allows else self.tr("Never: {rule}").format(rule=words), "strong")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 10, 10)
        row.setSpacing(10)
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(heading)
        text.addWidget(Paragraph(_about(rule), "small"))
        row.addLayout(text, 1)
        if rule.deletable:
            self.delete = TextButton(appearance, self.tr("Delete"), icon="trash", ink="danger_text")
            self.delete.setObjectName(f"deleteRule_{rule.id}")
            self.delete.setAccessibleName(self.tr("Delete the rule {rule}").format(rule=words))
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
        self.setAccessibleName(self.tr("Rules"))
        scrolls_in_the_edge(self, appearance.theme.metrics)
        self.set_rules(())

    def set_rules(self, rules: Sequence[RuleItem]) -> None:
        """Show these; the place one has scrolled to stays."""
        if tuple(rules) == self._shown:
            return
        self._shown = tuple(rules)
        place = self.verticalScrollBar().value()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for rule in rules:
            row = _Row(self._appearance, rule)
            row.deleteAsked.connect(self.deleteAsked)
            column.addWidget(row)
        if not rules:
            column.addWidget(Paragraph(translate("RulesList", _NONE), "muted"))
        column.addStretch(1)
        self.setWidget(page)
        self.verticalScrollBar().setValue(place)


def _about(rule: RuleItem) -> str:
    parts = [translate("RulesList", "For the profile {profile}").format(profile=visible(rule.profile))]
    if rule.made_at is not None:
        made = {
            "window": translate("RulesList", "made {when}, in the window"),
            "terminal": translate("RulesList", "made {when}, in the terminal"),
        }.get(rule.made_by, translate("RulesList", "made {when}"))
        parts.append(made.format(when=_when(rule.made_at)))
    if rule.hits is not None:
        words = translate("RulesList", "used {count} times").format(count=number(rule.hits))
        words = {0: translate("RulesList", "not used yet"), 1: translate("RulesList", "used once")}.get(
            rule.hits, words
        )
        if rule.last_used is not None:
            words = translate("RulesList", "{used}, last {when}").format(used=words, when=_when(rule.last_used))
        parts.append(words)
    return " · ".join(parts)


def _when(at: float) -> str:
    ago_s = time.time() - at
    moment = short(at, time.time())
    return translate("RulesList", "{time} ago").format(time=moment) if 60 <= ago_s < 3600 else moment
