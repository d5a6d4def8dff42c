"""The settings dialog over the engine: each change is written at once and holds at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from inara_desktop.errands import Errands
from inara_desktop.lists import Lists
from inara_desktop.style import Appearance
from inara_desktop.window import MainWindow
from inara_engine.errors import InaraError
from inara_engine.home import Home

if TYPE_CHECKING:
    from inara_desktop.settings_dialog import Change, SettingsDialog
    from inara_engine.settings import Settings

__all__ = ["Configuring"]


class Configuring(QObject):
    """`applied` carries the settings that are in force now."""

    applied = Signal(object)

    def __init__(self, window: MainWindow, errands: Errands, lists: Lists, appearance: Appearance, home: Home) -> None:
        super().__init__(window)
        self._window = window
        self._errands = errands
        self._lists = lists
        self._appearance = appearance
        self._home = home
        self._dialog: SettingsDialog | None = None
        window.settingsRequested.connect(self.show)

    @Slot()
    def show(self) -> None:
        """Show the dialog with what is in force."""
        self._errands.start(self._show())

    async def _show(self) -> None:
        settings = await (await self._errands.engine).settings()
        from inara_desktop.settings_dialog import SettingsDialog

        if self._dialog is None:
            dialog = self._dialog = SettingsDialog(self._appearance, settings, self._window)
            dialog.changed.connect(self._on_changed)
            dialog.fileWanted.connect(self._on_file)
            dialog.finished.connect(self._on_closed)
        self._dialog.open()

    def apply(self, settings: Settings) -> None:
        """What of the settings the window itself follows."""
        if self._appearance.choice != settings.appearance.theme:
            self._appearance.set_scheme(settings.appearance.theme)
        self.applied.emit(settings)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        self._errands.start(self._change(change))

    async def _change(self, change: Change) -> None:
        from inara_engine.settings import SettingsChange

        engine = await self._errands.engine
        before = await engine.settings()
        if _as_list(getattr(getattr(before, change.path[0]), change.path[1])) == change.value:
            return
        try:
            settings = await engine.change_settings(SettingsChange(((change.path, change.value),)))
        except InaraError as error:
            if self._dialog is not None:
                self._dialog.show_problem(change.path, f"{error.message} {error.next_step}".strip())
            return
        self.apply(settings)
        if self._dialog is not None:
            self._dialog.set_settings(settings)
        await self._lists.read_models()

    @Slot()
    def _on_file(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._home.config_file)))

    @Slot()
    def _on_closed(self) -> None:
        self._dialog = None


def _as_list(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType] (of whatever)
