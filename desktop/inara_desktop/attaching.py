"""Getting files and pictures to the composer: from a dialog, the clipboard or a drop, read in threads."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from inara_desktop.controls import menu
from inara_desktop.errands import Errands
from inara_desktop.mcp_offers import McpOffers, Offer
from inara_desktop.values import BannerValue
from inara_desktop.visible import visible
from inara_desktop.window import MainWindow
from inara_engine.errors import InaraError

if TYPE_CHECKING:
    from inara_desktop.attachments import Picture, TextFile

__all__ = ["Attaching"]

FILES = -1  # in the menu: no offer, but files
MOST_OFFERED = 30
MOST = 10
MOST_BYTES = 20_000_000  # of all that one prompt carries, as it is sent


class Attaching(QObject):
    """Serves the composer's attach button, paste and drop."""

    def __init__(self, window: MainWindow, errands: Errands) -> None:
        super().__init__(window)
        self._window = window
        self._composer = window.composer
        self._errands = errands
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
        offers = await self._offers.offers()
        if not offers:
            self._open_files()
            return
        opened = menu(self._composer.attach_button)
        opened.setObjectName("attachMenu")
        opened.setAccessibleName("Attach")
        opened.addAction("Files…").setData(FILES)
        opened.addSeparator()
        self._offered = offers[:MOST_OFFERED]
        for place, offer in enumerate(self._offered):
            opened.addAction(visible(offer.title)[:60].replace("&", "&&")).setData(place)
        opened.triggered.connect(self._on_offer)
        opened.popup(self._composer.attach_button.mapToGlobal(QPoint(0, -opened.sizeHint().height() - 4)))

    @Slot(QAction)
    def _on_offer(self, action: QAction) -> None:
        place = int(action.data())
        if place == FILES:
            self._open_files()
        elif self._offered[place].icon == "edit" or self._has_room():
            self._errands.start(self._offered[place].take())

    def _open_files(self) -> None:
        dialog = QFileDialog(self._window, "Attach")
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

        def read() -> Picture:
            from inara_desktop.attachments import picture

            return picture(image, "Pasted picture")

        self._errands.start(self._attach(self._composer.expect("Pasted picture"), read))

    def _has_room(self) -> bool:
        if self._composer.attached < MOST:
            return True
        self._say(f"At most {MOST} files go with one message. Send these first.")
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
            self._say(f"“{made.name}” would be too much for one message. Send what is attached first.")
        else:
            self._composer.attach(chip, made)

    def _say(self, text: str) -> None:
        self._window.show_banner(BannerValue("attach", text, "warning"))


def _size(attachment: object) -> int:
    return len(str(getattr(attachment, "data", "") or getattr(attachment, "text", "")))
