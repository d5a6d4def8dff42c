"""The process of the window: Qt's application and asyncio on one loop, painted before the engine is loaded."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress

import qasync
from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

from inara_desktop.bridge import Bridge
from inara_desktop.style import Appearance
from inara_desktop.transcript.view import TranscriptView
from inara_desktop.values import WindowState
from inara_desktop.window import MainWindow
from inara_engine.errors import InaraError
from inara_engine.home import Home, find_home

__all__ = ["run"]


def run() -> int:
    """Open the window and stay until it is closed; the exit status."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("inara")
    app.setApplicationDisplayName("Inara")
    app.setDesktopFileName("inara")
    app.setQuitOnLastWindowClosed(False)  # the bridge puts everything away first
    home = find_home(os.environ)
    appearance = Appearance(app)
    window = MainWindow(appearance, TranscriptView)
    window.setWindowIcon(appearance.icons.icon("inara", appearance.theme.colors.accent, 64))
    window.restore_window(_remembered(home))
    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)
    with loop, _signals(window):
        window.show()
        loop.run_until_complete(_serve(window, appearance, home))  # pyright: ignore[reportUnknownMemberType] (qasync is untyped)
        _remember(home, window.window_state())
    return 0


async def _serve(window: MainWindow, appearance: Appearance, home: Home) -> None:
    await Bridge(window, appearance, home).run()


@contextmanager
def _signals(window: MainWindow) -> Generator[None]:
    """End in order on SIGTERM and Ctrl+C. Python runs a handler only when it runs, so the signal wakes Qt's loop."""
    reading, writing = socket.socketpair()
    reading.setblocking(False)
    writing.setblocking(False)
    before = signal.set_wakeup_fd(writing.fileno())
    notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: reading.recv(64))

    def end(_number: int, _frame: object) -> None:
        window.close()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, end)
    try:
        yield
    finally:
        notifier.setEnabled(False)
        signal.set_wakeup_fd(before)
        reading.close()
        writing.close()


def _remembered(home: Home) -> WindowState:
    try:
        value = json.loads((home.cache / "window.json").read_text())
        return WindowState(str(value["geometry"]), bool(value["sidebar"]))
    except (OSError, ValueError, KeyError, TypeError):
        return WindowState()


def _remember(home: Home, state: WindowState) -> None:
    with suppress(OSError, InaraError):
        home.ensure()
        (home.cache / "window.json").write_text(json.dumps({"geometry": state.geometry, "sidebar": state.sidebar}))
