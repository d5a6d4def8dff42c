"""The composer's attach button: files from a dialog, and what tool servers offer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog

from inara_desktop.errands import Errands
from inara_desktop.gathering import Gathering
from inara_desktop.mcp_offers import McpOffers, Offer
from inara_desktop.style import Appearance
from inara_desktop.templating import Templating
from inara_desktop.values import BannerValue, PickItem
from inara_desktop.window import MainWindow

if TYPE_CHECKING:
    from inara_desktop.pick_list import PickList
    from inara_engine.face import Template

__all__ = ["Attaching"]

FILES = "files"  # in the list: no offer, but files


class Attaching(QObject):
    """Serves the attach button of the window's composer; what is pasted and dropped there is said in the window."""

    def __init__(self, window: MainWindow, errands: Errands, appearance: Appearance, templating: Templating) -> None:
        super().__init__(window)
        self._window = window
        self._composer = window.composer
        self._errands = errands
        self._appearance = appearance
        self._templating = templating
        self._list: PickList | None = None
        self._offers = McpOffers(window, errands)
        self._offered: list[Offer] = []
        self._gathering = Gathering(window.composer, errands)
        self._gathering.refused.connect(self._on_refused)
        self._composer.attachRequested.connect(self._on_attach)
        self._composer.submitted.connect(self._on_submitted)

    @Slot()
    def _on_attach(self) -> None:
        """Files, or what tool servers have, where they have something."""
        if self._errands.engine.done():
            self._errands.start(self._choose())
        else:
            self._open_files()

    async def _choose(self) -> None:
        offers = await self._all_offers()
        if not offers:
            self._open_files()
            return
        if self._list is None:
            self._list = self._made()
        self._offered = offers
        entries = [PickItem(f"{n}", offer.title, offer.subtitle, offer.icon) for n, offer in enumerate(offers)]
        files = PickItem(FILES, self.tr("Files…"), self.tr("Pictures or text files of this machine"), "attach")
        self._list.offer([files, *entries], self._composer)

    def _made(self) -> PickList:
        from inara_desktop.pick_list import PickList

        made = PickList(self._appearance, self._window, self.tr("Attach"), searched=True)
        made.setObjectName("attachList")
        made.chosen.connect(self._on_offer)
        return made

    async def _all_offers(self) -> list[Offer]:
        """Resources as they are, then prompts and addresses with blanks."""
        templates = await self._templating.of_servers()
        return [*await self._offers.offers(), *map(self._offer_of, templates)]

    def _offer_of(self, template: Template) -> Offer:
        icon = "file" if template.kind == "resource" else "edit"
        subtitle = f"{template.source} · {template.description}".rstrip(" ·")
        return Offer(f"{template.name}…", subtitle, lambda: self._templating.use(template), icon)

    @Slot(str)
    def _on_offer(self, place: str) -> None:
        if place == FILES:
            self._open_files()
        elif self._offered[int(place)].icon == "edit" or self._gathering.has_room():
            self._errands.start(self._offered[int(place)].take())

    def _open_files(self) -> None:
        dialog = QFileDialog(self._window, self.tr("Attach"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._on_chosen)
        dialog.open()

    @Slot(list)
    def _on_chosen(self, paths: list[str]) -> None:
        self._gathering.take_files([Path(path) for path in paths])

    @Slot()
    def _on_submitted(self) -> None:
        self._window.clear_banner("attach")  # it was about the message that has gone

    @Slot(str)
    def _on_refused(self, text: str) -> None:
        if text:
            self._window.show_banner(BannerValue("attach", text, "warning"))
        else:
            self._window.clear_banner("attach")
