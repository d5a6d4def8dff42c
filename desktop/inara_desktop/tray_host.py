"""Hearing of a tray that comes after us: at login, panels are often slower than what starts with them."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QSystemTrayIcon

__all__ = ["TrayHost"]

NAME = "org.kde.StatusNotifierWatcher"


class TrayHost(QObject):
    """`came` once there is a tray. Idle until then: the bus tells."""

    came = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        if sys.platform == "linux":
            from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher

            when = QDBusServiceWatcher.WatchModeFlag.WatchForRegistration
            watcher = QDBusServiceWatcher(NAME, QDBusConnection.sessionBus(), when, self)
            watcher.serviceRegistered.connect(self._look)

    @Slot(str)
    def _look(self, _name: str = "") -> None:
        if QSystemTrayIcon.isSystemTrayAvailable():
            self.came.emit()
