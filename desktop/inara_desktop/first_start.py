"""The first start: one screen, three choices, no account, and it can be skipped."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from inara_desktop.column import ColumnPage
from inara_desktop.connect_form import ConnectForm
from inara_desktop.connect_values import FoundServer, ServerChoice, ServerForm
from inara_desktop.controls import IconLabel, TextButton, label
from inara_desktop.found_server import FoundServerRow
from inara_desktop.style import Appearance

__all__ = ["FirstStart"]


class _Card(QFrame):
    """A choice: icon, heading, a sentence, and room for what belongs to it."""

    def __init__(self, appearance: Appearance, icon: str, heading: str, sentence: str) -> None:
        super().__init__()
        metrics = appearance.theme.metrics
        self.setProperty("kind", "card")
        self.sentence = label(sentence, "muted", wrap=True)
        self.body = QVBoxLayout()
        self.body.setSpacing(metrics.gap_s)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(heading, "strong"))
        words.addWidget(self.sentence)
        self.top = QHBoxLayout()
        self.top.setSpacing(metrics.gap_m)
        self.top.addWidget(IconLabel(appearance, icon, "accent_text", 22), 0, Qt.AlignmentFlag.AlignTop)
        self.top.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.gap_l, metrics.gap_l, metrics.gap_l, metrics.gap_l)
        column.setSpacing(metrics.gap_m)
        column.addLayout(self.top)
        column.addLayout(self.body)


class FirstStart(ColumnPage):
    """Which model shall answer: one found here, the tour, or a server typed in."""

    serverChosen = Signal(ServerChoice)
    serverEntered = Signal(ServerForm)
    tourChosen = Signal()
    searchAgainRequested = Signal()
    skipped = Signal()
    doctorRequested = Signal()

    def __init__(self, appearance: Appearance) -> None:
        metrics = appearance.theme.metrics
        super().__init__(metrics, 640)
        self._appearance = appearance
        self.setObjectName("firstStart")
        self.setAccessibleName(self.tr("Choose what answers you"))
        self._servers = _Card(appearance, "computer", self.tr("On this machine"), "")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(metrics.gap_s)
        self._servers.body.addLayout(self._rows)
        self._again = TextButton(appearance, self.tr("Look again"), icon="retry", ink="muted", kind="quiet")
        self._again.setObjectName("searchAgain")
        self._doctor = TextButton(appearance, self.tr("What is wrong?"), kind="quiet")
        self._doctor.setObjectName("openDoctor")
        self._doctor.setAccessibleName(self.tr("What is wrong? Opens the connection doctor"))
        self._doctor.hide()
        self._servers.body.addWidget(self._doctor, 0, Qt.AlignmentFlag.AlignRight)
        self._servers.top.addWidget(self._again, 0, Qt.AlignmentFlag.AlignTop)
        self._form = ConnectForm(appearance)
        server = _Card(
            appearance,
            "plug",
            self.tr("Connect a server"),
            self.tr("With a key of OpenAI, Anthropic or Gemini, or any other server."),
        )
        server.body.addWidget(self._form)

        promise = self.tr("Your assistant, on your own machine. Choose what answers you; change it whenever you like.")
        skip = TextButton(appearance, self.tr("Skip for now"), kind="quiet")
        skip.setObjectName("skipFirstStart")
        self.column.setSpacing(metrics.gap_m)
        heading = QHBoxLayout()
        heading.addWidget(label(self.tr("Welcome to Inara"), "display"), 1)
        heading.addWidget(skip)
        self.column.addLayout(heading)
        self.column.addWidget(label(promise, "muted", wrap=True))
        self.column.addWidget(self._servers)
        self.column.addWidget(self._tour_card())
        self.column.addWidget(server)
        self._again.clicked.connect(self.searchAgainRequested)
        self._doctor.clicked.connect(self.doctorRequested)
        self._form.entered.connect(self.serverEntered)
        skip.clicked.connect(self.skipped)
        self.set_looking()

    def set_looking(self) -> None:
        """Servers are being looked for."""
        self._clear()
        self._again.setEnabled(False)
        self._servers.sentence.setText(self.tr("Looking for Ollama, LM Studio, llama.cpp, vLLM, Jan and others…"))

    def set_servers(self, servers: Sequence[FoundServer]) -> None:
        """What was found."""
        self._clear()
        self._again.setEnabled(True)
        self._doctor.setVisible(not all(server.models for server in servers) or not servers)
        for server in servers:
            use = TextButton(self._appearance, self.tr("Use this"), kind="primary")
            use.setObjectName("useServer")
            use.setAccessibleName(self.tr("Use {server}").format(server=server.name))
            row = FoundServerRow(self._appearance, server, use)
            row.chosen.connect(self.serverChosen)
            self._rows.addWidget(row)
        self._servers.sentence.setText(
            self.tr("Private and free: what you write never leaves this machine.")
            if servers
            else self.tr("No model server answers here yet. Start Ollama or LM Studio and look again.")
        )

    def show_problem(self, text: str) -> None:
        """Say why the typed server can't be used, below the form."""
        self._form.show_problem(text)

    def set_connecting(self, *, connecting: bool) -> None:
        """Whether the typed server is being tried."""
        self._form.set_connecting(connecting=connecting)

    def _tour_card(self) -> QWidget:
        card = _Card(
            self._appearance,
            "sparkles",
            self.tr("Take the tour"),
            self.tr("A scripted walk through what Inara does, with real files and a real question. Demo, not an AI."),
        )
        button = TextButton(self._appearance, self.tr("Start the tour"))
        button.setObjectName("startTour")
        button.clicked.connect(self.tourChosen)
        card.top.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return card

    def _clear(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
