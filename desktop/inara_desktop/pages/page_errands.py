"""What the errands of all pages of the settings begin with: a page that is read anew each time it is shown."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Slot

from inara_desktop.pages.office import Office
from inara_desktop.pages.page import Page

__all__ = ["PageErrands"]

PageT = TypeVar("PageT", bound=Page)


class PageErrands(QObject, Generic[PageT]):
    """What a page asks of the engine; it goes with its page."""

    def __init__(self, office: Office, page: PageT) -> None:
        super().__init__(page)
        self.page = page
        self._office = office
        page.shown.connect(self.read)

    @Slot()
    def read(self) -> None:
        """Show what holds now."""
        self._office.start(self.page, self._read())

    async def _read(self) -> None:
        """Ask the engine, and show what it says."""
