"""The window beside its sidebar: header, notices, the search in the conversation, the conversation, the composer.

All but the header stand in a centred column of the width that text is read in.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inara_desktop.banner import BannerArea
from inara_desktop.composer import Composer
from inara_desktop.conversation_pages import ConversationPages, Page
from inara_desktop.header import Header
from inara_desktop.style import Appearance

if TYPE_CHECKING:
    from inara_desktop.find_bar import FindBar

__all__ = ["MainColumn"]


class MainColumn(QWidget):
    """See the module."""

    forgetRequested = Signal()  # the conversation off the record that is shown

    def __init__(self, appearance: Appearance, make_transcript: Callable[[], QWidget]) -> None:
        super().__init__()
        self._appearance = appearance
        self.setObjectName("mainColumn")
        self.header = Header(appearance)
        self.banners = BannerArea(appearance)
        self.pages = ConversationPages(appearance, make_transcript)
        self.composer = Composer(appearance)
        self._band: QWidget | None = None
        self._find_bar: FindBar | None = None
        self._bands = QVBoxLayout()
        self._notices = QHBoxLayout()
        self._notices.addWidget(self.banners)
        self._finding = QHBoxLayout()
        self._below = QHBoxLayout()
        self._below.addWidget(self.composer)
        self.composer.editor.pageAsked.connect(self._on_page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self._bands)
        column.addLayout(self._notices)
        column.addLayout(self._finding)
        column.addWidget(self.pages, 1)
        column.addLayout(self._below)

    def show_page(self, page: Page) -> None:
        """The conversation, an empty chat (on the record or off it), or the first start."""
        if self._find_bar is not None and page != "transcript":
            self._find_bar.hide()
        self.pages.show_page(page)

    @property
    def find_bar(self) -> FindBar:
        """The bar that searches the conversation."""
        if self._find_bar is None:
            from inara_desktop.find_bar import FindBar

            self._find_bar = FindBar(self._appearance, self.pages.view)
            self._finding.addWidget(self._find_bar)
            self._finding.setContentsMargins(self._notices.contentsMargins())
        return self._find_bar

    def close_find_bar(self) -> bool:
        """Close the search where it is open; whether it was."""
        if self._find_bar is None or not self._find_bar.isVisible():
            return False
        self._find_bar.close_bar()
        return True

    def set_off_record(self, off_record: bool) -> None:
        """Whether the conversation shown is off the record: the column leaves no doubt of it."""
        self.header.set_off_record(off_record=off_record)
        self.composer.set_off_record(off_record)
        if off_record and self._band is None:
            from inara_desktop.off_record_band import OffRecordBand

            self._band = band = OffRecordBand(self._appearance)
            band.closeRequested.connect(self.forgetRequested)
            self._bands.addWidget(band)
        if self._band is not None:
            self._band.setVisible(off_record)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What one types while reading is the beginning of a message."""
        with_shift = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
        if with_shift and event.text().isprintable() and event.text().strip() and self.composer.isVisible():
            self.composer.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.composer.editor.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    @Slot(int)
    def _on_page(self, by: int) -> None:
        if (view := self.pages.shown_view) is not None:
            view.scroll_pages(by)

    def set_room(self, width_px: int, height_px: int) -> None:
        """Centre what is read and written in the room there is."""
        metrics = self._appearance.theme.metrics
        room = width_px - metrics.scroll_bar  # the conversation has one on its right, and its column is the measure
        side = max(metrics.gap_xl, (room - metrics.column) // 2)
        self._notices.setContentsMargins(side, 0, side + metrics.scroll_bar, metrics.gap_s)
        if self._find_bar is not None:
            self._finding.setContentsMargins(self._notices.contentsMargins())
        self._below.setContentsMargins(side, 0, side + metrics.scroll_bar, metrics.gap_m)
        self.composer.set_room(room - 2 * side, height_px)
