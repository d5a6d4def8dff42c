"""Conversations off the record in the window: begun, told apart from all others, closed and forgotten.

The engine keeps them in memory only. Here it is seen to that nothing the window itself keeps (drafts, the desktop's
own notes of files and clipboards) has a word of them, and that none is lost by accident.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from inara_desktop.discreet_clipboard import DiscreetClipboard
from inara_desktop.errands import Errands
from inara_desktop.values import SessionAct
from inara_desktop.window import MainWindow
from inara_engine.ids import is_private, new_private_id

__all__ = ["OffRecord"]


class OffRecord(QObject):
    """`wanted`: show an empty conversation with this id ("" for one on the record)."""

    wanted = Signal(str)

    def __init__(self, window: MainWindow, errands: Errands) -> None:
        super().__init__(window)
        self._window = window
        self._errands = errands
        self.used = False  # something was said in one
        self.session = ""  # the one off the record that is shown
        self._has_words = False
        self._clipboard = DiscreetClipboard(self, self._is_shown)
        window.offRecordRequested.connect(self.begin)
        window.forgetRequested.connect(self.close_shown)

    @Slot()
    def begin(self) -> None:
        """Show a new one; one that is shown and still empty is new enough."""
        if not self.session or self._has_words:
            self.wanted.emit(new_private_id("session"))

    def show(self, session: str, *, empty: bool) -> None:
        """A conversation is shown: the window looks as it must, and nothing of the last one goes along."""
        private = session if is_private(session) else ""
        if self.session and self.session != private:
            self._window.composer.drop_attachments()
        self.session, self._has_words = private, not empty
        self.used = self.used or (bool(private) and not empty)
        self._window.set_off_record(bool(private))

    def _is_shown(self) -> bool:
        return bool(self.session)

    async def begun(self) -> str:
        """The id of the one that is shown and gets its first words now; "" where none is."""
        session = self.session
        if session:
            self.used = self._has_words = True
            await (await self._errands.engine).shelf.open_off_record()
        return session

    @Slot()
    def close_shown(self) -> None:
        """Close the one that is shown and forget it; where something was said the person is asked first."""
        self._errands.start(self._close(self.session))

    async def _close(self, session: str) -> None:
        if self._has_words:
            engine = await self._errands.engine
            if await engine.shelf.rows([session]):
                self._window.sidebar.sessions.acted.emit(SessionAct("forget", (session,)))
                return
        self.wanted.emit("")
