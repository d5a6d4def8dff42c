"""Where the person types: grows with the text, Enter sends, Shift+Enter breaks the line."""

from __future__ import annotations

import math
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from inara_desktop.context_meter import ContextMeter
from inara_desktop.controls import ElidedLabel, IconButton, IconLabel, label
from inara_desktop.field import Field
from inara_desktop.style import Appearance
from inara_desktop.values import Draft, StatusHint, Stops

if TYPE_CHECKING:
    from inara_desktop.attachment_bar import AttachmentBar
    from inara_desktop.attachments import Picture, TextFile
    from inara_desktop.composer_note import ComposerNote

__all__ = ["WHERE", "Composer", "local_files"]

QUIET_S = 0.7  # a pause longer than those between the keys of a slow typist

WHERE = {
    "local": ("computer", "success_text", "stays on this machine"),
    "cloud": ("cloud", "warning_text", "leaves this machine"),
    "demo": ("sparkles", "accent_text", "stays on this machine"),
}


class _Editor(QPlainTextEdit):
    """The text itself. Emits `entered` for Enter. Text that is pasted or dropped is plain; the rest is offered."""

    entered = Signal()
    filesOffered = Signal(object)  # list[Path]
    imageOffered = Signal(QImage)
    focusChanged = Signal(bool)

    typed_at = 0.0  # time.monotonic() of the last key of a text that is not sent yet

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.typed_at = time.monotonic()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.insertPlainText("\n")
                self.ensureCursorVisible()
            elif not event.isAutoRepeat():
                self.typed_at = 0.0
                self.entered.emit()
            return
        super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasImage() or source.hasUrls() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if paths := local_files(source):
            self.filesOffered.emit(paths)
        elif source.hasImage() and not source.hasFormat("text/plain"):
            image = source.imageData()
            self.imageOffered.emit(image if isinstance(image, QImage) else QImage(image))
        else:
            super().insertFromMimeData(source)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focusChanged.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focusChanged.emit(False)


