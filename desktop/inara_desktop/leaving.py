"""Before the window closes for good: is something going on that would be cut off, or lost?

Asked once, of a person who closes the window or quits; never at the session's end, which waits for no program, and not
where Inara goes on in the tray.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from inara_desktop.errands import Errands
from inara_desktop.question import Question
from inara_desktop.style import Appearance
from inara_desktop.window import MainWindow

__all__ = ["Leaving"]

LOOKED_AT = 100  # sessions, used last: what runs is among them
SESSION_ENDS_MS = 60_000  # how long after the desktop said so; then it was called off


class _Words(NamedTuple):
    title: str
    text: str
    yes: str
    harmless: bool = False


class Leaving(QObject):
    """`off_record` says whether anything was said off the record, `busy` whether an answer is being written."""

    def __init__(
        self,
        window: MainWindow,
        errands: Errands,
        appearance: Appearance,
        off_record: Callable[[], bool],
        busy: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._errands = errands
        self._appearance = appearance
        self._off_record = off_record
        self._busy = busy
        self._asks = False
        self._session_ends = QTimer(self)
        self._session_ends.setSingleShot(True)
        self._session_ends.setInterval(SESSION_ENDS_MS)
        if isinstance(app := QGuiApplication.instance(), QGuiApplication):
            app.commitDataRequest.connect(self.expect_end)
        window.stays_open = self._stays_open

    @Slot()
    def expect_end(self) -> None:
        """The desktop's session ends: nobody is asked."""
        self._session_ends.start()

    def _stays_open(self) -> bool:
        """Whether the window may not close yet: it is looked up whether something would be cut off."""
        if self._session_ends.isActive() or not (self._off_record() or self._busy()):
            return False
        if not self._asks:
            self._asks = True
            self._errands.start(self._end())
        return True

    async def _end(self) -> None:
        try:
            words = await self._look()
        except Exception:
            self._asks = False  # whoever closes it again is asked again
            raise
        if words is None:
            self._window.end()
            return
        question = Question(self._appearance, self._window, words.title, words.text, words.yes, harmless=words.harmless)
        question.accepted.connect(self._window.end)
        question.finished.connect(self._on_answered)
        question.open()

    async def _look(self) -> _Words | None:
        listed = await (await self._errands.engine).shelf.page(LOOKED_AT)
        private = {session.status for session in listed if session.off_record}
        return self._words(private, {session.status for session in listed if not session.off_record})

    @Slot()
    def _on_answered(self) -> None:
        self._asks = False

    def _words(self, private: Collection[str], kept: Collection[str]) -> _Words | None:
        title, yes = self.tr("End and forget it?"), self.tr("End and forget")
        if "waiting" in private:
            text = self.tr(
                "A question off the record waits for your answer. It waits in memory only: when Inara ends, it is gone,"
                " and what it asks about is not done."
            )
            return _Words(title, text, yes)
        if "running" in private:
            text = self.tr(
                "An answer off the record is still being written. It is in memory only: when Inara ends, it is gone."
            )
            return _Words(title, text, yes)
        if "running" in kept:
            text = self.tr("An answer is still being written. It stops where it is, and can be continued later.")
            return _Words(self.tr("Quit anyway?"), text, self.tr("Quit"), harmless=True)
        return None
