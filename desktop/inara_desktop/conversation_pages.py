"""What stands between header and composer: the conversation, an empty chat, one off the record, or the first start.

Each page is built when it is first shown.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from inara_desktop.style import Appearance
from inara_desktop.values import WindowState

if TYPE_CHECKING:
    from inara_desktop.first_start import FirstStart
    from inara_desktop.transcript.view import TranscriptView

__all__ = ["ConversationPages", "Page"]

Page = Literal["transcript", "empty", "first_start", "off_record"]


class ConversationPages(QStackedWidget):
    """See the module. What the first start asks for goes on as signals."""

    samplePicked = Signal(str)
    serverChosen = Signal(object)  # a ServerChoice: loaded with its page
    serverEntered = Signal(object)  # a ServerForm
    tourChosen = Signal()
    searchAgainRequested = Signal()
    firstStartSkipped = Signal()
    doctorRequested = Signal()

    def __init__(self, appearance: Appearance, make_transcript: Callable[[], QWidget]) -> None:
        super().__init__()
        self._appearance = appearance
        self._make_transcript = make_transcript
        self._zoom = WindowState().zoom  # of a transcript that isn't made yet
        self._transcript: QWidget | None = None
        self._empty: QWidget | None = None
        self._off_record: QWidget | None = None
        self._first_start: FirstStart | None = None

    def show_page(self, page: Page) -> None:
        """Show it, built where it is not there yet."""
        match page:
            case "transcript":
                self.setCurrentWidget(self.transcript)
            case "empty":
                self.setCurrentWidget(self._empty_page())
            case "off_record":
                self.setCurrentWidget(self._off_record_page())
            case "first_start":
                self.setCurrentWidget(self.first_start)

    @property
    def transcript(self) -> QWidget:
        """The conversation. Built when first asked for: it is a third of what a start costs."""
        if self._transcript is None:
            self._transcript = self._make_transcript()
            if self._zoom != WindowState().zoom:
                self.view.set_zoom(self._zoom)
            self.addWidget(self._transcript)
        return self._transcript

    @property
    def view(self) -> TranscriptView:
        """The conversation, as what it is."""
        return cast("TranscriptView", self.transcript)

    @property
    def shown_view(self) -> TranscriptView | None:
        """The conversation while it is the page shown."""
        shown = self._transcript is not None and self.currentWidget() is self._transcript
        return self.view if shown else None

    @property
    def zoom(self) -> int:
        """The size of the conversation's text, in %."""
        return self._zoom if self._transcript is None else self.view.zoom

    def set_zoom(self, zoom: int) -> None:
        """Set it, for a conversation that is built later as well."""
        self._zoom = zoom
        if self._transcript is not None:
            self.view.set_zoom(zoom)

    @property
    def first_start(self) -> FirstStart:
        """The page of the first start, to tell it which servers were found."""
        if self._first_start is None:
            from inara_desktop.first_start import FirstStart

            page = self._first_start = FirstStart(self._appearance)
            page.serverChosen.connect(self.serverChosen)
            page.serverEntered.connect(self.serverEntered)
            page.tourChosen.connect(self.tourChosen)
            page.searchAgainRequested.connect(self.searchAgainRequested)
            page.skipped.connect(self.firstStartSkipped)
            page.doctorRequested.connect(self.doctorRequested)
            self.addWidget(page)
        return self._first_start

    def _empty_page(self) -> QWidget:
        if self._empty is None:
            from inara_desktop.empty_state import EmptyState

            page = self._empty = EmptyState(self._appearance)
            page.picked.connect(self.samplePicked)
            self.addWidget(page)
        return self._empty

    def _off_record_page(self) -> QWidget:
        if self._off_record is None:
            from inara_desktop.off_record_page import OffRecordPage

            self._off_record = OffRecordPage(self._appearance)
            self.addWidget(self._off_record)
        return self._off_record
