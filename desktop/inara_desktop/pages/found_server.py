"""A server that was found on this machine, with its models to choose from."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from inara_desktop.controls import Choice, ElidedLabel, PickerButton, TextButton, label
from inara_desktop.style import Appearance
from inara_desktop.values import FoundServer, ServerChoice

__all__ = ["FoundServerRow"]


class FoundServerRow(QFrame):
    """`chosen` carries the server and the model to add."""

    chosen = Signal(ServerChoice)

    def __init__(self, appearance: Appearance, server: FoundServer) -> None:
        super().__init__()
        metrics = appearance.theme.metrics
        self._server = server
        self._model = server.models[0] if server.models else ""
        self.setProperty("kind", "sunken")
        self._picker = PickerButton(appearance, self.tr("Model of {server}").format(server=server.name))
        self._add = TextButton(appearance, self.tr("Add"))
        self._add.setObjectName("addFound")
        self._add.setAccessibleName(self.tr("Add a model of {server}").format(server=server.name))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(server.name, "strong"))
        words.addWidget(ElidedLabel(server.base_url, "small"))
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.gap_m, metrics.gap_s, metrics.gap_s, metrics.gap_s)
        row.setSpacing(metrics.gap_s)
        row.addLayout(words, 1)
        if server.models:
            row.addWidget(self._picker)
            self._show_models()
            self._picker.chosen.connect(self._on_model)
        else:
            row.addWidget(label(self.tr("no model loaded"), "muted"))
            self._add.setEnabled(False)
        row.addWidget(self._add)
        self._add.clicked.connect(self._on_add)

    def _show_models(self) -> None:
        self._picker.set_choices([Choice(name, name, "model") for name in self._server.models], self._model)

    @Slot(str)
    def _on_model(self, model: str) -> None:
        self._model = model
        self._show_models()

    @Slot()
    def _on_add(self) -> None:
        self.chosen.emit(ServerChoice(self._server, self._model))
