"""The text field of the composer: Enter sends, Shift+Enter breaks the line, files and pictures are offered on."""

from __future__ import annotations

import math
import time
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from inara_desktop.field import FieldText
from inara_desktop.pastes import Pastes
from inara_desktop.style import Appearance

__all__ = ["ComposerEditor", "local_files"]

PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
LONGEST_PASTE = 50_000  # characters; as one paragraph a field takes some 50 ms a key with them, and ever more with more
QUIET_S = 0.7  # a pause longer than those between the keys of a slow typist


class ComposerEditor(FieldText):
    """Emits `entered` for Enter. Text that is pasted or dropped is plain; a long one, and the rest, is offered."""

    entered = Signal()
    filesOffered = Signal(object)  # list[Path]
    imageOffered = Signal(object)  # a QImage
    textOffered = Signal(str)  # pasted or dropped, and too long for a field
    pageAsked = Signal(int)  # -1 up, 1 down: of the conversation, where the text itself has nothing to scroll

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.pastes = Pastes()
        self._copied = ""  # from here
        self.typed_at = 0.0  # time.monotonic() of the last key of a text that is not sent yet
        self.setObjectName("composer")
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        font = self.font()
        font.setPixelSize(appearance.theme.type.reading)
        self.setFont(font)
        self.document().setDocumentMargin(0)

    def quiet_in_ms(self) -> int:
        """How long until nobody has typed for a moment; 0: now. Enter ends typing."""
        left_s = self.typed_at + QUIET_S - time.monotonic()
        return math.ceil(left_s * 1000) if left_s > 0 else 0

    def remove_all(self) -> None:
        """Empty the field; undo brings the text back."""
        from PySide6.QtGui import QTextCursor  # not made before the first paint

        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()

    def quote(self, text: str) -> None:
        """Insert this text as a quote, at the caret and on lines of its own, the caret below it."""
        lines = "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
        cursor = self.textCursor()
        before = "" if cursor.atBlockStart() else "\n\n"
        cursor.insertText(f"{before}{lines}\n\n")
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def fit(self, limit_px: int) -> None:
        """As high as the text, between one line and the limit. A plain text document measures in lines."""
        lines = max(1, math.ceil(self.document().documentLayout().documentSize().height()))
        wanted = lines * self.fontMetrics().lineSpacing() + 4
        height = min(wanted, limit_px)
        scrolls = wanted > limit_px
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)
        if self.verticalScrollBarPolicy() != policy:
            self.setVerticalScrollBarPolicy(policy)

    @property
    def _scrolls(self) -> bool:
        return self.verticalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff

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
        if event.key() in PAGES and not event.modifiers() and not self._scrolls:
            self.pageAsked.emit(PAGES[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What is written with several keys a sign is typing too."""
        if event.preeditString() or event.commitString():
            self.typed_at = time.monotonic()
        super().inputMethodEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        made = super().createMimeDataFromSelection()
        self._copied = made.text()
        return made

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasImage() or source.hasUrls() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if paths := local_files(source):
            self.filesOffered.emit(paths)
        elif source.hasImage() and not source.hasFormat("text/plain"):
            from PySide6.QtGui import QImage  # not made before the first paint

            image = source.imageData()
            self.imageOffered.emit(image if isinstance(image, QImage) else QImage(image))
        elif source.hasText() and len(text := source.text()) > LONGEST_PASTE:
            self.textOffered.emit(text)
        else:
            seen = _seen(source)
            if seen.text() != self._copied:  # what is moved about here was typed here, or is known already
                self.pastes.add(seen.text())
            super().insertFromMimeData(seen)


def _seen(source: QMimeData) -> QMimeData:
    """A text that is pasted, without what can't be seen in it: it is sent as the person's own words."""
    from inara_engine.memory.text import without_hidden  # not loaded before the first paint

    text = source.text()
    if (seen := without_hidden(text)) == text:
        return source
    made = QMimeData()
    made.setText(seen)
    return made


def local_files(source: QMimeData) -> list[Path]:
    """The files of this machine that are pasted or dropped."""
    return [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
