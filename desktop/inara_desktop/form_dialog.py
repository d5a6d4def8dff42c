"""What a tool server wants to know of the person: a small form to fill in, or a page to visit.

What is typed goes to that server, so the dialog says so. Closing it answers nothing: the question waits on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, cast

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from inara_desktop.check_box import CheckBox
from inara_desktop.controls import Choice, Paragraph, PickerButton, TextButton, label
from inara_desktop.said import said
from inara_desktop.scrolled import scrolls_in_the_edge
from inara_desktop.style import Appearance
from inara_desktop.visible import visible
from inara_engine.forms import FormField, fields, problem, value_of

if TYPE_CHECKING:
    from inara_engine.face import OpenQuestion

__all__ = ["FormDialog"]

WIDTH_PX = 480
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute  # a picker is laid out from right to left
HINTS = {"email": "name@example.org", "date": "2026-01-31", "uri": "https://", "date-time": "2026-01-31T08:30:00Z"}


class _Blank(Protocol):
    """One field's control."""

    def value(self) -> Any:
        """What is in it, None for nothing. Raises ValueError."""
        ...


class _Line(QLineEdit):
    def __init__(self, field: FormField) -> None:
        super().__init__("" if field.default is None else str(field.default))
        self._field = field
        self.setPlaceholderText(HINTS.get(field.format, ""))

    def value(self) -> Any:
        return value_of(self._field, self.text())


class _Check(CheckBox):
    def __init__(self, field: FormField) -> None:
        super().__init__(visible(field.title).replace("&", "&&"))
        self.setChecked(field.default is True)

    def value(self) -> Any:
        return self.isChecked()


class _Picker(PickerButton):
    def __init__(self, appearance: Appearance, field: FormField) -> None:
        super().__init__(appearance, field.title)
        self.setProperty("kind", "")  # bordered, as the fields around it are
        self._all = [Choice(choice.value, visible(choice.label)) for choice in field.choices]
        if not field.required:
            self._all.insert(0, Choice("", self.tr("No answer")))
        self._current = str(field.default) if field.default is not None else ""
        self._show()
        self.chosen.connect(self._on_chosen)

    def value(self) -> Any:
        return self._current or None

    @Slot(str)
    def _on_chosen(self, value: str) -> None:
        self._current = value
        self._show()

    def _show(self) -> None:
        known = any(choice.id == self._current for choice in self._all)
        self.set_choices(self._all, self._current, "" if known else self.tr("Choose…"))


class _Checks(QWidget):
    def __init__(self, field: FormField) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        default: object = field.default
        chosen = cast("list[object]", default) if isinstance(default, list) else []
        self._boxes = [(choice.value, CheckBox(visible(choice.label).replace("&", "&&"))) for choice in field.choices]
        for value, box in self._boxes:
            box.setChecked(value in chosen)
            column.addWidget(box)

    def value(self) -> Any:
        return [value for value, box in self._boxes if box.isChecked()] or None


