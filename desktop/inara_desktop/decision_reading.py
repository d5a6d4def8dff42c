"""The page of decisions over the engine: read in pages, checked when it is turned to, kept up to date while shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from inara_desktop.consent_values import ChainItem, DecisionItem
from inara_desktop.errands import Errands

if TYPE_CHECKING:
    from inara_desktop.decisions_page import DecisionsPage

__all__ = ["DecisionReading"]

PAGE = 200  # decisions read at once


class DecisionReading(QObject):
    """`show` when the page is turned to. Checking reads the whole log, in slices, on the engine's own thread."""

    def __init__(self, page: DecisionsPage, errands: Errands) -> None:
        super().__init__(page)
        self._page = page
        self._errands = errands
        self._checking = False
        page.log.moreWanted.connect(self._on_more)
        page.check.clicked.connect(self.check)

    def show(self) -> None:
        """Read the newest decisions, and check them all."""
        self._errands.start(self._read_first())
        self.check()

    def renew(self) -> None:
        """Something was decided."""
        if self._page.isVisible():
            self._errands.start(self._renew())

    @Slot()
    def check(self) -> None:
        """See whether the log is as it was written."""
        if not self._checking:
            self._checking = True
            self._page.show_checking()
            self._errands.start(self._check())

    async def _read_first(self) -> None:
        items = await self._read()
        self._page.log.set_items(items, more=len(items) == PAGE)

    async def _renew(self) -> None:
        self._page.log.renew(await self._read())

    async def _check(self) -> None:
        try:
            chain = await (await self._errands.engine).activity.verify()
            self._page.show_chain(ChainItem(chain.decisions, chain.since, chain.broken))
        finally:
            self._checking = False

    @Slot()
    def _on_more(self) -> None:
        self._errands.start(self._read_more())

    async def _read_more(self) -> None:
        log, last = self._page.log, self._page.log.last
        if last is None:
            return
        items = await self._read(last.number)
        if log.last == last:  # else it was read anew meanwhile
            log.add_older(items, more=len(items) == PAGE)

    async def _read(self, before: int = 0) -> list[DecisionItem]:
        rows = await (await self._errands.engine).activity.decisions(PAGE, before)
        return [DecisionItem(row.number, row.at, row.what, row.by, row.tool) for row in rows]
