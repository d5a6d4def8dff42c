"""What is pasted, dropped or chosen for a message: read in threads, within bounds, onto the composer as a chip."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from inara_desktop.composer import Composer
from inara_desktop.errands import Errands
from inara_desktop.said import explained
from inara_engine.errors import InaraError

if TYPE_CHECKING:
    from inara_desktop.attachments import Picture, TextFile

__all__ = ["Gathering"]

MOST = 10
MOST_BYTES = 20_000_000  # of all that one prompt carries, as it is sent


class Gathering(QObject):
    """Serves a composer's paste and drop. `refused` says why something was not taken, "" once the next thing is."""

    refused = Signal(str)

    def __init__(self, composer: Composer, errands: Errands) -> None:
        super().__init__(composer)
        self._composer = composer
        self._errands = errands
        composer.filesOffered.connect(self.take_files)
        composer.imageOffered.connect(self._on_image)
        composer.textOffered.connect(self._on_text)

    @Slot(object)
    def take_files(self, paths: list[Path]) -> None:
        """Read files, as many as go with one message."""
        self.refused.emit("")
        for path in paths:
            if not self.has_room():
                return

            def read(path: Path = path) -> Picture | TextFile:
                from inara_desktop.attachments import read_attachment

                return read_attachment(path)

            self._take(path.name, read)

    def take_picture(self, image: QImage, name: str) -> None:
        """A picture that is in memory, under this name."""
        self.refused.emit("")
        if not self.has_room():
            return

        def read() -> Picture:
            from inara_desktop.attachments import picture

            return picture(image, name)

        self._take(name, read)

    def has_room(self) -> bool:
        """Whether one more goes with the message; says so where it does not."""
        if self._composer.attached < MOST:
            return True
        self.refused.emit(self.tr("At most {count} files go with one message. Send these first.").format(count=MOST))
        return False

    @Slot(object)
    def _on_image(self, image: QImage) -> None:
        self.take_picture(image, self.tr("Pasted picture"))

    @Slot(str)
    def _on_text(self, text: str) -> None:
        name = self.tr("Pasted text")
        self.refused.emit("")
        if not self.has_room():
            return

        def read() -> TextFile:
            from inara_desktop.attachments import pasted

            return pasted(text, name)

        self._take(name, read)

    def _take(self, name: str, read: Callable[[], Picture | TextFile]) -> None:
        self._errands.start(self._attach(self._composer.expect(name), read))

    async def _attach(self, chip: QWidget, read: Callable[[], Picture | TextFile]) -> None:
        try:
            made = await asyncio.to_thread(read)
        except InaraError as error:
            self._composer.withdraw(chip)
            self.refused.emit(explained(error))
            return
        except asyncio.CancelledError:
            self._composer.withdraw(chip)
            raise
        size = sum(_size(each) for each in self._composer.attachments()) + _size(made)
        if size > MOST_BYTES:
            self._composer.withdraw(chip)
            words = self.tr("“{file}” would be too much for one message. Send what is attached first.")
            self.refused.emit(words.format(file=made.name))
        else:
            self._composer.attach(chip, made)


def _size(attachment: object) -> int:
    return len(str(getattr(attachment, "data", "") or getattr(attachment, "text", "")))
