"""The bar that searches the conversation: Enter goes on, Shift+Enter back, Esc closes it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget

from inara_desktop.controls import IconButton, label
from inara_desktop.style import Appearance
from inara_desktop.transcript.find import Found
from inara_desktop.transcript.view import TranscriptView
from inara_desktop.wording import number

__all__ = ["FindBar"]

_LONGEST = 200  # characters that are looked for


class _Words(QLineEdit):
    """Emits `entered` for Enter: 1, or -1 with Shift."""

    entered = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.entered.emit(-1 if back else 1)
            return
        super().keyPressEvent(event)


class FindBar(QWidget):
    """Searches one transcript. Made hidden; `open` and `close_bar` show and hide it."""

    def __init__(self, appearance: Appearance, transcript: TranscriptView) -> None:
        super().__init__()
        metrics = appearance.theme.metrics
        self._transcript = transcript
        self._before: QWidget | None = None  # what had the focus
        self.setObjectName("findBar")
        self.setAccessibleName(self.tr("Find in this conversation"))
        self.field = _Words()
        self.field.setObjectName("findField")
        self.field.setAccessibleName(self.tr("Find in this conversation"))
        self.field.setPlaceholderText(self.tr("Find in this conversation"))
        self.field.setMaxLength(_LONGEST)
        self.field.setClearButtonEnabled(False)
        self._count = label("", "muted")
        self._count.setObjectName("findCount")
        self._count.setMinimumWidth(96)
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.previous = IconButton(
            appearance, "chevron-up", self.tr("Previous match"), tip=self.tr("Previous match (Shift+Enter)")
        )
        self.next = IconButton(appearance, "chevron-down", self.tr("Next match"), tip=self.tr("Next match (Enter)"))
        self.dismiss = IconButton(appearance, "cross", self.tr("Close the search"), tip=self.tr("Close (Esc)"))
        self.previous.setObjectName("findPrevious")
        self.next.setObjectName("findNext")
        self.dismiss.setObjectName("findClose")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.gap_xs)
        row.addWidget(self.field, 1)
        row.addWidget(self._count)
        row.addSpacing(metrics.gap_xs)
        row.addWidget(self.previous)
        row.addWidget(self.next)
        row.addWidget(self.dismiss)
        self.hide()
        self.field.textChanged.connect(self._on_words)
        self.field.entered.connect(self._on_entered)
        self.next.clicked.connect(self.find_next)
        self.previous.clicked.connect(self.find_previous)
        self.dismiss.clicked.connect(self.close_bar)
        transcript.foundChanged.connect(self._on_found)

    def open(self) -> None:
        """Show the bar with the words looked for last (or those marked), ready to be typed over."""
        focused = QApplication.focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            self._before = focused
        marked = self._transcript.selected_text().strip()
        if marked and "\n" not in marked and len(marked) <= _LONGEST:
            self.field.setText(marked)
        again = self.isHidden()
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        if again:
            self._on_words(self.field.text())

    def look_for(self, words: str) -> None:
        """Show the bar with these words, the focus staying where it is."""
        self.field.setText(words[:_LONGEST])
        self.show()
        self._on_words(self.field.text())

    @Slot()
    def close_bar(self) -> None:
        """Take the marks away and give the focus back."""
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def find_next(self) -> None:
        """To the next match; the bar opens where it is closed."""
        self._go(1)

    @Slot()
    def find_previous(self) -> None:
        """To the match before."""
        self._go(-1)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._transcript.end_find()

    @Slot(int)
    def _on_entered(self, by: int) -> None:
        self._go(by)

    def _go(self, by: int) -> None:
        if self.isHidden():
            self.open()
        elif by > 0:
            self._transcript.find_next()
        else:
            self._transcript.find_previous()

    @Slot(str)
    def _on_words(self, words: str) -> None:
        self._transcript.find_words(words)

    def _count_words(self, found: Found) -> str:
        if not found.total:
            return self.tr("No matches")
        return self.tr("{current} of {total}").format(current=number(found.current), total=number(found.total))

    @Slot(Found)
    def _on_found(self, found: Found) -> None:
        words = ""
        if self.field.text():
            words = self._count_words(found)
        for button in (self.previous, self.next):
            button.setEnabled(bool(found.total))
        if words == self._count.text():
            return
        self._count.setText(words)
        self.field.setAccessibleDescription(words)
        if words and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, words))
