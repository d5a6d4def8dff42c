"""The connections dialog over the engine: who was spoken to, and the interface opened, closed, its token copied."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from inara_desktop import moments
from inara_desktop.connect_values import ConnectionItem, InterfaceItem
from inara_desktop.discreet_clipboard import copy_secret
from inara_desktop.errands import Errands
from inara_desktop.said import explained, said
from inara_desktop.style import Appearance
from inara_desktop.window import MainWindow
from inara_engine.errors import InaraError

if TYPE_CHECKING:
    from inara_desktop.connections_dialog import ConnectionsDialog
    from inara_engine.connections import Connection
    from inara_engine.face import Engine

__all__ = ["Overseeing"]


class Overseeing(QObject):
    """Opens the dialog when it is asked for."""

    def __init__(self, window: MainWindow, errands: Errands, appearance: Appearance) -> None:
        super().__init__(window)
        self._window = window
        self._errands = errands
        self._appearance = appearance
        self._dialog: ConnectionsDialog | None = None
        window.sidebar.connectionsRequested.connect(self.show)

    @Slot()
    def show(self) -> None:
        """Show it, with what is known now."""
        from inara_desktop.connections_dialog import ConnectionsDialog

        if self._dialog is None:
            dialog = self._dialog = ConnectionsDialog(self._appearance, self._window)
            dialog.switched.connect(self._on_switched)
            dialog.tokenWanted.connect(self._on_token)
            dialog.newTokenWanted.connect(self._on_new_token)
            dialog.againRequested.connect(self._on_again)
            dialog.finished.connect(self._on_closed)
        self._on_again()
        self._dialog.open()

    @Slot()
    def _on_again(self) -> None:
        self._errands.start(self._read())

    async def _read(self, note: str = "") -> None:
        engine = await self._errands.engine
        state = await engine.interface.state()
        connections = await engine.connections.list()
        if self._dialog is None:
            return
        self._dialog.set_interface(
            InterfaceItem(state.enabled, state.running, state.address, said(state.problem), note)
        )
        now = time.time()
        self._dialog.set_connections([_item(one, now) for one in connections])

    @Slot(bool)
    def _on_switched(self, on: bool) -> None:
        self._errands.start(self._switch(on=on))

    async def _switch(self, *, on: bool) -> None:
        engine = await self._errands.engine
        try:
            await (engine.interface.start() if on else engine.interface.stop())
        except InaraError as error:
            if self._dialog is None:  # it was closed meanwhile
                raise
            await self._read(explained(error))
        else:
            await self._read()

    @Slot()
    def _on_token(self) -> None:
        self._errands.start(self._copy())

    async def _copy(self) -> None:
        from inara_engine.interface import TOKEN_NAME

        engine: Engine = await self._errands.engine  # pyright: ignore[reportAssignmentType] (the window's own is no remote one)
        token = await engine.secrets.resolve(f"keyring:{TOKEN_NAME}")
        copy_secret(token or "")
        await self._read(self.tr("The token is on the clipboard. Who has it can give Inara tasks."))

    @Slot()
    def _on_new_token(self) -> None:
        self._errands.start(self._renew())

    async def _renew(self) -> None:
        engine = await self._errands.engine
        await engine.interface.renew_token()
        await self._read(self.tr("There is a new token; programs with the old one are refused from now on."))

    @Slot()
    def _on_closed(self) -> None:
        self._dialog = None


def _item(one: Connection, now: float) -> ConnectionItem:
    last = moments.short(one.last_at, now)
    return ConnectionItem(one.host, one.port, one.purpose, one.who, one.local, one.count, last, one.off_record)
