"""The page of the plugins: which are installed, which are on, what tools each brought."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from inara_desktop.controls import ElidedLabel, Paragraph, label
from inara_desktop.pages.page import Card, Page, clear, keeps_focus
from inara_desktop.said import said
from inara_desktop.style import Appearance
from inara_desktop.visible import visible

__all__ = ["PluginItem", "PluginsPage"]


class PluginItem(NamedTuple):
    """A plugin. `source` is its package with its version; `tools` are (name, what it does), known while it is on."""

    name: str
    on: bool
    source: str = ""
    about: str = ""
    tools: tuple[tuple[str, str], ...] = ()
    problem: str = ""


class PluginsPage(Page):
    """`switched` carries a plugin's name and whether it is to be on."""

    switched = Signal(str, bool)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "pluginsPage")
        self.setAccessibleName(self.tr("Plugins"))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(appearance.theme.metrics.gap_m)
        about = self.tr(
            "Packages with more tools. A plugin that is on runs inside Inara and may do all that Inara may do; one "
            "that is off runs nothing, so what it would bring can't be seen before. Each call of its tools asks you."
        )
        self.column.addWidget(Paragraph(about, "muted"))
        self.column.addLayout(self._cards)

    @keeps_focus
    def show_plugins(self, plugins: Sequence[PluginItem]) -> None:
        """These there are."""
        clear(self._cards)
        for plugin in plugins:
            self._cards.addWidget(self._card(plugin))
        if not plugins:
            text = self.tr(
                "None is installed. One comes as a Python package: install it where Inara is installed, with pipx as "
                "“pipx inject inara PACKAGE”, then open this page again. The README says how one is written."
            )
            none = Paragraph(text)
            none.setObjectName("noPlugins")
            self._cards.addWidget(none)

    def _card(self, plugin: PluginItem) -> Card:
        made = Card(self.appearance, f"plugin_{plugin.name}")
        top = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(ElidedLabel(visible(plugin.name), "strong"))
        if plugin.source:
            words.addWidget(ElidedLabel(visible(plugin.source), "small"))
        top.addLayout(words, 1)
        state = label(self.tr("on") if plugin.on else self.tr("off"), "good" if plugin.on else "small")
        top.addWidget(state, 0, Qt.AlignmentFlag.AlignVCenter)
        made.column.addLayout(top)
        if plugin.about:
            made.column.addWidget(Paragraph(visible(plugin.about), "muted"))
        for name, does in plugin.tools:
            tool = QVBoxLayout()
            tool.setSpacing(2)
            tool.addWidget(label(visible(name)))
            tool.addWidget(Paragraph(visible(does)[:300], "muted"))
            made.column.addLayout(tool)
        if plugin.problem:
            problem = Paragraph(visible(said(plugin.problem)), "danger")
            problem.setObjectName(f"problem_{plugin.name}")
            made.column.addWidget(problem)
        elif plugin.on and not plugin.tools:
            made.column.addWidget(Paragraph(self.tr("It brings no tools."), "muted"))
        words_of_switch = self.tr("Switch off") if plugin.on else self.tr("Switch on…")
        (button,) = made.buttons((f"switch_{plugin.name}", words_of_switch)).values()
        button.setProperty("plugin", plugin.name)
        button.setProperty("on", plugin.on)
        button.setAccessibleName(f"{words_of_switch} {plugin.name}")
        button.clicked.connect(self._on_switch)
        made.setAccessibleName(f"{plugin.name}, {state.text()}")
        return made

    @Slot()
    def _on_switch(self) -> None:
        button = self.sender()
        self.switched.emit(str(button.property("plugin")), not button.property("on"))
