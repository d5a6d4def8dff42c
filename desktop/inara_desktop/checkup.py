"""The connection doctor's errand: each check runs by itself, and its line fills in when it ends."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from inara_desktop.connect_values import CheckItem, FindingItem
from inara_desktop.errands import Errands
from inara_desktop.style import Appearance
from inara_desktop.window import MainWindow
from inara_engine.errors import InaraError

if TYPE_CHECKING:
    from inara_desktop.doctor_dialog import DoctorDialog
    from inara_engine.face import Face

__all__ = ["Checkup"]


class Checkup(QObject):
    """Opened from an error's "What can I do?", from the model menu and from the first start."""

    def __init__(self, window: MainWindow, errands: Errands, appearance: Appearance) -> None:
        super().__init__(window)
        self._window = window
        self._errands = errands
        self._appearance = appearance
        self._dialog: DoctorDialog | None = None
        self._looking: asyncio.Task[None] | None = None
        window.doctorRequested.connect(self.open)

    @Slot()
    def open(self) -> None:
        """Show the dialog and begin to look."""
        if self._dialog is None:
            from inara_desktop.doctor_dialog import DoctorDialog

            self._dialog = DoctorDialog(self._appearance, self._window)
            self._dialog.againRequested.connect(self._look)
            self._dialog.modelsRequested.connect(self._on_models)
            self._dialog.finished.connect(self._on_closed)
            self._dialog.open()
            self._look()

    @Slot()
    def _look(self) -> None:
        self._stop()
        self._looking = self._errands.start(self._look_at_all())

    async def _look_at_all(self) -> None:
        engine = await self._errands.engine
        checks = await engine.doctor.checks()
        if self._dialog is not None:
            self._dialog.set_checks([CheckItem(check.id, check.title) for check in checks])
            await asyncio.gather(*(self._look_at(engine, check.id) for check in checks))

    async def _look_at(self, engine: Face, check: str) -> None:
        try:
            found = await engine.doctor.check(check)
            items = [FindingItem(one.subject, one.ok, one.message, one.next_step) for one in found]
        except InaraError as error:
            items = [FindingItem("", ok=False, message=error.message, next_step=error.next_step)]
        if self._dialog is not None:
            self._dialog.set_findings(check, items)

    @Slot()
    def _on_models(self) -> None:
        if self._dialog is not None:
            self._dialog.accept()
        self._window.settingsPageRequested.emit("models")

    @Slot()
    def _on_closed(self) -> None:
        self._dialog = None
        self._stop()

    def _stop(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
