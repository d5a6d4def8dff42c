"""What a tool is given, as fields that a person can change before they decide.

Long and many-lined texts get room, numbers and lists are written as JSON. What comes of it is shown
as an action of its own before it can be approved, so nothing here needs to be trusted.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from inara_desktop.controls import Paragraph, label
from inara_desktop.style import Appearance, mono_font
from inara_desktop.visible import visible

__all__ = ["ArgumentsForm"]

LONG_CHARACTERS = 80


class _Text(QPlainTextEdit):
    """A text of many lines; Tab goes on to the next field."""

    def __init__(self, appearance: Appearance, text: str) -> None:
        super().__init__(text)
        self.setProperty("kind", "field")
        self.setFont(mono_font(appearance.theme))
        self.setTabChangesFocus(True)
        self.setMinimumHeight(6 * self.fontMetrics().lineSpacing() + 16)


class ArgumentsForm(QScrollArea):
    """`values()` gives what is in the fields now; `show_problem` says what is wrong with it; `entered`: by Enter."""

    entered = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._given: dict[str, Any] = {}
        self._fields: dict[str, QLineEdit | QPlainTextEdit] = {}
        self.setObjectName("confirmArguments")
        self.setAccessibleName(self.tr("What the tool is given"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_arguments(self, arguments: Mapping[str, Any]) -> None:
        """Fill the fields anew."""
        self._given = dict(arguments)
        self._fields = {}
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(4)
        self._problem = Paragraph()
        self._problem.setObjectName("argumentsProblem")
        self._problem.setProperty("tone", "error")
        self._problem.hide()
        self._problem.setContentsMargins(0, 0, 0, 8)
        column.addWidget(self._problem)
        for name, value in arguments.items():
            column.addWidget(label(visible(name), "section"))
            field = self._field(name, value)
            column.addWidget(field, 0 if isinstance(field, QLineEdit) else 1)  # long texts share what room is left
            column.addSpacing(4)
        column.addStretch(0 if any(isinstance(field, QPlainTextEdit) for field in self._fields.values()) else 1)
        self.setWidget(page)

    def focus_first(self) -> None:
        """Put the caret into the first field."""
        if self._fields:
            next(iter(self._fields.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def values(self) -> dict[str, Any]:
        """The arguments as they are now: text as it was text, anything else read as JSON. Raises ValueError."""
        return {name: self._read(name, field) for name, field in self._fields.items()}

    def show_problem(self, text: str) -> None:
        """Say what is wrong; "" nothing."""
        self._problem.set_text(visible(text, lines=True)[:1000])
        self._problem.setVisible(bool(text))
        if text:
            self.verticalScrollBar().setValue(0)

    def _field(self, name: str, value: Any) -> QWidget:
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        if "\n" not in text and len(text) <= LONG_CHARACTERS:
            line = QLineEdit(text)
            line.returnPressed.connect(self.entered)
            self._named(name, line)
            return line
        area = _Text(self._appearance, text)
        self._named(name, area)
        return area

    def _named(self, name: str, field: QLineEdit | QPlainTextEdit) -> None:
        field.setObjectName(f"argument_{name}")
        field.setAccessibleName(visible(name))
        self._fields[name] = field

    def _read(self, name: str, field: QLineEdit | QPlainTextEdit) -> Any:
        text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        if isinstance(self._given[name], str):
            return text
        try:
            return json.loads(text)
        except ValueError:
            words = self.tr("{name}: “{text}” can't be read; expected a number, true, false or JSON.")
            if isinstance(self._given[name], list):
                words = self.tr("{name}: “{text}” can't be read; expected a list like [1, 2].")
            raise ValueError(words.format(name=name, text=text[:60])) from None
