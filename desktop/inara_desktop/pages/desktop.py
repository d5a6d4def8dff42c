"""The page of how Inara lives on the desktop: the declared settings, and whether it starts with it."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QObject, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from inara_desktop import autostart
from inara_desktop.check_box import WORDS_PX, CheckBox
from inara_desktop.controls import Paragraph
from inara_desktop.pages.form_page import FormPage
from inara_desktop.pages.office import Office
from inara_desktop.style import Appearance

__all__ = ["DesktopErrands", "DesktopPage"]


class DesktopPage(FormPage):
    """`autostartWanted` carries whether Inara is to start with the desktop."""

    autostartWanted = Signal(bool)

    def __init__(self, appearance: Appearance, title: str) -> None:
        super().__init__(appearance, "desktop", title)
        self.switch = CheckBox(self.tr("Start with the desktop"))
        self.switch.setObjectName("autostart")
        self._problem = Paragraph("", "danger")
        self._problem.setIndent(WORDS_PX)
        self._problem.setObjectName("autostart_problem")
        self._problem.hide()
        row = QVBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.switch)
        row.addWidget(self._problem)
        about = self.tr(
            "Inara is there after you log in. With “stay in the tray” it keeps running when its window closes."
        )
        words = Paragraph(about, "muted")
        words.setIndent(WORDS_PX)
        row.addWidget(words)
        self.column.insertLayout(0, row)
        self.switch.toggled.connect(self.autostartWanted)

    def show_autostart(self, *, on: bool, problem: str = "") -> None:
        """Whether it does, and why that could not be changed."""
        with QSignalBlocker(self.switch):
            self.switch.setChecked(on)
        self._problem.set_text(problem)
        self._problem.setVisible(bool(problem))


class DesktopErrands(QObject):
    """Made with its page."""

    def __init__(self, office: Office, page: DesktopPage) -> None:
        super().__init__(page)
        self.page = page
        self._office = office
        page.shown.connect(self.read)
        page.autostartWanted.connect(self._on_wanted)

    @Slot()
    def read(self) -> None:
        """Show how it is."""
        self._office.start(self.page, self._read())

    async def _read(self, problem: str = "") -> None:
        self.page.show_autostart(on=await asyncio.to_thread(autostart.is_on), problem=problem)

    @Slot(bool)
    def _on_wanted(self, on: bool) -> None:
        self._office.start(self.page, self._switch(on=on))

    async def _switch(self, *, on: bool) -> None:
        try:
            await asyncio.to_thread(autostart.switch, on=on)
        except OSError as error:
            words = self.tr("{file} can't be written: {reason}. Check that you may write there.")
            await self._read(words.format(file=error.filename or "", reason=error.strerror or ""))
            return
        await self._read()
