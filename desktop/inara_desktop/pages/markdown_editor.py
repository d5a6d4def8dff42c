"""A Markdown file to edit, with how it will look beside it. What is typed is kept when one leaves it."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from inara_desktop.controls import ElidedLabel, Paragraph, TextButton
from inara_desktop.style import Appearance, mono_font

__all__ = ["MarkdownEditor"]

LEAST_PX = 220
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


class MarkdownEditor(QWidget):
    """`written` carries the file's path, its new text and the text it was changed from."""

    written = Signal(str, str, str)
    theirsWanted = Signal(str)  # read the file again, forgetting what was typed

    def __init__(self, appearance: Appearance, name: str) -> None:
        super().__init__()
        self._appearance = appearance
        self._path = self._before = ""
        self._sent = ""  # the text that is being written
        self.text = _Text()
        self.text.setObjectName(f"{name}Text")
        self.text.setProperty("kind", "field")
        self.text.setTabChangesFocus(True)
        self.text.setFont(mono_font(appearance.theme))
        self.text.setMinimumHeight(LEAST_PX)
        self.text.setReadOnly(True)  # until there is a file to write into
        self._preview: QWidget | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.text)
        self._title = ElidedLabel("", "strong")
        self._count = ElidedLabel("", "small")
        self.look = TextButton(appearance, self.tr("Preview"), kind="quiet")
        self.look.setObjectName(f"{name}Preview")
        self.look.setCheckable(True)
        self.save = TextButton(appearance, self.tr("Save"))
        self.save.setObjectName(f"{name}Save")
        self._problem = Paragraph("", "danger")
        self._problem.setObjectName(f"{name}Problem")
        self.theirs = TextButton(appearance, self.tr("Take what is there"), kind="quiet")
        self.mine = TextButton(appearance, self.tr("Keep mine"), kind="quiet")
        self._lay_out()
        self.show_problem("")
        self.look.toggled.connect(self._on_look)
        self.save.clicked.connect(self.keep)
        self.theirs.clicked.connect(self._on_theirs)
        self.mine.clicked.connect(self._on_mine)
        self.text.left.connect(self.keep)
        self.text.textChanged.connect(self._on_text)
        QShortcut(QKeySequence.StandardKey.Save, self, self.keep)

    def _lay_out(self) -> None:
        metrics = self._appearance.theme.metrics
        top = QHBoxLayout()
        top.setSpacing(metrics.gap_s)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._count)
        top.addLayout(names, 1)
        top.addWidget(self.look)
        top.addWidget(self.save)
        choices = QHBoxLayout()
        choices.addWidget(self.theirs)
        choices.addWidget(self.mine)
        choices.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.gap_s)
        column.addLayout(top)
        column.addWidget(self._problem)
        column.addLayout(choices)
        column.addWidget(self._stack, 1)

    @property
    def path(self) -> str:
        """The file shown."""
        return self._path

    @property
    def changed(self) -> bool:
        """Whether something is typed that is not written."""
        return self.text.toPlainText() != self._before

    def show_file(self, path: str, text: str, about: str, problem: str = "") -> None:
        """Show another file, or the same one as it is now; what is being typed into it stays.

        Where the same one is another by now, keeping what is typed says so.
        """
        self._count.set_text(about)
        if path == self._path and self.changed and text != self._sent:
            return
        if path != self._path or text not in {self._sent, self.text.toPlainText()}:
            self.text.setPlainText(text)
        self.text.setReadOnly(False)
        self._path, self._before, self._sent = path, text, text
        self._title.set_text(path)
        self.text.setAccessibleName(path)
        self.show_problem(problem)
        self._on_text()
        self._on_look(self.look.isChecked())

    def show_problem(self, text: str, *, conflict: bool = False) -> None:
        """Why it was not written, or what of it is left out."""
        self._problem.set_text(text)
        self._problem.setVisible(bool(text))
        self.theirs.setVisible(conflict)
        self.mine.setVisible(conflict)

    @Slot()
    def keep(self) -> None:
        """Write what was typed, if something was."""
        if self._path and self.changed and self.mine.isHidden():
            self._sent = self.text.toPlainText()
            self.written.emit(self._path, self.text.toPlainText(), self._before)

    def hideEvent(self, event: QHideEvent) -> None:
        self.keep()
        super().hideEvent(event)

    @Slot()
    def _on_text(self) -> None:
        self.save.setEnabled(self.changed)

    @Slot(bool)
    def _on_look(self, on: bool) -> None:
        if not on:
            self._stack.setCurrentWidget(self.text)
            return
        from inara_desktop.transcript.rows import AnswerRow
        from inara_desktop.transcript.view import TranscriptView

        view = self._preview
        if not isinstance(view, TranscriptView):
            view = self._preview = TranscriptView()
            view.setObjectName("markdownPreview")
            view.setAccessibleName(self.tr("Preview"))
            self._stack.addWidget(view)
        view.set_theme(self._appearance.transcript_theme())
        view.load([AnswerRow("preview", _COMMENT.sub("", self.text.toPlainText()).strip())])
        view.scroll_to_row("preview")
        self._stack.setCurrentWidget(view)

    @Slot()
    def _on_theirs(self) -> None:
        self.text.setPlainText(self._before)
        self.theirsWanted.emit(self._path)

    @Slot()
    def _on_mine(self) -> None:
        self.show_problem("")
        self._sent = self.text.toPlainText()
        self.written.emit(self._path, self.text.toPlainText(), "\0")  # whatever was there


class _Text(QPlainTextEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
