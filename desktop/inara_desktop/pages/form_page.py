"""A page made from the declarations of one table: each value is told as soon as the person is done with it."""

from __future__ import annotations

from typing import Any, NamedTuple

from pydantic import BaseModel
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout

from inara_desktop.controls import TextButton
from inara_desktop.pages.page import Page
from inara_desktop.pages.table_form import TableForm
from inara_desktop.style import Appearance
from inara_engine.settings import Settings

__all__ = ["Change", "FormPage"]


class Change(NamedTuple):
    """A setting by its path in the file, and its new value; None removes it."""

    path: tuple[str, ...]
    value: Any


class FormPage(Page):
    """`changed` carries a `Change`, `wanted` the name of a window that shows more."""

    changed = Signal(Change)
    wanted = Signal(str)

    def __init__(self, appearance: Appearance, table: str, title: str, links: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(appearance, f"page_{table}")
        self.setAccessibleName(title)
        self.table = table
        values: BaseModel = getattr(Settings(), table)
        self.form = TableForm(appearance, type(values), table)
        self.column.addWidget(self.form)
        row = QHBoxLayout()
        row.setSpacing(appearance.theme.metrics.gap_s)
        for name, words in links:
            button = TextButton(appearance, words)
            button.setObjectName(f"open_{name}")
            button.setProperty("opens", name)
            button.clicked.connect(self._on_link)
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.form.changed.connect(self._on_changed)

    def set_settings(self, settings: Settings) -> None:
        self.form.load(getattr(settings, self.table).model_dump(mode="json"))

    def show_problem(self, path: tuple[str, ...], text: str) -> None:
        """Why a value can't be taken, beside it; what was typed stays."""
        self.form.show_problems({".".join(path[1:]): text})

    @Slot(str, object)
    def _on_changed(self, name: str, value: object) -> None:
        self.changed.emit(Change((self.table, *name.split(".")), value))

    @Slot()
    def _on_link(self) -> None:
        self.wanted.emit(str(self.sender().property("opens")))
