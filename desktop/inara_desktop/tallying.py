"""The usage window over the engine: read for the range chosen, again while answers come, saved as CSV."""

from __future__ import annotations

import asyncio
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QFileDialog

from inara_desktop.errands import Errands
from inara_desktop.said import explained, why
from inara_desktop.style import Appearance
from inara_desktop.window import MainWindow
from inara_engine.errors import InaraError

if TYPE_CHECKING:
    from inara_desktop.usage_window import UsageWindow

__all__ = ["Tallying"]

AGAIN_AFTER_MS = 1000  # after a reply


class Tallying(QObject):
    """Opens the window when it is first asked for."""

    def __init__(self, window: MainWindow, errands: Errands, appearance: Appearance) -> None:
        super().__init__(window)
        self._window = window
        self._errands = errands
        self._appearance = appearance
        self._dialog: UsageWindow | None = None
        self._reading: asyncio.Task[None] | None = None
        self._following: asyncio.Task[None] | None = None
        self._again = QTimer(self, singleShot=True, interval=AGAIN_AFTER_MS)
        self._again.timeout.connect(self._on_again)
        window.sidebar.usageRequested.connect(self.show)

    @Slot()
    def show(self) -> None:
        """Show the window with what was used up to now."""
        if self._dialog is None:
            from inara_desktop.usage_window import UsageWindow

            dialog = self._dialog = UsageWindow(self._appearance, self._window)
            dialog.rangeChosen.connect(self._read)
            dialog.exportRequested.connect(self._on_export)
            dialog.finished.connect(self._on_closed)
        self._read()
        if self._following is None:
            self._following = self._errands.start(self._follow())
        self._dialog.tell("")
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    @Slot()
    def _read(self) -> None:
        if self._reading is not None:
            self._reading.cancel()  # the latest range wins
        self._reading = self._errands.start(self._read_range())

    async def _read_range(self) -> None:
        engine = await self._errands.engine
        if self._dialog is not None:
            days = await engine.usage.days(self._dialog.range_days)
            self._dialog.show_usage(days, datetime.now().astimezone().date())

    async def _follow(self) -> None:
        """Each reply counts in a moment, while the window is open."""
        from inara_engine.face import LIVE

        engine = await self._errands.engine
        async for _ in engine.follow(None, LIVE, kinds=["model_finished"]):
            if not self._again.isActive():
                self._again.start()

    @Slot()
    def _on_again(self) -> None:
        if self._dialog is not None and self._dialog.isVisible():
            self._read()

    @Slot(int)
    def _on_export(self, days: int) -> None:
        dialog = QFileDialog(self._dialog, self.tr("Save usage"))
        dialog.setObjectName("usageExportDialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Table (*.csv)")])
        dialog.setDefaultSuffix("csv")
        dialog.selectFile("inara-usage.csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(partial(self._on_export_named, days))
        dialog.open()

    def _on_export_named(self, days: int, path: str) -> None:
        self._errands.start(self.save(days, Path(path)))

    async def save(self, days: int, path: Path) -> None:
        """Write the range as CSV and say where it is, or why not."""
        engine = await self._errands.engine
        try:
            text = await engine.usage.csv(days)
            await asyncio.to_thread(path.write_text, text, encoding="utf-8")
        except OSError as error:
            words = self.tr("The table could not be saved to {path}: {reason}. Choose another place.")
            told = words.format(path=path, reason=why(error))
        except InaraError as error:
            told = explained(error)
        else:
            told = self.tr("Saved to {path}.").format(path=path)
        if self._dialog is not None:
            self._dialog.tell(told)

    @Slot(int)
    def _on_closed(self, _: int) -> None:
        if self._following is not None:
            self._following.cancel()
            self._following = None
