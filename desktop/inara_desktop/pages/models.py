"""The page of the models: which there are, where they are, how their keys stand, and whether they answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from inara_desktop.connect_values import FindingItem, FoundServer, ServerChoice
from inara_desktop.controls import ElidedLabel, IconLabel, Paragraph, TextButton, label
from inara_desktop.pages.page import Card, Page, clear, keeps_focus
from inara_desktop.said import explained
from inara_desktop.style import Appearance
from inara_desktop.visible import visible

__all__ = ["ModelCard", "ModelsPage"]


class ModelCard(NamedTuple):
    """A configured model. `key` is in words, with `key_well` for whether it can be had."""

    id: str
    label: str
    provider: str
    host: str
    local: bool
    first: bool
    key: str = ""
    key_well: bool = True


class ModelsPage(Page):
    """`wanted` carries what is to be done ("test", "edit", "first", "remove") and the model's id."""

    wanted = Signal(str, str)
    addWanted = Signal()
    searchWanted = Signal()
    serverChosen = Signal(ServerChoice)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "modelsPage")
        self.setAccessibleName(self.tr("Models"))
        metrics = appearance.theme.metrics
        self._cards = QVBoxLayout()
        self._cards.setSpacing(metrics.gap_m)
        self._findings: dict[str, QVBoxLayout] = {}
        self._found = QVBoxLayout()
        self._found.setSpacing(metrics.gap_s)
        self.add = TextButton(appearance, self.tr("Add a model…"), icon="plus", ink="on_accent", kind="primary")
        self.add.setObjectName("addModel")
        self.search = TextButton(appearance, self.tr("Find local servers"), icon="search", ink="muted")
        self.search.setObjectName("searchServers")
        row = QHBoxLayout()
        row.setSpacing(metrics.gap_s)
        row.addWidget(self.add)
        row.addWidget(self.search)
        row.addStretch(1)
        self.column.addWidget(
            Paragraph(
                self.tr(
                    "What can answer you. The first one does; others stand in or work in other roles. "
                    "Keys are kept in the keyring of your system, never in a file."
                ),
                "muted",
            )
        )
        self.column.addLayout(row)
        self.column.addLayout(self._found)
        self.column.addLayout(self._cards)
        self.add.clicked.connect(self.addWanted)
        self.search.clicked.connect(self.searchWanted)

    @keeps_focus
    def show_models(self, cards: Sequence[ModelCard]) -> None:
        """These are configured."""
        clear(self._cards)
        self._findings = {}
        for card in cards:
            self._cards.addWidget(self._card(card))
        if not cards:
            text = self.tr("No model yet: the tour's script answers. Add one, or look for servers.")
            self._cards.addWidget(Paragraph(text, "muted"))

    def show_looking(self) -> None:
        """Servers are being looked for."""
        clear(self._found)
        self.search.setEnabled(False)
        self._found.addWidget(Paragraph(self.tr("Looking for servers on this machine…"), "muted"))

    def show_servers(self, servers: Sequence[FoundServer]) -> None:
        """These answer on this machine."""
        from inara_desktop.found_server import FoundServerRow

        clear(self._found)
        self.search.setEnabled(True)
        for server in servers:
            use = TextButton(self.appearance, self.tr("Add"))
            use.setObjectName("addFound")
            use.setAccessibleName(self.tr("Add a model of {server}").format(server=server.name))
            row = FoundServerRow(self.appearance, server, use)
            row.chosen.connect(self.serverChosen)
            self._found.addWidget(row)
        if not servers:
            text = self.tr("None answers. Start Ollama, LM Studio or llama.cpp's server, then look again.")
            self._found.addWidget(Paragraph(text, "muted"))

    def show_testing(self, model: str) -> None:
        """A model is being asked."""
        if (place := self._findings.get(model)) is not None:
            clear(place)
            place.addWidget(Paragraph(self.tr("Asking it for a word…"), "muted"))

    def show_findings(self, model: str, findings: Sequence[FindingItem]) -> None:
        """What a test found, below the model."""
        if (place := self._findings.get(model)) is None:
            return
        clear(place)
        for finding in findings:
            row = QHBoxLayout()
            row.setSpacing(self.appearance.theme.metrics.gap_s)
            icon, ink = ("check", "success_text") if finding.ok else ("warning", "warning_text")
            row.addWidget(IconLabel(self.appearance, icon, ink))
            text = visible(explained(finding))
            words = Paragraph(text)
            words.setObjectName(f"finding_{model}")
            row.addWidget(words, 1)
            place.addLayout(row)

    def _card(self, card: ModelCard) -> Card:
        made = Card(self.appearance, f"model_{card.id}")
        top = QHBoxLayout()
        top.setSpacing(self.appearance.theme.metrics.gap_m)
        icon, ink = ("computer", "success_text") if card.local else ("cloud", "warning_text")
        where = self.tr("on this machine") if card.local else self.tr("elsewhere")
        top.addWidget(IconLabel(self.appearance, icon, ink, 20))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(ElidedLabel(visible(card.label), "strong"))
        words.addWidget(ElidedLabel(visible(f"{card.id} · {card.provider} · {card.host or where}"), "small"))
        top.addLayout(words, 1)
        if card.first:
            top.addWidget(label(self.tr("answers"), "good"), 0, Qt.AlignmentFlag.AlignVCenter)
        made.column.addLayout(top)
        if card.key:
            key = Paragraph(visible(card.key), "muted" if card.key_well else "danger")
            key.setObjectName(f"key_{card.id}")
            made.column.addWidget(key)
        place = QVBoxLayout()
        place.setSpacing(4)
        made.column.addLayout(place)
        self._findings[card.id] = place
        acts = [("test", self.tr("Test")), ("edit", self.tr("Edit…")), ("remove", self.tr("Remove…"))]
        if not card.first:
            acts.insert(0, ("first", self.tr("Let it answer")))
        for (act, _), button in zip(
            acts, made.buttons(*((f"{act}_{card.id}", text) for act, text in acts)).values(), strict=True
        ):
            button.setProperty("act", act)
            button.setProperty("model", card.id)
            button.setAccessibleName(f"{button.text()} {card.label}")
            button.clicked.connect(self._on_act)
        made.setAccessibleName(f"{card.label}, {card.provider}, {where}")
        return made

    @Slot()
    def _on_act(self) -> None:
        button = self.sender()
        self.wanted.emit(str(button.property("act")), str(button.property("model")))
