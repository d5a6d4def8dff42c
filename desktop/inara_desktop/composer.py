"""Where the person types: grows with the text, Enter sends, Shift+Enter breaks the line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSizeF, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from inara_desktop.composer_editor import ComposerEditor
from inara_desktop.controls import IconButton
from inara_desktop.field import Field
from inara_desktop.status_line import StatusLine
from inara_desktop.style import Appearance
from inara_desktop.values import Draft, StatusHint, Stops

if TYPE_CHECKING:
    from inara_desktop.attachment_bar import AttachmentBar
    from inara_desktop.attachments import Picture, TextFile
    from inara_desktop.composer_note import ComposerNote

__all__ = ["Composer", "together"]


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
    imageOffered = Signal(object)  # a QImage
    textOffered = Signal(str)  # pasted or dropped, to be attached

    _attached_before: tuple[QWidget, ...] = ()
    _attached_given: tuple[QWidget, ...] = ()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        metrics = appearance.theme.metrics
        self._appearance = appearance
        self._limit_px = 240
        self._running = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

        self.editor = ComposerEditor(appearance)
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
        self._replaces = self._queued = self._text_before = self._text_given = ""

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

        self._status = StatusLine(appearance)
        self.meter = self._status.meter

        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.gap_s)
        column.addWidget(self._field)
        column.addWidget(self._status)

        self.editor.entered.connect(self._submit)
        self.editor.focusChanged.connect(self._field.set_focused)
        self.editor.textChanged.connect(self._on_text)
        self.editor.document().documentLayout().documentSizeChanged.connect(self._on_size)
        self.send.clicked.connect(self._submit)
        self.stop.clicked.connect(self.stopRequested)
        self.attach_button.clicked.connect(self.attachRequested)
        self.editor.filesOffered.connect(self.filesOffered)
        self.editor.imageOffered.connect(self.imageOffered)
        self.editor.textOffered.connect(self.textOffered)
        self.set_off_record(False)
        self._fit()

    def draft(self) -> str:
        """What is typed and not yet sent."""
        return self.editor.toPlainText()

    def set_draft(self, text: str) -> None:
        """Put this text into the field, the caret behind it."""
        from PySide6.QtGui import QTextCursor  # not made before the first paint

        self.editor.setPlainText(text)
        self.editor.moveCursor(QTextCursor.MoveOperation.End)

    @Slot(str)
    def bring(self, text: str) -> None:
        """Put a text from elsewhere into the field, behind what is typed there."""
        self.editor.pastes.add(text)
        self.set_draft(together(self.draft(), text))

    # -- where it goes ---------------------------------------------------------------------------

    def begin_branch(
        self,
        words: str,
        follows: str,
        text: str = "",
        replaces: str = "",
        queued: str = "",
        files: Sequence[TextFile] = (),
    ) -> None:
        """What is typed next follows this job and not the last one; `replaces` is the job it takes the place of.

        Or it is the new words of a prompt that waits, `queued`. `words` say so above the text and its `files`.
        Until it is sent or called off, what was typed and attached before is put aside.
        """
        if self._note is None:
            from inara_desktop.composer_note import ComposerNote

            self._note = ComposerNote(self._appearance)
            self._note.closed.connect(self.end_branch)
            self._inside.insertWidget(0, self._note)
        if self._follows is None:
            self._text_before, self._attached_before = self.draft(), self.put_attachments_aside()
        self._drop_given()
        self._follows, self._replaces, self._queued, self._text_given = follows, replaces, queued, text
        self._attached_given = tuple(self.expect(file.name) for file in files)
        for chip, file in zip(self._attached_given, files, strict=True):
            self.attach(chip, file)
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
        """Call it off: what is typed goes to the end again, and what was there before is back."""
        if self._follows is not None:
            text, attached = self._text_before, self._attached_before
            self._drop_given()
            self._leave_branch()
            self.set_draft(text)
            self.bring_attachments_back(attached)
            self.branchLeft.emit()

    def unsent(self) -> str:
        """The draft as it is kept: words of a message that were changed stand behind what was typed before them."""
        text, before = self.draft(), self._text_before
        if self._follows is None:
            return text
        if not text.strip() or text == self._text_given:
            return before
        return together(before, text)

    def put_branch_aside(self) -> None:
        """Another conversation is shown: what is not sent stays with this one."""
        text = self.unsent()
        if self._follows is not None:
            self.end_branch()
            if text != self.draft():
                self.set_draft(text)

    def _leave_branch(self) -> None:
        self._follows, self._replaces, self._queued = None, "", ""
        self._text_before, self._attached_before, self._attached_given = "", (), ()
        if self._note is not None:
            self._note.hide()

    def _drop_given(self) -> None:
        for chip in self._attached_given:
            self.withdraw(chip)
        self._attached_given = ()

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

    def keep_aside(self, attachments: Sequence[Picture | TextFile]) -> tuple[QWidget, ...]:
        """Chips for what goes with something else, out of sight until they are brought back or withdrawn."""
        shown = self.put_attachments_aside()
        for each in attachments:
            self.attach(self.expect(each.name), each)
        kept = self.put_attachments_aside()
        self.bring_attachments_back(shown)
        return kept

    def attach(self, chip: QWidget, attachment: Picture | TextFile) -> None:
        """What the chip stands for was read."""
        if self._bar is not None:
            self._bar.fill(chip, attachment)

    def withdraw(self, chip: QWidget) -> None:
        """It could not be read, or is not wanted."""
        if self._bar is not None:
            self._bar.remove(chip)

    def drop_attachments(self) -> None:
        """Take all of them away."""
        if self._bar is not None:
            self._bar.clear()

    def put_attachments_aside(self) -> tuple[QWidget, ...]:
        """Their chips, out of sight until they are brought back or withdrawn."""
        return self._bar.put_aside() if self._bar is not None and len(self._bar) else ()

    def bring_attachments_back(self, chips: tuple[QWidget, ...]) -> None:
        """Show those again that were put aside."""
        if self._bar is not None and chips:
            self._bar.bring_back(chips)

    def give_back(self, draft: Draft) -> None:
        """What could not be sent: above what is typed since, and its files beside those that are attached since."""
        self.set_draft(together(draft.text, self.draft()))
        there = self.attachments()
        for each in draft.attachments:
            if each not in there:
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
        """Put this text into the field as a quote; see the editor's."""
        self.editor.quote(text)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def running(self) -> bool:
        """Whether there is something to stop."""
        return self._running

    def quiet_in_ms(self) -> int:
        """How long until nobody has typed for a moment; 0: now. Sending ends typing."""
        return self.editor.quiet_in_ms()

    def set_running(self, running: bool, stops: Stops = "answer") -> None:
        """Whether a job runs in the session shown, and what of it is to be stopped: the button says which."""
        self._running = running
        whole = stops == "job"
        self.stop.setAccessibleName(self.tr("Stop the job") if whole else self.tr("Stop the answer"))
        self.stop.setToolTip(self.tr("Stop the job (Ctrl+.)") if whole else self.tr("Stop the answer (Ctrl+.)"))
        self._status.set_running(running, stops)
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
        self._status.set_hint(hint)

    def set_local_only(self, local_only: bool) -> None:
        """Whether only models on this machine are asked, whatever the settings name."""
        self._status.set_local_only(local_only)

    def set_room(self, width_px: int, height_px: int) -> None:
        """The room there is: the field takes at most 40 % of the height, hints go where it is narrow."""
        self._limit_px = max(72, int(height_px * 0.4))
        self._status.set_room(width_px)
        self._fit()

    @Slot()
    def _submit(self) -> None:
        if not self._sendable:
            return
        text = self.draft()
        pasted = self.editor.pastes.within(text)
        draft = Draft(text, self.attachments(), self._follows, self._replaces, self._queued, pasted)
        before, attached = self._text_before, self._attached_before
        self._leave_branch()
        self.editor.remove_all()
        if before:
            self.set_draft(before)
        if self._bar is not None:
            self._bar.clear()
        self.bring_attachments_back(attached)
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
        self.editor.fit(self._limit_px)


def together(first: str, then: str) -> str:
    """Two texts as paragraphs; one where the other is empty, or the same."""
    if not first.strip() or first.strip() == then.strip():
        return then
    return f"{first.rstrip()}\n\n{then}" if then.strip() else first
