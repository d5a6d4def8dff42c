"""Opens the help over the window (F1), at the page that fits."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from inara_desktop.style import Appearance
from inara_desktop.window import MainWindow

if TYPE_CHECKING:
    from inara_desktop.help_window import HelpWindow

__all__ = ["Helping"]


class Helping(QObject):
    """The window is made when it is first asked for. `open_link` takes a link that the person followed."""

    def __init__(self, window: MainWindow, appearance: Appearance, open_link: Callable[[str], None]) -> None:
        super().__init__(window)
        self._window = window
        self._appearance = appearance
        self._open_link = open_link
        self._dialog: HelpWindow | None = None
        window.helpRequested.connect(self.show)

    @Slot()
    def show(self) -> None:
        """Show the help where it was left."""
        if self._dialog is None:
            from inara_desktop.help_window import HelpWindow

            self._dialog = HelpWindow(self._appearance, self._window)
            self._dialog.linkFollowed.connect(self._open_link)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
