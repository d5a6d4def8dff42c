"""The icon in the tray, where a test can look at it."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QSystemTrayIcon

from inara_desktop.style import Appearance
from inara_desktop.tray import Tray


def test_the_icon_follows_the_theme(appearance: Appearance) -> None:
    parent = QObject()
    tray = Tray(appearance, parent)
    icon = tray._icon = QSystemTrayIcon(tray)

    tray.set_state(0, 1)
    before = shown(icon)
    appearance.set_scheme("dark")
    after = shown(icon)
    tray.set_state(0, 1)
    assert before != after
    assert after == shown(icon)
    parent.deleteLater()
    del tray, icon, parent
    gc.collect()


def shown(icon: QSystemTrayIcon) -> QImage:
    return icon.icon().pixmap(32).toImage()
