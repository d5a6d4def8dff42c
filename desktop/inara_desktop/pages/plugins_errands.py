"""The errands of the plugins' page: listing them, switching one on after a warning, and off."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from inara_desktop.pages.office import Office
from inara_desktop.pages.page_errands import PageErrands
from inara_desktop.pages.plugins import PluginItem, PluginsPage
from inara_desktop.question import Question
from inara_desktop.style import Appearance
from inara_desktop.wording import translate

__all__ = ["PluginsErrands", "trust_question"]


class PluginsErrands(PageErrands[PluginsPage]):
    """Made with its page."""

    def __init__(self, office: Office) -> None:
        page = PluginsPage(office.appearance)
        super().__init__(office, page)
        page.switched.connect(self._on_switched)

    async def _read(self) -> None:
        plugins = await (await self._office.engine()).plugins.all()
        self.page.show_plugins(
            [
                PluginItem(one.name, one.on, f"{one.package} {one.version}".strip(), one.about, one.tools, one.problem)
                for one in plugins
            ]
        )

    @Slot(str, bool)
    def _on_switched(self, plugin: str, on: bool) -> None:
        self.page.tell("")
        if not on:
            self._office.start(self.page, self._switch(plugin, on=False))
            return
        question = trust_question(self._office.appearance, self.page.window(), plugin)
        question.setProperty("plugin", plugin)
        question.accepted.connect(self._on_trusted)
        question.open()

    @Slot()
    def _on_trusted(self) -> None:
        self._office.start(self.page, self._switch(str(self.sender().property("plugin")), on=True))

    async def _switch(self, plugin: str, *, on: bool) -> None:
        await (await self._office.engine()).plugins.switch(plugin, on)
        await self._read()
        await self._office.spread()
        if not on:
            self.page.tell(self.tr("Its tools are offered no longer. Its code is gone at the next start."))


def trust_question(appearance: Appearance, parent: QWidget, plugin: str) -> Question:
    """Whether the person trusts a plugin, with what that means."""
    title = translate("PluginsErrands", "Switch on {plugin}?").format(plugin=plugin)
    text = translate(
        "PluginsErrands",
        "Its code then runs inside Inara, with all rights of the program: it can read your files and keys and reach "
        "the network, and Inara can't see what it does. Switch it on only if you trust who wrote it.",
    )
    return Question(appearance, parent, title, text, translate("PluginsErrands", "Switch on"))
