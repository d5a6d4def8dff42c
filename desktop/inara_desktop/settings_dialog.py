"""The settings: pages made from the declarations, so that labels, bounds and the file can't disagree.

Each change is emitted at once; whoever has the engine answers with `set_settings` or `show_problem`. What has no
simple form (models, roles, rules, schedules, servers) has a window or a command of its own; the file has everything.
"""

from __future__ import annotations

from collections.abc import Callable
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel
from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from inara_desktop.controls import Paragraph, TextButton, label
from inara_desktop.style import Appearance
from inara_engine.settings import Settings

__all__ = ["PAGES", "Change", "SettingsDialog"]

WIDTH_PX, HEIGHT_PX = 760, 600
LIST_PX = 170
LINES_PX = 84  # the height of a list of names
PAGES = (
    ("Appearance", "appearance"),
    ("Desktop", "desktop"),
    ("Answers", "defaults"),
    ("Folders", "workspace"),
    ("Policy", "policy"),
    ("Interface", "api"),
)


class Change(NamedTuple):
    """A setting by its path in the file, and its new value; None removes it."""

    path: tuple[str, str]
    value: Any


class _Field(QWidget):
    """One setting: its control, its description, and what is wrong with it."""

    def __init__(self, path: tuple[str, str], kind: Any, title: str, description: str, default: Any) -> None:
        super().__init__()
        self.path = path
        self.on_change: Callable[[Change], None] = _nobody
        self._kind = _without_none(kind)
        self._optional = self._kind is not kind
        self._control = self._made(title, default)
        self._control.setObjectName("_".join(path))
        self._control.setAccessibleName(title)
        self._control.setAccessibleDescription(description)
        self._problem = Paragraph("", "danger")
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if not isinstance(self._control, QCheckBox):
            column.addWidget(label(title, "strong"))
        column.addWidget(self._control)
        column.addWidget(Paragraph(description, "muted"))
        column.addWidget(self._problem)

    def set_value(self, value: Any) -> None:
        """Show what is in force."""
        self.show_problem("")
        with QSignalBlocker(self._control):
            match self._control:
                case QCheckBox():
                    self._control.setChecked(bool(value))
                case QComboBox():
                    self._control.setCurrentText(str(value))
                case QPlainTextEdit():
                    self._control.setPlainText("\n".join(map(str, value or ())))
                case QLineEdit():
                    self._control.setText("" if value is None else str(value))
                case _:
                    pass

    def show_problem(self, text: str) -> None:
        """Why the value can't be taken; "" where it can."""
        self._problem.set_text(text)
        self._problem.setVisible(bool(text))

    def _made(self, title: str, default: Any) -> QWidget:
        if self._kind is bool:
            box = QCheckBox(title)
            box.clicked.connect(self._emit)
            return box
        if get_origin(self._kind) is Literal:
            choice = QComboBox()
            choice.addItems([str(one) for one in get_args(self._kind)])
            choice.activated.connect(self._emit)
            return choice
        if get_origin(self._kind) is tuple:
            lines = _Lines()
            lines.setFixedHeight(LINES_PX)
            lines.setPlaceholderText("One a line")
            lines.left.connect(self._emit)
            return lines
        line = QLineEdit()
        line.setPlaceholderText("" if default is None else str(default))
        line.editingFinished.connect(self._emit)
        return line

    @Slot()
    def _emit(self) -> None:
        try:
            self.on_change(Change(self.path, self._value()))
        except ValueError:
            self.show_problem("That is no number.")

    def _value(self) -> Any:
        """What is in the control. Raises ValueError where it is no number."""
        match self._control:
            case QCheckBox():
                return self._control.isChecked()
            case QComboBox():
                return self._control.currentText()
            case QPlainTextEdit():
                lines = [line.strip() for line in self._control.toPlainText().splitlines() if line.strip()]
                return None if self._optional and not lines else lines
            case QLineEdit():
                text = self._control.text().strip()
                if not text and (self._optional or self._kind in {int, float}):
                    return None
                return self._kind(text) if self._kind in {int, float} else text
            case _:
                return None


