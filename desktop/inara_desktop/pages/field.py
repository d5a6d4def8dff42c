"""One setting on a page: its control, its description, and what is wrong with it."""

from __future__ import annotations

import json
from typing import Any, cast

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from inara_desktop.check_box import WORDS_PX, CheckBox
from inara_desktop.controls import Paragraph, label
from inara_desktop.pages.declared import Declared, choice_words, words
from inara_desktop.pages.drop_down import DropDown

__all__ = ["SettingField", "Wrong"]

LINES_PX = 84  # the height of a list of names
TEXT_PX = 110
LONG_TEXTS = frozenset({"task", "system_append"})


class Wrong(ValueError):
    """What is typed is no value of its kind; the text says so."""


class SettingField(QWidget):
    """`changed` comes when the person is done with it. `value` is None where nothing is said."""

    changed = Signal()

    def __init__(self, what: Declared, name: str) -> None:
        super().__init__()
        self.what = what
        title, description = words(what.title), words(what.description)
        self.control = self._made(title)
        self.control.setObjectName(name)
        self.control.setAccessibleName(title)
        self.control.setAccessibleDescription(description)
        self._problem = Paragraph("", "danger")
        self._problem.setObjectName(f"{name}_problem")
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if not isinstance(self.control, QCheckBox):
            column.addWidget(label(title, "strong"))
        column.addWidget(self.control)
        about = Paragraph(description, "muted")
        if isinstance(self.control, QCheckBox):
            self._problem.setIndent(WORDS_PX)
            about.setIndent(WORDS_PX)
        column.addWidget(self._problem)
        column.addWidget(about)

    def set_value(self, value: Any) -> None:
        """Show what is in force, unless something is being typed; None is nothing said."""
        if self._being_typed:
            return
        self.show_problem("")
        if value is None and not self.what.optional:
            value = self.what.default
        with QSignalBlocker(self.control):
            match self.control:
                case QCheckBox():
                    self.control.setChecked(bool(value))
                case QComboBox():
                    self.control.setCurrentIndex(max(0, self.control.findData("" if value is None else str(value))))
                case QPlainTextEdit():
                    self.control.setPlainText(self._as_text(value))
                case QLineEdit():
                    self.control.setText("" if value is None else str(value))
                case _:
                    pass

    def show_problem(self, text: str) -> None:
        """Why the value can't be taken; "" where it can."""
        self._problem.set_text(text)
        self._problem.setVisible(bool(text))

    def value(self) -> Any:
        """What is in the control, None where it is left to the default. Raises Wrong."""
        match self.control:
            case QCheckBox():
                return self.control.isChecked()
            case QComboBox():
                choice = str(self.control.currentData())
                return self.what.convert(choice) if choice else (None if self.what.optional else "")
            case QPlainTextEdit():
                return self._of_text(self.control.toPlainText())
            case QLineEdit():
                text = self.control.text().strip()
                if not text and (self.what.optional or self.what.kind == "number"):
                    return None
                return self._number(text) if self.what.kind == "number" else text
            case _:
                return None

    @property
    def _being_typed(self) -> bool:
        """Whether the person is in the middle of it."""
        match self.control:
            case QPlainTextEdit():
                return self.control.hasFocus() and self.control.document().isModified()
            case QLineEdit():
                return self.control.hasFocus() and self.control.isModified()
            case _:
                return False

    def _number(self, text: str) -> Any:
        try:
            return self.what.convert(text.replace(",", ".") if self.what.convert is float else text)
        except ValueError:
            raise Wrong(self.tr("That is no number.")) from None

    def _as_text(self, value: Any) -> str:
        if value is None:
            return ""
        if self.what.kind == "json":
            return json.dumps(value, ensure_ascii=False, indent=1) if value else ""
        if self.what.kind == "rules":
            return "\n".join(map(_rule_line, value))
        return value if isinstance(value, str) else "\n".join(map(str, value))

    def _of_text(self, text: str) -> Any:
        if self.what.kind == "text":
            return text.strip()
        if self.what.kind == "json":
            return self._json(text)
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        if self.what.kind == "rules":
            return [_rule(line) for line in lines]
        return None if self.what.optional and not lines else lines

    def _json(self, text: str) -> Any:
        if not text.strip():
            return None
        try:
            value = json.loads(text)
        except ValueError:
            value = None
        if not isinstance(value, dict):
            raise Wrong(self.tr('That is no JSON object. It looks like {"name": "value"}.'))
        return value  # pyright: ignore[reportUnknownVariableType] (any JSON)

    def _made(self, title: str) -> QWidget:
        match self.what.kind:
            case "switch":
                box = CheckBox(title.replace("&", "&&"))
                box.toggled.connect(self._on_changed)  # a screen reader toggles it and clicks nothing
                return box
            case "choice":
                return self._choice()
            case "lines":
                return self._lines(LINES_PX, self.tr("One a line"))
            case "rules":
                return self._lines(LINES_PX, self.tr("One a line, such as") + "\nremember\nwrite_file ~/Notes")
            case "json":
                return self._lines(LINES_PX, '{"…": …}')
            case "text" if self.what.name in LONG_TEXTS:
                return self._lines(TEXT_PX, self.what.example)
            case _:
                line = QLineEdit()
                default = self.what.default
                line.setPlaceholderText(str(default) if default not in {None, ""} else self.what.example)
                line.editingFinished.connect(self._on_changed)
                return line

    def _choice(self) -> DropDown:
        choice = DropDown()
        if self.what.optional:
            choice.addItem(self.tr("as by default"), "")
        for one in self.what.choices:
            choice.addItem(choice_words(one) if one else self.tr("none"), one)
        choice.activated.connect(self._on_changed)
        return choice

    def _lines(self, height_px: int, hint: str) -> QPlainTextEdit:
        lines = _Lines()
        lines.setProperty("kind", "field")
        lines.setFixedHeight(height_px)
        lines.setPlaceholderText(hint)
        lines.left.connect(self._on_changed)
        return lines

    @Slot()
    def _on_changed(self) -> None:
        match self.control:
            case QPlainTextEdit():
                self.control.document().setModified(False)
            case QLineEdit():
                self.control.setModified(False)
            case _:
                pass
        self.changed.emit()


def _rule_line(rule: object) -> str:
    """A rule as one types it: the tool, and the folder where it is one within a folder."""
    if isinstance(rule, dict):
        said = cast("dict[str, str]", rule)
        return f"{said['tool']} {said['under']}"
    return str(rule)


def _rule(line: str) -> str | dict[str, str]:
    """What a typed line means, in the form of the file."""
    tool, _, under = line.partition(" ")
    return {"tool": tool, "under": under.strip()} if under.strip() else tool


class _Lines(QPlainTextEdit):
    """Lines that are taken when one leaves them."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
