"""The window's keys that work with the conversation shown: finding, walking, copying, editing, the size of the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from inara_desktop.main_column import MainColumn

if TYPE_CHECKING:
    from inara_desktop.transcript.view import TranscriptView

__all__ = ["ConversationKeys"]


class ConversationKeys(QObject):
    """Each does nothing while no conversation is shown."""

    editRequested = Signal()  # of the message one is at
    againRequested = Signal()

    def __init__(self, parent: QObject, column: MainColumn) -> None:
        super().__init__(parent)
        self._column = column

    def bound(self) -> dict[str, Callable[[], None]]:
        """What each of them does, by its name in `SHORTCUTS`."""
        return {
            "quote": self._on_quote,
            "message_before": self._on_message_before,
            "next_message": self._on_next_message,
            "copy_message": self._on_copy_message,
            "edit_message": self._on_edit_message,
            "answer_again": self._on_answer_again,
            "larger": self._on_larger,
            "smaller": self._on_smaller,
            "usual_size": self._on_usual_size,
            "find": self._on_find,
            "find_next": self._on_find_next,
            "find_previous": self._on_find_previous,
        }

    @property
    def _view(self) -> TranscriptView | None:
        return self._column.pages.shown_view

    @Slot()
    def _on_find(self) -> None:
        if self._view is not None:
            self._column.find_bar.open()

    @Slot()
    def _on_find_next(self) -> None:
        if self._view is not None:
            self._column.find_bar.find_next()

    @Slot()
    def _on_find_previous(self) -> None:
        if self._view is not None:
            self._column.find_bar.find_previous()

    @Slot()
    def _on_message_before(self) -> None:
        if (view := self._view) is not None:
            view.message_before()

    @Slot()
    def _on_next_message(self) -> None:
        if (view := self._view) is not None:
            view.next_message()

    @Slot()
    def _on_copy_message(self) -> None:
        if (view := self._view) is not None:
            view.copy_message()

    @Slot()
    def _on_edit_message(self) -> None:
        if self._view is not None:
            self.editRequested.emit()

    @Slot()
    def _on_answer_again(self) -> None:
        if self._view is not None:
            self.againRequested.emit()

    @Slot()
    def _on_quote(self) -> None:
        if (view := self._view) is not None:
            view.quote_selection()

    @Slot()
    def _on_larger(self) -> None:
        if (view := self._view) is not None:
            view.zoom_by(1)

    @Slot()
    def _on_smaller(self) -> None:
        if (view := self._view) is not None:
            view.zoom_by(-1)

    @Slot()
    def _on_usual_size(self) -> None:
        if (view := self._view) is not None:
            view.zoom_by(0)