class Composer(QWidget):
    """The field, its buttons, and the line that says who will read what is sent.

    While a job runs the person can go on typing and send: what they send is queued.
    """

    submitted = Signal(Draft)
    stopRequested = Signal()
    draftChanged = Signal()
    branchLeft = Signal()  # called off, not sent
    attachRequested = Signal()
    filesOffered = Signal(object)  # list[Path]: pasted or dropped
    imageOffered = Signal(QImage)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        metrics = appearance.theme.metrics
        self._appearance = appearance
        self._limit_px = 240
        self._running = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

        self.editor = _editor(appearance)
        self.send = IconButton(
            appearance, "send", self.tr("Send"), kind="primary", edge_px=36, tip=self.tr("Send (Enter)")
        )
        self.send.setObjectName("send")
        self.send.setEnabled(False)
        self.stop = IconButton(appearance, "stop", self.tr("Stop the answer"), kind="stop", edge_px=36)
        self.stop.setObjectName("stop")
        self.stop.hide()

        self.attach_button = IconButton(
            appearance, "attach", self.tr("Attach"), tip=self.tr("Attach pictures or text files")
        )
        self.attach_button.setObjectName("attach")
        self._bar: AttachmentBar | None = None
        self._note: ComposerNote | None = None
        self._follows: str | None = None  # the job that what is typed follows, where it is not the last one
        self._replaces = self._queued = ""
        self._text_before = ""

        self._field = Field(appearance)
        self._inside = QVBoxLayout(self._field)
        self._inside.setContentsMargins(metrics.gap_s, metrics.gap_s, metrics.gap_s, metrics.gap_s)
        self._inside.setSpacing(metrics.gap_s)
        row = QHBoxLayout()
        row.setSpacing(metrics.gap_xs)
        self._inside.addLayout(row)
        row.addWidget(self.attach_button, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.editor, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.send, 0, Qt.AlignmentFlag.AlignBottom)

        hints = self._hint_line()

        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.gap_s)
        column.addWidget(self._field)
        column.addLayout(hints)

        self.editor.entered.connect(self._submit)
        self.editor.focusChanged.connect(self._field.set_focused)
        self.editor.textChanged.connect(self._on_text)
        self.editor.document().documentLayout().documentSizeChanged.connect(self._on_size)
        self.send.clicked.connect(self._submit)
        self.stop.clicked.connect(self.stopRequested)
        self.attach_button.clicked.connect(self.attachRequested)
        self.editor.filesOffered.connect(self.filesOffered)
        self.editor.imageOffered.connect(self.imageOffered)
        self.set_hint(StatusHint())
        self._fit()

    def _hint_line(self) -> QHBoxLayout:
        self._where_icon = IconLabel(self._appearance, "computer", "muted", 14)
        self._hint = ElidedLabel("", "small")
        self._hint.setObjectName("statusHint")
        self.meter = ContextMeter(self._appearance)
        self._badge = label("", "badge")
        self._badge.setObjectName("demoBadge")
        self._keys = label(self._key_words(), "small")
        metrics = self._appearance.theme.metrics
        hints = QHBoxLayout()
        hints.setContentsMargins(metrics.gap_l, 0, metrics.gap_l, 0)
        hints.setSpacing(metrics.gap_s)
        hints.addWidget(self._where_icon)
        hints.addWidget(self._badge)
        hints.addWidget(self._hint, 1)
        hints.addWidget(self.meter)
        hints.addWidget(self._keys)
        return hints

    def _key_words(self, stops: Stops = "answer") -> str:
        if not self._running:
            return self.tr("Enter sends · Shift+Enter breaks the line")
        if stops == "job":
            return self.tr("Enter queues · Ctrl+. stops the job")
        return self.tr("Enter queues · Ctrl+. stops the answer")

    def draft(self) -> str:
        """What is typed and not yet sent."""
        return self.editor.toPlainText()

    def set_draft(self, text: str) -> None:
        """Put this text into the field, the caret behind it."""
        self.editor.setPlainText(text)
        self.editor.moveCursor(QTextCursor.MoveOperation.End)

    # -- where it goes ---------------------------------------------------------------------------

    def begin_branch(self, words: str, follows: str, text: str = "", replaces: str = "", queued: str = "") -> None:
        """What is typed next follows this job and not the last one; `replaces` is the job it takes the place of.

        Or it is the new words of a prompt that waits, `queued`. `words` say so above the text.
        Until it is sent or called off, what was typed before is put aside.
        """
        if self._note is None:
            from inara_desktop.composer_note import ComposerNote

            self._note = ComposerNote(self._appearance)
            self._note.closed.connect(self.end_branch)
            self._inside.insertWidget(0, self._note)
        if self._follows is None:
            self._text_before = self.draft()
        self._follows, self._replaces, self._queued = follows, replaces, queued
        self._note.set_words(words)
        self._note.show()
        self.set_draft(text)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def branching(self) -> bool:
        """Whether what is typed goes elsewhere than to the end."""
        return self._follows is not None

    @Slot()
    def end_branch(self) -> None:
        """Call it off: what is typed goes to the end again, and what was typed before is back."""
        if self._follows is not None:
            before = self._text_before
            self._leave_branch()
            self.set_draft(before)
            self.branchLeft.emit()

    def _leave_branch(self) -> None:
        self._follows, self._replaces, self._queued, self._text_before = None, "", "", ""
        if self._note is not None:
            self._note.hide()

    def put_above(self, widget: QWidget) -> None:
        """Show something above the field."""
        self._column.insertWidget(self._column.indexOf(self._field), widget)

    # -- what goes with the text -----------------------------------------------------------------

    @property
    def attached(self) -> int:
        """How many attachments there are, those included that are being read."""
        return len(self._bar) if self._bar else 0

    def attachments(self) -> tuple[Picture | TextFile, ...]:
        """What was read of them."""
        return self._bar.attachments() if self._bar else ()

    def expect(self, name: str) -> QWidget:
        """Something is being read: its chip, for `attach` or `withdraw`. Until then nothing can be sent."""
        if self._bar is None:
            from inara_desktop.attachment_bar import AttachmentBar

            self._bar = AttachmentBar(self._appearance)
            self._bar.changed.connect(self._on_text)
            self._inside.insertWidget(0, self._bar)
        return self._bar.expect(name)

    def attach(self, chip: QWidget, attachment: Picture | TextFile) -> None:
        """What the chip stands for was read."""
        if self._bar:
            self._bar.fill(chip, attachment)

    def withdraw(self, chip: QWidget) -> None:
        """It could not be read, or is not wanted."""
        if self._bar:
            self._bar.remove(chip)

    def drop_attachments(self) -> None:
        """Take all of them away."""
        if self._bar is not None:
            self._bar.clear()

    def give_back(self, draft: Draft) -> None:
        """What could not be sent, unless something else was begun since."""
        if not self.draft():
            self.set_draft(draft.text)
        if not self.attached:
            for each in draft.attachments:
                self.attach(self.expect(each.name), each)

    def offer(self, source: QMimeData) -> None:
        """Take what was dropped beside the field."""
        self.editor.insertFromMimeData(source)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _sendable(self) -> bool:
        if self._bar is not None and len(self._bar):
            return not self._bar.reading
        return self.editor.document().characterCount() > 1 and bool(self.editor.toPlainText().strip())

    @Slot(str)
    def quote(self, text: str) -> None:
        """Put this text into the field as a quote, at the caret and on lines of its own, the caret below it."""
        lines = "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
        cursor = self.editor.textCursor()
        before = "" if cursor.atBlockStart() else "\n\n"
        cursor.insertText(f"{before}{lines}\n\n")
        self.editor.setTextCursor(cursor)
        self.editor.ensureCursorVisible()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def running(self) -> bool:
        """Whether there is something to stop."""
        return self._running

    def quiet_in_ms(self) -> int:
        """How long until nobody has typed for a moment; 0: now. Sending ends typing."""
        left_s = self.editor.typed_at + QUIET_S - time.monotonic()
        return math.ceil(left_s * 1000) if left_s > 0 else 0

    def set_running(self, running: bool, stops: Stops = "answer") -> None:
        """Whether a job runs in the session shown, and what of it is to be stopped: the button says which."""
        self._running = running
        whole = stops == "job"
        self.stop.setAccessibleName(self.tr("Stop the job") if whole else self.tr("Stop the answer"))
        self.stop.setToolTip(self.tr("Stop the job (Ctrl+.)") if whole else self.tr("Stop the answer (Ctrl+.)"))
        self._keys.setText(self._key_words(stops))
        had_focus = self.stop.hasFocus()
        self.stop.setVisible(running)
        if had_focus and not running:
            self.editor.setFocus()
        self._on_text()

    def set_off_record(self, off_record: bool) -> None:
        """Whether what is typed is off the record: it looks so, and says so."""
        self._field.set_off_record(off_record)
        words = self.tr("Off the record: nothing of this is kept") if off_record else self.tr("Ask Inara anything")
        self.editor.setPlaceholderText(words)
        self.editor.setAccessibleName(self.tr("Message, off the record") if off_record else self.tr("Message"))

    def set_hint(self, hint: StatusHint) -> None:
        """Who answers and where the prompt goes."""
        icon, color, words = WHERE[hint.where]
        known = bool(hint.model_label)
        self._where_icon.set_icon(icon, color)
        self._where_icon.setVisible(known)
        self._hint.set_text(f"{hint.model_label} · {self.tr(words)}" if known else "")
        self._badge.setText(hint.badge)
        self._badge.setVisible(bool(hint.badge))

    def set_room(self, width_px: int, height_px: int) -> None:
        """The room there is: the field takes at most 40 % of the height, hints go where it is narrow."""
        self._limit_px = max(72, int(height_px * 0.4))
        self._keys.setVisible(width_px >= 560)
        self._fit()

    @Slot()
    def _submit(self) -> None:
        if not self._sendable:
            return
        draft = Draft(self.editor.toPlainText(), self.attachments(), self._follows, self._replaces, self._queued)
        before = self._text_before
        self._leave_branch()
        cursor = self.editor.textCursor()  # undo brings the text back
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        if before:
            self.set_draft(before)
        if self._bar is not None:
            self._bar.clear()
        self.submitted.emit(draft)

    @Slot()
    def _on_text(self) -> None:
        something = self._sendable
        self.send.setEnabled(something)
        self.send.setVisible(something or not self._running)
        self.draftChanged.emit()

    @Slot(QSizeF)
    def _on_size(self, _size: QSizeF) -> None:
        self._fit()

    def _fit(self) -> None:
        """As high as the text, between one line and the limit. A plain text document measures in lines."""
        lines = max(1, math.ceil(self.editor.document().documentLayout().documentSize().height()))
        wanted = lines * self.editor.fontMetrics().lineSpacing() + 4
        height = min(wanted, self._limit_px)
        scrolls = wanted > self._limit_px
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.editor.height() != height or self.editor.minimumHeight() != height:
            self.editor.setFixedHeight(height)
        if self.editor.verticalScrollBarPolicy() != policy:
            self.editor.setVerticalScrollBarPolicy(policy)


def _editor(appearance: Appearance) -> _Editor:
    editor = _Editor()
    editor.setObjectName("composer")
    editor.setAccessibleName(QCoreApplication.translate("Composer", "Message"))
    editor.setPlaceholderText(QCoreApplication.translate("Composer", "Ask Inara anything"))
    editor.setTabChangesFocus(True)
    editor.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    editor.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    font = editor.font()
    font.setPixelSize(appearance.theme.type.reading)
    editor.setFont(font)
    editor.document().setDocumentMargin(0)
    return editor


def local_files(source: QMimeData) -> list[Path]:
    """The files of this machine that are pasted or dropped."""
    return [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
