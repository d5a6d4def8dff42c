"""A server typed in at the first start: one of the known vendors with a key, or any other by its address."""

from __future__ import annotations

import re
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from inara_desktop.connect_values import ServerForm
from inara_desktop.controls import Choice, Paragraph, PickerButton, TextButton
from inara_desktop.style import Appearance

__all__ = ["ConnectForm"]


class _Vendor(NamedTuple):
    """Whose models are reached by a key alone; `model` is the name of one."""

    provider: str
    name: str
    model: str


_NAMES = (
    _Vendor("openai", "OpenAI", "gpt-5"),
    _Vendor("anthropic", "Anthropic", "claude-sonnet-4-5"),
    _Vendor("gemini", "Gemini", "gemini-2.5-pro"),
)
_OTHER = ""  # a server with an address
_HOST = re.compile(r"https?://[^/?#]+")


class ConnectForm(QWidget):
    """Whose server, its address where it is none of the known ones, model, and key."""

    entered = Signal(ServerForm)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._vendor: _Vendor | None = None
        self.whose = PickerButton(appearance, self.tr("Whose server"))
        self.whose.setObjectName("serverWhose")
        self.whose.setProperty("kind", "")  # bordered, as the fields beside it are
        self.url = _field("serverUrl", self.tr("Address of the server"), "http://127.0.0.1:11434/v1")
        self.model = _field("serverModel", self.tr("Name of the model"))
        self.key = _field("serverKey", self.tr("Key, if the server wants one"))
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.connect_button = TextButton(appearance, self.tr("Connect"))
        self.connect_button.setObjectName("connectServer")
        self._problem = Paragraph()
        self._problem.setProperty("tone", "error")
        self._problem.setObjectName("serverProblem")
        self._problem.hide()
        self._lay_out(appearance)
        self._ask()
        self.whose.chosen.connect(self._on_whose)
        self.connect_button.clicked.connect(self._on_connect)
        for each in (self.url, self.model, self.key):
            each.returnPressed.connect(self._on_connect)

    def show_problem(self, text: str) -> None:
        """Say what is wrong with what was typed ("": nothing)."""
        self._problem.set_text(text)
        self._problem.setVisible(bool(text))

    def set_connecting(self, *, connecting: bool) -> None:
        """Whether what was typed is being tried."""
        self.connect_button.setEnabled(not connecting)
        self.connect_button.setText(self.tr("Connecting…") if connecting else self.tr("Connect"))

    @Slot(str)
    def _on_whose(self, provider: str) -> None:
        self._vendor = next((vendor for vendor in _NAMES if vendor.provider == provider), None)
        self.show_problem("")
        self._ask()
        (self.url if self._vendor is None else self.model).setFocus()

    def _ask(self) -> None:
        """For what the server chosen needs."""
        vendor = self._vendor
        choices = [
            Choice(_OTHER, self.tr("A server"), "plug"),
            *(Choice(v.provider, v.name, "cloud") for v in _NAMES),
        ]
        self.whose.set_choices(choices, vendor.provider if vendor else _OTHER)
        self.url.setVisible(vendor is None)
        self.model.setPlaceholderText(
            self.tr("Model, e.g. {model}").format(model=vendor.model if vendor else "qwen3:8b")
        )
        key = self.tr("Key (kept in your keyring)") if vendor else self.tr("Key (optional, kept in your keyring)")
        self.key.setPlaceholderText(key)

    @Slot()
    def _on_connect(self) -> None:
        if not self.connect_button.isEnabled():  # Enter, while it is tried
            return
        wrong = self._wrong()
        if wrong is not None:
            field, problem = wrong
            self.show_problem(problem)
            field.setFocus()
            return
        self.show_problem("")
        model, key = self.model.text().strip(), self.key.text().strip()
        self.entered.emit(
            ServerForm(self._address(), model, key)
            if self._vendor is None
            else ServerForm("", model, key, self._vendor.provider)
        )

    def _wrong(self) -> tuple[QLineEdit, str] | None:
        """The first field that will not do, and why."""
        url, vendor = self._address(), self._vendor
        if vendor is None and not url:
            example = self.tr("Type the address of the server, for example http://127.0.0.1:11434/v1.")
            return self.url, example
        if vendor is None and not url.startswith(("http://", "https://")):
            return self.url, self.tr("The address must begin with http:// or https://.")
        if not self.model.text().strip():
            return self.model, self.tr("Type the model's name as the server knows it.")
        if vendor is not None and not self.key.text().strip():
            return self.key, self.tr("Paste your key. {vendor} answers nobody without one.").format(vendor=vendor.name)
        return None

    def _address(self) -> str:
        """As it was typed; where that is a host alone, with the path that such servers have."""
        url = self.url.text().strip()
        url = f"http://{url}" if url and "://" not in url else url
        return f"{url}/v1" if _HOST.fullmatch(url) else url

    def _lay_out(self, appearance: Appearance) -> None:
        gap = appearance.theme.metrics.gap_s
        server, row = QHBoxLayout(), QHBoxLayout()
        for line in (server, row):
            line.setSpacing(gap)
        server.addWidget(self.whose)
        server.addWidget(self.url, 3)
        server.addWidget(self.model, 2)
        row.addWidget(self.key, 1)
        row.addWidget(self.connect_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        column.addLayout(server)
        column.addLayout(row)
        column.addWidget(self._problem)


def _field(name: str, purpose: str, placeholder: str = "") -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setAccessibleName(purpose)
    field.setPlaceholderText(placeholder)
    return field
