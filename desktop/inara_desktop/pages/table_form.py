"""A form made from a declared table: `load` what is in force, `check` what is typed, take what is `filled` in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inara_desktop.controls import TextButton, label
from inara_desktop.pages.declared import Declared, declared, words
from inara_desktop.pages.field import SettingField, Wrong
from inara_desktop.pages.filled import Filled, at, listed
from inara_desktop.style import Appearance

__all__ = ["TableForm"]


class TableForm(QWidget):
    """The fields of `table` named in `first` (all where empty), then behind a button those in `more`.

    `changed` carries a field's name ("price.input" within a table) and its value when the person is done with it.
    """

    changed = Signal(str, object)

    def __init__(
        self,
        appearance: Appearance,
        table: type[BaseModel],
        prefix: str,
        first: Sequence[str] = (),
        more: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self._prefix = prefix
        self._fields: dict[str, SettingField] = {}
        known = {one.name: one for one in declared(table)}
        metrics = appearance.theme.metrics
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.gap_l)
        for name in first or known:
            if one := known.get(name):
                self._add(column, one)
        self._more = QWidget(self)
        self._more.hide()
        self._button = TextButton(appearance, self.tr("More…"), icon="chevron-down", ink="muted", kind="quiet")
        self._button.setParent(self)
        self._button.setVisible(bool(more))
        self._button.setObjectName(f"{prefix}_more")
        if more:
            below = QVBoxLayout(self._more)
            below.setContentsMargins(0, 0, 0, 0)
            below.setSpacing(metrics.gap_l)
            for name in more:
                self._add(below, known[name])
            column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(self._more)
            self._button.clicked.connect(self._on_more)

    def field(self, name: str) -> SettingField:
        """One of the fields."""
        return self._fields[name]

    def put_below(self, name: str, widget: QWidget) -> None:
        """What belongs to a field besides what is declared."""
        field = self._fields[name]
        within = self._more if self._more.isAncestorOf(field) else self
        column = within.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.indexOf(field) + 1, widget)

    def load(self, values: Mapping[str, Any]) -> None:
        """Show these; what isn't named is left to its default."""
        for name, field in self._fields.items():
            field.set_value(at(values, tuple(name.split("."))))

    def check(self) -> bool:
        """Whether all that is typed can be a value; what can't says so."""
        well = True
        for field in self._fields.values():
            try:
                field.value()
                field.show_problem("")
            except Wrong as wrong:
                field.show_problem(str(wrong))
                self._reveal(field)
                well = False
        return well

    def filled(self) -> Filled:
        """What is said. Call `check` first."""
        return Filled(tuple((name, field.value(), listed(field.what.default)) for name, field in self._fields.items()))

    def show_problems(self, problems: Mapping[str, str]) -> list[str]:
        """Tell what is wrong, each beside its field; what has no field here is given back."""
        for field in self._fields.values():
            field.show_problem("")
        left: list[str] = []
        for name, text in problems.items():
            near = next(
                (one for one in (name, name.partition(".")[0], name.partition("[")[0]) if one in self._fields), ""
            )
            if near:
                self._fields[near].show_problem(text)
                self._reveal(self._fields[near])
            else:
                left.append(f"{name}: {text}" if name else text)
        return left

    def _add(self, column: QVBoxLayout, what: Declared, above: str = "") -> None:
        name = f"{above}{what.name}"
        if what.table is not None:
            column.addWidget(label(words(what.title), "section"))
            for one in declared(what.table):
                self._add(column, one, f"{name}.")
            return
        field = SettingField(what, f"{self._prefix}_{name.replace('.', '_')}")
        field.changed.connect(self._on_changed)
        self._fields[name] = field
        column.addWidget(field)

    def _reveal(self, field: SettingField) -> None:
        if self._more.isAncestorOf(field):
            self._more.show()
            self._button.hide()

    @Slot()
    def _on_more(self) -> None:
        self._more.show()
        self._button.hide()
        if fields := self._more.findChildren(SettingField):
            fields[0].control.setFocus()

    @Slot()
    def _on_changed(self) -> None:
        name = next(name for name, field in self._fields.items() if field is self.sender())
        field = self._fields[name]
        try:
            value = field.value()
        except Wrong as wrong:
            field.show_problem(str(wrong))
            return
        self.changed.emit(name, value)
