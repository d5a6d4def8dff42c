"""What tool servers have for a message: resources to attach, and prompts to put into it.

An offer is a title, a line about it, and what choosing it does; whoever shows offers need not know what they are.
All of it is a stranger's text: it goes along as attached content, never as the person's own words, but for prompts,
which stand in the message for the person to read before they send it.
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
        """Prompts without blanks that must be filled in, and resources that are there as they are."""
        engine = await self._errands.engine
        return [offer for report in await engine.mcp.all() if report.state != "disabled" for offer in self._of(report)]

    def _of(self, report: McpReport) -> list[Offer]:
        def prompt(name: str) -> Callable[[], Coroutine[Any, Any, None]]:
            return lambda: self._insert(report.name, name)

        def resource(uri: str, name: str) -> Callable[[], Coroutine[Any, Any, None]]:
            return lambda: self._attach(report.name, uri, name)

        found = [
            Offer(one.title or one.name, one.description or f"A prompt of {report.name}", prompt(one.name), "edit")
            for one in report.prompts
            if not any(argument.required for argument in one.arguments)
        ]
        return found + [
            Offer(one.name or one.uri, one.description or one.uri, resource(one.uri, one.name or one.uri))
            for one in report.resources
            if not one.template
        ]

    async def _insert(self, server: str, prompt: str) -> None:
        engine = await self._errands.engine
        try:
            result = await engine.mcp.get_prompt(server, prompt, {})
        except InaraError as error:
            self._errands.say("attach", error)
            return
        self._composer.editor.insertPlainText(result.text)
        self._composer.editor.setFocus()

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