class FormDialog(QDialog):
    """`answered` carries "accept" or "decline", and the content. Esc leaves the question waiting. `open()` it."""

    answered = Signal(str, dict)

    def __init__(self, appearance: Appearance, question: OpenQuestion, parent: QWidget) -> None:
        super().__init__(parent)
        metrics = appearance.theme.metrics
        self._appearance = appearance
        self.question = question
        self._fields = fields(question.form or {})
        self._blanks: dict[str, _Blank] = {}
        self.setObjectName("formDialog")
        asks = self.tr("{source} asks").format(source=visible(question.source))
        self.setWindowTitle(asks)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(*metrics.dialog_edges(bar=True))
        column.setSpacing(metrics.gap_m)
        column.addWidget(label(asks, "title", wrap=True))
        message = Paragraph(visible(question.message, lines=True))
        message.setObjectName("formMessage")
        message.setContentsMargins(*metrics.beside_bar())
        column.addWidget(message)
        column.addWidget(self._form() if question.form is not None else self._page(), 1)
        self._problem = Paragraph()
        self._problem.setObjectName("formProblem")
        self._problem.setProperty("tone", "error")
        self._problem.hide()
        column.addWidget(self._problem)
        said = self.tr("Inara does not open it.")
        if question.form is not None:
            said = self.tr("What you fill in goes to this server.")
        column.addWidget(Paragraph(said, "muted"))
        column.addLayout(self._buttons())
        self.setMinimumWidth(WIDTH_PX)
        self.resize(WIDTH_PX, min(620, 260 + 66 * len(self._fields)))

    def show_problem(self, text: str) -> None:
        """Say what is wrong with what was filled in; "" nothing."""
        self._problem.set_text(visible(text)[:500])
        self._problem.setVisible(bool(text))

    def _form(self) -> QWidget:
        metrics = self._appearance.theme.metrics
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 2, 0, 2)
        rows.setSpacing(metrics.gap_xs)
        for field in self._fields:
            blank = self._blank(field)
            if not isinstance(blank, _Check):
                title = visible(field.title)
                words = self.tr("{title} (needed)").format(title=title) if field.required else title
                rows.addWidget(label(words, "section"))
            rows.addWidget(blank, 0, LEFT if isinstance(blank, _Picker) else Qt.AlignmentFlag(0))
            if field.description:
                rows.addWidget(Paragraph(visible(field.description), "small"))
            rows.addSpacing(metrics.gap_s)
        rows.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("formFields")
        scroll.setAccessibleName(self.tr("What it asks for"))
        scrolls_in_the_edge(scroll, metrics)
        scroll.setWidget(inner)
        return scroll

    def _blank(self, field: FormField) -> QWidget:
        made: _Line | _Check | _Picker | _Checks
        match field.kind:
            case "boolean":
                made = _Check(field)
            case "choice":
                made = _Picker(self._appearance, field)
            case "choices":
                made = _Checks(field)
            case _:
                made = _Line(field)
        made.setObjectName(f"form_{field.name[:60]}")
        made.setAccessibleName(visible(field.title))
        made.setAccessibleDescription(visible(field.description))
        self._blanks[field.name] = made
        return made

    def _page(self) -> QWidget:
        shown = QWidget()
        row = QVBoxLayout(shown)
        row.setContentsMargins(0, 0, 0, 0)
        address = Paragraph(visible(self.question.url))
        address.setObjectName("formAddress")
        address.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        row.addWidget(address)
        copy = TextButton(self._appearance, self.tr("Copy the address"), icon="copy", ink="muted", kind="quiet")
        copy.setObjectName("formCopy")
        copy.clicked.connect(self._on_copy)
        row.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
        return shown

    def _buttons(self) -> QHBoxLayout:
        later = TextButton(self._appearance, self.tr("Later"), kind="quiet")
        later.setObjectName("formLater")
        decline = TextButton(self._appearance, self.tr("Decline"))
        decline.setObjectName("formDecline")
        words = self.tr("Send") if self.question.form is not None else self.tr("I have been there")
        send = TextButton(self._appearance, words, kind="primary")
        send.setObjectName("formSend")
        send.setDefault(True)
        metrics = self._appearance.theme.metrics
        row = QHBoxLayout()
        row.setContentsMargins(*metrics.beside_bar())
        row.setSpacing(metrics.gap_s)
        row.addWidget(later)
        row.addStretch(1)
        row.addWidget(decline)
        row.addWidget(send)
        later.clicked.connect(self.reject)
        decline.clicked.connect(self._on_decline)
        send.clicked.connect(self._on_send)
        return row

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.question.url)

    @Slot()
    def _on_decline(self) -> None:
        self.answered.emit("decline", {})

    @Slot()
    def _on_send(self) -> None:
        content: dict[str, Any] = {}
        for field in self._fields:
            try:
                value = self._blanks[field.name].value()
            except ValueError as error:
                self.show_problem(f"{field.title}: {said(str(error))}")
                return
            if wrong := problem(field, value):
                self.show_problem(said(wrong))
                return
            if value is not None:
                content[field.name] = value
        self.show_problem("")
        self.answered.emit("accept", content)
