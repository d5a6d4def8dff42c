"""A server that was found on this machine, with its models to choose from."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from inara_desktop.connect_values import FoundServer, ServerChoice
from inara_desktop.controls import Choice, ElidedLabel, PickerButton, TextButton, label
from inara_desktop.said import said
from inara_desktop.style import Appearance

__all__ = ["FoundServerRow"]


class FoundServerRow(QFrame):
    """`use` is the button that chooses it; `chosen` carries the server and the model."""

    chosen = Signal(ServerChoice)

    def __init__(self, appearance: Appearance, server: FoundServer, use: TextButton) -> None:
        super().__init__()
        metrics = appearance.theme.metrics
        self._server = server
        self._model = server.models[0] if server.models else ""
        self.setProperty("kind", "sunken")
        self.use = use
        self.picker = PickerButton(appearance, self.tr("Model of {server}").format(server=said(server.name)))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(said(server.name), "strong"))
        words.addWidget(ElidedLabel(server.base_url, "small"))
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.gap_m, metrics.gap_s, metrics.gap_s, metrics.gap_s)
        row.setSpacing(metrics.gap_s)
        row.addLayout(words, 1)
        if server.models:
            row.addWidget(self.picker)
            self._show_models()
            self.picker.chosen.connect(self._on_model)
        else:
            row.addWidget(label(self.tr("no model loaded"), "muted"))
            use.setEnabled(False)
        row.addWidget(use)
        use.clicked.connect(self._on_use)

    def _show_models(self) -> None:
        self.picker.set_choices([Choice(name, name, "model") for name in self._server.models], self._model)

    @Slot(str)
    def _on_model(self, model: str) -> None:
        self._model = model
        self._show_models()

    @Slot()
    def _on_use(self) -> None:
        self.chosen.emit(ServerChoice(self._server, self._model))
