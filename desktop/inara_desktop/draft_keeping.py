"""Drafts come back with the next start: read once the engine is open, written whenever something else is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from inara_desktop.draft_file import DraftFile, Kept
from inara_desktop.drafts import Drafts
from inara_desktop.errands import Errands
from inara_desktop.said import why
from inara_desktop.values import BannerValue
from inara_desktop.window import MainWindow
from inara_engine.home import Home
from inara_engine.ids import is_private

if TYPE_CHECKING:
    from inara_engine.face import Engine

__all__ = ["DraftKeeping"]


class DraftKeeping(QObject):
    """`drafts` are those of the window."""

    def __init__(self, window: MainWindow, errands: Errands, home: Home) -> None:
        super().__init__(window)
        self._window = window
        self._errands = errands
        self._file = DraftFile(home.data / "drafts.json")
        self.drafts = Drafts(window, self._save, _on_record)

    async def restore(self, engine: Engine) -> None:
        """Those of conversations that were deleted while no window was open are not kept."""
        kept = await self._file.read()
        self.drafts.restore(kept)
        for session in kept.texts.keys() - {"", *(row.id for row in await engine.shelf.rows(list(kept.texts)))}:
            self.drafts.forget(session)

    def _save(self, kept: Kept) -> None:
        if self._errands.engine.done():  # the data is ours
            self._errands.start(self._write(kept))

    async def _write(self, kept: Kept) -> None:
        try:
            await self._file.write(kept)
        except OSError as error:
            text = self.tr("What you are typing can't be kept for the next start: {reason}. Make room on the disk.")
            text = text.format(reason=why(error))
            self._window.show_banner(BannerValue("drafts", text, "warning"))
        else:
            self._window.clear_banner("drafts")


def _on_record(session_id: str) -> bool:
    """Whether something of a session may be on disk."""
    return not is_private(session_id)
