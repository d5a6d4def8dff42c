"""The process of the window. What is seen is made first; the event loop, the bridge and the engine come after."""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtWidgets import QApplication, QWidget

from inara_desktop.early import scaled
from inara_desktop.language import configured, speak
from inara_desktop.style import Appearance
from inara_desktop.values import WindowState
from inara_desktop.window import MainWindow
from inara_engine.errors import InaraError
from inara_engine.home import Home, find_home

if TYPE_CHECKING:
    from inara_engine.remote import Summons

__all__ = ["run"]

FIRST_PAINT_MS = 1000  # a window that is not on screen by then (another desktop, say) is not waited for
LOOK_AGAIN_S = 0.001


def run(wanted: Summons | None = None) -> int:
    """Open the window, do what is `wanted`, and stay until it is closed; the exit status."""
    home = find_home(os.environ)
    with scaled(home.config_file):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("inara")
    app.setApplicationDisplayName("Inara")
    app.setDesktopFileName("app.inara.Inara")
    app.setQuitOnLastWindowClosed(False)  # the bridge puts everything away first
    speak(app, configured(home.config_file))
    appearance = Appearance(app, dressed=False)
    window = MainWindow(appearance, _transcript)
    appearance.dress()
    window.setWindowIcon(appearance.icons.icon("inara", appearance.theme.colors.accent, 64))
    window.restore_window(_remembered(home))
    if wanted is None or wanted.what != "background":
        window.show()
        _paint(app, window)
    window.bind_keys()
    _keep_no_notes()
    gc.freeze()  # what was made so far stays, so it need not be looked through
    gc.enable()
    from inara_desktop.serving import serve

    serve(app, window, appearance, home, wanted)
    _remember(home, window.window_state())
    return 0


def _keep_no_notes() -> None:
    """Qt's file dialog writes the folders one looked into to a file of its own, off the record too; ours does not."""
    if sys.platform == "linux":
        from PySide6.QtCore import QSettings  # not made before the first paint

        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


def _paint(app: QApplication, window: MainWindow) -> None:
    """Put the window on screen before anything else is loaded: asyncio alone is a quarter of a bare start."""
    deadline = QDeadlineTimer(FIRST_PAINT_MS)
    app.processEvents()
    while not window.testAttribute(Qt.WidgetAttribute.WA_Mapped) and not deadline.hasExpired():
        time.sleep(LOOK_AGAIN_S)  # the window system is at work, and processEvents does not wait for it
        app.processEvents()
    app.processEvents()


def _transcript() -> QWidget:
    from inara_desktop.transcript.view import TranscriptView

    return TranscriptView()


def _remembered(home: Home) -> WindowState:
    try:
        value = json.loads((home.cache / "window.json").read_text())
        mode = "chat" if value.get("mode") == "chat" else "agent"
        return WindowState(str(value["geometry"]), bool(value["sidebar"]), int(value.get("zoom", 100)), mode)
    except (OSError, ValueError, KeyError, TypeError):
        return WindowState()


def _remember(home: Home, state: WindowState) -> None:
    with suppress(OSError, InaraError):
        home.ensure()
        (home.cache / "window.json").write_text(json.dumps(state._asdict()))
