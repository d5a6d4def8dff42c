"""Getting files and pictures to the composer: from a dialog, the clipboard or a drop, read in threads."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from inara_desktop.errands import Errands
from inara_desktop.mcp_offers import McpOffers, Offer
from inara_desktop.style import Appearance
from inara_desktop.templating import Templating
from inara_desktop.values import BannerValue, PickItem
from inara_desktop.window import MainWindow
from inara_engine.errors import InaraError

if TYPE_CHECKING:
    from inara_desktop.attachments import Picture, TextFile
    from inara_desktop.pick_list import PickList
    from inara_engine.face import Template

__all__ = ["Attaching"]

FILES = "files"  # in the list: no offer, but files
MOST = 10
MOST_BYTES = 20_000_000  # of all that one prompt carries, as it is sent


class Attaching(QObject):
    """Serves the composer's attach button, paste and drop."""

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
        self._composer.attachRequested.connect(self._on_attach)
        self._composer.filesOffered.connect(self._on_files)
        self._composer.imageOffered.connect(self._on_image)

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
        elif self._offered[int(place)].icon == "edit" or self._has_room():
            self._errands.start(self._offered[int(place)].take())

    def _open_files(self) -> None:
        dialog = QFileDialog(self._window, self.tr("Attach"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._on_chosen)
        dialog.open()

    @Slot(list)
    def _on_chosen(self, paths: list[str]) -> None:
        self._on_files([Path(path) for path in paths])

    @Slot(object)
    def _on_files(self, paths: list[Path]) -> None:
        self._window.clear_banner("attach")
        for path in paths:
            if not self._has_room():
                return

            def read(path: Path = path) -> Picture | TextFile:
                from inara_desktop.attachments import read_attachment

                return read_attachment(path)

            self._errands.start(self._attach(self._composer.expect(path.name), read))

    @Slot(QImage)
    def _on_image(self, image: QImage) -> None:
        if not self._has_room():
            return

        name = self.tr("Pasted picture")

        def read() -> Picture:
            from inara_desktop.attachments import picture

            return picture(image, name)

        self._errands.start(self._attach(self._composer.expect(name), read))

    def _has_room(self) -> bool:
        if self._composer.attached < MOST:
            return True
        self._say(self.tr("At most {count} files go with one message. Send these first.").format(count=MOST))
        return False

    async def _attach(self, chip: QWidget, read: Callable[[], Picture | TextFile]) -> None:
        try:
            made = await asyncio.to_thread(read)
        except InaraError as error:
            self._composer.withdraw(chip)
            self._say(f"{error.message} {error.next_step}".strip())
            return
        except asyncio.CancelledError:
            self._composer.withdraw(chip)
            raise
        size = sum(_size(each) for each in self._composer.attachments()) + _size(made)
        if size > MOST_BYTES:
            self._composer.withdraw(chip)
            words = self.tr("“{file}” would be too much for one message. Send what is attached first.")
            self._say(words.format(file=made.name))
        else:
            self._composer.attach(chip, made)

    def _say(self, text: str) -> None:
        self._window.show_banner(BannerValue("attach", text, "warning"))


def _size(attachment: object) -> int:
    return len(str(getattr(attachment, "data", "") or getattr(attachment, "text", "")))
