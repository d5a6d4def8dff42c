"""The page of the tool servers (MCP): what each is, how it stands, what it runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from inara_desktop.controls import Paragraph, TextButton, label
from inara_desktop.pages.page import Card, Page, clear, keeps_focus
from inara_desktop.style import Appearance
from inara_desktop.visible import visible
from inara_desktop.wording import number
from inara_desktop.wrap_row import WrapRow

__all__ = ["ServerItem", "ServersPage"]


class ServerItem(NamedTuple):
    """A server. `state` is "disabled", "off", "starting", "ready" or "failed"; `reached` its command or address.

    `pinned` counts the tools that were approved word for word, `waiting` those to be looked at.
    """

    name: str
    state: str
    reached: str
    pinned: int = 0
    waiting: int = 0
    tools: int = 0
    problem: str = ""
    log: str = ""


class ServersPage(Page):
    """`wanted` carries what is to be done ("enable", "disable", "restart", "edit", "remove") and the server."""

    wanted = Signal(str, str)
    addWanted = Signal()
    importWanted = Signal()
    lookWanted = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "serversPage")
        self.setAccessibleName(self.tr("Tool servers"))
        metrics = appearance.theme.metrics
        self._cards = QVBoxLayout()
        self._cards.setSpacing(metrics.gap_m)
        about = self.tr(
            "Programs that give models more tools, over the Model Context Protocol. A server may do what you may do: "
            "turn on only what you trust. Its tools are offered once you approved them, and each call asks, unless "
            "you rated its tool as one that only reads."
        )
        add = TextButton(appearance, self.tr("Add a server…"), icon="plus", ink="on_accent", kind="primary")
        add.setObjectName("addServer")
        bring = TextButton(appearance, self.tr("Import…"), icon="import", ink="muted")
        bring.setObjectName("importServers")
        look = TextButton(appearance, self.tr("Approve tools…"))
        look.setObjectName("approveTools")
        row = WrapRow(metrics.gap_s)
        for button in (add, bring, look):
            row.addWidget(button)
        self.column.addWidget(Paragraph(about, "muted"))
        self.column.addLayout(row)
        self.column.addLayout(self._cards)
        add.clicked.connect(self.addWanted)
        bring.clicked.connect(self.importWanted)
        look.clicked.connect(self.lookWanted)

    @keeps_focus
    def show_servers(self, servers: Sequence[ServerItem]) -> None:
        """These are configured."""
        clear(self._cards)
        for server in servers:
            self._cards.addWidget(self._card(server))
        if not servers:
            text = self.tr("None yet. Import the list of another assistant (mcpServers JSON), or add one.")
            self._cards.addWidget(Paragraph(text, "muted"))

    def _card(self, server: ServerItem) -> Card:
        made = Card(self.appearance, f"mcp_{server.name}")
        state, kind = self._state(server.state)
        top = QHBoxLayout()
        top.addWidget(label(server.name, "strong"))
        top.addStretch(1)
        top.addWidget(label(state, kind))
        made.column.addLayout(top)
        made.column.addWidget(Paragraph(visible(server.reached), "small"))
        counted = self.tr("{tools} tools: {pinned} approved, {waiting} to look at").format(
            tools=number(server.tools), pinned=number(server.pinned), waiting=number(server.waiting)
        )
        if server.tools:
            made.column.addWidget(Paragraph(counted, "muted"))
        if server.problem:
            made.column.addWidget(Paragraph(visible(server.problem), "danger"))
        if server.log:
            made.column.addWidget(Paragraph(visible(server.log, lines=True)[-600:], "small"))
        off = server.state == "disabled"
        acts = (
            [("enable", self.tr("Turn on…"))]
            if off
            else [("restart", self.tr("Restart")), ("disable", self.tr("Turn off"))]
        )
        acts += [("edit", self.tr("Edit…")), ("remove", self.tr("Remove…"))]
        buttons = made.buttons(*((f"{act}_{server.name}", text) for act, text in acts)).values()
        for (act, text), button in zip(acts, buttons, strict=True):
            button.setProperty("act", act)
            button.setProperty("server", server.name)
            button.setAccessibleName(f"{text} {server.name}")
            button.clicked.connect(self._on_act)
        made.setAccessibleName(f"{server.name}, {state}")
        return made

    def _state(self, state: str) -> tuple[str, str]:
        match state:
            case "disabled":
                return self.tr("off"), "muted"
            case "off":
                return self.tr("not started"), "muted"
            case "starting":
                return self.tr("starting…"), "muted"
            case "ready":
                return self.tr("running"), "good"
            case _:
                return self.tr("does not work"), "danger"

    @Slot()
    def _on_act(self) -> None:
        self.wanted.emit(str(self.sender().property("act")), str(self.sender().property("server")))
