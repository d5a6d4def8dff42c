"""Search as one types: over all that was ever said, grouped by conversation; the latest letter wins."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from inara_desktop.errands import Errands
from inara_desktop.lists import session_item
from inara_desktop.said import explained
from inara_desktop.titles import MATCH_END, MATCH_START
from inara_desktop.values import FoundItem, HitItem
from inara_desktop.window import MainWindow
from inara_desktop.wording import later, translate
from inara_engine.errors import InaraError

if TYPE_CHECKING:
    from inara_engine.face import Found, Hit

__all__ = ["Finding", "matched_words"]

AGAIN_AFTER_MS = 300  # what was found is looked up again this long after something happened to it
_WHO = {
    "user": later("Finding", "You"),
    "assistant": "Inara",
    "tool": later("Finding", "Tool"),
    "title": later("Finding", "Title"),
}
_MATCH = re.compile(f"{MATCH_START}([^{MATCH_END}]+){MATCH_END}")


class Finding(QObject):
    """Shows what the words in the search field find; all conversations where there are none."""

    def __init__(self, window: MainWindow, errands: Errands) -> None:
        super().__init__(window)
        self._sidebar = window.sidebar
        self._errands = errands
        self._words = ""
        self._searching: asyncio.Task[None] | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_AFTER_MS)
        self._again.timeout.connect(self._search)
        window.sessionSearchChanged.connect(self.search)
        for signal in (self._sidebar.sessions.all.rowsMoved, self._sidebar.sessions.all.rowsRemoved):
            signal.connect(self._on_change)

    @Slot(str)
    def search(self, words: str) -> None:
        """Look for these words instead of those before."""
        self._words = words.strip()
        self._search()

    @Slot()
    def _search(self) -> None:
        if self._searching is not None:
            self._searching.cancel()
            self._searching = None
        if self._words:
            self._searching = self._errands.start(self._find(self._words))
        else:
            self._sidebar.end_search()

    @Slot()
    def _on_change(self) -> None:
        if self._words:
            self._again.start()

    async def _find(self, words: str) -> None:
        shelf = (await self._errands.engine).shelf
        try:
            found = await shelf.find(words)
        except InaraError as error:
            self._sidebar.show_found((), " ".join((self.tr("The search failed."), explained(error))))
        else:
            self._sidebar.show_found([_found_item(each) for each in found])


def matched_words(hit: HitItem) -> str:
    """The words of a hit as they stand in its text, to be marked there."""
    match = _MATCH.search(hit.snippet)
    return match[1] if match else ""


def _found_item(found: Found) -> FoundItem:
    hits = tuple(_hit_item(hit) for hit in found.hits if hit.role != "title")
    return FoundItem(session_item(found.session), hits, found.matches)


def _hit_item(hit: Hit) -> HitItem:
    return HitItem(hit.session_id, hit.seq, translate("Finding", _WHO[hit.role]), hit.snippet)
