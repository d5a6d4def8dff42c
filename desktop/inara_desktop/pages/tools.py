"""The page of the tools: what models may use, how risky it is, and a switch for each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inara_desktop.check_box import WORDS_PX, CheckBox
from inara_desktop.controls import Paragraph, label
from inara_desktop.pages.page import Page, clear, keeps_focus
from inara_desktop.said import said
from inara_desktop.style import Appearance
from inara_desktop.visible import visible
from inara_desktop.wording import translate

__all__ = ["ToolItem", "ToolsPage"]

OWN = "inara"


class ToolItem(NamedTuple):
    """A tool. `why` says why it is not offered where its switch can't change that."""

    name: str
    description: str
    risk: int
    capabilities: tuple[str, ...]
    owner: str
    on: bool
    why: str = ""
    switchable: bool = True


class ToolsPage(Page):
    """`switched` carries a tool's name and whether it is to be offered."""

    switched = Signal(str, bool)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "toolsPage")
        self.setAccessibleName(self.tr("Tools"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(appearance.theme.metrics.gap_m)
        self._shown: tuple[ToolItem, ...] = ()
        about = self.tr(
            "Models are told of the tools that are on. What a tool does is still decided call by call: what can't be "
            "undone asks you, whatever stands here."
        )
        self.column.addWidget(Paragraph(about, "muted"))
        self.column.addLayout(self._rows)

    @keeps_focus
    def show_tools(self, tools: Sequence[ToolItem]) -> None:
        """These there are."""
        if tuple(tools) == self._shown:
            return
        self._shown = tuple(tools)
        clear(self._rows)
        for owner, items in groupby(tools, lambda tool: tool.owner):
            self._rows.addWidget(label(self.tr("Inara's own") if owner == OWN else visible(owner), "section"))
            for item in items:
                self._rows.addWidget(self._row(item))

    def _row(self, item: ToolItem) -> QWidget:
        made = QWidget()
        box = CheckBox(visible(item.name).replace("&", "&&"))
        box.setObjectName(f"tool_{item.name}")
        box.setChecked(item.on)
        box.setEnabled(item.switchable)
        risk = _risk(item.risk)
        can = ", ".join(_capability(one) for one in item.capabilities)
        box.setAccessibleDescription(f"{risk}. {visible(said(item.description))[:300]}")
        box.setProperty("tool", item.name)
        box.toggled.connect(self._on_switch)
        top = QHBoxLayout()
        top.addWidget(box)
        top.addStretch(1)
        top.addWidget(label(risk, "small"))
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(top)
        for text, kind in (
            (visible(said(item.description))[:400], "muted"),
            (can, "small"),
            (visible(said(item.why)), "danger"),
        ):
            if text:
                words = Paragraph(text, kind)
                words.setIndent(WORDS_PX)
                column.addWidget(words, 0, Qt.AlignmentFlag.AlignTop)
        return made

    @Slot(bool)
    def _on_switch(self, on: bool) -> None:
        self.switched.emit(str(self.sender().property("tool")), on)


def _risk(risk: int) -> str:
    match risk:
        case 0:
            return translate("ToolsPage", "Risk 0: computes")
        case 1:
            return translate("ToolsPage", "Risk 1: reads")
        case 2:
            return translate("ToolsPage", "Risk 2: can be undone")
        case _:
            return translate("ToolsPage", "Risk 3: can't be undone")


def _capability(name: str) -> str:
    match name:
        case "reads_private":
            return translate("ToolsPage", "reads what is private")
        case "reads_untrusted":
            return translate("ToolsPage", "reads what strangers wrote")
        case "can_exfiltrate":
            return translate("ToolsPage", "can send something out")
        case "mutates":
            return translate("ToolsPage", "changes something")
        case _:
            return name