class _Lines(QPlainTextEdit):
    """Lines that are taken when one leaves them."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: Any) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class SettingsDialog(QDialog):
    """`changed` carries a `Change`. `open()` it; Esc closes it. Everything typed is applied when one goes on."""

    changed = Signal(Change)
    fileWanted = Signal()

    def __init__(self, appearance: Appearance, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        metrics = appearance.theme.metrics
        self._appearance = appearance
        self._fields: dict[tuple[str, str], _Field] = {}
        self.setObjectName("settingsDialog")
        self.setWindowTitle("Settings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pages = QListWidget()
        self.pages.setObjectName("settingsPages")
        self.pages.setAccessibleName("Pages")
        self.pages.setFixedWidth(LIST_PX)
        self._stack = QStackedWidget()
        for title, table in PAGES:
            item = QListWidgetItem(title, self.pages)
            item.setSizeHint(QSize(0, metrics.control))
            self._stack.addWidget(self._page(title, table, settings))
        self.pages.currentRowChanged.connect(self._stack.setCurrentIndex)
        self.pages.setCurrentRow(0)
        body = QHBoxLayout()
        body.setSpacing(metrics.gap_l)
        body.addWidget(self.pages)
        body.addWidget(self._stack, 1)
        edit = TextButton(appearance, "Open the file…", kind="quiet")
        edit.setObjectName("settingsFile")
        edit.setAccessibleDescription("config.toml has these settings and all others, with their words")
        edit.clicked.connect(self.fileWanted)
        close = TextButton(appearance, "Close", kind="primary")
        close.setObjectName("settingsClose")
        close.setAutoDefault(False)
        edit.setAutoDefault(False)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(edit)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.gap_xl, metrics.gap_xl, metrics.gap_xl, metrics.gap_l)
        column.setSpacing(metrics.gap_m)
        column.addWidget(label("Settings", "title"))
        column.addLayout(body, 1)
        column.addLayout(buttons)
        room = parent.size()
        self.resize(min(WIDTH_PX, max(480, room.width() - 40)), min(HEIGHT_PX, max(380, room.height() - 40)))
        self.set_settings(settings)
        self.pages.setFocus()

    def set_settings(self, settings: Settings) -> None:
        """Show what is in force."""
        for (table, name), field in self._fields.items():
            field.set_value(getattr(getattr(settings, table), name))

    def show_problem(self, path: tuple[str, str], text: str) -> None:
        """Why a value can't be taken, beside it; what was typed stays."""
        if field := self._fields.get(path):
            field.show_problem(text)

    def _page(self, title: str, table: str, settings: Settings) -> QScrollArea:
        metrics = self._appearance.theme.metrics
        inner, column = QWidget(), QVBoxLayout()
        inner.setLayout(column)
        column.setContentsMargins(2, 0, metrics.gap_m, 0)
        column.setSpacing(metrics.gap_l)
        values: BaseModel = getattr(settings, table)
        for name, info in type(values).model_fields.items():
            if not _simple(info.annotation):
                continue
            default = info.get_default(call_default_factory=True)
            field = _Field((table, name), info.annotation, info.title or name, info.description or "", default)
            field.on_change = self.changed.emit
            self._fields[table, name] = field
            column.addWidget(field)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setAccessibleName(title)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        return scroll


def _nobody(_: Change) -> None:
    """Nobody listens yet."""


def _without_none(kind: Any) -> Any:
    if get_origin(kind) in {Union, UnionType}:
        (kind,) = (choice for choice in get_args(kind) if choice is not NoneType)
    return getattr(kind, "__origin__", kind) if hasattr(kind, "__metadata__") else kind


def _simple(kind: Any) -> bool:
    """Whether a setting has a form here: a switch, a choice, a number, a text, or a list of texts."""
    kind = _without_none(kind)
    if get_origin(kind) is tuple:
        item = _without_none(get_args(kind)[0])
        return item is str
    return kind in {bool, int, float, str} or get_origin(kind) is Literal
