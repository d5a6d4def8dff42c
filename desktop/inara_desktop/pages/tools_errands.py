"""The errands of the tools' page."""

from __future__ import annotations

from PySide6.QtCore import Slot

from inara_desktop.pages.office import Office
from inara_desktop.pages.page_errands import PageErrands
from inara_desktop.pages.tools import ToolItem, ToolsPage

__all__ = ["ToolsErrands"]


class ToolsErrands(PageErrands[ToolsPage]):
    """Made with its page."""

    def __init__(self, office: Office) -> None:
        page = ToolsPage(office.appearance)
        super().__init__(office, page)
        page.switched.connect(self._on_switched)

    async def _read(self) -> None:
        tools = await (await self._office.engine()).tools.all()
        self.page.show_tools(
            [
                ToolItem(
                    one.name,
                    one.description,
                    one.risk,
                    one.capabilities,
                    one.owner,
                    one.state == "offered",
                    one.why,
                    one.switchable,
                )
                for one in tools
            ]
        )

    @Slot(str, bool)
    def _on_switched(self, tool: str, on: bool) -> None:
        self._office.start(self.page, self._switch(tool, on=on))

    async def _switch(self, tool: str, *, on: bool) -> None:
        try:
            await (await self._office.engine()).tools.switch(tool, on)
        finally:
            await self._read()
        await self._office.spread()
