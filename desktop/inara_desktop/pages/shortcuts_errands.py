"""The errands of the page of the keys."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from inara_desktop.global_shortcut import COMMAND
from inara_desktop.pages.office import Office
from inara_desktop.pages.shortcuts import ShortcutsPage

__all__ = ["ShortcutsErrands"]


class ShortcutsErrands(QObject):
    """Made with its page."""

    def __init__(self, office: Office) -> None:
        page = ShortcutsPage(office.appearance, COMMAND)
        super().__init__(page)
        self.page = page
        self._office = office
        page.shown.connect(self.read)
        page.askedAgain.connect(office.shortcut.ask_again)
        office.shortcut.changed.connect(self.read)
        page.chosen.connect(self._on_chosen)

    @Slot()
    def read(self) -> None:
        """Say whether the keys work."""
        state = self._office.shortcut.state
        self.page.show_state(state.problem, state.words, can_ask=state.refused)

    @Slot(str)
    def _on_chosen(self, keys: str) -> None:
        self._office.start(self.page, self._choose(keys))

    async def _choose(self, keys: str) -> None:
        if keys != (await (await self._office.engine()).settings()).desktop.quick_shortcut:
            await self._office.change((("desktop", "quick_shortcut"), keys))
