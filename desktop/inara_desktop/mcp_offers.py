"""What tool servers have to go with a message: their resources.

An offer is a title, a line about it, and what choosing it does; whoever shows offers need not know what they are.
All of it is a stranger's text: it goes along as attached content, never as the person's own words. Their prompts, and
addresses with blanks, are templates (see `templating`).
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject

from inara_desktop.errands import Errands
from inara_desktop.values import TextFile
from inara_desktop.window import MainWindow
from inara_engine.errors import InaraError

if TYPE_CHECKING:
    from inara_engine.face import McpReport

__all__ = ["McpOffers", "Offer"]


class Offer(NamedTuple):
    """Something that can be put into a message: `take()` does it, as an errand."""

    title: str
    subtitle: str
    take: Callable[[], Coroutine[Any, Any, None]]
    icon: str = "file"


class McpOffers(QObject):
    """The offers of the servers that are on. Asking for them starts none; taking one starts its server."""

    def __init__(self, window: MainWindow, errands: Errands) -> None:
        super().__init__(window)
        self._composer = window.composer
        self._errands = errands

    async def offers(self) -> list[Offer]:
        """The resources that are there as they are."""
        engine = await self._errands.engine
        return [offer for report in await engine.mcp.all() if report.state != "disabled" for offer in self._of(report)]

    def _of(self, report: McpReport) -> list[Offer]:
        def resource(uri: str, name: str) -> Callable[[], Coroutine[Any, Any, None]]:
            return lambda: self._attach(report.name, uri, name)

        return [
            Offer(
                one.name or one.uri,
                f"{report.name} · {one.description or one.uri}",
                resource(one.uri, one.name or one.uri),
            )
            for one in report.resources
            if not one.template
        ]

    async def _attach(self, server: str, uri: str, name: str) -> None:
        chip = self._composer.expect(name)
        engine = await self._errands.engine
        try:
            result = await engine.mcp.read_resource(server, uri)
        except BaseException as error:
            self._composer.withdraw(chip)
            if not isinstance(error, InaraError):
                raise
            self._errands.say("attach", error)
            return
        self._composer.attach(chip, TextFile(f"{server}: {name}", result.text))
